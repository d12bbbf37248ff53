"""How a record file comes to the schema of this version: Alembic revisions `versions/NNNN_what.py`, in order.

Record files are migrated when they are opened for writing, inside one transaction. To add a revision, change
`store/tables/`, write the next numbered file, and let the test that compares the two say whether they agree; where it
drops or empties derived tables, name it in `DERIVED_ANEW`.
"""

from functools import cache
from pathlib import Path

from sqlalchemy import Connection

DERIVED_ANEW = "0004"  # the last revision that leaves what is derived to be made anew


@cache
def revisions() -> tuple[str, ...]:
    """The revisions this version knows (`0001`, …), the newest last."""
    return tuple(sorted(each.name.partition("_")[0] for each in Path(__file__).parent.glob("versions/[0-9]*.py")))


def upgrade(connection: Connection) -> None:
    """Bring the record behind `connection` to the newest revision, inside the connection's transaction."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "communique.record:migrations")
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
