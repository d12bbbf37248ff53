"""`communique compare`: the accounts of one engagement side by side, or what reports tell and a kept list tells."""

from typing import Any

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
    if engagement is not None and kept is None:
        if between or party or from_day or to_day:
            raise click.UsageError("--between, --party, --from and --to go with --with, not with an engagement")
        compare(record, engagement, as_json=as_json, color=color)
    elif kept is not None and engagement is None:
        asked = {"parties": parties.asked(between, party), "from_day": from_day, "to_day": to_day, "limit": limit}
        compare_with(record, kept, asked, as_json=as_json, color=color)
    else:
        raise click.UsageError(
            "name the ENGAGEMENT whose accounts to compare, or --with history to compare with a list"
        )


def compare(path: str, engagement: str, *, as_json: bool, color: bool | None) -> None:
    """Write the accounts of an engagement side by side."""
    from communique.cli.printing.answers import answer
    from communique.cli.printing.columns import show

    answer(path, lambda record: record.compare(engagement), show, as_json=as_json, color=color)


def compare_with(path: str, kept: str, asked: dict[str, Any], *, as_json: bool, color: bool | None) -> None:
    """Write what reports and a list tell alike and otherwise; `asked` has the options of `Record.compare_with`."""
    from communique.cli.printing.answers import answer
    from communique.cli.printing.kept import show

    answer(path, lambda record: record.compare_with(kept, **asked), show, as_json=as_json, color=color)
