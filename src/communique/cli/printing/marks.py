"""The kinds of value a reading cites, the colour each is shown in, and a report's text marked in them."""

from collections.abc import Iterator
from dataclasses import fields
from typing import TYPE_CHECKING, Any, NamedTuple

from communique import reading
from communique.wording import words

if TYPE_CHECKING:
    from rich.text import Text

STYLES = {  # kind of value: how it looks; where two kinds cite the same words the earlier one shows
    "engagement": "bold magenta",
    "date": "yellow",
    "place": "green",
    "party": "bright_blue",
    "person": "bold cyan",
    "rank and office": "cyan",
    "body": "bold blue",
    "source": "bright_black",
    "outcome": "bold green",
    "topic": "color(173)",
    "statement": "italic color(139)",
    "other language": "color(245)",
}

_MEMBER = {"name": "person", "mentions": "person", "rank": "rank and office", "office": "rank and office"}

KINDS: dict[type, dict[str, str]] = {  # part of a reading: field: kind of value
    reading.Masthead: {
        "publisher": "source",
        "attributed_to": "source",
        "dateline_place": "place",
        "dateline_date": "date",
    },
    reading.Person: {**_MEMBER, "party": "party"},
    reading.Participant: {**_MEMBER, "party": "party", "role": "engagement", "leads": "engagement"},
    reading.Document: {"name": "outcome", "status": "engagement"},
    reading.Account: {
        "kind": "engagement",
        "status": "engagement",
        "trigger": "engagement",
        "start": "date",
        "end": "date",
        "place": "place",
        "country": "place",
        "body": "body",
        "session_number": "body",
        "topics": "topic",
        "outcomes": "outcome",
        "mentions": "engagement",
    },
    reading.Head: {"name": "person", "party": "party"},
    reading.Body: {"name": "body", "aliases": "body", "kind": "body", "parties": "party", "areas": "topic"},
    reading.Statement: {
        "speaker": "person",
        "addressee": "person",
        "verb": "statement",
        "content": "statement",
        "about": "topic",
    },
    reading.Link: {"evidence": "engagement"},
    reading.Reading: {"foreign": "other language"},
}


class Mark(NamedTuple):
    """A stretch of a report's text, and the kind of value it is cited for (a key of `STYLES`)."""

    start: int
    end: int
    kind: str


def marks(part: Any) -> list[Mark]:
    """The marks of a reading or of a part of one, each once, the longer before the shorter that lie in them."""
    order = list(STYLES)
    return sorted(set(_marks(part)), key=lambda mark: (mark.start - mark.end, mark.start, -order.index(mark.kind)))


def _marks(part: Any) -> Iterator[Mark]:
    if isinstance(part, tuple):
        for each in part:
            yield from _marks(each)
    elif hasattr(part, "__dataclass_fields__"):
        kinds = KINDS.get(type(part), {})
        for field in fields(part):
            value = getattr(part, field.name)
            if field.name in kinds:
                cited = value if isinstance(value, tuple) else (value,)
                yield from (Mark(each.start, each.end, kinds[field.name]) for each in cited if each is not None)
            else:
                yield from _marks(value)


def marked(text: str, found: list[Mark]) -> "Text":
    """The text with its marks in colour; a mark inside a longer one keeps its own."""
    from rich.text import Text

    shown = Text(words.visible(text))
    for mark in found:
        shown.stylize(STYLES[mark.kind], mark.start, mark.end)
    return shown


def legend(found: list[Mark]) -> "Text":
    """The kinds of value among the marks, each in its colour."""
    from rich.text import Text

    present = {mark.kind for mark in found}
    shown = Text()
    for kind, style in STYLES.items():
        if kind in present:
            shown.append(" · " if shown else "", "dim").append(kind, style)
    return shown
