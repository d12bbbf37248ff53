"""Which part of a reading answers which part of the gold: one to one, always the same way."""

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any, TypeAlias

from communique.evaluate.likeness import listed, overlap, plain, same_person, same_words
from communique.reading import JSON

Pairs: TypeAlias = list[tuple[int, int]]  # positions in the gold and in the reading

EVERY_ORDER = 7  # engagements up to which every pairing is tried; 7! = 5,040 take 5 ms, 8! ten times that
SAME_TRIGGER = 0.5  # token F1 at which triggers alone make two engagements comparable


def pair_in_order(gold: Sequence[Any], read: Sequence[Any], same: Callable[[Any, Any], bool]) -> Pairs:
    """Each gold part in turn with the first part read that is the same and still free."""
    free = list(range(len(read)))
    pairs: Pairs = []
    for i, wanted in enumerate(gold):
        found = next((j for j in free if same(wanted, read[j])), None)
        if found is not None:
            free.remove(found)
            pairs.append((i, found))
    return pairs


def pair_engagements(gold: Sequence[JSON], read: Sequence[JSON]) -> Pairs:
    """Engagements paired so that the sum of their likenesses is greatest; those with nothing alike stay alone.

    Up to EVERY_ORDER engagements the sum is the greatest there is; beyond, the likeliest pair is taken first.
    """
    if not gold or not read:
        return []
    table = [[likeness(wanted, got) for got in read] for wanted in gold]
    pairs = _best_order(table) if max(len(gold), len(read)) <= EVERY_ORDER else _likeliest_first(table)
    return [(i, j) for i, j in pairs if table[i][j] > 0]


def likeness(gold: JSON, read: JSON) -> float:
    """How much of two engagements agrees: 0 where neither people, trigger nor body do, else people weigh most."""
    people = len(pair_in_order(listed(gold.get("participants")), listed(read.get("participants")), same_person))
    trigger = overlap(plain(gold.get("trigger")) or "", plain(read.get("trigger")) or "")
    body = same_words(gold.get("body"), read.get("body"))
    if not people and trigger < SAME_TRIGGER and not body:
        return 0.0
    kind, start, status = (_equal(gold, read, field) for field in ("kind", "start", "status"))
    dated = start and bool(plain(gold.get("start")))
    place = same_words(gold.get("place"), read.get("place"))
    # whole numbers and halves around one fraction, added in this order, so that every program gets the same sum
    return 2.0 * people + trigger + body + 1.5 * kind + dated + 0.5 * status + 0.5 * place


def _equal(gold: JSON, read: JSON, field: str) -> bool:
    return bool(plain(gold.get(field)) == plain(read.get(field)))


def _best_order(table: list[list[float]]) -> Pairs:
    turned = len(table) > len(table[0])
    rows: list[list[float]] = [list(column) for column in zip(*table, strict=True)] if turned else table

    def total(order: tuple[int, ...]) -> float:
        return sum(row[j] for row, j in zip(rows, order, strict=True))

    # max keeps the first of equals, so that equal totals always give the same pairs
    best = max(permutations(range(len(rows[0])), len(rows)), key=total)
    return [(j, i) if turned else (i, j) for i, j in enumerate(best)]


def _likeliest_first(table: list[list[float]]) -> Pairs:
    cells = sorted(((value, i, j) for i, row in enumerate(table) for j, value in enumerate(row)), reverse=True)
    pairs: Pairs = []
    taken_gold: set[int] = set()
    taken_read: set[int] = set()
    for _, i, j in cells:
        if i not in taken_gold and j not in taken_read:
            taken_gold.add(i)
            taken_read.add(j)
            pairs.append((i, j))
    return pairs
