"""Talks: reports of talk between several, which tell of a meeting without a verb of meeting.

X and Y mulled over the border   · X reviewed the border with Y
in a report of no other encounter: the ministers spoke of ...
"""

from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.triggers.kinds import kind_here
from communique.reader.engagements.triggers.phrases import follow, is_body, is_company, is_somebody, subject_of
from communique.reader.engagements.triggers.rows import TalkRow, talk_rows, words_for
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.engagements.triggers.verbs import is_told, verb_start

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions that say on which occasion something is said or done.
_OCCASIONS = ("in", "at", "during", "over", "after", "following")


def talk_trigger(verb: "Token", *, alone: bool) -> Trigger | None:
    """A report of talk between several: `X and Y discussed ...`, `X reviewed ... with Y`.

    `alone` says whether the report tells of no other encounter in which people talk.
    """
    told = _row(verb) or _occasion(verb)
    if told is None or not is_told(verb):
        return None
    row, last = told
    subject = subject_of(verb)
    joint = (row.sure or alone) and subject is not None and is_company(subject) and (alone or not is_body(subject))
    if not joint and not _has_partner(verb):
        return None
    return Trigger(
        verb_start(verb),
        last.idx + len(last),
        verb,
        kind_here(verb, "meeting"),
        "verb",
        "participant",
        None if joint else "participant",
        clause.is_passive(verb),
        "person",
        row.rule,
        talk=True,
    )


def _row(verb: "Token") -> tuple[TalkRow, "Token"] | None:
    for row in talk_rows().get(verb.lemma_.lower(), ()):
        last = follow(verb, row.words[1:])
        if last is not None:
            return row, last
    return None


def _occasion(verb: "Token") -> tuple[TalkRow, "Token"] | None:
    """What several say or do on an occasion of talk: `in a telephone call, X and Y stressed ...`."""
    for noun in clause.prepositional(verb, *_OCCASIONS, depth=0):
        if noun.i < verb.i and noun.lemma_.lower() in words_for("occasion") and _is_one(noun):
            return TalkRow((noun.lemma_.lower(),), sure=True), verb
    return None


def _is_one(noun: "Token") -> bool:
    """Whether it is told here for the first time: `a meeting`, `talks`; `the meeting` was told before."""
    return not any(child.dep_ == "poss" or child.lower_ in ("the", "this", "that", "their") for child in noun.children)


def _has_partner(verb: "Token") -> bool:
    """Whether they talk with somebody."""
    partners = clause.prepositional(verb, "with") or [
        each for child in verb.children if child.dep_ == "dobj" for each in clause.prepositional(child, "with")
    ]
    return any(is_somebody(each) for each in partners)
