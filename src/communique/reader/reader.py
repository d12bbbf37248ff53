"""The reader: a report goes in, a reading comes out. The order of the steps stands here and nowhere else."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.reader.bodies import close_bodies, find_bodies, find_sittings, settle_bodies
from communique.reader.engagements import close, find_engagements, settle_grounds
from communique.reader.engagements.close import cite_party, mentions
from communique.reader.gate import Stretch, blanked_but, may_tell
from communique.reader.language import blanked, foreign_parts
from communique.reader.links import find_links
from communique.reader.marks import Marks, mark
from communique.reader.masthead import find_masthead
from communique.reader.offices import find_offices
from communique.reader.page import Page
from communique.reader.parser import parser
from communique.reader.parties import settle_parties
from communique.reader.people import Figure, find_people
from communique.reader.people.names import find_names
from communique.reader.refer import find_mentions
from communique.reader.statements import find_statements
from communique.reader.times import find_times
from communique.reader.who import Who
from communique.reading import FOREIGN, Masthead, Person, Reading
from communique.report import Cited, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Reports, and characters of them, that are parsed together: larger batches gained nothing in `make bench`, and those
# without a limit to their characters took half a gigabyte.
BATCH, BATCH_CHARACTERS = 16, 40_000

Foreign = tuple[Cited[str], ...]


class Reader:
    """Reads reports by rules over spaCy's parse and the lexicon; loads both once, at the first report.

    Only what may tell of an encounter is parsed; with `gated` False everything is.
    """

    version = "rules-0.1"

    def __init__(self, *, gated: bool = True) -> None:
        self._gated = gated

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order."""
        for batch in _batches(_look(report, gated=self._gated) for report in reports):
            parsed = parser().pipe([each.shown for each in batch if each.shown], batch_size=BATCH)
            for each in batch:
                yield _read(each, next(parsed)) if each.shown else _closed(each)


@dataclass(frozen=True, slots=True)
class _Looked:
    """A report before it is parsed: its parts that are not English, its marks, and what of it is to be parsed."""

    report: Report
    foreign: Foreign
    marks: Marks
    shown: str


def _look(report: Report, *, gated: bool) -> _Looked:
    foreign = foreign_parts(report.text)
    if any(each.rule == FOREIGN for each in foreign):
        return _Looked(report, foreign, mark(""), "")
    marks = mark(blanked(report.text, foreign))
    worth = may_tell(marks) if gated else [Stretch(0, len(marks.text))]
    return _Looked(report, foreign, marks, blanked_but(marks.text, worth) if worth else "")


def _batches(reports: Iterable[_Looked]) -> Iterator[list[_Looked]]:
    batch: list[_Looked] = []
    characters = 0
    for each in reports:
        size = len(each.report.text)
        if batch and (len(batch) == BATCH or characters + size > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(each)
        characters += size
    if batch:
        yield batch


def _closed(looked: _Looked) -> Reading:
    """The reading of a page that is not parsed: who published it and, in English, whom it names."""
    report = looked.report
    if any(each.rule == FOREIGN for each in looked.foreign):
        head = Masthead(id=report.id, url=report.url, published=report.published, title=report.title)
        return Reading(report=head, reader=Reader.version, foreign=looked.foreign)
    page = open_page(report, parser().make_doc(" "), looked.foreign, looked.marks)
    people = (_person(page, figure, f"P{number}") for number, figure in enumerate(page.figures, start=1))
    return Reading(report=page.front.masthead, reader=Reader.version, people=tuple(people), foreign=looked.foreign)


def open_page(report: Report, doc: "Doc", foreign: Foreign = (), marks: Marks | None = None) -> Page:
    """The page of a report and its parse, with its masthead, times and people; nothing is found in `foreign` parts."""
    marks = marks or mark(blanked(report.text, foreign))
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    front = find_masthead(report, marks)
    page = Page(report, marks, front, doc, find_times(marks.text, anchor=front.anchor), foreign)
    page.sentences = list(doc.sents) if doc.has_annotation("SENT_START") else []
    page.begins = [sentence.start_char for sentence in page.sentences]
    page.figures = find_people(marks)
    page.home = settle_parties(marks, page.figures, front.home)
    return page


def _read(looked: _Looked, doc: "Doc") -> Reading:
    page = open_page(looked.report, doc, looked.foreign, looked.marks)
    who = Who(page, find_mentions(page.marks, page.figures))
    bodies = find_bodies(page)
    drafts = find_engagements(page, who, find_sittings(page, bodies))
    bodies = settle_bodies(page, bodies, drafts)
    links = find_links(page, drafts, bodies)
    settle_grounds(page, drafts)  # after the links: a country that is only likely joins nothing
    ids = {id(figure): f"P{number}" for number, figure in enumerate(page.figures, start=1)}
    return Reading(
        report=page.front.masthead,
        reader=Reader.version,
        engagements=close(page, drafts, ids),
        people=tuple(_person(page, figure, ids[id(figure)]) for figure in page.figures),
        bodies=close_bodies(page, bodies, drafts),
        statements=find_statements(page, who, encounters=bool(drafts)),
        links=links,
        foreign=looked.foreign,
    )


def _person(page: Page, figure: Figure, name: str) -> Person:
    return Person(
        id=name,
        name=page.marked(figure.name),
        rank=page.marked(figure.rank) if figure.rank else None,
        office=tuple(page.marked(office) for office in figure.offices),
        party=cite_party(page, figure.party),
        mentions=mentions(page, figure),
    )


def read(
    text: str,
    *,
    published: str | None = None,
    url: str | None = None,
    title: str | None = None,
    id: str = "report",  # noqa: A002 - the name reports give it
) -> Reading:
    """The reading of one text.

    `published` is the ISO date of publication, against which days without a year are read; the rest is kept as given.
    """
    return _reader().read(Report(id, text, url=url, published=published, title=title))


@cache
def _reader() -> Reader:
    return Reader()
