"""A report's text cut where citations begin and end, so that each stretch knows which facts stand on it.

Offsets are code points, as everywhere; the stretches put together are the text again.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from communique.web.facts import Fact
from communique.wording import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Words of a report on which the same facts stand; `fact` is the one with the fewest words, and lights it.

    `asked` are the words that the address names; `begins` is set on the first of them.
    """

    text: str
    fact: Fact | None = None
    asked: bool = False
    begins: bool = False


def stretches(text: str, facts: Sequence[Fact], *, at: tuple[int, int] | None = None) -> list[Stretch]:
    """The text in stretches; `at`, where the text has such words, are asked for."""
    start, end = at or (0, 0)
    if not 0 <= start < end <= len(text):
        start = end = len(text)
    begin, finish = defaultdict(list), defaultdict(list)
    for fact in facts:
        begin[fact.cited.start].append(fact)
        finish[fact.cited.end].append(fact)
    cuts = sorted({0, len(text), start, end, *begin, *finish})
    over: dict[int, Fact] = {}
    found = []
    for left, right in pairwise(cuts):
        for fact in finish[left]:
            over.pop(fact.number, None)
        over |= {fact.number: fact for fact in begin[left]}
        found.append(
            Stretch(
                text=words.visible(text[left:right]),
                fact=min(over.values(), key=_narrowness, default=None),
                asked=start <= left < end,
                begins=left == start < end,
            )
        )
    return found


def _narrowness(fact: Fact) -> tuple[int, int]:
    return fact.cited.end - fact.cited.start, fact.number
