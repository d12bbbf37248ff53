"""Owners: which encounter a matter belongs to.

    met to discuss X · the talks, held in Rome, focused on X        the one its words hang on
    with Colonel B he looked into X                                 the one of those named beside it
    this meeting included discussion of X                           the last one of that kind
    They also discussed X                                           the last one of the paragraph, else the main one

Never one of years ago, nor one in whose margins others met.
"""

from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.matter.subjects import talk_nouns
from communique.reader.engagements.triggers import Trigger
from communique.reader.page import Page
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

# Encounters in which people talk; the others are chosen only where there is none.
TALKS = frozenset({"meeting", "session", "call", "conference"})
_TO_COME = frozenset({"planned", "proposed", "under way"})
_SITTINGS = frozenset({"meeting", "session"})
# How far above its noun the words may stand that make an encounter the background of another: `in the margins of`.
BACKGROUND_REACH = 4


def owners(page: Page, who: Who, drafts: list[Draft], token: "Token", *, ahead: bool | None = None) -> list[Draft]:
    """The encounters that the matter told by `token` belongs to: one, several told by the same words, or none.

    `ahead` says whether the matter is still to come; None where the words do not say.
    """
    front = [draft for draft in drafts if not is_background(draft)]
    hanging = _hanging(front, token)
    if hanging:
        return hanging
    recent = [draft for draft in front if not is_recalled(page, draft)]
    fitting = [draft for draft in recent if fits(draft, ahead=ahead)]
    told = _told_before(page, fitting, token)
    return (
        _named_beside(who, fitting, token)
        or _of_kind(told, token)
        or _last(page, told, token)
        or _main(page, fitting, token)
    )


def fits(draft: Draft, *, ahead: bool | None) -> bool:
    """Whether an encounter's status allows a matter that is, or is not, still to come."""
    if ahead is None:
        return True
    return draft.status in _TO_COME if ahead else draft.is_done


def is_recalled(page: Page, draft: Draft) -> bool:
    """Whether an encounter took place in a year before the report's own."""
    if page.front.anchor is None or draft.time is None or draft.time.start is None:
        return False
    return int(draft.time.start[:4]) < page.front.anchor.year


def is_background(draft: Draft) -> bool:
    """Whether an encounter is only told as the background of another: `in the margins of the summit`."""
    return all(trigger.form == "noun" and _is_beside(trigger.head) for trigger in draft.triggers)


def _is_beside(noun: "Token") -> bool:
    above = noun
    for _ in range(BACKGROUND_REACH):
        above = above.head
        if above.lemma_.lower() in vocabulary("background_words"):
            return True
        if above.pos_ in ("VERB", "AUX"):
            return False
    return False


def is_of(trigger: Trigger, token: "Token") -> bool:
    """Whether a token is the verb or the noun that tells of an encounter."""
    return token.i == trigger.head.i or (trigger.noun is not None and token.i == trigger.noun.i)


def _hanging(drafts: list[Draft], token: "Token") -> list[Draft]:
    """The encounters whose trigger is the word itself, its subject, a word above it, or, of a noun, one below it."""
    below = [] if token.pos_ in ("VERB", "AUX") else [other for other in token.subtree if other.i > token.i]
    subjects = [child for child in token.children if child.dep_ in ("nsubj", "nsubjpass")]
    for near in (token, *subjects, *below, *token.ancestors):
        found = [draft for draft in drafts if any(is_of(trigger, near) for trigger in draft.triggers)]
        if found:
            return found
    return []


def _told_before(page: Page, drafts: list[Draft], token: "Token") -> list[tuple[int, Draft]]:
    """The encounters told before a word, in the running text, with where; in order."""
    told = [
        (trigger.start, draft)
        for draft in drafts
        for trigger in draft.triggers
        if trigger.start < token.idx and not page.in_title(trigger.start)
    ]
    return sorted(told, key=lambda each: each[0])


def _named_beside(who: Who, drafts: list[Draft], token: "Token") -> list[Draft]:
    """The one encounter in which those named in the sentence met, where the others had fewer of them."""
    sentence = token.sent
    named = {id(who.figure(mention)) for mention in who.within(sentence.start_char, sentence.end_char)}
    counted = sorted(((len(named & {id(f) for f in draft.figures}), n) for n, draft in enumerate(drafts)), reverse=True)
    if not counted or counted[0][0] < 2 or (len(counted) > 1 and counted[1][0] == counted[0][0]):
        return []
    return [drafts[counted[0][1]]]


def _of_kind(told: list[tuple[int, Draft]], token: "Token") -> list[Draft]:
    """The last encounter of the kind that the subject names: `the meeting covered`, `the letter deals with`."""
    for child in token.children:
        kind = talk_nouns().get(child.lemma_.lower()) if child.dep_ in ("nsubj", "nsubjpass") else None
        if kind is not None:
            family = _SITTINGS if kind in _SITTINGS else {kind}
            return next(([draft] for _, draft in reversed(told) if draft.kind in family), [])
    return []


def _last(page: Page, told: list[tuple[int, Draft]], token: "Token") -> list[Draft]:
    """The encounter told last in the paragraph, talks before others; several where one word tells of several."""
    paragraph = page.marks.text.rfind("\n", 0, token.idx) + 1
    here = [each for each in told if each[0] >= paragraph]
    talks = [each for each in here if each[1].kind in TALKS] or here
    return [draft for start, draft in talks if start == talks[-1][0]]


def _main(page: Page, drafts: list[Draft], token: "Token") -> list[Draft]:
    """The report's first encounter, talks before others; none that is told only further on."""
    sentence = page.sentence_number(token.idx)
    known = [draft for draft in drafts if page.sentence_number(min(t.start for t in draft.triggers)) <= sentence + 1]
    held = [draft for draft in known if draft.is_done] or known
    talks = [draft for draft in held if draft.kind in TALKS]
    return (talks or held)[:1]
