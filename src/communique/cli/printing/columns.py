"""The accounts of one engagement as a table: side by side where there is room for it, else field by field."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from communique.cli.printing import facts, tables, views
from communique.cli.printing.facts import joined, told
from communique.cli.printing.marks import STYLES
from communique.wording import parties, words

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

    from communique.record.entries import Participant, Statement, Told
    from communique.record.questions.compare import (
        ComparedAccount,
        ComparedField,
        ComparedPerson,
        ComparedValue,
        Comparison,
    )

LABEL, LEAST = 16, 30  # columns of the labels, and the least that an account needs beside others
SAID_LENGTH = 160  # characters of a statement
STYLE_OF = {"conflict": "bold red", "all alike": "green", "alike": "green", "decided": "bold"}
KIND_OF = {
    "start": "date",
    "end": "date",
    "place": "place",
    "country": "place",
    "body": "body",
    "session_number": "body",
    "topics": "topic",
    "outcomes": "outcome",
    "document": "outcome",
    "leads": "person",
    "rank": "rank and office",
    "office": "rank and office",
}
NAMED = {"session_number": "session", "topics": "topic", "outcomes": "outcome", "start": "from", "end": "to"}
OF_PERSONS = ("rank", "office", "role", "leads")  # shown with the people


def show(out: "Console", found: "Comparison") -> None:
    """The engagement, its accounts, and what they rest on."""
    from communique.cli.printing.answers import rests_on

    for block in views.heading(found.engagement):
        out.print(block)
    out.print()
    wide = out.width >= LABEL + LEAST * len(found.accounts) and len(found.accounts) > 1
    for part in _columns(found) if wide else _by_field(found):
        out.print(part)
    out.print(f"\n{summary(found)}\n{rests_on(found.coverage)}", style="dim")


def summary(found: "Comparison") -> str:
    """How many fields are told alike, by one account alone, and in conflict."""
    if len(found.accounts) == 1:
        return "One account tells of it; there is nothing to compare."
    conflicts = words.count(len(found.conflicts), "field in conflict", "fields in conflict")
    alike = sum(each.alike in ("all alike", "alike") for each in found.fields)
    alone = sum(each.alike == "only one" for each in found.fields)
    accounts = words.count(len(found.accounts), "account")
    return f"{accounts}: {conflicts}, {alike} told alike, {alone} told by one only."


# Side by side


def _columns(found: "Comparison") -> "Iterator[RenderableType]":
    from rich.table import Table

    table = Table(box=None, header_style="", padding=(0, 2, 0, 0), pad_edge=False, expand=True)
    table.add_column("", width=LABEL, overflow="fold")
    for each in found.accounts:
        table.add_column(_header(each), ratio=1, overflow="fold")
    table.add_row(_label("told as"), *(told("engagement", each.told.trigger.quote) for each in found.accounts))
    for field in _own(found.fields):
        table.add_row(_label(_name(field), field.alike), *(_cell(field, each) for each in found.accounts))
    for person in found.people:
        table.add_row(_who(person), *(_part(person, part) for part in person.parts))
    for party in _speaking(found.accounts):
        cells = (_said(each for each in account.statements if each.party == party) for account in found.accounts)
        table.add_row(_label(f"said by {party or 'others'}"), *cells)
    yield table


def _header(account: "ComparedAccount") -> "Text":
    from rich.text import Text

    lines = [
        Text(words.line(account.outlet or "no outlet named"), "bold"),
        Text(words.date(account.day) if account.day else "undated", STYLES["date"]),
        Text(f"{words.line(account.report)} {account.account}", "dim"),
    ]
    return Text("\n").join(lines)


def _cell(field: "ComparedField", account: "ComparedAccount") -> "Text":
    from rich.text import Text

    mine = [
        _value(field, value, value.told[value.accounts.index(account.id)])
        for value in field.values
        if account.id in value.accounts
    ]
    return Text("\n").join(mine) if mine else Text(words.EMPTY, "dim")


def _value(field: "ComparedField", value: "ComparedValue", cited: "Told[Any]") -> "Text":
    """A value, and the words it stands on where they are others."""
    shown = _shown(field.name, value)
    quote = words.line(cited.quote)
    line = told(KIND_OF.get(field.name, "engagement"), shown)
    if value.verdict:
        line.append(f" ({value.verdict}ed)" if value.verdict != "edit" else " (edited)", "bold")
    return line if quote == shown or shown.startswith(quote) else line.append(f" “{quote}”", "dim")


def _shown(name: str, value: "ComparedValue") -> str:
    if name in ("start", "end"):
        return words.date(value.shown)
    if name == "session_number":
        return words.ordinal(int(value.value))
    if name == "country":
        return parties.name(value.shown)
    return words.line(value.shown)


def _part(person: "ComparedPerson", part: "Participant | None") -> "Text":
    """How an account has somebody: rank, offices, role, and whether they lead."""
    from rich.text import Text

    if part is None:
        return Text(words.EMPTY, "dim")
    named = told("person", part.name.value) if part.name and part.name.value != person.name else None
    posts = [told("rank and office", each.value) for each in (*((part.rank,) if part.rank else ()), *part.office)]
    role = Text(facts.role(part), "dim")
    leads = Text("leads", STYLES["engagement"]) if part.leads and part.leads.value else None
    return joined((named, *posts, role, leads))


def _said(statements: "Iterable[Statement]") -> "Text":
    from rich.text import Text

    lines = []
    for each in statements:
        line = tables.said(each)
        who = told("person", facts.speaker(each)).append(" ")
        lines.append(who.append_text(_cut(line)))
    return Text("\n").join(lines) if lines else Text(words.EMPTY, "dim")


def _cut(line: "Text") -> "Text":
    if len(line) > SAID_LENGTH:
        line.truncate(SAID_LENGTH, overflow="ellipsis")
    return line


# Field by field


def _by_field(found: "Comparison") -> "Iterator[RenderableType]":
    from rich.text import Text

    for each in found.accounts:
        yield Text("  ").join([_line(each), told("engagement", each.told.trigger.quote)])
    yield from _values_by_field(found)
    for person in found.people:
        yield from (Text(), _who(person))
        for account, part in zip(found.accounts, person.parts, strict=True):
            if part:
                yield _indented(account, _part(person, part), several=_several(found, account))
    for party in _speaking(found.accounts):
        yield from (Text(), Text(f"said by {party or 'others'}", "bold"))
        for each in {each.report: each for each in found.accounts}.values():
            yield from (_indented(each, _said([said])) for said in each.statements if said.party == party)


def _values_by_field(found: "Comparison") -> "Iterator[RenderableType]":
    from rich.text import Text

    by_id = {each.id: each for each in found.accounts}
    for field in _own(found.fields):
        yield from (Text(), _beside(_name(field), field.alike))
        for value in field.values:
            for account, cited in zip(value.accounts, value.told, strict=True):
                of = by_id[account]
                yield _indented(of, _value(field, value, cited), several=_several(found, of))


def _line(account: "ComparedAccount") -> "Text":
    """One account on one line: outlet, day and report."""
    day = words.date(account.day) if account.day else "undated"
    outlet = told("source", account.outlet) if account.outlet else None
    return joined((told("date", day), outlet, told("source", f"{account.report} {account.account}")), " · ")


def _indented(account: "ComparedAccount", value: "Text", *, several: bool = False) -> "RenderableType":
    """A value with the report that tells it, and which account of the report, where `several` are."""
    from rich.padding import Padding

    which = f"{words.line(account.report)} {account.account}" if several else words.line(account.report)
    return Padding(value.append(f"  {which}", "dim"), (0, 0, 0, 2), expand=False)


# Both


def _several(found: "Comparison", account: "ComparedAccount") -> bool:
    """Whether its report tells of the encounter in more than one account."""
    return sum(each.report == account.report for each in found.accounts) > 1


def _own(fields: "Sequence[ComparedField]") -> "list[ComparedField]":
    """The fields of the engagement; where several accounts tell who leads a side otherwise, that too."""
    return [each for each in fields if each.name not in OF_PERSONS or (each.name == "leads" and _conflict(each))]


def _conflict(field: "ComparedField") -> bool:
    return field.alike == "conflict"


def _name(field: "ComparedField") -> str:
    if field.name == "leads":
        return f"leads {field.party}"
    return NAMED.get(field.name, field.name)


def _label(name: str, alike: str = "") -> "Text":
    """A name, and below it how the accounts stand to each other in it."""
    from rich.text import Text

    label = Text(name, "dim")
    return label.append(f"\n{alike}", STYLE_OF.get(alike, "dim")) if alike else label


def _beside(name: str, alike: str) -> "Text":
    from rich.text import Text

    return Text(name, "bold").append(f"  {alike}", STYLE_OF.get(alike, "dim"))


def _who(person: "ComparedPerson") -> "Text":
    """Who it is, and what accounts contradict each other in of them."""
    called = told("person", person.name) if person.name else told("rank and office", "without a name")
    if person.party:
        called.append(f" {person.party}", STYLES["party"])
    for each in person.conflicts:
        called.append(f"\nconflict: {each}", STYLE_OF["conflict"])
    return called


def _speaking(accounts: "Sequence[ComparedAccount]") -> list[str | None]:
    """The parties whose people are quoted, in alphabetical order; None, for those of none told, last."""
    speaking = {each.party for account in accounts for each in account.statements}
    return sorted(speaking, key=lambda each: (each is None, each or ""))
