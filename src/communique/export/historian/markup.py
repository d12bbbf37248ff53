"""Rows as the Historian's XML: the elements that their schemas have, in their order.

Who wrote a row and when is this program and the day it was first told: theirs are not kept when the lists are imported.
"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from communique.export.historian.rows import List, Row, rows
from communique.export.texts import in_xml
from communique.lexicon.tables import table
from communique.record import Record
from communique.resolve import fold
from communique.sources.history.titles import country_of
from communique.wording import parties

DATA = Path(__file__).parent / "data"
WRITER = "communique"
INDENT = "    "
NOBODY = "x"  # before what begins with no letter: an XML name must

Element = tuple[str, dict[str, str], str]


def visits(record: Record) -> Iterator[str]:
    """The list of visits of foreign leaders, as the text of one file."""
    yield from _list(record, "visit")


def trips(record: Record) -> Iterator[str]:
    """The list of trips of presidents and secretaries of state, as the text of one file."""
    yield from _list(record, "trip")


def _list(record: Record, kind: List) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8"?>\n<{kind}s>\n'
    for row in rows(record, kind):
        head = {"role": row.fields["role"], "who": who(row.fields["name"])} if kind == "trip" else {}
        yield f"{INDENT}<{kind}{_attributes(head)}>\n"
        for name, attributes, text in _elements(row, kind):
            yield f"{INDENT * 2}<{name}{_attributes(attributes)}>{escape(in_xml(text))}</{name}>\n"
        yield f"{INDENT}</{kind}>\n"
    yield f"</{kind}s>\n"


def _elements(row: Row, kind: List) -> list[Element]:
    told, country = row.fields, {"id": country_id(row.fields["country"])}
    days: list[Element] = [("start-date", {}, told["start"]), ("end-date", {}, told["end"])]
    if kind == "visit":
        visitor: Element = ("visitor", {}, told["visitor"])
        own = [*days, visitor, ("from", country, told["country"]), ("description", {}, told["remarks"])]
    else:
        own = [("role", {}, told["role"]), ("name", {}, told["name"]), *days, ("country", country, told["country"])]
        own += [("locale", {}, told["place"]), ("remarks", {}, told["remarks"])]
    wrote = [
        (f"{deed}-{what}", dict[str, str](), value)
        for deed in ("created", "last-modified")
        for what, value in (("by", WRITER), ("datetime", f"{row.written}T00:00:00Z"))
    ]
    return [("id", {}, told["id"]), *own, *wrote]


def _attributes(given: dict[str, str]) -> str:
    return "".join(f" {name}={quoteattr(in_xml(value))}" for name, value in given.items())


def who(name: str) -> str:
    """A traveller as the lists call them: `Condoleezza Rice` is `rice-condoleezza`."""
    *given, last = fold(name).split() or [""]
    return _xml_name("-".join([last, *given]))


def country_id(written: str) -> str:
    """A country as the lists call it: by today's name, whatever name a row gives it."""
    ids, code = _country_ids(), country_of(written)
    return ids.get(written) or ids.get(code or "") or _xml_name("-".join(fold(parties.name(code or written)).split()))


def _xml_name(told: str) -> str:
    ascii_only = told.encode("ascii", "ignore").decode("ascii").strip("-")
    return ascii_only if ascii_only[:1].isalpha() else f"{NOBODY}-{ascii_only}"


@cache
def _country_ids() -> dict[str, str]:
    return {row["country"]: row["id"] for row in table(DATA / "countries.tsv", ["country", "id"])}
