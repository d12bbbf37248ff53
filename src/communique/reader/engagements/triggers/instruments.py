"""Instruments: signings that are told only by the date of what was signed.

a working group set up under the Tripoli Declaration of 2012   → the signing of it, whatever the clause tells besides
the two ministries have been bound by a memorandum since 2015
"""

import re

from communique.reader.engagements.triggers.trigger import Trigger
from communique.reader.page import Page

# The date of an instrument, right after its name or its parties.
_DATED = re.compile(
    r"(?:[ \t]+\([^()\n]{1,40}\))?,?[ \t]+(?:of|from|since|dated|dating from)[ \t]+(?:the[ \t]+)?"
    r"(?:\d{1,2}(?:st|nd|rd|th)?[ \t]+)?(?:(?:of[ \t]+)?[A-Z][a-z]{2,8}\.?[ \t]+)?(?:\d{1,2}(?:st|nd|rd|th)?,[ \t]+)?"
    r"(?:19|20)\d\d\b(?![ \t]?[-–])"
)
# The name before the word for its kind: `the | Tripoli Declaration`.
_NAME = re.compile(r"(?:[A-Z][\w'’-]+[ \t]+){1,4}$")


def with_instruments(page: Page, triggers: list[Trigger]) -> list[Trigger]:
    """The triggers and those of dated instruments of whose signing none of them tells, in order."""
    text = page.marks.text
    added = []
    for hit in page.marks.hits_in(0, len(text)):
        if hit.sense("document_kind") is None or not page.runs(hit.start):
            continue
        dated = _DATED.match(text, hit.end)
        if dated is None or any(each.start < dated.end() and hit.start < each.end for each in triggers):
            continue
        named = _NAME.search(text, max(0, hit.start - 80), hit.start)
        start = named.start() if named is not None else hit.start
        noun = page.tokens(hit.start, hit.end).root
        added.append(
            Trigger(
                start,
                dated.end(),
                noun,
                "signing",
                "noun",
                "participant",
                "participant",
                False,
                "any",
                "engagements.instrument",
                noun,
                phase="held",
                dated=True,
            )
        )
    return sorted([*triggers, *added], key=lambda trigger: trigger.start)
