"""The reader: a report goes in, a reading comes out. The order of the steps stands here and nowhere else."""

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING

from communique.reader.bodies import close_bodies, find_bodies, find_sittings, settle_bodies
from communique.reader.engagements import close, find_engagements
from communique.reader.engagements.close import cite_party, mentions
from communique.reader.language import blanked, foreign_parts
from communique.reader.links import find_links
from communique.reader.marks import mark
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
from communique.reader.words import plain
from communique.reading import FOREIGN, Masthead, Person, Reading
from communique.report import Cited, Report

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Reports, and characters of them, that are parsed together: larger batches gained nothing in `make bench`, and those
# without a limit to their characters took half a gigabyte.
BATCH, BATCH_CHARACTERS = 16, 40_000

Foreign = tuple[Cited[str], ...]


class Reader:
    """Reads reports by rules over spaCy's parse and the lexicon; loads both once, at the first report."""

    version = "rules-0.1"

    def read(self, report: Report) -> Reading:
        """The reading of one report."""
        return next(self.read_many([report]))

    def read_many(self, reports: Iterable[Report]) -> Iterator[Reading]:
        """The readings of many reports, in order."""
        for batch in _batches(reports):
            found = ((report, foreign_parts(report.text)) for report in batch)
            pairs = ((_to_parse(*each), each) for each in found)
            for doc, (report, foreign) in parser().pipe(pairs, as_tuples=True, batch_size=BATCH):
                yield _read(report, doc, foreign)


def _batches(reports: Iterable[Report]) -> Iterator[list[Report]]:
    batch: list[Report] = []
    characters = 0
    for report in reports:
        if batch and (len(batch) == BATCH or characters + len(report.text) > BATCH_CHARACTERS):
            yield batch
            batch, characters = [], 0
        batch.append(report)
        characters += len(report.text)
    if batch:
        yield batch


def _to_parse(report: Report, foreign: Foreign) -> str:
    whole = any(each.rule == FOREIGN for each in foreign)
    return " " if whole else plain(blanked(report.text, foreign)) or " "


def open_page(report: Report, doc: "Doc", foreign: Foreign = ()) -> Page:
    """The page of a report and its parse, with its masthead, times and people; nothing is found in `foreign` parts."""
    marks = mark(blanked(report.text, foreign))
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    front = find_masthead(report, marks)
    page = Page(report, marks, front, doc, find_times(marks.text, anchor=front.anchor), foreign)
    page.sentences = list(doc.sents)
    page.begins = [sentence.start_char for sentence in page.sentences]
    page.figures = find_people(marks)
    page.home = settle_parties(marks, page.figures, front.home)
    return page


def _read(report: Report, doc: "Doc", foreign: Foreign = ()) -> Reading:
    if any(each.rule == FOREIGN for each in foreign):
        head = Masthead(id=report.id, url=report.url, published=report.published, title=report.title)
        return Reading(report=head, reader=Reader.version, foreign=foreign)
    page = open_page(report, doc, foreign)
    who = Who(page, find_mentions(page.marks, page.figures))
    bodies = find_bodies(page)
    drafts = find_engagements(page, who, find_sittings(page, bodies))
    bodies = settle_bodies(page, bodies, drafts)
    ids = {id(figure): f"P{number}" for number, figure in enumerate(page.figures, start=1)}
    return Reading(
        report=page.front.masthead,
        reader=Reader.version,
        engagements=close(page, drafts, ids),
        people=tuple(_person(page, figure, ids[id(figure)]) for figure in page.figures),
        bodies=close_bodies(page, bodies, drafts),
        statements=find_statements(page, who, encounters=bool(drafts)),
        links=find_links(page, drafts, bodies),
        foreign=foreign,
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
