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
    told = [(number(each), day(each), each) for each in sessions]
    ordered = sorted((each for each in told if each[0] is not None), key=lambda each: (each[0] or 0, each[1] or ""))
    dated = sorted((each for each in told if each[0] is None and each[1] is not None), key=lambda each: each[1] or "")
    for each in reversed(dated):
        ordered.insert(_place(each[1] or "", [other for _, other, _ in ordered]), each)
    return [each for *_, each in (*ordered, *(each for each in told if each[0] is None and each[1] is None))]


def _place(day: str, days: list[str | None]) -> int:
    """Where a session of `day` goes: before the first that is known to be later."""
    return next((i for i, other in enumerate(days) if other is not None and other >= day), len(days))
