"""Lines on pages → paragraphs: running heads, footers and page numbers out, hyphens at line ends joined."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

MARGIN = 0.12  # of a page's height, above and below, in which running heads and page numbers stand
SAME_PLACE = 8.0  # points by which a line that pages repeat may stand higher or lower
WIDER = 1.35  # times the usual distance of lines: more is a new paragraph
INDENT = 0.8  # of the size of letters, by which a first line stands in
SHORT = 0.85  # of the column's width: a line of less that ends a sentence ends its paragraph
LARGER = 1.15  # times the usual size of letters: a heading
LONGEST_TITLE = 300  # characters

_PAGE_NUMBER = re.compile(
    r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:of|/|from)\s*\d{1,4})?\W*|\W*page [ivxl]{1,6}\W*", re.IGNORECASE
)
_NUMBERED = re.compile(r"\bpage \d{1,4}(?: (?:of|/) ?\d{1,4})?\W*$", re.IGNORECASE)  # a foot that ends so
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_BROKEN = re.compile(r"(?<![-\w])(?P<word>[^\W\d_]{2,})[-\u2010]$")
_GOES_ON = re.compile(r"[^\W\d_]+")
# Words that are beginnings of longer ones too, so that `with-/draw` is one word though `with` is one by itself.
_BEGINNINGS = frozenset({"with", "over", "under", "fore", "after", "never", "where", "there", "some", "every", "when"})


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its words, where it stands (points, from below), the size of its letters, and the page's height."""

    text: str
    left: float
    right: float
    bottom: float
    size: float
    height: float

    @property
    def in_margin(self) -> bool:
        """Whether it stands where heads and feet of pages do."""
        return not MARGIN * self.height < self.bottom < (1 - MARGIN) * self.height

    @property
    def at_top(self) -> bool:
        """Whether it stands in the upper half."""
        return self.bottom > self.height / 2


def blocks_of(pages: list[list[Line]]) -> list[str]:
    """The paragraphs of pages, in order; one that goes on overleaf is one."""
    kept = _without_repeated(pages)
    words = Counter(word for page in kept for line in page for word in re.findall(r"[\w-]+", line.text.casefold()))
    usual = _usual_distance(kept)
    blocks: list[str] = []
    for page in kept:
        for i, block in enumerate(_paragraphs(page, usual)):
            text = _joined(block, words)
            if i == 0 and blocks and _goes_on(blocks[-1], text):
                blocks[-1] = _join(blocks[-1], text, words)
            else:
                blocks.append(text)
    return blocks


def title_of(pages: list[list[Line]]) -> str | None:
    """What stands first on the first page in letters larger than the usual; None where nothing does."""
    lines = [line for page in pages for line in page]
    if not lines:
        return None
    usual = median(line.size for line in lines for _ in range(len(line.text) // 20 + 1))
    large: list[Line] = []
    for line in pages[0][:12]:
        if line.size > LARGER * usual and (not large or abs(line.size - large[-1].size) < 1):
            large.append(line)
        elif large:
            break
    title = " ".join(line.text for line in large)
    return title if large and 8 <= len(title) <= LONGEST_TITLE else None


def _without_repeated(pages: list[list[Line]]) -> list[list[Line]]:
    """Without page numbers, and what stands at the head or foot of several pages; a head stays where it is first."""
    places: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages):
        for line in page:
            if line.in_margin:
                places.setdefault(_likeness(line), []).append((number, line.bottom))
    kept: list[list[Line]] = []
    for number, page in enumerate(pages):
        kept.append([line for line in page if not _is_repeated(line, number, places)])
    return [page for page in kept if page]


def _is_repeated(line: Line, number: int, places: dict[str, list[tuple[int, float]]]) -> bool:
    if not line.in_margin:
        return False
    if _PAGE_NUMBER.fullmatch(line.text) or (_NUMBERED.search(line.text) and not line.at_top):
        return True
    like = {page for page, bottom in places[_likeness(line)] if abs(bottom - line.bottom) < SAME_PLACE}
    first = number == min(like) == 0 and line.at_top
    return len(like) > 1 and not first


def _likeness(line: Line) -> str:
    return re.sub(r"\d+", "#", line.text.casefold())


def _usual_distance(pages: list[list[Line]]) -> float:
    """The distance of lines within a paragraph: below full ones, the usual; 0 where there are none."""
    distances = [
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if 0 < above.bottom - below.bottom < 3 * above.size and not _ENDS.search(above.text)
    ]
    return median(distances) if distances else 0.0


def _paragraphs(page: list[Line], usual: float) -> Iterator[list[Line]]:
    column = [page[0]] if page else []
    for above, below in pairwise(page):
        if _parts(above, below, column, usual):
            yield column
            column = []
        column.append(below)
    if column:
        yield column


def _parts(above: Line, below: Line, column: list[Line], usual: float) -> bool:
    """Whether a paragraph ends between two lines."""
    distance = above.bottom - below.bottom
    if distance <= 0:  # the next column
        return bool(_ENDS.search(above.text)) and not below.text[:1].islower()
    if distance > WIDER * max(usual, above.size) or abs(above.size - below.size) > 1:
        return True
    if not _ENDS.search(above.text):
        return False
    left, right = min(line.left for line in column), max(line.right for line in (*column, below))
    is_short = above.right - left < SHORT * (right - left)
    return is_short or below.left - left > INDENT * below.size


def _goes_on(before: str, after: str) -> bool:
    return not _ENDS.search(before) and (after[:1].islower() or bool(_BROKEN.search(before)))


def _joined(lines: list[Line], words: Counter[str]) -> str:
    text = lines[0].text
    for line in lines[1:]:
        text = _join(text, line.text, words)
    return text


def _join(before: str, after: str, words: Counter[str]) -> str:
    """Two lines as one: a word broken by a hyphen made whole, a word with a hyphen of its own left with it."""
    broken = _BROKEN.search(before)
    rest = _GOES_ON.match(after)
    if not broken or not rest:
        return f"{before.rstrip()} {after}" if not before.endswith(("-", "–", "/")) else before + after
    first, second = broken["word"], rest[0]
    return (before if _is_compound(first, second, words) else before[:-1]) + after


def _is_compound(first: str, second: str, words: Counter[str]) -> bool:
    """Whether a hyphen at a line's end is the word's own: as elsewhere in the text, or by its parts."""
    capital = second[:1].isupper()
    first, second = first.casefold(), second.casefold()
    if capital or words[f"{first}-{second}"]:
        return True
    if words[first + second]:
        return False
    return len(first) > 3 and len(second) > 3 and first not in _BEGINNINGS and words[first] > 1
