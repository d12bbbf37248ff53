"""`communique engagements`: who met whom, when, where."""

from typing import TYPE_CHECKING, get_args

import click

from communique.cli.options import (
    color_option,
    json_option,
    limit_option,
    parties_options,
    record_option,
    span_options,
)
from communique.reading import Kind, Status
from communique.resolve.levels import LEVELS
from communique.wording import parties

if TYPE_CHECKING:
    from communique.record import EngagementFilter


@click.command("engagements")
@parties_options
@click.option("--person", metavar="ID|NAME", help="This person took part.")
@click.option("--body", metavar="ID|NAME", help="This body met.")
@click.option("--level", type=click.Choice(LEVELS), help="Only at this level: that of the lower of the sides.")
@click.option(
    "--office", metavar="WORDS", help="Somebody with these words in their office took part, for --party if given."
)
@click.option("--kind", type=click.Choice(get_args(Kind)), help="Only of this kind.")
@click.option("--status", type=click.Choice(get_args(Status)), help="Only with this status.")
@span_options
@click.option("--text", metavar="WORDS", help='The report has these words; "…" for a phrase.')
@click.option("--conflicts", is_flag=True, help="Only those whose accounts contradict each other.")
@limit_option
@record_option
@json_option
@color_option
def command(
    between: tuple[str, str] | None,
    party: tuple[str, ...],
    person: str | None,
    body: str | None,
    level: str | None,
    office: str | None,
    kind: str | None,
    status: str | None,
    from_day: str | None,
    to_day: str | None,
    text: str | None,
    conflicts: bool,
    limit: int | None,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List engagements, by day; every filter that is given must hold.

    For example: communique engagements --between AZ IR --from 2015 --to 2020

    For example: communique engagements --body "Joint Working Group" --json

    For example: communique engagements --party GE --office "chief of general staff" --from 2021
    """
    from communique.record import EngagementFilter

    asked = EngagementFilter(
        parties=parties.asked(between, party),
        person=person,
        body=body,
        level=level,
        office=office,
        office_party=parties.code(party[0]) if party else None,
        kind=kind,
        status=status,
        from_day=from_day,
        to_day=to_day,
        text=text,
        conflicts=conflicts,
    )
    list_engagements(record, asked, limit=limit, as_json=as_json, color=color)


def list_engagements(
    path: str, asked: "EngagementFilter", *, limit: int | None, as_json: bool, color: bool | None
) -> None:
    """Write the engagements asked for."""
    from communique.cli.printing import tables
    from communique.cli.printing.listing import write_list, write_nothing
    from communique.record import EngagementFilter, Record

    with Record(path, read_only=True) as record:
        found = record.engagements(asked)
        if not found:
            mend = "" if asked == EngagementFilter() else "Try fewer filters, or a longer span of days."
            write_nothing(record, path, "engagement fits", as_json=as_json, mend=mend)
            return
    nouns = ("engagement", "engagements")
    write_list(found, tables.engagements, nouns=nouns, as_json=as_json, color=color, limit=limit)
