"""Plain text (and Markdown, as text): one report a file, kept exactly as it is."""

from collections.abc import Iterator

from communique.report import Report
from communique.sources.fields import wrong_text
from communique.sources.limits import TEXT_LIMIT
from communique.sources.opening.decode import decode
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "plain text"
NEEDS: tuple[str, ...] = ()

AS_UTF8 = "save it as UTF-8 text"


def fits(source: Source) -> bool:
    """Whatever no other format claims is read as text; what cannot be is found out then."""
    del source
    return True


def reports(source: Source) -> Iterator[Report | Problem]:
    """The one report; no newline is translated."""
    raw = source.whole(4 * TEXT_LIMIT)  # a character has at most four bytes
    if raw is None:
        yield source.problem(f"is longer than the {TEXT_LIMIT:,} characters of one report", "cut it into its reports")
        return
    found = decode(raw)
    if found is None:
        yield source.problem("is no text in an encoding that can be told", AS_UTF8)
        return
    wrong = wrong_text(found.text)
    if wrong:
        yield source.problem(*wrong)
        return
    if not found.usual:
        yield source.problem(f"is not UTF-8; read as {found.encoding}", f"if that is wrong, {AS_UTF8}", lost=False)
    yield Report(source.id, found.text)
