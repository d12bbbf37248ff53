"""An object of JSON → Report: `text`, and `id`, `url`, `published`, `title`, `publisher` where there are."""

from collections.abc import Iterator
from datetime import datetime
from reprlib import repr as brief
from typing import Any

from communique.report import Report
from communique.sources.limits import TEXT_LIMIT
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

SHAPE = "give an object with at least a text, best with id, url, published, title and text"

FIELDS = ("id", "url", "published", "title", "publisher", "text")

_KINDS = {
    dict: "an object",
    list: "an array",
    str: "a string",
    bool: "true or false",
    int: "a number",
    float: "a number",
}


def report_of(data: Any, source: Source, *, name: str) -> Iterator[Report | Problem]:
    """The report that `data` is, after what is to be known of it; or only the Problem that makes it none.

    `name` is the id for an object without one. Fields of other names are left alone.
    """
    wrong = _wrong_object(data)
    if wrong:
        yield source.problem(wrong, SHAPE)
        return
    unfit = wrong_text(data["text"])
    if unfit:
        yield source.problem(*unfit)
        return
    given = data.get("id")
    report = Report(
        name if given in (None, "") else str(given),
        data["text"],
        url=_string(data.get("url")),
        published=day_of(data.get("published")),
        title=_string(data.get("title")),
        publisher=_string(data.get("publisher")),
    )
    for field in ("url", "published", "title", "publisher"):
        if getattr(report, field) is None and data.get(field) not in (None, ""):
            wanted = "a day such as 2017-10-24" if field == "published" else "a string"
            what = f"report {report.id!r}: {field} is {brief(data[field])}, not {wanted}"
            yield source.problem(what, "it was read without", lost=False)
    yield report


def wrong_text(text: str) -> tuple[str, str] | None:
    """What makes `text` no report, and what to do; None where it is one."""
    if not text:
        return "is empty", "give a text, or leave it out"
    if text.isspace():
        return "holds only white space", "give a text, or leave it out"
    if len(text) > TEXT_LIMIT:
        return f"has {len(text):,} characters, more than the {TEXT_LIMIT:,} of one report", "cut it into its reports"
    return None


def day_of(value: Any) -> str | None:
    """The day of an ISO 8601 date or datetime as it is written (no change of time zone), None where it is neither."""
    if not isinstance(value, str):
        return None
    try:
        return datetime.fromisoformat(value.strip()).date().isoformat()
    except ValueError:
        return None


def _wrong_object(data: Any) -> str | None:
    if not isinstance(data, dict):
        return f"is {_kind(data)}, not a report"
    if "text" not in data:
        return "has no text" + (f", only {', '.join(map(str, list(data)[:5]))}" if data else "")
    if not isinstance(data["text"], str):
        return f"has a text that is {_kind(data['text'])}, not a string"
    if isinstance(data.get("id"), bool) or not isinstance(data.get("id"), str | int | None):
        return f"has an id that is {_kind(data['id'])}, not a string"
    return None


def _string(value: Any) -> str | None:
    return value if value and isinstance(value, str) else None


def _kind(value: Any) -> str:
    return _KINDS.get(type(value), "null")
