"""What the user named → the files to open: a file, a folder with all in it, or `-` for stdin."""

import os
import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.sources.problem import Problem

STDIN = "-"

_EXTENSIONS = re.compile(r"(?<=[^/])(\.[A-Za-z][A-Za-z0-9]{0,6})?(\.gz)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Input:
    """A file to open (`path` None is stdin), how to call it, and the id of a report in it that brings none."""

    where: str
    id: str
    path: Path | None


def find(
    inputs: Iterable[str], *, leave_out: Collection[Path] = (), may_be_empty: bool = False
) -> Iterator[Input | Problem]:
    """The files that `inputs` name, in order, a folder's sorted by name; hidden ones in folders are passed over.

    `leave_out` are resolved paths that are not reports (the record itself), passed over in folders. A folder without
    files is a Problem, unless it `may_be_empty`.
    """
    for name in inputs:
        try:
            yield from _named(name, leave_out, may_be_empty)
        except OSError as error:
            yield Problem(name, None, f"cannot be opened ({error.strerror})", "check the name, and its permissions")


def _named(name: str, leave_out: Collection[Path], may_be_empty: bool) -> Iterator[Input | Problem]:
    path = Path(name)
    if name == STDIN:
        yield Input("stdin", "stdin", None)
    elif path.is_dir():
        yield from _in_folder(path, leave_out, may_be_empty)
    elif path.exists():
        yield Input(name, id_of(path.name), path)
    else:
        yield Problem(name, None, "there is no such file or folder", "check the name")


def total_size(inputs: Iterable[str], *, leave_out: Collection[Path] = ()) -> int | None:
    """Bytes of all files that `inputs` name, None where that cannot be known (stdin, a pipe)."""
    size = 0
    for found in find(inputs, leave_out=leave_out):
        if isinstance(found, Problem):
            continue
        if found.path is None or not found.path.is_file():
            return None
        size += found.path.stat().st_size
    return size


def _in_folder(folder: Path, leave_out: Collection[Path], may_be_empty: bool) -> Iterator[Input | Problem]:
    faults: list[OSError] = []
    count = 0
    for place, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            path = Path(place, name)
            if name.startswith(".") or path.resolve() in leave_out:
                continue
            count += 1
            yield from _in_place(path, folder)
    for fault in faults:
        yield Problem(str(fault.filename), None, f"cannot be looked into ({fault.strerror})", "check its permissions")
    if not count and not faults and not may_be_empty:
        yield Problem(str(folder), None, "is a folder without reports", "give one that has some")


def _in_place(path: Path, folder: Path) -> Iterator[Input | Problem]:
    if path.is_file():
        yield Input(str(path), id_of(path.relative_to(folder).as_posix()), path)
    elif path.is_symlink():
        yield Problem(str(path), None, "is a link to nothing or to a folder", "leave it out, or give what it means")
    else:
        yield Problem(str(path), None, "is no ordinary file", "give it by name, or leave it out")


def id_of(name: str) -> str:
    """A file's name without its extensions; names that are not UTF-8 keep what can be written of them."""
    written = os.fsencode(name).decode("utf-8", "replace")
    return _EXTENSIONS.sub("", written, count=1) or written
