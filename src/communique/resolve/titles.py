"""Names of standing bodies as what they say: kind, level, subject and abbreviation, without the states they are of."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique import lexicon
from communique.lexicon import Kind, naming
from communique.resolve.folding import fold

REMEMBERED = 50_000

_STATES: tuple[Kind, ...] = ("country", "demonym", "organisation", "seat", "institution")
_SHORT = re.compile(r"\(([^()]{2,20})\)")
_HALF = re.compile(r"\b\w{3,}o[-–](?= \0)")  # Senegalo-Gambian, Russo-Turkish
_WORD = re.compile(r"[^\W_]+(?:\+[^\W_]+)*")
_ABBREVIATION = re.compile(r"[A-Z][A-Za-z&]*[A-Z][A-Za-z]*")
_TWO_AND_TWO = re.compile(r"\b(?:2\s*\+\s*2|two[- ]plus[- ]two)\b", re.IGNORECASE)
_FOLLOW_UP = re.compile(r"\bfollow[- ]?up\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Title:
    """What the name of a body says.

    `subjects` are the words for what it is about, `telling` those of them by which a second body of the same states is
    told apart, `weak` those that may be left out; `short` its abbreviation; `initials` those of the words of its name.
    """

    kinds: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    subjects: frozenset[str] = frozenset()
    telling: frozenset[str] = frozenset()
    weak: frozenset[str] = frozenset()
    short: str = ""
    initials: str = ""

    @property
    def generic(self) -> bool:
        """Whether the name might be that of any body: `the joint working group`."""
        return not (self.subjects or self.levels or self.short or self.weak)


@lru_cache(maxsize=REMEMBERED)
def title(written: str) -> Title:
    """What a name of a body says."""
    short = next((found[1] for found in _SHORT.finditer(written) if _is_short(found[1])), "")
    rest = _SHORT.sub(" ", written)
    if not short and _ABBREVIATION.fullmatch(rest.strip()):
        return Title(short=rest.strip().upper())
    rest = _FOLLOW_UP.sub("followup", _TWO_AND_TWO.sub("2+2", rest))
    rest, organisations = _without_states(rest)
    words = list(_words(rest, capitals=rest.isupper()))
    said: dict[str, set[str]] = {each: set() for each in naming.SAYS}
    for word in words:
        means, says = _meaning(word)
        said[says].add(means)
    return Title(
        frozenset(said["kind"]),
        frozenset(said["level"]),
        frozenset(said["subject"] | said["telling"] | organisations),
        frozenset(said["telling"]),
        frozenset(said["weak"]),
        short.upper(),
        "".join(each[0] for each in words if len(each) > 3).upper(),
    )


def _is_short(text: str) -> bool:
    return bool(_ABBREVIATION.fullmatch(text.strip()))


def _without_states(written: str) -> tuple[str, set[str]]:
    """The name without states and those who act for them, and the organisations it names."""
    organisations = set()
    for hit in reversed(lexicon.load().find(written, kinds=_STATES)):
        organisation = hit.sense("organisation")
        if organisation and hit.kind == "organisation":
            organisations.add(organisation.detail)
        written = f"{written[: hit.start]} \0 {written[hit.end :]}"
    return _HALF.sub(" ", written).replace("\0", " "), organisations


def _words(written: str, *, capitals: bool) -> Iterator[str]:
    """The words that say something about the body, folded; ordinals, numbers and other abbreviations are left out."""
    ordinals = lexicon.load().ordinals
    for found in _WORD.finditer(written):
        word = fold(found[0]).replace(" ", "") if "+" not in found[0] else found[0]
        other_short = not capitals and len(found[0]) > 2 and found[0].isupper()
        if word and not (word.isdecimal() or word in ordinals or other_short):
            yield word


def _meaning(word: str) -> tuple[str, str]:
    known = naming.body_words()
    if word in known:
        return known[word]
    single = word[:-1] if len(word) > 4 and word.endswith("s") and not word.endswith("ss") else word
    return known.get(single, (single, "telling" if "+" in word else "subject"))
