"""Matter: what was on the table, what came of it, and the instruments.

phrases.py    the tables of words that lead to a matter, and where they stand in a sentence
stretch.py    how far the words reach that a verb leads to
items.py      an enumeration's items, each by itself
owner.py      which encounter a matter belongs to
topics.py     discussed, reviewed, on the agenda, met to ...
outcomes.py   agreed, decided, launched, invited
documents.py  instruments and what became of them
"""

from communique.reader.engagements.draft import Draft
from communique.reader.engagements.matter.documents import find_documents
from communique.reader.engagements.matter.outcomes import find_outcomes
from communique.reader.engagements.matter.topics import find_topics
from communique.reader.page import Page
from communique.reader.who import Who

__all__ = ["read_matter"]


def read_matter(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Add topics, outcomes and documents to the encounters they belong to."""
    if not drafts:
        return
    find_outcomes(page, who, drafts)
    find_topics(page, who, drafts)
    find_documents(page, who, drafts)
