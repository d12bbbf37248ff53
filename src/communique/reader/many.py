"""Reading many reports: one bad report does not stop the others, and several processes share the work.

Invariant: for each report given, in the order given, one pair comes out: its reading, or the ReaderError that says
why there is none.
"""

import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from itertools import islice
from threading import Thread
from typing import TYPE_CHECKING, TypeAlias

from communique.errors import ReaderError
from communique.reading import Reading
from communique.report import Report

if TYPE_CHECKING:
    from communique.reader import Reader

CHUNK_REPORTS = 16  # reports read in one go: enough for spaCy to batch, few enough to lose little
CHUNK_CHARACTERS = 200_000  # of text in one go, so that long reports do not add up in memory
CHUNKS_A_JOB = 2  # in flight: one being read, one waiting

Result: TypeAlias = Reading | ReaderError


def read_many(reports: Iterable[Report], *, jobs: int = 1) -> Iterator[tuple[Report, Result]]:
    """Each report with its reading, or with the ReaderError that names it; in order, as they come.

    `jobs` processes read at once; with 1 it is this process. `reports` is taken in as it is read, never whole.
    """
    chunks = _chunks(reports)
    if jobs > 1:
        yield from _read_by_pool(chunks, jobs)
        return
    for chunk in chunks:
        yield from zip(chunk, _read_chunk(_reader(), chunk), strict=True)


@cache
def _reader() -> "Reader":
    from communique.reader import Reader

    return Reader()


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


def _read_chunk(reader: "Reader", chunk: Sequence[Report]) -> Iterator[Result]:
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


def _read_one(reader: "Reader", report: Report) -> Result:
    try:
        return reader.read(report)
    except Exception as error:
        return _unread(report, f"{type(error).__name__}: {error}")


def _unread(report: Report, why: str) -> ReaderError:
    return ReaderError(
        f"report {report.id!r} could not be read ({why}); the others were. Please tell the developers, with the report"
    )


# Several processes. A worker that dies takes the whole pool with it (BrokenProcessPool): what was done is kept, and
# the chunks in flight are read again report by report in a new pool, so that the report that kills is found.


def _read_by_pool(chunks: Iterator[list[Report]], jobs: int) -> Iterator[tuple[Report, Result]]:
    pool = _Pool(jobs)
    flight: deque[tuple[list[Report], Future[list[Result]]]] = deque()
    try:
        for chunk in chunks:
            flight.append((chunk, pool.submit(chunk)))
            if len(flight) >= CHUNKS_A_JOB * jobs:
                chunk, future = flight.popleft()
                yield from zip(chunk, pool.results(chunk, future), strict=True)
        while flight:
            chunk, future = flight.popleft()
            yield from zip(chunk, pool.results(chunk, future), strict=True)
    finally:
        pool.stop()


class _Pool:
    """A process pool that is made anew when a worker dies."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._executor = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # Never fork: the parent may hold threads and an open record.
        method = "forkserver" if "forkserver" in multiprocessing.get_all_start_methods() else "spawn"
        context = multiprocessing.get_context(method)
        return ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin_worker)

    def submit(self, chunk: list[Report]) -> Future[list[Result]]:
        try:
            return self._executor.submit(_read_in_worker, chunk)
        except BrokenProcessPool:
            self._renew()
            return self._executor.submit(_read_in_worker, chunk)

    def results(self, chunk: list[Report], future: Future[list[Result]]) -> Iterator[Result]:
        try:
            yield from future.result()
        except BrokenProcessPool:
            for report in chunk:
                yield self._alone(report)

    def _alone(self, report: Report) -> Result:
        try:
            return self.submit([report]).result()[0]
        except BrokenProcessPool:
            return _unread(report, "it ended the process that read it, twice")

    def _renew(self) -> None:
        self._executor.shutdown(wait=False)
        self._executor = self._start()

    def stop(self) -> None:
        """End the workers at once; what they were reading is lost."""
        workers = list((self._executor._processes or {}).values())  # no public way before Python 3.14
        self._executor.shutdown(wait=False, cancel_futures=True)
        for worker in workers:
            worker.terminate()


def _begin_worker() -> None:
    """Leave Ctrl-C to the parent, and end when the parent has ended, however it did."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _read_in_worker(chunk: list[Report]) -> list[Result]:
    return list(_read_chunk(_reader(), chunk))
