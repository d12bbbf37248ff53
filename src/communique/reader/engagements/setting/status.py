"""Status: whether an encounter was held, is under way, is to come, is only wished for, or was called off.

Asked in this order: words of calling off, the modifier of the noun (`the next round`), what governs the verb (`plans to
meet`), other words close by, what the words of the trigger say themselves (`arrived`, `was postponed`), and the tense.
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.reader import clause
from communique.reader.engagements.triggers.rows import Phase
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reading import Status

if TYPE_CHECKING:
    from spacy.tokens import Token

STATUSES = frozenset({"held", "under way", "planned", "proposed", "postponed", "cancelled"})
PLACES = frozenset({"before", "around", "governor", "modifier"})
# How far words may stand before and after a trigger to tell of it, in characters.
BEFORE, AFTER = 60, 48
# What is looked forward to may be told at length before the name of a conference.
BEFORE_NAME = 150
# How many verbs, nouns and prepositions above a verb may govern it: `is slated to call on X, besides laying a wreath`.
GOVERNORS = 5

_FUTURE = frozenset({"will", "shall", "'ll", "would", "wo"})
_WISHED = frozenset({"can", "could", "may", "might", "must", "ought", "should"})
_BE = frozenset({"is", "are", "'s", "'re", "be"})
_PAST_BE = frozenset({"was", "were", "been"})
_CLAUSE = re.compile(r"[;:]\s|\n|,\s(?:who|which|while|where|when|after|before|and)\b")
_COMMA = re.compile(r"[,;:]\s|\n")
_NEW_DAY = re.compile(
    r"\s*(?:again\s)?(?:to|until|till|for|and will)\b(?! an? (?:later|unspecified)| some)", re.IGNORECASE
)
# An invitation that is accepted gives an encounter to come.
_ACCEPTED = re.compile(
    r"\b(?:accept(?:s|ed|ing)?|took up|taken up|thank(?:s|ed)\b[^.;]{0,40}\band accepted)\s+(?:\w+ly\s+|with \w+\s+)?"
    r"(?:(?:the|this|that|his|her|their|an?|its)|[A-Z][\w-]+['’]s?)\s+(?:\w+\s+){0,2}?(?:invitation|offer)\b|"
    r"\b(?:invitation|offer|which|and|invited)\b[^.;]{0,90}\b(?:was|were|has been|had been|been|is|he|she|they|latter|"
    r"guest|side|minister|president|and|who)\s+(?:\w+ly\s+)?accepted\b",
    re.IGNORECASE,
)
# Words of a visit, or of a session or exercise, that has ended, anywhere in the report.
_STAYS, _SITS = "visit|trip|tour|stay|journey|voyage|port call", "session|meeting|talks|round|exercise|conference"
_LEFT = r"\b(?:left for home|flew home|returned home|has left|departed)\b"


def _ended(named: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?<!\bwill )(?<!\bto )\b(?:conclud|end|wound up|wrapped up|complet|finish)\w*\b[^.\n]{{0,50}}\b(?:{named})|"
        rf"\b(?:{named})\b[^.\n]{{0,60}}\b(?:concluded|ended|came to an end|was concluded|wound up|completed)|{_LEFT}",
        re.IGNORECASE,
    )


_ENDED = {True: _ended(_STAYS), False: _ended(f"{_STAYS}|{_SITS}")}


@cache
def _words(status: str, place: str) -> frozenset[str]:
    rows = table("status_cues", ["words", Column("status", values=STATUSES), Column("place", values=PLACES)])
    return frozenset(row["words"] for row in rows if row["status"] == status and row["place"] == place)


@cache
def _pattern(status: str, place: str) -> re.Pattern[str]:
    return re.compile(rf"\b{alternation(_words(status, place))}\b", re.IGNORECASE)


def status_of(trigger: Trigger, *, future_day: bool | None) -> Status:
    """The status of what a trigger tells of.

    `future_day` says whether the day given lies after the report's own, None where no day is given.
    """
    told = _told(trigger)
    if told == "postponed":
        return "planned" if future_day or _new_day(trigger) else "cancelled"
    if told == "proposed" and _is_accepted(trigger):
        return "planned"
    if told == "under way" and (future_day or _has_ended(trigger)):
        return "planned" if future_day else "held"
    return told if told is not None else _by_tense(trigger, future_day=future_day)


def _told(trigger: Trigger) -> Phase | None:
    """The status that words tell, most telling first; None where only the tense says it."""
    before, around = _near(trigger)
    statuses: tuple[Phase, ...] = ("cancelled", "postponed")
    for status in statuses:
        if _pattern(status, "around").search(around) or _pattern(status, "before").search(before):
            return status
    told = _by_modifier(trigger) or _by_clause(trigger) or _by_governor(trigger)
    if told is not None:
        return told
    for status in ("proposed", "planned", "under way"):
        if _pattern(status, "around").search(around) or _pattern(status, "before").search(before):
            return status
    return _by_phase(trigger)


def _near(trigger: Trigger) -> tuple[str, str]:
    """The words of the trigger's clause up to its end, and those around it."""
    sentence, text = trigger.head.sent, clause.text_of(trigger.head.doc)
    is_name = trigger.form == "noun" and trigger.kind == "conference"
    left = max(sentence.start_char, trigger.start - (BEFORE_NAME if is_name else BEFORE))
    right = min(sentence.end_char, trigger.end + AFTER)
    for limit in _COMMA.finditer(text, left, trigger.start):
        left = limit.end()
    # `X, who arrived on Sunday, is to ...`: what follows the clause is not said of its verb
    cut = (_COMMA if trigger.head.dep_ == "relcl" else _CLAUSE).search(text, trigger.end, right)
    right = cut.start() if cut else right
    return text[left : trigger.end], text[left:right]


def _by_modifier(trigger: Trigger) -> Phase | None:
    """`the next round`, `the previous visit`: not of what is held now, `held their last meeting`."""
    if trigger.noun is None or (trigger.form == "held" and trigger.head.i < trigger.noun.i):
        return None
    told = {child.lower_ for child in trigger.noun.children if child.i < trigger.noun.i}
    for status in ("planned", "proposed", "held"):
        if told & _words(status, "modifier"):
            return status
    return None


def _by_clause(trigger: Trigger) -> Phase | None:
    """`the summit, which Madrid will house`, `an exercise to be carried out in May`: what is said of a bare noun."""
    if trigger.noun is None or trigger.form != "noun":
        return None
    for clause_head in trigger.noun.children:
        helpers = set(clause.auxiliaries(clause_head))
        if clause_head.dep_ == "relcl" and helpers & _FUTURE:
            return "planned"
        if clause_head.dep_ in ("acl", "relcl") and clause_head.tag_ == "VBN" and {"to", "be"} <= helpers:
            return "planned"
    return None


def _by_governor(trigger: Trigger) -> Phase | None:
    """`plans to meet`, `proposed that they hold`, `his readiness to host`, `agreed to conduct the next round`."""
    verb = trigger.head
    for _ in range(GOVERNORS):
        above = verb.head
        if above == verb or verb.dep_ not in (
            "xcomp",
            "ccomp",
            "acl",
            "pcomp",
            "advcl",
            "relcl",
            "conj",
            "prep",
            "dobj",
        ):
            return None
        if not _is_open(verb):
            return None
        for status in ("proposed", "planned"):
            if above.lemma_.lower() in _words(status, "governor"):
                return status
        verb = above
    return None


def _is_open(verb: "Token") -> bool:
    """Whether a form says nothing of its own time: `to meet`, `meeting`, `that they meet`, `be held`."""
    if verb.pos_ not in ("VERB", "AUX"):
        return verb.dep_ == "prep"
    helpers = set(clause.auxiliaries(verb))
    if verb.tag_ in ("VB", "VBG", "VBP"):
        return not helpers & (_FUTURE | _BE - {"be"} | _PAST_BE | {"has", "have", "had", "did"})
    return verb.tag_ == "VBN" and "be" in helpers and not helpers & (_FUTURE | _PAST_BE)


def _by_phase(trigger: Trigger) -> Phase | None:
    """What the trigger's own words say: `arrived`, `is under way`; of what is to come the tense says more."""
    if trigger.phase in (None, "held"):
        return None
    tense = _tense(trigger.head)
    if trigger.phase == "under way" and tense not in ("past", "present", "under way"):
        return None
    if trigger.head.lemma_ == "be" and tense == "past":
        return None
    return trigger.phase


def _has_ended(trigger: Trigger) -> bool:
    return bool(_ENDED[trigger.kind == "visit"].search(clause.text_of(trigger.head.doc)))


def _is_accepted(trigger: Trigger) -> bool:
    """Whether an invitation is accepted in its own sentence or the next."""
    sentence, text = trigger.head.sent, clause.text_of(trigger.head.doc)
    return bool(_ACCEPTED.search(text, sentence.start_char, sentence.end_char))


def _new_day(trigger: Trigger) -> bool:
    """Whether a new day follows what was put off: `postponed to June`."""
    text = clause.text_of(trigger.head.doc)
    put_off = _pattern("postponed", "around").search(text, max(0, trigger.start - BEFORE), trigger.end + AFTER)
    return put_off is not None and bool(_NEW_DAY.match(text, put_off.end()))


def _by_tense(trigger: Trigger, *, future_day: bool | None) -> Status:
    head = trigger.head
    verb = head if head.pos_ in ("VERB", "AUX") else clause.verb_of(head) or _bearer(head)
    tense = _tense(verb) if verb is not None else None
    if tense == "planned":
        return "planned"
    if tense == "wished":
        return "planned" if future_day else "proposed"
    if tense == "under way" and not future_day:
        return "under way"
    if tense in ("present", "under way", "infinitive"):
        return "planned" if future_day or (tense == "infinitive" and future_day is None) else "held"
    return "planned" if future_day and tense != "past" else "held"


def _bearer(noun: "Token") -> "Token | None":
    """`is heading a delegation on a visit`: the verb of those who are on it now."""
    if noun.head.lower_ != "on":
        return None
    for above in noun.head.ancestors:
        if above.pos_ in ("VERB", "AUX"):
            return above if _tense(above) == "under way" else None
    return None


def _tense(verb: "Token", *, depth: int = clause.LONGEST_CHAIN) -> str:
    helpers = set(clause.auxiliaries(verb))
    if helpers & _FUTURE or (verb.tag_ == "VBN" and helpers == {"be"}):
        return "planned"  # `directed that the committee be convened`
    if helpers & _WISHED and "have" not in helpers:
        return "wished"
    if verb.tag_ == "VBG" and helpers & _BE and not helpers & _PAST_BE:
        return "under way"
    if "to" in helpers and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "have" not in helpers)):
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
