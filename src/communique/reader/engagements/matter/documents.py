"""Documents: the instruments, and what became of them.

A word of `document_kinds` with what belongs to its name (`Memorandum of Understanding on Tourism`), and the word of
`document_statuses` that it hangs on or that hangs on it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, cast

from communique.lexicon import Hit
from communique.lexicon.fold import plain
from communique.lexicon.tables import Column
from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.matter.owner import owners
from communique.reader.engagements.matter.phrases import Phrase, phrases
from communique.reader.engagements.matter.stretch import FUTURE
from communique.reader.page import Page, token_end
from communique.reader.who import Who
from communique.reading import DocumentStatus

if TYPE_CHECKING:
    from spacy.tokens import Token

STATUSES = frozenset({"signed", "agreed", "proposed", "in force"})
_NAME_PARTS = frozenset({"compound", "amod", "nmod", "nummod", "poss", "case"})
# Prepositions by which a name goes on, and how far; `in` only before a field.
_NAME_GOES_ON = frozenset({"on", "of", "for", "between", "relating", "concerning", "regarding", "about"})
_FIELDS = frozenset({"field", "area", "sphere", "domain"})
# `put their signatures to`, `set their hands to`.
_PUTTING = frozenset({"put", "affix", "append", "set"})
_HANDS = frozenset({"signature", "name", "pen", "initial", "initials", "hand", "seal"})
LONGEST_NAME = 24  # words
ANCESTORS = 4  # words above a name among which its status is looked for


@dataclass(frozen=True, slots=True)
class Instrument:
    """An instrument's name in the text, its head word, and what became of it as told there."""

    start: int
    end: int
    head: "Token"
    status: DocumentStatus
    teller: "Token"


def find_documents(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give every encounter its instruments, each once."""
    instruments = list(_instruments(page))
    told = [found for found in instruments if not page.in_title(found.start)]
    for found in told or instruments:  # a title's short name (`MoU signed`) where the text has none
        for draft in _owners(page, who, drafts, found):
            _put(page, draft, found)


def _put(page: Page, draft: Draft, found: Instrument) -> None:
    """Add an instrument; told a second time, the longer name stands."""
    words = _words(page, found.start, found.end)
    for number, (known, status) in enumerate(draft.documents):
        others = _words(page, known.start, known.end)
        if words <= others or others < words:
            if others < words:
                draft.documents[number] = (Span(found.start, found.end, "documents.name"), status)
            return
    draft.documents.append((Span(found.start, found.end, "documents.name"), found.status))


def _words(page: Page, start: int, end: int) -> set[str]:
    return set(plain(page.marks.text[start:end]).casefold().split()) - {"the", "a", "an"}


def _instruments(page: Page) -> Iterator[Instrument]:
    reached = 0
    for hit in page.marks.hits:
        if hit.sense("document_kind") is None or hit.start < reached or not page.runs(hit.start):
            continue
        words = page.tokens(hit.start, hit.end)
        start, end = _name(page, words.start, words.end)
        told = _told(words.root, start, end)
        if told is not None and _is_doubtful(page, hit, words.root, told[1]):
            continue
        status = told[0] if told is not None else _untold(page, hit, start, end)
        if status is not None:
            reached = token_end(page.doc[end - 1])
            teller = told[1] if told is not None else words.root
            yield Instrument(int(page.doc[start].idx), reached, words.root, status, teller)


def _is_doubtful(page: Page, hit: Hit, head: "Token", teller: "Token") -> bool:
    """Whether a common word (`initiative`, `the treaty ally`) is not surely told of as an instrument."""
    if page.marks.text[hit.start].isupper():
        return False
    if head.dep_ == "compound":
        return True
    sense = hit.sense("document_kind")
    return sense is not None and sense.care and not _is_sure(teller)


def _name(page: Page, start: int, end: int) -> tuple[int, int]:
    """The tokens of a whole name, from its words of a kind outwards."""
    doc = page.doc
    first_sentence = doc[start].sent.start
    while (
        start > first_sentence
        and _row(doc[start - 1]) is None
        and (doc[start - 1].dep_ in _NAME_PARTS or (doc[start - 1].text in ("-", "–", "/") and doc[start - 2].is_title))
    ):
        start -= 1
    if (
        start - 2 > first_sentence
        and doc[start - 1].lower_ == "and"
        and doc[start].is_title
        and doc[start - 2].is_title
    ):
        start -= 2  # `the Comprehensive and Enhanced Partnership Agreement`
    while start < end and (doc[start].dep_ == "poss" and doc[start].pos_ == "PRON"):
        start += 1
    return start, _name_end(page, end)


def _name_end(page: Page, end: int) -> int:
    """Where a name ends that goes on by prepositions: `on the Exchange of Instructors`, `for 2018`."""
    doc = page.doc
    limit = min(doc[end - 1].sent.end, end + LONGEST_NAME)
    at = end
    while at < limit:
        token = doc[at]
        if token.text == "(" and at + 2 < limit and doc[at + 2].text == ")":
            at = end = at + 3
            continue
        if not _goes_on(page, token):
            break
        at = end = max(_object_end(page, doc[at], limit), at + 1)
    return end


def _goes_on(page: Page, token: "Token") -> bool:
    following = token.doc[token.i + 1] if token.i + 1 < len(token.doc) else None
    if token.lower_ == "in":
        return any(below.lemma_ in _FIELDS for below in token.children)
    if token.lower_ == "with":  # `agreement with Finland`, but `signed an agreement with Minister X`
        return following is not None and any(
            hit.start == following.idx and hit.sense("country") for hit in page.marks.hits
        )
    return token.lower_ in _NAME_GOES_ON and any(child.dep_ in ("pobj", "pcomp", "prep") for child in token.children)


def _is_instrument(page: Page, joint: "Token") -> bool:
    """Whether the next instrument follows a joining word: `a treaty on X and memoranda on Y`."""
    following = joint.doc[joint.i + 1 : joint.i + 4]
    return any(
        hit.sense("document_kind") for hit in page.marks.hits_in(following.start_char, following.end_char)
    ) and any(token.dep_ in ("conj", "nsubjpass", "pobj", "dobj") for token in following)


def _object_end(page: Page, preposition: "Token", limit: int) -> int:
    """The end of what a preposition governs, before any clause, remark, or word of what became of it."""
    end = preposition.i + 1
    for token in preposition.doc[preposition.i + 1 : min(preposition.right_edge.i + 1, limit)]:
        if token.pos_ == "CCONJ" and (token.nbor().pos_ == "DET" or _is_instrument(page, token)):
            break
        listed = token.text == "," and token.nbor().is_title and token.nbor().pos_ == "PROPN"
        if not listed and (token.tag_ in ("VBN", "VBD", "VBZ", "MD", "WDT") or token.text in (",", ";", ".", "(")):
            break
        end = token.i + 1
    while end > preposition.i + 1 and preposition.doc[end - 1].pos_ in ("CCONJ", "ADP", "PUNCT", "DET"):
        end -= 1
    return end


@cache
def _statuses() -> dict[str, tuple[Phrase, ...]]:
    return phrases(
        "document_statuses", Column("status", values=STATUSES), Column("sure", values=frozenset({"yes", "no"}))
    )


def _row(token: "Token") -> Phrase | None:
    found = _statuses().get(token.lemma_.lower()) or _statuses().get(token.lower_)
    return found[0] if found else None


def _is_sure(token: "Token") -> bool:
    """Whether a word is said of instruments only: signed, initialled."""
    phrase = _row(token)
    return phrase is not None and phrase.row["sure"] == "yes"


def _told(head: "Token", start: int, end: int) -> "tuple[DocumentStatus, Token] | None":
    """The status told by a participle after the name, or by the words the name hangs on, nearest first."""
    after = [child for child in head.subtree if child.i >= end and child.dep_ in ("acl", "relcl")]
    beside = [token for token in head.doc[end : min(end + 1, head.sent.end)] if token.tag_ in ("VBN", "VBD")]
    above = [token for token in head.ancestors if not start <= token.i < end][:ANCESTORS]
    for token in (*beside, *after, *above):
        if token.lemma_ in _PUTTING and any(child.lemma_ in _HANDS for child in token.children):
            return _ahead(token, "signed"), token
        # `is expected to be discussed`: what is expected says it
        due = [below for child in token.children if child.dep_ == "acomp" for below in child.children]
        for teller in (token, *(child for child in (*token.children, *due) if child.dep_ == "xcomp")):
            phrase = _row(teller)
            if phrase is not None:
                return _ahead(teller, cast(DocumentStatus, phrase.row["status"])), teller
        if token.pos_ == "VERB" and token in above and token.lemma_ not in vocabulary("light_verbs"):
            return None
    return None


def _ahead(token: "Token", status: DocumentStatus) -> DocumentStatus:
    """What is still to be signed or adopted is proposed."""
    if status not in ("signed", "agreed"):
        return status
    helpers = set(clause.auxiliaries(token))
    to_come = bool(helpers & FUTURE) or (token.tag_ == "VB" and "to" in helpers)
    return "proposed" if to_come or (token.tag_ == "VBN" and "to" in helpers) else status


def _untold(page: Page, hit: Hit, start: int, end: int) -> DocumentStatus | None:
    """A title names what was issued; a name in capitals is that of an instrument in force; else it is none."""
    text = page.marks.text
    if page.in_title(hit.start):
        named = end - start > 2 and text[hit.start].isupper() and hit.key not in vocabulary("unilateral_documents")
        return "agreed" if named else None
    if hit.key in vocabulary("unilateral_documents"):
        return None
    proper = text[hit.start].isupper() and end - start >= 2 and page.doc[start].text[0].isupper()
    return "in force" if proper and page.doc[start].i != page.doc[start].sent.start else None


def _owners(page: Page, who: Who, drafts: list[Draft], found: Instrument) -> list[Draft]:
    """The signing, where one is told; else the encounter the words belong to."""
    chosen = owners(page, who, drafts, found.teller, ahead=None)
    if found.status not in ("signed", "proposed"):
        return chosen
    sentence = page.sentence_number(found.start)
    signings = [draft for draft in drafts if draft.kind == "signing"]
    near = [
        draft
        for draft in signings
        if any(abs(page.sentence_number(trigger.start) - sentence) <= 1 for trigger in draft.triggers)
    ]
    return chosen if any(draft.kind == "signing" for draft in chosen) else (near[:1] or chosen)
