"""`communique documents`: what was signed, agreed or only proposed, and what is still to be signed."""

from typing import TYPE_CHECKING, get_args

import click

from communique.cli.options import (
    color_option,
    json_option,
    parties_options,
    record_option,
    shown_option,
    span_options,
)
from communique.reading import DocumentStatus
from communique.wording import parties

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions.documents import Documents


@click.command("documents")
@click.argument("text", required=False)
@parties_options
@click.option("--status", type=click.Choice(get_args(DocumentStatus)), help="Only with this status.")
@click.option("--open", "only_open", is_flag=True, help="Only what no report tells was signed or is in force.")
@span_options
@shown_option
@record_option
@json_option
@color_option
def command(
    text: str | None,
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    status: str | None,
    only_open: bool,
    from_day: str | None,
    to_day: str | None,
    limit: int,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List instruments, the latest first; with TEXT, those that have it in their names.

    For example: communique documents --between AZ IR --status signed

    For example: communique documents plan --open
    """
    from communique.cli.printing.answers import answer

    of = parties.asked(between, party)
    answer(
        record,
        lambda asked: asked.documents(
            parties=of,
            status=status,
            text=text,
            from_day=from_day,
            to_day=to_day,
            only_open=only_open,
            limit=limit,
        ),
        show,
        as_json=as_json,
        color=color,
    )


def show(out: "Console", found: "Documents") -> None:
    """The instruments as a table."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import how_many, rests_on
    from communique.wording import words

    status, name = tables.Column("Status", 12), tables.Column("Document", share=4)
    table = tables.plain(tables.WHEN, status, name, tables.PARTIES, tables.ID, tables.Column("Report", share=2))
    for each in found.lines:
        table.add_row(
            tables.cell("date", words.cell_date(each.day)),
            tables.cell("outcome", f"{each.status or 'told of'}{', open' if each.open else ''}"),
            tables.cell("outcome", each.name.value),
            tables.parties(each.parties),
            tables.identity(each.engagement),
            words.line(each.name.report),
        )
    if found.lines:
        out.print(table)
    out.print(f"\n{how_many(len(found.lines), found.total, 'document')}\n{rests_on(found.coverage)}", style="dim")
