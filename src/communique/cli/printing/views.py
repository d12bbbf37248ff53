"""One entry of the record on a page: a report, an engagement, a person, a standing body.

Loaded by the commands that show one, never by `--help`: it stands on rich.
"""

from collections.abc import Iterable, Iterator
from functools import singledispatch
from typing import Any

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli.printing import facts, marks, tables
from communique.cli.printing.facts import joined, told
from communique.cli.printing.tables import Column
from communique.record.entries import Body, Document, Engagement, Link, Person, Posting, StoredReport, Told
from communique.wording import parties, words

TEXT_WIDTH = 100  # columns of a report's text: longer lines are hard to read
LABEL_WIDTH = 10
CONFLICT = "conflict"  # label of what other accounts tell where they contradict the value above
SHOWN_REPORTS = 3  # that vouch for a posting; `--json` has all


@singledispatch
def view(entry: Any) -> Iterator[RenderableType]:
    """The entry's page, block by block."""
    raise TypeError(f"no view of {type(entry).__name__}")


@view.register
def _report(entry: StoredReport) -> Iterator[RenderableType]:
    report, reading = entry.report, entry.reading
    found = marks.marks(reading)
    if report.title:
        yield Text(words.line(report.title), "bold")
    yield _masthead(entry)
    if report.url:
        yield _unbroken(report.url)
    if entry.aliases:
        yield Text(f"also known as {words.line(', '.join(entry.aliases))}", "dim")
    yield from _repeats(entry)
    yield Text()
    yield Padding(_Narrow(marks.marked(report.text.strip("\r\n"), _shifted(found, report.text))), (0, 0, 0, 2))
    yield Text()
    if reading.language:
        yield Text(f"It is not English ({reading.language}), and was not read.", "dim")
        return
    if reading.foreign:
        languages = words.listed(sorted({each.value for each in reading.foreign}))
        yield Text(f"{words.count(len(reading.foreign), 'passage')} not English ({languages}), and not read.", "dim")
    if not found:
        yield Text("Nothing in it was read as an engagement, a body or a statement.", "dim")
        return
    yield Text("  ").append_text(marks.legend(found))
    yield Text()
    yield from facts.facts(reading, entry.ids)


@view.register
def _engagement(entry: Engagement) -> Iterator[RenderableType]:
    yield from heading(entry)
    yield Text()
    several = len(entry.tellings) > 1
    yield _cited_table(_engagement_rows(entry), several=several)
    yield Text()
    yield from _tellings(entry)


def heading(entry: Engagement) -> Iterator[Text]:
    """What, when and where in a line, and the id."""
    start, end = (each.value if each else None for each in (entry.start, entry.end))
    when = words.dates(start, end, undated=entry.undated)
    what = tables.kind(entry)
    what.stylize("bold")
    yield joined((what, told("date", when if start else f"day {when}"), facts.place(entry.place, entry.country)), " · ")
    yield Text(entry.id, "dim")


@view.register
def _person(entry: Person) -> Iterator[RenderableType]:
    party = told("party", parties.name(entry.party)) if entry.party else None
    yield joined((told("person", entry.name), party), " · ")
    yield Text(entry.id, "dim")
    written = dict.fromkeys(words.line(each.value) for each in entry.names)
    if set(written) - {entry.name}:
        yield Text().append("written ", "dim").append_text(joined(told("person", each) for each in written))
    if entry.postings:
        yield from (Text("\nPosts, as reports vouch for them", "bold"), _postings(entry.postings))
    if entry.engagements:
        yield from (Text("\nEngagements", "bold"), tables.engagements(entry.engagements))
    if entry.statements:
        yield from (Text("\nSaid", "bold"), tables.statements(entry.statements, of_one=True))


@view.register
def _body(entry: Body) -> Iterator[RenderableType]:
    yield told("body", entry.name)
    yield joined(told("party", parties.name(each)) for each in entry.parties)
    yield Text(entry.id, "dim")
    yield Text()
    yield _grid(_body_rows(entry))
    if entry.sessions:
        yield from (Text("\nSessions", "bold"), tables.sessions(entry.sessions))
    else:
        yield Text("\nNo session of it is reported.", "dim")
    if entry.links:
        yield from (Text("\nLinks", "bold"), _grid(("", _link(each)) for each in entry.links))


class _Narrow:
    """A renderable that takes no more than TEXT_WIDTH columns."""

    def __init__(self, inner: Text) -> None:
        self.inner = inner

    def __rich_console__(self, console: Any, options: Any) -> Iterator[RenderableType]:
        lines = self.inner.wrap(console, min(options.max_width, TEXT_WIDTH))
        yield from lines


def _shifted(found: list[marks.Mark], text: str) -> list[marks.Mark]:
    """The marks for a text shown without the empty lines it begins with."""
    by = len(text) - len(text.lstrip("\r\n"))
    return [marks.Mark(mark.start - by, mark.end - by, mark.kind) for mark in found]


def _repeats(entry: StoredReport) -> Iterator[Text]:
    """Which report counts in the place of this one, and in whose place this one does."""
    for how, ids in (
        ("a copy of", (entry.copy_of,)),
        ("corrected by", (entry.corrected_by,)),
        ("copies of it:", entry.copies),
        ("it corrects", entry.corrects),
    ):
        if known := [each for each in ids if each]:
            yield Text(f"{how} {words.line(', '.join(known))}", "dim")


def _masthead(entry: StoredReport) -> Text:
    """Id, day, publisher and source of a report, as far as they are known."""
    report, head = entry.report, entry.reading.report
    published = told("date", words.date(report.published)) if report.published else None
    publisher = told("source", head.publisher.value) if head.publisher else None
    source = told("source", f"from {head.attributed_to.value}") if head.attributed_to else None
    known_by = Text(words.line(report.id), "dim" if report.title else "bold")
    return joined((known_by, published, publisher, source), " · ")


def _engagement_rows(entry: Engagement) -> Iterator[tuple[str, Text, Told[Any]]]:
    yield "told as", told("engagement", entry.trigger.quote), entry.trigger
    yield from _otherwise(entry, "kind", "engagement", entry.kind)
    yield from _day_rows(entry)
    if entry.place:
        yield "place", told("place", entry.place.value), entry.place
        yield from _otherwise(entry, "place", "place", entry.place)
    if entry.country:
        yield "country", told("place", _as_told("country", entry.country)), entry.country
        yield from _otherwise(entry, "country", "place", entry.country)
    if entry.body:
        yield "body", told("body", entry.body.value).append(f"  {entry.body_id or ''}", "dim"), entry.body
        yield from _otherwise(entry, "body", "body", entry.body)
    if entry.session_number:
        yield "session", told("body", words.ordinal(entry.session_number.value)), entry.session_number
        yield from _otherwise(entry, "session_number", "body", entry.session_number)
    for member in entry.participants:
        yield from _participant_rows(member)
        if member.person:
            yield from _otherwise(entry, "rank", "rank and office", member.rank, person=member.person)
            yield from _otherwise(entry, "office", "rank and office", person=member.person)
    for party in entry.parties:
        yield from _otherwise(entry, "leads", "person", party=party)
    yield from (("topic", told("topic", each.value), each) for each in entry.topics)
    yield from (("outcome", told("outcome", each.value), each) for each in entry.outcomes)
    yield from (_document_row(each) for each in entry.documents)
    yield from _otherwise(entry, "document", "outcome")
    yield from (("link", _link(each), each.evidence) for each in entry.links)


def _day_rows(entry: Engagement) -> Iterator[tuple[str, Text, Told[Any]]]:
    for label, name, each in (("from", "start", entry.start), ("to", "end", entry.end)):
        others = list(_otherwise(entry, name, "date", each))
        same = label == "to" and each and entry.start and each.value == entry.start.value
        if each and (others or not same):
            yield label, told("date", words.date(each.value)), each
        yield from others


def _otherwise(
    entry: Engagement,
    name: str,
    kind: str,
    shown: Told[Any] | None = None,
    *,
    person: str | None = None,
    party: str | None = None,
) -> Iterator[tuple[str, Text, Told[Any]]]:
    """What accounts tell of a field in which they contradict each other, one row a value but the one that is shown.

    Of who leads a side, and of documents, several are shown: the row then has only who or what is in conflict.
    """
    for field in entry.conflicts:
        if (field.name, field.person, field.party) == (name, person, party):
            for value in field.values:
                cited: Any = value.vouchers[0].told
                if not shown or value.value != shown.value:
                    yield CONFLICT, told(kind, _as_told(name, cited)), cited


def _as_told(name: str, cited: Told[Any]) -> str:
    """A value of a field in words; of who leads a side, the name."""
    if name in ("start", "end"):
        return words.date(cited.value)
    if name == "leads":
        return f"{words.line(cited.quote)} leads"
    if name == "country":
        return f"{parties.name(cited.value)} ({cited.value})"
    return words.ordinal(cited.value) if name == "session_number" else words.line(cited.value)


def _participant_rows(member: Any) -> Iterator[tuple[str, Text, Told[Any]]]:
    """One row for who it is, one for each rank and office, with the words of each."""
    role = facts.role(member)
    leads = Text(" leads", marks.STYLES["engagement"]) if member.leads and member.leads.value else Text()
    party = Text(f" ({parties.name(member.party.value)})", marks.STYLES["party"]) if member.party else Text()
    if member.name:
        named = told("person", member.name.value) + party + leads
        yield role, named.append(f"  {member.person or ''}", "dim"), member.name
        role, party, leads = "", Text(), Text()
    for each in (*((member.rank,) if member.rank else ()), *member.office):
        yield role, told("rank and office", each.value) + party + leads, each
        role, party, leads = "", Text(), Text()
    if role and member.party:
        yield role, Text("delegation", marks.STYLES["rank and office"]) + party + leads, member.party


def _document_row(document: Document) -> tuple[str, Text, Told[Any]]:
    status = told("engagement", document.status.value) if document.status else None
    return "document", joined((told("outcome", document.name.value), status)), document.name


def _cited_table(rows: Iterable[tuple[str, Text, Told[Any]]], *, several: bool) -> Table:
    """Label, value and the words it stands on; the report too where `several` tell of it."""
    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False)
    table.add_column("", min_width=LABEL_WIDTH, style="dim", no_wrap=True)
    table.add_column("", ratio=3)
    table.add_column("in the words", ratio=2)
    if several:
        table.add_column("of", overflow="fold")
    before = ""
    for label, value, cited in rows:
        quote = words.line(cited.quote)
        same = quote == value.plain or value.plain.startswith(quote)
        quoted = Text("" if same else f"“{quote}”", "dim")
        report = (Text(words.line(cited.report), "dim"),) if several else ()
        named = Text(label, "bold red") if label == CONFLICT else label if label != before else ""
        table.add_row(named, value, quoted, *report)
        before = label or before
    return table


def _tellings(entry: Engagement) -> Iterator[Text]:
    for telling in entry.tellings:
        day = f" ({words.date(telling.day)})" if telling.day else ""
        status = f", as {telling.status.value}" if len({each.status.value for each in entry.tellings}) > 1 else ""
        yield Text().append("Told in ", "dim").append(words.line(telling.report)).append(day + status, "dim")
        if telling.url:
            yield _unbroken(telling.url)


def _unbroken(address: str) -> Text:
    """An address, in one piece, so that a terminal can open it."""
    return Text(words.line(address), "dim", no_wrap=True)


def _postings(postings: Iterable[Posting]) -> Table:
    table = tables.plain(
        Column("Reported", share=3), Column("Rank and office", share=4), Column("For", 10), Column("Reports", share=3)
    )
    for each in postings:
        post = [told("rank and office", part) for part in (each.rank, each.office) if part]
        told_in = dict.fromkeys(words.line(citation.report) for citation in each.citations)
        table.add_row(
            told("date", words.dates(each.first, each.last)),
            joined(post),
            tables.parties((each.party,) if each.party else ()),
            Text(_some(list(told_in)), "dim"),
        )
    return table


def _some(reports: list[str]) -> str:
    more = len(reports) - SHOWN_REPORTS
    return ", ".join(reports[:SHOWN_REPORTS]) + (f" and {more} more" if more > 0 else "")


def _body_rows(entry: Body) -> Iterator[tuple[str, Text]]:
    also = dict.fromkeys(words.line(each.value) for each in (*entry.names, *entry.aliases))
    yield from (("also", told("body", each)) for each in also if each != entry.name)
    yield from (("kind", told("body", each)) for each in dict.fromkeys(each.value for each in entry.kind))
    yield from (("area", told("topic", each)) for each in dict.fromkeys(each.value for each in entry.areas))
    for head in entry.heads:
        when = told("date", words.dates(head.first, head.last)) if head.first else None
        party = told("party", head.party.value) if head.party else None
        yield "head", joined((told("person", head.name.value), party, when))
    if entry.missing:
        yield "not told", told("body", f"session {words.listed([str(each) for each in entry.missing])}")


def _link(link: Link) -> Text:
    return Text(f"{link.from_id} {link.relation.replace('_', ' ')} {link.to_id}", marks.STYLES["engagement"])


def _grid(rows: Iterable[tuple[str, Text]]) -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0))
    grid.add_column(min_width=LABEL_WIDTH, style="dim", no_wrap=True)
    grid.add_column()
    before = ""
    for label, value in rows:
        grid.add_row("" if label == before else label, value)
        before = label
    return grid
