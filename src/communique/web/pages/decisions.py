"""What was decided: who, what, when, why and on which words, each and each group to be taken back."""

from typing import Annotated, Any

from fastapi import Query

from communique.record.entries import Decided
from communique.resolve.decisions import Verdict
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Viewing

SHOWN = 50


@pages.add("/decisions", "decisions.html", tuple[Decided, ...])
def decisions(
    view: Viewing,
    by: Annotated[str, Query(max_length=100)] = "",
    verdict: Verdict | None = None,
    of: Annotated[str, Query(max_length=40)] = "",
    skip: Annotated[int, Query(ge=0, lt=2**31)] = 0,
) -> Page:
    """Who decided what, when and on which words; the latest first. `of` is an id, or that of a group (`G-…`)."""
    if of:
        made = view.record.decisions(of)[::-1]
        found = [each for each in made if by in ("", each.made_by) and verdict in (None, each.verdict)]
        total, shown_now = len(found), tuple(found[skip : skip + SHOWN])
    else:
        latest = view.record.latest_decisions(by=by or None, verdict=verdict, limit=SHOWN, skip=skip)
        total, shown_now = latest.total, latest.entries
    shown: dict[str, Any] = {"by": by, "verdict": verdict or "", "of": of, "skip": skip, "total": total}
    group = [each for each in shown_now if of and each.group == of]
    shown |= {"shown": SHOWN, "group": group, "may": view.who.may("reviewer")}
    return Page(title="Decisions", data=shown_now, shown=shown)
