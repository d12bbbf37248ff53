"""What a report's reading says, in short lines below its text, each value in the colour of its marks."""

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from communique.cli.printing.marks import STYLES
from communique.reading import Account, Body, Link, Reading, Statement
from communique.wording import parties, words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

LABEL = "dim"
LABEL_WIDTH = 9


def facts(reading: Reading, ids: Mapping[str, str]) -> Iterator["RenderableType"]:
    """The engagements, bodies, statements and links of a reading, one block after the other.

    `ids` has the ids to show for those of the reading (`E1`, `B1`).
    """
    from rich.text import Text

    for account in reading.engagements:
        yield from (_engagement_line(account, ids[account.id]), _grid(_engagement_rows(account)), Text())
    for body in reading.bodies:
        yield from (_body_line(body, ids[body.id]), _grid(_body_rows(body)), Text())
    if reading.statements:
        yield from (Text("Said", style="bold"), _lines(_said(reading.statements)), Text())
    if reading.links:
        yield from (Text("Links", style="bold"), _lines(_linked(reading.links, ids)), Text())


def told(style: str, value: object) -> "Text":
    """A value in the style of its kind."""
    from rich.text import Text

    return Text().append(words.line(value), STYLES[style])


def joined(parts: Iterable["Text | None"], separator: str = ", ") -> "Text":
    """The parts there are, with a dim separator between them."""
    from rich.text import Text

    line = Text()
    for part in parts:
        if part:
            line.append(separator if line else "", LABEL).append_text(part)
    return line


def place(where: Any, country: Any) -> "Text":
    """A place and its country by name, as far as they are told."""
    told_places = [told("place", where.value)] if where else []
    if country:
        told_places.append(told("place", parties.name(country.value)))
    return joined(told_places)


def member(participant: Any) -> "Text":
    """A participant in one line: name, rank, offices, party; works for a reading's and a record's alike."""
    named = [told("person", participant.name.value)] if participant.name else []
    if participant.rank:
        named.append(told("rank and office", participant.rank.value))
    named += [told("rank and office", office.value) for office in participant.office]
    if not named:
        named = [told("rank and office", "delegation")]
    line = joined(named)
    if participant.party:
        line.append(" (", LABEL).append_text(told("party", participant.party.value)).append(")", LABEL)
    if participant.leads and participant.leads.value:
        line.append(" leads", STYLES["engagement"])
    return line


def role(participant: Any) -> str:
    """What to write before a participant: `host`, `guest` or `with`."""
    named = participant.role.value if participant.role else "participant"
    return "with" if named == "participant" else str(named)


def speaker(statement: Any) -> str:
    """Who speaks, in words; works for a reading's statement and a record's alike."""
    return "both sides" if statement.speaker.value == "sides" else str(statement.speaker.value)


def _grid(rows: Iterable[tuple[str, "Text"]]) -> "RenderableType":
    from rich.padding import Padding
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid(padding=(0, 2))
    grid.add_column(min_width=LABEL_WIDTH)
    grid.add_column(overflow="fold")
    before = ""
    for label, value in rows:
        grid.add_row(Text("" if label == before else label, style=LABEL), value)
        before = label
    return Padding(grid, (0, 0, 0, 2))


def _lines(lines: Iterable["Text"]) -> "RenderableType":
    """Lines of their own, each with a dot before it."""
    from rich.table import Table
    from rich.text import Text

    grid = Table.grid()
    grid.add_column(width=2, no_wrap=True)
    grid.add_column(overflow="fold")
    for line in lines:
        grid.add_row(Text("·", style=LABEL), line)
    return grid


def _engagement_line(account: Account, shown_id: str) -> "Text":
    from rich.text import Text

    head = Text().append(account.kind.value, STYLES["engagement"])
    head.append(f", {account.status.value}", LABEL if account.status.value == "held" else STYLES["engagement"])
    start, end = (each.value if each else None for each in (account.start, account.end))
    when = told("date", words.dates(start, end)) if start else Text(f"date {account.undated or 'not reported'}", LABEL)
    return joined((head, when, place(account.place, account.country), Text(shown_id, LABEL)), " · ")


def _engagement_rows(account: Account) -> Iterator[tuple[str, "Text"]]:
    yield "words", told("engagement", account.trigger.quote)
    if account.body or account.session_number:
        number = words.ordinal(account.session_number.value) + " session" if account.session_number else None
        yield (
            "body",
            joined(told("body", each) for each in (number, account.body and account.body.value) if each),
        )
    for participant in account.participants:
        yield role(participant), member(participant)
    yield from (("topic", told("topic", topic.value)) for topic in account.topics)
    yield from (("outcome", told("outcome", outcome.value)) for outcome in account.outcomes)
    for document in account.documents:
        status = told("engagement", document.status.value) if document.status else None
        yield "document", joined((told("outcome", document.name.value), status))


def _body_line(body: Body, shown_id: str) -> "Text":
    from rich.text import Text

    codes = joined(told("party", party.value) for party in body.parties)
    return joined((told("body", body.name.value), codes, Text(shown_id, LABEL)), " · ")


def _body_rows(body: Body) -> Iterator[tuple[str, "Text"]]:
    if body.kind:
        yield "kind", told("body", body.kind.value)
    yield from (("also", told("body", alias.value)) for alias in body.aliases)
    yield from (("area", told("topic", area.value)) for area in body.areas)
    for head in body.heads:
        yield "head", joined((told("person", head.name.value), told("party", head.party.value) if head.party else None))


def _said(statements: Iterable[Statement]) -> Iterator["Text"]:
    for statement in statements:
        line = told("person", speaker(statement)).append(" ")
        line.append_text(told("statement", statement.verb.value))
        if statement.addressee:
            line.append(" ").append_text(told("person", statement.addressee.value))
        line.append(": ", LABEL)
        content = f"“{statement.content.value}”" if statement.direct else statement.content.value
        yield line.append_text(told("statement", content))


def _linked(links: Iterable[Link], ids: Mapping[str, str]) -> Iterator["Text"]:
    for link in links:
        ends = [ids.get(end, end) for end in (link.from_id, link.to_id)]
        line = told("engagement", f" {link.relation.replace('_', ' ')} ".join(ends))
        yield line.append("  ").append(words.line(link.evidence.quote), LABEL)
