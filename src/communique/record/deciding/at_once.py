"""Deciding on much of what waits at once: one group of decisions, in one transaction, taken back by one undo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from communique.errors import RecordError
from communique.record.deciding import acts
from communique.record.deciding.waiting import Alike, Doubt
from communique.record.entries import Decided
from communique.record.rulings import log
from communique.resolve.decisions import OF_PAIRS, Decision, Verdict

MOST = 250  # decisions at once: 100 values of 11 reports took 3.8 s, by hand, in a record of 10,159 engagements

OF_MANY: dict[type[Any], tuple[Verdict, ...]] = {Doubt: ("accept", "reject", "unsure"), Alike: OF_PAIRS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """What could not be decided with the rest, and why."""

    what: Doubt | Alike
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Together:
    """Decisions made at once: the id of their group (`G-…`, None where none was made), and what was refused."""

    id: str | None
    decided: tuple[Decided, ...] = ()
    refused: tuple[Refused, ...] = ()


def decide_all(
    connection: Connection,
    verdict: Verdict,
    what: Sequence[Doubt | Alike],
    *,
    why: str | None,
    by: str | None,
) -> Together:
    """Decide alike on all of these, each as it now is; raises RecordError where they are too many."""
    if len(what) > MOST:
        raise RecordError(f"{len(what):,} cannot be decided at once; ask for {MOST} at the most")
    made: list[Decision] = []
    refused: list[Refused] = []
    for each in what:
        if verdict not in OF_MANY[type(each)]:
            raise RecordError(f"{verdict!r} cannot be said of many at once; say {', '.join(OF_MANY[type(each)])}")
        try:
            said = _said(connection, verdict, each)
        except RecordError as error:
            refused.append(Refused(what=each, why=str(error)))
        else:
            made.append(acts.decision(verdict, said, why=why, by=by))
    if not made:
        return Together(id=None, refused=tuple(refused))
    group = log.new_group(connection, by=made[0].by, at=made[0].at)
    decided = acts.add(connection, [replace(each, group=group) for each in made])
    return Together(id=group, decided=tuple(decided), refused=tuple(refused))


def _said(connection: Connection, verdict: Verdict, of: Doubt | Alike) -> dict[str, object]:
    if isinstance(of, Alike):
        return acts.of_pair(connection, verdict, (of.left, of.right), None)
    at = (of.report, of.start, of.end)
    return acts.of_value(connection, verdict, (of.of, of.field), None, None, at)
