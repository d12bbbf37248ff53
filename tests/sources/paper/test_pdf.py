from collections.abc import Callable

import pytest
from fpdf import FPDF

from communique.sources.confined import Refused
from communique.sources.paper.pdf import read_pdf

Printer = Callable[..., bytes]

MINISTRY = "Ministry of Defence of Norland"
HEADING = "Norland and Estmark sign a memorandum"
PARAGRAPHS = [
    (
        "The Minister of Defence of Norland, General Ola Berg, met with his Estmark counterpart, Ms. Liis Tamm, in Tallholm "
        "on 3 May 2019 to discuss the military-technical cooperation of the two states and the exchange of cadets."
    ),
    (
        "During the meeting, the sides noted with satisfaction that the Joint Working Group on Military Cooperation had held "
        "its seventh session, and agreed that the eighth would be convened before the end of the year."
    ),
    "A memorandum of understanding on search and rescue at sea was signed.",
]


@pytest.mark.parametrize(("gap", "first"), [(4, ""), (0, "      ")], ids=["spaced", "indented"])
def test_the_paragraphs_are_those_that_were_printed(printed: Printer, gap: float, first: str) -> None:
    found = read_pdf(printed(HEADING, PARAGRAPHS, gap=gap, first=first))
    assert found.text.split("\n\n") == [MINISTRY, HEADING, *PARAGRAPHS]
    assert found.title == HEADING
    assert (found.published, found.url, found.notes) == (None, None, ())  # the file's own date is that of printing


def test_what_pages_repeat_is_left_out_and_what_goes_on_overleaf_is_one(printed: Printer) -> None:
    found = read_pdf(printed(HEADING, PARAGRAPHS * 8))
    assert found.text.split("\n\n") == [MINISTRY, HEADING, *PARAGRAPHS * 8]


def test_a_file_without_text_is_told_to_be_a_scan() -> None:
    scan = FPDF()
    scan.add_page()
    scan.rect(20, 20, 100, 100, style="F")
    with pytest.raises(Refused) as refused:
        read_pdf(bytes(scan.output()))
    assert "pictures of pages (a scan)" in refused.value.said[0]
    assert "OCR" in refused.value.said[1]


def test_a_page_without_text_among_others_is_said() -> None:
    mixed = FPDF()
    for words in ("The minister met the ambassador.", "", "They talked."):
        mixed.add_page()
        mixed.set_font("Times", size=12)
        mixed.cell(0, 10, words)
    found = read_pdf(bytes(mixed.output()))
    assert found.text == "The minister met the ambassador.\n\nThey talked."
    assert [what for what, _ in found.notes] == ["has no text on page 2"]


def test_a_password_is_said(printed: Printer) -> None:
    with pytest.raises(Refused) as refused:
        read_pdf(printed(HEADING, PARAGRAPHS, password="secret"))
    assert refused.value.said == ("is a PDF with a password", "save it without one")


def test_two_columns_are_read_one_after_the_other() -> None:
    paper = FPDF()
    paper.add_page()
    paper.set_font("Times", size=11)
    for left, paragraphs in ((15, PARAGRAPHS), (110, PARAGRAPHS[::-1])):
        paper.set_y(30)
        for paragraph in paragraphs:
            paper.set_x(left)
            paper.multi_cell(85, 5, paragraph, align="L", new_x="LMARGIN", new_y="NEXT")
            paper.ln(5)
    assert read_pdf(bytes(paper.output())).text.split("\n\n") == [*PARAGRAPHS, *PARAGRAPHS[::-1]]


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9])
def test_a_file_that_ends_too_early_gives_a_clear_word_or_what_came_before(printed: Printer, share: float) -> None:
    raw = printed(HEADING, PARAGRAPHS * 8)
    try:
        told = read_pdf(raw[: int(len(raw) * share)]).text
    except Refused as refused:
        told = refused.said[0]
    assert MINISTRY in told or "is a PDF" in told


@pytest.mark.parametrize(
    "raw",
    [
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]>>endobj\ntrailer<</Root 1 0 R>>",
        b"%PDF-1.4\nxref\n0 1\n0000000000 65535 f \ntrailer<</Prev 9/Root 1 0 R/Size 9>>\nstartxref\n9\n%%EOF",
        b"%PDF-1.4\nxref\n0 2000000000\n0000000000 65535 f \ntrailer<</Root 1 0 R>>\nstartxref\n9\n%%EOF",
    ],
    ids=["pages within themselves", "a table before itself", "two thousand million objects"],
)
def test_a_file_made_to_loop_or_to_fill_the_memory_is_told_broken(raw: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read_pdf(raw)
    assert "broken" in refused.value.said[0]
