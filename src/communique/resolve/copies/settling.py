"""Which of several reports that are one counts: the earliest of those that no other corrects."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from communique.resolve.copies.judging import How

Day = tuple[bool, str, str]
"""Whether the day of a report is not known, the day, the id: by this the earliest is found."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """That a report does not count, since `of` does: it is a copy of it, or was corrected by it."""

    report: Any
    of: Any
    how: How


def settle(days: Mapping[Any, Day], pairs: Collection[tuple[Any, Any, How]]) -> list[Repeat]:
    """What does not count among reports, given as pairs (report, of, how) as they were judged.

    Copies of what was corrected are corrected with it. It depends on which there are and not on their order.
    """
    copies = _groups(days, ((one, other) for one, other, how in pairs if how == "copy"))
    corrected = {copies[of] for report, of, how in pairs if how == "corrected" and copies[of] != copies[report]}
    found: list[Repeat] = []
    for together in _members(_groups(days, ((one, other) for one, other, _ in pairs))):
        fit = [each for each in together if copies[each] not in corrected] or together
        counts = min(fit, key=days.__getitem__)
        for each in sorted(together, key=days.__getitem__):
            if each != counts:
                how: How = "copy" if copies[each] == copies[counts] or copies[each] not in corrected else "corrected"
                found.append(Repeat(each, counts, how))
    return found


def _groups(days: Mapping[Any, Day], pairs: Iterable[tuple[Any, Any]]) -> dict[Any, Any]:
    """The report that stands for the group of each."""
    head = {each: each for each in days}

    def top(each: Any) -> Any:
        while head[each] != each:
            each = head[each]
        return each

    for one, other in pairs:
        first, second = sorted((top(one), top(other)), key=days.__getitem__)
        head[second] = first
    return {each: top(each) for each in days}


def _members(groups: Mapping[Any, Any]) -> Iterator[list[Any]]:
    members: dict[Any, list[Any]] = defaultdict(list)
    for each, head in groups.items():
        members[head].append(each)
    yield from members.values()
