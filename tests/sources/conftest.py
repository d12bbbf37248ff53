import gzip
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.report import Report
from communique.sources import Problem, take

Taken = tuple[list[Report], list[Problem]]


@pytest.fixture
def take_file(tmp_path: Path) -> Callable[..., Taken]:
    """Writes bytes to a file of this name and takes it in: the reports and the problems."""

    def taken(name: str, content: bytes) -> Taken:
        path = tmp_path / name
        path.write_bytes(content)
        return parted(str(path))

    return taken


@pytest.fixture
def take_stdin() -> Callable[[bytes], Taken]:
    return lambda content: parted("-", stdin=io.BytesIO(content))


@pytest.fixture
def take_paths() -> Callable[..., Taken]:
    return parted


def parted(*inputs: str | Path, stdin: io.BytesIO | None = None) -> Taken:
    items = list(take([str(each) for each in inputs], stdin=stdin))
    return (
        [each for each in items if isinstance(each, Report)],
        [each for each in items if isinstance(each, Problem)],
    )


@pytest.fixture
def json_lines() -> Callable[..., bytes]:
    return lambda *objects: b"".join(json.dumps(each).encode() + b"\n" for each in objects)


@pytest.fixture
def zipped() -> Callable[[bytes], bytes]:
    return gzip.compress
