"""What place, country, topics and documents say of two accounts being one engagement: never much."""

from collections.abc import Iterator

from communique.resolve.engagements.seen import Seen
from communique.resolve.likeness import Reason

SAME_PLACE, SAME_COUNTRY, OTHER_COUNTRY, OTHER_DESTINATION = 0.06, 0.04, -0.15, -0.4
SAME_DOCUMENT, SAME_TOPICS, SAME_WORDS, SAME_EVENT, OTHER_EVENT = 0.1, 0.04, 0.05, 0.25, -0.4

SAME_DOCUMENT_RULE = "engagements.same_document"
SAME_EVENT_RULE = "engagements.same_event"
THERE_AND_THEN = "engagements.there_and_then"
OUTDOORS = frozenset({"visit", "exercise", "ceremony"})  # kinds told with nobody named, and seldom twice in one place


def setting(one: Seen, other: Seen) -> Iterator[Reason]:
    """What place, country, event, topics and documents say."""
    if one.country and other.country and one.country != other.country:
        weight = OTHER_DESTINATION if one.kind == "visit" else OTHER_COUNTRY
        yield Reason("engagements.other_country", weight, f"in {one.country}, in {other.country}")
    elif one.country and other.country:
        yield Reason("engagements.same_country", SAME_COUNTRY, f"each in {one.country}")
    if _there_and_then(one, other):
        yield Reason(THERE_AND_THEN, 0.0, f"there are few of its kind ({one.kind}) at once")
    if one.event and other.event:
        yield _events(one.event, other.event)
    for rule, weight, some, others in (
        ("engagements.same_place", SAME_PLACE, one.place, other.place),
        (SAME_DOCUMENT_RULE, SAME_DOCUMENT, one.documents, other.documents),
        ("engagements.same_topics", SAME_TOPICS, one.topics, other.topics),
        ("engagements.same_words", SAME_WORDS, one.trigger, other.trigger),
    ):
        if shared := some & others:
            yield Reason(rule, weight, f"{', '.join(sorted(shared)[:3])} in each")


def _there_and_then(one: Seen, other: Seen) -> bool:
    """Whether both are a ship's call, an exercise or a wreath laid, in one place or country on the same days."""
    if one.kind != other.kind or one.kind not in OUTDOORS or (one.named and other.named):
        return False
    in_one_country = (
        one.days == other.days and not one.thin and one.country is not None and one.country == other.country
    )
    return bool(one.place & other.place) or (one.kind != "visit" and in_one_country)


def _events(some: frozenset[str], others: frozenset[str]) -> Reason:
    """What the own names of two events say: one may be told shorter."""
    if some <= others or others <= some:
        return Reason(SAME_EVENT_RULE, SAME_EVENT, f"{', '.join(sorted(some & others))} in each")
    return Reason(
        "engagements.other_event", OTHER_EVENT, f"{', '.join(sorted(some))} is not {', '.join(sorted(others))}"
    )
