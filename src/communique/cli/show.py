"""`communique show`: one thing of the record, with the words it stands on."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from communique.cli.options import color_option, json_option, record_option
from communique.errors import NotInRecord

if TYPE_CHECKING:
    from communique.record import Body, Engagement, Person, Record, StoredReport

    Entry = StoredReport | Engagement | Person | Body
    Way = Callable[[str], Entry]


@click.command("show")
@click.argument("what", metavar="ID|NAME")
@record_option
@json_option
@color_option
def command(what: str, record: str, as_json: bool, color: bool | None) -> None:
    """Show a report with its citations in colour, an engagement, a person or a standing body.

    It is told by its id, a person or a body also by name.

    For example: communique show E-3f9a2c1b

    For example: communique show "Joint Working Group"
    """
    show(record, what, as_json=as_json, color=color)


def show(path: str, what: str, *, as_json: bool, color: bool | None) -> None:
    """Write the entry of this id or name; raises NotInRecord where there is none."""
    from communique.cli import views
    from communique.cli.output import console, write_json
    from communique.record import Record
    from communique.record.entries import to_json

    with Record(path, read_only=True) as record:
        entry = find(record, what)
        if as_json:
            write_json(to_json(entry))
            return
        out = console(color)
        for block in views.view(entry):
            out.print(block)


def find(record: "Record", what: str) -> "Entry":
    """The entry of this id, or the person or body of this name; raises NotInRecord where there is none."""
    with suppress(NotInRecord):
        return record.report(what)
    by_id: dict[str, Way] = {"E-": record.engagement, "P-": record.person, "B-": record.body}
    if what[:2] in by_id:
        return by_id[what[:2]](what)
    for way in (record.person, record.body):
        with suppress(NotInRecord):
            return way(what)
    raise NotInRecord(
        f"nothing in the record has the id or name {what!r}; look for it with `communique people`, "
        "`communique bodies` or `communique engagements --text`"
    )
