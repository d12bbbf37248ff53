"""Where the forms of the review pages are sent to: each decides through the record, and leads back to the page.

The only place of the pages from which a record is written to.
"""

from http import HTTPStatus
from typing import Annotated, Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from fastapi import Form
from fastapi.responses import RedirectResponse, Response

from communique.errors import RecordError
from communique.web import resuming
from communique.web.login import within
from communique.web.pages import pages
from communique.web.pages.at_once import at_once
from communique.web.pages.waiting import Asked, State, What
from communique.web.view import Reviewing, View
from communique.wording import parties

CODED = ("party", "country")  # fields that hold the code of a party, which people give by name

Short = Annotated[str, Form(max_length=400)]
Back = Annotated[str, Form(max_length=2000)]
Place = Annotated[int | None, Form(ge=0, lt=2**31)]


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
    return _back(view, back, done=made.id)


@pages.act("/review/part")
def part_an_account(view: Reviewing, id: Short, account: Short, why: Short = "", back: Back = "/review") -> Response:  # noqa: A002
    """Part one account from the rest of an engagement."""
    with view.writer.record() as record:
        made = record.decide("different", id, account=account, why=why or None, by=view.who.name)
    return _back(view, back, done=made.id)


@pages.act("/review/value")
def decide_on_value(
    view: Reviewing,
    verdict: Annotated[Literal["accept", "reject", "unsure", "edit"], Form()],
    of: Short,
    field: Short,
    report: Short = "",
    start: Place = None,
    end: Place = None,
    value: Annotated[str, Form(max_length=2000)] = "",
    cite: Short = "",
    meant: Annotated[str, Form(max_length=2000)] = "",
    why: Short = "",
    back: Back = "/review",
) -> Response:
    """Decide on the value that stands at these words, or on the one that is `meant`, or that there is none.

    An edit gives another, and may cite other words of the report, `START-END`.
    """
    edits = verdict == "edit"
    if edits and field.partition(":")[0] in CODED:
        value = parties.code(value)
    with view.writer.record() as record:
        made = record.decide(
            verdict,
            of,
            field,
            value=value if edits else meant or None,
            cite=_words(report, cite) if edits and cite else None,
            at=None if start is None or end is None else (report, start, end),
            why=why or None,
            by=view.who.name,
        )
    return _back(view, back, done=made.id)


@pages.act("/review/all")
def decide_on_all(
    view: Reviewing,
    verdict: Annotated[Literal["same", "different", "unsure", "accept", "reject"], Form()],
    seen: Short,
    what: Annotated[What, Form()] = "values",
    state: Annotated[State, Form()] = "open",
    rule: Short = "",
    outlet: Short = "",
    party: Short = "",
    below: Annotated[float, Form(ge=0, le=1)] = 0,
    before: Place = None,
    why: Short = "",
) -> Response:
    """Decide alike on all that waits under a filter, if it is still what was `seen`."""
    asked = Asked(what=what, state=state, rule=rule, outlet=outlet, party=party, below=below, before=before)
    with view.writer.record() as record:
        found = at_once(record, asked)
        if found.seen != seen:
            raise RecordError("something was decided or read since this was shown; go back and look again")
        made = record.decide_all(verdict, found.what, why=why or None, by=view.who.name)
    if made.id is None:
        raise RecordError(f"none of these can be decided so: {made.refused[0].why}" if made.refused else "none waits")
    return _back(view, f"/review?{urlencode(asked.given())}", done=made.id)


@pages.act("/review/undo")
def undo(view: Reviewing, id: Short, back: Back = "/decisions") -> Response:  # noqa: A002
    """Take back one decision, or all of a group."""
    with view.writer.record() as record:
        record.undo(id, by=view.who.name)
    return _back(view, back, done="")


def _words(report: str, cite: str) -> tuple[str, int, int]:
    start, _, end = cite.partition("-")
    if not (start.isascii() and start.isdigit() and end.isascii() and end.isdigit()):
        raise RecordError(f"{cite!r} is no place in a text; give the first and the last offset, as 12-34")
    return report, int(start), int(end)


def _back(view: View, path: str, *, done: str) -> Response:
    """To the page somebody came from, which names what was decided there last, and is where they left off."""
    parts = urlsplit(within(path))
    asked = [(name, each) for name, each in parse_qsl(parts.query) if name != "done"]
    answer = RedirectResponse(_address(parts.path, [*asked, ("done", done)] if done else asked), HTTPStatus.SEE_OTHER)
    resuming.leave(view, answer, _address(parts.path, asked))
    return answer


def _address(path: str, asked: list[tuple[str, str]]) -> str:
    return path + (f"?{urlencode(asked)}" if asked else "")
