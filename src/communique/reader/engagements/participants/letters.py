"""Letters: who writes to whom, where somebody else only hands the letter over.

The ambassador delivered a letter from X to Y.   → X and Y; the ambassador takes no part
"""

import re
from functools import cache

from communique.lexicon.alternation import alternation
from communique.lexicon.tables import Column, table
from communique.reader.engagements.triggers import Trigger
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.who import Who

WRITERS = ("name", "office", "side", "other", "group")
LONGEST_LEAD = 24  # characters of the words that lead to somebody
_WHOM = re.compile(r",?\s+to whom\b[^,;]{0,40}$")


def correspondents(
    page: Page, who: Who, trigger: Trigger, near: list[Mention], far: list[Mention]
) -> tuple[list[Mention], list[Mention]]:
    """Who writes and who is written to: as the words behind the letter say, else the two sides of the verb."""
    end = page.sentence_at(trigger.start).end_char
    told = [mention for mention in who.within(trigger.end, end) if mention.sort in WRITERS]
    carriers = [who.figure(mention) for mention in near]
    writers = [_apart(page, who, mention, carriers) for mention in told if _leads(page, mention, "from")][:1]
    if not writers:
        return near, far
    after = [mention for mention in told if mention.start > writers[0].start]
    readers = [mention for mention in after if _leads(page, mention, "to")][:1]
    if trigger.head.lemma_.lower() in _words("taking"):
        return writers, near
    readers = readers or _to_whom(page, who, trigger)
    return writers, readers or [mention for mention in far if mention.start != writers[0].start]


def _apart(page: Page, who: Who, mention: Mention, carriers: list[Figure | None]) -> Mention:
    """The writer; not the bearer, for whom `from his Omani counterpart` would be taken."""
    figure = who.figure(mention)
    if figure is None or figure not in carriers:
        return mention
    words = Mark(mention.start, mention.end, "group", page.marks.text[mention.start : mention.end], "refer.group")
    return Mention(mention.start, mention.end, "group", mark=words)


def _to_whom(page: Page, who: Who, trigger: Trigger) -> list[Mention]:
    """`called on X, to whom he delivered a letter`: X."""
    start = page.sentence_at(trigger.start).start_char
    relative = _WHOM.search(page.marks.text, start, trigger.start)
    named = who.within(start, relative.start()) if relative is not None else []
    return [mention for mention in named if mention.sort in WRITERS][-1:]


def _leads(page: Page, mention: Mention, use: str) -> bool:
    """Whether words before somebody say that the letter is from them, or to them."""
    start = max(0, mention.start - LONGEST_LEAD)
    return _lead(use).search(page.marks.text, start, mention.start) is not None


@cache
def _lead(use: str) -> re.Pattern[str]:
    """`from the`, `written by his`, `to his brother, the`."""
    owner = r"(?:(?:the|his|her|its|their)\s+)?(?:(?:brother|friend),?\s+)?(?:the\s+)?"
    return re.compile(rf"\b{alternation(_words(use))}\s+{owner}$")


@cache
def _words(use: str) -> frozenset[str]:
    rows = table("letter_words", ["words", Column("use", values=frozenset({"from", "to", "taking"}))])
    return frozenset(row["words"] for row in rows if row["use"] == use)
