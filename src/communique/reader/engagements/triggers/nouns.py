"""Nouns that tell of an encounter: held by a verb, numbered, between parties, or a name of their own."""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.alternation import alternation
from communique.lexicon.calendar import MONTHS, calendar_words
from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.triggers.kinds import calls_on, kind_of_noun
from communique.reader.engagements.triggers.phrases import follow, is_acronym, is_person, is_somebody, lemma
from communique.reader.engagements.triggers.rows import HoldingRow, NounRow, holding_rows, noun_rows, words_for
from communique.reader.engagements.triggers.spans import held_span, is_named_exercise, named_span
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.engagements.triggers.verbs import is_told
from communique.reader.engagements.triggers.which import with_which
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

MARGINS = frozenset({"margins", "margin", "sidelines", "sideline", "fringes"})
# What one occurrence of a recurring summit follows: `at the G20`, not `cooperation in the G20`.
OCCASION = frozenset({"after", "ahead", "at", "before", "during", "following", "for", "since", "upon"})
# How many words after a noun `with` may stand that belongs to it: `for talks in X on Thursday with Y`.
WITH_REACH = 8
ORDINAL = re.compile(
    r"(?:\d+(?:st|nd|rd|th)|[IVX]{2,}|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\w+teenth|eleventh|"
    r"twelfth|twent\w+|thirt\w+|fort\w+|inaugural|maiden|initial|latest|last|previous|next|final|annual|yearly|first-ever|"
    r"upcoming|forthcoming|(?:19|20)\d\d)$",
    re.IGNORECASE,
)
# What is called for where a call is an appeal.
APPEALS = frozenset({"to action", "to arms", "to order", "to prayer"})
# The row of a noun left unsaid.
ONE = NounRow(("one",), None, alone=False)
# What makes one visit or meeting of a noun: `a three-day visit`, `an hour-long meeting`, `a working visit`.
_LASTING = re.compile(
    r"(?:\w+-(?:day|hour|week|minute)|(?:hour|day|week|month)-?long|one-on-one|face-to-face|in-person)$", re.I
)


def noun_trigger(noun: "Token", before: Kind | None) -> Trigger | None:
    """The trigger a noun makes, or None; `before` is the kind of the encounter named before it."""
    if any(child.lower_ == "no" for child in noun.children if child.i < noun.i):
        return None  # `no talks are planned`
    if noun.lower_ in MARGINS:
        return _margins_trigger(noun)
    if before is not None and _is_elliptic(noun):
        return _of_row(noun, ONE, _of_what(noun) or before, noun.i)
    for row in noun_rows().get(lemma(noun), ()):
        first = noun.i - len(row.words) + 1
        if first >= 0 and all(map(_is_word, noun.doc[first : noun.i], row.words)):
            kind = row.kind or _of_what(noun) or before
            return _of_row(noun, row, kind, first) if kind is not None else None
    return _recurring_trigger(noun) or _acronym_trigger(noun)


def _is_elliptic(token: "Token") -> bool:
    """`The first was held in`, `the last one ended`: an ordinal for the noun it leaves unsaid; not `John Doe III`."""
    if any(child.dep_ in ("compound", "nmod") for child in token.lefts):
        return False
    ordinal = token if token.lower_ != "one" else next((each for each in token.lefts if ORDINAL.match(each.text)), None)
    return ordinal is not None and token.dep_ in clause.SUBJECTS and bool(ORDINAL.match(ordinal.text))


def _of_what(noun: "Token") -> Kind | None:
    """The kind of what an edition is one of: `the first edition of the drill`."""
    things = [
        word
        for each in clause.prepositional(noun, "of")
        for word in (each, *(child for child in each.lefts if child.dep_ in ("nmod", "compound")))
    ]
    kinds = (row.kind for each in things for row in noun_rows().get(lemma(each), ()))
    return next((kind for kind in kinds if kind is not None), None)


def _is_word(token: "Token", word: str) -> bool:
    return word in (token.lower_, lemma(token))


def _of_row(noun: "Token", row: NounRow, kind: Kind, first: int) -> Trigger | None:
    if _is_parliament(noun):
        return None
    if _inside_name(noun) and not row.alone and not is_named_exercise(noun, kind):
        return None
    start, end = named_span(noun, first, kind)
    holding = held_by(noun, kind)
    if holding is not None:
        verb, held = holding
        end = min(end, noun.idx + len(noun)) if kind == "signing" else end
        if row.kind is None and not _numbered(noun) and row is not ONE:
            return None
        return Trigger(
            *held_span(verb, noun, kind, start, end, held.words), verb, kind_of_noun(noun, kind, verb), "held",
            "participant", "participant", clause.is_passive(verb), "any", f"engagements.held.{lemma(noun)}", noun,
            phase=held.phase,
        )  # fmt: skip
    if row.kind is not None and (row.alone or _stands_alone(noun, kind) or _on_occasion(noun, row)):
        lone = kind == "visit" and (start, end) == (noun.idx, noun.idx + len(noun))
        return _bare(noun, start, with_which(noun, kind) if lone else end, kind_of_noun(noun, kind, None))
    return None


def _is_parliament(noun: "Token") -> bool:
    """`the Grand National Assembly`: the house of a state, where laws are made."""
    if lemma(noun) != "assembly" or noun.i == noun.sent.start:
        return False
    return noun.nbor(-1).lower_ in vocabulary("parliament_words")


def _is_house(noun: "Token") -> bool:
    """`members of Congress with skill`: a word that with a capital names a house, and no encounter."""
    return _names_house(noun) and noun.dep_ == "pobj" and noun.head.lower_ == "of"


def _names_house(noun: "Token") -> bool:
    return noun.text[0].isupper() and lemma(noun) in words_for("unnamed")


def _calls_for(noun: "Token") -> bool:
    """`the Call to Action for Central America`, `a call for calm`: an appeal."""
    if lemma(noun) != "call" or noun.i + 1 >= len(noun.doc):
        return False
    words = noun.doc[noun.i + 1 : noun.i + 3].text.lower()
    return words.startswith("for ") or words in APPEALS


def _on_occasion(noun: "Token", row: NounRow) -> bool:
    """`at the closing ceremony`, `during the General Assembly`: one of its sort, at which somebody is."""
    if len(row.words) < 2 or noun.tag_ in ("NNS", "NNPS"):
        return False
    if row.kind in ("call", "exercise", "visit"):  # `in a separate phone call`, `after a goodwill visit`
        return any(child.dep_ in ("det", "poss") for child in noun.children)
    if row.kind not in ("conference", "ceremony"):
        return False
    if noun.dep_ != "pobj":
        return False
    of = noun.head.lower_ == "of"
    return noun.head.lower_ in OCCASION or (of and noun.head.head.lower_ in MARGINS | OCCASION)


def _bare(noun: "Token", start: int, end: int, kind: Kind) -> Trigger:
    rule = f"engagements.noun.{lemma(noun)}"
    return Trigger(start, end, noun, kind, "noun", "participant", "participant", False, "any", rule, noun)


def _inside_name(noun: "Token") -> bool:
    """Whether the noun only modifies another: `the conference room`, `summit diplomacy`."""
    return noun.dep_ == "compound" and noun.i + 1 < len(noun.doc) and noun.nbor().dep_ != "punct"


def _recurring_trigger(noun: "Token") -> Trigger | None:
    """`at the G20`, `preparations for COP30`: a summit that recurs, told by its name alone where somebody is there."""
    name = noun.text.replace("-", "")
    if name.rstrip("0123456789") not in words_for("recurring") and name not in words_for("recurring"):
        return None
    if noun.dep_ != "pobj" or noun.head.lower_ not in OCCASION:
        return None
    start, end = named_span(noun, noun.i, "conference")
    return Trigger(
        start,
        end,
        noun,
        "conference",
        "noun",
        "participant",
        "participant",
        False,
        "any",
        "engagements.recurring",
        noun,
    )


def _margins_trigger(margins: "Token") -> Trigger | None:
    """`on the margins of the G20`: a conference told by its name alone."""
    names = clause.prepositional(margins, "of")
    if not names or lemma(names[0]) in noun_rows() or names[0].lower_ in vocabulary("land_nouns"):
        return None
    name = names[0]
    start, end = named_span(name, name.i, "conference")
    return Trigger(
        start, end, name, "conference", "noun", "participant", "participant", False, "any", "engagements.margins", name
    )


def _acronym_trigger(noun: "Token") -> Trigger | None:
    """`the next BPC will take place`: a body's session, told by its acronym, numbered and held."""
    if not is_acronym(noun) or not _numbered(noun):
        return None
    holding = held_by(noun, "session")
    if holding is None:
        return None
    verb, row = holding
    start, end = named_span(noun, noun.i, "session")
    return Trigger(
        *held_span(verb, noun, "session", start, end), verb, "session", "held", "participant", "participant",
        clause.is_passive(verb), "any", "engagements.held.acronym", noun, phase=row.phase,
    )  # fmt: skip


def held_by(noun: "Token", kind: Kind) -> tuple["Token", HoldingRow] | None:
    """The verb of holding whose subject or object the noun is, or that hangs on it: `talks held in`."""
    if noun.dep_ in ("nmod", "compound") and noun.head.i > noun.i and is_named_exercise(noun, kind):
        noun = noun.head  # `the exercise "Amber Wave" began`: its name is the head
    verbs = [child for child in noun.children if child.dep_ in ("acl", "relcl") and child.pos_ in ("VERB", "AUX")]
    above = clause.verb_of(noun)
    if above is not None:
        verbs = [*(child for child in above.children if above.lemma_ == "be" and child.dep_ == "xcomp"), *verbs]
        verbs = [above, *verbs]
    for verb in verbs:
        row = _holding_row(verb, kind)
        if verb == above and row is not None and not _is_argument(noun, verb, row):
            continue
        if row is not None and is_told(verb):
            return verb, row
    return None


def _holding_row(verb: "Token", kind: Kind) -> HoldingRow | None:
    rows = holding_rows().get(verb.lemma_.lower()) or holding_rows().get(verb.lower_.removesuffix("d"), ())
    for row in rows:  # the parser's lemma of `staged` is `stag`
        if (not row.kinds or kind in row.kinds) and follow(verb, row.words[1:]) is not None and not _set_up(verb, row):
            return row
    return None


def _set_up(verb: "Token", row: HoldingRow) -> bool:
    """Whether a particle makes another verb of it: `the group was set up` is not `was set`."""
    return any(child.lower_ == "up" and child.dep_ == "prt" for child in verb.children) and "up" not in row.words


def _is_argument(noun: "Token", verb: "Token", row: HoldingRow) -> bool:
    """Whether the noun is what is held: subject or object, or behind the preposition of the verb's own phrase."""
    crossed: list[str] = []
    while noun != verb:
        if noun.dep_ in ("prep", "agent"):
            crossed.append(noun.lower_)
        noun = noun.head
    if row.words[-1] == "by" and "by" not in crossed:
        return False  # `the session was preceded by talks` tells of the talks
    return all(word in row.words or word == "of" for word in crossed)


def _numbered(noun: "Token") -> bool:
    return any(ORDINAL.match(child.text) for child in noun.children if child.i < noun.i)


def _stands_alone(noun: "Token", kind: Kind) -> bool:
    """Whether a noun tells of an encounter by what hangs on it: parties, a number, somebody's, or its own name."""
    if _numbered(noun) or _qualified(noun, kind):
        return True
    if _is_house(noun) or _calls_for(noun):
        return False
    if _has_day(noun) or clause.prepositional(noun, "with", "between") or _with_after(noun):
        return True
    if calls_on(noun) or _of_somebody(noun, kind):
        return True
    if kind in ("correspondence", "call") and clause.prepositional(noun, "from", "to"):
        return kind == "correspondence" or not any(child.dep_ == "acl" for child in noun.children)
    if kind == "signing":
        return bool(clause.prepositional(noun, "of")) and noun.tag_ not in ("NNS", "NNPS")
    if kind == "exercise" and (is_named_exercise(noun, kind) or _of_its_name(noun)):
        return True
    if kind == "conference":
        return not _is_owner(noun) and (_placed(noun) or _is_name(noun, kind) or _has_owner(noun))
    if kind == "correspondence":
        return noun.dep_ == "pobj" and noun.head.lower_ == "in" and noun.head.head.pos_ == "VERB"
    return _is_name(noun, kind) or _has_owner(noun)


def _has_day(noun: "Token") -> bool:
    """`the presidential encounter of 2 November`, `the summit of March 5`."""
    return not _names_house(noun) and _of_a_day().match(clause.text_of(noun.doc), noun.idx + len(noun)) is not None


@cache
def _of_a_day() -> re.Pattern[str]:
    """A day right after the noun of what took place on it."""
    weekday, month = alternation(calendar_words("weekday")), rf"{alternation(calendar_words(*MONTHS))}\b"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    days = rf"{day}(?:\s*(?:-|–|to|and)\s*{day})?"
    pattern = rf"\s+of\s+(?:{weekday},?\s+)?(?:the\s+)?(?:{days}\s+(?:of\s+)?{month}|{month}\s+\d)"
    return re.compile(pattern, re.IGNORECASE)


def _of_somebody(noun: "Token", kind: Kind) -> bool:
    """Whether it is said whose it is: who met, who goes or where to, which house sits."""
    if kind == "visit":
        return _of_traveller(noun)
    return _of_house(noun) if kind == "session" else _of_members(noun, kind)


def _of_traveller(noun: "Token") -> bool:
    """`his visit to Lima`, `the trip of the Minister`, `a visit by the frigate`: one, with who goes or where to."""
    if clause.prepositional(noun, "to"):
        return True
    travellers = clause.prepositional(noun, "by", "of", depth=0) if noun.tag_ not in ("NNS", "NNPS") else []
    return any(is_person(each) or each.pos_ == "PROPN" for each in travellers)


def _of_house(noun: "Token") -> bool:
    """`the extraordinary session of the Organisation of X`: one of a sort, of somebody with a name."""
    if noun.tag_ in ("NNS", "NNPS") or not any(child.dep_ == "amod" for child in noun.lefts):
        return False
    return any(each.pos_ == "PROPN" for each in clause.prepositional(noun, "of", depth=0))


def _of_members(noun: "Token", kind: Kind) -> bool:
    """`a meeting of Nordic defence ministers`: one, of more than two states."""
    return kind == "meeting" and noun.tag_ not in ("NNS", "NNPS") and kind_of_noun(noun, kind, None) == "conference"


def _has_owner(noun: "Token") -> bool:
    return any(child.dep_ == "poss" for child in noun.children)


def _qualified(noun: "Token", kind: Kind) -> bool:
    """`a three-day visit`, `an official visit`, `an hour-long meeting`; one, not visits in general."""
    if noun.tag_ in ("NNS", "NNPS") and lemma(noun) != "talk":
        return False
    before = noun.doc[max(noun.sent.start, noun.i - 5) : noun.i].text
    told = [child.text for child in noun.children if child.i < noun.i]
    if any(_LASTING.match(word) for word in told) or re.search(r"\b\w+-(?:day|hour|week)\b", before):
        return True
    return kind in ("visit", "meeting") and any(word.lower() in words_for("manner") for word in told)


def _of_its_name(noun: "Token") -> bool:
    """`the "Amber Wave" exercise`, `the Lapland winter drill`: one of a name, though the noun itself has no capital."""
    return noun.tag_ not in ("NNS", "NNPS") and any(
        child.text[0].isupper()
        and child.dep_ in ("nmod", "compound", "amod")
        and (child.tag_ != "JJ" or child.nbor(-1).is_quote)
        for child in noun.children
        if noun.doc[0].i < child.i < noun.i
    )


def _is_owner(noun: "Token") -> bool:
    """Whether somebody has a post in it: `the Secretary General of the Regional Forum`."""
    return noun.dep_ == "pobj" and noun.head.lower_ == "of" and is_somebody(noun.head.head)


def _placed(noun: "Token") -> bool:
    """`an economic forum in Split`, `the Geneva round table`: one that has a place."""
    if noun.tag_ in ("NNS", "NNPS") or lemma(noun) in words_for("unnamed"):
        return False
    return any(each.pos_ == "PROPN" for each in clause.prepositional(noun, "in", "at", depth=0)) or any(
        child.pos_ == "PROPN" and child.dep_ == "compound" for child in noun.children if child.i < noun.i
    )


def _is_name(noun: "Token", kind: Kind) -> bool:
    """`the Munich Security Conference`: a noun with capitals before it."""
    if kind not in ("conference", "exercise") or not noun.text[0].isupper() or lemma(noun) in words_for("unnamed"):
        return False
    return any(
        child.dep_ in ("compound", "amod", "nmod") and child.text[0].isupper()
        for child in noun.children
        if child.i < noun.i
    )


def _with_after(noun: "Token") -> bool:
    """Whether `with` stands close after the noun, whatever the parser hangs it on."""
    for token in noun.doc[noun.i + 1 : min(noun.i + 1 + WITH_REACH, noun.sent.end)]:
        if token.lower_ in ("with", "between"):
            return True
        if token.is_punct or token.pos_ in ("VERB", "AUX", "SCONJ"):
            return False
    return False
