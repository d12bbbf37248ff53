from collections.abc import Callable

import pytest

from communique import export
from communique.record import Record


@pytest.fixture(scope="session")
def exports() -> Callable[[Record], list[str]]:
    """All exports of a record, as written."""

    def everything(record: Record) -> list[str]:
        return [
            *export.json_lines(export.readings(record)),
            *export.json_lines(export.engagements(record)),
            *export.json_lines(export.mentions(record)),
            *(line for table in export.tables.TABLES.values() for line in export.csv_lines(table(record))),
        ]

    return everything
