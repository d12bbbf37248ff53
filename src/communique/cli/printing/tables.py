"""Lists of the record as tables, one row an entry, in the colours of their kinds of value."""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from communique.cli.printing import facts
from communique.cli.printing.facts import joined
from communique.cli.printing.marks import STYLES
from communique.wording import words

if TYPE_CHECKING:
    from rich.console import ConsoleOptions, RenderableType
    from rich.table import Table
    from rich.text import Text

    from communique.record import BodyLine, Engagement, PersonLine, Statement
    from communique.record.entries import Session

SHOWN_NAMES = 4  # participants named in a row; `show` names all
SHOWN_PARTIES = 7  # likewise
PLACE_LENGTH, OFFICE_LENGTH, NAME_LENGTH = 40, 50, 70  # characters of a place, an office, a body's name in a row


class Column(NamedTuple):
    """A column of a table: `width` characters wide, or where that is 0 its `share` of what the others leave.

    Widths do not depend on what stands in the column, so that a long list can be shown as it is made.
    """

    name: str
    width: int = 0
    share: int = 1
    style: str = ""


ID = Column("Id", 14)  # E- and twelve digits
WHEN = Column("When", 10)
PARTIES = Column("Parties", 12)  # four codes to a line
WHERE, WHO = Column("Where", share=2), Column("Who", share=4)
WHERE_AND_WHO = Column("Where, who")
NARROW = 100  # columns of a console; where there are fewer, place and people share a column


class Fitting:
    """A table that is made for the room it is given: `make` is told whether that is narrow."""

    def __init__(self, make: "Callable[[bool], Table]") -> None:
        self.make = make

    def __rich_console__(self, console: object, options: "ConsoleOptions") -> "Iterator[RenderableType]":
        yield self.make(options.max_width < NARROW)


def engagements(entries: "Sequence[Engagement]", *, header: bool = True) -> "RenderableType":
    """When, what, between whom, where and who, one engagement a row."""

    def make(narrow: bool) -> "Table":
        what, whose = (Column("What", 12), Column("Parties", 8)) if narrow else (Column("What", 16), PARTIES)
        table = plain(ID, WHEN, what, whose, *((WHERE_AND_WHO,) if narrow else (WHERE, WHO)), header=header)
        for each in entries:
            there = _where_and_who(where(each), _who(each), narrow=narrow)
            table.add_row(identity(each.id), when(each), _told_otherwise(each), parties(each.parties), *there)
        return table

    return Fitting(make)


def people(entries: "Sequence[PersonLine]", *, header: bool = True) -> "RenderableType":
    """Name, party and the latest post reported, one person a row."""
    table = plain(
        ID,
        Column("Name", share=3),
        Column("Party", 10),
        Column("Latest rank and office reported", share=4),
        header=header,
    )
    add_numbers(table, "Reports", "Engagements")
    for each in entries:
        post = [each.posting.rank, each.posting.office] if each.posting else []
        table.add_row(
            identity(each.id),
            cell("person", each.name),
            parties((each.party,) if each.party else ()),
            joined(cell("rank and office", part) for part in post if part) or words.EMPTY,
            str(each.reports),
            str(each.engagements),
        )
    return table


def bodies(entries: "Sequence[BodyLine]", *, header: bool = True) -> "RenderableType":
    """Name, parties and how far its sessions have come, one body a row."""
    table = plain(ID, Column("Name"), PARTIES, Column("Latest", 10), header=header)
    add_numbers(table, "Sessions", "Highest no.")
    for each in entries:
        table.add_row(
            identity(each.id),
            cell("body", each.name),
            parties(each.parties),
            cell("date", words.cell_date(each.last_day)),
            str(each.sessions),
            str(each.last_number or words.EMPTY),
        )
    return table


def statements(entries: "Sequence[Statement]", *, header: bool = True, of_one: bool = False) -> "RenderableType":
    """Who said what, and in which report, one statement a row; without the speaker where all are `of_one`."""
    who = () if of_one else (Column("Speaker"),)
    table = plain(Column("Report", style="dim"), *who, Column("Said", share=3), header=header)
    for each in entries:
        cells = (words.line(each.content.report), *(() if of_one else (speaker(each),)), said(each))
        table.add_row(*cells)
    return table


def sessions(entries: "Sequence[Session]") -> "RenderableType":
    """The meetings of one body: number, day, time since the one before, place, and who was there."""

    def make(narrow: bool) -> "Table":
        last = (WHERE_AND_WHO,) if narrow else (WHERE, WHO)
        table = plain(ID, Column("Session", 10), WHEN, Column("Since last", 10), *last)
        before = None
        for each in entries:
            met = each.engagement
            since = words.between(before, each.start) if before and each.start else ""
            there = _where_and_who(where(met), names(met), narrow=narrow)
            table.add_row(identity(met.id), _session(each), when(met), since, *there)
            before = each.start or before
        return table

    return Fitting(make)


def plain(*columns: Column, header: bool = True) -> "Table":
    """A table without lines, as wide as the console."""
    from rich.table import Table

    table = Table(box=None, show_header=header, header_style="dim", padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    for each in columns:
        width, ratio = (each.width, None) if each.width else (None, each.share)
        table.add_column(each.name, overflow="fold", style=each.style, width=width, ratio=ratio)
    return table


def add_numbers(table: "Table", *names: str) -> None:
    """Columns of numbers, each as wide as its name."""
    for name in names:
        table.add_column(name, width=len(name), justify="right")


def cell(kind: str, value: object) -> "Text":
    """A value in the colour of its kind; a table full of bold would be none."""
    from rich.text import Text

    shown = words.line(value)
    return Text().append(shown, "dim" if shown == words.EMPTY else f"{STYLES[kind]} not bold")


def identity(shown: str) -> "Text":
    """An id, as one copies it."""
    from rich.text import Text

    return Text(words.line(shown), no_wrap=True)


def when(engagement: "Engagement") -> "Text":
    """The first day."""
    start = engagement.start.value if engagement.start else None
    return cell("date", words.cell_date(start, undated=engagement.undated))


def kind(engagement: "Engagement") -> "Text":
    """The kind, with the status where it was not simply held, and the number of a session."""
    shown: str = engagement.kind.value
    if engagement.session_number:
        shown = f"{words.ordinal(engagement.session_number.value)} {shown}"
    return cell("engagement", shown if engagement.status.value == "held" else f"{shown}, {engagement.status.value}")


def _told_otherwise(engagement: "Engagement") -> "Text":
    """The kind, and below it what its accounts contradict each other in."""
    line = kind(engagement)
    in_conflict = dict.fromkeys(each.name.replace("_", " ") for each in engagement.conflicts)
    return line.append(f"\nconflict: {', '.join(in_conflict)}", "red") if in_conflict else line


def parties(codes: Sequence[str]) -> "Text":
    """The codes of parties."""
    line = cell("party", " ".join(codes[:SHOWN_PARTIES]) or words.EMPTY)
    more = len(codes) - SHOWN_PARTIES
    return line.append(f" +{more}", "dim") if more > 0 else line


def where(engagement: "Engagement") -> "Text":
    """Place and the code of the country."""
    place = words.short(engagement.place.value, PLACE_LENGTH) if engagement.place else ""
    country = engagement.country.value if engagement.country else ""
    return cell("place", ", ".join(filter(None, (place, country))) or words.EMPTY)


def names(engagement: "Engagement") -> "Text":
    """Those who took part: by name, else by office."""
    shown = [_called(each) for each in engagement.participants]
    known = [each for each in shown if each]
    more = len(known) - SHOWN_NAMES
    line = joined(known[:SHOWN_NAMES])
    return line.append(f" and {more} more", "dim") if more > 0 else line


def speaker(statement: "Statement") -> "Text":
    """Who speaks, and for which party."""
    line = cell("person", facts.speaker(statement))
    return line.append(f" {statement.party}", STYLES["party"]) if statement.party else line


def said(statement: "Statement") -> "Text":
    """Verb, addressee and content, as the report has them."""
    line = cell("engagement", statement.verb.value)
    if statement.addressee:
        line.append(" ").append_text(cell("person", statement.addressee.value))
    content = words.line(statement.content.value)
    quoted = f"“{content}”" if statement.direct else content
    return line.append(": ", "dim").append(quoted, STYLES["statement"])


def _called(participant: Any) -> "Text | None":
    if participant.name:
        return cell("person", participant.name.value)
    return (
        cell("rank and office", words.short(participant.office[0].value, OFFICE_LENGTH)) if participant.office else None
    )


def _who(engagement: "Engagement") -> "Text":
    from rich.text import Text

    lines = [cell("body", words.short(engagement.body.value, NAME_LENGTH))] if engagement.body else []
    if members := names(engagement):
        lines.append(members)
    return Text("\n").join(lines)


def _where_and_who(place: "Text", who: "Text", *, narrow: bool) -> "tuple[Text, ...]":
    from rich.text import Text

    if not narrow:
        return place, who
    told_of = [each for each in (place, who) if each.plain not in ("", words.EMPTY)]
    return (Text("\n").join(told_of),)


def _session(session: "Session") -> "Text":
    number = words.ordinal(session.number) if session.number else ""
    status = session.engagement.status.value
    parts = [part for part in (number, "" if status == "held" else status) if part]
    return cell("body", ", ".join(parts) or words.EMPTY)
