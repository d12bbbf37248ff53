"""Whether two written forms in one report name one person: `Zakir Hasanov`, `Z. Hasanov`, `Hasanov`, `Hassanov`."""

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

# Below this likeness two spellings are two names; romanisations of one name in the dev gold lie above it.
SPELLING_LIKENESS = 0.72
_PREFIXES = re.compile(r"^(?:al|el|ul|as|ash|ad|ar|an|az|at)-(?=\w{3})")


@lru_cache(maxsize=4096)
def folded(name: str) -> tuple[str, ...]:
    """The words of a name without case, marks, apostrophes and articles."""
    base = (
        unicodedata.normalize("NFKD", name)
        .casefold()
        .replace("ı", "i")
        .replace("ł", "l")
        .replace("đ", "d")
        .replace("ø", "o")
    )
    base = "".join(c for c in base if not unicodedata.combining(c) and c not in "'’ʻ`\"“”")
    words = re.findall(r"[^\W_]+(?:-[^\W_]+)*\.?", base)
    return tuple(_PREFIXES.sub("", word) for word in words if word not in ("al", "el", "jr", "sr", "jr.", "sr."))


def same_letters(one: str, other: str) -> bool:
    """Whether two forms agree without a drift: each word of the shorter, or its initial, is in the longer."""
    short, long = sorted((folded(one), folded(other)), key=len)
    return all(word in long or (len(word.rstrip(".")) == 1 and any(w[0] == word[0] for w in long)) for word in short)


@lru_cache(maxsize=16384)
def same_person(one: str, other: str) -> bool:
    """Whether two forms agree: a shorter one is part of the longer, initials fit, or one spelling drifts."""
    a, b = sorted((folded(one), folded(other)), key=lambda words: (len(words), len(set(words)), words))
    if not a:
        return False
    if len(a) == 1:
        return a[0] in b or any(alike(a[0], word) for word in (b[-1], b[0]) if len(a[0]) > 3)
    if set(a) <= set(b):
        return True
    return (a[-1] == b[-1] or alike(a[-1], b[-1])) and _fits(a[0], b[0])


def _fits(given: str, other: str) -> bool:
    """Whether two given names agree, one of them perhaps an initial."""
    short, long = sorted((given.rstrip("."), other.rstrip(".")), key=len)
    initials = [part for part in short.split("-") if part]
    if all(len(part.rstrip(".")) == 1 for part in initials):
        return long.startswith(short[0])
    return short == long or alike(short, long)


def alike(one: str, other: str) -> bool:
    """Whether two spellings may be romanisations of one word."""
    if one == other:
        return True
    if abs(len(one) - len(other)) > 3 or min(len(one), len(other)) < 4:
        return False
    return _resemble(_skeleton(one), _skeleton(other)) and _resemble(one, other)


def _resemble(one: str, other: str) -> bool:
    """Whether two spellings share enough; most that do not are told by their letters alone, at a tenth of the time."""
    letters, others = set(one), set(other)
    shared = min(len(one) - len(letters - others), len(other) - len(others - letters))
    if 2 * shared < SPELLING_LIKENESS * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other).ratio() >= SPELLING_LIKENESS


# Letters that romanisations of one sound exchange (Persian and Azerbaijani gh/q, Slavic kh/h, Arabic ou/u, …).
_SOUNDS = (
    ("gh", "g"), ("q", "g"), ("kh", "h"), ("ou", "u"), ("w", "v"), ("ey", "i"), ("y", "i"), ("j", "i"),
    ("zh", "z"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ee", "i"), ("oo", "u"), ("ss", "s"), ("mm", "m"),
)  # fmt: skip


@lru_cache(maxsize=4096)
def _skeleton(word: str) -> str:
    for sound, plain in _SOUNDS:
        word = word.replace(sound, plain)
    return word
