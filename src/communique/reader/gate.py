"""The gate before the parser: which paragraphs may tell of an encounter, by their words alone.

Parsing is most of the work of reading, and most pages of a day's press tell of no encounter at all. A paragraph is
scored by the words it has and by what the lexicon knows in it; a page none of whose paragraphs may tell of one is
closed, and of an open page only what may bear on an encounter is parsed.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from communique.reader import learned
from communique.reader.marks import PARTIES, Marks
from communique.reader.parser import paragraph_starts

MODEL = "gate"

# Set by `python -m bench gate`: the likeliest paragraph of a page below which the page is closed, and how likely a
# paragraph of an open page, or one beside it, has to be for it to be parsed.
PAGE = 0.3
PARAGRAPH = 0.2

SHORT = 1_000  # characters: a page of fewer has too few words to be judged by, and is soon parsed

MOST_ON_PAGE, MOST_IN_PARAGRAPH, MOST_WITH_OFFICE = 4, 3, 2  # parties told apart by number
OF_SOMEBODY = ("office_head", "rank", "honorific")


class Stretch(NamedTuple):
    """A half-open range of a text."""

    start: int
    end: int


def may_tell(marks: Marks) -> list[Stretch]:
    """The stretches of a text that are worth parsing, in order; none where the page cannot tell of an encounter.

    That is the whole of a short text, and of any where no model is shipped.
    """
    judge = learned.model(MODEL)
    if judge is None or len(marks.text) < SHORT:
        return [Stretch(0, len(marks.text))]
    found = paragraphs(marks.text)
    scores = [judge.score(each) for each in features(marks, found)]
    if max(scores, default=0.0) < PAGE:
        return []
    near = [score >= PARAGRAPH for score in scores]
    kept = [any(near[max(0, k - 1) : k + 2]) for k in range(len(found))]
    return [each for each, keep in zip(found, kept, strict=True) if keep]


def blanked_but(text: str, kept: Sequence[Stretch]) -> str:
    """`text` with line ends in place of all that is not kept: of the same length, so that offsets stay true."""
    shown: list[str] = []
    done = 0
    for start, end in kept:
        shown += "\n" * (start - done), text[start:end]
        done = end
    return "".join((*shown, "\n" * (len(text) - done)))


def paragraphs(text: str) -> list[Stretch]:
    """The paragraphs of a plain text, as the parser takes them; together they are all of it."""
    starts = sorted({0, *paragraph_starts(text)})
    return [Stretch(*each) for each in zip(starts, (*starts[1:], len(text)), strict=True)]


def features(marks: Marks, found: Sequence[Stretch]) -> Iterator[set[str]]:
    """The features of each paragraph: its words, what the lexicon knows in it, how many parties it names."""
    on_page = len(_parties(marks, Stretch(0, len(marks.text))))
    page = f"page names {learned.up_to(on_page, MOST_ON_PAGE)}"
    at = 0
    for each in found:
        begin = at
        while at < len(marks.words) and marks.words[at].start < each.end:
            at += 1
        told = {word.text.lower() for word in marks.words[begin:at]}
        kinds = {hit.kind for hit in marks.hits_in(*each)}
        told |= {f"has {kind}" for kind in kinds}
        named = len(_parties(marks, each))
        told |= {page, f"names {learned.up_to(named, MOST_IN_PARAGRAPH)}"}
        if not kinds.isdisjoint(OF_SOMEBODY):
            told.add(f"somebody, names {learned.up_to(named, MOST_WITH_OFFICE)}")
        yield told


def _parties(marks: Marks, within: Stretch) -> set[str]:
    return {hit.senses[0].key for hit in marks.hits_in(*within) if hit.kind in PARTIES}
