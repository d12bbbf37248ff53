"""Statements: what somebody said, as said by them.

frames.py      which verbs, with which words, tell that something is said
quotes.py      the quotations of a text
speaker.py     who speaks
content.py     what is said, and to whom; extent.py: how far it reaches
reported.py    verbs of saying with what follows or precedes them, and in the passive
attributed.py  `according to`, signed quotations, quotations that go on
said.py        what these hand on
"""

from communique.reader.page import Page
from communique.reader.statements.attributed import Attributed
from communique.reader.statements.content import Contents
from communique.reader.statements.quotes import Quotations
from communique.reader.statements.reported import Reported
from communique.reader.statements.said import Said, close
from communique.reader.statements.speaker import Speakers
from communique.reader.who import Who
from communique.reading import Statement

__all__ = ["find_statements"]


def find_statements(page: Page, who: Who, *, encounters: bool) -> tuple[Statement, ...]:
    """Every statement of the running text, in order; `encounters` is whether the page tells of any."""
    if not encounters and not _is_between_parties(page):
        return ()
    quotations = Quotations(page.text)
    speakers = Speakers(page, who)
    contents = Contents(page, who, quotations, speakers)
    attributed = Attributed(page, who, quotations, speakers, contents)
    found = [*Reported(page, quotations, speakers, contents).find(), *attributed.according_to()]
    found = _outermost(found)
    found += attributed.quoted(found)
    return tuple(close(page, said) for said in sorted(found, key=lambda said: said.content))


def _is_between_parties(page: Page) -> bool:
    """Whether a page names people of several parties: else its speech is a state's own affair."""
    return len({figure.party.key for figure in page.figures if figure.party is not None}) > 1


def _outermost(found: list[Said]) -> list[Said]:
    """The statements that no other one holds: what is said in somebody's words is said by them."""
    return [
        said
        for said in found
        if not any(other is not said and other.content[0] <= said.verb[0] < other.content[1] for other in found)
    ]
