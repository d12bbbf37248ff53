"""Reach: how far a time stands from a trigger, counted in the clauses between them.

    On Monday | X received Y, who had arrived on Sunday.   → Monday is the reception's, Sunday is not
    X said on Monday that he would visit Y on Friday.      → Monday is the saying's

The parser hangs a time on a verb; two verbs are as far apart as the edges of clauses that lie between them.
"""

import re
from typing import TYPE_CHECKING

from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page
from communique.reader.times import Time

if TYPE_CHECKING:
    from spacy.tokens import Token

# Beyond this a time is another clause's; this and all costs were set on the development reports by precision of days.
LIMIT = 3.0
# What it costs to leave a trigger's clause upward, by the edge it hangs on, and to go down into a time's clause.
UP = {"xcomp": 0.0, "pcomp": 0.6, "conj": 0.8, "advcl": 1.0, "acl": 1.5, "relcl": 3.5, "ccomp": 2.6, "parataxis": 2.6}
DOWN = {"xcomp": 0.3, "pcomp": 1.5, "conj": 2.2, "advcl": 2.4, "acl": 4.0, "relcl": 4.5, "ccomp": 3.5, "parataxis": 2.6}
OTHER_EDGE = 1.5
# What a clause that hangs on the encounter's own noun costs: `the talks, which took place on Tuesday`.
OWN_CLAUSE = 0.4
CHARACTERS, FARTHEST = 200, 1.5  # so many characters between cost as much as 1, and no distance more than that
# Verbs that set a day for what they govern, by lemma (`slat` is the parser's for `slated`).
SETTING = frozenset({"schedule", "slate", "slat", "plan", "expect", "suppose", "set", "due", "intend", "mean", "bill"})
# What the day of another verb costs where an encounter is only its object: `today announced a visit to X on Friday`.
TELLING = 1.0
# What a word that begins another clause costs where it stands between.
BARRIER = 1.2
# A time that a clause says more of is that clause's: `until Thursday, when she will meet`.
_WHEN = re.compile(r"\)?,?\s(?:when|on which|during which)\b")
# What the day costs of the occasion that something was done at: `signed at a ceremony held on Tuesday`.
OCCASION = 0.4
_OCCASIONS = frozenset({"at", "during", "in"})
_TAKING_PLACE = frozenset({"conduct", "convene", "have", "hold", "host", "organise", "organize", "stage", "take"})
# How far after its noun the day of a conference may stand: `the NATO summit in Brussels on 14 June`.
AFTER_NOUN = 50
# The preposition before a time with which a sentence begins.
LONGEST_OPENING = 7
# `in June, on the margins of the Arctic forum`: what is on the margins of a conference is in its month.
_ON_ITS_MARGINS = re.compile(
    r"^,?\s(?:on the (?:margins|sidelines|fringes|edges) of|during|at)\s+(?:[\w-]+\s+){0,4}$", re.IGNORECASE
)
_BARRIER = re.compile(r";|,\s(?:who|which|whose|whom|where|while)\b|\b(?:dated|according to|since|until)\b")


def reach(page: Page, trigger: Trigger, time: Time) -> float:
    """The cost of reading a time with a trigger; more than LIMIT where it is another clause's."""
    if time.end_offset <= trigger.start and leads_in(page, time):
        return (trigger.start - time.end_offset) / CHARACTERS
    root = page.tokens(time.start_offset, time.end_offset).root
    if _is_only_named(page, trigger, time) and not _beside(trigger, root, time):
        return 2 * LIMIT
    cost = distance(page, trigger, time.start_offset, time.end_offset)
    if trigger.form == "noun" and time.end_offset <= trigger.start and not trigger.head.is_ancestor(root):
        cost += TELLING
    return min(cost, _clauses(trigger, root.sent.root) + FARTHEST) if _opens(page, time) else cost


def distance(page: Page, trigger: Trigger, start: int, end: int) -> float:
    """The cost of reading any words of its sentence with a trigger, by clauses and by characters between."""
    first, last = (end, trigger.start) if end <= trigger.start else (trigger.end, start)
    between = page.marks.text[first:last]
    far = min(FARTHEST, len(between) / CHARACTERS)
    return _clauses(trigger, page.tokens(start, end).root) + far + BARRIER * len(_BARRIER.findall(between))


def _opens(page: Page, time: Time) -> bool:
    """Whether a sentence begins with a time, and so tells of it: `The same day the guest was received`."""
    before = page.marks.text[page.sentence_at(time.start_offset).start_char : time.start_offset]
    return (len(before.strip()) <= LONGEST_OPENING and before.strip().isalpha()) or not before.strip()


def leads_in(page: Page, time: Time) -> bool:
    """Whether a clause with `when` follows a time."""
    return bool(_WHEN.match(page.marks.text, time.end_offset))


def _is_only_named(page: Page, trigger: Trigger, time: Time) -> bool:
    """Whether a conference is told of only as where something else was, on a day of its own: months are the same."""
    if trigger.form != "noun" or trigger.kind != "conference":
        return False
    between = page.marks.text[time.end_offset : trigger.start]
    return time.precision not in ("month", "year") or not _ON_ITS_MARGINS.search(between)


def _beside(trigger: Trigger, root: "Token", time: Time) -> bool:
    """Whether a time hangs on a conference's own noun or follows it: that of others on its margins is not its own."""
    noun = trigger.noun
    return noun is None or noun.is_ancestor(root) or 0 <= time.start_offset - trigger.end <= AFTER_NOUN


def governor(word: "Token") -> "Token":
    """The verb a word hangs on, or the head of its sentence."""
    while word.head.i != word.i:
        word = word.head
        if _is_verb(word):
            return word
    return word


def _clauses(trigger: Trigger, root: "Token") -> float:
    noun = trigger.noun
    if noun is not None and (noun.i == root.i or noun.is_ancestor(root)):
        verbs = [word for word in root.ancestors if _is_verb(word) and noun.is_ancestor(word) and not _is_set(word)]
        return 0.0 if not verbs else OWN_CLAUSE + 2.5 * (len(verbs) - 1)
    ours, theirs = _chain(trigger.head), _chain(root)
    common = next((word for word in ours if any(word == each for each in theirs)), None)
    if common is None:
        return OTHER_EDGE * 2
    up = [word for word in ours[: ours.index(common)] if _is_verb(word) and not _tells_where(word)]
    if common.i == root.i and not _is_verb(common):
        up = up[:-1]  # the parser made the clause hang on the time: `The same day | the guest was received`
    down = [word for word in theirs[: theirs.index(common)] if _is_verb(word)]
    if not up and len(down) == 1 and (_is_occasion(down[0], common) or _is_stay(trigger, down[0])):
        return OCCASION
    return sum(UP.get(word.dep_, OTHER_EDGE) for word in up) + sum(DOWN.get(word.dep_, OTHER_EDGE) for word in down)


def _is_occasion(verb: "Token", of: "Token") -> bool:
    """`during a ceremony held on Monday`: whether a clause says when that was at which the verb's deed was done."""
    if verb.tag_ not in ("VBN", "VBD") or verb.lemma_ not in _TAKING_PLACE:
        return False
    led = verb.head.head
    return verb.dep_ in ("acl", "relcl") and led.dep_ == "prep" and led.lower_ in _OCCASIONS and led.head == of


def _is_stay(trigger: Trigger, verb: "Token") -> bool:
    """`leaves for Warsaw, where she will stay until Friday`: whether a clause says how long a visit lasts."""
    return trigger.kind == "visit" and verb.lemma_ in ("remain", "stay") and _tells_where(verb)


def _is_set(verb: "Token") -> bool:
    """`the talks, which are scheduled to be held on Tuesday`: one clause with the verb of setting it."""
    return verb.dep_ == "xcomp" and verb.head.lemma_ in SETTING


def _tells_where(verb: "Token") -> bool:
    """`to Warsaw, where he will meet`: a clause that goes on with the same day."""
    return verb.dep_ == "relcl" and any(child.lower_ in ("where", "when") for child in verb.children)


def _chain(word: "Token") -> list["Token"]:
    """A word and the verbs above it, up to the head of the sentence."""
    return [word, *(above for above in word.ancestors if _is_verb(above) or above.head.i == above.i)]


def _is_verb(word: "Token") -> bool:
    return word.pos_ in ("VERB", "AUX") and word.dep_ not in ("aux", "auxpass", "amod", "compound")
