"""The samples of docs/questions.md: its commands asked of the record that the example reports make."""

import io
import os
import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from pathlib import Path
from tempfile import TemporaryDirectory

from communique import examples
from communique.cli import main
from communique.reader import Reader
from communique.record import Record

PAGE = Path(__file__).parents[1] / "docs" / "questions.md"
SAMPLE = re.compile(r"^```console\n\$ communique (?!demo)([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
ENGAGEMENT = re.compile(r"E-[0-9a-f]{12}")
WIDTH, LINES = 100, 24  # columns and lines of a sample
CUT = "…"


def write() -> str:
    """Ask every question of the page again, and write what is answered below it; what was done, in a line."""
    page = PAGE.read_text(encoding="utf-8")
    with TemporaryDirectory() as folder:
        PAGE.write_text(renewed(page, make(Path(folder) / "examples.db")), encoding="utf-8")
    return f"{len(SAMPLE.findall(page))} samples written to {PAGE.relative_to(PAGE.parents[1])}\n"


def make(path: Path) -> Path:
    """The record of the example reports, at this path."""
    reports = examples.reports()
    with Record(path) as record:
        record.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return path


def renewed(page: str, record: Path) -> str:
    """The page with ids and samples as this record has them."""
    with Record(record, read_only=True) as kept:
        most = max(kept.engagements(), key=lambda each: (len(each.tellings), each.id)).id
        known = {each.id for each in kept.engagements()}
    page = ENGAGEMENT.sub(lambda found: found[0] if found[0] in known else most, page)
    return SAMPLE.sub(lambda found: f"```console\n$ communique {found[1]}\n{sample(found[1], record)}```", page)


def sample(command: str, record: Path) -> str:
    """What a command answers, cut where it is long; without the blanks at the ends of its lines."""
    lines = [line.rstrip() for line in answer(command, record).splitlines()]
    if len(lines) > LINES:
        *shown, last = *lines[: LINES - 2], CUT, lines[-1]
        lines = [*shown, last]
    return "".join(f"{line}\n" for line in lines)


def answer(command: str, record: Path) -> str:
    """What a command writes when it is asked of this record; it must end well."""
    written = io.StringIO()
    with _asking(record), redirect_stdout(written):
        status = main(shlex.split(command))
    assert status == 0, command
    return written.getvalue()


@contextmanager
def _asking(record: Path) -> Iterator[None]:
    before = dict(os.environ)
    os.environ.update(COMMUNIQUE_RECORD=str(record), COLUMNS=str(WIDTH), NO_COLOR="1")
    try:
        yield
    finally:
        os.environ.clear()
        os.environ.update(before)
