"""`communique read`: reports from wherever they lie, read and kept in the record."""

import json
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING, TypeAlias

import click

from communique.cli.files import STDOUT, part_of, same_file, written_whole
from communique.cli.options import columns_option, jobs_option, record_option
from communique.cli.printing.problems import Problems
from communique.wording.words import count

if TYPE_CHECKING:
    from communique.cli.printing.progress import Progress
    from communique.errors import ReaderError
    from communique.reading import Masthead, Reading
    from communique.record import Record
    from communique.report import Report
    from communique.sources import Meter, Problem

Taking: TypeAlias = "Callable[..., Iterator[Report | Problem]]"
"""`sources.take` of the inputs of a command; called with what else it is to heed."""

BESIDE_A_RECORD = ("", "-wal", "-shm", "-journal")  # what SQLite keeps next to its file


@click.command("read")
@click.argument("inputs", nargs=-1, required=True, metavar="INPUT...")
@record_option
@click.option("--no-record", is_flag=True, help="Keep nothing; useful with --readings, or to check the input.")
@click.option("--readings", metavar="FILE", help="Write the readings there too, one JSON a line (`-` is stdout).")
@jobs_option
@columns_option
def command(
    inputs: tuple[str, ...],
    record: str,
    no_record: bool,
    readings: str | None,
    jobs: int | None,
    columns: dict[str, str],
) -> int:
    """Read reports and keep what they say in the record.

    An INPUT is a file, a folder with all in it, or `-` for standard input: plain text, JSON, JSON lines, CSV or Parquet
    (id, url, published, title, publisher, text), RSS or Atom, web pages, mail, PDF, DOCX or ODT, each also gzipped, or
    archives (ZIP, WARC, WACZ). What is in the record already is not read again. What cannot be read is named in one
    line, the rest is read, and the exit status is 1.

    For example: communique read releases/ more.jsonl.gz

    For example: communique read - --no-record --readings - < report.txt
    """
    for name in (*inputs, *([] if no_record else [record])):
        if readings not in (None, STDOUT) and same_file(str(readings), name):
            raise click.UsageError(f"--readings would overwrite {name}; name another file")
    return read(inputs, None if no_record else record, readings=readings, jobs=jobs, columns=columns)


def read(
    inputs: Sequence[str],
    record: str | None,
    *,
    readings: str | None = None,
    jobs: int | None = None,
    columns: Mapping[str, str] | None = None,
) -> int:
    """Read `inputs` into the record at this path (None: into none); 0 when all could be read, else 1.

    `columns` says of fields of a report how their columns in a table are called.
    """
    from communique.reader.many import read_many

    def work(desk: Desk, taking: Taking) -> None:
        for report, result in read_many(desk.unread(taking(columns=columns)), jobs=jobs):
            desk.keep(report, result)

    return take_in(inputs, record, readings, work)


def take_in(
    inputs: Sequence[str], record: str | None, readings: str | None, work: "Callable[[Desk, Taking], object]"
) -> int:
    """Have what `inputs` hold worked on at a desk, and say what came of it; 0 when all could be read, else 1."""
    from communique.cli.printing.progress import Progress
    from communique.record import Record
    from communique.sources import Meter, take, total_size

    leave_out = own_files(record, readings)
    meter = Meter()
    with ExitStack() as stack:
        kept = stack.enter_context(Record(record)) if record else None
        out = stack.enter_context(written_whole(readings)) if readings else None
        progress = stack.enter_context(Progress(total_size(inputs, leave_out=leave_out)))
        desk = Desk(kept, out, progress, meter)
        work(desk, partial(take, inputs, meter=meter, leave_out=leave_out))
        desk.finish()
    click.echo(summary(desk.tally, record, progress.seconds), err=True)
    return 1 if desk.tally.problems else 0


def own_files(record: str | None, readings: str | None) -> frozenset[Path]:
    """The files that are written to, which are no reports where they lie in a folder that is read."""
    files = [Path(record + more) for more in BESIDE_A_RECORD] if record else []
    if readings:
        files += [Path(readings), part_of(Path(readings))]
    return frozenset(each.resolve() for each in files)


@dataclass(slots=True)
class Tally:
    """How many reports were new, known before, and told of an engagement; how many problems lost something."""

    new: int = 0
    known: int = 0
    engaged: int = 0
    problems: int = 0


@dataclass(frozen=True, slots=True)
class Waiting:
    """A report whose turn to be written has not come: its masthead, and how much input was taken when it came."""

    masthead: "Masthead"
    known: bool
    taken: int


BATCH = 20  # reports stored at once: 13 ms each, where one by one takes 56; 50 gain nothing more

HELD = 500_000  # characters of text that may wait to be stored
PATIENCE = 1.0  # seconds after which what was read is stored, however little it is: input may be long in coming


class Desk:
    """Where reports come in and results go out, both in the order of the input.

    Invariant: of a report that waits for those before it only the masthead is held here, and of those read and not
    yet stored no more than BATCH. `tell` is called with each reading that is new, once it is stored.
    """

    def __init__(
        self,
        record: "Record | None",
        out: IO[bytes] | None,
        progress: "Progress",
        meter: "Meter",
        *,
        tell: "Callable[[Reading], object] | None" = None,
    ) -> None:
        self.tally = Tally()
        self._tell = tell
        self._record = record
        self._out = out
        self._progress = progress
        self._problems = Problems(progress.say)
        self._meter = meter
        self._waiting: deque[Waiting] = deque()
        self._read: list[tuple[Report, Reading, Waiting]] = []
        self._stored = time.monotonic()

    def unread(self, items: "Iterable[Report | Problem]") -> "Iterator[Report]":
        """The reports that have to be read; problems are said, and known reports put in their place."""
        from communique.reading import Masthead
        from communique.sources import Problem

        for item in items:
            if isinstance(item, Problem):
                self.tally.problems += item.lost
                self._problems.add(item)
                continue
            known = self._known(item)
            if known is None:
                continue
            masthead = Masthead(id=item.id, url=item.url, published=item.published, title=item.title)
            self._waiting.append(Waiting(masthead, known, self._meter.taken))
            if known:
                self._write_known()
            else:
                yield item

    def keep(self, report: "Report", result: "Reading | ReaderError") -> None:
        """Store a result, and write it; the known reports before it go first."""
        from communique.reading import Reading

        self._write_known()
        place = self._waiting.popleft()
        if not isinstance(result, Reading):
            self._say(result)
            return
        self._read.append((report, result, place))
        if self._is_due():
            self._store()

    def _is_due(self) -> bool:
        """Whether what was read is to be stored now; where nothing is stored there is nothing to wait for."""
        held = sum(len(report.text) for report, _, _ in self._read)
        waited = time.monotonic() - self._stored
        return not self._record or len(self._read) >= BATCH or held > HELD or waited > PATIENCE

    def _store(self) -> None:
        """Store and write what was read: together, because joining many at once costs little more than one."""
        batch, self._read, self._stored = self._read, [], time.monotonic()
        pairs = [(report, reading) for report, reading, _ in batch]
        added = self._record.add_each(pairs) if self._record else [True] * len(pairs)
        for (report, reading, place), new in zip(batch, added, strict=True):
            if isinstance(new, bool):
                self.tally.new += new
                self.tally.known += not new
                self.tally.engaged += bool(new and reading.engagements)
                self._write(reading, place)
                if new and self._tell:
                    self._tell(reading)
            else:  # the record trusts no reader
                self._say(f"report {report.id!r} was not stored ({new}); send it to the developers if it was misread")

    def finish(self) -> None:
        """Store what was read last, write the known reports after it, and say what is left to say."""
        self._store()
        self._write_known()
        self._problems.end()

    def _known(self, report: "Report") -> bool | None:
        """Whether the record has the report; None where it has another under this id, which is said."""
        from communique.errors import RecordError

        if not self._record:
            return False
        try:
            return self._record.knows(report)
        except RecordError as error:
            if not self._has_another(report):
                raise
            self._say(error)
            return None

    def _has_another(self, report: "Report") -> bool:
        from communique.errors import NotInRecord

        assert self._record
        try:
            return self._record.report(report.id).report.digest != report.digest
        except NotInRecord:
            return False

    def _write_known(self) -> None:
        if self._waiting and self._waiting[0].known:
            self._store()  # what was read came before it
        while self._waiting and self._waiting[0].known:
            place = self._waiting.popleft()
            self.tally.known += 1
            reading = None
            if self._record and self._out:
                reading = self._record.report(place.masthead.id).reading
            self._write(reading, place)

    def _write(self, reading: "Reading | None", place: Waiting) -> None:
        if self._out and reading:
            head = place.masthead
            given = replace(reading.report, id=head.id, url=head.url, published=head.published, title=head.title)
            line = json.dumps(replace(reading, report=given).to_json(), ensure_ascii=False)
            # a lone surrogate, which UTF-8 has no bytes for, is written as the escape that JSON knows it by
            self._out.write(line.encode("utf-8", "backslashreplace") + b"\n")
        reports = self.tally.new + self.tally.known
        self._progress.done(reports, read=self.tally.new, taken=place.taken)

    def _say(self, fault: object) -> None:
        self.tally.problems += 1
        self._problems.end()
        self._progress.say(str(fault))


def summary(tally: Tally, record: str | None, seconds: float) -> str:
    """One line on what was done."""
    reports = count(tally.new + tally.known, "report")
    parts = [f"{reports}, {tally.new:,} new, {tally.known:,} already in {record}" if record else f"{reports} read"]
    if tally.new:
        parts.append(
            f"{tally.engaged:,} of the new with an engagement" if record else f"{tally.engaged:,} with an engagement"
        )
        parts.append(f"{tally.new / max(seconds, 0.001):,.1f} a second")
    if tally.problems:
        parts.append(count(tally.problems, "problem"))
    return "; ".join(parts)
