"""`communique topics`: what was on the table, and what of it for the first time."""

from typing import TYPE_CHECKING

import click

from communique.cli.options import (
    color_option,
    json_option,
    parties_options,
    record_option,
    shown_option,
    span_options,
)
from communique.wording import parties

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions.topics import Topics


@click.command("topics")
@click.argument("text", required=False)
@parties_options
@click.option(
    "--first", is_flag=True, help="Order by the day they first came up, the newest first (else by how often)."
)
@span_options
@shown_option
@record_option
@json_option
@color_option
def command(
    text: str | None,
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    first: bool,
    from_day: str | None,
    to_day: str | None,
    limit: int,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List topics, each where it first came up; with TEXT, those that have these words.

    --from and --to are about the first time a topic came up.

    For example: communique topics --first --between AZ IR --from 2017
    """
    from communique.cli.printing.answers import answer

    of = parties.asked(between, party)
    answer(
        record,
        lambda asked: asked.topics(parties=of, text=text, first=first, from_day=from_day, to_day=to_day, limit=limit),
        show,
        as_json=as_json,
        color=color,
    )


def show(out: "Console", found: "Topics") -> None:
    """The topics as a table."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import how_many, rests_on
    from communique.wording import words

    first, last, topic = tables.Column("First", 10), tables.Column("Last", 10), tables.Column("Topic", share=4)
    table = tables.plain(first, last, topic, tables.ID, tables.Column("Report", share=2))
    tables.add_numbers(table, "Encounters")
    for each in found.lines:
        table.add_row(
            tables.cell("date", words.cell_date(each.first)),
            tables.cell("date", words.cell_date(each.last)),
            tables.cell("topic", each.topic.value),
            tables.identity(each.engagement),
            words.line(each.topic.report),
            str(each.engagements),
        )
    if found.lines:
        out.print(table)
    out.print(f"\n{how_many(len(found.lines), found.total, 'topic')}\n{rests_on(found.coverage)}", style="dim")
