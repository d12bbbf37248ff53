"""From a record to a dossier: what is known is asked for once, and told in as much room as three pages have."""

from communique.errors import ExportError, NotInRecord
from communique.export.brief.asking import Citing, Known, known
from communique.export.brief.dossier import Dossier, Plot, Section, Year
from communique.export.brief.fitting import fits
from communique.export.brief.numbering import numbered
from communique.export.brief.sections.agreed import agreed
from communique.export.brief.sections.bodies import bodies
from communique.export.brief.sections.coming import coming
from communique.export.brief.sections.meetings import meetings
from communique.export.brief.sections.offices import offices
from communique.export.brief.sections.positions import positions
from communique.export.brief.sections.room import ROOMS, Room
from communique.record import EngagementFilter, Record
from communique.record.questions import Contact, Coverage
from communique.resolve import bounds
from communique.wording import parties, words

SECTIONS = (meetings, coming, agreed, bodies, offices, positions)
YEARS = 15  # the last, in the plot
OUTLETS = 4  # named in what it rests on


def dossier(record: Record, between: tuple[str, str], *, on: str) -> Dossier:
    """What a brief on two parties (codes or names) says, as of a day (ISO; the last of a month or year).

    Only what was reported by then.

    Raises ExportError where the two are one, or the day is none, NotInRecord where nobody knows one of them.
    """
    one, other = (_known(record, each) for each in between)
    if one == other:
        raise ExportError(f"a brief is on two parties, and {between[0]} and {between[1]} are one; name another")
    covered = bounds(on)
    if covered is None:
        raise ExportError(f"{on!r} is no day; write 2017, 2017-10 or 2017-10-24")
    found = known(record, (one, other), covered[1])
    citing = Citing(record, found.reports)
    for room in ROOMS:
        made = _told(found, citing.quoting(room.passage), room)
        if fits(made):
            break
    return made


def _known(record: Record, given: str) -> str:
    """The code of a party that the lexicon or the record knows."""
    code = parties.code(given)
    if parties.name(code) == code and not record.engagements(EngagementFilter(parties=(code,), limit=1)):
        raise NotInRecord(f"no party {given!r} in the record; give the code or the name of a country or organisation")
    return code


def _told(found: Known, citing: Citing, room: Room) -> Dossier:
    sections, sources = numbered([each(found, citing, room) for each in SECTIONS], citing.line)
    one, other = found.parties
    return Dossier(
        parties=found.parties,
        names=(parties.name(one), parties.name(other)),
        on=found.on,
        plot=_plot(found.contact),
        sections=sections,
        sources=sources,
        rests_on=_rests_on(found),
        left_out=tuple(_left_out(sections)),
    )


def _plot(contact: Contact) -> Plot | None:
    """The years to draw, from the first encounter to that of the day; None where there is no encounter."""
    if not any(each.total for each in contact.periods):
        return None
    first = next(nth for nth, each in enumerate(contact.periods) if each.total)
    shown = contact.periods[max(first, len(contact.periods) - YEARS) :]
    groups = [group for group in contact.groups if any(dict(each.groups).get(group) for each in shown)]
    years = tuple(
        Year(
            name=each.name,
            counts=tuple((group or "not told", len(dict(each.groups).get(group, ()))) for group in groups),
            covered=bool(each.reports) or bool(each.total),
        )
        for each in shown
    )
    earlier = sum(each.total for each in contact.periods) - sum(each.total for each in years)
    said = [f"{words.count(sum(each.total for each in years), 'encounter')} held, by the level of the lower side"]
    said += [f"{earlier:,} earlier"] if earlier else []
    said += [f"{contact.undated:,} of no known day"] if contact.undated else []
    said += ["a dot where the record has no report"] if any(not each.covered for each in years) else []
    return Plot(groups=tuple(group or "not told" for group in groups), years=years, caption="; ".join(said) + ".")


def _rests_on(found: Known) -> str:
    """Which reports this is drawn from, and what the record has at all where none of them tells of the two."""
    one, other = (parties.name(each) for each in found.parties)
    undated = f" {words.count(found.undated, 'report')} without a day left out." if found.undated else ""
    coverage = found.contact.coverage
    if coverage.reports:
        how_many = words.count(coverage.reports, "report")
        return f"Rests on {how_many} of encounters of {one} and {other}, {_whence(coverage)}.{undated}"
    none = f"No report of {words.date(found.on)} or before"
    if not found.whole.reports:
        return f"{none} is in the record.{undated}"
    has = words.count(found.whole.reports, "report")
    return f"{none} tells of an encounter of {one} and {other}; the record has {has}, {_whence(found.whole)}.{undated}"


def _whence(coverage: Coverage) -> str:
    """From which days and outlets reports are."""
    named = [f"{name} ({count:,})" for name, count in coverage.outlets if name]
    outlets = named[:OUTLETS]
    if len(named) > OUTLETS:
        outlets.append(words.count(len(named) - OUTLETS, "other outlet"))
    if unnamed := sum(count for name, count in coverage.outlets if not name):
        outlets.append(f"{unnamed:,} with no outlet named")
    return f"from {words.dates(coverage.first, coverage.last)}: {words.listed(outlets)}"


def _left_out(sections: tuple[Section, ...]) -> list[str]:
    return [f"{each.title}: {each.left_out}" for each in sections if each.left_out]
