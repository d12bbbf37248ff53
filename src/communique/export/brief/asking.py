"""What the record is asked for a brief, once, and the words of its reports that lines will quote."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self

from communique.export.brief.dossier import Passage
from communique.export.brief.passages import passage
from communique.record import Record
from communique.record.entries import Body, Engagement, ReportLine, Statement, Told
from communique.record.filters import BodyFilter
from communique.record.listed import Listed
from communique.record.questions import Contact, Coverage
from communique.record.questions.hindsight import LastTold
from communique.resolve.levels import LEVELS

ENGAGEMENTS = 300  # the latest, looked through for what a brief tells; no brief has room for a tenth of them
SHOWN = 30  # of these, as many as a brief may have room for
BODIES = 12
STATEMENTS = 60  # a side, the latest, from which those that say something are taken
HOLDERS = 12  # a side and level
NEVER = "9999-99-99"  # after any day
LEADING = LEVELS[: LEVELS.index("service chief") + 1]  # the levels whose holders a brief names


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownBody:
    """A standing body of both parties, and the engagements in which it met or is to meet, as told by the day."""

    body: Body
    engagements: tuple[Engagement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What reports of a day or before tell of two parties together; `older` engagements were not looked at."""

    parties: tuple[str, str]
    on: str
    engagements: tuple[Engagement, ...]
    older: int
    contact: Contact
    bodies: tuple[KnownBody, ...]
    holders: Mapping[str, tuple[LastTold, ...]]
    statements: Mapping[str, tuple[Statement, ...]]
    whole: Coverage
    undated: int

    @property
    def reports(self) -> set[str]:
        """The reports that are likely to be cited."""
        told = {each.report for engagement in self.engagements[:SHOWN] for each in engagement.tellings}
        said = {each.content.report for statements in self.statements.values() for each in statements}
        held = {each.office.report for holders in self.holders.values() for each in holders}
        return told | said | held


class Citing:
    """The reports of a record as lines cite them; each is looked up once, whatever room there is.

    `reports` are those that are likely to be cited, looked up together; `most` is how many signs of a sentence are
    quoted.
    """

    def __init__(self, record: Record, reports: Collection[str] = (), *, most: int = 0) -> None:
        self._record = record
        self._texts: dict[str, str] = {}
        self._lines = record.report_lines(reports) if reports else {}
        self._cited: dict[str, list[Passage]] = {}
        self.most = most

    def quoting(self, most: int) -> Self:
        """The same reports, with so much quoted of each sentence."""
        other = type(self)(self._record, most=most)
        other._texts, other._lines = self._texts, self._lines
        return other

    def passages(self, *told: Told[str] | None) -> tuple[Passage, ...]:
        """The passages that these values stand in, each once; one that was cited before, where it has their words."""
        return tuple(dict.fromkeys(self._passage(each) for each in told if each))

    def _passage(self, told: Told[str]) -> Passage:
        cited = self._cited.setdefault(told.report, [])
        having = (each for each in cited if each.start <= told.start and told.end <= each.end)
        found = next(having, None)
        if found is None:
            found = passage(self._text(told.report), told, self.most)
            cited.append(found)
        return found

    def line(self, report: str) -> ReportLine:
        """The outlet, title, day and address of a report."""
        if report not in self._lines:
            self._lines |= self._record.report_lines([report])
        return self._lines[report]

    def day(self, told: Told[str]) -> str:
        """The day of the report that tells a value; one after any other where it has none."""
        return self.line(told.report).day or NEVER

    def words(self, report: str, start: int, end: int) -> str:
        """The words of a report between two offsets."""
        return self._text(report)[start:end]

    def _text(self, report: str) -> str:
        if report not in self._texts:
            self._texts[report] = self._record.text(report).text
        return self._texts[report]


def known(record: Record, parties: tuple[str, str], on: str) -> Known:
    """All that a brief on these parties (codes) as of a day (ISO) can tell."""
    found = record.engagements_by(on, parties=parties, limit=ENGAGEMENTS)
    bodies = tuple(_bodies(record, parties, on))
    told = {each.id: each for each in (*found.entries, *(each for body in bodies for each in body.engagements))}
    return Known(
        parties=parties,
        on=on,
        engagements=tuple(told.values()),
        older=max(0, found.total - ENGAGEMENTS),
        contact=record.contact_by(on, parties=parties),
        bodies=bodies,
        holders={each: tuple(record.holders_by(on, party=each, levels=LEADING, limit=HOLDERS)) for each in parties},
        statements={each: _statements(record, each, parties, on).entries for each in parties},
        whole=record.coverage_by(on),
        undated=record.undated_reports(parties=parties),
    )


def _bodies(record: Record, parties: tuple[str, str], on: str) -> list[KnownBody]:
    """The bodies of both that a report had named by the day, those that met last first."""
    found = []
    for line in record.listed(BodyFilter(parties=parties, limit=BODIES)).entries:
        body = record.body(line.id)
        days = record.report_lines([each.report for each in (*body.names, *body.aliases)])
        if any(each.day and each.day <= on for each in days.values()):
            found.append(KnownBody(body=body, engagements=record.engagements_by(on, body=body.id).entries))
    return found


def _statements(record: Record, party: str, parties: tuple[str, str], on: str) -> Listed[Statement]:
    return record.statements_by(on, party=party, between=parties, limit=STATEMENTS)
