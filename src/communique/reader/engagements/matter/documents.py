"""Documents: the instruments, and what became of them."""

from communique.reader.engagements.draft import Draft
from communique.reader.page import Page


def find_documents(page: Page, drafts: list[Draft]) -> None:
    """Give every encounter its instruments."""
