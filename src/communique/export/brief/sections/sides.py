"""What is told of either side: a part for each, and how much more there is."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from communique.export.brief.dossier import Line, Part
from communique.wording import parties

Told = TypeVar("Told")


def by_side(
    sides: Sequence[str],
    found: Callable[[str], Sequence[Told]],
    *,
    shown: Callable[[Sequence[Told]], Sequence[Told]],
    line: Callable[[Told], Line],
    empty: str,
) -> tuple[tuple[Part, ...], int]:
    """A part for each of these parties with the lines of what is `shown` of what is `found`, and how many are not."""
    parts, more = [], 0
    for party in sides:
        all_of_it = found(party)
        first = shown(all_of_it)
        more += len(all_of_it) - len(first)
        parts.append(Part(heading=parties.name(party), lines=tuple(map(line, first)), empty=empty))
    return tuple(parts), more
