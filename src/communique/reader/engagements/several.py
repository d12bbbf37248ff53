"""Several: one telling of several encounters, one with each of those who are named.

He paid courtesy calls on X and Y.   → two meetings
She met bilaterally with X, Y and Z. → three meetings
"""

import re
from dataclasses import replace

from communique.reader.engagements.draft import Draft
from communique.reader.page import Page

# How far before a trigger a word may stand that says that each was met apart.
BEFORE = 24
_APART = re.compile(
    r"\b(?:separate(?:ly)?|respectively|individually|bilaterally|in turn|one after (?:another|the other)|"
    r"back[- ]to[- ]back|(?:courtesy|protocol|farewell|introductory|official) calls|"
    r"(?:a (?:number|series|string|round) of |bilateral |several |separate )(?:meetings|encounters|audiences)|"
    r"bilaterals|tête-à-têtes?|one-on-ones)\b",
    re.IGNORECASE,
)


def one_with_each(page: Page, draft: Draft) -> list[Draft]:
    """The meetings that a draft tells of: one with each of those met, where its words say that they were met apart."""
    met = draft.parts[1:]
    if draft.kind != "meeting" or len(met) < 2 or len(met) != len({id(part.figure) for part in met}):
        return [draft]
    end = page.sentence_at(draft.trigger.start).end_char
    if _APART.search(page.marks.text, max(0, draft.trigger.start - BEFORE), end) is None:
        return [draft]
    return [replace(draft, parts=[draft.parts[0], part], triggers=list(draft.triggers)) for part in met]
