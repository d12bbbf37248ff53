from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.record import Record


@pytest.fixture
def record(record_copy: Path) -> Iterator[Record]:
    """A copy of the record of the examples, to write to."""
    with Record(record_copy, make=False) as opened:
        yield opened
