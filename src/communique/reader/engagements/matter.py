"""Matter: what was on the table, what came of it, and the instruments."""

from communique.reader.engagements.draft import Draft
from communique.reader.page import Page
from communique.reader.who import Who


def read_matter(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Add topics, outcomes and documents to the encounters they belong to."""
