"""Company: who else took part, told in a sentence of its own after the encounter.

Also present were X and Y. The meeting was attended by X.        → company
Accompanying the Secretary General at that time were X and Y.    → company of whom they accompany
The visit takes place at the invitation of X.                    → its host
"""

import re
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.leads import leading, leading_words
from communique.reader.engagements.participants.parts import is_absent, part_of
from communique.reader.page import Page
from communique.reader.parties import office_party
from communique.reader.refer import Mention
from communique.reader.who import Who
from communique.reading import Role

# Sentences after the one that tells of an encounter in which its company is told.
SENTENCES_ON = 3
COMPANIED = frozenset({"meeting", "session", "conference", "signing", "visit"})
# Encounters at which whoever the sentence names took part, where it is told by a noun: `at the third session, X ...`.
ATTENDED = frozenset({"meeting", "session", "conference"})
_INVITED = re.compile(
    r"\b(?:at|on|upon|by|following|in response to)\s+(?:the|an?|his|her|their)?\s*(?:[\w-]+\s+){0,2}?"
    r"invitation\s+(?:extended\s+)?(?:of|from|by)\s+(?:the\s+|his\s+|her\s+|its\s+)?",
    re.IGNORECASE,
)
# Posts by which one person of a party is told: `the Omani ambassador`.
_PERSON = re.compile(r"\b(?:ambassador|envoy|attach[eé]|diplomat|representative|consul)\b", re.IGNORECASE)


@cache
def _present() -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(vocabulary('company_words'))}\b", re.IGNORECASE)


def add_company(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Add to each encounter those whom the sentences from its own on tell of as heads or as present."""
    reached: set[int] = set()
    for draft in drafts:
        if draft.kind not in COMPANIED:
            continue
        last = min(draft.sentence + SENTENCES_ON, len(page.sentences) - 1)
        for number in range(draft.sentence, last + 1):
            if number > draft.sentence and _turns(page, drafts, draft, number):
                break
            if number > draft.sentence and (_is_over(page, number) if _to_come(draft) else is_ahead(page, number)):
                continue
            reached.add(number)
            _add(page, who, draft, number)
    for number in range(len(page.sentences)):
        if number not in reached and _tells_company(page, number):
            _add_late(page, who, drafts, number)
    _add_inviters(page, who, drafts)


def _to_come(draft: Draft) -> bool:
    """Whether nobody can have been present yet."""
    return draft.status in ("planned", "proposed", "cancelled")


def _is_over(page: Page, number: int) -> bool:
    """Whether a sentence tells of what is past."""
    root = page.sentences[number].root
    return any(token.tag_ == "VBD" for token in (root, *root.lefts) if token.pos_ in ("VERB", "AUX"))


def is_ahead(page: Page, number: int) -> bool:
    """Whether a sentence tells of what is to come."""
    return any(token.lower_ in ("will", "shall") for token in page.sentences[number].root.lefts)


def company_before(page: Page, number: int, offset: int) -> bool:
    """Whether words of company stand before an offset in its sentence: `also present were X and | Y`."""
    return _present().search(page.marks.text, page.sentences[number].start_char, offset) is not None


def _tells_company(page: Page, number: int) -> bool:
    sentence = page.sentences[number]
    return _present().search(page.marks.text, sentence.start_char, sentence.end_char) is not None


def _add_late(page: Page, who: Who, drafts: list[Draft], number: int) -> None:
    """Add those a later sentence names as present: to the encounter it tells of, else to the last before it."""
    own = [draft for draft in drafts if any(page.sentence_number(t.start) == number for t in draft.triggers)]
    if own:
        for draft in own:
            if draft.kind in COMPANIED and draft.sentence < number:
                _add(page, who, draft, number)
        return
    before = [
        draft
        for draft in drafts
        if draft.kind in COMPANIED
        and draft.sentence < number
        and not _to_come(draft)
        and not page.in_title(draft.trigger.start)
    ]
    if before:
        sentence = page.sentences[number]
        named = [who.figure(mention) for mention in who.within(sentence.start_char, sentence.end_char)]
        known = [draft for draft in before if any(figure in named for figure in draft.figures)]
        met = [draft for draft in before if draft.kind not in ("visit", "signing")]
        _add(page, who, (known or met or before)[-1], number)


def _add_inviters(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Who invited a visitor is the host of the visit."""
    visits = [draft for draft in drafts if draft.kind == "visit"]
    for found in _INVITED.finditer(page.marks.text):
        number = page.sentence_number(found.start())
        before = [draft for draft in visits if draft.sentence <= number]
        named = who.within(found.end(), found.end() + 1)
        figure = who.figure(named[0]) if named and named[0].sort in ("name", "office") else None
        if not before or figure is None:
            continue
        draft = before[-1]
        parties = {part.party_key for part in draft.parts}
        if figure.party is not None and figure.party.key not in parties and figure not in draft.figures:
            draft.parts.append(Part(figure, figure.name, "host", found.span(), None, figure.party))


def _turns(page: Page, drafts: list[Draft], draft: Draft, number: int) -> bool:
    """Whether a sentence tells of another encounter."""
    return any(
        other is not draft and page.sentence_number(t.start) == number for other in drafts for t in other.triggers
    )


def _add(page: Page, who: Who, draft: Draft, number: int) -> None:
    sentence = page.sentences[number]
    start, end = sentence.start_char, sentence.end_char
    heads = leading_words().search(page.marks.text, start, end)
    present = _present().search(page.marks.text, start, end)
    if heads is None and present is None and not _attended(page, draft, number):
        return
    role: Role = "guest" if draft.kind == "visit" else "participant"
    for mention in who.within(start, end):
        if not _may_attend(page, who, mention, present is not None) or is_absent(page, mention):
            continue
        part = part_of(page, who, mention, role, (draft.trigger.start, draft.trigger.end))
        if part is not None:
            _seat(page, who, draft, part, mention, start, end)


def _may_attend(page: Page, who: Who, mention: Mention, present: bool) -> bool:
    """Whether somebody named, or where presence is told an office of a party that the words name, takes part."""
    if mention.sort == "side":
        return present and _PERSON.search(page.marks.text, mention.start, mention.end) is not None
    if mention.sort not in ("name", "office"):
        return False
    if who.figure(mention) is not None:
        return True
    return present and mention.mark is not None and office_party(page.marks, mention.start, mention.end) is not None


def _attended(page: Page, draft: Draft, number: int) -> bool:
    """Whether the sentence that tells of an encounter by a noun names people and makes none of them its parties."""
    named_by_noun = draft.trigger.form != "verb" and number == draft.sentence and not page.in_title(draft.trigger.start)
    return named_by_noun and draft.kind in ATTENDED and len(draft.figures) <= 1


def _seat(page: Page, who: Who, draft: Draft, part: Part, mention: Mention, start: int, end: int) -> None:
    """Give somebody their part, as head where words of leading stand next to them."""
    words = leading(page, who, mention, start, end)
    twin = next((other for other in draft.parts if other.is_same(part)), None)
    if twin is not None:
        twin.leads = twin.leads or words
        return
    part.leads = part.leads or words
    draft.parts.append(part)
