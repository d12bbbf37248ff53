"""A body over the years: its sessions with their numbers, those that no report tells of, and its heads."""

from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup

from communique.record.entries import Body, Head, Session
from communique.web.plots.timeline import Lane, Stretch, timeline
from communique.wording import parties, words

SESSIONS, HEADS = 200, 20  # as many as are told apart; the tables have the rest


def sessions_plot(body: Body) -> Markup | None:
    """The timeline of a body; None where no day is known."""
    sessions = body.sessions[-SESSIONS:]
    met = [*_gaps(sessions), *(_met(each) for each in sessions if each.start)]
    heads = [Lane(label=_called(each), stretches=_vouched(each)) for each in body.heads[:HEADS]]
    return timeline([Lane(label="Sessions", stretches=met), *heads], f"{body.name} over the years")


def _met(session: Session) -> Stretch:
    assert session.start is not None  # only those with a day are drawn
    end = session.engagement.end
    last = end.value if end else session.start
    number = words.ordinal(session.number) if session.number else None
    status = session.engagement.status.value
    told = f"{f'{number} session' if number else 'session'}, {status}, {words.dates(session.start, last)}"
    return Stretch(first=session.start, last=last, words=told, as_="mark", number=number)


def _gaps(sessions: tuple[Session, ...]) -> Iterator[Stretch]:
    """Between sessions with numbers, where those between are in no report."""
    known = [each for each in sessions if each.number and each.start]
    for before, after in pairwise(known):
        missing = range((before.number or 0) + 1, after.number or 0)
        if missing and before.start and after.start:
            numbers = [words.ordinal(missing[0])] + ([words.ordinal(missing[-1])] if len(missing) > 1 else [])
            told = f"no report tells of {' to '.join(numbers)}"
            yield Stretch(first=before.start, last=after.start, words=told, as_="gap")


def _called(head: Head) -> str:
    party = parties.name(head.party.value) if head.party else None
    return ", ".join(filter(None, (head.name.value, party)))


def _vouched(head: Head) -> list[Stretch]:
    if not head.first or not head.last:
        return []
    told = f"{_called(head)}, reported as head {words.dates(head.first, head.last)}"
    return [Stretch(first=head.first, last=head.last, words=told)]
