"""How far two names are one: which parts stand for each other, and what is left over on either side."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from communique.lexicon import naming
from communique.resolve.names.parts import Name, Part, part_of
from communique.resolve.names.spelling import VOWELS, alike, skeleton

REMEMBERED = 50_000
INITIAL = 8  # hundredths: so far apart an initial and a first sound may be (J. and Zhumabay)
LEAST_JOINED = 5  # letters of two words that may be written as one
LEAST_BY_SYLLABLE = 3  # likewise where each word is a syllable
LEAST_STEM = 4  # letters before an ending that may be exchanged

NICKNAME, SYLLABLE, ENDING, STRIPPED = 0.9, 0.85, 0.8, 0.9
SLIPPED = 0.6
ORDER = {"initial": 1, "doubtful": 2}  # after all else is paired
WRITTEN_OTHERWISE = 0.95  # likeness of two spellings that sound the same


@dataclass(frozen=True, slots=True, eq=False)
class Ways:
    """The customs by which two names may be written: vowels that count, syllables with several spellings, letters."""

    strict: bool = False
    scripts: frozenset[str] = frozenset()
    letters: tuple[tuple[str, str], ...] = ()


PLAIN = Ways()


@dataclass(frozen=True, slots=True)
class Pairing:
    """Parts that stand for each other: places on either side, how alike they are, and how (`rule`)."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float
    rule: str


@dataclass(frozen=True, slots=True)
class Match:
    """Two names held against each other.

    `pairings` are of words, `initials` of an initial with a word or an initial, `doubtful` of words that may be one
    where all else says so (Yacouba, Yakubu; but also Hassan, Hussein). `left_over` and `right_over` are the
    words that stand for nothing in the other name, `left_initials` and `right_initials` likewise.
    """

    pairings: tuple[Pairing, ...]
    initials: tuple[Pairing, ...]
    doubtful: tuple[Pairing, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]
    left_initials: tuple[int, ...]
    right_initials: tuple[int, ...]

    @property
    def contradicts(self) -> bool:
        """Whether either name has a part, given or family, in whose place the other has another."""
        return bool((self.left_over or self.left_initials) and (self.right_over or self.right_initials))


@lru_cache(maxsize=REMEMBERED)
def match(left: Name, right: Name, *, ways: Ways = PLAIN) -> Match:
    """The best pairing of the parts of two names, the likest first.

    `ways` are the customs of their parties.
    """
    pairs = sorted(_candidates(left, right, ways=ways), key=_likest_first)
    left_free, right_free = set(range(len(left.parts))), set(range(len(right.parts)))
    chosen: list[Pairing] = []
    for each in pairs:
        if left_free.issuperset(each.left) and right_free.issuperset(each.right):
            chosen.append(each)
            left_free.difference_update(each.left)
            right_free.difference_update(each.right)
    return Match(
        tuple(each for each in chosen if each.rule not in ("initial", "article", "doubtful")),
        tuple(each for each in chosen if each.rule == "initial"),
        tuple(each for each in chosen if each.rule == "doubtful"),
        *(_free(name, free, "word") for name, free in ((left, left_free), (right, right_free))),
        *(_free(name, free, "initial") for name, free in ((left, left_free), (right, right_free))),
    )


def _likest_first(pairing: Pairing) -> tuple[object, ...]:
    return ORDER.get(pairing.rule, 0), -pairing.likeness, pairing.left, pairing.right


def _free(name: Name, places: set[int], kind: str) -> tuple[int, ...]:
    return tuple(at for at in sorted(places) if name.parts[at].kind == kind)


def _candidates(left: Name, right: Name, *, ways: Ways) -> Iterator[Pairing]:
    for i, one in enumerate(left.parts):
        for j, other in enumerate(right.parts):
            if one.kind == other.kind == "word":
                likeness, rule = words_alike(one, other, ways=ways)
                if likeness:
                    yield Pairing((i,), (j,), likeness, rule)
            elif one.kind == other.kind == "article":
                if one.text == other.text:
                    yield Pairing((i,), (j,), 1.0, "article")
            elif "article" not in (one.kind, other.kind) and _initial_of(one, other):
                yield Pairing((i,), (j,), 0.8, "initial")
    for i, j, likeness in _joined(left, right, ways=ways):
        yield Pairing((i, i + 1), (j,), likeness, "joined")
    for i, j, likeness in _joined(right, left, ways=ways):
        yield Pairing((j,), (i, i + 1), likeness, "joined")


def _joined(split: Name, whole: Name, *, ways: Ways) -> Iterator[tuple[int, int, float]]:
    """Neighbouring parts of the one name that are written as one word of the other."""
    parts = split.parts
    for i in range(len(parts) - 1):
        if "initial" in (parts[i].kind, parts[i + 1].kind) or parts[i + 1].kind == "article":
            continue
        together = parts[i].letters + parts[i + 1].letters
        if len(together) < (LEAST_BY_SYLLABLE if ways.scripts else LEAST_JOINED):
            continue
        for j, word in enumerate(whole.parts):
            if word.kind == "word" and abs(len(word.letters) - len(together)) <= 2:
                same_bones = skeleton(together) == skeleton(word.letters)
                likeness = _spelled_alike(together, word.letters, ways) if same_bones else 0.0
                if likeness < 0.8 and _by_syllable(parts[i], parts[i + 1], word, ways):
                    likeness = SYLLABLE
                if likeness >= 0.8:
                    yield i, j, min(likeness, WRITTEN_OTHERWISE)


def _by_syllable(first: Part, second: Part, whole: Part, ways: Ways) -> bool:
    """Whether two syllables, each in a spelling of its script, make up a word: `Chih-ming`, `Zhiming`."""
    for cut in range(1, len(whole.text)) if ways.scripts else ():
        pieces = part_of(whole.text[:cut]), part_of(whole.text[cut:])
        if all(
            words_alike(one, piece, ways=ways)[0] >= SYLLABLE
            for one, piece in zip((first, second), pieces, strict=True)
        ):
            return True
    return False


@lru_cache(maxsize=REMEMBERED)
def words_alike(one: Part, other: Part, *, ways: Ways) -> tuple[float, str]:
    """How far two words of names may be one, and by what: `same`, `spelling`, `slip`, `nickname`, …; 0 where not."""
    if one.text == other.text:
        return 1.0, "same"
    if any(_syllables(each, one) & _syllables(each, other) for each in ways.scripts):
        return SYLLABLE, "spelling"
    likeness = _spelled_alike(one.letters, other.letters, ways)
    if likeness >= 0.8:
        return likeness, "spelling"
    if _short_form(one.text, other.text):
        return NICKNAME, "nickname"
    if not ways.strict and _stripped_alike(one.text, other.text):
        return STRIPPED, "joined"
    if likeness >= SLIPPED:
        return likeness, "slip"
    if not ways.strict and _other_ending(one.text, other.text):
        return ENDING, "ending"
    return (likeness, "doubtful") if likeness else (0.0, "")


def _spelled_alike(one: str, other: str, ways: Ways) -> float:
    """How far two words may be one as they are heard, also where letters are read as a party reads them."""
    likeness = alike(one, other, strict=ways.strict)
    if ways.letters and likeness < 0.8:
        some, others = (one, respelled(one, ways.letters)), (other, respelled(other, ways.letters))
        likeness = max(alike(left, right, strict=ways.strict) for left in some for right in others)
    return likeness


def respelled(word: str, letters: tuple[tuple[str, str], ...]) -> str:
    """The word with letters as they are read."""
    for written, read in letters:
        word = word.replace(written, read)
    return word


def _syllables(script: str, part: Part) -> frozenset[str]:
    return naming.syllables().get((script, part.text), _NO)


def _short_form(one: str, other: str) -> bool:
    """Whether one is a short form of the other, or both are of one name."""
    some, others = naming.given_names().get(one, _NO), naming.given_names().get(other, _NO)
    if some & others:
        return True
    return any(alike(each, other) >= 0.8 for each in some) or any(alike(each, one) >= 0.8 for each in others)


_NO: frozenset[str] = frozenset()


def _stripped_alike(one: str, other: str) -> bool:
    """Whether one is the other with an article grown to it: `alharthi`, `harthi`."""
    for long, short in ((one, other), (other, one)):
        if long[:2] in ("al", "el") and len(long) - 2 >= LEAST_STEM and alike(long[2:], short) >= 0.8:
            return True
    return False


def _other_ending(one: str, other: str) -> bool:
    """Whether two words are one stem with exchanged endings: `safarov`, `safarzoda`."""
    stems = [_stem(one), _stem(other)]
    if stems == [one, other]:
        return False
    return all(len(each) >= LEAST_STEM for each in stems) and alike(*stems) >= 0.8


@lru_cache(maxsize=REMEMBERED)
def _stem(word: str) -> str:
    return next((word[: -len(end)] for end in naming.endings() if word.endswith(end)), word)


@lru_cache(maxsize=REMEMBERED)
def _initial_of(one: Part, other: Part) -> bool:
    """Whether an initial stands for a word or another initial."""
    if "initial" not in (one.kind, other.kind):
        return False
    if one.text[0] == other.text[0]:
        return True
    first, second = one.heard[:1], other.heard[:1]
    if first in VOWELS or second in VOWELS:
        return first == second and {one.text[0], other.text[0]} <= {"y", "e", "i", "j"}  # Ye. and Erbol
    return first == second or naming.distances().get((first, second), 100) <= INITIAL
