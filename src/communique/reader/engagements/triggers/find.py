"""Every trigger of a text.

A verb of the table `event_verbs` with what its row asks for (`verbs`), or a noun of `event_nouns` that is held by a
verb of `holding_verbs`, is numbered, stands between parties, or tells by itself (`nouns`). Where a report has
neither for a meeting, that several discussed something tells of one.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.triggers.nouns import noun_trigger
from communique.reader.engagements.triggers.talks import talk_trigger
from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.engagements.triggers.verbs import verb_trigger
from communique.reader.engagements.triggers.visitors import visitor_trigger
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc

# Kinds in which people talk: a report of talk is of one of these where there is one.
TALKED = frozenset({"meeting", "call", "session", "conference"})

# Kinds of which another may be told without its noun: `the previous edition`, `the last one`.
REPEATED = TALKED | {"exercise", "visit"}


def find_triggers(doc: "Doc") -> Iterator[Trigger]:
    """Every trigger of a parsed text, in order of its head word."""
    found = _once(list(_told(doc)))
    alone = not any(trigger.kind in TALKED for trigger in found)
    known = {trigger.head.i for trigger in found}
    talks = (talk_trigger(token, alone=alone) for token in doc if token.pos_ == "VERB" and token.i not in known)
    yield from sorted([*found, *(each for each in talks if each is not None)], key=lambda each: each.start)


def _once(found: list[Trigger]) -> list[Trigger]:
    """Without the verbs that are told with their noun: `to host the forum` is no meeting with it."""
    held = {trigger.head.i for trigger in found if trigger.form == "held"}
    return [each for each in found if not (each.form == "verb" and each.head.i in held and each.head.lemma_ == "host")]


def _told(doc: "Doc") -> Iterator[Trigger]:
    before: Kind | None = None
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            found = visitor_trigger(token) or verb_trigger(token)
        elif token.pos_ in ("NOUN", "PROPN", "PRON") or (
            token.pos_ in ("ADJ", "NUM") and token.dep_ in clause.SUBJECTS
        ):
            found = noun_trigger(token, before)
        else:
            continue
        if found is not None:
            before = found.kind if found.kind in REPEATED else before
            yield found
