"""Who holds which office on either side, as far as reported: never longer than a report vouches for."""

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.export.brief.sections.sides import by_side
from communique.record.questions.hindsight import LastTold
from communique.resolve.posts import office_words
from communique.wording import words


def offices(known: Known, citing: Citing, room: Room) -> Section:
    """The last holder told of each leading office, the highest level first."""
    parts, more = by_side(
        known.parties,
        lambda party: _last_told(known.holders[party]),
        shown=lambda found: found[: room.holders],
        line=lambda told: _line(told, citing, room),
        empty="No holder of a leading office is reported.",
    )
    return Section(
        title="Who holds which office",
        parts=parts,
        note="The day is that of the last report that gives the office; what is so since then is not known.",
        left_out=telling.left_out(more, 0, "holder"),
    )


def _last_told(holders: tuple[LastTold, ...]) -> list[LastTold]:
    """One holder of each office and one office of each person: those told last; by level, the last told first."""
    levels = list(dict.fromkeys(each.level for each in holders))
    people: set[str] = set()
    posts: set[frozenset[str]] = set()
    found = []
    for each in sorted(holders, key=lambda each: each.day, reverse=True):
        post = office_words(each.office.value)
        if each.person not in people and post not in posts:
            people.add(each.person)
            posts.add(post)
            found.append(each)
    return sorted(found, key=lambda each: levels.index(each.level))


def _line(told: LastTold, citing: Citing, room: Room) -> Line:
    text = f"{telling.plain(told.name)}, {telling.plain(told.office.value)}"
    return Line(label=words.date(told.day), text=telling.clipped(text, room.text), cited=citing.passages(told.office))
