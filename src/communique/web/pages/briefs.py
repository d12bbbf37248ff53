"""The brief on two parties: as a page, and as a file to carry."""

from typing import Literal

from fastapi.responses import Response

from communique.export.brief import FORMS, TYPES, Dossier, dossier, inside
from communique.export.brief.dossier import Passage
from communique.web import links
from communique.web.keeping import to_be_kept
from communique.web.page import Page
from communique.web.pages import pages
from communique.web.pages.asked import Day, check_pair
from communique.web.view import View, Viewing

FILES = ("pdf", "docx", "md")


@pages.add("/parties/{one}/{other}/brief", "brief.html", Dossier)
def brief(view: Viewing, one: str, other: str, on: Day = None) -> Page:
    """A brief on two parties as of a day: what was reported by then, every line with its source."""
    check_pair(view, one, other, links.brief)
    found = _made(view, one, other, on)
    files = [(form, links.brief(one, other, form=form, on=found.on)) for form in FILES]
    shown = {"inside": inside(found, leading=_leading), "files": files}
    return Page(title=f"Brief: {found.title}", data=found, shown=shown)


@pages.file("/parties/{one}/{other}/brief.{form}")
def brief_file(view: Viewing, one: str, other: str, form: Literal["pdf", "docx", "md"], on: Day = None) -> Response:
    """The brief as a file: PDF, DOCX or Markdown."""
    to_be_kept(view.request)
    found = _made(view, one, other, on)
    name = f"brief-{found.parties[0]}-{found.parties[1]}-{found.on}.{form}"
    kept = "".join(each if each.isascii() and (each.isalnum() or each in "-.") else "_" for each in name)
    headers = {"Content-Disposition": f'attachment; filename="{kept}"'}
    return Response(FORMS[form](found), media_type=TYPES[form], headers=headers)


def _made(view: View, one: str, other: str, on: str | None) -> Dossier:
    return dossier(view.record, (one, other), on=on or view.settings.today().isoformat())


def _leading(passage: Passage) -> str:
    return links.report(passage.report, start=passage.start, end=passage.end)
