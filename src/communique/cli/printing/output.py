"""What commands write to: a console for people, JSON for programs."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from rich.console import Console

Item = TypeVar("Item")

PIPED_WIDTH = 110  # columns of a table that goes to a file or a pipe, unless COLUMNS says another width


def console(color: bool | None = None) -> "Console":
    """A rich console on stdout; `color` None lets the terminal, NO_COLOR and FORCE_COLOR decide."""
    from rich.console import Console

    width = None if sys.stdout.isatty() or "COLUMNS" in os.environ else PIPED_WIDTH
    return Console(
        width=width,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
        force_terminal=color,
        no_color=True if color is False else None,
    )


def write_json(data: Any) -> None:
    """`data` as indented JSON on stdout."""
    ascii_only = not (sys.stdout.encoding or "ascii").casefold().startswith("utf")
    json.dump(data, sys.stdout, indent=2, ensure_ascii=ascii_only)
    sys.stdout.write("\n")


def progress(items: Iterable[Item], *, total: int | None, label: str) -> Iterator[Item]:
    """The items, with a bar on stderr while they are taken, if stderr is a terminal."""
    if not sys.stderr.isatty():
        yield from items
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        yield from bar.track(items, total=total, description=label)
