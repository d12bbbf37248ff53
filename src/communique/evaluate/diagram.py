"""Calibration as a reliability diagram: plain SVG that needs no font, no script, and is at home in light and dark."""

from collections.abc import Iterator, Sequence
from html import escape
from math import sqrt

from communique.evaluate.calibration import Bin, Calibration

SIDE = 220  # of the square a panel draws in
LEFT, TOP, GAP, BELOW = 44, 52, 28, 76  # room for the axis, the title, between panels, for the labels below
DOT, DOT_MOST = 2.5, 9.0  # radius of the smallest and the greatest dot; the area grows with the count
TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
BARS = 22  # height of the strip that counts the values

STYLE = """\
svg { color-scheme: light dark; --ink: #24323b; --faint: #71818b; --line: #cfd8dc; --dot: #00796b; --ground: #ffffff }
@media (prefers-color-scheme: dark) {
  svg { --ink: #e4eaed; --faint: #9aa9b2; --line: #46555e; --dot: #4db6ac; --ground: #1e2129 }
}
text { font: 11px system-ui, sans-serif; fill: var(--faint) }
.title { font-size: 14px; font-weight: 600; fill: var(--ink) }
.ground { fill: var(--ground) }
.grid { stroke: var(--line); stroke-width: .6 }
.even { stroke: var(--faint); stroke-width: 1; stroke-dasharray: 4 4 }
.reach { stroke: var(--dot); stroke-width: 1.2; opacity: .6 }
.path { fill: none; stroke: var(--dot); stroke-width: 1.4; opacity: .45 }
.dot { fill: var(--dot); stroke: var(--ground); stroke-width: 1 }
.count { font-size: 9px }
.bar { fill: var(--dot); opacity: .3 }
"""


def diagram(calibrations: Sequence[Calibration]) -> str:
    """An SVG with a panel a calibration, side by side."""
    width = LEFT + len(calibrations) * (SIDE + GAP)
    height = TOP + SIDE + BELOW
    told = "; ".join(f"{each.name}: expected calibration error {each.error:.3f}" for each in calibrations)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">',
        f"<title>Score of a value against the share that is right</title><desc>{escape(told)}</desc>",
        f"<style>\n{STYLE}</style>",
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
    ]
    for k, each in enumerate(calibrations):
        lines.append(f'<g transform="translate({LEFT + k * (SIDE + GAP)} {TOP})">')
        lines += [*_frame(each, first=k == 0), *_dots(each.bins), *_bars(each.bins), "</g>"]
    return "\n".join([*lines, "</svg>"]) + "\n"


def _frame(each: Calibration, *, first: bool) -> Iterator[str]:
    """Title, grid, axes, and the line on which a true score lies."""
    yield f'<text class="title" x="0" y="-28">{escape(each.name)}</text>'
    yield f'<text x="0" y="-11">{each.seen:,} values · expected error {each.error:.3f}</text>'
    for tick in TICKS:
        x, y = _at(tick, tick)
        yield f'<path class="grid" d="M{x} 0V{SIDE}M0 {y}H{SIDE}"/>'
        yield f'<text x="{x}" y="{SIDE + 15}" text-anchor="middle">{tick:g}</text>'
        if first:
            yield f'<text x="-7" y="{y + 4:g}" text-anchor="end">{tick:g}</text>'
    yield f'<path class="even" d="M0 {SIDE}L{SIDE} 0"/>'
    yield f'<text x="{SIDE / 2:g}" y="{SIDE + 32}" text-anchor="middle">score</text>'
    if first:
        yield f'<text transform="translate(-31 {SIDE / 2:g}) rotate(-90)" text-anchor="middle">share right</text>'


def _dots(bins: Sequence[Bin]) -> Iterator[str]:
    """A dot a bin, as large as it is full, with the range its share may have."""
    most = max((each.seen for each in bins), default=1)
    points = " ".join("{},{}".format(*_at(each.mean, each.share)) for each in bins)
    yield f'<polyline class="path" points="{points}"/>'
    for each in bins:
        x, y = _at(each.mean, each.share)
        low, high = (_at(0, share)[1] for share in each.interval)
        radius = DOT + (DOT_MOST - DOT) * sqrt(each.seen / most)
        told = f"score {each.mean:.2f}: {each.right:,} of {each.seen:,} right ({each.share:.2f})"
        yield f'<path class="reach" d="M{x} {low}V{high}"/>'
        yield f'<circle class="dot" cx="{x}" cy="{y}" r="{radius:.1f}"><title>{told}</title></circle>'


def _bars(bins: Sequence[Bin]) -> Iterator[str]:
    """How many values each bin holds, as a bar below the axis with its number."""
    most = max((each.seen for each in bins), default=1)
    foot = SIDE + BELOW - 8
    for each in bins:
        x, height = _at(each.mean, 0)[0], BARS * each.seen / most
        yield f'<rect class="bar" x="{x - 8:.1f}" y="{foot - height:.1f}" width="16" height="{height:.1f}"/>'
        above = foot - height - 3
        yield f'<text class="count" x="{x}" y="{above:.1f}" text-anchor="middle">{_brief(each.seen)}</text>'


def _brief(count: int) -> str:
    thousand = 1000
    return f"{count / thousand:.1f}k" if count >= thousand else str(count)


def _at(score: float, share: float) -> tuple[float, float]:
    return round(score * SIDE, 1), round((1 - share) * SIDE, 1)
