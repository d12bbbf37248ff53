"""`communique coverage`: which reports were read, which gave nothing, and what is not covered."""

from typing import TYPE_CHECKING

import click

from communique.cli.options import color_option, json_option, record_option

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions.coverage import Covered

SHOWN_GAPS = 6


@click.command("coverage")
@record_option
@json_option
@color_option
def command(record: str, as_json: bool, color: bool | None) -> None:
    """Show which outlets and months the record covers, and where it has nothing.

    A month between two reports of an outlet that has none of its own is a gap: no news of it is no sign that nothing
    happened.

    For example: communique coverage --record demo.db
    """
    from communique.cli.printing.answers import answer

    answer(record, lambda asked: asked.coverage(), show, as_json=as_json, color=color)


def show(out: "Console", found: "Covered") -> None:
    """One outlet a row."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import rests_on
    from communique.wording import words

    table = tables.plain(
        tables.Column("Outlet", share=2),
        tables.Column("From", 10),
        tables.Column("To", 10),
        tables.Column("Gaps", share=3),
    )
    tables.add_numbers(table, "Reports", "Silent")
    for each in found.outlets:
        gaps = [words.cell_date(month) for month in each.gaps[:SHOWN_GAPS]]
        more = len(each.gaps) - len(gaps)
        table.add_row(
            words.line(each.name or "no outlet named"),
            tables.cell("date", words.cell_date(each.first)),
            tables.cell("date", words.cell_date(each.last)),
            ", ".join(gaps) + (f" and {words.count(more, 'other month')}" if more > 0 else ""),
            f"{each.reports:,}",
            f"{each.silent:,}",
        )
    out.print(table)
    silent = f"{words.count(found.silent, 'report')} gave no engagement."
    apart = (
        (found.copies, "copy of another"),
        (found.corrected, "corrected by a later one"),
        (found.foreign, "not English"),
    )
    told = "".join(f" {what[0].upper()}{what[1:]}: {number:,}." for number, what in apart if number)
    out.print(f"\n{rests_on(found.whole)} {silent}{told}", style="dim")
