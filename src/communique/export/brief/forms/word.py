"""A brief as a Word document (DOCX): headings to go by, marks that lead to their passages, the plot as a picture."""

import io
import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from itertools import count
from typing import TYPE_CHECKING, Any

from communique.export.brief.dossier import Dossier, Line, Passage, Plot, Section, Source
from communique.export.brief.drawing.picture import picture
from communique.export.brief.forms import wording
from communique.export.brief.forms.sheet import write
from communique.export.extras import needed_for
from communique.export.texts import in_xml

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

FACE = "Calibri"  # what Word and LibreOffice have, or put a face of the same widths in its place
SIDE, TOP, FOOT, LABELS = 51, 46, 50, 100  # points, as the PDF is set
BODY, SUB, NOTE, TINY = 10, 9.5, 9, 8.5  # letters, in points: this face is narrower than that of the PDF
INK, QUIET, ACCENT = "1D262B", "5B676E", "0B4F6C"
WRITTEN = (1980, 1, 1, 0, 0, 0)  # the time of each part of the file, so that the same brief has the same bytes


def word(dossier: Dossier) -> bytes:
    """The bytes of the document: the same dossier gives the same. Raises MissingExtra without python-docx."""
    with needed_for("a brief as DOCX"):
        import docx
    sheet = _Sheet(docx.Document())
    sheet.set_up(dossier)
    write(dossier, sheet)
    made = io.BytesIO()
    sheet.document.save(made)
    return _timeless(made.getvalue())


def _timeless(made: bytes) -> bytes:
    """The same file without the times it was written at."""
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(made)) as parts, zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as written:
        for name in parts.namelist():
            written.writestr(zipfile.ZipInfo(name, WRITTEN), parts.read(name), zipfile.ZIP_DEFLATED)
    return kept.getvalue()


class _Sheet:
    """The document that is being written, paragraph by paragraph."""

    def __init__(self, document: "Document") -> None:
        self.document = document
        self._ids = count(1)

    def set_up(self, dossier: Dossier) -> None:
        """The page, the styles, the foot of every page, and properties that tell nothing of when it was made."""
        from docx.shared import Mm, Pt

        at = datetime.fromisoformat(dossier.on).replace(tzinfo=UTC)
        told = self.document.core_properties
        told.title, told.author, told.last_modified_by = wording.text(dossier.title), "communique", "communique"
        told.subject, told.comments, told.language = wording.as_of(dossier), "", "en-GB"
        told.created = told.modified = at.replace(tzinfo=None)
        told.revision = 1
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin = page.right_margin = Pt(SIDE)
        page.top_margin, page.bottom_margin, page.footer_distance = Pt(TOP), Pt(FOOT), Pt(24)
        for name, size, colour in (
            ("Normal", BODY, INK),
            ("Title", 19, INK),
            ("Heading 1", 12.5, ACCENT),
            ("Heading 2", BODY, INK),
        ):
            self._style(name, size, colour)
        foot = page.footer.paragraphs[0]
        self._run(foot, f"{wording.text(dossier.title)} · {wording.as_of(dossier)}  ·  ", TINY, QUIET)
        self._field(foot, "PAGE")

    def head(self, dossier: Dossier) -> None:
        """The parties, the day, and what the brief rests on."""
        self._run(self._paragraph("Title", after=2), wording.text(dossier.title))
        self._run(self._paragraph(), f"{wording.as_of(dossier)} {wording.text(dossier.rests_on)}", NOTE, QUIET)

    def plot(self, plot: Plot) -> None:
        """The contact plot with its heading, told in words for whoever does not see it."""
        from docx.shared import Pt

        self._heading(wording.CONTACT)
        drawn = self.document.add_picture(io.BytesIO(picture(plot)), width=Pt(490))
        told = ", ".join(f"{each.name}: {each.total if each.covered else 'no report'}" for each in plot.years)
        properties = drawn._inline.docPr
        properties.set("descr", f"{wording.CONTACT}. {told}")
        properties.set("name", "Contact plot")
        self._run(self._paragraph(), plot.caption, NOTE, QUIET)

    def section(self, section: Section) -> None:
        """A heading with its parts."""
        self._heading(section.title)
        if section.note:
            self._run(self._paragraph(), section.note, NOTE, QUIET)
        for part in section.parts:
            if part.heading:
                self._run(self._paragraph("Heading 2", before=4), part.heading)
            for line in part.lines:
                self._line(line)
            if not part.lines:
                self._run(self._paragraph(), part.empty, NOTE, QUIET)
        if section.left_out:
            self._run(self._paragraph(), f"{section.left_out}.", NOTE, QUIET)

    def sources(self, sources: Iterable[Source]) -> None:
        """The list of sources, and the last word."""
        if sources:
            self._heading(wording.SOURCES)
            for each in sources:
                self._source(each)
        self._run(self._paragraph(before=6), wording.FOOT, NOTE, QUIET)

    def _line(self, line: Line) -> None:
        first = self._hanging(LABELS)
        self._run(first, f"{line.label}\t", BODY, QUIET)
        self._run(first, line.text)
        self._marks(first, line.cited)
        for nth, point in enumerate(line.points):
            below = self._paragraph(left=LABELS)
            self._run(below, f"{point.label}: ", SUB, QUIET)
            self._run(below, point.text, SUB)
            self._marks(below, point.cited)
            below.paragraph_format.keep_with_next = nth + 1 < len(line.points)
        first.paragraph_format.keep_with_next = bool(line.points)

    def _source(self, source: Source) -> None:
        told = self._hanging(20)
        number = self._run(told, f"{source.number}\t", TINY)
        number.bold = True
        self._bookmark(number, str(source.number))
        self._run(told, wording.name(source) + (": " if source.title else ""), TINY)
        if source.title:
            self._run(told, wording.text(source.title), TINY).italic = True
        if source.url:
            self._run(told, ". ", TINY, QUIET)
            self._address(told, source.url)
        for each in source.passages:
            if len(source.passages) > 1:
                lettered = self._run(told, f" {each.mark}", TINY)
                lettered.bold = True
                self._bookmark(lettered, each.mark)
            self._run(told, f" “{wording.text(each.quote)}”", TINY, QUIET)

    def _heading(self, title: str) -> None:
        from docx.oxml import OxmlElement

        made = self._paragraph("Heading 1", before=9, after=2)
        self._run(made, title)
        rule, line = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "1"), ("color", "CDD5D9")):
            line.set(_named(name), value)
        rule.append(line)
        properties: Any = made._p.get_or_add_pPr()
        properties.insert_element_before(rule, *_AFTER_BORDERS)

    def _paragraph(self, style: str = "Normal", *, before: float = 0, after: float = 1, left: float = 0) -> "Paragraph":
        from docx.shared import Pt

        made = self.document.add_paragraph(style=style)
        told = made.paragraph_format
        told.space_before, told.space_after, told.left_indent = Pt(before), Pt(after), Pt(left)
        return made

    def _hanging(self, by: float) -> "Paragraph":
        """A paragraph whose first line begins to the left of the others, by so many points."""
        from docx.shared import Pt

        made = self._paragraph(before=1.5, left=by)
        made.paragraph_format.first_line_indent = Pt(-by)
        made.paragraph_format.tab_stops.add_tab_stop(Pt(by))
        return made

    def _run(self, to: "Paragraph", text: str, size: float | None = None, colour: str | None = None) -> Any:
        from docx.shared import Pt, RGBColor

        made = to.add_run(in_xml(text))
        if size:
            made.font.size = Pt(size)
            _also_for_other_scripts(made._r.get_or_add_rPr(), size)
        if colour:
            made.font.color.rgb = RGBColor.from_string(colour)
        return made

    def _marks(self, to: "Paragraph", cited: Iterable[Passage]) -> None:
        for nth, each in enumerate(cited):
            raised = self._run(to, f"{', ' if nth else chr(0x2009)}{each.mark}", None, ACCENT)
            raised.font.superscript = True
            self._linked(to, raised, anchor=f"s{each.mark}")

    def _address(self, to: "Paragraph", url: str) -> None:
        from docx.opc.constants import RELATIONSHIP_TYPE

        shown = self._run(to, wording.text(url), TINY, QUIET)
        if url.startswith(("http://", "https://")):
            target = "".join(wording.text(url).split())
            self._linked(to, shown, id=to.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))

    def _linked(self, to: "Paragraph", run: Any, *, anchor: str | None = None, id: str | None = None) -> None:  # noqa: A002
        """Make a run a link, to a bookmark here or to what a relationship names."""
        from docx.oxml import OxmlElement

        link = OxmlElement("w:hyperlink")
        if anchor:
            link.set(_named("anchor"), anchor)
        if id:
            link.set(_named("id", "r"), id)
        to._p.remove(run._r)
        link.append(run._r)
        to._p.append(link)

    def _bookmark(self, run: Any, mark: str) -> None:
        from docx.oxml import OxmlElement

        number = str(next(self._ids))
        for name, add in (("w:bookmarkStart", run._r.addprevious), ("w:bookmarkEnd", run._r.addnext)):
            made = OxmlElement(name)
            made.set(_named("id"), number)
            if name.endswith("Start"):
                made.set(_named("name"), f"s{mark}")
            add(made)

    def _field(self, to: "Paragraph", name: str) -> None:
        from docx.oxml import OxmlElement

        made = OxmlElement("w:fldSimple")
        made.set(_named("instr"), name)
        number = self._run(to, "1", TINY, QUIET)
        to._p.remove(number._r)
        made.append(number._r)
        to._p.append(made)

    def _style(self, name: str, size: float, colour: str) -> None:
        from docx.shared import Pt, RGBColor

        style: Any = self.document.styles[name]
        style.font.size, style.font.color.rgb, style.font.name = Pt(size), RGBColor.from_string(colour), FACE
        style.font.bold = name != "Normal"
        style.paragraph_format.line_spacing = 1.0
        style.paragraph_format.keep_with_next = name.startswith("Heading")
        letters = style.element.get_or_add_rPr()
        _also_for_other_scripts(letters, size)
        faces = letters.get_or_add_rFonts()
        for attribute in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            faces.attrib.pop(_named(attribute), None)
        for attribute in ("ascii", "hAnsi", "cs", "eastAsia"):
            faces.set(_named(attribute), FACE)
        for rule in style.element.xpath("./w:pPr/w:pBdr"):
            rule.getparent().remove(rule)


# What stands after the borders of a paragraph, and after the size of letters (ECMA-376, CT_PPr and CT_RPr).
_AFTER_BORDERS = ("w:shd", "w:tabs", "w:spacing", "w:ind", "w:contextualSpacing", "w:jc", "w:outlineLvl", "w:rPr")
_AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:vertAlign", "w:rtl", "w:cs", "w:lang")


def _also_for_other_scripts(letters: Any, size: float) -> None:
    """Give Arabic and other right-to-left letters of a style or run the size of the rest."""
    from docx.oxml import OxmlElement

    for before in letters.xpath("./w:szCs"):
        letters.remove(before)
    made = OxmlElement("w:szCs")
    made.set(_named("val"), str(round(size * 2)))
    letters.insert_element_before(made, *_AFTER_SIZE)


def _named(attribute: str, space: str = "w") -> str:
    from docx.oxml.ns import qn

    return str(qn(f"{space}:{attribute}"))
