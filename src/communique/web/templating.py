"""The templates: how values of the record are written on pages.

Everything is escaped; nothing is marked safe but the SVG of `plots`, which escapes for itself.
"""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from communique.web import links
from communique.wording import parties, words

TEMPLATES = Path(__file__).parent / "templates"

_HALF = re.compile("[\ud800-\udfff]")


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
        "legible": legible,
        "combined": combined,
        "number": "{:,}".format,
    }
    return made


def plain(value: Any) -> str:
    """A value in words: `host` for Role.HOST, `part of` for `part_of`, `yes` for True."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(getattr(value, "value", value)).replace("_", " ")


def between(codes: Sequence[str]) -> str:
    """Parties by name, as a title has them: `Azerbaijan – Iran`."""
    return " – ".join(parties.name(each) for each in codes)


def legible(text: Any) -> str:
    """Words of a report as a page can hold them, as long as they were: halves of surrogate pairs as U+FFFD."""
    return _HALF.sub("\ufffd", words.visible(str(text)))


def combined(asked: Mapping[str, Any], **more: Any) -> dict[str, Any]:
    """What an address asks for, with more in place of what it has."""
    return {**asked, **more}
