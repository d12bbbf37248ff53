"""The process that parses, as its parent sees it: started when first needed, ended when a file takes too long.

Invariant: a question has been answered in full, or the process is gone.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any

from communique.sources.confined.extract import Entry, Extract, Refused
from communique.sources.limits import PARSE_MEMORY, PARSE_SECONDS

CHILD = "communique.sources.confined.child"
KEPT_SECONDS = 2.0  # for the process to end by itself when nothing more is asked


class Confined:
    """One process for parsers, for one file after the other; close it, or use it in a `with` statement."""

    def __init__(self, *, seconds: float = PARSE_SECONDS, memory: int = PARSE_MEMORY) -> None:
        self._seconds = seconds
        self._memory = memory
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> "Confined":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def call(self, function: Callable[..., Extract], raw: bytes, **options: Any) -> Extract:
        """`function(raw, **options)`, run over there; `options` are what JSON can hold.

        The function is a public one of a module. Raises Refused where the file gives no report, takes longer or more
        memory than it may, or makes the parser fall over.
        """
        process = self._running()
        return extract(self._answer(process, _question(function, raw, options, many=False)))

    def each(self, function: Callable[..., Iterator[Entry]], raw: bytes, **options: Any) -> Iterator[Entry]:
        """What `function(raw, **options)` gives one after the other, as `call`; each in the time of a whole file.

        Raises Refused where it can give no more. A process that was not asked to the end is ended.
        """
        process, self._process = self._running(), None  # so that nothing else is asked of it meanwhile
        try:
            answer = self._answer(process, _question(function, raw, options, many=True))
            while answer is not None:
                yield entry(answer)
                answer = self._answer(process, b"")
        except BaseException:
            _end(process)
            raise
        self._take_back(process)

    def _take_back(self, process: "subprocess.Popen[bytes]") -> None:
        """Keep a process for what is asked next, unless there is another by now."""
        if self._process is None:
            self._process = process
        else:
            _end(process)

    def _answer(self, process: "subprocess.Popen[bytes]", question: bytes) -> dict[str, Any] | None:
        """The next answer of the process, after the question if there is one; without an answer it is ended."""
        assert process.stdin
        assert process.stdout
        late = Timer(self._seconds, process.kill)
        late.start()
        try:
            process.stdin.write(question)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            expired = not late.is_alive()
            late.cancel()
        if not line.endswith(b"\n"):
            _end(process)
            raise _without_answer(self._seconds if expired else None)
        answer: dict[str, Any] | None = json.loads(line)
        return answer

    def close(self) -> None:
        """End the process, if there is one."""
        process, self._process = self._process, None
        if process is None:
            return
        _shut(process.stdin)
        try:
            process.wait(KEPT_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        _shut(process.stdout)

    def _running(self) -> "subprocess.Popen[bytes]":
        if self._process is None or self._process.poll() is not None:
            self.close()
            self._process = subprocess.Popen(
                [sys.executable, "-m", CHILD, str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
            )
        return self._process


def _question(function: Callable[..., Any], raw: bytes, options: dict[str, Any], *, many: bool) -> bytes:
    asked = {"function": f"{function.__module__}:{function.__qualname__}", "size": len(raw), "options": options}
    return json.dumps({**asked, "many": many}).encode("ascii") + b"\n" + raw


def _end(process: "subprocess.Popen[bytes]") -> None:
    process.kill()
    process.wait()
    _shut(process.stdin)
    _shut(process.stdout)


def _shut(pipe: Any) -> None:
    with suppress(BrokenPipeError):  # what was asked last was not taken any more
        pipe.close()


def _without_answer(seconds: float | None) -> Refused:
    if seconds is None:
        return Refused("makes its parser break down", "save it as text")
    return Refused(f"takes longer than {seconds:g} seconds to read", "save it as text, or cut it into its reports")


def extract(answer: dict[str, Any] | None) -> Extract:
    """The Extract that an answer is; raises Refused where it is none."""
    told = _unrefused(answer)
    return Extract(**{**told, "notes": tuple((what, mend) for what, mend in told["notes"])})


def entry(answer: dict[str, Any]) -> Entry:
    """The Entry that an answer is; raises Refused where it is none."""
    told = _unrefused(answer)
    return Entry(**{**told, "wrong": tuple(told["wrong"]) if told["wrong"] else None})


def _unrefused(answer: dict[str, Any] | None) -> dict[str, Any]:
    if answer is None or "refused" in answer:
        raise Refused(*(answer["refused"] if answer else ("holds nothing", "leave it out")))
    return answer
