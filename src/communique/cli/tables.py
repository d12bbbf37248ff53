"""Lists of the record as tables, one row an entry, in the colours of their kinds of value."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from communique.cli import facts, words
from communique.cli.facts import joined, told
from communique.cli.marks import STYLES

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

    from communique.record import BodyLine, Engagement, PersonLine, Statement
    from communique.record.entries import Session

SHOWN_NAMES = 4  # participants named in a row; `show` names all
SHOWN_PARTIES = 7  # likewise
KIND_WIDTH, PARTIES_WIDTH = 16, 12  # columns: `11th session,` / `planned` and four codes to a line


def engagements(entries: "Sequence[Engagement]") -> "Table":
    """When, what, between whom, where and who, one engagement a row."""
    table = plain("Id", "When")
    table.add_column("What", max_width=KIND_WIDTH)
    table.add_column("Parties", max_width=PARTIES_WIDTH)
    table.add_column("Where", ratio=2)
    table.add_column("Who", ratio=4)
    for each in entries:
        table.add_row(identity(each.id), when(each), kind(each), parties(each.parties), where(each), _who(each))
    return table


def people(entries: "Sequence[PersonLine]") -> "Table":
    """Name, party and the latest post reported, one person a row."""
    table = plain("Id", "Name", "Party")
    table.add_column("Latest rank and office reported", ratio=1)
    _numbers(table, "Reports", "Engagements")
    for each in entries:
        post = [each.posting.rank, each.posting.office] if each.posting else []
        table.add_row(
            identity(each.id),
            told("person", each.name),
            parties((each.party,) if each.party else ()),
            joined(told("rank and office", part) for part in post if part) or words.EMPTY,
            str(each.reports),
            str(each.engagements),
        )
    return table


def bodies(entries: "Sequence[BodyLine]") -> "Table":
    """Name, parties and how far its sessions have come, one body a row."""
    table = plain("Id")
    table.add_column("Name", ratio=1)
    table.add_column("Parties", max_width=PARTIES_WIDTH)
    _numbers(table, "Sessions", "Highest no.")
    table.add_column("Latest", no_wrap=True)
    for each in entries:
        table.add_row(
            identity(each.id),
            told("body", each.name),
            parties(each.parties),
            str(each.sessions),
            str(each.last_number or words.EMPTY),
            told("date", words.cell_date(each.last_day)),
        )
    return table


def statements(entries: "Sequence[Statement]", *, of_one: bool = False) -> "Table":
    """Who said what, and in which report, one statement a row; without the speaker where all are `of_one`."""
    table = plain()
    table.add_column("Report", ratio=1, overflow="fold", style="dim")
    if not of_one:
        table.add_column("Speaker", ratio=1)
    table.add_column("Said", ratio=3)
    for each in entries:
        cells = (words.line(each.content.report), *(() if of_one else (speaker(each),)), said(each))
        table.add_row(*cells)
    return table


def sessions(entries: "Sequence[Session]") -> "Table":
    """The meetings of one body: number, day, time since the one before, place, and who was there."""
    table = plain("Id", "Session", "When", "Since last")
    table.add_column("Where", ratio=2)
    table.add_column("Who", ratio=4)
    before = None
    for each in entries:
        met = each.engagement
        number = words.ordinal(each.number) if each.number else ""
        status = "" if met.status.value == "held" else met.status.value
        session = ", ".join(part for part in (number, status) if part) or words.EMPTY
        since = words.between(before, each.start) if before and each.start else ""
        table.add_row(identity(met.id), told("body", session), when(met), since, where(met), names(met))
        before = each.start or before
    return table


def plain(*columns: str) -> "Table":
    """A table without lines, as wide as the console; the columns given do not wrap."""
    from rich.table import Table

    table = Table(box=None, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for name in columns:
        table.add_column(name, no_wrap=True)
    return table


def identity(shown: str) -> "Text":
    """An id, as one copies it."""
    from rich.text import Text

    return Text(words.line(shown), no_wrap=True)


def when(engagement: "Engagement") -> "Text":
    """The first day."""
    start = engagement.start.value if engagement.start else None
    return told("date", words.cell_date(start, undated=engagement.undated))


def kind(engagement: "Engagement") -> "Text":
    """The kind, with the status where it was not simply held, and the number of a session."""
    shown: str = engagement.kind.value
    if engagement.session_number:
        shown = f"{words.ordinal(engagement.session_number.value)} {shown}"
    return told("engagement", shown if engagement.status.value == "held" else f"{shown}, {engagement.status.value}")


def parties(codes: Sequence[str]) -> "Text":
    """The codes of parties."""
    line = told("party", " ".join(codes[:SHOWN_PARTIES]) or words.EMPTY)
    more = len(codes) - SHOWN_PARTIES
    return line.append(f" +{more}", "dim") if more > 0 else line


def where(engagement: "Engagement") -> "Text":
    """Place and the code of the country."""
    told_places = [each.value for each in (engagement.place, engagement.country) if each]
    return told("place", ", ".join(told_places) or words.EMPTY)


def names(engagement: "Engagement") -> "Text":
    """Those who took part: by name, else by office."""
    shown = [_called(each) for each in engagement.participants]
    known = [each for each in shown if each]
    more = len(known) - SHOWN_NAMES
    line = joined(known[:SHOWN_NAMES])
    return line.append(f" and {more} more", "dim") if more > 0 else line


def speaker(statement: "Statement") -> "Text":
    """Who speaks, and for which party."""
    line = told("person", facts.speaker(statement))
    return line.append(f" {statement.party}", STYLES["party"]) if statement.party else line


def said(statement: "Statement") -> "Text":
    """Verb, addressee and content, as the report has them."""
    line = told("engagement", statement.verb.value)
    if statement.addressee:
        line.append(" ").append_text(told("person", statement.addressee.value))
    content = words.line(statement.content.value)
    quoted = f"“{content}”" if statement.direct else content
    return line.append(": ", "dim").append(quoted, STYLES["statement"])


def _called(participant: Any) -> "Text | None":
    if participant.name:
        return told("person", participant.name.value)
    return told("rank and office", participant.office[0].value) if participant.office else None


def _who(engagement: "Engagement") -> "Text":
    from rich.text import Text

    lines = [told("body", engagement.body.value)] if engagement.body else []
    if members := names(engagement):
        lines.append(members)
    return Text("\n").join(lines)


def _numbers(table: "Table", *columns: str) -> None:
    for name in columns:
        table.add_column(name, justify="right", no_wrap=True)
