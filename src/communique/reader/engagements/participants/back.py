"""Looking back: what a trigger takes from the encounters told before it.

The two ministers then signed ...   → the ministers are those of the encounter before
The same day the guest was received by ...   → the day is that of the encounter before
"""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column, table
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.triggers import Trigger
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.who import Who
from communique.reading import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

# Characters between words for both sides and the noun they modify: `the two | defence ministers`.
LONGEST_MODIFIER = 12
_IN_THE_DAY = re.compile(r"(?:earlier|later) (?:in|on|during) the day", re.IGNORECASE)
# Sentences back in which two people may be named whom no encounter joins.
SENTENCES_BACK = 3


def points_back(who: Who, trigger: Trigger) -> bool:
    """Whether both sides together do it, or whose it is: `they met again`, `their meeting`, `signed by the two`."""
    return _sides_of(who, trigger) is not None


def _sides_of(who: Who, trigger: Trigger) -> str | None:
    """The words for both sides, in small letters."""
    verb = trigger.head
    heads = [clause.subject(verb), *clause.prepositional(verb, "by", "between", depth=0)]
    if trigger.noun is not None:
        heads += [child for child in trigger.noun.children if child.dep_ == "poss"]
        heads += clause.prepositional(trigger.noun, "between", "of", depth=0)
    for head in heads:
        if head is None:
            continue
        if head.lower_ == "their":
            return "their"
        told = next((mention for mention in who.within(*clause.span_of(head)) if _is_sides(mention, head)), None)
        if told is not None:
            return head.doc.text[told.start : told.end].casefold()
    return None


def _is_sides(mention: Mention, head: "Token") -> bool:
    """Whether words for both sides are the head word or modify it: `both`, `the two | ministers`."""
    return mention.sort == "sides" and head.left_edge.idx <= mention.start <= head.idx <= mention.end + LONGEST_MODIFIER


def look_back(page: Page, who: Who, draft: Draft, before: list[Draft]) -> None:
    """Complete a draft by the last encounter of two sides told before it."""
    if draft.time is not None and draft.time.relative is not None:
        _point_to_day(page, draft, before)
    words = _sides_of(who, draft.trigger) if len(draft.parts) < 2 else None
    if words is None:
        return
    known = [
        part for part in _pair(page, who, draft, before, words) if not any(part.is_same(own) for own in draft.parts)
    ]
    draft.parts += [replace(part, role="participant", leads=None) for part in known]


def _point_to_day(page: Page, draft: Draft, before: list[Draft]) -> None:
    """Date `the same day` by the last encounter told before it that is as much over or to come.

    The plain present says neither (`two days later I go on to X`): it goes with what is told before. `Earlier in the
    day` without such an encounter is the report's own day.
    """
    if draft.time is None:
        return
    dated = [other for other in before if other.day is not None]
    open_ended = draft.trigger.is_plain_present and not page.in_title(draft.trigger.start)
    alike = dated if open_ended else [o for o in dated if o.is_done == draft.is_done and o.kind != "visit"]
    in_the_day = _IN_THE_DAY.match(page.marks.text, draft.time.start_offset, draft.time.end_offset)
    told = alike or ([] if in_the_day and draft.is_done else dated)
    day = told[-1].day if told else page.front.anchor if in_the_day and draft.is_done else None
    if day is not None:
        draft.time = draft.time.beside(day)
    if open_ended and told and told[-1].status == "planned":
        draft.status = "planned"


def _pair(page: Page, who: Who, draft: Draft, before: list[Draft], words: str) -> list[Part]:
    """Those whom words for both sides stand for: of the last encounter that fits, else the two who were named last."""
    told = [other for other in reversed(before) if len(other.principals) > 1]
    running = [other for other in told if not page.in_title(other.trigger.start)] or told
    holds = next((row for noun, row in _holders().items() if words.endswith(noun)), None)
    if holds is None:
        return running[0].principals if running else []
    fitting = [other for other in running if _all_hold(other.figures, *holds)]
    if fitting:
        return fitting[0].principals
    named = last_pair(page, who, draft.sentence)
    if _all_hold([part.figure for part in named if part.figure is not None], *holds):
        return named
    return running[0].principals if running else named


def _all_hold(figures: list[Figure], levels: tuple[str, ...], word: str) -> bool:
    """Whether several people each hold an office of one of these levels, or with this word in it."""
    return len(figures) > 1 and all(
        any(office.detail in levels or (word and word in office.key.casefold()) for office in figure.offices)
        for figure in figures
    )


@cache
def _holders() -> dict[str, tuple[tuple[str, ...], str]]:
    """By nouns for both sides, what those hold for whom they stand."""
    rows = table("side_holders", ["noun", Column("levels", many=True), Column("word", optional=True)])
    return {row["noun"]: (row.many("levels"), row["word"]) for row in rows}


def last_pair(page: Page, who: Who, number: int) -> list[Part]:
    """The two of different parties who were named together last before a sentence."""
    for back in range(1, SENTENCES_BACK + 1):
        if number < back:
            break
        sentence = page.sentences[number - back]
        found: dict[str, Part] = {}
        for mention in who.within(sentence.start_char, sentence.end_char):
            figure = who.figure(mention) if mention.sort == "name" else None
            if figure is not None and figure.party is not None:
                words = (mention.start, mention.end)
                found.setdefault(figure.party.key, Part(figure, figure.name, "participant", words, None, figure.party))
        if len(found) == 2:
            return list(found.values())
    return []


def bring_guests(drafts: list[Draft]) -> None:
    """Let whoever is received be at the meetings told with the host's side alone: `the guests also met X`."""
    for place, draft in enumerate(drafts):
        if draft.kind != "meeting" or not draft.parts or len({part.party_key for part in draft.parts}) > 1:
            continue
        guest = _guest_for(draft, drafts[:place]) or _guest_for(draft, drafts[place + 1 :])
        if guest is not None:
            role: Role = "guest" if draft.parts[0].role == "host" else "participant"
            draft.parts.append(replace(guest, role=role, role_words=draft.trigger_span, leads=None))


def _guest_for(draft: Draft, others: list[Draft]) -> Part | None:
    """The one who visits in the nearest of the encounters that has a guest, where that is not one of the hosts."""
    guests = [
        part
        for other in others
        if other.is_done == draft.is_done
        for part in other.parts
        if part.figure is not None and (part.role == "guest" or (other.kind == "visit" and part.role != "host"))
    ]
    if not guests or guests[-1].party_key in (None, draft.parts[0].party_key) or guests[-1].figure in draft.figures:
        return None
    return guests[-1]
