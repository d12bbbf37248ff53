"""The process that parses, as its parent sees it: started when first needed, ended when a file takes too long.

Invariant: a question has been answered in full, or the process is gone.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from threading import Timer
from types import TracebackType
from typing import Any

from communique.sources.confined.extract import Extract, Refused
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
        question = {"function": f"{function.__module__}:{function.__qualname__}", "size": len(raw), "options": options}
        assert process.stdin
        assert process.stdout
        late = Timer(self._seconds, process.kill)
        late.start()
        try:
            process.stdin.write(json.dumps(question).encode("ascii") + b"\n" + raw)
            process.stdin.flush()
            line = process.stdout.readline()
        except BrokenPipeError:
            line = b""
        finally:
            expired = not late.is_alive()
            late.cancel()
        if not line.endswith(b"\n"):
            self._end()
            raise _without_answer(self._seconds if expired else None)
        return _answered(json.loads(line))

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
            self._end()
            self._process = subprocess.Popen(
                [sys.executable, "-m", CHILD, str(self._memory)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": os.pathsep.join(each for each in sys.path if each)},
            )
        return self._process

    def _end(self) -> None:
        if self._process is not None:
            self._process.kill()
            self.close()


def _shut(pipe: Any) -> None:
    with suppress(BrokenPipeError):  # what was asked last was not taken any more
        pipe.close()


def _without_answer(seconds: float | None) -> Refused:
    if seconds is None:
        return Refused("makes its parser break down", "save it as text")
    return Refused(f"takes longer than {seconds:g} seconds to read", "save it as text, or cut it into its reports")


def _answered(answer: dict[str, Any]) -> Extract:
    if "refused" in answer:
        raise Refused(*answer["refused"])
    return Extract(**{**answer, "notes": tuple((what, mend) for what, mend in answer["notes"])})
