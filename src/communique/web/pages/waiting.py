"""What waits for review, as it is asked for in an address: shared by the pages that list it and that decide on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any, Literal

from fastapi import Depends, Query

from communique.record import Record
from communique.record.deciding.empty import Missing
from communique.record.deciding.misses import Miss, known_misses
from communique.record.deciding.waiting import UNLIKELY, Alike, Doubt, Doubts, Waiting
from communique.record.entries import Engagement
from communique.record.filters import EngagementFilter

SHOWN = 50

What = Literal["values", "missing", "engagement", "person", "body", "conflicts"]
State = Literal["open", "unsure"]
CALLED: dict[str, str] = {
    "values": "Unlikely values",
    "missing": "Fields often missed",
    "conflicts": "Contradictions",
    "engagement": "Perhaps one engagement",
    "person": "Perhaps one person",
    "body": "Perhaps one body",
}
PAIRS = ("engagement", "person", "body")


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What of the queue is asked for, as an address has it."""

    what: What = "values"
    state: State = "open"
    rule: str = ""
    outlet: str = ""
    party: str = ""
    below: float = UNLIKELY
    before: int | None = None
    miss: str = ""

    def given(self) -> dict[str, Any]:
        """What an address has to say of it."""
        told = {each: getattr(self, each) for each in self.__slots__}
        return {each: value for each, value in told.items() if value not in ("", None, "open")}

    @property
    def missed(self) -> Miss | None:
        """Which field of which kind of encounter, where that is asked for: else the one most often missed."""
        known = known_misses()
        return next((each for each in known if f"{each.kind} {each.field}" == self.miss), known[0] if known else None)


def _asked(
    what: What = "values",
    state: State = "open",
    rule: Annotated[str, Query(max_length=200)] = "",
    outlet: Annotated[str, Query(max_length=200)] = "",
    party: Annotated[str, Query(max_length=100)] = "",
    below: Annotated[float, Query(ge=0, le=1)] = UNLIKELY,
    before: Annotated[int | None, Query(ge=0, lt=2**63)] = None,
    miss: Annotated[str, Query(max_length=60)] = "",
) -> Asked:
    return Asked(what=what, state=state, rule=rule, outlet=outlet, party=party, below=below, before=before, miss=miss)


Asking = Annotated[Asked, Depends(_asked)]
"""What of the queue is asked for: the same parameters on every page of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Queue:
    """What waits of one sort, at most a screen or two, and how much of the sorts that can be counted."""

    waiting: Waiting | None = None
    values: Doubts | None = None
    pairs: tuple[Alike, ...] = ()
    conflicts: tuple[Engagement, ...] = ()
    missing: tuple[Missing, ...] = ()

    @property
    def entries(self) -> Sequence[Any]:
        """What waits, of whichever sort."""
        return self.values.entries if self.values else self.pairs or self.conflicts or self.missing


def queue(record: Record, asked: Asked) -> Queue:
    """What waits of what is asked for; nothing is counted."""
    if asked.what == "values":
        return Queue(values=values(record, asked))
    if asked.what == "conflicts":
        parties = (asked.party,) if asked.party else ()
        told = record.engagements(EngagementFilter(conflicts=True, parties=parties, limit=SHOWN))
        return Queue(conflicts=tuple(told))
    if asked.what == "missing":
        return Queue(missing=missing(record, asked))
    return Queue(pairs=pairs(record, asked))


def values(record: Record, asked: Asked) -> Doubts:
    """Unlikely values, or those of which somebody was unsure."""
    if asked.state == "unsure":
        found = record.unsure(limit=SHOWN)
        return Doubts(entries=found, looked=len({each.report for each in found}), further=None)
    return record.doubts(
        below=asked.below,
        rule=asked.rule or None,
        outlet=asked.outlet or None,
        party=asked.party or None,
        before=asked.before,
    )


def pairs(record: Record, asked: Asked) -> tuple[Alike, ...]:
    """What may be one."""
    return record.alike(asked.what, rule=asked.rule or None, limit=SHOWN, unsure=asked.state == "unsure")


def missing(record: Record, asked: Asked) -> tuple[Missing, ...]:
    """Encounters without a field that is often missed."""
    miss = asked.missed
    if miss is None:
        return ()
    unsure = asked.state == "unsure"
    return record.missing(miss.kind, miss.field, party=asked.party or None, limit=SHOWN, unsure=unsure)


def decidable(record: Record, asked: Asked) -> tuple[Doubt | Alike, ...]:
    """What of it can be decided on at once: values and pairs."""
    if asked.what == "values":
        return values(record, asked).entries
    return pairs(record, asked) if asked.what in PAIRS else ()
