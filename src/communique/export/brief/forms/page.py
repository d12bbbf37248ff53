"""A brief as HTML: a page that stands alone, without scripts, and the inside of it for pages that have a frame."""

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from communique.export.brief.dossier import Dossier, Passage
from communique.export.brief.drawing.layout import SHADES
from communique.export.brief.drawing.svg import svg
from communique.export.brief.forms import wording
from communique.export.extras import needed_for
from communique.wording import words

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

TEMPLATES = Path(__file__).parent / "templates"
SCHEMES = ("http://", "https://")  # of addresses that a brief links to

Leading = Callable[[Passage], str]


def page(dossier: Dossier) -> bytes:
    """The brief as a file of its own (UTF-8); raises MissingExtra without Jinja2."""
    made = _environment().get_template("page.html")
    style = "".join(f".shade-{nth} {{ fill: {shade} }}\n" for nth, shade in enumerate(SHADES))
    return made.render(dossier=dossier, inside=inside(dossier), shades=style).encode("utf-8")


def inside(dossier: Dossier, *, leading: Leading | None = None) -> "Markup":
    """The brief below its heading; with `leading`, each quoted passage links to the address that it gives."""
    with needed_for("a brief as HTML"):
        from markupsafe import Markup
    made = _environment().get_template("inside.html")
    plot = Markup(svg(dossier.plot)) if dossier.plot else None  # it escapes for itself
    return Markup(made.render(dossier=dossier, plot=plot, leading=leading))


@cache
def _environment() -> "Environment":
    with needed_for("a brief as HTML"):
        from jinja2 import Environment, FileSystemLoader, StrictUndefined
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"wording": wording, "words": words}
    made.filters |= {"plain": wording.text}
    made.tests["address"] = lambda url: bool(url) and url.startswith(SCHEMES)
    return made
