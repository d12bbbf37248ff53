"""Verbs that tell of an encounter: a row of `event_verbs` whose words follow, in a clause that says it happens."""

from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
from communique.reader import clause
from communique.reader.engagements.triggers.kinds import kind_here
from communique.reader.engagements.triggers.phrases import (
    follow,
    hangs,
    is_body,
    is_company,
    is_somebody,
    lemma,
    stands_right_before,
    subject_of,
    turned,
)
from communique.reader.engagements.triggers.rows import VerbRow, noun_rows, verb_rows
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.engagements.triggers.which import with_which

if TYPE_CHECKING:
    from spacy.tokens import Token

# Auxiliaries of what is only possible, and words that make a condition or a question of it.
_POSSIBLE = frozenset({"may", "might", "could", "can", "must"})
_CONDITIONS = frozenset({"if", "whether", "unless", "until"})
_DONE = frozenset({"did", "do", "does", "has", "have", "had"})
# Which time of several it is, told right before the verb.
_WHICH_TIME = frozenset({"last", "next", "previously"})
# Verbs that meet somebody only with an object: `called the Minister`, not `called for calm`.
_TRANSITIVE = (("call",), ("see",), ("ring",), ("write",))


def verb_trigger(verb: "Token") -> Trigger | None:
    """The trigger a verb makes, or None; a participle before its noun tells of nothing (`the visiting professor`)."""
    rows = verb_rows().get(verb.lemma_.lower(), ())
    if not rows or verb.dep_ == "amod" or not is_told(verb):
        return None
    for row in rows:
        last = follow(verb, row.words[1:]) or hangs(verb, row.words[1:])
        far = last is not None and last.i > verb.i + 4 and len(row.words) == 2
        if last is None and turned(verb, row.words[1:]):
            last = verb
        if last is None or not _fits(verb, row, last):
            continue
        return _trigger(verb, row, verb if far else last)
    return None


def _trigger(verb: "Token", row: VerbRow, last: "Token") -> Trigger:
    kind = kind_here(verb, row.kind)
    subject = subject_of(verb)
    if (
        kind in ("meeting", "conference")
        and row.object in ("any", "company")
        and subject is not None
        and is_body(subject)
    ):
        kind = "session"
    start = verb_start(verb)
    return Trigger(
        start,
        with_which(verb, kind)
        if kind == "signing" and last == verb and _is_recalled(verb, row)
        else last.idx + len(last),
        verb,
        kind,
        "verb",
        row.subject,
        row.target,
        clause.is_passive(verb) or (row.words[1:2] == ("~",) and stands_right_before(verb, row.words[2:])),
        "any" if row.object in ("company", "body") else row.object,
        row.rule,
        ahead=row.ahead,
        phase=row.phase,
    )


def _is_recalled(verb: "Token", row: VerbRow) -> bool:
    """Whether a participle tells of what was signed, without who did: `the accord concluded in 1999`."""
    if verb_start(verb) != verb.idx or verb.tag_ not in ("VBN", "VBD") or _transitive(verb):
        return False
    turned_round = row.words[1:2] == ("~",)  # the document is before the verb, whatever the parser takes it for
    return turned_round or not any(child.dep_ in clause.SUBJECTS for child in verb.children)


def verb_start(verb: "Token") -> int:
    """The offset of the verb with its auxiliaries: `has met`, `will be received`, `last convened`."""
    helpers = [
        child
        for child in verb.lefts
        if child.dep_ in ("aux", "auxpass") or (child.i == verb.i - 1 and child.lower_ in _WHICH_TIME)
    ]
    return int(min((helper.idx for helper in helpers), default=verb.idx))


def is_told(verb: "Token") -> bool:
    """Whether the clause says that it happens: not that it may, nor if, nor that it did not."""
    helpers = set(clause.auxiliaries(verb))
    if helpers & _POSSIBLE:
        return False
    if any(child.dep_ == "mark" and child.lower_ in _CONDITIONS for child in verb.children):
        return False
    return not (helpers & {"not", "n't", "never"} and helpers & _DONE)


def _fits(verb: "Token", row: VerbRow, last: "Token") -> bool:
    """Whether subject and object are of the sort the row asks for."""
    if row.kind == "ceremony" and row.words[1:2] == ("~",) and len(row.words) == 3 and _is_where(last):
        return False
    if row.object == "body":
        subject = subject_of(verb)
        return subject is not None and is_body(subject)
    if row.object == "company":
        subject = subject_of(verb)
        several = (subject is not None and is_company(subject)) or _is_joined_before(verb)
        return several and not _transitive(verb)
    if row.object in ("place", "arrival"):
        return _goes_somewhere(verb, row, last)
    if row.words == ("inaugurate",):
        return not any(lemma(each) in noun_rows() for each in _things(verb))
    if row.object == "person" or row.words == ("meet",):
        return _meets_somebody(verb, row, last)
    return True


def _is_where(noun: "Token") -> bool:
    """Whether a noun only tells where: `opened the talks in the new school`."""
    return noun.dep_ == "pobj" and noun.head.lower_ in ("at", "in", "inside", "near", "outside")


def _goes_somewhere(verb: "Token", row: VerbRow, last: "Token") -> bool:
    """Whether somebody `is in` a place, and what is `reached` is one: not an agreement, an age, or `in session`."""
    if row.words[0] == "be":
        subject = subject_of(verb)
        if subject is None or not is_somebody(subject):
            return False
    if row.words[0] == "arrive" and clause.is_passive(verb) and verb.dep_ != "acl":
        return False  # `a consensus was arrived at`
    if row.words == ("reach",):
        return all(map(_is_place, _things(verb)))
    goals = [child for child in last.children if child.dep_ == "pobj"]
    return last.dep_ != "aux" and all(_is_place(each) or _is_named(each) for each in goals)


def _is_place(token: "Token") -> bool:
    """Whether a noun can be a place: a name, or `the capital`."""
    return token.pos_ == "PROPN" or token.text[0].isupper() or token.lemma_.lower() in vocabulary("soil_nouns")


def _is_named(token: "Token") -> bool:
    return any(below.dep_ in ("compound", "nmod", "appos") and below.pos_ == "PROPN" for below in token.subtree)


def _things(verb: "Token") -> list["Token"]:
    """What it is done to: its object, or its subject in the passive."""
    return [child for child in verb.children if child.dep_ in ("dobj", "nsubjpass")]


def _is_joined_before(verb: "Token") -> bool:
    """`With Minister X he sat down to talk`."""
    before = [child for child in verb.lefts if child.lower_ == "with"]
    return any(is_somebody(below) for child in before for below in child.children)


def _transitive(verb: "Token") -> bool:
    return any(child.dep_ == "dobj" for child in verb.children)


def _meets_somebody(verb: "Token", row: VerbRow, last: "Token") -> bool:
    if len(row.words) > 1 and _appeals(verb, row, last):
        return False
    if row.words == ("call",) and any(map(_is_particle, verb.rights)):
        return False  # `was called off`
    if clause.is_passive(verb):
        subject = subject_of(verb)
        return subject is None or is_somebody(subject)
    objects = [child for child in last.children if child.dep_ in ("pobj", "dobj") and child.i > verb.i]
    if row.words == ("meet",):
        objects = [each for each in objects if each.lower_ != "face"]  # `met face to face`
        objects = objects or [below for below in clause.prepositional(verb, "with") if below.head.head == verb]
    if row.words in _TRANSITIVE and not objects:
        return False
    if row.words == ("call",) and _names(verb, objects):
        return False
    if row.words == ("see",) and any(map(_is_particle, verb.rights)):  # `saw the guest off`
        return False
    if row.words == ("accept",) and any(each.pos_ == "PRON" for each in objects):
        return False
    return all(is_somebody(each) and each.text not in vocabulary("received_things") for each in objects)


def _is_particle(token: "Token") -> bool:
    return token.dep_ == "prt" or token.lower_ == "off"


def _names(verb: "Token", objects: list["Token"]) -> bool:
    """Whether somebody or something is called by a name: `called the camp "our home"`."""
    if any(child.dep_ in ("oprd", "xcomp", "ccomp") for child in verb.children):
        return True
    ends = (each.right_edge.i + 1 for each in objects)
    return any(end < len(verb.doc) and verb.doc[end].is_quote for end in ends)


def _appeals(verb: "Token", row: VerbRow, last: "Token") -> bool:
    """`called on Parliament to adopt`: an appeal, where `called on the Minister to discuss` is a visit."""
    if row.words[0] != "call" or last.lower_ not in ("on", "upon", "for"):
        return False
    objects = [child for child in last.children if child.dep_ == "pobj"]
    for owner in (verb, last, *objects):
        for child in owner.children:
            infinitive = any(each.lower_ == "to" and each.dep_ == "aux" for each in child.children)
            if infinitive and child.i > last.i and child.dep_ in ("xcomp", "advcl", "acl", "relcl", "ccomp", "pcomp"):
                return child.lemma_.lower() not in vocabulary("purpose_verbs")
    return False
