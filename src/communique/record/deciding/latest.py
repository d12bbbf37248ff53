"""The decisions made last, by whoever made them and by verdict: a bounded number, and how many there are."""

from dataclasses import dataclass

from sqlalchemy import Connection, func, select

from communique.record.deciding.acts import entry
from communique.record.entries import Decided
from communique.record.rulings import log, ruling
from communique.record.store import schema
from communique.resolve.decisions import Verdict, taken_back, undone_by

DECISIONS = schema.decisions.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Latest:
    """Decisions, the latest first, and how many there are in all."""

    entries: tuple[Decided, ...]
    total: int


def latest(connection: Connection, *, by: str | None, verdict: Verdict | None, limit: int, skip: int) -> Latest:
    """The decisions that somebody made, of a verdict; all where neither is given."""
    asked = select(DECISIONS.seq)
    if by:
        asked = asked.where(DECISIONS.made_by == by)
    if verdict:
        asked = asked.where(DECISIONS.verdict == verdict)
    total = connection.execute(select(func.count()).select_from(asked.subquery())).scalar_one()
    seqs = connection.execute(asked.order_by(DECISIONS.seq.desc()).limit(limit).offset(skip)).scalars().all()
    made = log.decisions(connection, seqs)
    undone = undone_by(list(log.undos(connection).values()))
    unfit = ruling.unfit(connection)
    found = [entry(each, taken_back(each, undone), fits=seq not in unfit) for seq, each in made.items()]
    return Latest(entries=tuple(reversed(found)), total=total)
