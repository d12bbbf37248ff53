"""PDF, DOCX and ODT as files: told by their content, each a report; what is broken is one line."""

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

from docx import Document
from fpdf import FPDF
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from odf import text
from odf.opendocument import OpenDocumentText

from communique.report import Report
from communique.sources import Problem, take

Take = Callable[..., Any]

WORDS = "The minister met the ambassador."


def documents() -> dict[str, bytes]:
    pdf = FPDF()
    pdf.add_page()
    pdf.set_font("Times", size=12)
    pdf.cell(0, 10, WORDS)
    word = Document()
    word.add_paragraph(WORDS)
    odt = OpenDocumentText()
    odt.text.addElement(text.P(text=WORDS))
    streams = io.BytesIO(), io.BytesIO()
    word.save(streams[0])
    odt.write(streams[1])
    page = f"<html><title>x</title><p>{WORDS}</p>".encode()
    return {"a": bytes(pdf.output()), "b": streams[0].getvalue(), "c": streams[1].getvalue(), "d": page}


def test_each_is_a_report_whatever_its_name(tmp_path: Path, take_paths: Take) -> None:
    for name, raw in documents().items():
        (tmp_path / f"{name}.txt").write_bytes(raw)
    reports, problems = take_paths(tmp_path)
    assert problems == []
    assert [(each.id, each.text) for each in reports] == [(name, WORDS) for name in "abcd"]


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_file_with_wrong_bytes_in_it_never_stops_the_rest(data: st.DataObject, tmp_path: Path) -> None:
    for name, raw in documents().items():
        broken = bytearray(raw)
        for at in data.draw(st.lists(st.integers(20, len(raw) - 1), min_size=1, max_size=30)):
            broken[at] = data.draw(st.integers(0, 255))
        (tmp_path / f"{name}.bin").write_bytes(broken)
    (tmp_path / "z.txt").write_text(WORDS)
    items = list(take([str(tmp_path)]))
    assert items[-1] == Report("z", WORDS)
    for each in items:
        assert not isinstance(each, Problem) or "Traceback" not in str(each)
