"""Apart: encounters told together that were one for each of those met.

paid courtesy calls on the Speaker and the Chief Justice
met separately with X and Y
X and Y met with A and B respectively
"""

import re
from dataclasses import replace

from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.page import Page
from communique.reader.who import Who

# Nouns of which the plural tells of several (`talks` and `consultations` are one), and words that part them.
_SEVERAL = frozenset({"audience", "call", "conversation", "encounter", "interview", "meeting", "tete-a-tete", "visit"})
_APART = frozenset({"separate", "separately", "respectively", "bilaterally", "individually", "successively"})
_BEYOND = frozenset({"respectively", "separately"})
# How many words before and after the trigger's own may part what it tells of.
NEAR = 3
# How many characters before a trigger words may stand that say of what it tells that each was met apart.
BEFORE = 24
_EACH = re.compile(
    r"\b(?:separate(?:ly)?|respectively|individually|bilaterally|in turn|one after (?:another|the other)|"
    r"back[- ]to[- ]back|pa(?:y|ys|id|ying) calls on|(?:courtesy|protocol|farewell|introductory|official) calls|"
    r"(?:meetings|encounters|audiences|conversations) with|bilaterals|tête-à-têtes?|one-on-ones|"
    r"(?:a (?:number|series|string|round) of |bilateral |several )(?:meetings|encounters|audiences))\b",
    re.IGNORECASE,
)


def apart(page: Page, who: Who, draft: Draft) -> list[Draft]:
    """The draft, or one for each of those met where its words say that they were met one by one."""
    one_by_one = _by_sides(page, who, draft)
    return one_by_one if len(one_by_one) > 1 else _with_each(page, draft)


def _by_sides(page: Page, who: Who, draft: Draft) -> list[Draft]:
    """One for each who is named after the trigger, where the trigger's own words part them."""
    if draft.kind not in ("meeting", "call") or draft.trigger.form == "noun":
        return [draft]
    words = _words(page, draft)
    if not words & _APART and not _are_several(draft):
        return [draft]
    near, far = _sides(page, who, draft)
    if not near or len(far) < 2:
        return [draft]
    if "respectively" in words and len(near) == len(far):
        return [_of(draft, [one, other]) for one, other in zip(near, far, strict=True)]
    return [_of(draft, [*near, each]) for each in far]


def _with_each(page: Page, draft: Draft) -> list[Draft]:
    """One for each beside the first, offices that nobody names among them, where words of the sentence part them."""
    met = draft.parts[1:]
    if draft.kind != "meeting" or len(met) < 2 or len(met) != len({id(part.figure) for part in met}):
        return [draft]
    end = page.sentence_at(draft.trigger.start).end_char
    if _EACH.search(page.marks.text, max(0, draft.trigger.start - BEFORE), end) is None:
        return [draft]
    return [_of(draft, [draft.parts[0], part]) for part in met]


def _of(draft: Draft, parts: list[Part]) -> Draft:
    return replace(draft, parts=[replace(part) for part in parts], triggers=list(draft.triggers), apart=True)


def _words(page: Page, draft: Draft) -> set[str]:
    """The words in and around the trigger, and what parts those met further on: `received X and, separately, Y`."""
    tokens = page.tokens(*draft.trigger_span)
    sentence = draft.trigger.head.sent
    around = draft.trigger.head.doc[max(sentence.start, tokens.start - NEAR) : min(sentence.end, tokens.end + NEAR)]
    beyond = {token.lower_ for token in sentence if token.i > tokens.start} & _BEYOND
    return {token.lower_ for token in around} | beyond


def _are_several(draft: Draft) -> bool:
    """Whether the trigger's own noun is plural: `paid courtesy calls on`."""
    verb, end = draft.trigger.head, draft.trigger.end
    return any(
        token.tag_ in ("NNS", "NNPS") and token.idx < end and lemma(token) in _SEVERAL
        for token in verb.subtree
        if token.i > verb.i
    )


def _sides(page: Page, who: Who, draft: Draft) -> tuple[list[Part], list[Part]]:
    """Those who are named after the trigger apart from the rest."""
    sentence = page.sentence_at(draft.trigger.start)
    after = [who.figure(mention) for mention in who.within(draft.trigger.end, sentence.end_char)]
    met = {id(figure) for figure in after if figure is not None}
    far = [part for part in draft.parts if part.figure is not None and id(part.figure) in met]
    return [part for part in draft.parts if part not in far], far
