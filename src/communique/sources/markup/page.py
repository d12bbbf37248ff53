"""A web page → its article, and what the page itself says of it. Nothing that the page names is fetched."""

import re

from communique.sources.confined import Extract
from communique.sources.markup.article import blocks_of
from communique.sources.markup.days import day_in_field, day_in_line
from communique.sources.markup.declared import Declared, declared
from communique.sources.markup.lines import Line, lines_of
from communique.sources.markup.tree import tree_of, written
from communique.sources.text_layer import mended, paragraphs

ABOVE_TITLE = 2  # lines above the heading in which a date is the page's
BELOW_TITLE = 6  # lines below it; what follows is text or furniture
LONGEST_TITLE = 300  # characters
RUNNING = 120  # characters of a line that is running text

_SITE = re.compile(r"\s+(?:[|»«·•–—-]|::)\s+|:: ?|\s?\| ?")


def read_page(raw: bytes, *, encoding: str | None = None, url: str | None = None) -> Extract:
    """The article of a page of bytes; `encoding` and `url` are what is known from where it came.

    The text is the headline the page shows and the article below it. The day is that of publication as the page
    declares it, or as a line beside the headline says; no other is taken for it. Raises Refused.
    """
    found = written(raw, encoding)
    tree = tree_of(found.text)
    said = declared(tree)
    tag = " ".join(mended("".join(tree.xpath("string(//title)"))).split())
    lines = lines_of(tree)
    blocks = [each for each in (mended(block).strip() for block in blocks_of(tree)) if each]
    text_at = _text_at(lines, blocks)
    at = _headline(lines, said.title, tag)
    at = _above(lines, text_at) if at is None else at
    title = lines[at].text if at is not None else None
    return Extract(
        text=paragraphs(_headed(title, blocks)),
        title=title or said.title or _without_site(tag, said) or None,
        url=url or said.url,
        published=said.published or _shown_day(lines, at, text_at),
        publisher=said.publisher,
        notes=()
        if found.usual or found.encoding == (encoding or "").lower() or _declares(raw)
        else ((f"names no encoding; read as {found.encoding}", "if that is wrong, save it as UTF-8"),),
    )


def _declares(raw: bytes) -> bool:
    return b"charset" in raw[:4096].lower()


def _headline(lines: list[Line], declared_title: str | None, tag: str) -> int | None:
    """The place of the line that is the article's headline: a heading, or a line, that the page's own title has."""
    told = [each.casefold() for each in (declared_title, tag) if each]
    within = [
        (bool(line.heading), len(line.text), -i)
        for i, line in enumerate(lines)
        if 8 <= len(line.text) <= LONGEST_TITLE and any(_holds(title, line.text.casefold()) for title in told)
    ]
    if within:
        best = max(length for _, length, _ in within)
        return -max(each for each in within if each[1] == best)[2]
    headings = [i for i, line in enumerate(lines) if line.heading == "h1" and line.text]
    return headings[0] if len(headings) == 1 and not told else None


def _text_at(lines: list[Line], blocks: list[str]) -> int:
    """The place of the line with which the running text of the article begins."""
    beginning = next((block for block in blocks if len(block) >= RUNNING), blocks[-1] if blocks else "")[:40]
    return next((i for i, line in enumerate(lines) if beginning and line.text.startswith(beginning)), len(lines))


def _above(lines: list[Line], text_at: int) -> int | None:
    """The line right above the text, or its date, that stands out: a headline that no title element repeats."""
    for i in range(min(text_at, len(lines)) - 1, max(-1, text_at - 1 - ABOVE_TITLE), -1):
        if _is_title(lines[i].text):
            return i if lines[i].stands_out or lines[i].heading else None
    return None


def _holds(title: str, words: str) -> bool:
    """Whether a title is these words, or begins or ends with them beside the name of the site."""
    if title == words:
        return True
    parts = [each for each in _SITE.split(title) if each]
    if len(parts) > 1 and words in (parts[0], parts[-1]) and len(words) < max(map(len, parts)):
        return False  # the shorter part is the name of the site
    return words in parts or title.startswith(words) or title.endswith((f" {words}", f":{words}"))


def _without_site(tag: str, said: Declared) -> str:
    """The words of the title element without the site's name, where that is known."""
    parts = [each for each in _SITE.split(tag) if each and each != said.publisher]
    return parts[0] if len(parts) == 1 else tag


def _is_title(line: str) -> bool:
    return 8 <= len(line) <= LONGEST_TITLE and not line.endswith((".", ":", ";")) and not day_in_line(line)


def _headed(title: str | None, blocks: list[str]) -> list[str]:
    """The blocks below the headline; what is before it is no article."""
    if title is None:
        return blocks
    at = next((i for i, block in enumerate(blocks[:4]) if _same(block, title)), -1)
    return [title, *blocks[at + 1 :]]


def _same(one: str, other: str) -> bool:
    return " ".join(one.split()).casefold() == " ".join(other.split()).casefold()


def _shown_day(lines: list[Line], at: int | None, text_at: int) -> str | None:
    """The day in a line beside the headline, before the running text; None where lines say two."""
    if at is None:
        near = lines[max(0, text_at - ABOVE_TITLE) : text_at]
    else:
        near = lines[at + 1 : min(text_at, at + 1 + BELOW_TITLE)]
        near = near if _days(near) else lines[max(0, at - ABOVE_TITLE) : at]
    days = _days(near)
    return days.pop() if len(days) == 1 else None


def _days(lines: list[Line]) -> set[str]:
    found = (day_in_field(line.time) if line.time else day_in_line(line.text) for line in lines)
    return {each for each in found if each}
