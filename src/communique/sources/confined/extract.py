"""What a parser found in a file: the text, what the file says of it, and what is to be known or was wrong."""

from dataclasses import dataclass

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
    notes: tuple[Said, ...] = ()
