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
from communique.reader.engagements.matter.owner import fits, owners
from communique.reader.engagements.matter.phrases import Phrase, phrase_at, phrases
from communique.reader.engagements.matter.stretch import FUTURE
from communique.reader.engagements.matter.subjects import are_several
from communique.reader.page import Page, token_end
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token
    from spacy.tokens import Span as Sentence

_INSTRUMENTS = frozenset({"document", "deal", "text", "paper", "understanding", "package"})
SHORTEST = 2  # words of an outcome
_LEADING = frozenset({"to", "on", "upon", "that"})
# What hangs on a verb of agreeing and says what was agreed.
_CLAUSES = frozenset({"xcomp", "ccomp", "advcl", "acl"})


def find_outcomes(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give every encounter its outcomes."""
    for sentence in page.sentences:
        if not page.runs(sentence.start_char) or page.in_title(sentence.start_char):
            continue
        _give_terms(page, who, drafts, sentence)
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
        Column("by", values=frozenset({"sides", "any", "instrument"})),
    )


def _give(page: Page, who: Who, drafts: list[Draft], verb: "Token") -> None:
    """Give what one verb says was agreed."""
    matched = phrase_at(verb, _outcomes())
    if matched is None or not _is_done(verb):
        return
    phrase, last = matched
    if len(phrase.words) == 1 and verb.pos_ not in ("VERB", "AUX"):
        return  # `the launch of a missile`
    by = phrase.row["by"]
    if (by == "sides" and not are_several(who, verb)) or (by == "instrument" and not _is_instrument(page, verb)):
        return
    if _is_long_past(page, verb):
        return
    rule = f"outcomes.{'_'.join(word.split('|')[0] for word in phrase.words if word != '~')}"
    _put(page, who, drafts, verb, list(_ranges(page, verb, last, phrase.row["content"])), rule)


def _put(page: Page, who: Who, drafts: list[Draft], verb: "Token", ranges: list[tuple[int, int]], rule: str) -> None:
    """Add outcomes to the encounters that they came of: an invitation to that at which it was made."""
    held = [draft for draft in drafts if fits(draft, ahead=False)]
    chosen = owners(page, who, held or drafts, verb, ahead=False) if ranges else []
    for start, end in ranges:
        a, b = int(page.doc[start].idx), token_end(page.doc[end - 1])
        for draft in chosen:
            if not any(a < known.end and known.start < b for known in draft.outcomes):
                draft.outcomes.append(Span(a, b, rule))


def _give_terms(page: Page, who: Who, drafts: list[Draft], sentence: "Sentence") -> None:
    """Give what an instrument lays down: `Under the protocol, X will do Y`, `a treaty under which X will do Y`."""
    for token in sentence:
        if token.lower_ not in ("under", "whereby", "per") or token.i + 1 >= sentence.end:
            continue
        verb = _laid_down(page, token)
        if verb is None or not set(clause.auxiliaries(verb)) & (FUTURE | {"is", "are", "to"}):
            continue
        subject = next((child for child in verb.children if child.dep_ in clause.SUBJECTS), None)
        if subject is None or subject.left_edge.i < token.i:
            continue
        begin, end = stretch.after(page, verb, subject.left_edge.i)
        _put(page, who, drafts, verb, [(begin, end)], "outcomes.terms")


def _laid_down(page: Page, token: "Token") -> "Token | None":
    """The verb of what an instrument lays down that is named after `under`, or that stands before `under which`."""
    if token.lower_ == "whereby" or token.nbor().lower_ == "which":
        verb = next((above for above in token.ancestors if above.pos_ in ("VERB", "AUX")), None)
        return verb if verb is not None and verb.dep_ == "relcl" and _names_instrument(page, verb.head) else None
    named = next((child for child in token.children if child.dep_ == "pobj"), None)
    opens = all(
        before.is_punct or before.is_space or before.dep_ == "advmod"
        for before in token.doc[token.sent.start : token.i]
    )
    return (
        token.head
        if named is not None and opens and token.head.i > named.i and _names_instrument(page, named)
        else None
    )


def _is_instrument(page: Page, verb: "Token") -> bool:
    """Whether an instrument is the subject: `the protocol provides for X`, `a plan that envisages X`."""
    subject = clause.subject(verb)
    return subject is not None and _names_instrument(page, subject)


def _names_instrument(page: Page, noun: "Token") -> bool:
    hits = page.marks.hits_in(noun.idx, token_end(noun))
    return noun.lemma_.lower() in _INSTRUMENTS or any(hit.sense("document_kind") for hit in hits)


def _is_long_past(page: Page, verb: "Token") -> bool:
    """Whether a day of a year before the report's own hangs on a verb: `was set up in 1994`."""
    if page.front.anchor is None:
        return False
    ends = (verb.right_edge.idx + len(verb.right_edge), verb.left_edge.idx)
    for time in page.times:
        if time.start is None or not ends[1] <= time.start_offset < ends[0]:
            continue
        word = page.doc[page.tokens(time.start_offset, time.end_offset).start]
        near = {verb.i, *(child.i for child in verb.children if child.dep_ == "prep")}
        if int(time.start[:4]) < page.front.anchor.year and (word.head.i in near or word.head.head.i in near):
            return True
    return False


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
        again = opening in _LEADING and doc[i].lower_ in ("and", "also") and doc[i + 1].lower_ == opening
        if again or (opening == "to" and _is_next_aim(doc, start, i)):
            yield _clean(doc, begin, i)
            begin = i + 1
    if begin < end:
        yield _clean(doc, begin, end)


def _is_next_aim(doc: "Doc", start: int, i: int) -> bool:
    """Whether after a comma or `and` the next thing agreed to begins: `to open X, close Y and build Z`."""
    following = doc[i + 2] if doc[i].text == "," and doc[i + 1].lower_ == "and" else doc[i + 1]
    if (doc[i].text != "," and doc[i].lower_ != "and") or following.tag_ != "VB" or following.dep_ != "conj":
        return False
    first, above = doc[start + 1], following.head
    while above.dep_ == "conj" and above.i > first.i:
        above = above.head
    return above in (first, first.head)


def _clean(doc: "Doc", start: int, end: int) -> tuple[int, int]:
    """Without `that`, `on` before it, and commas and joining words after it."""
    while start < end and doc[start].lower_ in ("that", "on", "upon", "and"):
        start += 1
    while end > start and (doc[end - 1].text in ",:" or doc[end - 1].lower_ in ("and", "also")):
        end -= 1
    return start, end
