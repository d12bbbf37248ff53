"""Counts over time as stacked bars: plain SVG that needs no font, no script, and is at home in light and dark."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape

BAR, GAP, HEIGHT = 26, 10, 180  # of one bar, between bars, of the tallest
LEFT, TOP, BELOW, LEGEND = 40, 44, 46, 18
LEAST_WIDTH = 420  # so that title and note have room
TICKS = 4  # lines of the grid, at most
COLOURS = ("#00796b", "#f9a825", "#5e35b1", "#c62828", "#1565c0", "#6d4c41", "#7cb342", "#ad1457", "#546e7a", "#9e9d24")

STYLE = (
    """\
svg { color-scheme: light dark; --ink: #24323b; --faint: #71818b; --line: #cfd8dc; --ground: #ffffff }
@media (prefers-color-scheme: dark) {
  svg { --ink: #e4eaed; --faint: #9aa9b2; --line: #46555e; --ground: #1e2129 }
}
text { font: 11px system-ui, sans-serif; fill: var(--faint) }
.title { font-size: 14px; font-weight: 600; fill: var(--ink) }
.ground { fill: var(--ground) }
.grid { stroke: var(--line); stroke-width: .6 }
.blank { fill: var(--line); opacity: .35 }
"""
    + "\n".join(f".of-{nth} {{ fill: {colour} }}" for nth, colour in enumerate(COLOURS))
    + "\n"
)

Period = tuple[str, Mapping[str, int], bool]
"""Its name, how many of each group, and whether the record covers it."""


def bars(
    periods: Sequence[Period], groups: Sequence[str], *, title: str, note: str = "", style: str | None = STYLE
) -> str:
    """An SVG with a stacked bar a period; a period that is not covered is shaded, so that it is not taken for none.

    Without a `style` it is for a page that has one: only classes say how it looks.
    """
    width = max(LEAST_WIDTH, LEFT + len(periods) * (BAR + GAP) + GAP)
    height = TOP + HEIGHT + BELOW + LEGEND * len(groups)
    most = max((sum(counts.values()) for _, counts, _ in periods), default=0) or 1
    told = ", ".join(f"{name}: {sum(counts.values())}" for name, counts, _ in periods)
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" role="img">',
        f"<title>{escape(title)}</title><desc>{escape(told)}</desc>",
        *([f"<style>\n{style}</style>"] if style else []),
        f'<rect class="ground" width="{width}" height="{height}" rx="8"/>',
        f'<text class="title" x="{LEFT}" y="20">{escape(title)}</text>',
        f'<text x="{LEFT}" y="35">{escape(note)}</text>',
        *_grid(most, width),
        *(line for nth, period in enumerate(periods) for line in _bar(nth, period, groups, most)),
        *_legend(groups),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _grid(most: int, width: int) -> Iterator[str]:
    step = max(1, -(-most // TICKS))
    for value in range(0, most + 1, step):
        y = _y(value, most)
        yield f'<path class="grid" d="M{LEFT} {y}H{width - GAP}"/>'
        yield f'<text x="{LEFT - 6}" y="{y + 4:g}" text-anchor="end">{value}</text>'


def _bar(nth: int, period: Period, groups: Sequence[str], most: int) -> Iterator[str]:
    name, counts, covered = period
    x = LEFT + GAP + nth * (BAR + GAP)
    if not covered and not counts:
        yield f'<rect class="blank" x="{x}" y="{TOP}" width="{BAR}" height="{HEIGHT}"><title>no report</title></rect>'
    below = 0
    for shade, group in enumerate(groups):
        if count := counts.get(group, 0):
            y, base = _y(below + count, most), _y(below, most)
            shown = f"{escape(name)}, {escape(group)}: {count}"
            yield (
                f'<rect x="{x}" y="{y}" width="{BAR}" height="{base - y:g}" class="{_class(shade)}">'
                f"<title>{shown}</title></rect>"
            )
            below += count
    yield f'<text x="{x + BAR / 2}" y="{TOP + HEIGHT + 15}" text-anchor="middle">{escape(name)}</text>'


def _legend(groups: Sequence[str]) -> Iterator[str]:
    for nth, group in enumerate(groups):
        y = TOP + HEIGHT + BELOW + nth * LEGEND - 12
        yield f'<rect x="{LEFT}" y="{y}" width="10" height="10" class="{_class(nth)}"/>'
        yield f'<text x="{LEFT + 16}" y="{y + 9}">{escape(group)}</text>'


def _class(nth: int) -> str:
    return f"of-{nth % len(COLOURS)}"


def _y(value: int, most: int) -> float:
    return round(TOP + HEIGHT * (1 - value / most), 1)
