"""Two texts sentence by sentence: what they tell alike, and where they name other days, numbers or people in it."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from communique.lexicon.calendar import calendar_words

SHORTEST = 4  # words: shorter pieces are headings, buttons and abbreviations
ENOUGH = 200  # characters in which there are SHORTEST words, if there are any to speak of
ALIKE = 0.6  # share of the words of both that two sentences must have in common to tell the same
COUNTED = frozenset({"number", "ordinal", "today"})  # kinds of the table `calendar` that are written in small letters
REWRITTEN = 6  # words of its own that make a passage another one and not the same told otherwise
MOST = 600  # sentences of a text that are looked at: the longest press briefing of the corpus has 500

_PIECE = re.compile(r".+?(?:[.!?…][\"'”’)\]]*(?=\s+[\"'“‘(\[]?[^\Wa-z])|$)")
_WORD = re.compile(r"\d+(?:[.,:/-]\d+)*(?:st|nd|rd|th)?|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its words folded, in order; and its facts, those among them that say when, how many and who."""

    words: tuple[str, ...]
    facts: frozenset[str]


@dataclass(frozen=True, slots=True)
class Aligned:
    """How much of the left and of the right text is told in the other too, and what one names otherwise."""

    left: float
    right: float
    conflicts: tuple[tuple[str, str], ...]


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text that are long enough to tell something; `OSLO, May 3.` is part of the next one."""
    return list(islice((each for each in map(_sentence, _pieces(text)) if len(each.words) >= SHORTEST), MOST))


def _pieces(text: str) -> Iterator[str]:
    for line in text.splitlines():
        short = ""
        for each in _PIECE.finditer(line):
            piece, short = f"{short} {each.group()}", ""
            if len(_WORD.findall(piece[:ENOUGH])) < SHORTEST:
                short = piece
            else:
                yield piece
        yield short


def align(left: Sequence[Sentence], right: Sequence[Sentence]) -> Aligned:
    """Each sentence with the one in the other text that is most like it, each used once."""
    pairs = list(_pairs(left, right))
    mine, others = ([pair[side] for pair in pairs] for side in (0, 1))
    conflicts = [_conflict(left[one], right[other]) for one, other in pairs]
    conflicts.append(_both(_own(left, mine, right), _own(right, others, left)))
    return Aligned(_share(left, mine), _share(right, others), tuple(each for each in conflicts if each))


def _own(text: Sequence[Sentence], told: Sequence[int], other: Sequence[Sentence]) -> set[str]:
    """What stands amid the sentences told in the other text and is nowhere in it.

    What stands before and after them all is furniture, or another story.
    """
    if not told:
        return set()
    known = {word for each in other for word in each.words}
    return _telling([text[nth] for nth in sorted(set(range(min(told), max(told))) - set(told))], known)


def _telling(mine: Sequence[Sentence], known: Collection[str]) -> set[str]:
    """The facts of these sentences that are not known; else the words, where they are many."""
    facts = {fact for each in mine for fact in each.facts}.difference(known)
    words = {word for each in mine for word in each.words}.difference(known)
    return facts or (words if len(words) >= REWRITTEN else set())


def _sentence(piece: str) -> Sentence:
    written = _WORD.findall(piece)
    counted = calendar_words(*COUNTED)
    facts = (
        word
        for nth, word in enumerate(written)
        if any(map(str.isdigit, word)) or (nth and not word.islower() and word != "I") or word.casefold() in counted
    )
    return Sentence(tuple(map(str.casefold, written)), frozenset(map(str.casefold, facts)))


def _pairs(left: Sequence[Sentence], right: Sequence[Sentence]) -> Iterator[tuple[int, int]]:
    """Equal ones first, in order; then the most alike of the rest."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for nth, each in reversed(list(enumerate(right))):
        places[each.words].append(nth)
    alone: list[int] = []
    taken: set[int] = set()
    for nth, each in enumerate(left):
        if places[each.words]:
            taken.add(other := places[each.words].pop())
            yield nth, other
        else:
            alone.append(nth)
    yield from _likest(left, right, alone, [nth for nth in range(len(right)) if nth not in taken])


def _likest(
    left: Sequence[Sentence], right: Sequence[Sentence], mine: Sequence[int], others: Sequence[int]
) -> Iterator[tuple[int, int]]:
    begins: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for nth in others:
        for run in _runs(right[nth].words):
            begins[run].add(nth)
    found = []
    for nth in mine:
        near = {other for run in _runs(left[nth].words) for other in begins.get(run, ())}
        found += [(-_alike(left[nth].words, right[other].words), nth, other) for other in near]
    used: tuple[set[int], set[int]] = (set(), set())
    for score, nth, other in sorted(found):
        if -score >= ALIKE and nth not in used[0] and other not in used[1]:
            used[0].add(nth)
            used[1].add(other)
            yield nth, other


def _runs(words: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    return (words[nth : nth + 3] for nth in range(len(words) - 2))


def _alike(left: tuple[str, ...], right: tuple[str, ...]) -> float:
    one, other = set(left), set(right)
    return 2 * len(one & other) / (len(one) + len(other))


def _conflict(left: Sentence, right: Sentence) -> tuple[str, str] | None:
    if left.words == right.words:
        return None
    return _both(_telling([left], right.words), _telling([right], left.words))


def _both(mine: Collection[str], other: Collection[str]) -> tuple[str, str] | None:
    """What each of two names that the other does not; None where only one of them says more."""
    return (" ".join(sorted(mine)), " ".join(sorted(other))) if mine and other else None


def _share(all_: Sequence[Sentence], told: Sequence[int]) -> float:
    """Of the words of all sentences, the share that these have."""
    words = sum(len(each.words) for each in all_)
    return sum(len(all_[nth].words) for nth in told) / words if words else 0.0
