"""What tests of the words that tell of encounters look at: the drafts of a text, before they are judged."""

from collections.abc import Callable

import pytest

from communique.reader.engagements.find import find_drafts
from communique.reader.parser import parser
from communique.reader.reader import open_page
from communique.reader.refer import find_mentions
from communique.reader.who import Who
from communique.reader.words import plain
from communique.report import Report

Told = Callable[[str], list[tuple[str, set[str]]]]


@pytest.fixture
def told() -> Told:
    """Tells the kind of each draft of a text that has what its words ask for, and who is named in it."""
    return _told


def _told(text: str) -> list[tuple[str, set[str]]]:
    page = open_page(Report("test", text, published="2021-03-18"), parser()(plain(text)))
    drafts = find_drafts(page, Who(page, find_mentions(page.marks, page.figures)), [])
    return [
        (draft.kind, {page.marks.text[figure.name.start : figure.name.end] for figure in draft.figures})
        for draft in drafts
        if draft.wanted
    ]
