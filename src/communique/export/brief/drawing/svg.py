"""The contact plot as SVG that only classes say the look of: `shade-0` and so on, `dot`."""

from collections.abc import Iterator
from html import escape

from communique.export.brief.dossier import Plot
from communique.export.brief.drawing.layout import HEIGHT, SIZE, WIDTH, Box, Dot, Mark, layout

RADIUS = 1.2  # of a dot


def svg(plot: Plot) -> str:
    """The element `<svg>`, with its numbers told in words for whoever does not see it."""
    told = ", ".join(f"{year.name}: {year.total if year.covered else 'no report'}" for year in plot.years)
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH:g} {HEIGHT:g}" role="img">',
            f"<title>Contact over the years</title><desc>{escape(told)}</desc>",
            f'<g font-size="{SIZE}">',
            *_painted(layout(plot)),
            "</g>",
            "</svg>",
        ]
    )


def _painted(marks: list[Mark]) -> Iterator[str]:
    for each in marks:
        if isinstance(each, Box):
            place = f'x="{each.x:g}" y="{each.y:g}" width="{each.width:g}" height="{each.height:g}"'
            yield f'<rect class="shade-{each.shade}" {place}><title>{escape(each.told)}</title></rect>'
        elif isinstance(each, Dot):
            told = escape(each.told)
            yield f'<circle class="dot" cx="{each.x:g}" cy="{each.y:g}" r="{RADIUS}"><title>{told}</title></circle>'
        else:
            yield f'<text x="{each.x:g}" y="{each.y:g}" text-anchor="{each.anchor}">{escape(each.text)}</text>'
