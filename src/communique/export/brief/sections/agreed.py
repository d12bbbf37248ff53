"""What was signed, and what is open: instruments that reports tell of as discussed or agreed, and not as signed."""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.export.brief.asking import Citing, Known
from communique.export.brief.dossier import Line, Part, Section
from communique.export.brief.sections import telling
from communique.export.brief.sections.room import Room
from communique.record.entries import Document, Engagement
from communique.resolve import fold
from communique.resolve.statuses import CONCLUDED

REACHED = (None, "proposed", "agreed", *CONCLUDED)


@dataclass(frozen=True, slots=True)
class Instrument:
    """A document as its furthest telling has it, and the engagement that tells so."""

    document: Document
    at: Engagement

    @property
    def status(self) -> str | None:
        """What it is told to be; None where that is not told."""
        return self.document.status.value if self.document.status else None


def agreed(known: Known, citing: Citing, room: Room) -> Section:
    """The instruments of the two, the latest first, those signed apart from those that are open."""
    found = _instruments(known.engagements)
    done = [each for each in found if each.status in CONCLUDED]
    still = [each for each in found if each.status not in CONCLUDED]
    shown = [group[: room.documents] for group in (done, still)]
    parts = (
        Part(
            heading="Signed or in force",
            lines=tuple(_line(each, citing, room) for each in shown[0]),
            empty="No instrument is reported signed.",
        ),
        Part(
            heading="Open: not reported signed",
            lines=tuple(_line(each, citing, room) for each in shown[1]),
            empty="No instrument is reported open.",
        ),
    )
    return Section(
        title="Instruments",
        parts=parts,
        left_out=telling.left_out(len(found), sum(map(len, shown)), "instrument"),
    )


def _instruments(engagements: Sequence[Engagement]) -> list[Instrument]:
    """Each instrument once, where it got furthest; of one name in other letters only, the same."""
    found: dict[str, Instrument] = {}
    for engagement in telling.latest_first(engagements):
        for document in engagement.documents:
            told, name = Instrument(document, engagement), fold(document.name.value)
            known = found.setdefault(name, told)
            if REACHED.index(told.status) > REACHED.index(known.status):
                found[name] = told
    days = {name: (telling.days(each.at) or ("", ""))[1] for name, each in found.items()}
    return [found[name] for name in sorted(found, key=lambda each: days[each], reverse=True)]


def _line(told: Instrument, citing: Citing, room: Room) -> Line:
    status = told.status or "status not told"
    return Line(
        label=telling.when(told.at),
        text=f"{telling.capital(telling.clipped(told.document.name.value, room.text))} ({status})",
        cited=citing.passages(told.document.name, told.document.status)[:2],
    )
