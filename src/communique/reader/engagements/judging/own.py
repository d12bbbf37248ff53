"""Own affairs: signs that what is told is one state's own, or that another is in it, of the report and of a draft.

A minister meets farmers, calls a governor, visits a depot: in its words nothing but who takes part tells that apart
from the encounters of states. The model of `judge` weighs these signs with others.
"""

import re
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


def of_draft(page: Page, draft: Draft) -> list[str]:
    """Whether its people are all of the publisher's state, whom it names as met, and if firms are told beside it."""
    known = {part.party_key for part in draft.parts}
    other = bool(parties_told(page, draft) - {page.home or ""})
    met = any(_own_people(token) for token in _after(draft))
    sentence = page.sentence_at(draft.trigger.start)
    firm = bool(_firms().search(page.marks.text, sentence.start_char, sentence.end_char))
    near = bool(_foreign(page, sentence.start_char, sentence.end_char))
    return [
        f"all-own={bool(known) and known == {page.home}}",
        f"meets-own={met}",
        f"meets-own:{other}={met}",
        f"near-foreign={near}",
        f"firm={firm}",
        f"firm:{bool(draft.figures)}={firm}",
    ]


def _foreign(page: Page, start: int, end: int) -> set[str]:
    """The parties named in a stretch, but the publisher's own."""
    told = (page.marks.party(hit, "country", "demonym", "organisation") for hit in page.marks.hits_in(start, end))
    return {sense.key for sense in told if sense is not None} - {page.home or ""} - own_regions(page.marks, page.home)


def _own_people(token: "Token") -> bool:
    return token.pos_ in _PERSONAL and token.lemma_.lower() in vocabulary("own_people")


def _after(draft: Draft) -> "list[Token]":
    head = draft.trigger.noun if draft.trigger.noun is not None else draft.trigger.head
    return [token for token in head.doc[head.i + 1 : head.i + 1 + REACH] if token.sent.start == head.sent.start]


@cache
def _firms() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternation(vocabulary('firm_words'))})(?!\w)")
