"""`communique schema`: the shape of a reading, for whoever writes or checks one."""

import click

from communique.cli.printing.output import write_json


@click.command("schema")
def command() -> None:
    """Print the JSON Schema of a reading.

    Every reading that communique writes is true of it, and what is true of it can be read back if its citations
    are true of the report's text.
    """
    from communique.export.reading_schema import reading_schema

    write_json(reading_schema())
