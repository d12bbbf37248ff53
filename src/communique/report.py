"""A report, and citations of it.

Invariant: a `Citation` is true of the text it was made on, `text[start:end] == quote`, or it is not made.
"""

import hashlib
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from communique.errors import FalseCitation

Value = TypeVar("Value", bound=str | int | bool)

SHOWN_QUOTE = 60  # characters of a quote that an error message repeats


@dataclass(frozen=True, slots=True)
class Report:
    """A text somebody published, and where it came from.

    `text` is kept exactly as it was taken in and every offset in a reading counts its code points.
    `published` is an ISO 8601 date (`2017-10-24`) or None; `url`, `title` and `publisher` are what the source
    said of it. `retrieved` is when it was fetched, ISO 8601, where an archive tells it; it is never taken for the
    publication.
    """

    id: str
    text: str
    url: str | None = None
    published: str | None = None
    title: str | None = None
    retrieved: str | None = None
    publisher: str | None = None
    digest: str = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # surrogatepass: a report may hold lone surrogates and must still have an identity
        digest = hashlib.sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()
        object.__setattr__(self, "digest", digest)

    def cite(self, start: int, end: int) -> "Citation":
        """The citation of `text[start:end]`; raises FalseCitation where there are no such words."""
        return Citation(self.text, start, end)


@dataclass(frozen=True, slots=True, init=False)
class Citation:
    """The exact words a value stands on: half-open offsets in code points, and the words themselves.

    It is made on a text and checked against it; `quote`, where given, must be what the text has there.
    """

    start: int
    end: int
    quote: str

    def __init__(self, text: str, start: int, end: int, quote: str | None = None) -> None:
        if not 0 <= start < end <= len(text):
            raise FalseCitation(
                f"no words at {start}:{end} in a text of {len(text)} characters; "
                "offsets are half-open code points into the report's text as given"
            )
        found = text[start:end]
        if quote is not None and quote != found:
            raise FalseCitation(
                f"the text has {found[:SHOWN_QUOTE]!r} at {start}:{end}, not {quote[:SHOWN_QUOTE]!r}; "
                "count code points, and cite the text the report was given with"
            )
        object.__setattr__(self, "start", start)
        object.__setattr__(self, "end", end)
        object.__setattr__(self, "quote", found)


@dataclass(frozen=True, slots=True, init=False)
class Cited(Citation, Generic[Value]):
    """A value with the words it stands on and the id of the rule (or model) that made it.

    `rule` is `step.pattern`, e.g. `times.day_month`; `communique doctor --rules` lists them.
    """

    value: Value
    rule: str

    def __init__(self, text: str, start: int, end: int, *, value: Value, rule: str, quote: str | None = None) -> None:
        Citation.__init__(self, text, start, end, quote)
        object.__setattr__(self, "value", value)
        object.__setattr__(self, "rule", rule)
