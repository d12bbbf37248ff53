"""`communique compare`: the accounts of one engagement side by side, or what reports tell and a kept list tells."""

from typing import TYPE_CHECKING, cast

import click

from communique.cli import parties
from communique.cli.options import (
    color_option,
    json_option,
    parties_options,
    record_option,
    shown_option,
    span_options,
)

if TYPE_CHECKING:
    from communique.record.questions import Against, Comparison

LISTS = ("history",)  # beginnings of the names of readers of lists kept by hand


@click.command("compare")
@click.argument("engagement", metavar="ENGAGEMENT", required=False)
@click.option("--with", "kept", type=click.Choice(LISTS), help="Compare all reports with this list kept by hand.")
@parties_options
@span_options
@shown_option
@record_option
@json_option
@color_option
def command(
    engagement: str | None,
    kept: str | None,
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    from_day: str | None,
    to_day: str | None,
    limit: int,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """Show what the accounts of an engagement tell alike, what one has alone, and what they contradict each other in.

    With --with history, what reports and the list taken in by `import history` tell of the same encounters, and what
    either has alone; the other options say of which encounters.

    For example: communique compare E-3f9a2c1b

    For example: communique compare --with history --party US --from 1990
    """
    if (engagement is None) == (kept is None):
        raise click.UsageError("name the ENGAGEMENT whose accounts to compare, or --with history to compare them all")
    from communique.cli.answers import answer
    from communique.cli.columns import show
    from communique.cli.kept import show as show_kept

    if engagement is not None:
        if between or party or from_day or to_day:
            raise click.UsageError("--between, --party, --from and --to go with --with, not with an engagement")
        which = engagement

        def compared(asked: "Record") -> "Comparison":
            return asked.compare(which)

        answer(record, compared, show, as_json=as_json, color=color)
        return
    of = parties.asked(between, party)
    answer(
        record,
        lambda asked: asked.compare_with(kept, parties=of, from_day=from_day, to_day=to_day, limit=limit),
        show_kept,
        as_json=as_json,
        color=color,
    )
