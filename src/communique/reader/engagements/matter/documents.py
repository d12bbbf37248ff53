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
_NAME_GOES_ON = frozenset({"on", "of", "for", "between", "relating", "concerning", "regarding", "about", "with", "to"})
_FIELDS = frozenset({"field", "area", "sphere", "domain"})
LONGEST_NAME = 24  # words


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
    for found in _instruments(page):
        chosen = _owners(page, who, drafts, found)
        for draft in chosen:
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
        told = _told(words[-1] if words.root.dep_ == "compound" else words.root, start, end)
        status, teller = told if told is not None else (None, words.root)
        if status is None:
            status = _untold(page, hit, start, end)
        if status is not None:
            reached = token_end(page.doc[end - 1])
            yield Instrument(int(page.doc[start].idx), reached, words.root, status, teller)


def _name(page: Page, start: int, end: int) -> tuple[int, int]:
    """The tokens of a whole name, from its words of a kind outwards."""
    doc = page.doc
    first_sentence = doc[start].sent.start
    while start > first_sentence and (
        doc[start - 1].dep_ in _NAME_PARTS or (doc[start - 1].text in ("-", "–", "/") and doc[start - 2].is_title)
    ):
        start -= 1
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
        if not _goes_on(token):
            break
        at = end = max(_object_end(doc[at], limit), at + 1)
    return end


def _goes_on(token: "Token") -> bool:
    if token.lower_ == "in":
        return any(below.lemma_ in _FIELDS for below in token.children)
    return token.lower_ in _NAME_GOES_ON and any(child.dep_ in ("pobj", "pcomp", "prep") for child in token.children)


def _object_end(preposition: "Token", limit: int) -> int:
    """The end of what a preposition governs, before any clause, remark, or word of what became of it."""
    end = preposition.i + 1
    for token in preposition.doc[preposition.i + 1 : min(preposition.right_edge.i + 1, limit)]:
        listed = token.text == "," and token.nbor().is_title and token.nbor().pos_ == "PROPN"
        if not listed and (token.tag_ in ("VBN", "VBD", "VBZ", "MD", "WDT") or token.text in (",", ";", ".", "(")):
            break
        end = token.i + 1
    while end > preposition.i + 1 and preposition.doc[end - 1].pos_ in ("CCONJ", "ADP", "PUNCT", "DET"):
        end -= 1
    return end


@cache
def _statuses() -> dict[str, tuple[Phrase, ...]]:
    return phrases("document_statuses", Column("status", values=STATUSES))


def _status_word(token: "Token") -> DocumentStatus | None:
    found = _statuses().get(token.lemma_.lower()) or _statuses().get(token.lower_)
    return cast(DocumentStatus, found[0].row["status"]) if found else None


def _told(head: "Token", start: int, end: int) -> "tuple[DocumentStatus, Token] | None":
    """The status told by a participle after the name, or by the words the name hangs on, nearest first."""
    after = [child for child in head.subtree if child.i >= end and child.dep_ in ("acl", "relcl")]
    nearby = [token for token in head.doc[end : min(end + 1, head.sent.end)] if token.tag_ in ("VBN", "VBD")]
    above = [token for token in head.ancestors if not start <= token.i < end][:4]
    for token in (*nearby, *after, *above):
        status = _status_word(token)
        if status is not None:
            return (_ahead(token, status), token)
        if token.pos_ == "VERB" and token in above and token.lemma_ not in _LIGHT:
            return None
    return None


# Verbs that say nothing of the instrument themselves: `are expected to sign`, `held a ceremony for the signing`.
_LIGHT = frozenset(
    {"be", "have", "do", "expect", "plan", "intend", "proceed", "hope", "agree", "aim", "work", "set", "use"}
)


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
        return "agreed" if end - start > 2 and text[hit.start].isupper() else None
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
