import json
from collections.abc import Callable

import pytest

from .conftest import TRIP, VISIT, Taken

TakeRows = Callable[[str, bytes], Taken]

XML = """<?xml version="1.0" encoding="UTF-8"?>
<lists>
    <visit>
        <id>1</id>
        <start-date>1990-05-01</start-date>
        <end-date>1990-05-03</end-date>
        <visitor>President Ana
            Ruiz</visitor>
        <from id="peru">Peru</from>
        <description>Private visit &amp; talks.</description>
        <created-by>nobody</created-by>
    </visit>
    <trip role="secretary" who="porter-ann">
        <id>2</id>
        <role>secretary</role>
        <name>Ann Example Porter</name>
        <start-date>1990-06-10</start-date>
        <end-date>1990-06-12</end-date>
        <country id="norway">Norway</country>
        <locale>Oslo</locale>
        <remarks/>
    </trip>
</lists>
"""


def test_a_row_is_its_fields_as_lines(take_rows: TakeRows) -> None:
    row = {**VISIT, "remarks": "Private visit.\n            Met with\tPresident Stone.", "country_id": "peru"}
    (report,), problems = take_rows("rows.jsonl", json.dumps(row).encode())
    assert not problems
    assert report.id == "history/visit-1"
    assert report.published is None
    assert report.text.splitlines() == [
        "id: visit-1",
        "kind: visit",
        "visitor: President Ana Ruiz",
        "start: 1990-05-01",
        "end: 1990-05-03",
        "country: Peru",
        "remarks: Private visit. Met with President Stone.",
    ]


def test_a_row_is_the_same_report_in_either_format(take_rows: TakeRows) -> None:
    visit = {**VISIT, "remarks": "Private visit & talks."}
    rows = "\n".join(json.dumps(each) for each in (visit, TRIP))
    from_lines, _ = take_rows("rows.jsonl", rows.encode())
    from_xml, problems = take_rows("rows.xml", XML.encode())
    assert not problems
    assert from_xml == from_lines
    assert [each.id for each in from_xml] == ["history/visit-1", "history/trip-secretary-2"]


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ([], "is no row"),
        ({**VISIT, "kind": "party"}, "row 'visit-1' has the kind 'party', not one of trip, visit"),
        ({**VISIT, "kind": ""}, "has no kind"),
        ({**VISIT, "id": None}, "has no id"),
        ({**VISIT, "visitor": " "}, "has no visitor"),
        ({**TRIP, "name": ""}, "has no name"),
        ({**VISIT, "remarks": 7}, "has a remarks that is not text"),
        ({**VISIT, "start": "May 1990"}, "has the start 'May 1990', which is no day"),
        ({**VISIT, "end": "1990-02-30"}, "has the end '1990-02-30', which is no day"),
        ({**VISIT, "end": "1990-04-30"}, "ends on 1990-04-30, before it starts on 1990-05-01"),
    ],
)
def test_a_bad_row_is_told_and_the_rest_taken(take_rows: TakeRows, row: object, words: str) -> None:
    reports, (problem,) = take_rows("rows.jsonl", f"{json.dumps(row)}\n\n{json.dumps(TRIP)}\n".encode())
    assert [each.id for each in reports] == ["history/trip-secretary-2"]
    assert problem.line == 1
    assert words in str(problem)
    assert "\n" not in str(problem)


@pytest.mark.parametrize(
    "line", [b"{", b"[" * 100_000, b'{"id": ' + b"9" * 5000 + b"}", b"\xff\xfe\x00\x01" * 9, b"nothing"]
)
def test_a_line_that_is_no_json_is_told(take_rows: TakeRows, line: bytes) -> None:
    reports, problems = take_rows("rows.jsonl", json.dumps(TRIP).encode() + b"\n" + line + b"\n")
    assert len(reports) == 1
    assert problems
    assert all(problem.lost for problem in problems)


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE lists [<!ENTITY a "b">]>',
        '<!DOCTYPE lists [<!ENTITY a SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE lists SYSTEM "lists.dtd">',
    ],
)
def test_a_document_type_is_refused(take_rows: TakeRows, declared: str) -> None:
    declaration, rest = XML.split("\n", 1)
    hidden = rest.replace("Private visit", "&a;")
    reports, (problem,) = take_rows("rows.xml", f"{declaration}\n{declared}\n{hidden}".encode())
    assert not reports
    assert "DOCTYPE" in str(problem)
    assert problem.line == 2


def test_an_entity_that_nobody_declared_is_a_fault(take_rows: TakeRows) -> None:
    reports, (problem,) = take_rows("rows.xml", XML.replace("Oslo", "&place;").encode())
    assert [each.id for each in reports] == ["history/visit-1"]
    assert "is broken XML (undefined entity); what came before is read" in str(problem)
    assert problem.line == 20


def test_xml_cut_off_gives_what_came_before(take_rows: TakeRows) -> None:
    reports, (problem,) = take_rows("rows.xml", XML[: XML.index("Norway")].encode())
    assert len(reports) == 1
    assert "is broken XML" in str(problem)


def test_xml_with_a_bad_row_gives_its_line(take_rows: TakeRows) -> None:
    reports, (problem,) = take_rows("rows.xml", XML.replace("1990-05-01", "soon").encode())
    assert len(reports) == 1
    assert problem.line == 3
    assert "row 'visit-1' has the start 'soon'" in str(problem)


def test_xml_of_something_else(take_rows: TakeRows) -> None:
    reports, (problem,) = take_rows("rows.xml", b"<feed><entry><id>1</id></entry></feed>")
    assert not reports
    assert "has no <visit> or <trip>" in str(problem)
