"""A PDF's text layer → paragraphs. Nothing in it is run, and what it links to is not fetched."""

import re
from io import BytesIO
from typing import TYPE_CHECKING

from communique.sources.confined import Extract, Refused
from communique.sources.confined.extract import Said
from communique.sources.limits import PDF_PAGES
from communique.sources.paper.lines import Line, blocks_of, title_of
from communique.sources.text_layer import mended, paragraphs

if TYPE_CHECKING:
    from pdfminer.layout import LTPage

SCAN = ("is a PDF without text: pictures of pages (a scan)", "have its text recognised (OCR), and save it again")
LOCKED = ("is a PDF with a password", "save it without one")
NO_LETTERS = (
    "is a PDF whose font does not tell which letters it has",
    "save its text from a viewer, or have it recognised",
)
BROKEN = "is a PDF that is broken or ends too early"
CHAR_MARGIN = 4.0  # widths of a letter between words of one line: justified lines have up to 3, columns are 5 apart
UNKNOWN_SHARE = 0.1  # of the characters without a letter: more is no text anybody can read

_UNKNOWN = re.compile(r"\(cid:\d+\)")
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}


def read_pdf(raw: bytes) -> Extract:
    """The paragraphs of a PDF; the title is what stands first in larger letters. Raises Refused.

    A PDF's own dates are those of its making, not of publication, and its title is often the name of a template: the
    one is never taken, the other only where the first lines have the same words.
    """
    pages, notes = _pages(raw)
    blocks = blocks_of([page for page in pages if page])
    text = paragraphs(blocks)
    if not text:
        raise Refused(*SCAN)
    if len(_UNKNOWN.findall(text)) > UNKNOWN_SHARE * len(text.split()):
        raise Refused(*NO_LETTERS)
    blank = [str(number) for number, page in enumerate(pages, 1) if not page]
    if blank:
        shown = ", ".join(blank[:10]) + (", …" if len(blank) > 10 else "")
        notes.append((f"has no text on page {shown}", "if something is to be read there, have it recognised (OCR)"))
    return Extract(text, title=title_of([page for page in pages if page]), notes=tuple(notes))


def _pages(raw: bytes) -> tuple[list[list[Line]], list[Said]]:
    """The lines of each page, and what is to be known; a fault ends the reading, and what came before it stays."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LAParams
    from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect, PDFTextExtractionNotAllowed

    found: list[list[Line]] = []
    notes: list[Said] = []
    try:
        for page in extract_pages(BytesIO(raw), maxpages=PDF_PAGES + 1, laparams=LAParams(char_margin=CHAR_MARGIN)):
            if len(found) == PDF_PAGES:
                notes.append((f"has more than {PDF_PAGES} pages; the rest was not read", "cut it into its reports"))
                break
            found.append(_lines(page))
    except (PDFPasswordIncorrect, PDFEncryptionError, PDFTextExtractionNotAllowed):
        raise Refused(*LOCKED) from None
    except MemoryError:
        raise
    except Exception as error:
        if not any(found):
            raise Refused(f"{BROKEN} ({type(error).__name__})", "save it again, or save it as text") from error
        notes.append((f"{BROKEN}; {len(found)} of its pages are read", "save it again, if that is not all"))
    if not found:
        raise Refused(BROKEN, "save it again, or save it as text")
    return found, notes


def _lines(page: "LTPage") -> list[Line]:
    from pdfminer.layout import LTChar, LTTextContainer, LTTextLine

    found = []
    for box in page:
        if not isinstance(box, LTTextContainer):
            continue
        for each in box:
            text = (
                " ".join(mended(each.get_text().translate(_LIGATURES)).split()) if isinstance(each, LTTextLine) else ""
            )
            if text:
                size = max((char.size for char in each if isinstance(char, LTChar)), default=each.height)
                found.append(Line(text, each.x0, each.x1, each.y0, size, page.height))
    return found
