"""What every form of a brief says alike: its headings, the names of sources, what is quoted of them."""

from collections.abc import Iterable

from communique.export.brief.dossier import Dossier, Passage, Source
from communique.export.texts import in_xml
from communique.wording import words

CONTACT, SOURCES = "Contact over the years", "Sources"
FOOT = "Only what reports say, as they say it; what none of them says is left empty."


def as_of(dossier: Dossier) -> str:
    """Which day it is of, and what that means."""
    return f"As of {words.date(dossier.on)}: only what was reported by then."


def marks(cited: Iterable[Passage]) -> str:
    """The marks of a line: `3a, 4`."""
    return ", ".join(each.mark for each in cited)


def name(source: Source) -> str:
    """A source without its title: `Kura News, 12 May 2031`; where no outlet is named, the report's id."""
    outlet = source.outlet or f"report {source.report}"
    return ", ".join(filter(None, (text(outlet), words.date(source.day) if source.day else None)))


def text(told: str) -> str:
    """Words of a report on one line, without what no page can hold."""
    return words.line(in_xml(told))
