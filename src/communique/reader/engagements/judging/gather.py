"""Gathering: one draft for each encounter, however often the report tells of it."""

import calendar

from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.judging.official import capitals
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page

# Kinds of which one may be told as the other.
FAMILIES = {"session": "sitting", "meeting": "sitting"}
# Words of the one before in a row.
PAST = frozenset({"last", "preceding", "previous", "previously"})
# Verbs that set one encounter before or after another.
ORDERING = frozenset({"crown", "follow", "precede"})
WEEKDAYS = tuple(name.casefold() for name in calendar.day_name)
# How many encounters back one may be told again, lest a long list take the square of its length.
MEMORY = 100


def gather(page: Page, drafts: list[Draft]) -> list[Draft]:
    """The encounters the drafts tell of, in order of telling, whether or not they are worth recording."""
    gathered: list[Draft] = []
    ordered = sorted(drafts, key=lambda draft: (page.in_title(draft.trigger.start), draft.trigger.start))
    for draft in ordered:
        near = gathered if page.in_title(draft.trigger.start) else gathered[-MEMORY:]
        known = next((other for other in near if same_encounter(page, other, draft)), None)
        if known is None:
            known = _meant(page, near, draft)
        if known is None and page.in_title(draft.trigger.start):
            known = _headlined(gathered, draft)
        if known is None:
            gathered.append(draft)
        else:
            _take_in(known, draft)
    return sorted(gathered, key=lambda draft: draft.trigger.start)


def same_encounter(page: Page, one: Draft, other: Draft) -> bool:
    """Whether two drafts tell of one encounter: nothing of what they say conflicts, and somebody is in both."""
    if not _kinds_agree(one, other):
        return False
    if one.apart and other.apart and _overlap(one.trigger, other.trigger):
        return one.parts[-1].is_same(other.parts[-1])  # whoever of those met it is one for
    if one.kind != "visit" and any(_overlap(trigger, other.trigger) for trigger in one.triggers):
        return True
    if _aims_at(one, other):
        return True
    if _told_apart(page, one, other):
        return False
    if not _phases_agree(one, other) or _days_conflict(page, one, other) or _places_conflict(one, other):
        return False
    if one.number is not None and other.number is not None and one.number[0] != other.number[0]:
        return False
    if one.body is not None and other.body is not None and one.body.key == other.body.key:
        return True
    if one.kind == "conference" and _same_name(page, one, other):
        return True
    return _shared(one.parts, other.parts)


def _aims_at(one: Draft, other: Draft) -> bool:
    """Whether one is told as what the other was for: `met to continue their talks`, `laid a wreath to pay homage`."""
    verb = other.trigger.head
    return (
        verb.tag_ == "VB"
        and verb.dep_ in ("xcomp", "advcl")
        and verb.head == one.trigger.head
        and one.kind == other.kind
        and all(any(part.is_same(each) for each in one.parts) for part in other.parts)
    )


def _told_apart(page: Page, one: Draft, other: Draft) -> bool:
    """Whether words say that two are not one: another conference's name, `the previous visit`, somebody else met."""
    if one.kind == "conference" and other.kind == "conference":
        names = [_conveners(page, draft) for draft in (one, other)]
        if all(names) and not names[0] & names[1]:
            return True
    if _is_next_to(one, other) or _is_next_to(other, one):
        return True
    if _is_past(one) is not _is_past(other) and not (one.day is not None and one.day == other.day):
        return True
    return "noun" not in (one.trigger.form, other.trigger.form) and _met_another(one, other)


def _conveners(page: Page, draft: Draft) -> frozenset[str]:
    """The organisations in the name of a conference: `the NATO summit`."""
    hits = page.marks.hits_in(draft.trigger.start, draft.trigger.end)
    return frozenset(sense.key for hit in hits if (sense := hit.sense("organisation")) is not None)


def _is_past(draft: Draft) -> bool:
    """Whether an encounter is told as one before another: `the previous visit`, `had last met`."""
    noun = draft.trigger.noun
    if noun is not None and any(child.lower_ in PAST and child.dep_ == "amod" for child in noun.lefts):
        return True  # `the last ministerial-level talks`
    near = [*draft.trigger.head.children, *(noun.children if noun is not None else ())]
    return any(child.lower_ in PAST and child.head.i - child.i <= 2 for child in near)


def _is_next_to(one: Draft, other: Draft) -> bool:
    """Whether a verb sets one before or after the other: `the session was preceded by talks`."""
    head, noun = one.trigger.head, one.trigger.noun
    return head.lemma_ in ORDERING and noun is not None and noun.head.dep_ == "agent" and other.trigger.noun != noun


def _met_another(one: Draft, other: Draft) -> bool:
    """Whether each of two names somebody by office or name whom the other does not."""
    strangers = [
        [part for part in a.parts if not any(_may_be(part, each) for each in b.parts)]
        for a, b in ((one, other), (other, one))
    ]
    return all(strangers)


def _may_be(part: Part, other: Part) -> bool:
    """Whether two parts may be one person's: an office or a group may be that of anybody of its party."""
    if part.figure is not None and other.figure is not None:
        return part.figure is other.figure
    return None in (part.party_key, other.party_key) or part.party_key == other.party_key


def _overlap(one: Trigger, other: Trigger) -> bool:
    """Whether two triggers are read from the same words: `will be received`, `be received by`."""
    return one.start < other.end and other.start < one.end


def _same_name(page: Page, one: Draft, other: Draft) -> bool:
    """Whether two conferences are told by one name: the capitalised words of the shorter are among the other's."""
    names = [capitals(page, draft) for draft in (one, other)]
    return bool(names[0] and names[1]) and (names[0] <= names[1] or names[1] <= names[0])


def _headlined(gathered: list[Draft], draft: Draft) -> Draft | None:
    """The encounter a headline tells of in short, naming nobody or fewer than the text: the first of its kind."""
    for other in gathered:
        remote = {other.kind, draft.kind} == {"meeting", "call"}
        if not (remote or _kinds_agree(other, draft) or other.kind == draft.kind) or _places_conflict(other, draft):
            continue
        if not draft.figures or _shared(draft.parts, other.parts):
            return other
    return None


def _kinds_agree(one: Draft, other: Draft) -> bool:
    """A session may be told as the meeting or talks; somebody who is received during it is met apart."""
    if one.kind == other.kind:
        return True
    if FAMILIES.get(one.kind) is None or FAMILIES.get(one.kind) != FAMILIES.get(other.kind):
        return False
    return all(draft.kind == "session" or draft.trigger.form != "verb" for draft in (one, other))


def _phases_agree(one: Draft, other: Draft) -> bool:
    return one.tenseless or other.tenseless or _phase(one) == _phase(other)


def _phase(draft: Draft) -> str:
    return "done" if draft.is_done else draft.status


def _days_conflict(page: Page, one: Draft, other: Draft) -> bool:
    if one.time is None or other.time is None:
        return False
    a, b = one.time, other.time
    if a.start is None or b.start is None:
        return _weekdays_conflict(page, one, other) or _weekdays_conflict(page, other, one)
    if a.start.startswith(b.start) or b.start.startswith(a.start):
        return False
    return not ((a.end or a.start) >= b.start and (b.end or b.start) >= a.start)


def _weekdays_conflict(page: Page, one: Draft, other: Draft) -> bool:
    """Whether one is told for a weekday that the text does not date (`last Monday`), and the other's day is another."""
    if one.time is None or one.time.start is not None or other.day is None:
        return False
    words = page.marks.text[one.time.start_offset : one.time.end_offset].casefold()
    return any(name in words for name in WEEKDAYS) and WEEKDAYS[other.day.weekday()] not in words


def _places_conflict(one: Draft, other: Draft) -> bool:
    return one.country is not None and other.country is not None and one.country.key != other.country.key


def _shared(one: list[Part], other: list[Part]) -> bool:
    """Whether the smaller company is part of the larger one."""
    few, many = sorted((one, other), key=len)
    named = [part for part in few if part.figure is not None]
    if not named:
        return False
    common = [part for part in named if any(part.is_same(each) for each in many)]
    return len(common) == len(named) or len(common) >= 2


def _meant(page: Page, gathered: list[Draft], draft: Draft) -> Draft | None:
    """The encounter a bare noun points back to: `during the meeting`, `the talks`."""
    trigger = draft.trigger
    if trigger.form == "verb" or draft.parts or draft.number is not None:
        return None
    for other in reversed(gathered):
        agree = _phase(other) == _phase(draft) or _goes_on(other, draft)
        if (
            _kinds_agree(other, draft)
            and not _told_apart(page, other, draft)
            and agree
            and not _days_conflict(page, other, draft)
            and not _places_conflict(other, draft)
        ):
            return other
    return None


def _goes_on(known: Draft, draft: Draft) -> bool:
    """`will last until the 25th`, of what is under way: only its end is still to come."""
    return (
        known.status == "under way"
        and draft.time is not None
        and draft.time.start is None
        and draft.time.end is not None
    )


def _take_in(known: Draft, draft: Draft) -> None:
    """Add what a second telling says and the first did not."""
    again = len(known.parts) > 1 and any(_overlap(trigger, draft.trigger) for trigger in known.triggers)
    known.triggers += draft.triggers
    for part in draft.parts if not again else ():
        twin = next((other for other in known.parts if part.is_same(other)), None)
        if twin is None:
            if part.figure is not None or not known.parts:
                known.parts.append(part)
        elif twin.role == "participant" and part.role != "participant" and len(draft.parts) > 1:
            twin.role, twin.role_words = part.role, part.role_words
    if known.tenseless and not draft.tenseless:
        known.status, known.tenseless = draft.status, False
    _take_time(known, draft)
    known.place = known.place or draft.place
    known.country = known.country or draft.country
    known.body = known.body or draft.body
    known.number = known.number or draft.number
    if draft.kind == "session":
        known.kind = "session"


def _take_time(known: Draft, draft: Draft) -> None:
    """`started today` and `will last until the 25th` are the start and the end of one."""
    if draft.time is not None and known.time is not None and draft.time.start is None and draft.time.end is not None:
        known.until = known.until or draft.time
    elif known.time is None or (known.time.start is None and known.time.end is None) or _is_finer(draft, known):
        known.time = draft.time or known.time
    known.until = known.until or draft.until


def _is_finer(one: Draft, other: Draft) -> bool:
    """Whether one tells the day of which the other tells only the month or year."""
    if one.time is None or other.time is None or one.time.start is None or other.time.start is None:
        return False
    return len(one.time.start) > len(other.time.start) and one.time.start.startswith(other.time.start)
