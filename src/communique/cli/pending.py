"""`communique pending`: what was announced and never reported held, postponed or called off."""

from typing import TYPE_CHECKING

import click

from communique.cli.options import color_option, json_option, on_option, parties_options, record_option, shown_option
from communique.wording import parties

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions.pending import Pending

STATES = ("overdue", "postponed", "cancelled", "coming", "undated")  # a test holds them equal to the record's


@click.command("pending")
@parties_options
@click.option("--state", multiple=True, type=click.Choice(STATES), help="Only these; may be given again.")
@on_option("As of this day (else today).")
@shown_option
@record_option
@json_option
@color_option
def command(
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    state: tuple[str, ...],
    on: str,
    limit: int,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List what was announced and no report tells was held, the longest overdue first.

    For example: communique pending --between AZ IR --on 2020-01-01
    """
    from communique.cli.printing.answers import answer

    of = parties.asked(between, party)
    answer(
        record,
        lambda asked: asked.pending(on=on, parties=of, states=state, limit=limit),
        show,
        as_json=as_json,
        color=color,
    )


def show(out: "Console", found: "Pending") -> None:
    """What is pending as a table."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import how_many, rests_on
    from communique.wording import words

    what, days = tables.Column("What", 22), tables.Column("Told for", 12)
    table = tables.plain(
        tables.ID, tables.Column("State", 10), days, what, tables.PARTIES, tables.Column("Told as", share=3)
    )
    for each in found.lines:
        late = f"\n{words.count(each.late, 'day')} ago" if each.late and each.state == "overdue" else ""
        told = "\n".join(words.cell_date(day.value) for day in each.days) or words.EMPTY
        table.add_row(
            tables.identity(each.engagement),
            tables.cell("engagement", each.state),
            f"{told}{late}",
            tables.cell("engagement", f"{each.kind}, {each.status}"),
            tables.parties(each.parties),
            f"{words.line(each.told.quote)} ({words.line(each.told.report)})",
        )
    if found.lines:
        out.print(table)
    total = how_many(len(found.lines), found.total, "encounter")
    out.print(f"\n{total}, as of {words.date(found.on)}\n{rests_on(found.coverage)}", style="dim")
