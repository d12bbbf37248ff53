"""Offices and ranks compared: whether two reports may speak of the holder of one post."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import Literal

from communique import lexicon
from communique.lexicon import naming
from communique.resolve.folding import fold
from communique.resolve.levels import level_of

REMEMBERED = 50_000

Fit = Literal["same", "fits", "level", "other", "unknown"]
"""How two posts go together: the same, one told shorter, of one level, of another, or one of them not told."""

FITS: tuple[Fit, ...] = ("same", "fits", "level", "other")
APART = frozenset({"deputy", "assistant", "ambassador", "attache", "adviser"})
"""Words that make another office of one: a deputy minister is no minister."""


@dataclass(frozen=True, slots=True)
class Held:
    """How posts of two people go together, and the words for it: the two posts as written."""

    fit: Fit
    one: str = ""
    other: str = ""


UNKNOWN = Held("unknown")


@lru_cache(maxsize=REMEMBERED)
def offices(some: tuple[str, ...], others: tuple[str, ...]) -> Held:
    """The best that any office of the one has with any of the other."""
    return _best(some, others, _offices)


@lru_cache(maxsize=REMEMBERED)
def ranks(some: tuple[str, ...], others: tuple[str, ...]) -> Held:
    """The best that any rank of the one has with any of the other; `level` is the next rank."""
    return _best(some, others, _ranks)


@lru_cache(maxsize=REMEMBERED)
def office_words(office: str) -> frozenset[str]:
    """What an office is, as words that do not depend on how it is put and of which state it is."""
    found = lexicon.load().find(office, kinds=["country", "demonym", "organisation", "seat"])
    for hit in reversed(found):
        office = f"{office[: hit.start]} {office[hit.end :]}"
    known = naming.office_words()
    return frozenset(means for word in fold(office).split() for means in known.get(word, (word,)))


@lru_cache(maxsize=REMEMBERED)
def grade_of(rank: str) -> tuple[str, int] | None:
    """A rank written out and its grade; None for none that the lexicon knows, or a style."""
    hit = next(iter(lexicon.load().find(rank, kinds=["rank"])), None)
    known = lexicon.load().rank_of(hit.key) if hit else None
    return (known.name, known.grade) if known and known.grade else None


def post_of(offices_told: Iterable[str], rank: str | None) -> str:
    """A post in words that do not depend on how it is put: the level of its office, else the office, else the rank."""
    told = sorted(offices_told)
    level = level_of(told)
    if level and level != "official":
        return level
    words = sorted({word for office in told for word in office_words(office)})
    grade = grade_of(rank) if rank else None
    return " ".join(words) or (grade[0] if grade else "")


def _best(some: Iterable[str], others: Iterable[str], fit: Callable[[str, str], Fit]) -> Held:
    held = [Held(fit(one, other), one, other) for one, other in product(some, others)]
    told = [each for each in held if each.fit != "unknown"]
    return min(told, key=lambda each: (FITS.index(each.fit), each.one, each.other), default=UNKNOWN)


def _offices(one: str, other: str) -> Fit:
    some, others = office_words(one), office_words(other)
    if not some or not others:
        return "unknown"
    if some == others:
        return "same"
    if some & APART != others & APART:
        return "other"
    if some < others or others < some:
        return "fits"
    levels = level_of([one]), level_of([other])
    if levels[0] == levels[1] and levels[0] not in (None, "official"):
        return "fits" if len(some & others) > 1 else "level"
    return "unknown" if None in levels or "official" in levels else "other"


def _ranks(one: str, other: str) -> Fit:
    some, others = grade_of(one), grade_of(other)
    if some is None or others is None:
        return "unknown"
    if some[0] == others[0]:
        return "same"
    return "level" if abs(some[1] - others[1]) <= 1 else "other"
