"""The brief: what reports of a day or before tell of two parties, on three pages at most, every line cited.

    brief(record, ("AZ", "IR"), on="2018-01-01", form="pdf")   the bytes of a file
    dossier(record, ("AZ", "IR"), on="2018-01-01")             what all forms say, as plain entries

What is known is asked for once (`asking`), told section by section (`sections/`) in as much room as there is
(`fitting`), numbered (`numbering`), and set in a form (`forms/`).
"""

from collections.abc import Callable
from typing import Literal, get_args

from communique.errors import ExportError
from communique.export.brief.dossier import Dossier
from communique.export.brief.forms.markdown import markdown
from communique.export.brief.forms.page import inside, page
from communique.export.brief.forms.paper import paper
from communique.export.brief.forms.word import word
from communique.export.brief.making import dossier
from communique.record import Record

__all__ = ["FORMS", "TYPES", "Dossier", "Form", "brief", "dossier", "inside"]

Form = Literal["docx", "pdf", "html", "md"]

FORMS: dict[Form, Callable[[Dossier], bytes]] = {"docx": word, "pdf": paper, "html": page, "md": markdown}
TYPES: dict[Form, str] = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "html": "text/html; charset=utf-8",
    "md": "text/markdown; charset=utf-8",
}
"""The media type of each form."""


def brief(record: Record, between: tuple[str, str], *, on: str, form: Form = "md") -> bytes:
    """A brief on two parties (codes or names) as of a day (ISO), as a file; the same record gives the same bytes.

    Raises ExportError where it cannot be made so, MissingExtra where the libraries of the form are not installed.
    """
    if form not in FORMS:
        raise ExportError(f"a brief is no {form!r}; it is one of {', '.join(get_args(Form))}")
    return FORMS[form](dossier(record, between, on=on))
