"""A brief as PDF: three A4 pages at most, with its own fonts, right-to-left names in their order, and working marks."""

from collections.abc import Iterable
from contextlib import contextmanager
from datetime import UTC, datetime
from math import ceil
from typing import TYPE_CHECKING, Any
from unicodedata import bidirectional

from communique.export.brief.dossier import Dossier, Line, Passage, Plot, Point, Section, Source
from communique.export.brief.drawing.layout import HEIGHT, SHADES, SIZE, Box, Dot, layout
from communique.export.brief.fitting import ADDRESS, LEADING, SMALL
from communique.export.brief.fonts import fonts
from communique.export.brief.forms import wording
from communique.export.brief.forms.sheet import write
from communique.export.extras import needed_for

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fpdf import FPDF

SIDE, TOP, FOOT = 51.0, 46.0, 50.0  # margins of a page, in points
LABELS = 100.0  # width of the column of labels
BODY, SUB, NOTE, TINY = 9.0, 8.4, 8.0, 7.5  # letters, in points
RAISED = 0.74  # size of marks to that of their line
INK, QUIET, ACCENT, RULE = (29, 38, 43), (91, 103, 110), (11, 79, 108), (205, 213, 217)
WIDEST = 595.28 - 2 * SIDE
FILLED = 0.92  # of a line, on the average, with its marks
NO_LETTER = "▯"


def paper(dossier: Dossier) -> bytes:
    """The bytes of the PDF: the same dossier gives the same. Raises MissingExtra without fpdf2 and the fonts."""
    sheet = _Sheet(_opened(dossier))
    write(dossier, sheet)
    return bytes(sheet.pdf.output())


def _opened(dossier: Dossier) -> "FPDF":
    """An empty document with its fonts and everything that would else tell when it was made."""
    with needed_for("a brief as PDF"):
        import uharfbuzz  # noqa: F401  # what fpdf2 shapes text with
        from fpdf import FPDF
    at, files = datetime.fromisoformat(dossier.on).replace(tzinfo=UTC), fonts()
    footer = f"{wording.text(dossier.title)} · {wording.as_of(dossier)}"

    class Document(FPDF):
        def footer(self) -> None:
            self.set_xy(SIDE, -36)
            self.set_font("text", size=TINY)
            self.set_text_color(*QUIET)
            self.cell(WIDEST - 40, 10, footer)
            self.cell(40, 10, f"{self.page_no()} / {{nb}}", align="R")

    pdf = Document(unit="pt", format="A4")
    pdf.set_creation_date(at)
    pdf.set_title(f"{dossier.title}, {dossier.on}")
    pdf.set_author("communique")
    pdf.set_lang("en-GB")
    pdf.add_font("text", "", files.plain)
    pdf.add_font("text", "B", files.bold)
    pdf.add_font("text", "I", files.italic)
    pdf.add_font("arabic", "", files.arabic)
    pdf.add_font("arabic", "B", files.arabic_bold)
    pdf.set_fallback_fonts(["arabic"], exact_match=False)
    pdf.set_text_shaping(use_shaping_engine=True, direction="ltr")  # of the lines; words in them have their own
    pdf.set_margins(SIDE, TOP)
    pdf.c_margin = 0
    pdf.set_auto_page_break(auto=True, margin=FOOT)
    pdf.add_page()
    return pdf


class _Sheet:
    """Where the next line of a document is written. What goes together stays on one page."""

    def __init__(self, pdf: "FPDF") -> None:
        self.pdf = pdf
        self._links: dict[str, Any] = {}
        self._known = {*self._letters("text"), *self._letters("arabic")}

    def _letters(self, family: str) -> Iterable[int]:
        font: Any = self.pdf.fonts[family]
        return (int(each) for each in font.cmap)

    def head(self, dossier: Dossier) -> None:
        """The parties, the day, and what the brief rests on."""
        self._style(17, "B")
        self._block(dossier.title, 21)
        self._style(NOTE, colour=QUIET)
        self._block(f"{wording.as_of(dossier)} {dossier.rests_on}", 10.5)

    def plot(self, plot: Plot) -> None:
        """The contact plot with its heading."""
        self._heading(wording.CONTACT, HEIGHT + 20)
        left, top = self.pdf.l_margin, self.pdf.get_y()
        self._style(SIZE, colour=QUIET)
        for each in layout(plot):
            if isinstance(each, Box):
                self.pdf.set_fill_color(SHADES[each.shade])
                self.pdf.rect(left + each.x, top + each.y, each.width, each.height, style="F")
            elif isinstance(each, Dot):
                self.pdf.set_fill_color(*QUIET)
                self.pdf.circle(left + each.x, top + each.y, 1.2, style="F")
            else:
                wide = self.pdf.get_string_width(each.text) if each.anchor == "middle" else 0
                self.pdf.text(left + each.x - wide / 2, top + each.y, each.text)
        self.pdf.set_xy(left, top + HEIGHT)
        self._style(NOTE, colour=QUIET)
        self._block(plot.caption, 10.5)

    def section(self, section: Section) -> None:
        """A heading with its parts."""
        self._heading(section.title, 3 * LEADING)
        if section.note:
            self._style(NOTE, colour=QUIET)
            self._block(section.note, 11)
        for part in section.parts:
            if part.heading:
                self._keep(3 * LEADING)
                self.pdf.ln(3)
                self._style(BODY, "B")
                self._block(part.heading, LEADING)
            for line in part.lines:
                self._line(line)
            if not part.lines:
                self._style(NOTE, colour=QUIET)
                self._block(part.empty, LEADING)
        if section.left_out:
            self._style(NOTE, colour=QUIET)
            self._block(f"{section.left_out}.", LEADING)

    def sources(self, sources: Iterable[Source]) -> None:
        """The list of sources, and the last word."""
        if sources:
            self._heading(wording.SOURCES, 3 * LEADING)
            for each in sources:
                self._source(each)
        self.pdf.ln(6)
        self._style(NOTE, colour=QUIET)
        self._block(wording.FOOT, 10.5)

    def _line(self, line: Line) -> None:
        label, text = self._legible(line.label), self._legible(line.text)
        self._keep(self._height(label, text, line.points))
        top = self.pdf.get_y()
        self._style(BODY, colour=QUIET)
        self.pdf.multi_cell(LABELS - 8, LEADING, label, align="L")
        below = self.pdf.get_y()
        self.pdf.set_y(top)
        with self._indented(LABELS):
            self._style(BODY)
            self._flow(text, LEADING, line.cited, BODY)
            for point in line.points:
                self._point(point)
        self.pdf.set_y(max(below, self.pdf.get_y()) + 2.5)

    def _point(self, point: Point) -> None:
        self._style(SUB, colour=QUIET)
        self._write(LEADING - 1, f"{point.label}: ")
        self._style(SUB)
        self._flow(self._legible(point.text), LEADING - 1, point.cited, SUB)

    def _source(self, source: Source) -> None:
        self._keep(3 * SMALL)
        top = self.pdf.get_y()
        self._style(TINY, "B")
        self._target(str(source.number))
        self.pdf.cell(16, SMALL, str(source.number))
        self.pdf.set_y(top)
        with self._indented(16):
            self._style(TINY)
            self._write(SMALL, self._legible(wording.name(source)) + (": " if source.title else ""))
            if source.title:
                self._style(TINY, "I")
                self._write(SMALL, self._legible(source.title))
            if source.url:
                self._address(source.url)
            if len(source.passages) > 1:
                self.pdf.ln(SMALL)
            for each in source.passages:
                self._quoted(each, lettered=len(source.passages) > 1)
            self.pdf.ln(SMALL)
        self.pdf.ln(2)

    def _address(self, url: str) -> None:
        shown = self._legible(url)
        self._style(TINY, colour=QUIET)
        self._write(SMALL, ". ")
        link = shown if shown.startswith(("http://", "https://")) else ""
        # An address is no words: it is broken where the line ends.
        self.pdf.write(SMALL, shown if len(shown) <= ADDRESS else f"{shown[:ADDRESS]}…", link=link)

    def _quoted(self, passage: Passage, *, lettered: bool) -> None:
        if lettered:
            self._style(TINY, "B")
            self._target(passage.mark)
            self._write(SMALL, f"{passage.mark} ")
        else:
            self._write(SMALL, " ")
        self._style(TINY, colour=QUIET)
        self._write(SMALL, f"“{self._legible(passage.quote)}” ")

    def _heading(self, title: str, below: float) -> None:
        self._keep(28 + below)
        self.pdf.ln(9)
        self._style(11, "B", ACCENT)
        self.pdf.start_section(title)
        self._block(title, 14)
        self.pdf.set_draw_color(*RULE)
        self.pdf.set_line_width(0.6)
        self.pdf.line(self.pdf.l_margin, self.pdf.get_y() + 1, self.pdf.l_margin + WIDEST, self.pdf.get_y() + 1)
        self.pdf.ln(4)

    def _flow(self, text: str, height: float, cited: Iterable[Passage], size: float) -> None:
        """Text with its marks raised behind it, to the end of the line."""
        marks = [f"\u2009{each.mark}" for each in cited]
        self._with_last_word(text, height, RAISED * self.pdf.get_string_width(",".join(marks)))
        self.pdf.set_text_color(*ACCENT)
        self.pdf.char_vpos = "SUP"
        self.pdf.sup_scale, self.pdf.sup_lift = RAISED, 0.35
        for mark in marks:
            behind = "," if mark != marks[-1] else ""
            self._write(height, mark + behind, link=self._link(mark.strip()))
        self.pdf.char_vpos = "LINE"
        self.pdf.set_font_size(size)
        self.pdf.ln(height)

    def _with_last_word(self, text: str, height: float, behind: float) -> None:
        """Text whose last word stays on one line with what comes behind it, which is so wide.

        Right-to-left words stay with those before them, or their order would be lost.
        """
        before, space, last = text.rpartition(" ")
        if any(bidirectional(each) in ("R", "AL") for each in last):
            before, space, last = "", "", text
        if before:
            self._write(height, before + space)
            if self.pdf.x + self.pdf.get_string_width(last) + behind > self.pdf.w - self.pdf.r_margin:
                self.pdf.ln(height)
        self._write(height, last)

    def _write(self, height: float, text: str, *, link: Any = "") -> None:
        """Text that goes on where the last ended; its first word is not broken where there is no room for it."""
        word = next(iter(text.split()), "")
        if self.pdf.x + self.pdf.get_string_width(word) > self.pdf.w - self.pdf.r_margin:
            self.pdf.ln(height)
            text = text.lstrip()
        self.pdf.write(height, text, link=link)

    def _block(self, text: str, height: float) -> None:
        self.pdf.multi_cell(0, height, self._legible(text), align="L", new_x="LMARGIN", new_y="NEXT")

    def _height(self, label: str, text: str, points: Iterable[Point]) -> float:
        """How high a line is with its points, reckoned a little high: lines are never filled to the end."""
        self._style(BODY)

        def high(told: str, width: float) -> float:
            return LEADING * ceil(self.pdf.get_string_width(told) / (width * FILLED))

        column = WIDEST - LABELS
        told = high(text, column) + sum(high(f"{each.label}: {self._legible(each.text)}", column) for each in points)
        return max(high(label, LABELS - 8), told)

    def _keep(self, height: float) -> None:
        """Begin a page where so much does not fit on this one."""
        if self.pdf.will_page_break(height):
            self.pdf.add_page()

    def _style(self, size: float, weight: str = "", colour: tuple[int, int, int] = INK) -> None:
        self.pdf.set_font("text", weight, size)
        self.pdf.set_text_color(*colour)

    @contextmanager
    def _indented(self, by: float) -> "Iterator[None]":
        left = self.pdf.l_margin
        self.pdf.set_left_margin(left + by)
        self.pdf.set_x(left + by)
        yield
        self.pdf.set_left_margin(left)
        self.pdf.set_x(left)

    def _link(self, mark: str) -> Any:
        """Where a mark leads: to the passage, or the source, that it names."""
        if mark not in self._links:
            self._links[mark] = self.pdf.add_link()
        return self._links[mark]

    def _target(self, mark: str) -> None:
        self.pdf.set_link(self._link(mark), y=self.pdf.get_y(), page=self.pdf.page)

    def _legible(self, told: str) -> str:
        """Words on one line, with a box for what no font here has a letter for."""
        return "".join(each if ord(each) in self._known else NO_LETTER for each in wording.text(told))
