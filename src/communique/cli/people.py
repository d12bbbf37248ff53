"""`communique people`: whom reports name."""

import click

from communique.cli.options import color_option, json_option, limit_option, record_option
from communique.wording import parties


@click.command("people")
@click.argument("text", required=False)
@click.option("--party", metavar="P", help="Only who acts for this party: a code or the name of a country.")
@limit_option
@record_option
@json_option
@color_option
def command(
    text: str | None, party: str | None, limit: int | None, record: str, as_json: bool, color: bool | None
) -> None:
    """List people by name; with TEXT, those who have it in their names, ranks or offices.

    For example: communique people minister --party KZ
    """
    code = parties.code(party) if party else None
    list_people(record, text=text, party=code, limit=limit, as_json=as_json, color=color)


def list_people(
    path: str, *, text: str | None, party: str | None, limit: int | None, as_json: bool, color: bool | None
) -> None:
    """Write the people asked for."""
    from communique.cli.printing import tables
    from communique.cli.printing.listing import write_list, write_nothing
    from communique.record import Record

    with Record(path, read_only=True) as record:
        found = record.people(text=text, party=party)
        if not found:
            mend = "Try a part of the name or office, or no --party." if text or party else ""
            write_nothing(record, path, "person fits", as_json=as_json, mend=mend)
            return
    write_list(found, tables.people, nouns=("person", "people"), as_json=as_json, color=color, limit=limit)
