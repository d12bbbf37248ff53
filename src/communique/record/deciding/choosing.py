"""Which value a user means when they decide on one, and the words by which the decision will find it again.

A field is told by its name; where a thing has several values of it, by what tells them apart after a colon:
`rank:P-3f9a2c1b04d7`, `office:Minister of Defence`, `topic:training`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, select

from communique.errors import FalseCitation, RecordError
from communique.reading import JSON
from communique.record.deciding import sides
from communique.record.entries import Told
from communique.record.looking import engagements
from communique.record.looking.reports import key_of
from communique.record.rulings import ruling, shown
from communique.record.store import schema
from communique.record.store.kinds import ACCOUNT, joined_with
from communique.record.store.told import Source, chunks, sources
from communique.report import Citation
from communique.resolve import fold
from communique.resolve.days import bounds
from communique.resolve.decisions import Reference, Verdict
from communique.resolve.fields import FIELDS, Field, Value
from communique.resolve.verdicts import LEAVING, Spot, reference, spots

REPORTS = schema.reports.c

Cite = tuple[str, int, int]
"""A report's id, and the first and end offset of words in it."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A decision on a value: its kind, what it belongs to, the words it stands on, its field, and what is said."""

    kind: str
    left: tuple[Reference, ...]
    right: tuple[Reference, ...]
    field: str
    value: Value | None
    cited: Reference | None
    shown: JSON


@dataclass(frozen=True, slots=True)
class Place:
    """A place where a report has a value of the field, or could have one; `of` tells it from the field's others."""

    source: Source
    digest: str
    owner: Reference
    words: Reference
    spot: Spot
    of: tuple[str, ...]

    @property
    def told(self) -> Told[Any] | None:
        """The value."""
        return self.source.one(self.spot.cited)


def choose(
    connection: Connection,
    verdict: Verdict,
    id: str,  # noqa: A002
    field: str,
    *,
    value: Value | None,
    cite: Cite | None,
    at: Cite | None = None,
) -> Choice:
    """The value that is meant, of those `at` words where these are given.

    Raises RecordError where there is none, or more than one, and says which there are.
    """
    of = sides.meant(connection, id)
    name, _, which = field.partition(":")
    if which.startswith("P-"):
        which = sides.meant(connection, which).whole
    known = _field(of.kind.name, name, verdict)
    said = _value(known, value, verdict)
    words = None if cite is None else _cited(connection, cite)
    places = [each for each in _places(connection, of, known) if not which or _fits(each, which)]
    held = [each for each in places if each.told and (at is None or _stands_at(each.told, at))]
    if at is not None and not held:
        raise RecordError(f"{id}: no {field} stands at {at[0]}:{at[1]}:{at[2]} any more; look again")
    entry = sides.entry(connection, of.kind, of.whole)
    if verdict != "edit":
        held = [each for each in held if said is None or _alike(each, said)]
    mine = _one(entry, known, held, id=id)
    if verdict == "edit":
        mine = _with_cited(places, mine, words, id=id, field=field)
        _check_days(mine, name, str(said))
    elif not mine and _may_be_empty(verdict, of, known, said, places):
        mine = places
    elif not mine:
        raise RecordError(f"{id}: no {field}{_named(said)} is told; `communique show {id}` shows what is")
    first = mine[0].told
    return Choice(
        kind=of.kind.name,
        left=tuple(dict.fromkeys(each.owner for each in mine)),
        right=tuple(dict.fromkeys(each.words for each in mine)),
        field=name,
        value=said if verdict == "edit" else (first.value if first else None),
        cited=words,
        shown=shown.values(entry, name, [each.told for each in held if each.told], meant=first),
    )


def _may_be_empty(verdict: Verdict, of: sides.Meant, field: Field, said: Value | None, places: Sequence[Place]) -> bool:
    """Whether it can be said of a field, without naming a value, that it is rightly empty, or may be."""
    empty = said is None and not any(each.told for each in places)
    return empty and verdict in LEAVING and of.kind is ACCOUNT and not field.within


def _field(kind: str, name: str, verdict: Verdict) -> Field:
    known = FIELDS[kind].get(name)
    if known is None:
        raise RecordError(f"{name!r} is no field of {sides.CALLED[kind]}; there are {', '.join(FIELDS[kind])}")
    if verdict == "reject" and known.required:
        raise RecordError(f"{name}: {sides.CALLED[kind]} always has one; edit it instead")
    return known


def _value(field: Field, value: Value | None, verdict: Verdict) -> Value | None:
    if value is None:
        if verdict == "edit":
            raise RecordError(f"{field.name}: say what it is to be, with a value")
        return None
    try:
        return field.value(value)
    except ValueError as error:
        raise RecordError(f"{field.name}: {value!r} is not {error}") from None


def _cited(connection: Connection, cite: Cite) -> Reference:
    """The words that are cited; raises NotInRecord and FalseCitation where there are none such."""
    id, start, end = cite  # noqa: A001
    key = key_of(connection, id)
    digest, text = connection.execute(select(REPORTS.digest, REPORTS.text).where(REPORTS.key == key)).one()
    try:
        Citation(text, start, end)
    except FalseCitation as error:
        raise FalseCitation(f"report {id!r}: {error}") from None
    return Reference(digest, start, end)


def _places(connection: Connection, of: sides.Meant, field: Field) -> list[Place]:
    """Every place of a field, in the order of the reports."""
    nodes = sorted(joined_with(connection, of.kind, [of.node]))
    if of.kind is ACCOUNT:
        return _places_of_accounts(connection, nodes, field)
    return _places_of_names(connection, of, nodes, field)


def _places_of_accounts(connection: Connection, accounts: Sequence[str], field: Field) -> list[Place]:
    owners = ruling.words_of(connection, ACCOUNT.name, accounts)
    told = engagements.single(connection, accounts)
    keys = ruling.report_keys(connection, {each.report for each in owners.values()})
    held = sources(connection, keys.values())
    places = []
    for account in told:
        owner = owners[account.id]
        source = held[keys[owner.report]]
        there = spots(source.reading, ACCOUNT.name, field, owner)
        for spot in there:
            words = reference(there, spot, digest=owner.report) or owner
            of = _whom(spot, account.participants)
            places.append(Place(source, owner.report, owner, words, spot, of))
    return places


def _places_of_names(connection: Connection, of: sides.Meant, forms: Sequence[str], field: Field) -> list[Place]:
    cited = schema.names if of.kind.name == "person" else schema.body_names
    asked = select(cited.c.form, REPORTS.digest, cited.c.report, cited.c.start, cited.c.end).join(
        schema.reports, cited.c.report == REPORTS.key
    )
    order = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, cited.c.start, cited.c.end)
    first: dict[tuple[str, int], Reference] = {}
    for some in chunks(forms):
        for form, digest, key, start, end in connection.execute(asked.where(cited.c.form.in_(some)).order_by(*order)):
            first.setdefault((form, key), Reference(digest, start, end))
    places = []
    for keys in chunks(first):
        held = sources(connection, (key for _, key in keys))
        for form, key in keys:
            owner = first[form, key]
            there = spots(held[key].reading, of.kind.name, field, owner)
            for spot in there:
                words = reference(there, spot, digest=owner.report) or owner
                every = replace(words, nth=0)  # a reading tells one value in several places: all are meant
                places.append(Place(held[key], owner.report, owner, every, spot, ()))
    return places


def _whom(spot: Spot, participants: Sequence[Any]) -> tuple[str, ...]:
    """What tells a part of an account from the others: who takes part, by id, name, office and party; a document."""
    if spot.part is None:
        return ()
    of, nth = spot.part
    if of == "documents":
        return (str(spot.holder["name"]["value"]),)
    who = participants[nth]
    told = (who.name, *who.office, who.party)
    return tuple(each for each in (who.person, *(each.value for each in told if each)) if each)


def _one(entry: Any, field: Field, held: Sequence[Place], *, id: str) -> list[Place]:  # noqa: A002
    """The places of the one value that is meant: the only one, else of a field that has one value that shown first."""
    groups: dict[tuple[Any, ...], list[Place]] = {}
    for each in held:
        groups.setdefault(_meaning(each), []).append(each)
    if len(groups) > 1 and not (field.many or field.within):
        first = getattr(entry, field.key, None)
        shown_first = [
            group
            for group in groups.values()
            for each in group
            if isinstance(first, Told) and each.told and each.told.value == first.value
        ]
        return shown_first[0] if shown_first else next(iter(groups.values()))
    if len(groups) > 1:
        there = [f"{field.name}:{group[0].of[0] if group[0].of else _shown(group[0])}" for group in groups.values()]
        if len(set(there)) < len(there):
            there = [f"{each} ({_shown(group[0])})" for each, group in zip(there, groups.values(), strict=True)]
        raise RecordError(f"{id}: has more than one {field.name}; say which: {', '.join(sorted(set(there)))}")
    return next(iter(groups.values()), [])


def _meaning(place: Place) -> tuple[Any, ...]:
    return (place.of[:1], fold(str(place.told.value)) if place.told else None)


def _shown(place: Place) -> str:
    return str(place.told.value) if place.told else ""


def _with_cited(
    places: Sequence[Place],
    mine: Sequence[Place],
    words: Reference | None,
    *,
    id: str,  # noqa: A002
    field: str,
) -> list[Place]:
    """The places an edit is about: those of the value, and one in the report whose words it cites."""
    if words is None:
        if not mine:
            raise RecordError(f"{id}: no {field} is told; cite the words that say it")
        return list(mine)
    if any(each.digest == words.report for each in mine):
        return list(mine)
    of = {each.of[:1] for each in mine}
    there = [each for each in places if each.digest == words.report and (not of or each.of[:1] in of)]
    if not there:
        known = sorted({each.source.id for each in places})
        raise RecordError(f"{id}: the report that is cited does not tell of it; cite words of {' or '.join(known)}")
    if len({each.of[:1] for each in there}) > 1:
        raise RecordError(f"{id}: say whose, as {field}:{there[0].of[0]}")
    return [*mine, next((each for each in there if each.told), there[0])]


def _check_days(mine: Sequence[Place], field: str, said: str) -> None:
    """Raises RecordError where an account would end before it begins; an end on the day of the start moves with it."""
    other = {"start": "end", "end": "start"}.get(field)
    if other is None:
        return
    for each in mine:
        cited = each.spot.holder[other]
        if cited is None or (field == "start" and each.told and each.told.value == cited["value"]):
            continue
        first, last = (bounds(day) for day in ((said, cited["value"]) if field == "start" else (cited["value"], said)))
        if first and last and first[0] > last[1]:
            raise RecordError(f"{field}: {said} does not go with the {other}, {cited['value']}; edit the {other} first")


def _fits(place: Place, which: str) -> bool:
    wanted = fold(which)
    told = (*place.of, *((_shown(place),) if place.told else ()))
    return any(wanted == fold(each) for each in told) or any(wanted and wanted in fold(each) for each in told)


def _stands_at(told: Told[Any], at: Cite) -> bool:
    return (told.report, told.start, told.end) == at


def _alike(place: Place, value: Value) -> bool:
    return place.told is not None and fold(str(place.told.value)) == fold(str(value))


def _named(value: Value | None) -> str:
    return "" if value is None else f" {value!r}"
