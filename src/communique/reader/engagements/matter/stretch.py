"""Stretches: how far the words reach that a verb leads to, in tokens.

The parse tells where the next clause begins; what it hangs where inside a long enumeration is not to be relied on, so a
stretch runs on over the words until something ends it.
"""

from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.page import Page

if TYPE_CHECKING:
    from spacy.tokens import Token

# Characters within which somebody begins after `with`.
WHOM_REACH = 30
FUTURE = frozenset({"will", "shall", "'ll", "would"})
_ENDS = frozenset({";", '"', "—", "⏎"})
# After a comma these begin a remark, not an item.
_REMARKS = frozenset(
    {"which", "who", "whom", "where", "when", "while", "with", "following", "after", "before", "during", "amid",
     "ahead", "at", "since", "because", "although", "though", "but", "as", "according", "whose", "if", "so", "then"}
)  # fmt: skip
# What hangs on the verb by these tells with whom and when, not what.
_CIRCUMSTANCE = frozenset({"with", "during", "before", "after", "throughout", "ahead", "alongside"})


# Verbs that join the one before wherever the parser hangs them: `will review efforts to ensure X and discuss Y`.
_SPEAKING_AGAIN = frozenset({"discuss", "review", "exchange", "reaffirm", "consult", "explore"})


def after(page: Page, verb: "Token", start: int) -> tuple[int, int]:
    """The tokens from `start` on that a verb leads to: its clause, without what tells when and with whom."""
    doc, limit = verb.doc, verb.sent.end
    if verb.dep_ == "advcl" and verb.tag_ == "VBG" and verb.head.i > verb.i:
        limit = min(limit, max(verb.right_edge.i + 1, start))
    for i in range(start, limit):
        if i > start and (doc[i].text in _ENDS or _ends_clause(doc[i], verb) or _is_circumstance(page, doc[i], verb)):
            limit = i
            break
    return _trim(verb, start, limit)


def before(page: Page, verb: "Token", end: int) -> tuple[int, int]:
    """The tokens before `end` that are what a verb tells of: from the clause's begin, without what is told in front."""
    start = next((token.i for token in verb.sent if page.runs(token.idx)), end)  # beyond the dateline
    subjects = [child for child in verb.children if child.dep_ in clause.SUBJECTS and child.i < end]
    for child in verb.children:
        fronted = child.i < end and child.dep_ in ("prep", "advmod", "advcl", "npadvmod", "mark", "cc")
        if fronted and child.i >= start and (not subjects or child.i < subjects[0].left_edge.i):
            start = max(start, child.right_edge.i + 1)
    if verb.dep_ in ("conj", "ccomp", "advcl", "relcl") and subjects:
        start = max(start, min(child.left_edge.i for child in subjects))
    return _trim(verb, start, end)


def auxiliaries_start(verb: "Token") -> int:
    """The first token of a verb with its auxiliaries and adverbs: `were also discussed`."""
    return min(
        [child.i for child in verb.children if child.dep_ in ("aux", "auxpass", "neg") and child.i < verb.i] + [verb.i]
    )


def _trim(verb: "Token", start: int, end: int) -> tuple[int, int]:
    doc = verb.doc
    while start < end and (doc[start].is_punct or doc[start].is_space or doc[start].dep_ == "cc"):
        start += 1
    while start < end and (
        doc[end - 1].is_space or doc[end - 1].dep_ == "cc" or (doc[end - 1].is_punct and doc[end - 1].text != ")")
    ):
        end -= 1
    return start, end


def _is_with_whom(page: Page, token: "Token") -> bool:
    """Whether a preposition stands before somebody: `talks on fisheries with Minister X`."""
    if token.lower_ not in ("with", "between"):
        return False
    comma = next((other.idx for other in token.doc[token.i :] if other.is_punct), token.idx)
    reach = min(comma, token.idx + WHOM_REACH)
    starts = [office.start for office in page.marks.offices]
    starts += [place.start for figure in page.figures for place in figure.places]
    return any(token.idx < start < reach for start in starts)


def _ends_clause(token: "Token", verb: "Token") -> bool:
    """Whether a comma or a joining word stands before another clause or a remark."""
    if token.text != "," and token.dep_ != "cc" and token.lower_ not in ("and", "but"):
        return False
    following = _following(token)
    if following is None:
        return False
    if token.text == "," and _is_remark(following):
        return True
    return _is_next_verb(following, verb) or _is_next_subject(following, verb)


def _following(token: "Token") -> "Token | None":
    """The word after a comma, past further joining words and adverbs."""
    for other in token.doc[token.i + 1 : token.sent.end]:
        if other.text == "," or other.dep_ == "cc" or other.lower_ in ("and", "also", "then", "finally", "further"):
            continue
        return other
    return None


def _is_remark(token: "Token") -> bool:
    """Whether a word after a comma begins a remark: `, which`, `, to be headed by`, `, held in Rome`."""
    if token.lower_ == "to":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ == "be"
    if token.lower_ == "as":
        return token.i + 1 < len(token.doc) and token.nbor().lower_ != "well"
    return token.lower_ in _REMARKS or (token.tag_ == "VBG" and token.lemma_.lower() in vocabulary("remark_verbs"))


def _is_next_verb(token: "Token", verb: "Token") -> bool:
    """Whether a token is a verb joined to the one that leads here: `discussed X and reaffirmed Y`, `to X and to Y`."""
    if token.lower_ == "to" and token.dep_ == "aux":
        token = token.head
    if token.dep_ in ("aux", "auxpass") and token.head.dep_ == "conj":
        token = token.head
    if token.dep_ != "conj" or token.pos_ not in ("VERB", "AUX"):
        return False
    if token.tag_ == "VB" and token.lemma_ in _SPEAKING_AGAIN:
        return True
    if token.tag_ == "VB" and verb.tag_ != "VB":
        return False  # `agreed to open X, close Y`, wherever the parser hangs it
    return token.head in (verb, *verb.ancestors) or (token.tag_ in ("VBD", "VBZ") and verb.tag_ == token.tag_)


def _is_next_subject(token: "Token", verb: "Token") -> bool:
    """Whether a token begins the subject of a clause beside this one."""
    for other in token.doc[token.i : min(token.i + 10, token.sent.end)]:
        if other.dep_ in clause.SUBJECTS and other.left_edge.i <= token.i:
            above = other.head
            beside = above in verb.ancestors or (above.dep_ == "conj" and above.head in (verb, *verb.ancestors))
            return above.i > other.i and beside
    return False


def _is_circumstance(page: Page, token: "Token", verb: "Token") -> bool:
    if _is_with_whom(page, token):
        return True
    if token.dep_ != "prep" or token.head.i != verb.i:
        return any(time.start_offset == token.idx for time in page.times) and token.head.i == verb.i
    if token.lower_ in _CIRCUMSTANCE:
        return True
    return token.lower_ in ("at", "on", "in") and any(
        0 <= time.start_offset - token.idx <= len(token) + 5 for time in page.times
    )
