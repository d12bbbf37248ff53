"""Where the forms of the review pages are sent to: each decides through the record, and leads back to the page.

The only place of the pages from which a record is written to.
"""

from http import HTTPStatus
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Form
from fastapi.responses import RedirectResponse, Response

from communique.errors import RecordError
from communique.web.login import within
from communique.web.pages import pages
from communique.web.view import Reviewing

Short = Annotated[str, Form(max_length=400)]
Back = Annotated[str, Form(max_length=2000)]
Place = Annotated[int, Form(ge=0, lt=2**31)]


@pages.act("/review/pair")
def decide_on_pair(
    view: Reviewing,
    verdict: Annotated[Literal["same", "different", "unsure"], Form()],
    left: Short,
    right: Short,
    why: Short = "",
    back: Back = "/review",
) -> Response:
    """Decide whether two things are one."""
    with view.writer.record() as record:
        made = record.decide(verdict, left, right, why=why or None, by=view.who.name)
    return _back(back, done=made.id)


@pages.act("/review/value")
def decide_on_value(
    view: Reviewing,
    verdict: Annotated[Literal["accept", "reject", "edit"], Form()],
    of: Short,
    field: Short,
    report: Short,
    start: Place,
    end: Place,
    value: Annotated[str, Form(max_length=2000)] = "",
    cite: Short = "",
    why: Short = "",
    back: Back = "/review",
) -> Response:
    """Decide on the value that stands at these words; an edit gives another, and may cite other words, `START-END`."""
    edits = verdict == "edit"
    with view.writer.record() as record:
        made = record.decide(
            verdict,
            of,
            field,
            value=value if edits else None,
            cite=_words(report, cite) if edits and cite else None,
            at=(report, start, end),
            why=why or None,
            by=view.who.name,
        )
    return _back(back, done=made.id)


@pages.act("/review/undo")
def undo(view: Reviewing, id: Short, back: Back = "/decisions") -> Response:  # noqa: A002
    """Take back one decision."""
    with view.writer.record() as record:
        record.undo(id, by=view.who.name)
    return _back(back, done="")


def _words(report: str, cite: str) -> tuple[str, int, int]:
    start, _, end = cite.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise RecordError(f"{cite!r} is no place in a text; give the first and the last offset, as 12-34")
    return report, int(start), int(end)


def _back(path: str, *, done: str) -> Response:
    """To the page somebody came from, which names what was decided there last."""
    parts = urlsplit(within(path))
    asked = [(name, each) for name, each in parse_qsl(parts.query) if name != "done"]
    query = urlencode([*asked, ("done", done)] if done else asked)
    return RedirectResponse(parts.path + (f"?{query}" if query else ""), HTTPStatus.SEE_OTHER)
