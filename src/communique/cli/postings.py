"""`communique postings`: who held an office on a day, as far as any report says."""

from typing import TYPE_CHECKING

import click

from communique.cli.options import color_option, json_option, on_option, record_option, shown_option
from communique.resolve.levels import LEVELS
from communique.wording import parties

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions.holders import Holders


@click.command("postings")
@click.option("--office", metavar="WORDS", help="Words of the office: “minister of defence”.")
@click.option("--party", metavar="P", help="For this party: a code or the name of a country.")
@click.option("--level", type=click.Choice(LEVELS), help="At this level, whatever the office is called.")
@on_option("On this day, in this month or year (else today).")
@shown_option
@record_option
@json_option
@color_option
def command(
    office: str | None,
    party: str | None,
    level: str | None,
    on: str,
    limit: int,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List who was reported in an office around a day; never longer than reports vouch for.

    For example: communique postings --office "minister of defence" --party GE --on 2020-02-12
    """
    if not (office or party or level):
        raise click.UsageError("say which office, party or level is meant: --office, --party or --level")
    from communique.cli.printing.answers import answer

    of = parties.code(party) if party else None
    answer(
        record,
        lambda asked: asked.holders(on=on, office=office, party=of, level=level, limit=limit),
        show,
        as_json=as_json,
        color=color,
    )


def show(out: "Console", found: "Holders") -> None:
    """Who held the office as a table."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import how_many, rests_on
    from communique.wording import words

    state, days = tables.Column("On that day", 21), tables.Column("Reported", 24)
    table = tables.plain(
        tables.ID,
        tables.Column("Name", share=2),
        tables.Column("Office", share=3),
        state,
        days,
        tables.Column("Report"),
    )
    for each in found.lines:
        nearest = each.before or each.after
        table.add_row(
            tables.identity(each.person),
            tables.cell("person", f"{each.name} {each.party or ''}"),
            tables.cell("rank and office", each.office),
            each.state,
            tables.cell("date", f"{each.first} – {each.last}" if each.first != each.last else each.first),
            words.line(nearest.report) if nearest else words.EMPTY,
        )
    if found.lines:
        out.print(table)
    told = how_many(len(found.lines), found.total, "person", "people")
    out.print(f"\n{told}, for {words.date(found.on)}\n{rests_on(found.coverage)}", style="dim")
