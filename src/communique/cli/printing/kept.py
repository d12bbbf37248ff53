"""Reports against a list kept by hand: how often they agree, by field, where they do not, and what one has alone."""

from typing import TYPE_CHECKING, Any

from communique.cli.printing import tables
from communique.wording import words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import Console

    from communique.record.questions import Against
    from communique.record.questions.against import Both, Lone

OUTCOMES = ("agree", "differ", "open", "listed only", "reported only")  # a test holds them equal to the record's
STATES = {
    "listed": "in the list alone",
    "not covered": "in the list, where no report covers it",
    "undated": "in the list, of no known day",
    "reported": "in reports alone",
}
SHOWN_VALUES = 4


def show(out: "Console", found: "Against") -> None:
    """Counts, differences, what one has alone, and what the reports are."""
    from communique.cli.printing.answers import rests_on

    _counts(out, found)
    differing = [each for each in found.both if each.differs]
    if differing:
        out.print("\nWhere they differ", style="bold")
        _differences(out, differing)
    for state in ("listed", "reported"):
        lone = [each for each in found.lone if each.state == state]
        if lone:
            out.print(f"\n{STATES[state].capitalize()}", style="bold")
            _lone(out, lone)
    told = [f"{words.count(found.total_both, 'encounter')} in both"]
    told += [f"{found.alone[state]:,} {said}" for state, said in STATES.items() if found.alone[state]]
    out.print(f"\n{words.listed(told)}.\n{rests_on(found.coverage)}", style="dim")


def _counts(out: "Console", found: "Against") -> None:
    table = tables.plain(tables.Column("Field"))
    tables.add_numbers(table, *(each.capitalize() for each in OUTCOMES))
    for name, counts in found.counts.items():
        table.add_row(name, *(f"{counts[each]:,}" if counts[each] else "" for each in OUTCOMES))
    out.print(table)


def _differences(out: "Console", differing: "Iterable[Both]") -> None:
    table = tables.plain(
        tables.ID,
        tables.WHEN,
        tables.Column("Field", 12),
        tables.Column("The list has"),
        tables.Column("Reports have"),
    )
    for each in differing:
        for told in each.fields:
            if told.outcome == "differ":
                values = (_values(told.listed), _values(told.reported))
                table.add_row(tables.identity(each.engagement), words.cell_date(each.first_day), told.name, *values)
    out.print(table)


def _values(told: "tuple[Any, ...]") -> str:
    """Each value once, with the report that tells it first."""
    first = {words.line(each.value): words.line(each.report) for each in reversed(told)}
    shown = [f"{value} ({report})" for value, report in reversed(first.items())]
    more = len(shown) - SHOWN_VALUES
    return "\n".join(shown[:SHOWN_VALUES]) + (f"\nand {more} more" if more > 0 else "")


def _lone(out: "Console", lone: "Iterable[Lone]") -> None:
    table = tables.plain(
        tables.ID,
        tables.WHEN,
        tables.Column("What", 12),
        tables.PARTIES,
        tables.Column("Level"),
        tables.Column("Told as"),
    )
    for each in lone:
        table.add_row(
            tables.identity(each.engagement),
            words.cell_date(each.first_day),
            tables.cell("engagement", each.kind),
            tables.parties(each.parties),
            each.level or words.EMPTY,
            f"{words.short(each.told.quote, tables.PLACE_LENGTH)} ({words.line(each.told.report)})",
        )
    out.print(table)
