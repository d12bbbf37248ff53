"""What commands write to: a console for people, JSON for programs."""

import json
import os
import sys
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from rich.console import Console

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
