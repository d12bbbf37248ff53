"""Status: whether an encounter was held, is under way, is to come, is only wished for, or was called off."""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column, table
from communique.reader import clause
from communique.reading import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

STATUSES = frozenset({"held", "under way", "planned", "proposed", "cancelled"})

_FUTURE = frozenset({"will", "shall", "'ll", "would"})
_BE = frozenset({"is", "are", "'s", "'re", "be"})


@cache
def _cues() -> tuple[tuple[re.Pattern[str], Status], ...]:
    """Words near an encounter that tell its status, most telling first."""
    rows = table(
        "status_cues",
        ["words", Column("status", values=STATUSES), Column("place", values=frozenset({"before", "around"}))],
    )
    order = ("cancelled", "proposed", "planned", "under way", "held")
    return tuple(
        (
            re.compile(
                rf"\b(?:{'|'.join(re.escape(row['words']) for row in rows if row['status'] == status)})\b",
                re.IGNORECASE,
            ),
            status,
        )
        for status in order
        if any(row["status"] == status for row in rows)
    )  # type: ignore[return-value]


def status_of(head: "Token", start: int, end: int, *, text: str, future_day: bool | None) -> Status:
    """The status told by the verb's form and the words close to the trigger at `start:end` of the page's text.

    `future_day` says whether the day given lies after the report's own, None where no day is given.
    """
    near = text[max(0, start - 48) : min(len(text), end + 28)]
    near = near[near.rfind("\n") + 1 :] if "\n" in near[: min(48, start)] else near
    for pattern, status in _cues():
        if pattern.search(near):
            return status
    verb = head if head.pos_ in ("VERB", "AUX") else clause.verb_of(head)
    tense = _tense(verb) if verb is not None else None
    if tense == "planned":
        return "planned"
    if tense == "under way" and not future_day:
        return "under way"
    if tense in ("present", "under way", "infinitive"):
        return "planned" if future_day or (tense == "infinitive" and future_day is None) else "held"
    return "planned" if future_day and tense != "past" else "held"


def _tense(verb: "Token", *, depth: int = clause.LONGEST_CHAIN) -> str:
    helpers = set(clause.auxiliaries(verb))
    if helpers & _FUTURE:
        return "planned"
    if verb.tag_ == "VBG" and helpers & _BE and not helpers & {"was", "were", "been"}:
        return "under way"
    if verb.tag_ == "VB" and "to" in helpers:
        return _tense_of_infinitive(verb, depth=depth)
    if verb.tag_ in ("VBZ", "VBP") or helpers & _BE:
        return "present"
    return "past"


def _tense_of_infinitive(verb: "Token", *, depth: int) -> str:
    above = verb.head
    if above == verb or not depth or above.pos_ not in ("VERB", "AUX"):
        return "infinitive"
    if above.lemma_ == "be":
        return "planned" if above.lower_ in _BE else "past"
    tense = _tense(above, depth=depth - 1)
    return "infinitive" if tense == "past" else tense
