"""What is worth a look and nobody has decided yet: unlikely values, contradictions, and what may be one.

Values are scored as they are asked for, a bounded number of reports at a time, the last taken in first: the scores are
of the reader at hand, so they are not kept. Whoever asks goes on from the report `further`.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, func, select

from communique.errors import RecordError
from communique.reading import JSON
from communique.record.deciding import sides
from communique.record.rulings import log
from communique.record.store import schema
from communique.record.store.kinds import KINDS
from communique.record.store.told import Source, sources
from communique.resolve.clustering import JOINED
from communique.resolve.decisions import OF_PAIRS
from communique.resolve.fields import FIELDS, Field

REPORTS, ACCOUNTS, PARTICIPATIONS = schema.reports.c, schema.accounts.c, schema.participations.c
LIKE, RULINGS, ENGAGEMENTS = schema.likenesses.c, schema.rulings.c, schema.engagements.c

COUNTED = 1000  # of what may be one: of a record of 97,482 engagements all took 0.1 s
LOOKED = 100  # reports looked through at once: 0.1 s of scoring
UNLIKELY = 0.7  # below it, on annotated reports, three values of ten and more were wrong
EDITED = "decision.edit"

Place = tuple[str, str, int, int, int]
"""Where a value stands: account, field, words, and which of several on the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """A value that may be wrong: `field` of `of` as `Record.decide` takes them, the words, the rule and its score."""

    of: str
    field: str
    value: str | int | bool
    report: str
    start: int
    end: int
    quote: str
    rule: str
    score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Alike:
    """Two things that may be one, by the highest likeness between them, and why."""

    kind: str
    left: str
    right: str
    score: float
    rule: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubts:
    """Values worth a look, of how many reports that were looked through, and where to go on (None: at the end)."""

    entries: tuple[Doubt, ...]
    looked: int
    further: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """How much waits: possible duplicates by kind, and engagements whose accounts contradict each other.

    Possible duplicates are counted up to `COUNTED` of a kind: nobody looks at more.
    """

    person: int
    body: int
    engagement: int
    conflicts: int


def waiting(connection: Connection) -> Waiting:
    """How much waits, but for values."""
    pairs = {kind: _count(connection, kind) for kind in KINDS}
    conflicts = connection.execute(select(func.count()).where(ENGAGEMENTS.conflicts > 0)).scalar_one()
    return Waiting(conflicts=conflicts, **pairs)


def alike(
    connection: Connection, kind: str, *, rule: str | None, limit: int, skip: int, unsure: bool = False
) -> tuple[Alike, ...]:
    """Pairs of nodes of two wholes that are like, but not enough to be joined; the most alike first.

    Those that nobody decided on, or those of which somebody was `unsure`.
    """
    if kind not in KINDS:
        raise RecordError(f"{kind!r} is no kind of thing that is joined; there are {', '.join(KINDS)}")
    asked = (
        select(LIKE.left, LIKE.right, LIKE.score, LIKE.rule, LIKE.words)
        .where(*_waiting(kind, unsure=unsure))
        .order_by(LIKE.score.desc(), LIKE.left, LIKE.right)
    )
    if rule:
        asked = asked.where(LIKE.rule == rule)
    rows = connection.execute(asked.limit(limit).offset(skip))
    return tuple(Alike(kind=kind, **row._mapping) for row in rows)


def doubts(
    connection: Connection,
    *,
    below: float,
    rule: str | None,
    outlet: str | None,
    party: str | None,
    before: int | None,
) -> Doubts:
    """The unlikely values that nobody ruled on in the next reports, each report's least likely first."""
    asked = select(REPORTS.key).order_by(REPORTS.key.desc()).limit(LOOKED)
    if before is not None:
        asked = asked.where(REPORTS.key < before)
    if outlet:
        asked = asked.where(REPORTS.publisher == outlet)
    if party:
        asked = asked.where(
            REPORTS.key.in_(select(PARTICIPATIONS.report).where(PARTICIPATIONS.party == party).distinct())
        )
    keys = list(connection.execute(asked).scalars())
    read = sources(connection, keys)
    people, ruled = _people(connection, keys), _ruled(connection, keys)

    def kept(place: Place, by: str, score: float) -> bool:
        return score < below and rule in (None, by) and place not in ruled

    found: list[Doubt] = []
    for account in connection.execute(
        select(ACCOUNTS.report, ACCOUNTS.nth, ACCOUNTS.id)
        .where(ACCOUNTS.report.in_(keys))
        .order_by(ACCOUNTS.report.desc(), ACCOUNTS.nth)
    ):
        told = _doubts(read[account.report], account.nth, account.id, people, kept)
        found += sorted(told, key=lambda each: (each.score, each.start, each.field))
    return Doubts(entries=tuple(found), looked=len(keys), further=keys[-1] if len(keys) == LOOKED else None)


def unsure(connection: Connection, *, limit: int, skip: int) -> tuple[Doubt, ...]:
    """Values of which somebody said last that they were unsure, the latest first."""
    asked = (
        select(RULINGS.left)
        .where(RULINGS.verdict == "unsure", RULINGS.report.is_not(None), RULINGS.left.is_not(None))
        .order_by(RULINGS.decision.desc())
    )
    accounts = list(dict.fromkeys(connection.execute(asked.limit(limit).offset(skip)).scalars()))
    if not accounts:
        return ()
    placed = select(ACCOUNTS.id, ACCOUNTS.report, ACCOUNTS.nth).where(ACCOUNTS.id.in_(accounts))
    places = {id: (report, nth) for id, report, nth in connection.execute(placed)}  # noqa: A001
    keys = sorted({report for report, _ in places.values()})
    read = sources(connection, keys)
    people, marked = _people(connection, keys), _ruled(connection, keys, "unsure")

    def kept(place: Place, by: str, score: float) -> bool:  # noqa: ARG001
        return place in marked

    told = (_doubts(read[places[each][0]], places[each][1], each, people, kept) for each in accounts)
    return tuple(dict.fromkeys(each for some in told for each in some))


def _count(connection: Connection, kind: str) -> int:
    found = select(LIKE.score).where(*_waiting(kind)).limit(COUNTED).subquery()
    return int(connection.execute(select(func.count()).select_from(found)).scalar_one())


def _waiting(kind: str, *, unsure: bool = False) -> Iterator[ColumnElement[bool]]:
    """That a likeness of a kind does not join, joins nothing that is one otherwise, and nobody decided on the pair.

    Or, if that is asked for, that what was decided last is that somebody was `unsure`.
    """
    nodes = KINDS[kind].nodes.c
    whole = nodes[KINDS[kind].whole]
    left = select(whole).where(nodes.id == LIKE.left).scalar_subquery()
    right = select(whole).where(nodes.id == LIKE.right).scalar_subquery()
    decided = select(RULINGS.verdict).where(
        RULINGS.left == LIKE.left, RULINGS.right == LIKE.right, RULINGS.kind == kind, RULINGS.verdict.in_(OF_PAIRS)
    )
    last = decided.order_by(RULINGS.decision.desc()).limit(1).scalar_subquery()
    yield LIKE.kind == kind
    yield LIKE.score < JOINED
    yield left != right
    if not unsure:
        yield ~decided.exists()
        return
    yield last == "unsure"
    yield LIKE.left.in_(select(RULINGS.left).where(RULINGS.verdict == "unsure", RULINGS.kind == kind))  # these are few


def _people(connection: Connection, keys: Sequence[int]) -> dict[tuple[str, int], str]:
    """The person who takes part, by account and place in it."""
    forms = schema.person_forms.c
    asked = select(PARTICIPATIONS.account, PARTICIPATIONS.nth, forms.person).join_from(
        schema.participations, schema.person_forms
    )
    rows = connection.execute(asked.where(PARTICIPATIONS.report.in_(keys)))
    return {(account, nth): person for account, nth, person in rows}


def _ruled(connection: Connection, keys: Sequence[int], *verdicts: str) -> set[Place]:
    """The values of which people said something, or one of these verdicts."""
    asked = select(schema.rulings).where(RULINGS.report.in_(keys))
    rows = connection.execute(asked.where(RULINGS.verdict.in_(verdicts)) if verdicts else asked).all()
    made = log.decisions(connection, {row.decision for row in rows})
    return {
        (row.left, row.field, row.start, row.end, nth)
        for row in rows
        for nth in {each.nth for each in made[row.decision].right if (each.start, each.end) == (row.start, row.end)}
    }


def _doubts(
    source: Source,
    nth: int,
    account: str,
    people: dict[tuple[str, int], str],
    kept: Callable[[Place, str, float], bool],
) -> Iterator[Doubt]:
    """The values of an account on which people can decide, with their scores: those that are to be `kept`.

    That is asked of place, rule and score before a value is made, for most are not.
    """
    told = source.reading["engagements"][nth]
    for field in FIELDS["engagement"].values():
        if field.part:
            continue  # the whole part is judged by its name
        within = f"engagements.{field.within}." if field.within else "engagements."
        seen: Counter[tuple[int, int]] = Counter()
        for which, holder in _holders(told, field, account, people):
            for cited in _cited(holder, field):
                words = cited["start"], cited["end"]
                place = (account, field.name, *words, seen[words])
                seen[words] += 1
                if which is None or cited["rule"] == EDITED:
                    continue
                score = _score(within + field.key, cited["rule"])
                if kept(place, cited["rule"], score):
                    values = {each: cited[each] for each in ("value", "start", "end", "quote", "rule")}
                    yield Doubt(of=account, field=field.name + which, report=source.id, score=score, **values)


def _holders(
    told: JSON, field: Field, account: str, people: dict[tuple[str, int], str]
) -> Iterator[tuple[str | None, JSON]]:
    """The parts of an account that may have a field, each with what tells it from the others (None: nothing does)."""
    if not field.within:
        yield "", told
        return
    for nth, part in enumerate(told[field.within]):
        named = [part["name"], *part.get("office", ()), part.get("party")]
        person = people.get((account, nth)) if field.within == "participants" else None
        which = person or next((each["value"] for each in named if each), None)
        yield f":{which}" if which else None, part


def _cited(holder: JSON, field: Field) -> list[JSON]:
    value = holder[field.key]
    if field.many:
        return list(value)
    return [value] if value else []


@lru_cache(maxsize=10_000)  # fields by rules: some hundreds
def _score(field: str, rule: str) -> float:
    from communique.reader.score import score  # loads the reader's tables, which only this needs

    return round(score(field, rule), 3)


def beside(connection: Connection, left: str, right: str) -> dict[str, Any]:
    """Two things side by side, as they are kept with a decision on them: their values, likenesses, what differs."""
    made = sides.of_two(connection, left, right)
    assert made.shown is not None
    return {"kind": made.kind, **made.shown}
