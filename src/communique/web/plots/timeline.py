"""What lasted from when to when, one below the other: bars, marks and gaps over the years."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal
from xml.etree.ElementTree import Element

from markupsafe import Markup

from communique.resolve import bounds
from communique.web.plots.svg import drawing, element
from communique.wording import words

WIDTH, INDENT, LEFT, RIGHT = 960.0, 14.0, 270.0, 24.0  # of all, before labels, before and after lanes
TOP, LANE, BELOW = 18.0, 30.0, 26.0  # above the first lane, of a lane, of the years below the last
BAR, MARK = 10.0, 4.5  # height of a bar, radius of a mark
LETTERS = 40  # of a label; the table beside has all of it
YEARS = 12  # lines of the grid, at most
CLOSE = 22.0  # numbers of marks nearer to each other would hide each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Something from the first to the last of these days (EDTF), told in `words`.

    `as_`: a bar, a mark (in the middle, with its `number` above where there is room), or a gap.
    """

    first: str
    last: str
    words: str
    as_: Literal["bar", "mark", "gap"] = "bar"
    number: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What stands on one line, and what the line is called."""

    label: str
    stretches: Sequence[Stretch]


@dataclass(frozen=True, slots=True)
class _Scale:
    """The days between two years, both whole, over the width there is for them."""

    first: int
    last: int

    def x(self, day: date) -> float:
        """Where a day stands."""
        begun = date(self.first, 1, 1).toordinal()
        days = date(self.last, 12, 31).toordinal() - begun + 1
        return LEFT + (WIDTH - LEFT - RIGHT) * (day.toordinal() - begun) / days


def timeline(lanes: Sequence[Lane], title: str) -> Markup | None:
    """The lanes that have anything of a known day, over the years of all of them; None where none has."""
    shown = [(each, known) for each in lanes if (known := [one for one in each.stretches if _days(one)])]
    days = [day for _, stretches in shown for each in stretches for day in _days(each) or ()]
    if not days:
        return None
    scale = _Scale(min(days).year, max(days).year)
    height = TOP + LANE * len(shown) + BELOW
    told = "; ".join(f"{lane.label}: {', '.join(each.words for each in stretches)}" for lane, stretches in shown)
    return drawing(
        WIDTH,
        height,
        title,
        told,
        *_years(scale, height),
        *(part for nth, (lane, known) in enumerate(shown) for part in _lane(nth, lane, known, scale)),
        class_="timeline",
    )


def _years(scale: _Scale, height: float) -> Iterator[Element]:
    """A line at the beginning of years, as many as are read with ease."""
    number = scale.last - scale.first + 1
    step = next(each for each in (1, 2, 5, 10, 20, 50, 100, 1000, 10_000) if number <= each * YEARS)
    for year in range(scale.first, scale.last + 1):
        if year % step == 0 or number == 1:
            x = scale.x(date(year, 1, 1))
            yield element("path", class_="year", d=f"M{x:.1f} {TOP - 8:g}V{height - BELOW:g}")
            yield element("text", text=str(year), class_="quiet", x=x, y=height - 8)


def _lane(nth: int, lane: Lane, stretches: Sequence[Stretch], scale: _Scale) -> Iterator[Element]:
    y = TOP + LANE * (nth + 0.5)
    yield element("text", text=words.short(lane.label, LETTERS), x=INDENT, y=y + 4)
    yield element("path", class_="lane", d=f"M{LEFT:g} {y:g}H{WIDTH - RIGHT:g}")
    numbered = -CLOSE
    for each in stretches:
        first, last = _days(each) or (date.min, date.min)
        start, end = scale.x(first), scale.x(last)
        yield _drawn(each, start, end, y)
        if each.number and (x := (start + end) / 2) - numbered >= CLOSE:
            numbered = x
            yield element("text", text=each.number, class_="quiet", x=x, y=y - MARK - 3, text_anchor="middle")


def _drawn(stretch: Stretch, start: float, end: float, y: float) -> Element:
    told = element("title", text=stretch.words)
    if stretch.as_ == "mark":
        return element("circle", told, class_="mark", cx=(start + end) / 2, cy=y, r=MARK)
    if stretch.as_ == "gap":
        begun = start + MARK
        return element("path", told, class_="gap", d=f"M{begun:.1f} {y:g}H{max(end - MARK, begun):.1f}")
    width = max(end - start, BAR)  # a single day is seen, too
    return element("rect", told, class_="bar", x=start, y=y - BAR / 2, width=width, height=BAR, rx=BAR / 2)


def _days(stretch: Stretch) -> tuple[date, date] | None:
    """The first and last day that it may cover; None where they are no days."""
    first, last = bounds(stretch.first), bounds(stretch.last)
    return (date.fromisoformat(first[0]), date.fromisoformat(last[1])) if first and last else None
