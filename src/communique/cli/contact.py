"""`communique contact`: how often parties met, by level or kind, over the years."""

from pathlib import Path
from typing import TYPE_CHECKING, cast

import click

from communique.cli.options import color_option, json_option, parties_options, record_option, span_options
from communique.wording import parties

if TYPE_CHECKING:
    from rich.console import Console

    from communique.record.questions import By, Contact, Per

BY, PER = ("level", "kind", "status"), ("year", "month")  # a test holds them equal to the record's
BAR = 20  # the longest bar, in signs


@click.command("contact")
@parties_options
@click.option("--by", type=click.Choice(BY), default=BY[0], show_default=True, help="What to tell apart.")
@click.option("--per", type=click.Choice(PER), default=PER[0], show_default=True, help="How long a period is.")
@span_options
@click.option("--svg", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE", help="Write the plot as SVG.")
@record_option
@json_option
@color_option
def command(
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    by: str,
    per: str,
    from_day: str | None,
    to_day: str | None,
    svg: Path | None,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """Count the encounters that were held, period by period.

    An encounter has the level of the lower of its sides. A period from which the record has no report is told apart
    from one in which nothing was reported.

    For example: communique contact --between AZ IR --by level --per year

    For example: communique contact --party KZ --by kind --svg contact.svg
    """
    from communique.cli.printing.answers import answer

    of = parties.asked(between, party)

    def show(out: "Console", found: "Contact") -> None:
        _show(out, found)
        if svg:
            _write(svg, found)

    answer(
        record,
        lambda asked: asked.contact(
            parties=of, by=cast("By", by), per=cast("Per", per), from_day=from_day, to_day=to_day
        ),
        show,
        as_json=as_json,
        color=color,
    )


def _show(out: "Console", found: "Contact") -> None:
    """A table with a bar a period."""
    from communique.cli.printing import tables
    from communique.cli.printing.answers import rests_on
    from communique.wording import words

    table = tables.plain(tables.Column(found.per.capitalize(), 8), tables.Column("Encounters", BAR))
    tables.add_numbers(table, "All", *(group or "not told" for group in found.groups))
    most = max((each.total for each in found.periods), default=0) or 1
    for each in found.periods:
        counts = {group: len(ids) for group, ids in each.groups}
        bar = "█" * max(1, round(BAR * each.total / most)) if each.total else ""
        covered = bar or ("none reported" if each.reports else "no report from then")
        numbers = [str(counts.get(group, "")) for group in found.groups]
        table.add_row(each.name, tables.cell("engagement" if bar else "source", covered), str(each.total), *numbers)
    if found.periods:
        out.print(table)
    total = words.count(sum(each.total for each in found.periods), "encounter")
    undated = f", and {found.undated:,} of no known day" if found.undated else ""
    out.print(f"\n{total}{undated}\n{rests_on(found.coverage)}", style="dim")


def _write(file: Path, found: "Contact") -> None:
    from communique.cli.printing.answers import rests_on
    from communique.export.bars import bars

    named = [parties.name(code) for code in found.parties]
    periods = [
        (each.name, {group or "not told": len(ids) for group, ids in each.groups}, bool(each.reports))
        for each in found.periods
    ]
    groups = [group or "not told" for group in found.groups]
    title = f"Encounters of {' and '.join(named) or 'all parties'} by {found.by}"
    file.write_text(bars(periods, groups, title=title, note=rests_on(found.coverage)), encoding="utf-8")
