"""`communique undo`: a decision taken back."""

import click

from communique.cli.options import json_option, record_option


@click.command("undo")
@click.argument("decision", metavar="DECISION")
@click.option("--why", metavar="TEXT", help="The reason, for whoever reads the history.")
@click.option("--by", metavar="NAME", help="Who takes it back; else COMMUNIQUE_USER, else the system's user.")
@record_option
@json_option
def command(decision: str, why: str | None, by: str | None, record: str, as_json: bool) -> None:
    """Take back one decision, or a group made at once; it stays in the history. An undo can be undone in turn.

    For example: communique undo D-5b6eb691a429 --why "the second report is about another visit"
    """
    undo(record, decision, why=why, by=by, as_json=as_json)


def undo(path: str, decision: str, *, why: str | None, by: str | None, as_json: bool) -> None:
    """Take back the decision or group of this id."""
    from communique.cli.decide import say
    from communique.record import Record

    with Record(path, make=False) as record:
        made = record.undo(decision, why=why, by=by)
    say(made, [], as_json=as_json)
