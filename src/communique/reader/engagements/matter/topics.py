"""Topics: what was, is or will be on the table.

discussed X, Y and Z · X and Y were reviewed · the talks focused on X        (topic_verbs, topic_phrases)
met to strengthen X                                                           (the aim of an encounter)
will reaffirm X                                                               (nothing has been said yet: a topic)
On Yemen, ...                                                                 (a subject set in front)
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column
from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Span
from communique.reader.engagements.matter import stretch
from communique.reader.engagements.matter.items import items, opening_end
from communique.reader.engagements.matter.owner import is_of, owners
from communique.reader.engagements.matter.phrases import ANY, Phrase, phrase_at, phrases
from communique.reader.engagements.matter.stretch import FUTURE
from communique.reader.engagements.matter.subjects import are_several, are_talkers, talk_nouns
from communique.reader.page import Page, token_end
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Span as Sentence
    from spacy.tokens import Token


_FRONTED = re.compile(r"(?:On|Regarding|Concerning|As (?:to|for|regards))\s+((?:the\s+)?[^,;:\n]{2,60}),")
SHORTEST = 3  # characters of a topic
WHOM_REACH = 12  # characters between the words for somebody and more of them
CROWD_REACH = 5  # words within which the noun stands that a verb is done to
REACH = 3  # words from an infinitive up to the words for an encounter
TAIL_REACH = 6  # words after a passive within which `, in particular` may stand
_ABOUT = frozenset({"on", "upon", "about", "over", "around", "round", "regarding", "concerning"})
_HOLDING = frozenset({"consider", "look", "regard", "see", "view"})
_RELATIVES = frozenset({"which", "where", "who", "whose", "whom"})
_NO_OBJECT = frozenset({"to", "from", "by", "that", "among"})


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of tokens with topics in it, the word that leads to it, and whether it is still to come."""

    token: "Token"
    start: int
    end: int
    rule: str
    ahead: bool | None = None
    sure: bool = False  # said of talks only


def find_topics(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give every encounter its topics."""
    for sentence in page.sentences:
        for found in _found(page, who, drafts, sentence):
            _give(page, who, drafts, found)


def _give(page: Page, who: Who, drafts: list[Draft], found: Found) -> None:
    chosen = owners(page, who, drafts, found.token, ahead=found.ahead)
    if not chosen and found.sure and found.ahead:
        chosen = owners(page, who, drafts, found.token)  # `will discuss`: nothing else is told of than this encounter
    doc = page.doc
    for start, end in items(doc, found.start, found.end):
        a, b = int(doc[start].idx), token_end(doc[end - 1])
        if b - a < SHORTEST or any(a <= time.start_offset <= a + 4 for time in page.times):
            continue
        for draft in chosen:
            if any(outcome.start <= a < outcome.end for outcome in draft.outcomes):
                continue  # `agreed to discuss X again`
            if not any(a < topic.end and topic.start < b for topic in draft.topics):
                draft.topics.append(Span(a, b, found.rule))


def _found(page: Page, who: Who, drafts: list[Draft], sentence: "Sentence") -> Iterator[Found]:
    yield from _fronted(page, sentence)
    forms, openings = clause.forms(page.doc), _openings()
    for i in range(sentence.start, sentence.end):
        if openings.isdisjoint(forms[i]) or not page.runs(page.doc[i].idx):
            continue
        token = page.doc[i]
        found = _by_phrase(page, token) or _by_verb(page, who, drafts, token) or _by_aim(page, drafts, token)
        if found is not None and found.end > found.start:
            yield found
            yield from _tail(page, found)


@cache
def _openings() -> frozenset[str]:
    """The words that may lead to a topic."""
    return frozenset({*_phrases(), *_verbs(), *vocabulary("aim_verbs")})


@cache
def _verbs() -> dict[str, tuple[Phrase, ...]]:
    return phrases("topic_verbs", Column("when", values=frozenset({"always", "any", "ahead"})))


@cache
def _phrases() -> dict[str, tuple[Phrase, ...]]:
    return phrases("topic_phrases", Column("side", values=frozenset({"before", "after"})))


def _by_verb(page: Page, who: Who, drafts: list[Draft], verb: "Token") -> Found | None:
    """What a verb of `topic_verbs` puts on the table."""
    matched = phrase_at(verb, _verbs()) if verb.pos_ in ("VERB", "AUX") else None
    if matched is None:
        return None
    phrase, last = matched
    if any(child.dep_ == "prt" and child.lower_ not in phrase.words for child in verb.children):
        return None  # `spoke out about`
    ahead = is_ahead(verb)
    if phrase.row["when"] != "always" and not _stands_free(
        who, drafts, verb, ahead=ahead, only_ahead=phrase.row["when"] == "ahead"
    ):
        return None
    rule = f"topics.verb.{'_'.join(word.split('|')[0] for word in phrase.words if word != '~')}"
    if clause.is_passive(verb) and ANY not in phrase.words:
        return Found(verb, *stretch.before(page, verb, stretch.auxiliaries_start(verb)), rule, ahead)
    start = _object_start(page, verb, last)
    sure = phrase.row["when"] == "always"
    if start is None or not (sure or are_talkers(who, verb)) or _is_no_matter(verb, page.doc[start]):
        return None
    return Found(verb, *stretch.after(page, verb, start), rule, ahead, sure)


def _is_no_matter(verb: "Token", first: "Token") -> bool:
    """Whether a verb is done to somebody, or holds something to be so: `addressed the assembly`, `conferred on him`."""
    if first.tag_ == "PRP":
        return True
    if verb.lemma_ in _HOLDING and any(
        child.lower_ == "as" and child.i > first.i and child.nbor().lower_ != "well" for child in verb.children
    ):
        return True
    noun = first if first.dep_ in ("dobj", "pobj") else first.head
    return noun.i < first.i + CROWD_REACH and noun.lemma_.lower() in vocabulary("crowds")


def _tail(page: Page, found: Found) -> Iterator[Found]:
    """What follows a passive (`were reviewed, in particular X`), or a relative clause (`X, which ended, and Y`)."""
    if found.end > found.token.i:
        start = _past_relative(found)
        if start is not None:
            yield Found(found.token, *stretch.after(page, found.token, start), f"{found.rule}.resumed", found.ahead)
        return
    for other in page.doc[found.token.i + 1 : min(found.token.i + TAIL_REACH, found.token.sent.end)]:
        opened = opening_end(page.doc, other.i, found.token.sent.end)
        if opened is not None and other.nbor(-1).text == ",":
            yield Found(found.token, *stretch.after(page, found.token, opened), f"{found.rule}.tail", found.ahead)
            return


def _past_relative(found: Found) -> int | None:
    """Where an enumeration goes on that a relative clause broke off: `discussed X, where troops serve, and Y`."""
    doc, limit = found.token.doc, found.token.sent.end
    if found.end + 1 >= limit or doc[found.end].text != "," or doc[found.end + 1].lower_ not in _RELATIVES:
        return None
    for i in range(found.end + 2, limit - 2):
        if doc[i].text == "," and doc[i + 1].lower_ in ("and", "as"):
            following = doc[i + 2]
            if following.dep_ == "prep" and following.lower_ == doc[found.start - 1].lower_:
                return i + 3
            return i + 2 if following.dep_ in ("det", "poss", "amod", "compound", "conj", "advmod") else None
        if doc[i].text in (";", ":"):
            return None
    return None


def _object_start(page: Page, verb: "Token", last: "Token") -> int | None:
    """Where what is put on the table begins, past `with the Minister`, `during the talks`; None without one."""
    start = last.i + 1
    if start >= len(verb.doc) or verb.doc[start].lower_ in _NO_OBJECT:
        return None
    preposition = verb.doc[start]
    if last != verb or preposition.dep_ != "prep" or preposition.head != verb:
        return start
    objects = [child.left_edge.i for child in verb.children if child.dep_ == "dobj" and child.i > start]
    if objects or preposition.lower_ not in _ABOUT:
        return min(objects, default=None) or _past_whom(page, verb, preposition)
    return min((below.left_edge.i for below in preposition.children if below.dep_ in ("pobj", "pcomp")), default=None)


def _past_whom(page: Page, verb: "Token", preposition: "Token") -> int | None:
    """Where words begin after those for somebody: `discussed with X, the Minister of Y, ways to ...`."""
    if preposition.lower_ != "with":
        return None
    told = [(office.start, office.end) for office in page.marks.offices]
    told += [(place.start, place.end) for figure in page.figures for place in figure.places]
    told += [(time.start_offset, time.end_offset) for time in page.times]
    at, limit = token_end(preposition), token_end(verb.sent[-1])
    for start, end in sorted(told):
        if at <= start <= at + WHOM_REACH and end <= limit:
            at = end
    if at == token_end(preposition):
        return None
    following = [token for token in verb.doc[preposition.i : verb.sent.end] if token.idx >= at and not token.is_punct]
    begins = following[0] if following else None
    return begins.i if begins is not None and begins.pos_ in ("NOUN", "DET", "ADJ") else None


def _stands_free(who: Who, drafts: list[Draft], verb: "Token", *, ahead: bool | None, only_ahead: bool) -> bool:
    """Whether a verb tells what is done itself, rather than what something else is for: `efforts to address X`."""
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.lemma_.lower() in talk_nouns():
        return True  # `a call dealing with X`
    if verb.dep_ in ("acl", "amod", "pcomp") or (verb.tag_ == "VBG" and verb.dep_ in ("xcomp", "conj", "relcl")):
        return bool(set(clause.auxiliaries(verb)) & FUTURE) or _is_aim(drafts, verb)
    if verb.tag_ == "VB" and "to" in clause.auxiliaries(verb):
        return ahead is True or _is_aim(drafts, verb)
    if verb.tag_ == "VBG" and verb.dep_ == "advcl" and (clause.subject(verb) is None or not are_several(who, verb)):
        return False  # `touching upon X, the guest said`: a statement begins
    return ahead is True or not only_ahead


def is_ahead(verb: "Token") -> bool | None:
    """Whether a verb tells of what is to come: True, False, or None where its form leaves that open."""
    helpers = set(clause.auxiliaries(verb))
    if helpers & FUTURE:
        return True
    if verb.tag_ == "VB" and "to" in helpers:
        above = verb.head
        return True if above.lemma_ in ("plan", "intend", "expect", "be", "look", "hope") else None
    return False if verb.tag_ in ("VBD", "VBN") else None


def _is_aim(drafts: list[Draft], verb: "Token") -> bool:
    """Whether an infinitive hangs on the words for an encounter: `met in Rome to discuss and, later, to settle`."""
    if verb.tag_ != "VB" or "to" not in clause.auxiliaries(verb):
        return False
    above = verb.head
    for _ in range(REACH):
        if any(is_of(trigger, above) for draft in drafts for trigger in draft.triggers):
            return True
        if above.tag_ not in ("VB", "NN", "NNS", "NNP", "IN", "VBG") or above.dep_ == "ROOT":
            return False
        above = above.head
    return False


def _by_phrase(page: Page, token: "Token") -> Found | None:
    """What a phrase of `topic_phrases` says was on the table: `topped the agenda`, `an exchange of views on`."""
    matched = phrase_at(token, _phrases())
    if matched is None:
        return None
    phrase, last = matched
    rule = f"topics.phrase.{'_'.join(word.split('|')[0] for word in phrase.words if word != '~')}"
    if phrase.row["side"] == "before":
        if token.pos_ not in ("VERB", "AUX") or (token.tag_ == "VBN" and token.dep_ in ("amod", "acl")):
            return None
        return Found(token, *stretch.before(page, token, stretch.auxiliaries_start(token)), rule)
    verb = token if token.pos_ in ("VERB", "AUX") else clause.verb_of(token)
    start, end = stretch.after(page, verb or token, last.i + 1)
    if token.dep_ in clause.SUBJECTS and token.head.i > last.i:  # `the talks on X were held`
        end = min(end, stretch.auxiliaries_start(token.head))
    return Found(token, start, end, rule, is_ahead(verb) if verb is not None else None)


def _by_aim(page: Page, drafts: list[Draft], verb: "Token") -> Found | None:
    """`met to strengthen cooperation`: what an encounter is for."""
    if not _is_aim(drafts, verb) or verb.lemma_.lower() not in vocabulary("aim_verbs") or verb.dep_ == "acl":
        return None
    return Found(verb, *stretch.after(page, verb, verb.i), "topics.aim", None)


def _fronted(page: Page, sentence: "Sentence") -> Iterator[Found]:
    """`On Yemen, ...`: a subject set in front of what is said of it."""
    match = _FRONTED.match(page.marks.text, sentence.start_char, sentence.end_char)
    if match is None or any(match.start(1) <= time.start_offset < match.end(1) for time in page.times):
        return
    words = page.tokens(*match.span(1))
    if len(words) > 6 or any(word.lemma_.lower() in vocabulary("front_words") for word in words):
        return
    if any(start <= page.doc[words.start].idx < end for start, end in page.front.skips):
        return
    yield Found(sentence.root, words.start, words.end, "topics.fronted")
