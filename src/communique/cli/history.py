"""`communique history`: what people decided."""

import click

from communique.cli.options import color_option, json_option, limit_option, record_option


@click.command("history")
@click.argument("what", required=False, metavar="[ID]")
@click.option("--unfit", is_flag=True, help="Only those whose words a newer reading reads otherwise.")
@limit_option
@record_option
@json_option
@color_option
def command(what: str | None, unfit: bool, limit: int | None, record: str, as_json: bool, color: bool | None) -> None:
    """List decisions, in the order in which they were made: what, who, when and why.

    With the id of an engagement, person or body, those about it; with the id of a decision, that one with what
    was shown to whoever made it, and what took it back. JSON has all that was shown.

    For example: communique history E-3f9a2c1b04d7
    """
    history(record, what, unfit=unfit, limit=limit, as_json=as_json, color=color)


def history(path: str, what: str | None, *, unfit: bool, limit: int | None, as_json: bool, color: bool | None) -> None:
    """Write the decisions asked for."""
    from communique.cli.printing.decided import page, table
    from communique.cli.printing.listing import write_list
    from communique.cli.printing.output import console
    from communique.record import Record

    with Record(path, read_only=True) as record:
        found = record.decisions(what)
    if unfit:
        found = [each for each in found if each.stands and not each.fits]
    if not found and not as_json:
        click.echo("No decision fits." if what or unfit else "Nobody has decided anything about this record yet.")
        return
    if what and what.startswith("D-") and not as_json:
        out = console(color)
        for block in page(found[0]):
            out.print(block)
        found = found[1:]
        if not found:
            return
    write_list(found, table, nouns=("decision", "decisions"), as_json=as_json, color=color, limit=limit)
