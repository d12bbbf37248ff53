import io
import zipfile
from datetime import datetime
from typing import Any

import pytest
from docx import Document
from docx.oxml import parse_xml

from communique.sources.confined import Refused
from communique.sources.paper.word import read_word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "The Minister of Defence of Norland received the Ambassador of Peru."


def saved(document: Any) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def replaced(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, content if part == name else before.read(part))
    return stream.getvalue()


def test_the_body_is_read_and_what_stands_around_it_is_not() -> None:
    document = Document()
    document.sections[0].header.paragraphs[0].text = "For internal use"
    document.sections[0].footer.paragraphs[0].text = "Page 1"
    document.add_heading("Minister receives Ambassador", 0)
    document.add_paragraph("Oslo, 3 May 2019").add_run().add_break()
    document.add_paragraph(TEXT)
    document.add_paragraph("")
    document.add_paragraph("to resume the talks;", style="List Bullet")
    found = read_word(saved(document))
    assert found.title == "Minister receives Ambassador"
    assert found.text == f"Minister receives Ambassador\n\nOslo, 3 May 2019\n\n{TEXT}\n\nto resume the talks;"


def test_properties_are_no_words_of_the_document() -> None:
    document = Document()
    document.add_paragraph(TEXT)
    document.core_properties.title = "Press release template v3"
    document.core_properties.created = datetime(2011, 1, 1)
    found = read_word(saved(document))
    assert (found.title, found.published) == (None, None)
    document.core_properties.title = "the minister of defence of Norland"
    assert read_word(saved(document)).title == "the minister of defence of Norland"


def test_tables_are_rows_where_they_hold_data_and_paragraphs_where_they_set_out_the_page() -> None:
    document = Document()
    data = document.add_table(2, 2)
    for cell, words in zip(data._cells, ("Document", "Signed by", "Plan for 2020", "Ministers"), strict=True):
        cell.text = words
    layout = document.add_table(1, 2)
    layout.cell(0, 0).text = TEXT * 4
    layout.cell(0, 0).add_paragraph("They talked.")
    layout.cell(0, 1).text = "Press Office"
    assert read_word(saved(document)).text.split("\n\n") == [
        "Document | Signed by",
        "Plan for 2020 | Ministers",
        TEXT * 4,
        "They talked.",
        "Press Office",
    ]


def test_what_was_deleted_is_no_text_and_what_was_inserted_is() -> None:
    document = Document()
    paragraph = document.add_paragraph("The minister ")
    paragraph._p.append(parse_xml(f"<w:del {W}><w:r><w:delText>Smith </w:delText></w:r></w:del>"))
    paragraph._p.append(parse_xml(f"<w:ins {W}><w:r><w:t>Jones met the envoy.</w:t></w:r></w:ins>"))
    control = f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>They talked.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    paragraph._p.addnext(parse_xml(control))
    assert read_word(saved(document)).text == "The minister Jones met the envoy.\n\nThey talked."


def test_entities_are_neither_expanded_nor_fetched() -> None:
    document = Document()
    document.add_paragraph("WORDS")
    raw = saved(document)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        body = archive.read("word/document.xml")
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "lol" * 10}">' for n in range(9))
    doctype = f'<!DOCTYPE x [{bomb}<!ENTITY file SYSTEM "file:///etc/passwd">]>'.encode()
    body = body.replace(b"?>", b"?>" + doctype, 1).replace(b"WORDS", b"They met &e8; &file; there")
    try:
        found = read_word(replaced(raw, "word/document.xml", body))
    except Refused:
        return
    assert len(found.text) < 100
    assert "root:" not in found.text


def test_a_bomb_is_not_unpacked() -> None:
    document = Document()
    document.add_paragraph("They met.")
    raw = replaced(saved(document), "word/document.xml", b"<x>" + b" " * 70_000_000)
    assert len(raw) < 200_000
    with pytest.raises(Refused) as refused:
        read_word(raw)
    assert "unpacks to more than 64,000,000 bytes" in refused.value.said[0]


@pytest.mark.parametrize("cut", [100, 2000, 20_000])
def test_a_file_that_is_broken_is_said(cut: int) -> None:
    document = Document()
    document.add_paragraph("They met.")
    with pytest.raises(Refused) as refused:
        read_word(saved(document)[:cut])
    assert "is broken or ends too early" in refused.value.said[0]
