"""Apart: encounters told together that were one for each of those met.

paid courtesy calls on the Speaker and the Chief Justice
met separately with X and Y
X and Y met with A and B respectively
"""

import re
from dataclasses import replace
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.page import Page
from communique.reader.who import Who

# How many characters before a trigger words may stand that say of what it tells that each was met apart.
BEFORE = 24
_IN_ORDER = re.compile(r"\brespectively\b", re.IGNORECASE)


def apart(page: Page, who: Who, draft: Draft) -> list[Draft]:
    """The draft, or one for each of those met where its words say that they were met one by one."""
    if draft.kind not in ("meeting", "call") or not (_are_parted(page, draft) or _are_several(draft)):
        return [draft]
    near, far = _sides(page, who, draft)
    if not near or len(far) < 2:
        return [draft]
    if len(near) == len(far) and _search(_IN_ORDER, page, draft):
        return [_of(draft, [one, other]) for one, other in zip(near, far, strict=True)]
    return [_of(draft, [*near, each]) for each in far]


def _of(draft: Draft, parts: list[Part]) -> Draft:
    return replace(draft, parts=[replace(part) for part in parts], triggers=list(draft.triggers), apart=True)


def _are_parted(page: Page, draft: Draft) -> bool:
    """Whether words at or after the trigger part those met: `met separately with`, `received X and, separately, Y`."""
    return _search(_parting(), page, draft)


def _search(words: re.Pattern[str], page: Page, draft: Draft) -> bool:
    end = page.sentence_at(draft.trigger.start).end_char
    return words.search(page.marks.text, max(0, draft.trigger.start - BEFORE), end) is not None


@cache
def _parting() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('apart_words'))}\b", re.IGNORECASE)


def _are_several(draft: Draft) -> bool:
    """Whether the trigger's own noun is plural: `paid courtesy calls on`, `meetings with`."""
    trigger = draft.trigger
    nouns = [token for token in trigger.head.subtree if trigger.head.i < token.i and token.idx < trigger.end]
    nouns += [trigger.noun] if trigger.noun is not None else []
    return any(token.tag_ in ("NNS", "NNPS") and lemma(token) in vocabulary("several_nouns") for token in nouns)


def _sides(page: Page, who: Who, draft: Draft) -> tuple[list[Part], list[Part]]:
    """Those who are told after the trigger apart from the rest; `his counterparts X and Y` tells of him before."""
    sentence = page.sentence_at(draft.trigger.start)
    before = _named(who, sentence.start_char, draft.trigger.start)
    after = _named(who, draft.trigger.end, sentence.end_char) - before
    far = [
        part
        for part in draft.parts
        if (id(part.figure) in after if part.figure is not None else part.words.start >= draft.trigger.end)
    ]
    return [part for part in draft.parts if part not in far], far


def _named(who: Who, start: int, end: int) -> set[int]:
    figures = (who.figure(mention) for mention in who.within(start, end))
    return {id(figure) for figure in figures if figure is not None}
