"""The templates: how values of the record are written on pages.

Everything is escaped; nothing is marked safe but the SVG of `plots`, which escapes for itself.
"""

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from communique.web import links
from communique.wording import parties, words

TEMPLATES = Path(__file__).parent / "templates"


@cache
def environment() -> Environment:
    """The templates' environment, made once."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.globals |= {"links": links, "words": words}
    made.filters |= {
        "party": parties.name,
        "date": words.date,
        "count": words.count,
        "ordinal": words.ordinal,
        "plain": plain,
        "between": between,
    }
    return made


def plain(value: Any) -> str:
    """A value in words: `host` for Role.HOST, `part of` for `part_of`."""
    return str(getattr(value, "value", value)).replace("_", " ")


def between(codes: Sequence[str]) -> str:
    """Parties by name, as a title has them: `Azerbaijan – Iran`."""
    return " – ".join(parties.name(each) for each in codes)
