"""Attendance: the parties told together to have been there, in a sentence that names none of their people.

Delegations from Benin, Ghana and Togo participated.         → one part for each
France, Italy and Spain also sent observers.                 → one part for each
"""

from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.parts import parts_for
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.people.groups import parties_of
from communique.reader.refer import Mention
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

# Encounters that many parties attend.
ATTENDED = frozenset({"conference", "session", "exercise"})
# Sentences after an encounter in which it is told who attended.
SENTENCES_ON = 12


def add_attendance(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give those their parts who are told by their states as present, where nobody else is there for their state."""
    for number, sentence in enumerate(page.sentences):
        told = _subjects(page, who, number)
        draft = _draft_of(page, drafts, number) if told else None
        if draft is None or page.in_title(sentence.start_char):
            continue
        for mention in told:
            for part in parts_for(page, who, mention, "participant", draft.trigger_span):
                _seat(who, draft, part)


def _seat(who: Who, draft: Draft, part: Part) -> None:
    """Give a party its part, by the one person named for it where there is just one."""
    party = part.party_key
    if party is None or any(other.party_key == party for other in draft.parts):
        return
    named = who.of_party(party)
    if len(named) == 1:
        part = Part(named[0], named[0].name, part.role, part.role_words, None, named[0].party)
    draft.parts.append(part)


def _draft_of(page: Page, drafts: list[Draft], number: int) -> Draft | None:
    """The encounter a sentence tells of, else the last of many parties told before it."""
    own = [d for d in drafts if any(page.sentence_number(t.start) == number for t in d.triggers)]
    near = [d for d in own or drafts if d.kind in ATTENDED and 0 <= number - d.sentence <= SENTENCES_ON]
    if own:
        return near[-1] if near else None
    many = [d for d in near if d.kind in ("conference", "session") and d.status in ("held", "under way")]
    return many[0] if many else None


def _subjects(page: Page, who: Who, number: int) -> list[Mention]:
    """Those who are told to attend, by verbs of attending."""
    found: list[Mention] = []
    for verb in page.sentences[number]:
        if _attends(verb) and "not" not in clause.auxiliaries(verb) and (subject := clause.subject(verb)) is not None:
            found += _several(page, who, *_stretch(verb, subject))
    return found


def _stretch(verb: "Token", subject: "Token") -> tuple[int, int]:
    """The words of a subject: those from the verb before on, since the parser parts long lists of states."""
    start, end = clause.span_of(subject)
    if subject.i > verb.i:
        return start, end
    before = next((word for word in reversed(verb.sent[: subject.i - verb.sent.start]) if word.pos_ == "VERB"), None)
    return (verb.sent.start_char if before is None else before.idx + len(before)), end


def _attends(verb: "Token") -> bool:
    """`participated`, `took part`, `were represented`, `sent delegations`."""
    if verb.pos_ not in ("VERB", "AUX"):
        return False
    lemma = verb.lemma_.lower()
    if lemma in vocabulary("presence_verbs"):
        return not clause.is_passive(verb)
    if lemma == "represent":
        return clause.is_passive(verb)
    things = {child.lemma_.lower() for child in verb.children if child.dep_ in ("dobj", "acomp", "attr", "oprd")}
    return bool(things & _things().get(lemma, frozenset()))


@cache
def _things() -> dict[str, frozenset[str]]:
    sent = frozenset({"delegation", "representative", "observer", "team", "participant", "contingent", "delegate"})
    return {
        "send": sent,
        "dispatch": sent,
        "field": sent,
        "take": frozenset({"part", "floor"}),
        "be": frozenset({"present", "participant"}),
    }


def _several(page: Page, who: Who, start: int, end: int) -> list[Mention]:
    """The groups of several parties in a range, else its states where several are listed, as one group."""
    told = who.within(start, end)
    if any(mention.sort == "name" for mention in told):
        return []
    groups = [m for m in told if m.sort == "group" and m.mark is not None and m.figure is None]
    if groups:
        return [m for m in groups if m.mark is not None and len(parties_of(page.marks, m.mark)) > 1]
    listed = [m for m in told if m.sort == "party" and m.mark is not None]
    if len({m.mark.key for m in listed if m.mark is not None}) < 2:
        return []
    first, last = listed[0].start, listed[-1].end
    return [
        Mention(first, last, "group", mark=Mark(first, last, "group", page.marks.text[first:last], "groups.states"))
    ]
