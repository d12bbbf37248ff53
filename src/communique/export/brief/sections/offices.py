"""Who holds which office on either side, as far as reported: never longer than a report vouches for."""

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Part, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.record.questions import Holder
from communique.resolve.posts import office_words
from communique.wording import parties, words

Known_ = tuple[str, Holder]


def offices(known: Known, citing: Citing, room: Room) -> Section:
    """The last holder told of each leading office, the highest level first."""
    parts, more = [], 0
    for party in known.parties:
        found = _last_told(known.holders[party], citing)
        shown = found[: room.holders]
        more += len(found) - len(shown)
        lines = tuple(_line(each, day, citing, room) for each, day in shown)
        parts.append(Part(heading=parties.name(party), lines=lines, empty="No holder of a leading office is reported."))
    return Section(
        title="Who holds which office",
        parts=tuple(parts),
        note="The day is that of the last report that gives the office; what is so since then is not known.",
        left_out=telling.left_out(more, 0, "holder"),
    )


def _last_told(holders: tuple[Known_, ...], citing: Citing) -> list[tuple[Holder, str]]:
    """One holder of each office and one office of each person: those told last; by level, the last told first."""
    told = [(level, each, citing.line(each.before.report).day or "") for level, each in holders if each.before]
    levels = list(dict.fromkeys(level for level, *_ in told))
    people: set[str] = set()
    posts: set[frozenset[str]] = set()
    found = []
    for level, each, day in sorted(told, key=lambda row: (row[2], row[1].person), reverse=True):
        post = office_words(each.office)
        if each.person not in people and post not in posts:
            people.add(each.person)
            posts.add(post)
            found.append((levels.index(level), each, day))
    return [(each, day) for _, each, day in sorted(found, key=lambda row: row[0])]


def _line(told: Holder, day: str, citing: Citing, room: Room) -> Line:
    text = f"{telling.plain(told.name)}, {telling.plain(told.office)}"
    return Line(label=words.date(day), text=telling.clipped(text, room.text), cited=citing.passages(told.before))
