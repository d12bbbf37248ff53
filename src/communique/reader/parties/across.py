"""Across: whom the publisher's own officials meet though no words say for whom those act."""

import re

from communique.reader.marks import Mark, Marks
from communique.reader.parties.foreign import acts_for, nearest
from communique.reader.people import Figure

# How often a state must be named to be that of whom one meets where it stands far from them.
LEAST_NAMED = 2
_STOP = re.compile(r"[.!?]\s")


def part_sides(marks: Marks, near: list[Figure], far: list[Figure], home: str) -> None:
    """Where one side of an encounter is the publisher's and the other is not said to be anybody's, that is foreign."""
    if not any(acts_for(figure, home) for figure in near):
        return
    unsaid = [figure for figure in far if figure.party is not None and figure.party.rule == "parties.home"]
    if not unsaid or len(unsaid) < len(far):
        said = {
            f.party.key for f in far if f.party is not None and f.party.rule != "parties.home" and f.party.key != home
        }
        if not unsaid or len(said) != 1:
            return
    for figure in unsaid:
        if figure in near or not _holds_a_title(figure) or _told_before(marks, figure, near):
            continue
        state = nearest(marks, figure, home)
        if state is not None and (_told_together(marks, figure, state) or _only(marks, home, state.key)):
            figure.party = state


def _told_together(marks: Marks, figure: Figure, state: Mark) -> bool:
    """Whether a state stands in a paragraph with somebody, or in the title."""
    title = marks.text.find("\n")
    spans = [sorted((place.start, state.start)) for place in figure.places]
    return state.start < title or any("\n\n" not in marks.text[start:end] for start, end in spans)


def _only(marks: Marks, home: str, state: str) -> bool:
    """Whether the text speaks of no state but these, and of the other one not only in passing."""
    told = [sense.key for hit in marks.hits if (sense := marks.party(hit, "country", "demonym")) is not None]
    return set(told) <= {home, state} and told.count(state) >= LEAST_NAMED


def _holds_a_title(figure: Figure) -> bool:
    """Whether somebody has a rank or post, or is called by one: who has none acts for no state."""
    return any(
        place.ranks or place.posts or (place.relation is not None and place.relation.kind != "told")
        for place in figure.places
    )


def _told_before(marks: Marks, figure: Figure, others: list[Figure]) -> bool:
    """Whether somebody is first named in a sentence before all these."""
    first = min(other.places[0].start for other in others)
    return bool(_STOP.search(marks.text, figure.places[0].start, first))
