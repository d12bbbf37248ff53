"""The sessions of a body in order."""

from collections.abc import Callable, Iterable
from typing import TypeVar

Meeting = TypeVar("Meeting")


def in_order(
    sessions: Iterable[Meeting],
    *,
    number: Callable[[Meeting], int | None],
    day: Callable[[Meeting], str | None],
) -> list[Meeting]:
    """Sessions by number; those without one by day among them; those with neither at the end, as they came.

    Numbers outrank days, because a body counts its own sessions and a report may date one wrongly.
    """
    numbered: list[Meeting] = []
    dated: list[Meeting] = []
    neither: list[Meeting] = []
    for each in sessions:
        (numbered if number(each) is not None else dated if day(each) is not None else neither).append(each)
    numbered.sort(key=lambda each: (number(each) or 0, day(each) or ""))
    dated.sort(key=lambda each: day(each) or "")
    for each in reversed(dated):
        numbered.insert(_place(day(each) or "", [day(other) for other in numbered]), each)
    return numbered + neither


def _place(day: str, days: list[str | None]) -> int:
    """Where a session of `day` goes: before the first that is known to be later."""
    return next((i for i, other in enumerate(days) if other is not None and other >= day), len(days))
