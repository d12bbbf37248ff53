"""Own affairs: signs that what is told is one state's own, or that another is in it, of the report and of a draft.

A minister meets farmers, calls a governor, visits a depot: in its words nothing but who takes part tells that apart
from the encounters of states. The model of `judge` weighs these signs with others.
"""

import re
from collections.abc import Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.judging.official import parties_told
from communique.reader.learned import up_to
from communique.reader.page import Page
from communique.reader.parties import own_regions

if TYPE_CHECKING:
    from spacy.tokens import Token

# How many words after the word that tells of an encounter those may stand who are met.
REACH = 14
# What firms do as states do.
DEALS = frozenset({"call", "meeting", "signing", "visit"})
_PERSONAL = ("NOUN", "PROPN")


def of_report(page: Page) -> list[str]:
    """How far other states than the publisher's are in the report, and in its titles."""
    named = _foreign(page, 0, len(page.marks.text))
    titled = {party for start, end in page.front.titles for party in _foreign(page, start, end)}
    people = any(_own_people(token) for start, end in page.front.titles for token in page.tokens(start, end))
    return [
        f"foreign-named={up_to(len(named), 3)}",
        f"title-foreign={bool(titled)}",
        f"title-own={people}",
        f"title={'none' if not page.front.titles else 'foreign' if titled else 'own' if people else 'else'}",
    ]


def of_drafts(page: Page, drafts: Sequence[Draft]) -> list[list[str]]:
    """For each draft if its people are all of the publisher's state, whom it names as met, and if firms stand by."""
    foreign: dict[int, bool] = {}
    for draft in drafts:
        if draft.sentence not in foreign:
            sentence = page.sentence_at(draft.trigger.start)
            foreign[draft.sentence] = bool(_foreign(page, sentence.start_char, sentence.end_char))
    firms, people = tell_of_firms(page, drafts), {token.i for token in page.doc if _own_people(token)}
    return [
        _of_draft(page, draft, people, near=foreign[draft.sentence], firm=firm)
        for draft, firm in zip(drafts, firms, strict=True)
    ]


def _of_draft(page: Page, draft: Draft, people: Set[int], *, near: bool, firm: bool) -> list[str]:
    known = {part.party_key for part in draft.parts}
    other = bool(parties_told(page, draft) - {page.home or ""})
    head = draft.trigger.noun if draft.trigger.noun is not None else draft.trigger.head
    met = not people.isdisjoint(range(head.i + 1, min(head.i + 1 + REACH, head.sent.end)))
    return [
        f"all-own={bool(known) and known == {page.home}}",
        f"meets-own={met}",
        f"meets-own:{other}={met}",
        f"near-foreign={near}",
        f"firm={firm}",
        f"firm:{bool(draft.figures)}={firm}",
    ]


def are_of_firms(page: Page, drafts: Sequence[Draft]) -> list[bool]:
    """For each draft if firms deal with each other: its sentence tells of them, and nobody holds a state's post."""
    return [firm and _is_deal(draft) for draft, firm in zip(drafts, tell_of_firms(page, drafts), strict=True)]


def _is_deal(draft: Draft) -> bool:
    if draft.kind not in DEALS or any(part.figure is None and part.party is not None for part in draft.parts):
        return False
    if any(figure.rank is not None for figure in draft.figures):
        return False
    return all(_firms().search(office.key) for figure in draft.figures for office in figure.offices)


def tell_of_firms(page: Page, drafts: Sequence[Draft]) -> list[bool]:
    """For each draft if its sentence has a word of a firm."""
    told: dict[int, bool] = {}
    for draft in drafts:
        if draft.sentence not in told:
            sentence = page.sentence_at(draft.trigger.start)
            told[draft.sentence] = bool(_firms().search(page.marks.text, sentence.start_char, sentence.end_char))
    return [told[draft.sentence] for draft in drafts]


def _foreign(page: Page, start: int, end: int) -> set[str]:
    """The parties named in a stretch, but the publisher's own."""
    told = (page.marks.party(hit, "country", "demonym", "organisation") for hit in page.marks.hits_in(start, end))
    return {sense.key for sense in told if sense is not None} - {page.home or ""} - own_regions(page.marks, page.home)


def _own_people(token: "Token") -> bool:
    """Whether a noun is of those whom the officials of a state meet at home."""
    return token.pos_ in _PERSONAL and token.lemma_.lower() in vocabulary("own_people")


@cache
def _firms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(vocabulary('firm_words'))})(?!\w)")
