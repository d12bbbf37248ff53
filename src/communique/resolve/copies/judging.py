"""Whether two reports are one: a copy of the other, or a correction that takes its place."""

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal
from urllib.parse import parse_qsl, urlsplit

from communique.resolve.copies.aligning import Aligned, Sentence, align, sentences

VERSION = "1"

How = Literal["copy", "corrected"]

# Set on the 4,804 releases of the corpus: of the 3,793 pairs that share a band the seven that are let through tell the
# same, and no other does. Invented copies with furniture around them, a headline of their own and words changed are in
# the tests, beside sessions of two years that are told in the same words.
COPIED = 0.8  # of the words of the text that has fewer of its own
FURNISHED = 0.55  # of the words of the other: what is added may be nearly as much again
KEPT = 0.5  # of the words of either, where one corrects the other
DAYS = 14  # between two copies; where a day is not known nothing stands against it

# The marks by which agencies tell a correction. `Updated:` with a time is on every page, and tells nothing.
_CORRECTS = re.compile(
    r"\b(?:CORRECTED|CORRECTION|CORRECTS|CORRECTIVE|AMENDED|REFILE|REFILES|UPDATES|UPDATE [0-9])\b"
    r"|\b(?:Correction|Corrected version|Updated version|Amended version)\b"
    r"|[(\[](?:Corrects|Adds|Updates|Recasts|Refiles|Corrected|Updated)\b(?![^)\]]{0,12}[0-9])"
    r"|\b(?:story|report|release|statement|article|text) (?:has been|was|is) (?:corrected|updated|amended)\b"
)
HEAD = 300  # characters at either end of a text in which it says that it corrects another

_TRACKING = re.compile(r"(?:utm_\w+|fbclid|gclid|ref|source|share)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Told:
    """A report as it is compared: `day` is the day it is from, `retrieved` when it was fetched, both ISO 8601."""

    id: str
    text: str
    url: str | None = None
    title: str | None = None
    day: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True)
class Judged:
    """That `report` repeats `of`, or `of` was corrected by it; and how much of each is told in the other."""

    report: str
    of: str
    how: How
    aligned: Aligned


def judge(one: Told, other: Told) -> Judged | None:
    """Whether two reports are one, in either order alike; None where they are two."""
    left, right = sorted((one, other), key=lambda each: each.id)
    same_address = address(left.url) is not None and address(left.url) == address(right.url)
    if _days_between(left, right) > DAYS and not same_address:
        return None
    found = align(_sentences(left.text), _sentences(right.text))
    later = _later(left, right, same_address=same_address)
    if later and max(found.left, found.right) >= KEPT and (found.conflicts or _corrects(later)):
        earlier = left if later is right else right
        return Judged(later.id, earlier.id, "corrected", found)
    if found.conflicts or max(found.left, found.right) < COPIED or min(found.left, found.right) < FURNISHED:
        return None
    first, second = sorted((left, right), key=lambda each: (each.day is None, each.day or "", each.id))
    return Judged(second.id, first.id, "copy", found)


def address(url: str | None) -> str | None:
    """What two addresses of one page have in common; None for none, or for that of a whole site."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
        path, host = parts.path.rstrip("/"), (parts.hostname or "").removeprefix("www.")
        query = sorted(pair for pair in parse_qsl(parts.query) if not _TRACKING.fullmatch(pair[0]))
    except ValueError:
        return None
    return f"{host}{path}?{query}" if path or query else None


def _later(left: Told, right: Told, *, same_address: bool) -> Told | None:
    """Which of two takes the place of the other: that which says so; of one page, that of the later day."""
    marked = [each for each in (left, right) if _corrects(each)]
    if len(marked) == 1:
        return marked[0]
    if not same_address:
        return None
    for one, other in ((left.retrieved, right.retrieved), (left.day, right.day)):
        if one and other and one != other:
            return left if one > other else right
    return None


def _corrects(told: Told) -> bool:
    shown = f"{told.title or ''}\n{told.text[:HEAD]}\n{told.text[-HEAD:]}"
    return bool(_CORRECTS.search(shown))


def _days_between(left: Told, right: Told) -> int:
    try:
        return abs((date.fromisoformat(left.day or "") - date.fromisoformat(right.day or "")).days)
    except ValueError:  # not known, or not to the day
        return 0


@lru_cache(maxsize=64)  # a report is held against several
def _sentences(text: str) -> list[Sentence]:
    return sentences(text)
