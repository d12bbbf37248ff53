"""Reading many reports: one bad report does not stop the others, and several processes share the work.

Invariant: for each report given, in the order given, one pair comes out: its reading, or the ReaderError that says
why there is none.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from threading import Thread
from typing import Protocol, TypeAlias

from communique.errors import ReaderError
from communique.reading import Reading
from communique.report import Report

CHUNK_REPORTS = 16  # reports read in one go: enough for spaCy to batch, few enough to lose little
CHUNK_CHARACTERS = 200_000  # of text in one go, so that long reports do not add up in memory
CHUNKS_A_JOB = 2  # in flight: one being read, one waiting
FEW_CHUNKS = (
    2  # are read by this process before others are begun: those take 2 s to start, in which it reads 40 reports
)

Result: TypeAlias = Reading | ReaderError


class Reads(Protocol):
    """What reads: `communique.reader.Reader`, or another that a caller brings."""

    def read(self, report: Report, /) -> Reading:
        """The reading of one report."""

    def read_many(self, reports: Iterable[Report], /) -> Iterator[Reading]:
        """The readings of many, in order."""


def make_reader() -> Reads:
    """The Reader of this project."""
    from communique.reader import Reader

    return Reader()


def read_many(
    reports: Iterable[Report], *, jobs: int | None = 1, make: Callable[[], Reads] = make_reader
) -> Iterator[tuple[Report, Result]]:
    """Each report with its reading, or with the ReaderError that names it; in order, as they come.

    `jobs` processes read at once, each with what `make` makes there (a function of a module); with 1 it is this
    process, with None first this one and, where there are more than a few reports, then one a core. `reports` is taken
    in as it is read, never whole.
    """
    chunks = _chunks(reports)
    here = FEW_CHUNKS if jobs is None else None if jobs == 1 else 0
    for chunk in islice(chunks, here):
        yield from zip(chunk, _read_chunk(_made(make), chunk), strict=True)
    if here is not None:
        yield from _read_by_pool(chunks, jobs or cores(), make)


def cores() -> int:
    """How many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@cache
def _made(make: Callable[[], Reads]) -> Reads:
    return make()  # once a process: loading the language model takes a second


def _chunks(reports: Iterable[Report]) -> Iterator[list[Report]]:
    chunk: list[Report] = []
    characters = 0
    for report in reports:
        chunk.append(report)
        characters += len(report.text)
        if len(chunk) == CHUNK_REPORTS or characters >= CHUNK_CHARACTERS:
            yield chunk
            chunk, characters = [], 0
    if chunk:
        yield chunk


def _read_chunk(reader: Reads, chunk: Sequence[Report]) -> Iterator[Result]:
    """The results of a chunk, batched as far as it goes well, and from a bad report on one by one."""
    done = 0
    try:
        for reading in islice(reader.read_many(chunk), len(chunk)):
            done += 1
            yield reading
    except Exception:
        pass
    for report in chunk[done:]:
        yield _read_one(reader, report)


def _read_one(reader: Reads, report: Report) -> Result:
    try:
        return reader.read(report)
    except Exception as error:
        return _unread(report, f"{type(error).__name__}: {error}")


def _unread(report: Report, why: str) -> ReaderError:
    why = " ".join(why.split())
    return ReaderError(f"report {report.id!r} could not be read ({why}); send it to the developers, the others go on")


# Several processes. A worker that dies takes its whole pool along (BrokenProcessPool): what was done is kept, and each
# report then in flight is read once more, alone in a pool of its own, so that the one that kills is known for it.


def _read_by_pool(
    chunks: Iterator[list[Report]], jobs: int, make: Callable[[], Reads]
) -> Iterator[tuple[Report, Result]]:
    many, alone = _Pool(jobs, make), _Pool(1, make)
    flight: deque[tuple[list[Report], Future[list[Result]]]] = deque()
    try:
        for chunk in chunks:
            flight.append((chunk, many.submit(chunk)))
            if len(flight) >= CHUNKS_A_JOB * jobs:
                yield from _landed(*flight.popleft(), alone)
        while flight:
            yield from _landed(*flight.popleft(), alone)
    except BaseException:  # Ctrl-C, or nobody wants more
        many.kill()
        alone.kill()
        raise
    many.close()
    alone.close()


def _landed(chunk: list[Report], future: Future[list[Result]], alone: "_Pool") -> Iterator[tuple[Report, Result]]:
    try:
        yield from zip(chunk, future.result(), strict=True)
    except BrokenProcessPool:
        for report in chunk:
            try:
                yield report, alone.submit([report]).result()[0]
            except BrokenProcessPool:
                yield report, _unread(report, "it ended the process that read it, twice")


class _Pool:
    """A process pool that is started when it is needed, and anew when a worker has died."""

    def __init__(self, jobs: int, make: Callable[[], Reads]) -> None:
        self._jobs = jobs
        self._make = make
        self._executor: ProcessPoolExecutor | None = None

    def submit(self, chunk: list[Report]) -> Future[list[Result]]:
        """The results to come of a chunk."""
        try:
            return self._running().submit(_read_in_worker, self._make, chunk)
        except BrokenProcessPool:
            self.close()
            return self._running().submit(_read_in_worker, self._make, chunk)

    def _running(self) -> ProcessPoolExecutor:
        if self._executor is None:
            # Never fork: the parent may hold threads and an open record.
            method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
            context = multiprocessing.get_context(method)
            self._executor = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin_worker)
        return self._executor

    def close(self) -> None:
        """End the workers, after what they are reading."""
        if self._executor:
            self._executor.shutdown()
            self._executor = None

    def kill(self) -> None:
        """End the workers at once; what they are reading is lost."""
        if self._executor:
            workers = list((self._executor._processes or {}).values())  # no public way before Python 3.14
            self._executor.shutdown(wait=False, cancel_futures=True)
            for worker in workers:
                worker.terminate()
            self._executor = None


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and end when the parent has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _read_in_worker(make: Callable[[], Reads], chunk: list[Report]) -> list[Result]:
    return list(_read_chunk(_made(make), chunk))
