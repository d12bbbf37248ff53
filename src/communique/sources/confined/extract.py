"""What a parser found in a file: the text, what the file says of it, and what is to be known or was wrong."""

from dataclasses import dataclass, field
from typing import Any

Said = tuple[str, str]  # what is wrong or to be known, and what to do


class Refused(Exception):
    """Raised by a parser where a file gives no report: what is wrong with it, and what to do."""

    def __init__(self, what: str, mend: str) -> None:
        super().__init__(what, mend)
        self.said: Said = (what, mend)


@dataclass(frozen=True, slots=True)
class Extract:
    """A file's text, with paragraphs parted by a blank line, and what the file itself says of it.

    `published` is an ISO 8601 day. `notes` are to be known though nothing is lost by them.
    """

    text: str
    title: str | None = None
    url: str | None = None
    published: str | None = None
    publisher: str | None = None
    notes: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One of the many reports in a file: an object with the fields of a report, as of JSON, and where it stands.

    `name` is for one that brings no id, `line` counts from 1. `wrong` is what makes a part of the file none, in its
    place; `lost` is False where that is only to be known.
    """

    data: dict[str, Any] = field(default_factory=dict)
    name: str = ""
    line: int | None = None
    wrong: Said | None = None
    lost: bool = True
