"""Two that may be one side by side, and what one thing is joined of: merging and splitting."""

from typing import Annotated, Any, Literal

from fastapi import Query

from communique.record.deciding.moving import Part
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.view import Viewing

Id = Annotated[str, Query(max_length=40)]


@pages.add("/review/same", "review_same.html", dict[str, Any])
def same(view: Viewing, left: Id, right: Id, scores: Literal["shown", "hidden"] = "shown", done: Id = "") -> Page:
    """Two engagements, people or bodies side by side: what would move if they were one, what speaks for it."""
    shown = {
        "left": left,
        "right": right,
        "moving": view.record.moving(left, right),
        "scores": scores,
        "done": done,
        "may": view.who.may("reviewer"),
    }
    return Page(title="One or two?", data=view.record.beside(left, right), shown=shown)


@pages.add("/review/split", "review_split.html", tuple[Part, ...])
def split(view: Viewing, id: Id, done: Id = "") -> Page:  # noqa: A002
    """What an engagement, person or body is joined of: accounts to be parted from it, names to be told apart."""
    shown = {"id": id, "done": done, "may": view.who.may("reviewer")}
    return Page(title="What it is joined of", data=view.record.parts(id), shown=shown)
