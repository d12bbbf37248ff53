"""Outcomes: what was agreed, decided, launched, invited to."""

from communique.reader.engagements.draft import Draft
from communique.reader.page import Page
from communique.reader.who import Who


def find_outcomes(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Give every encounter its outcomes."""
