"""Files that are written whole or not at all."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

STDOUT = "-"


def same_file(one: str, other: str) -> bool:
    """Whether two names lead to one file."""
    return Path(one).resolve() == Path(other).resolve()


def part_of(path: Path) -> Path:
    """Where a file lies while it is being written."""
    return path.with_name(path.name + ".part")


@contextmanager
def written_whole(name: str) -> Iterator[IO[bytes]]:
    """A file to write to, which gets its name when all is written; what was there before stays until then.

    Whatever stops the writing, nothing is left that looks whole. `-` is stdout; it and devices are written directly.
    """
    path = Path(name).resolve()
    if name == STDOUT:
        yield sys.stdout.buffer
    elif path.exists() and not path.is_file():
        with path.open("wb") as stream:
            yield stream
    else:
        part = part_of(path)
        try:
            with part.open("wb") as stream:
                yield stream
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
