"""Words of names as they sound: what romanisation writes in several ways is compared by how it is heard.

Which letters stand for which sounds, and how far apart two sounds are, is in the tables of `lexicon.naming`.
"""

from functools import lru_cache

from communique.lexicon import naming
from communique.resolve.folding import fold

REMEMBERED = 50_000  # words of names come again and again

VOWELS = frozenset("aeiouOYA")
CLASSES = {
    **dict.fromkeys("kqgGxh", "k"),
    **dict.fromkeys("sSzZcCJX", "s"),
    **dict.fromkeys("tdTDE", "t"),
    **dict.fromkeys("fvpbP", "p"),
    **dict.fromkeys("nN", "n"),
}
"""Sounds that romanisations write for each other fall together in a skeleton."""

OTHER_FIRST = 40  # hundredths: first sounds further apart begin two words
BEFORE_VOWEL = "hGvxi"  # sounds that come and go before a vowel at the beginning
OTHER_CLASSES = 3  # classes of sound at the least that only one of two words has, from which on they are never one
LONGEST = 4  # letters in a row of the table of sounds

# How far apart two words are, in hundredths of a sound. What is allowed grows with the length: a slip in a short
# word makes another name. Set on the invented pairs in tests/resolve/names.
FAR = 100
SAME_WORD = (0, 8, 8, 20, 22, 34, 48)  # by number of sounds
SAME_WORD_EACH = 9  # a sound, of longer words
SLIP = (0, 0, 0, 0, 0, 0, 60, 66, 96)  # with so much a word may be a slip for the other
SLIP_EACH = 12
DOUBTFUL_EACH, DOUBTFUL_FROM = 17, 4  # with so much it may be one name where all else says so

LOST_VOWEL, LOST_GLIDE, LOST_BESIDE = 40, 12, 35
LOST_LAST = {"e": 70, "a": 100}  # Ivanova is not Ivanov, Françoise not François
LOST = {"h": 15, "G": 25}
LOST_CONSONANT = 95


@lru_cache(maxsize=REMEMBERED)
def sound(word: str) -> str:
    """How a word is heard, a letter for each sound (`Ghoreyshi` and `Ghoreishi` both `GoreiSi`)."""
    table = naming.sounds()
    letters = word.casefold()
    heard: list[str] = []
    at = 0
    while at < len(letters):
        size, told = _longest(table, letters, at)
        heard.append(told)
        at += size
    return _without_repeats("".join(heard)) or fold(word)


def _longest(table: dict[str, tuple[str, str]], letters: str, at: int) -> tuple[int, str]:
    """How many letters from here on stand for something together, and for what."""
    for size in range(min(LONGEST, len(letters) - at), 0, -1):
        piece = letters[at : at + size]
        begins, ends = at == 0, at + size == len(letters)
        for key in (f"^{piece}" if begins else "", f"{piece}$" if ends else "", piece):
            found = table.get(key)
            if found and _followed(table, letters, at + size, found[1]):
                return size, found[0]
    plain = fold(letters[at])
    return 1, table.get(plain, (plain, ""))[0] if plain else ""


def _followed(table: dict[str, tuple[str, str]], letters: str, at: int, wanted: str) -> bool:
    """Whether what must follow does."""
    if wanted == "any":
        return True
    vowel = at < len(letters) and table.get(letters[at], ("", ""))[0] in VOWELS
    return vowel == (wanted == "vowel")


def _without_repeats(heard: str) -> str:
    return "".join(each for at, each in enumerate(heard) if at == 0 or heard[at - 1] != each)


@lru_cache(maxsize=REMEMBERED)
def skeleton(word: str) -> str:
    """The consonants of a word by class, which all its romanisations share; a word of vowels stands for itself."""
    heard = sound(word)
    classes = _without_repeats("".join("-" if each in VOWELS else CLASSES.get(each, each) for each in heard))
    return classes.replace("-", "") or heard


def sounds_of(name: str) -> list[str]:
    """The skeletons of the words of a name, each once, in order."""
    return sorted({skeleton(each) for each in name.split()})


@lru_cache(maxsize=REMEMBERED)
def alike(one: str, other: str, *, strict: bool = False) -> float:
    """How far two words may be one name: 1 the same letters, from 0.8 otherwise spelled, from 0.6 a slip, 0.5 doubtful.

    `strict` is for names in which a vowel makes another name.
    """
    if one == other:
        return 1.0
    some, others = sorted((sound(one), sound(other)))
    if some == others:
        return 0.95
    if not _begin_alike(some[:1], others[:1]) or (classes_of(some) ^ classes_of(others)).bit_count() >= OTHER_CLASSES:
        return 0.0
    size = max(len(some), len(others))
    if strict:
        allowed = bound = 25 if size > 4 else 5
        at_most = bound
    else:
        allowed = _allowed(size, SAME_WORD, SAME_WORD_EACH)
        bound = max(allowed, _allowed(size, SLIP, SLIP_EACH))
        doubtful = min(len(some), len(others)) >= DOUBTFUL_FROM
        at_most = max(bound, DOUBTFUL_EACH * size) if doubtful else bound
    distance = _distance(some, others, strict=strict, at_most=at_most)
    if distance <= allowed:
        return round(0.93 - 0.12 * distance / max(allowed, 1), 3)
    if distance <= bound:
        return round(0.75 - 0.1 * distance / bound, 3)
    return 0.5 if distance <= at_most else 0.0


def _begin_alike(one: str, other: str) -> bool:
    """Whether two words may be one by their first sounds: most that are not are told apart here, and quickly."""
    if one == other:
        return True
    if (one in VOWELS) != (other in VOWELS):
        return one in BEFORE_VOWEL or other in BEFORE_VOWEL
    return naming.distances().get((one, other), FAR) <= OTHER_FIRST or one in VOWELS


@lru_cache(maxsize=REMEMBERED)
def classes_of(heard: str) -> int:
    """The classes of sound that a heard word has, a bit each; what is easily lost (h, g) and vowels left out."""
    return sum(
        1 << "stpnmlr".index(each) for each in {CLASSES.get(sound, sound) for sound in heard} if each in "stpnmlr"
    )


def _allowed(size: int, by_size: tuple[int, ...], each: int) -> int:
    return by_size[size] if size < len(by_size) else each * size


def _distance(one: str, other: str, *, strict: bool, at_most: int) -> int:
    """How far apart two heard words are: sounds exchanged, lost or added, in hundredths; no further than `at_most`."""
    near = naming.distances()
    lost_one, lost_other = _losses(one, strict=strict), _losses(other, strict=strict)
    row = [0]
    for cost in lost_other:
        row.append(row[-1] + cost)
    for i, left in enumerate(one):
        before, row = row, [row[0] + lost_one[i]]
        for j, right in enumerate(other):
            if left == right:
                changed = 0
            elif strict and (left in VOWELS or right in VOWELS):
                changed = 2 * FAR
            else:
                changed = near.get((left, right), FAR)
            row.append(min(before[j] + changed, before[j + 1] + lost_one[i], row[j] + lost_other[j]))
        if min(row) > at_most:
            return min(row)
    return row[-1]


@lru_cache(maxsize=REMEMBERED)
def _losses(heard: str, *, strict: bool) -> list[int]:
    """What it costs to leave out each sound of a word."""
    return [_loss(heard, at, strict=strict) for at in range(len(heard))]


def _loss(heard: str, at: int, *, strict: bool) -> int:
    each = heard[at]
    if each not in VOWELS:
        return LOST.get(each, LOST_CONSONANT)
    if strict:
        return 2 * FAR
    beside = (heard[max(at - 1, 0)] in VOWELS and at > 0) or heard[at + 1 : at + 2] in VOWELS
    if (at == 0 and each == "i") or (each == "e" and beside) or (each == "i" and "e" in heard[max(at - 1, 0) : at + 2]):
        return LOST_GLIDE  # Yerbol, Erbol; Fayez, Faiz; Hussein, Hussen
    if beside:
        return LOST_BESIDE
    if at == len(heard) - 1 and each in LOST_LAST:
        return LOST_LAST[each]
    return LOST_VOWEL
