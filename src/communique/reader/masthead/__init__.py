"""The masthead: who publishes, on whose word, from where and of which day; and where the running text begins.

The steps, in order: the head of the report is told from its text (`head`), who publishes (`publisher`) and who is
named as the source (`source`) are found, lines that are no running text are marked (`furniture`), and the party whose
officials go without a country is settled (`home`).
"""

import datetime
from dataclasses import dataclass

from communique.reader.marks import Marks
from communique.reader.masthead.days import iso_date
from communique.reader.masthead.furniture import skips
from communique.reader.masthead.head import find_head
from communique.reader.masthead.home import find_home
from communique.reader.masthead.lines import lines
from communique.reader.masthead.publisher import find_publisher
from communique.reader.masthead.rules import RULES
from communique.reader.masthead.source import find_source
from communique.reading import Masthead
from communique.report import Cited, Report

Span = tuple[int, int]

__all__ = ["RULES", "Front", "find_masthead"]


@dataclass(frozen=True, slots=True)
class Front:
    """What the head and foot of a report tell before its text is read. All offsets are half-open code points.

    `anchor` is the day that `today` and dates without a year are read from, with its year settled; None where the
    report tells none. Running text begins at `body_start`; `titles` are headlines, which may tell of the engagement;
    `skips` are ranges that are no running text (dateline, byline, caption, tag, footer), in order.
    `home` is the ISO code or short name of the party whose officials the publisher names without a country, and
    `home_cited` the words it stands on, where the text has them.
    """

    masthead: Masthead
    anchor: datetime.date | None
    body_start: int
    titles: tuple[Span, ...]
    skips: tuple[Span, ...]
    home: str | None
    home_cited: Cited[str] | None


def find_masthead(report: Report, marks: Marks) -> Front:
    """What the head and foot of a report tell; `marks` are those of its text."""
    text = report.text
    rows = lines(marks.text)
    published = iso_date(report.published)
    head = find_head(rows, marks)
    date = head.day.settled(published) if head.day else None
    publisher = find_publisher(text, marks, rows, head)
    source = find_source(text, marks, rows, head)
    closing = head.closing.settled(published) if head.closing else None
    home, home_cited = find_home(report, marks, head, publisher=publisher, source=source)
    masthead = Masthead(
        id=report.id,
        url=report.url,
        published=report.published,
        title=report.title,
        publisher=publisher,
        attributed_to=source,
        dateline_place=Cited(text, *head.place, value=text[slice(*head.place)], rule=head.place_rule)
        if head.place
        else None,
        dateline_date=Cited(text, head.day.start, head.day.end, value=date.isoformat(), rule=head.day_rule)
        if head.day and date
        else None,
    )
    return Front(
        masthead=masthead,
        anchor=date or closing or published,
        body_start=head.body_start,
        titles=tuple(head.titles),
        skips=skips(rows, head, signature=(publisher.start, publisher.end) if publisher else None),
        home=home,
        home_cited=home_cited,
    )
