"""A reading as people ruled on its values: what they rejected is out, what they edited is as they say.

Readings are JSON here, as they are stored: what was read is not touched, and what is made of it is another reading.
A decision finds its value by the words it stands on, in whatever reading of the report is at hand.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.reading import JSON
from communique.resolve.decisions import Decision, Reference, ValueOf, values_of
from communique.resolve.fields import FIELDS, Field

EDITED = "decision.edit"  # the rule of a value that somebody wrote

LEAVING = ("accept", "unsure")  # what these say of a value leaves it as it was read

# What every account has: written anew from another report, it stays here as it was read, and is outranked.
NEVER_EMPTY = frozenset({"kind", "status"})
NAMED_BY = ("name", "mentions", "aliases")  # the words of a reading's JSON that name a person or body


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in a reading's JSON a value stands, or could: `holder[key]`, or there the `nth` of a list.

    `account` is which account it belongs to, None for a person's or body's; `part` the list and place of the part of
    the account that is the holder (who takes part, a document).
    """

    holder: JSON
    key: str
    nth: int | None = None
    account: int | None = None
    part: tuple[str, int] | None = None

    @property
    def cited(self) -> JSON | None:
        """The value with its citation; None where there is none."""
        if self.nth is None:
            value: JSON | None = self.holder[self.key]
            return value
        told: list[JSON] = self.holder[self.key]
        return told[self.nth] if self.nth < len(told) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A value that a decision is about, as it now stands: in which account, its field and its words."""

    decision: str
    verdict: str
    field: str
    account: int | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """A reading as ruled on, the values that decisions found in it, and the decisions that found none."""

    reading: JSON
    found: tuple[Found, ...]
    unfit: frozenset[str]


def ruled(reading: JSON, decisions: Iterable[Decision], *, digest: str, text: str) -> Ruled:
    """The reading of the report of this digest and text, as these decisions, in their order, rule on its values."""
    made = _copied(reading)
    found: list[Found] = []
    fitting: set[str] = set()
    asked: set[str] = set()
    for decision, (_, owner, name, words) in _in_force(decisions, digest):
        field = FIELDS.get(decision.kind or "", {}).get(name)
        if field is None:
            continue
        asked.add(decision.id)
        seen = list(_ruled_on(made, decision, field, owner, words, text))
        fitting |= {decision.id} if seen else set()
        found += [each for each in seen if each.verdict != "reject"]
    return Ruled(made, tuple(found), frozenset(asked - fitting))


def changing(decisions: Iterable[Decision], *, digest: str) -> tuple[str, ...]:
    """Which of these decisions make the reading of this report another: of the same ids comes the same reading."""
    return tuple(each.id for each, _ in _in_force(decisions, digest) if each.verdict not in LEAVING)


def _copied(part: Any) -> Any:
    """A copy of JSON that shares nothing with it that could be changed."""
    if isinstance(part, dict):
        return {name: _copied(each) for name, each in part.items()}
    return [_copied(each) for each in part] if isinstance(part, list) else part


def _in_force(decisions: Iterable[Decision], digest: str) -> list[tuple[Decision, ValueOf]]:
    """The decisions on values of a report that hold, in order, each with the value it is about.

    Of two on one value the later holds; but where it is about what the earlier one wrote, it comes on top of that.
    """
    held: dict[ValueOf, list[tuple[int, Decision]]] = {}
    for nth, each in enumerate(decisions):
        for value in values_of(each):
            if value[1].report == value[3].report == digest:
                before = held.get(value, [])
                _, last = before[-1] if before else (0, None)
                on_top = last and last.verdict == "edit" and each.verdict != "edit" and last.value == each.value
                held[value] = [*before, (nth, each)] if on_top else [(nth, each)]
    made = [(nth, each, value) for value, several in held.items() for nth, each in several]
    return [(each, value) for _, each, value in sorted(made, key=lambda told: told[0])]


def spots(reading: JSON, kind: str, field: Field, owner: Reference) -> list[Spot]:
    """Every place where what the owner's words stand for has a value of this field, or where one could be."""
    if kind == "engagement":
        nth = account_at(reading, owner)
        return [] if nth is None else list(_of_account(reading["engagements"][nth], field, nth))
    return [spot for holder, key in _named(reading, kind, field, owner) for spot in _of_holder(holder, key, field.many)]


def account_at(reading: JSON, words: Reference) -> int | None:
    """Which account of a reading these words tell of: the one whose words they share most."""
    triggers = [each["trigger"] for each in reading["engagements"]]
    exact = [nth for nth, each in enumerate(triggers) if (each["start"], each["end"]) == (words.start, words.end)]
    if exact:
        return exact[min(words.nth, len(exact) - 1)]
    shared = [words.overlap(each["start"], each["end"]) for each in triggers]
    return shared.index(max(shared)) if any(shared) else None


def reference(spots: Sequence[Spot], spot: Spot, *, digest: str) -> Reference | None:
    """The words by which a decision finds one of these places again: those of its value, else those of its part."""
    words = _words(spot)
    if words is None:
        return None
    alike = [each for each in spots if _words(each) == words]
    return Reference(digest, *words, nth=next(nth for nth, each in enumerate(alike) if each is spot))


def _ruled_on(
    reading: JSON, decision: Decision, field: Field, owner: Reference, words: Reference, text: str
) -> Iterator[Found]:
    """Rule on what the words stand for; yields what was found."""
    elsewhere = decision.cited is not None and decision.cited.report != words.report
    among = spots(reading, decision.kind or "", field, owner)
    for spot in reversed(_meant(among, decision, field, words)):  # so that what is taken from a list moves no other
        stands_for_it = field.part or _rightly_empty(decision, field)
        cited = spot.cited or (next(_said(spot.holder), None) if stands_for_it else None)
        if decision.verdict == "edit" and not elsewhere:
            source = decision.cited or (Reference(words.report, cited["start"], cited["end"]) if cited else None)
            if source is None:
                continue
            cited = _set(spot, decision, source, text)
        elif cited is None:
            continue
        elif decision.verdict not in LEAVING and not (elsewhere and field.key in NEVER_EMPTY):
            _reject(reading, spot, field)
        yield Found(
            decision=decision.id,
            verdict="reject" if elsewhere else decision.verdict,
            field=field.name,
            account=spot.account,
            start=cited["start"],
            end=cited["end"],
        )


def _meant(among: Sequence[Spot], decision: Decision, field: Field, words: Reference) -> list[Spot]:
    """Those of the places that the words of a decision stand for.

    Of a person or body all of them, since a reading tells one value in several places; of an account the nth.
    """
    if _rightly_empty(decision, field):
        empty = [each for each in among if each.cited is None and not each.nth]
        return _nearest([(each, said) for each in empty for said in _said(each.holder)], words)[:1]
    held = [each for each in among if each.cited and (decision.verdict == "edit" or _same(each.cited, decision))]
    best = _nearest([(each, each.cited) for each in held if each.cited], words)
    if not best and (decision.verdict == "edit" or (field.part and decision.value is None)):
        empty = [each for each in among if each.cited is None]
        best = _nearest([(each, said) for each in empty for said in _said(each.holder)], words)
        best = best or [each for each in empty if each.part is None]
    if decision.kind != "engagement" or not best:
        return best
    return [best[min(words.nth, len(best) - 1)]]


def _rightly_empty(decision: Decision, field: Field) -> bool:
    """Whether it says that there is no value, or that nobody could tell: it holds as long as none is read."""
    return decision.verdict in LEAVING and decision.value is None and not field.within and decision.kind == "engagement"


def _nearest(told: Iterable[tuple[Spot, JSON]], words: Reference) -> list[Spot]:
    """Those that stand on the very words, else those that share most of them; each once."""
    shared: list[tuple[int, Spot]] = []
    for spot, cited in told:
        exact = (cited["start"], cited["end"]) == (words.start, words.end)
        overlap = len(range(cited["start"], cited["end"])) + words.end if exact else 0
        shared.append((overlap or words.overlap(cited["start"], cited["end"]), spot))
    most = max((each for each, _ in shared), default=0)
    best: list[Spot] = []
    for each, spot in shared:
        if most and each == most and not any(spot is other for other in best):
            best.append(spot)
    return best


def _same(cited: JSON, decision: Decision) -> bool:
    return decision.value is None or cited["value"] == decision.value


def _set(spot: Spot, decision: Decision, source: Reference, text: str) -> JSON:
    before = spot.cited
    start, end = source.start, source.end
    cited = {"value": decision.value, "quote": text[start:end], "start": start, "end": end, "rule": EDITED}
    if spot.nth is None:
        spot.holder[spot.key] = cited
    elif before is None:
        spot.holder[spot.key].append(cited)
    else:
        spot.holder[spot.key][spot.nth] = cited
    if spot.key == "start" and spot.account is not None:
        spot.holder["undated"] = None
        last = spot.holder["end"]
        if before and last and last["value"] == before["value"]:
            spot.holder["end"] = dict(cited)  # of one day
    return cited


def _reject(reading: JSON, spot: Spot, field: Field) -> None:
    if field.part and spot.part and spot.account is not None:
        of, nth = spot.part
        del reading["engagements"][spot.account][of][nth]
    elif spot.nth is not None:
        del spot.holder[spot.key][spot.nth]
    else:
        spot.holder[spot.key] = None
        if spot.key == "start" and spot.account is not None:
            spot.holder.update(end=None, undated="not reported")


def _of_account(account: JSON, field: Field, nth: int) -> Iterator[Spot]:
    if not field.within:
        yield from _of_holder(account, field.key, field.many, account=nth)
        return
    for place, part in enumerate(account[field.within]):
        yield from _of_holder(part, field.key, field.many, account=nth, part=(field.within, place))


def _of_holder(
    holder: JSON, key: str, many: bool, *, account: int | None = None, part: tuple[str, int] | None = None
) -> Iterator[Spot]:
    """The places of a field's values; of a list the place after its last one, too."""
    for nth in range(len(holder[key]) + 1) if many else (None,):
        yield Spot(holder, key, nth, account, part)


def _named(reading: JSON, kind: str, field: Field, owner: Reference) -> Iterator[tuple[JSON, str]]:
    """The parts of a reading that tell of the person or body these words name, with the key of the field."""
    known = reading["people" if kind == "person" else "bodies"]
    mine = [each for each in known if _names(each, owner)]
    yield from ((each, field.key) for each in mine)
    if kind == "person":
        ids = {each["id"] for each in mine}
        for account in reading["engagements"]:
            for each in account["participants"]:
                if each["person"] in ids or _names(each, owner):
                    yield each, field.key
    elif field.key == "name":
        for account in reading["engagements"]:
            if account["body"] and owner.overlap(account["body"]["start"], account["body"]["end"]):
                yield account, "body"


def _names(part: JSON, words: Reference) -> bool:
    return any(words.overlap(each["start"], each["end"]) for key in NAMED_BY for each in _as_list(part.get(key)))


def _said(part: JSON) -> Iterator[JSON]:
    """Every citation of a part."""
    for value in part.values():
        for each in _as_list(value):
            if isinstance(each, dict) and "quote" in each:
                yield each


def _as_list(value: JSON | list[JSON] | None) -> list[JSON]:
    if isinstance(value, list):
        return value
    return [value] if isinstance(value, dict) else []


def _words(spot: Spot) -> tuple[int, int] | None:
    """The words of a place's value; of one without a value those of its part, first the name."""
    cited = spot.cited or next(_said(spot.holder), None)
    return (cited["start"], cited["end"]) if cited else None
