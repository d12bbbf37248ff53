"""Triggers: the words that tell of an encounter.

A verb of the table `event_verbs` with what its row asks for, or a noun of `event_nouns` that is held by a verb of
`holding_verbs`, is numbered, stands between parties, or tells by itself.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, cast, get_args

from communique.lexicon.tables import Column, table
from communique.reader import clause
from communique.reading import Kind, Role

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

Form = Literal["verb", "held", "noun"]
KINDS = frozenset(get_args(Kind))

# How many words may stand where a row has ~, and between a verb and the word that follows it ("met today with").
LOOSE = 6
ADVERBS = 2
# How many words after a meeting's word may say that it is by telephone.
REMOTE_REACH = 16
ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|eleventh|twelfth|"
    r"twent\w+|thirt\w+|inaugural|maiden|last|previous|next|final|annual|first-ever)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class VerbRow:
    """One row of `event_verbs`."""

    words: tuple[str, ...]
    kind: Kind
    subject: Role
    target: Role | None
    object: str
    ahead: Kind | None


@dataclass(frozen=True, slots=True)
class Trigger:
    """The words that tell of one encounter, and the grammar they stand in."""

    start: int
    end: int
    head: "Token"
    kind: Kind
    form: Form
    subject: Role
    target: Role | None
    passive: bool
    wants: str
    rule: str
    noun: "Token | None" = None
    ahead: Kind | None = None


@cache
def _verb_rows() -> dict[str, tuple[VerbRow, ...]]:
    """Rows by their first word, longest first."""
    roles = frozenset({"host", "guest", "participant"})
    columns = [
        "words",
        Column("kind", values=KINDS),
        Column("subject", values=roles),
        Column("target", values=roles, optional=True),
        Column("object", values=frozenset({"person", "place", "document", "any"})),
        Column("ahead", values=KINDS, optional=True),
    ]
    by_first: dict[str, list[VerbRow]] = {}
    for row in table("event_verbs", columns):
        words = tuple(row["words"].split())
        entry = VerbRow(
            words,
            cast(Kind, row["kind"]),
            cast(Role, row["subject"]),
            cast("Role | None", row["target"] or None),
            row["object"],
            cast("Kind | None", row["ahead"] or None),
        )
        by_first.setdefault(words[0], []).append(entry)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in by_first.items()}


@cache
def _noun_rows() -> dict[str, tuple[tuple[tuple[str, ...], Kind, bool], ...]]:
    """(words, kind, tells by itself) by the last word, longest first."""
    by_last: dict[str, list[tuple[tuple[str, ...], Kind, bool]]] = {}
    for row in table(
        "event_nouns", ["noun", Column("kind", values=KINDS), Column("alone", values=frozenset({"yes", "no"}))]
    ):
        words = tuple(row["noun"].split())
        by_last.setdefault(words[-1], []).append((words, cast(Kind, row["kind"]), row["alone"] == "yes"))
    return {last: tuple(sorted(rows, key=lambda row: -len(row[0]))) for last, rows in by_last.items()}


@cache
def _holding_rows() -> dict[str, tuple[tuple[str, ...], ...]]:
    rows = table(
        "holding_verbs", ["words", Column("phase", values=frozenset({"held", "under way", "planned", "cancelled"}))]
    )
    by_first: dict[str, list[tuple[str, ...]]] = {}
    for row in rows:
        words = tuple(row["words"].split())
        by_first.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(each, key=len, reverse=True)) for first, each in by_first.items()}


def find_triggers(doc: "Doc") -> Iterator[Trigger]:
    """Every trigger of a parsed text, in order of its head word."""
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            found = _verb_trigger(token)
        elif token.pos_ in ("NOUN", "PROPN"):
            found = _margins_trigger(token) if token.lower_ in MARGINS else _noun_trigger(token)
        else:
            continue
        if found is not None:
            yield found


def _verb_trigger(verb: "Token") -> Trigger | None:
    rows = _verb_rows().get(verb.lemma_.lower(), ())
    followed = next(((row, last) for row in rows if (last := _follow(verb, row.words[1:])) is not None), None)
    if followed is None:
        followed = next(((row, verb) for row in rows if _hangs(verb, row.words[1:])), None)
    if followed is None:
        return None
    row, last = followed
    return Trigger(
        _verb_start(verb),
        last.idx + len(last),
        verb,
        _kind_here(verb, row.kind),
        "verb",
        row.subject,
        row.target,
        clause.is_passive(verb),
        row.object,
        f"engagements.verb.{'_'.join(word for word in row.words if word != '~')}",
        ahead=row.ahead,
    )


def _verb_start(verb: "Token") -> int:
    """The offset of the verb with its auxiliaries: `has met`, `will be received`."""
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass") and child.i < verb.i]
    return int(min((helper.idx for helper in helpers), default=verb.idx))


# Prepositions that may stand apart from their verb; `called on X at Y` is no call at Y.
MARGINS = frozenset({"margins", "margin", "sidelines", "sideline", "fringes"})
PREPOSITIONS = frozenset({"with", "to", "on", "for"})


def _follow(verb: "Token", wanted: tuple[str, ...]) -> "Token | None":
    """The last word of a phrase that begins with the verb, or None where the words do not follow."""
    doc, at, last = verb.doc, verb.i + 1, verb
    loose = ADVERBS
    for word in wanted:
        if word == "~":
            loose = LOOSE
            continue
        for i in range(at, min(at + loose + 1, len(doc))):
            token = doc[i]
            if token.lemma_.lower() == word or token.lower_ == word:
                last, at = token, i + 1
                break
            if token.is_sent_start or token.is_punct or (loose == ADVERBS and not _adverbial(token)):
                return None
        else:
            return None
        loose = ADVERBS
    return last


def _hangs(verb: "Token", wanted: tuple[str, ...]) -> bool:
    """Whether the one wanted preposition hangs on the verb further off: `spoke yesterday by phone with`."""
    return (
        len(wanted) == 1
        and wanted[0] in PREPOSITIONS
        and any(
            child.lower_ == wanted[0] and child.dep_ in ("prep", "agent") and child.i > verb.i
            for child in verb.children
        )
    )


def _adverbial(token: "Token") -> bool:
    return token.pos_ == "ADV" or token.dep_ in ("advmod", "npadvmod") or token.ent_type_ in ("DATE", "TIME")


def _kind_here(head: "Token", kind: Kind) -> Kind:
    """A meeting by video or telephone is a call."""
    if kind != "meeting":
        return kind
    near = head.doc[head.i : min(head.sent.end, head.i + REMOTE_REACH)]
    return "call" if _REMOTE.search(near.text) else kind


_REMOTE = re.compile(
    r"\b(?:virtually|by phone|by telephone|over (?:the )?phone|by video|via video|video link|videoconference|video conference|teleconference|telephone|phone)\b",
    re.IGNORECASE,
)


def _noun_trigger(noun: "Token") -> Trigger | None:
    for words, kind, alone in _noun_rows().get(noun.lemma_.lower(), ()):
        first = noun.i - len(words) + 1
        if first < 0 or tuple(noun.doc[i].lemma_.lower() for i in range(first, noun.i)) != words[:-1]:
            continue
        if noun.i + 1 < len(noun.doc) and noun.nbor().dep_ != "punct" and noun.dep_ == "compound" and not alone:
            return None
        verb = _held_by(noun)
        start, end = _named_span(noun, first)
        if verb is not None:
            return Trigger(
                *_held_span(verb, noun, start, end), verb, _kind_here(noun, kind), "held", "participant", "participant",
                clause.is_passive(verb), "any", f"engagements.held.{noun.lemma_.lower()}", noun,
            )  # fmt: skip
        if alone or _stands_alone(noun) or (kind == "visit" and clause.prepositional(noun, "to")):
            return Trigger(
                start, end, noun, _kind_here(noun, kind), "noun", "participant", "participant", False, "any",
                f"engagements.noun.{noun.lemma_.lower()}", noun,
            )  # fmt: skip
        return None
    return None


def _named_span(noun: "Token", first: int) -> tuple[int, int]:
    """An encounter's own name: `NATO Summit`, `third meeting`, `Summit of the Americas`."""
    left = first
    while (
        left > 0
        and noun.doc[left - 1].dep_ in ("compound", "amod", "nummod")
        and not noun.doc[left].is_sent_start
    ):
        left -= 1
    right = noun.i
    following = noun.doc[right + 1 : right + 4]
    if noun.text[0].isupper() and len(following) > 1 and following[0].lower_ in ("of", "for"):
        named = 2 if following[1].lower_ == "the" else 1
        if len(following) > named and following[named].text[0].isupper():
            right += named + 1
    last = noun.doc[right]
    return noun.doc[left].idx, last.idx + len(last)


def _margins_trigger(margins: "Token") -> Trigger | None:
    """`on the margins of the G20`: a conference told by its name alone."""
    names = clause.prepositional(margins, "of")
    if not names or names[0].lemma_.lower() in _noun_rows():
        return None
    name = names[0]
    start, end = _named_span(name, name.i)
    return Trigger(
        start, end, name, "conference", "noun", "participant", "participant", False, "any", "engagements.margins", name
    )


def _held_by(noun: "Token") -> "Token | None":
    """The verb of holding whose subject or object the noun is."""
    verb = clause.verb_of(noun)
    if verb is None:
        return None
    for words in _holding_rows().get(verb.lemma_.lower(), ()):
        if _follow(verb, words[1:]) is not None:
            return verb
    return None


def _held_span(verb: "Token", noun: "Token", start: int, end: int) -> tuple[int, int]:
    """`held talks` where they stand close; else the verb alone (`was held`), which is what tells of it."""
    if verb.i < noun.i <= verb.i + 5:
        return _verb_start(verb), max(end, verb.idx)
    helpers = [child for child in verb.children if child.dep_ in ("aux", "auxpass")]
    particle = [
        child for child in verb.children if child.dep_ == "prt" or (child.lower_ == "place" and child.i == verb.i + 1)
    ]
    last = max((verb, *particle), key=lambda token: token.i)
    return min((helper.idx for helper in helpers), default=verb.idx), last.idx + len(last)


def _stands_alone(noun: "Token") -> bool:
    """Whether a noun tells of an encounter by what hangs on it: parties, a number, somebody's."""
    if any(ORDINAL.match(child.text) for child in noun.children if child.i < noun.i):
        return True
    if clause.prepositional(noun, "with", "between"):
        return True
    return any(child.dep_ == "poss" for child in noun.children)
