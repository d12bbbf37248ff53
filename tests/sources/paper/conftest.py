from collections.abc import Callable

import pytest
from fpdf import FPDF

MINISTRY = "Ministry of Defence of Norland"


class Letter(FPDF):
    """A press release as an office prints it: letterhead, heading, paragraphs, footer with page numbers."""

    def header(self) -> None:
        self.set_font("Helvetica", size=9)
        self.cell(0, 10, MINISTRY, new_x="LMARGIN", new_y="NEXT")

    def footer(self) -> None:
        self.set_y(-15)
        self.set_font("Helvetica", size=8)
        self.cell(0, 10, f"Press release 12/2019 - Page {self.page_no()} of 3", align="C")


Printer = Callable[..., bytes]


@pytest.fixture
def printed() -> Printer:
    """Prints paragraphs below a heading to a PDF; `gap` is between them in millimetres, `first` stands before each."""

    def to_pdf(heading: str, paragraphs: list[str], *, gap: float = 4, first: str = "", password: str = "") -> bytes:
        letter = Letter()
        if password:
            letter.set_encryption(owner_password="owner", user_password=password)
        letter.set_title("Microsoft Word - template_final2.doc")
        letter.set_auto_page_break(True, margin=20)
        letter.add_page()
        letter.set_font("Helvetica", "B", 16)
        letter.multi_cell(0, 8, heading, new_x="LMARGIN", new_y="NEXT")
        letter.ln(4)
        letter.set_font("Times", size=12)
        for paragraph in paragraphs:
            letter.multi_cell(0, 6, first + paragraph, new_x="LMARGIN", new_y="NEXT", align="J")
            letter.ln(gap)
        return bytes(letter.output())

    return to_pdf
