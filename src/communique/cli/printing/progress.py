"""How far long work is: a bar on a terminal, elsewhere a plain line now and then. Always on stderr."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TYPE_CHECKING, Self

import click

from communique.wording.words import count

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

PLAIN_SECONDS = 10.0  # between two plain lines; work that is done sooner has none


class Progress:
    """Rate and time left of work on reports; `total` is in bytes of input, None where it is not known.

    Lines said meanwhile go above the bar.
    """

    def __init__(self, total: int | None, *, clock: Callable[[], float] = time.monotonic) -> None:
        self._total = total
        self._clock = clock
        self._began = self._said = clock()
        self._first: tuple[float, int] | None = None
        self._bar: Bar | None = None

    def __enter__(self) -> Self:
        if sys.stderr.isatty():
            self._bar = _bar()
            self._bar.add_task("", total=self._total or None, reports=count(0, "report"), rate="")
            self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar:
            self._bar.stop()

    @property
    def seconds(self) -> float:
        """Since the work began."""
        return self._clock() - self._began

    def say(self, line: str) -> None:
        """A line for the user."""
        if self._bar:
            self._bar.console.print(line, markup=False, highlight=False, soft_wrap=True)
        else:
            click.echo(line, err=True)

    def done(self, reports: int, *, read: int, taken: int) -> None:
        """So many reports are done, `read` of them anew (the rate is theirs), from `taken` bytes of the input."""
        now = self._clock()
        rate = f"{read / (now - self._began):.1f} reports a second" if read and now > self._began else ""
        if self._bar:
            self._bar.update(self._bar.task_ids[0], completed=taken, reports=count(reports, "report"), rate=rate)
            return
        # Time left counts from the first report read: loading the language model says nothing about the rest.
        self._first = self._first or (now, taken)
        if now - self._said >= PLAIN_SECONDS:
            self._said = now
            parts = [count(reports, "report"), rate, self._left(now, taken)]
            click.echo(", ".join(part for part in parts if part), err=True)

    def _left(self, now: float, taken: int) -> str:
        if not self._total or not self._first or taken <= self._first[1]:
            return ""
        began, before = self._first
        return f"about {as_time((now - began) * (self._total - taken) / (taken - before))} left"


@contextmanager
def at_work(doing: str) -> Iterator[Callable[[str], None]]:
    """A sign of life on a terminal while something is done whose end is not known; what it is at can be told."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status(doing) as status:
        yield lambda part: status.update(f"{doing}: {part}")


def as_time(seconds: float) -> str:
    """`12 s`, `3 min`, `2 h 5 min`."""
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min"


def _bar() -> "Bar":
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        BarColumn(bar_width=30),
        TextColumn("{task.fields[reports]}"),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("left"),
        console=Console(stderr=True),
        transient=True,
    )
