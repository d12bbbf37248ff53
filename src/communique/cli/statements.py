"""`communique statements`: what was said, by whom."""

from typing import Any

import click

from communique.cli.options import color_option, json_option, limit_option, record_option
from communique.wording import parties


@click.command("statements")
@click.argument("text", required=False)
@click.option("--speaker", metavar="ID|NAME", help="Only by this person, name or office.")
@click.option("--party", metavar="P", help="Only by speakers of this party: a code or the name of a country.")
@click.option("--verb", metavar="VERB", help="Only with this verb, as the report has it.")
@limit_option
@record_option
@json_option
@color_option
def command(
    text: str | None,
    speaker: str | None,
    party: str | None,
    verb: str | None,
    limit: int | None,
    record: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """List what was said, by day; with TEXT, what has these words.

    A statement is its speaker's, never a fact of the record.

    For example: communique statements "military medicine" --party GE
    """
    asked = {"text": text, "speaker": speaker, "party": parties.code(party) if party else None, "verb": verb}
    list_statements(record, asked, limit=limit, as_json=as_json, color=color)


def list_statements(path: str, asked: dict[str, Any], *, limit: int | None, as_json: bool, color: bool | None) -> None:
    """Write the statements asked for; `asked` has the options of `Record.statements`."""
    from communique.cli.printing import tables
    from communique.cli.printing.listing import write_list, write_nothing
    from communique.record import Record

    with Record(path, read_only=True) as record:
        found = record.statements(**asked)
        if not found:
            mend = "Try fewer filters or fewer words." if any(asked.values()) else ""
            write_nothing(record, path, "statement fits", as_json=as_json, mend=mend)
            return
    write_list(found, tables.statements, nouns=("statement", "statements"), as_json=as_json, color=color, limit=limit)
