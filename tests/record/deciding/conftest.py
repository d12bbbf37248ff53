import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from communique import examples
from communique.reader import Reader
from communique.record import Record


@pytest.fixture(scope="session")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example reports; it is shared, so never written to: `record` is for that."""
    path = tmp_path_factory.mktemp("kept") / "examples.db"
    reports = list(examples.reports())
    with Record(path) as made:
        made.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return path


@pytest.fixture
def record(kept: Path, tmp_path: Path) -> Iterator[Record]:
    """A copy of the record of the examples, to write to."""
    with Record(shutil.copy(kept, tmp_path / "a.db"), make=False) as opened:
        yield opened
