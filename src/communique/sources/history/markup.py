"""The rows as the Historian's own XML: `<visit>` and `<trip>` elements.

Invariant: no entity that a file declares is ever expanded; a file with a document type is refused where it begins.
"""

from collections.abc import Iterator
from xml.parsers import expat

from communique.report import Report
from communique.sources.history.rows import report_of
from communique.sources.limits import CHUNK
from communique.sources.markup.pieces import first_element
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "the Historian's lists as XML"
NEEDS: tuple[str, ...] = ()

ROWS = ("visit", "trip")
NAMES = {  # element → field
    "id": "id",
    "role": "role",
    "name": "name",
    "visitor": "visitor",
    "start-date": "start",
    "end-date": "end",
    "from": "country",
    "country": "country",
    "locale": "place",
    "description": "remarks",
    "remarks": "remarks",
}


class _Refused(Exception):
    """The file declares a document type."""


def fits(source: Source) -> bool:
    """The file begins with an element, a declaration or a document type."""
    return first_element(source.head) is not None or source.head.lstrip().startswith(b"<")


def reports(source: Source) -> Iterator[Report | Problem]:
    """The rows as reports, as they come; after a fault in the XML there are no more."""
    rows = _Rows(source)
    found = 0
    piece = b"-"
    while piece:
        piece = source.stream.read(CHUNK)
        wrong = rows.feed(piece)
        for item in rows.taken():
            found += 1
            yield item
        if wrong:
            yield wrong
            return
    if not found:
        yield source.problem("has no <visit> or <trip>", "give the Historian's lists, as JSON lines or XML")


class _Rows:
    """Gathers the fields of one row after another from the parser's events."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._items: list[Report | Problem] = []
        self._row: dict[str, str] | None = None
        self._field: str | None = None
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.StartDoctypeDeclHandler = self._doctype

    def feed(self, piece: bytes) -> Problem | None:
        """Parse the next piece, b"" for the end; the Problem where it cannot go on."""
        try:
            self._parser.Parse(piece, not piece)
        except _Refused:
            what, mend = "declares a document type (DOCTYPE), which is not read", "take the declaration out"
        except expat.ExpatError as error:
            self._source.line = error.lineno
            what = f"is broken XML ({expat.ErrorString(error.code)}); what came before is read"
            mend = "mend the file, or save it again"
        else:
            return None
        return self._source.problem(what, mend)

    def taken(self) -> Iterator[Report | Problem]:
        """What has been gathered since the last time."""
        items, self._items = self._items, []
        yield from items

    def _doctype(self, *_: object) -> None:
        self._source.line = self._parser.CurrentLineNumber
        raise _Refused

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        del attributes
        if name in ROWS and self._row is None:
            self._row = {"kind": name}
            self._source.line = self._parser.CurrentLineNumber
        elif self._row is not None and name in NAMES and self._field is None:
            self._field = NAMES[name]
            self._row.setdefault(self._field, "")

    def _text(self, text: str) -> None:
        if self._row is not None and self._field is not None:
            self._row[self._field] += text

    def _end(self, name: str) -> None:
        if self._field is not None and NAMES.get(name) == self._field:
            self._field = None
        elif self._row is not None and name == self._row["kind"]:
            row, self._row, self._field = self._row, None, None
            self._items += report_of(_with_whole_id(row), self._source)


def _with_whole_id(row: dict[str, str]) -> dict[str, str]:
    """The id as the list of all rows has it: `visit-2138`, `trip-secretary-1914`."""
    number = row.get("id", "").strip()
    if not number:
        return row
    return {**row, "id": "-".join(part for part in (row["kind"], row.get("role", "").strip(), number) if part)}
