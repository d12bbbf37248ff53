"""Outcomes: what was agreed, decided, launched, invited to.

agreed to open a hotline and to meet again · it was decided that ...     (clause: what follows to, that, on)
approved the plan · accepted the invitation to visit                     (object)
tasked their teams to draw up a list                                     (task: what somebody else is to do)
"""

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.matter import stretch
from communique.reader.engagements.matter.owner import owners
from communique.reader.engagements.matter.phrases import Phrase, phrase_at, phrases
from communique.reader.engagements.matter.stretch import FUTURE
from communique.reader.engagements.matter.subjects import are_several
from communique.reader.page import Page, token_end
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SHORTEST = 2  # words of an outcome
_LEADING = frozenset({"to", "on", "upon", "that"})
# What hangs on a verb of agreeing and says what was agreed.
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def find_outcomes(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give every encounter its outcomes."""
    for sentence in page.sentences:
        if not page.runs(sentence.start_char) or page.in_title(sentence.start_char):
            continue
        for i in range(sentence.start, sentence.end):
            if not _outcomes().keys().isdisjoint(clause.forms(page.doc)[i]):
                token = page.doc[i]
                if token.pos_ in ("VERB", "AUX", "NOUN", "ADJ"):
                    _give(page, who, drafts, token)


@cache
def _outcomes() -> dict[str, tuple[Phrase, ...]]:
    return phrases(
        "outcome_verbs",
        Column("content", values=frozenset({"clause", "object", "task"})),
        Column("by", values=frozenset({"sides", "any"})),
    )


def _give(page: Page, who: Who, drafts: list[Draft], verb: "Token") -> None:
    """Give what one verb says was agreed."""
    matched = phrase_at(verb, _outcomes())
    if matched is None or not _is_done(verb):
        return
    phrase, last = matched
    if phrase.row["by"] == "sides" and not are_several(who, verb):
        return
    ranges = list(_ranges(page, verb, last, phrase.row["content"]))
    chosen = owners(page, who, drafts, verb, ahead=False) if ranges else []
    rule = f"outcomes.{'_'.join(word.split('|')[0] for word in phrase.words if word != '~')}"
    for start, end in ranges:
        a, b = int(page.doc[start].idx), token_end(page.doc[end - 1])
        for draft in chosen:
            if not any(a < known.end and known.start < b for known in draft.outcomes):
                draft.outcomes.append(Span(a, b, rule))


def _is_done(verb: "Token") -> bool:
    """Whether it is told as done: not to come, not denied, not an aim, not told in passing."""
    helpers = set(clause.auxiliaries(verb))
    if helpers & (FUTURE | {"not", "n't", "could", "may", "might", "to", "never"}):
        return False
    if clause.is_passive(verb) and (verb.dep_ in ("relcl", "advcl") or not helpers):
        return verb.nbor().lemma_ == "be" if verb.i + 1 < len(verb.doc) else False
    return verb.tag_ not in ("VB", "VBG") and verb.dep_ not in ("acl", "amod")


def _ranges(page: Page, verb: "Token", last: "Token", content: str) -> Iterator[tuple[int, int]]:
    if content == "clause":
        start = _clause_start(verb, last)
    elif content == "task":
        start = next(
            (child.left_edge.i for child in verb.children if child.dep_ in _CLAUSES and child.i > last.i), None
        )
    elif last.pos_ == "AUX":  # `also agreed was the exchange of ...`
        start = last.i + 1
    elif clause.is_passive(verb):
        start = stretch.before(page, verb, stretch.auxiliaries_start(verb))[0]
    else:
        start = next((child.left_edge.i for child in verb.children if child.dep_ == "dobj"), last.i + 1)
    if start is None:
        return
    begin, end = stretch.after(page, verb, start)
    for first, beyond in _parted(page.doc, begin, end):
        if beyond - first >= SHORTEST:
            yield first, beyond


def _clause_start(verb: "Token", last: "Token") -> int | None:
    """Where what was agreed begins, past `during the meeting` and the like."""
    starts = [
        child.left_edge.i
        for child in verb.children
        if child.i > verb.i and (child.dep_ in _CLAUSES or (child.dep_ == "prep" and child.lower_ in _LEADING))
    ]
    if last != verb and last.lower_ in _LEADING:
        starts.append(last.i)
    following = verb.doc[last.i + 1] if last.i + 1 < len(verb.doc) else None
    if following is not None and following.lower_ in _LEADING:
        starts.append(following.i)
    if not starts and last != verb and following is not None:
        starts.append(following.i)
    if not starts:
        starts = [child.left_edge.i for child in verb.children if child.dep_ == "dobj" and child.i > verb.i]
    return min(starts, default=None)


def _parted(doc: "Doc", start: int, end: int) -> Iterator[tuple[int, int]]:
    """`to open X and to close Y`: what begins by the same word again is an outcome by itself."""
    opening = doc[start].lower_ if start < end else ""
    begin = start
    for i in range(start + 1, end - 1):
        if opening in _LEADING and doc[i].lower_ in ("and", "also") and doc[i + 1].lower_ == opening:
            yield _clean(doc, begin, i)
            begin = i + 1
    if begin < end:
        yield _clean(doc, begin, end)


def _clean(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """Without `that`, `on` before it, and commas and joining words after it."""
    while start < end and doc[start].lower_ in ("that", "on", "upon"):
        start += 1
    while end > start and (doc[end - 1].text in ",:" or doc[end - 1].lower_ in ("and", "also")):
        end -= 1
    return start, end
