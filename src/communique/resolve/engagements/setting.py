"""What place, country, topics and documents say of two accounts being one engagement: never much."""

from collections.abc import Iterator

from communique.resolve.engagements.seen import Seen
from communique.resolve.likeness import Reason

SAME_PLACE, SAME_COUNTRY, OTHER_COUNTRY, OTHER_DESTINATION = 0.06, 0.04, -0.15, -0.4
SAME_DOCUMENT, SAME_TOPICS, SAME_WORDS, SAME_EVENT = 0.1, 0.04, 0.05, 0.25


def setting(one: Seen, other: Seen) -> Iterator[Reason]:
    """What place, country, topics and documents say."""
    if one.country and other.country:
        if one.country == other.country:
            yield Reason("engagements.same_country", SAME_COUNTRY, f"each in {one.country}")
        else:
            weight = OTHER_DESTINATION if one.kind == "visit" else OTHER_COUNTRY
            yield Reason("engagements.other_country", weight, f"in {one.country}, in {other.country}")
    for rule, weight, some, others in (
        ("engagements.same_place", SAME_PLACE, one.place, other.place),
        ("engagements.same_document", SAME_DOCUMENT, one.documents, other.documents),
        ("engagements.same_topics", SAME_TOPICS, one.topics, other.topics),
        ("engagements.same_words", SAME_WORDS, one.trigger, other.trigger),
        ("engagements.same_event", SAME_EVENT, one.event, other.event),
    ):
        if shared := some & others:
            yield Reason(rule, weight, f"{', '.join(sorted(shared)[:3])} in each")
