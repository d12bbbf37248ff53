"""The order in which a dossier is written on paper, whatever the file it becomes."""

from collections.abc import Sequence
from typing import Protocol

from communique.export.brief.dossier import Dossier, Plot, Section, Source


class Sheet(Protocol):
    """Where a dossier is written, part by part."""

    def head(self, dossier: Dossier, /) -> None:
        """The parties, the day, and what the brief rests on."""

    def plot(self, plot: Plot, /) -> None:
        """The contact plot with its heading."""

    def section(self, section: Section, /) -> None:
        """A heading with its parts."""

    def sources(self, sources: Sequence[Source], /) -> None:
        """The list of sources, and the last word."""


def write(dossier: Dossier, sheet: Sheet) -> None:
    """Write all of a dossier, from its head to its sources."""
    sheet.head(dossier)
    if dossier.plot:
        sheet.plot(dossier.plot)
    for section in dossier.sections:
        sheet.section(section)
    sheet.sources(dossier.sources)
