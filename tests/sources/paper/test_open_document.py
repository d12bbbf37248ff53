import io
import zipfile

import pytest
from odf import dc, office, style, table, text
from odf.opendocument import OpenDocumentText

from communique.sources.confined import Refused
from communique.sources.paper.open_document import read_open_document

WORDS = "The Minister of Defence of Norland received the Ambassador of Peru."


def saved(document: OpenDocumentText) -> bytes:
    stream = io.BytesIO()
    document.write(stream)
    return stream.getvalue()


def with_part(raw: bytes, name: str, content: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as before, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after:
        for part in before.namelist():
            after.writestr(part, content if part == name else before.read(part))
    return stream.getvalue()


def test_the_body_is_read_without_notes() -> None:
    document = OpenDocumentText()
    document.styles.addElement(style.Style(name="Title", family="paragraph"))
    document.text.addElement(text.P(stylename="Title", text="Minister receives Ambassador"))
    paragraph = text.P(text="The Minister")
    paragraph.addElement(text.S(c=2))
    paragraph.addElement(text.Span(text="of Defence"))
    note = text.Note(noteclass="footnote", id="n1")
    note.addElement(text.NoteCitation(text="1"))
    body = text.NoteBody()
    body.addElement(text.P(text="A note below."))
    note.addElement(body)
    paragraph.addElement(note)
    paragraph.addElement(text.LineBreak())
    paragraph.addText("received the envoy.")
    document.text.addElement(paragraph)
    items = text.List()
    item = text.ListItem()
    item.addElement(text.P(text="to resume the talks;"))
    items.addElement(item)
    document.text.addElement(items)
    found = read_open_document(saved(document))
    assert found.title == "Minister receives Ambassador"
    assert found.text.split("\n\n") == [
        "Minister receives Ambassador",
        "The Minister of Defence\nreceived the envoy.",
        "to resume the talks;",
    ]


def test_tables_and_properties() -> None:
    document = OpenDocumentText()
    document.meta.addElement(dc.Title(text="Template of the press office"))
    document.meta.addElement(dc.Date(text="2011-01-01T00:00:00"))
    rows = table.Table()
    for cells in (("Document", "Signed by"), ("Plan for 2020", "Ministers")):
        row = table.TableRow()
        for words in cells:
            cell = table.TableCell()
            cell.addElement(text.P(text=words))
            row.addElement(cell)
        rows.addElement(row)
    document.text.addElement(rows)
    document.text.addElement(text.P(text=WORDS))
    found = read_open_document(saved(document))
    assert found.text.split("\n\n") == ["Document | Signed by", "Plan for 2020 | Ministers", WORDS]
    assert (found.title, found.published) == (None, None)


def test_what_was_deleted_and_commented_is_no_text() -> None:
    document = OpenDocumentText()
    paragraph = text.P(text=WORDS)
    comment = office.Annotation()
    comment.addElement(text.P(text="Check the name!"))
    paragraph.addElement(comment)
    document.text.addElement(paragraph)
    raw = saved(document)
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        content = archive.read("content.xml")
    deleted = b"<text:tracked-changes><text:changed-region><text:deletion><text:p>Deleted.</text:p></text:deletion>"
    content = content.replace(
        b"<office:text>", b"<office:text>" + deleted + b"</text:changed-region></text:tracked-changes>"
    )
    assert b"Deleted." in content
    assert read_open_document(with_part(raw, "content.xml", content)).text == WORDS


@pytest.mark.parametrize(
    ("part", "content", "what"),
    [
        ("content.xml", b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "is broken"),
        ("content.xml", b"<x>" + b" " * 70_000_000, "unpacks to more than"),
        ("content.xml", b"<x>" * 100_000, "is broken"),
        ("META-INF/manifest.xml", b"<manifest:encryption-data/>", "with a password"),
    ],
)
def test_what_is_hostile_or_locked_is_refused(part: str, content: bytes, what: str) -> None:
    document = OpenDocumentText()
    document.text.addElement(text.P(text=WORDS))
    with pytest.raises(Refused) as refused:
        read_open_document(with_part(saved(document), part, content))
    assert what in refused.value.said[0]
