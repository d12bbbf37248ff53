"""Parts: who took part in what a trigger tells of, on which side, and who led."""

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.alternation import alternation
from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.leads import leading_words
from communique.reader.engagements.participants.letters import correspondents
from communique.reader.engagements.triggers import Trigger
from communique.reader.marks import Mark
from communique.reader.page import Page, token_end
from communique.reader.parties import most_named, office_party, part_sides
from communique.reader.people import Figure
from communique.reader.people.groups import parties_of, size_of
from communique.reader.people.ships import find_ships
from communique.reader.people.titles import in_plural
from communique.reader.refer import Mention, party_in
from communique.reader.who import Who
from communique.reading import Role

if TYPE_CHECKING:
    from spacy.tokens import Token

# Prepositions that bring in who else took part.
BESIDE = ("with", "between", "among", "and", "by", "to", "of", "from")
# How far after `visiting` its visitor may be named, past all his offices.
VISITOR_REACH = 120
PERSONS = ("name", "office", "pronoun", "guest", "host", "other", "group", "side")
# Rules of groups that may tell of an office.
OFFICES = frozenset({"groups.office", "groups.shared"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
# Words between two mentions that part one clause from the next.
_CLAUSE_END = re.compile(
    r"[;:]|\.\s|,\s(?:who|which|where|when|while|after|before|as|during)\b|"
    r"\b(?:at the invitation of|on behalf of|according to)\b",
    re.IGNORECASE,
)
# Words for those who came together: `the Cuban delegation`.
_RETINUE = re.compile(r"\b(?:delegation|team)$")
# `his Cypriot colleague, Mr X`: characters between the two, and what they may be.
LONGEST_APPOSITION = 8
_APPOSED = re.compile(r"\s*,?\s*(?:the\s+)?")
# Before the principal for whom somebody else came, and before what is only spoken of.
LONGEST_ABSENT = 40
LONGEST_COUNT = 20  # characters of the words before a post in the plural that say of how many it is
_COUNTED = re.compile(r"\b(?:our|both|two|three|four|respective)\s+(?:[\w-]+\s+)?$", re.IGNORECASE)
_EVENT = re.compile(
    r"(?:['’]s?)?\s+(?:[A-Z][\w-]+\s+){0,2}(?:Meeting|Conference|Summit|Council|Committee|Forum|Dialogue|Session|Seminar|"
    r"Symposium|Conclave|Commission|Talks|Consultations)\b"
)


@cache
def _absent() -> re.Pattern[str]:
    """`on behalf of the`, `greetings from his`, `with regard to`."""
    words = alternation(vocabulary("absent_words"))
    return re.compile(rf"\b{words}\s+(?:the\s+|his\s+|her\s+|its\s+)?$", re.IGNORECASE)


def parts_of(page: Page, who: Who, trigger: Trigger) -> list[Part]:
    """The parts of one trigger: those on its subject's side first, then those on its object's."""
    near, far = _mentions(page, who, trigger)
    two_sided = trigger.form == "held" or (trigger.form == "verb" and trigger.target is not None)
    if two_sided and page.home is not None:
        part_sides(page.marks, _figures(who, near), _figures(who, far), page.home)
    subject, target = trigger.subject, trigger.target or "participant"
    if trigger.passive:
        subject, target = target, subject
    if trigger.kind == "visit" and trigger.form == "noun":
        subject = target = "guest"  # `the visit of X`, `X's visit`
    parts: list[Part] = []
    for mentions, role in ((near, subject), (far, target)):
        for mention in mentions:
            for part in parts_for(page, who, mention, role, (trigger.start, trigger.end)):
                if not any(part.is_same(other) for other in parts):
                    parts.append(part)
    return parts


def _mentions(page: Page, who: Who, trigger: Trigger) -> tuple[list[Mention], list[Mention]]:
    """Mentions on the subject's side and on the object's."""
    if trigger.wants == "visitor":
        return _visitor(page, who, trigger), []
    near = _near(page, who, trigger)
    if trigger.talk and trigger.target is None:  # they talk among themselves: `X and Y discussed ties with Z`
        return near, []
    far = _far(page, who, trigger)
    if trigger.kind == "correspondence":
        return correspondents(page, who, trigger, near, far)
    return near, _persons(far) if trigger.kind == "visit" else far  # a state that is travelled to takes no part


def _visitor(page: Page, who: Who, trigger: Trigger) -> list[Mention]:
    """Whoever is named first after it: `visiting Foreign Minister X`."""
    sentence = page.sentence_at(trigger.start)
    return _persons(who.within(trigger.end, min(sentence.end_char, trigger.end + VISITOR_REACH)))[:1]


def _figures(who: Who, mentions: list[Mention]) -> list[Figure]:
    return [figure for mention in mentions if (figure := who.figure(mention)) is not None]


def _near(page: Page, who: Who, trigger: Trigger) -> list[Mention]:
    """Mentions on the subject's side."""
    if trigger.form == "noun" and trigger.noun is not None:
        owners = [child for child in trigger.noun.children if child.dep_ in ("poss", "amod", "compound")]
        found = [
            m
            for owner in owners
            for m in _in(who, *clause.span_of(owner))
            if (m.sort in PERSONS or (owner.dep_ == "poss" and _is_head(m, owner)))
            and not (trigger.kind == "conference" and _is_in_name(m))
        ]
        owned = found or trigger.kind != "visit" or clause.prepositional(trigger.noun, "of", "by")
        return found if owned else _before(page, who, trigger)
    verb = trigger.head
    if trigger.passive and trigger.kind == "signing":
        return []  # what is signed is nobody: `the protocol on meetings of border officials was signed`
    subject = clause.subject(verb)
    if subject is None:
        return _before(page, who, trigger) if verb.tag_ in FINITE and trigger.form == "verb" else []
    if trigger.noun is not None and subject.i == trigger.noun.i:
        return []
    start, end = clause.span_of(subject)
    if subject.i < verb.i:
        end = min(end, trigger.start) if start < trigger.start else end
    found = _first_clause(page, _company(who, subject, start, end))
    if found or start >= trigger.start:
        return found
    return [mention for mention in _before(page, who, trigger) if mention.start < subject.idx or subject.i > verb.i]


def _is_in_name(mention: Mention) -> bool:
    """Whether words only name a conference: `the NATO Defence Ministers' Meeting`."""
    if mention.sort == "party":
        return mention.mark is not None and mention.mark.kind == "organisation"
    return mention.figure is None


def _before(page: Page, who: Who, trigger: Trigger) -> list[Mention]:
    """Whoever is named last before it: `X, presently on a five-day visit to Y`; where the parser sees no subject."""
    sentence = page.sentence_at(trigger.start)
    return _persons(who.within(sentence.start_char, trigger.start))[-1:]


def _far(page: Page, who: Who, trigger: Trigger) -> list[Mention]:
    """Mentions on the object's side."""
    heads = [trigger.head] if trigger.noun is None else [trigger.head, trigger.noun]
    found: list[Mention] = []
    for head in heads:
        objects = _objects(head) if head is not trigger.noun else clause.prepositional(head, *BESIDE)
        for each in objects:
            if trigger.wants == "person" and not _is_somebody(who, each):
                continue
            start, end = clause.span_of(each)
            if trigger.noun is not None and start <= trigger.noun.idx < end:
                continue
            first = 0 if each.i < head.i else min(trigger.start, head.idx)  # `a meeting with X is planned`
            found += _first_clause(page, [m for m in _company(who, each, start, end) if m.start >= first])
    bare = not any(child.dep_ in ("dobj", "ccomp") for child in trigger.head.children)
    if (
        not found
        and trigger.form == "verb"
        and trigger.kind in ("meeting", "call")
        and (bare or trigger.wants == "any")
    ):
        sentence = page.sentence_at(trigger.start)
        named = [m for m in _in(who, trigger.end, sentence.end_char) if m.sort in ("name", "office", "side")]
        found = _first_clause(page, named, after=trigger.end)
    return found


def _is_somebody(who: Who, head: "Token") -> bool:
    """Whether an object is a person or people: `welcomed the President`, not `welcomed the progress`."""
    if head.lemma_.lower() in vocabulary("company_nouns"):
        return True
    start, end = clause.span_of(head)
    return any(_is_head(m, word) for m in who.within(start, end) for word in (head, *head.conjuncts))


def _objects(verb: "Token") -> list["Token"]:
    """What it is done to or with; through an object that is no person too: `pay a call | on X`, `send word | to X`."""
    found = []
    for child in verb.children:
        if child.i < verb.i and child.lower_ != "with":  # `With Minister X he discussed ...`
            continue
        if child.dep_ in ("dobj", "dative", "attr"):
            found.append(child)
            found += clause.prepositional(child, "with", "to", "on", "upon", "from", "for")
        elif child.dep_ in ("prep", "agent", "prt", "dative") and child.lower_ in (*BESIDE, "on", "upon"):
            found += [below for below in child.children if below.dep_ in ("pobj", "pcomp")]
    return found


def _company(who: Who, head: "Token", start: int, end: int) -> list[Mention]:
    """The mentions under a head word: persons anywhere, states only where they are the head or joined to it."""
    return [
        m
        for m in _in(who, start, end)
        if m.sort in PERSONS or any(_is_head(m, word) for word in (head, *head.conjuncts))
    ]


def _is_head(mention: Mention, word: "Token") -> bool:
    return mention.start <= word.idx < mention.end


def _in(who: Who, start: int, end: int) -> list[Mention]:
    return who.within(start, end)


def _persons(mentions: list[Mention]) -> list[Mention]:
    return [mention for mention in mentions if mention.sort in PERSONS]


def _first_clause(page: Page, mentions: list[Mention], *, after: int | None = None) -> list[Mention]:
    """The persons among these until the text turns to another clause; the states where there are no persons."""
    persons = _persons(mentions)
    chosen = persons or [mention for mention in mentions if mention.sort == "party"]
    kept: list[Mention] = []
    at = after if after is not None else (chosen[0].start if chosen else 0)
    for mention in chosen:
        if _CLAUSE_END.search(page.marks.text, at, mention.start):
            break
        kept.append(mention)
        at = mention.end
    return kept


def parts_for(page: Page, who: Who, mention: Mention, role: Role, words: tuple[int, int]) -> list[Part]:
    """The parts of one mention: one for each party of a group, else its own."""
    if is_absent(page, mention):
        return []
    if mention.sort in ("office", "group") and _names_event(page, mention):
        return []
    if mention.sort in ("side", "other") and _named_next(page, who, mention):
        return []  # `his Cypriot colleague, X`: X is the one
    if mention.sort == "group" and mention.mark is not None and mention.figure is None:
        parties = parties_of(page.marks, mention.mark)
        if mention.mark.rule == "groups.shared":
            parties = most_named(page.marks, size_of(mention.mark))
            parties.sort(key=lambda party: party.key != page.home)
        elif mention.mark.kind == "ship":
            told = [party for ship, party in find_ships(page.marks) if ship.start == mention.start]
            parties = [own for party in told if (own := party or _home(page, mention.mark)) is not None]
        if parties:
            return [_of_group(who, mention.mark, party, role, words) for party in parties]
    if mention.sort == "office" and mention.mark is not None and who.figure(mention) is None:
        parties = _of_each(page, mention.mark)
        if parties:
            return [_of_group(who, mention.mark, party, role, words) for party in parties]
    part = part_of(page, who, mention, role, words)
    return [part] if part is not None else []


def _of_each(page: Page, office: Mark) -> list[Mark]:
    """The parties of a post told in the plural without any: `the three defence ministers`, `our Presidents` of two."""
    counted = _COUNTED.search(page.marks.text, max(0, office.start - LONGEST_COUNT), office.start)
    if counted is None or not in_plural(office) or office_party(page.marks, office.start, office.end) is not None:
        return []
    return most_named(page.marks, size_of(replace(office, key=counted.group())))


def _names_event(page: Page, mention: Mention) -> bool:
    """Whether words for nobody named are only part of an event's name: `the NATO Defence Ministers' | Meeting`."""
    return mention.figure is None and _EVENT.match(page.marks.text, mention.end) is not None


def _of_group(who: Who, group: Mark, party: Mark, role: Role, words: tuple[int, int]) -> Part:
    """One party's part in a group: of a joint office its holder where the text names them."""
    figure = who.holder(party.key, group) if group.rule in OFFICES else None
    return Part(figure, figure.name if figure is not None else group, role, words, None, party)


def is_absent(page: Page, mention: Mention) -> bool:
    """Whether somebody is told as the principal whom another stands in for, or for whom a word is brought."""
    return _absent().search(page.marks.text, max(0, mention.start - LONGEST_ABSENT), mention.start) is not None


def is_barred(page: Page, who: Who, draft: Draft, figure: Figure) -> bool:
    """Whether somebody named beside an encounter is told to be away, or only to bear a letter between two others."""
    if draft.kind == "correspondence" and len(draft.parts) > 1:
        return True
    sentence = page.sentence_at(draft.trigger.start)
    told = [m for m in who.within(sentence.start_char, sentence.end_char) if m.figure is figure]
    return bool(told) and all(is_absent(page, mention) for mention in told)


def _named_next(page: Page, who: Who, mention: Mention) -> bool:
    following = who.within(mention.end, mention.end + LONGEST_APPOSITION)
    return (
        bool(following)
        and following[0].sort == "name"
        and _APPOSED.fullmatch(page.marks.text, mention.end, following[0].start) is not None
    )


def part_of(page: Page, who: Who, mention: Mention, role: Role, words: tuple[int, int]) -> Part | None:
    """The part of whom a mention stands for; None where it stands for nobody who can take one."""
    figure = None if _is_retinue(page, mention) else who.figure(mention)
    leads = _leading(page, mention)
    if figure is not None:
        return Part(figure, figure.name, role, words, leads, figure.party)
    if mention.mark is None:
        return None
    if mention.sort == "office":
        party = office_party(page.marks, mention.mark.start, mention.mark.end) or _home(page, mention.mark)
        return Part(None, mention.mark, role, words, leads, party)
    if mention.sort == "group":
        return Part(None, mention.mark, role, words, None, party_in(page.marks, mention.start, mention.end))
    if mention.sort in ("party", "side"):
        told = Mark(mention.start, mention.end, "party", page.marks.text[mention.start : mention.end], "parts.party")
        return Part(None, told, role, words, None, mention.mark)
    return None


def _is_retinue(page: Page, mention: Mention) -> bool:
    """Whether those who came together are told of and not their head: `the Cuban delegation`."""
    return mention.sort == "side" and _RETINUE.search(page.marks.text, mention.start, mention.end) is not None


def _home(page: Page, words: Mark) -> Mark | None:
    if page.home is None:
        return None
    return Mark(words.start, words.end, "home", page.home, "parties.home")


def _leading(page: Page, mention: Mention) -> tuple[int, int] | None:
    """The words that say that somebody leads: `the delegation led by X`, `X led the delegation`."""
    if mention.leads:
        found = list(leading_words().finditer(page.marks.text, max(0, mention.start - 60), mention.start))
        return found[-1].span() if found else (mention.start, mention.end)
    after = leading_words().match(page.marks.text, mention.end + 1, mention.end + 40)
    return after.span() if after else None


__all__ = ["parts_for", "parts_of", "token_end"]
