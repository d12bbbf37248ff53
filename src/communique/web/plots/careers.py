"""A person over the years: ranks and offices as long as reports vouch for them, and engagements."""

from markupsafe import Markup

from communique.record.entries import Engagement, Person, Posting
from communique.web.plots.timeline import Lane, Stretch, timeline
from communique.wording import parties, words

POSTINGS, ENGAGEMENTS = 20, 400  # as many as are told apart; the lists have the rest


def career_plot(person: Person) -> Markup | None:
    """The timeline of somebody; None where no day is known."""
    postings = [Lane(label=_called(each), stretches=_vouched(each)) for each in person.postings[:POSTINGS]]
    met = [_met(each) for each in person.engagements[-ENGAGEMENTS:] if each.start]
    return timeline([*postings, Lane(label="Engagements", stretches=met)], f"{person.name} over the years")


def _called(posting: Posting) -> str:
    party = parties.name(posting.party) if posting.party else None
    return ", ".join(filter(None, (posting.office or posting.rank, party))) or "posting"


def _vouched(posting: Posting) -> list[Stretch]:
    if not posting.first or not posting.last:
        return []
    told = f"{_called(posting)}, reported {words.dates(posting.first, posting.last)}"
    return [Stretch(first=posting.first, last=posting.last, words=told)]


def _met(engagement: Engagement) -> Stretch:
    assert engagement.start is not None  # only those with a day are drawn
    first, last = engagement.start.value, (engagement.end or engagement.start).value
    told = f"{words.dates(first, last)}: {engagement.kind.value}, {engagement.status.value}"
    return Stretch(first=first, last=last, words=told, as_="mark")
