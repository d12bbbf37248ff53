"""`communique bodies`: standing bodies and how far their sessions have come."""

import click

from communique.cli.options import color_option, json_option, limit_option, record_option
from communique.wording import parties


@click.command("bodies")
@click.argument("text", required=False)
@click.option("--party", multiple=True, metavar="P", help="Only of this party: a code or a name; may be given again.")
@limit_option
@record_option
@json_option
@color_option
def command(
    text: str | None, party: tuple[str, ...], limit: int | None, record: str, as_json: bool, color: bool | None
) -> None:
    """List standing bodies by name; with TEXT, those that have it in their names.

    `communique show` on an id or a name gives a body's sessions, one by one.

    For example: communique bodies "working group" --party GE
    """
    codes = tuple(parties.code(each) for each in party)
    list_bodies(record, text=text, of=codes, limit=limit, as_json=as_json, color=color)


def list_bodies(
    path: str, *, text: str | None, of: tuple[str, ...], limit: int | None, as_json: bool, color: bool | None
) -> None:
    """Write the bodies asked for."""
    from communique.cli.printing import tables
    from communique.cli.printing.listing import write_list, write_nothing
    from communique.record import Record

    with Record(path, read_only=True) as record:
        found = record.bodies(text=text, parties=of)
        if not found:
            mend = "Try a part of the name, or no --party." if text or of else ""
            write_nothing(record, path, "body fits", as_json=as_json, mend=mend)
            return
    write_list(found, tables.bodies, nouns=("body", "bodies"), as_json=as_json, color=color, limit=limit)
