"""Statements: what somebody said, as said by them.

Verbal (`said that ...`), nominal (`noted the importance of ...`), and direct (inside quotation marks); the speaker is
the verb's subject, borrowed from the verb above where it has none.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column, table
from communique.reader import clause
from communique.reader.marks import Mark
from communique.reader.page import Page, token_end
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.who import Who
from communique.reading import Statement
from communique.report import Cited

if TYPE_CHECKING:
    from spacy.tokens import Token

SIDES = "sides"
_QUOTES = re.compile(r'"([^"\n]{2,1200})"')
_ACCORDING = re.compile(r"\baccording to\s+", re.IGNORECASE)
_OPENING = re.compile(r"^(?:that|how|for|to the effect that|as saying)\s+", re.IGNORECASE)
_TRAILING = " \t\n,;:."


@dataclass(frozen=True, slots=True)
class Saying:
    """One row of `saying_verbs`: what stands as content, and how the addressee is told."""

    words: tuple[str, ...]
    form: str
    to: str


@dataclass(frozen=True, slots=True)
class Said:
    """A place where something is said: verb, speaker, content."""

    verb: tuple[int, int]
    speaker: Figure | Mark | None
    speaker_words: tuple[int, int]
    content: tuple[int, int]
    addressee: Figure | Mark | None
    addressee_words: tuple[int, int] | None
    direct: bool
    rule: str


@cache
def _sayings() -> dict[str, tuple[Saying, ...]]:
    columns = [
        "lemma",
        Column("form", values=frozenset({"clause", "object", "both"})),
        Column("to", values=frozenset({"object", "for"}), optional=True),
    ]
    by_first: dict[str, list[Saying]] = {}
    for row in table("saying_verbs", columns):
        words = tuple(row["lemma"].split())
        by_first.setdefault(words[0], []).append(Saying(words, row["form"], row["to"]))
    return {first: tuple(sorted(rows, key=lambda s: -len(s.words))) for first, rows in by_first.items()}


def find_statements(page: Page, who: Who) -> tuple[Statement, ...]:
    """Every statement of the running text, in order."""
    found: list[Said] = []
    for sentence in page.sentences:
        if not page.runs(sentence.start_char) or page.in_title(sentence.start_char):
            continue
        for token in sentence:
            if token.pos_ in ("VERB", "AUX"):
                said = _said(page, who, token)
                if said is not None:
                    found.append(said)
    return tuple(_close(page, said) for said in found)


def _said(page: Page, who: Who, verb: "Token") -> Said | None:
    saying = _saying(verb)
    if saying is None or _is_planned(verb):
        return None
    speaker, speaker_words = _speaker(page, who, verb)
    if speaker is None or speaker_words is None:
        return None
    content, direct = _content(page, verb, saying)
    if content is None:
        return None
    addressee, addressee_words = _addressee(page, who, verb, saying, content)
    if addressee_words is not None and addressee_words[0] <= content[0] < addressee_words[1]:
        content = (addressee_words[1], content[1])
    start, end = _trim(page, *content)
    if end - start < 3:
        return None
    return Said(
        (verb.idx, token_end(verb)), speaker, speaker_words, (start, end), addressee, addressee_words, direct,
        f"statements.{'direct' if direct else 'clause' if saying.form == 'clause' else 'nominal'}",
    )  # fmt: skip


def _saying(verb: "Token") -> Saying | None:
    for saying in _sayings().get(verb.lemma_.lower(), ()):
        if len(saying.words) == 1 or (verb.i + 1 < len(verb.doc) and verb.nbor().lower_ == saying.words[1]):
            return saying
    return None


def _is_planned(verb: "Token") -> bool:
    """What will be said has not been said."""
    helpers = clause.auxiliaries(verb)
    return bool({"will", "shall", "'ll"} & set(helpers)) or (verb.tag_ == "VB" and "to" in helpers)


def _speaker(page: Page, who: Who, verb: "Token") -> tuple[Figure | Mark | None, tuple[int, int] | None]:
    """Who says it: a figure, the words for a side or office, or SIDES; with the words that tell."""
    subject = clause.subject(verb)
    if subject is None:
        return None, None
    if clause.is_passive(verb):
        return _sides_of_passive(page, verb, subject)
    start, end = clause.span_of(subject)
    if start < verb.idx < end:
        end = verb.idx
    mentions = [m for m in who.within(start, end) if m.sort != "party"] or who.within(start, end)
    for mention in mentions:
        speaker = _speaker_of(who, mention)
        if speaker is not None:
            return speaker, (mention.start, mention.end)
    return None, None


def _speaker_of(who: Who, mention: Mention) -> Figure | Mark | None:
    if mention.sort == "sides":
        return Mark(mention.start, mention.end, "sides", SIDES, "statements.sides")
    figure = who.figure(mention)
    if figure is not None:
        return figure
    if mention.sort == "office" and mention.mark is not None:
        return mention.mark
    if mention.sort == "side":
        return Mark(mention.start, mention.end, "side", "", "statements.side")
    return None


def _sides_of_passive(
    page: Page, verb: "Token", subject: "Token"
) -> tuple[Figure | Mark | None, tuple[int, int] | None]:
    """`It was noted that ...`: said by both."""
    if subject.lower_ in ("it", "satisfaction", "hope", "confidence") and verb.lemma_.lower() in _sayings():
        words = (subject.idx, token_end(verb))
        return Mark(*words, "sides", SIDES, "statements.passive"), words
    return None, None


def _content(page: Page, verb: "Token", saying: Saying) -> tuple[tuple[int, int] | None, bool]:
    """The offsets of what is said, and whether it stands in quotation marks."""
    quoted = _quote_beside(page, verb)
    if quoted is not None:
        return quoted, True
    for child in verb.children:
        if child.dep_ in ("ccomp", "xcomp") and saying.form != "object" and child.i > verb.i:
            start, end = clause.span_of(child)
            return (max(start, token_end(verb)), end), False
    if saying.form != "clause":
        for child in verb.children:
            if child.dep_ in ("dobj", "prep", "attr") and child.i > verb.i:
                start, end = clause.span_of(child)
                return (start, max(end, _last_modifier(verb, child))), False
    for child in verb.children:  # `X is ready, he said`
        if child.dep_ == "ccomp" and child.i < verb.i:
            return clause.span_of(child), False
    return None, False


def _last_modifier(verb: "Token", child: "Token") -> int:
    """The end of what the parser hung on the verb but belongs to the noun: `thanks | for the dispatch of ...`."""
    later = [
        other
        for other in verb.children
        if other.dep_ == "prep" and other.i > child.i and other.i == child.right_edge.i + 1
    ]
    return max((clause.span_of(other)[1] for other in later), default=0)


def _quote_beside(page: Page, verb: "Token") -> tuple[int, int] | None:
    """The quotation of the sentence, where the verb stands outside of it and it is a sentence of its own."""
    sentence = verb.sent
    start = max(0, sentence.start_char - 1)
    for match in _QUOTES.finditer(page.marks.text, start, min(len(page.marks.text), sentence.end_char + 600)):
        if match.start() > sentence.end_char:
            break
        if not match.start() <= verb.idx < match.end() and _whole(match.group(1)):
            if abs(match.start() - verb.idx) < 80 or abs(verb.idx - match.end()) < 80:
                return match.span(1)
    return None


def _whole(words: str) -> bool:
    """Whether quoted words are a sentence: they begin with a capital and are more than a name."""
    return words[0].isupper() and len(words.split()) > 3


def _addressee(
    page: Page, who: Who, verb: "Token", saying: Saying, content: tuple[int, int]
) -> tuple[Figure | Mark | None, tuple[int, int] | None]:
    if not saying.to:
        return None, None
    for child in verb.children:
        if child.dep_ in ("dobj", "dative") and child.i > verb.i:
            start, end = clause.span_of(child)
            for mention in who.within(start, end)[:1]:
                if mention.start > start + 6:
                    return None, None
                figure = who.figure(mention)
                if figure is not None:
                    return figure, (mention.start, mention.end)
                if mention.mark is not None:
                    return mention.mark, (mention.start, mention.end)
    return None, None


def _trim(page: Page, start: int, end: int) -> tuple[int, int]:
    text = page.marks.text
    while start < end and text[start] in " ,:\n\t-–—":
        start += 1
    opening = _OPENING.match(text, start, end)
    if opening is not None:
        start = opening.end()
    opening = re.compile(r"(?:that|for)\s+").match(text, start, end)
    if opening is not None:
        start = opening.end()
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end


def _close(page: Page, said: Said) -> Statement:
    return Statement(
        speaker=_cited(page, said.speaker, said.speaker_words),
        verb=page.quoted(*said.verb, rule=said.rule),
        content=page.quoted(*said.content, rule=said.rule),
        addressee=_cited(page, said.addressee, said.addressee_words)
        if said.addressee is not None and said.addressee_words is not None
        else None,
        direct=said.direct,
    )


def _cited(page: Page, someone: Figure | Mark | None, words: tuple[int, int]) -> Cited[str]:
    if isinstance(someone, Figure):
        return page.cite(*words, value=someone.name.key, rule="statements.speaker")
    if someone is not None and someone.key == SIDES:
        return page.cite(*words, value=SIDES, rule=someone.rule)
    return page.quoted(*words, rule="statements.speaker")


def everything_said(statements: tuple[Statement, ...]) -> Iterator[str]:
    """The contents, for tests and counts."""
    return (statement.content.value for statement in statements)
