"""The brief in every form: true, the same each time, and no longer than three pages."""

import hashlib
import io
import re
import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import docx
import pytest
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar

from communique.errors import ExportError, NotInRecord
from communique.export.brief import FORMS, Dossier, brief, dossier
from communique.export.brief.dossier import Line, Part
from communique.export.brief.fitting import fits
from communique.reading import Reading
from communique.record import Record
from communique.report import Report

ON = "2022-01-01"
BETWEEN = ("Georgia", "AM")


@pytest.fixture
def told(record: Record) -> Dossier:
    return dossier(record, BETWEEN, on=ON)


def squeezed(text: str) -> str:
    """The letters of a text alone: how a form breaks its lines does not matter here."""
    return "".join(text.split())


def lines(of: Dossier) -> list[str]:
    points = (point.text for section in of.sections for line in section.lines for point in line.points)
    return [*(line.text for section in of.sections for line in section.lines), *points]


def as_text(form: str, made: bytes) -> str:
    """All that a reader of a file reads."""
    if form == "pdf":
        return extract_text(io.BytesIO(made))
    if form == "docx":
        return "\n".join(each.text for each in docx.Document(io.BytesIO(made)).paragraphs)
    if form == "html":
        seen = Seen()
        seen.feed(made.decode("utf-8"))
        return "".join(seen.text)
    return re.sub(r"\\(.)", r"\1", made.decode("utf-8"))


class Seen(HTMLParser):
    """What of a page is shown, and its addresses and anchors."""

    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self.tags: list[str] = []
        self.anchors: set[str] = set()
        self.to: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.tags.append(tag)
        self.anchors |= {each for each in (given.get("id"),) if each}
        self.to += [each for each in (given.get("href"),) if each]
        self.fetched += [value or "" for name, value in attrs if name in ("src", "srcset", "data", "poster")]

    def handle_data(self, data: str) -> None:
        self.text.append(data)


def test_every_citation_is_true_and_every_line_has_one(record: Record, told: Dossier) -> None:
    passages = [each for source in told.sources for each in source.passages]
    for source in told.sources:
        text = record.text(source.report).text
        for each in source.passages:
            assert each.report == source.report
            assert text[each.start : each.end] == each.quote != ""
    marks = [each.mark for each in passages]
    assert len(set(marks)) == len(marks)
    cited = [line.cited for section in told.sections for line in section.lines]
    cited += [point.cited for section in told.sections for line in section.lines for point in line.points]
    assert cited
    assert all(each for each in cited)
    assert {each for line in cited for each in line} == set(passages)


@pytest.mark.parametrize("form", FORMS)
def test_every_form_says_all_of_it(told: Dossier, form: str) -> None:
    read = squeezed(as_text(form, FORMS[form](told)))  # type: ignore[index]
    said = [told.title, told.rests_on, *lines(told)]
    said += [each.title for each in told.sections]
    said += [passage.quote for source in told.sources for passage in source.passages]
    for each in said:
        assert squeezed(each) in read, each


@pytest.mark.parametrize("form", FORMS)
def test_the_same_record_gives_the_same_bytes(record: Record, form: str) -> None:
    first = brief(record, BETWEEN, on=ON, form=form)  # type: ignore[arg-type]
    record.rebuild()
    assert brief(record, BETWEEN, on=ON, form=form) == first  # type: ignore[arg-type]


def test_another_process_makes_the_same_bytes(record: Record) -> None:
    code = (
        "import hashlib; from communique.record import Record; from communique.export.brief import FORMS, brief\n"
        f"with Record({str(record.path)!r}, read_only=True) as record:\n"
        f"    made = [brief(record, {BETWEEN!r}, on={ON!r}, form=form) for form in FORMS]\n"
        "print(*(hashlib.sha256(each).hexdigest() for each in made))"
    )
    other = {"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path), "TZ": "Asia/Tokyo"}
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True, env=other)
    here = [brief(record, BETWEEN, on=ON, form=form) for form in FORMS]
    assert told.stdout.split() == [hashlib.sha256(each).hexdigest() for each in here]


@pytest.mark.parametrize("day", ["2019-03-04", "2019-03-05", "2020-06-01", "2030-01-01"])
def test_only_what_was_reported_by_the_day_is_in_it(
    tmp_path: Path, record: Record, pairs: list[tuple[Report, Reading]], day: str
) -> None:
    with Record(tmp_path / "until.db") as until:
        until.add_all(each for each in pairs if (each[0].published or "2021-06-02") <= day)
        assert brief(until, BETWEEN, on=day) == brief(record, BETWEEN, on=day)


def test_two_of_whom_nothing_is_told_have_a_brief_that_says_so(record: Record) -> None:
    said = dossier(record, ("GE", "NZ"), on=ON)
    assert said.plot is None
    assert said.rests_on == (
        "No report of 1 January 2022 or before tells of an encounter of Georgia and New Zealand; the record has 3 reports, "
        "from 5 March 2019 – 2 June 2021: 3 with no outlet named."
    )
    assert not list(said.sections[0].lines)
    assert b"None is reported." in brief(record, ("GE", "NZ"), on=ON)
    assert (
        dossier(record, ("GE", "NZ"), on="1999-01-01").rests_on
        == "No report of 1 January 1999 or before is in the record."
    )
    for form in FORMS:
        assert brief(record, ("GE", "NZ"), on="1999-01-01", form=form)


def test_of_two_with_far_too_much_three_pages_are_told_and_what_is_left_out(crowded: Path) -> None:
    with Record(crowded, read_only=True) as record:
        said = dossier(record, ("GE", "EE"), on="2021-01-01")
        assert fits(said)
        made = brief(record, ("GE", "EE"), on="2021-01-01", form="pdf")
    assert len(list(extract_pages(io.BytesIO(made)))) <= 3
    read = squeezed(as_text("pdf", made))
    assert len(said.left_out) >= 4
    for section in said.sections:
        if section.left_out:
            assert squeezed(section.left_out) in read
    meetings = said.sections[0]
    shown = len(list(meetings.lines))
    assert meetings.left_out == f"{90 - shown} more encounters left out"
    days = [line.label for line in meetings.lines]
    assert days[0].endswith("2019")
    assert len(said.plot.years) == 15 if said.plot else False


def test_the_document_has_headings_a_plot_in_words_and_marks_that_lead_somewhere(told: Dossier) -> None:
    made = FORMS["docx"](told)
    document = docx.Document(io.BytesIO(made))
    headings = [each.text for each in document.paragraphs if each.style and each.style.name == "Heading 1"]
    assert headings == ["Contact over the years", *(each.title for each in told.sections), "Sources"]
    body = document.element.body
    drawn = body.xpath(".//wp:docPr/@descr")
    assert drawn == ["Contact over the years. 2019: 2, 2020: 0, 2021: 1, 2022: no report"]
    named = set(body.xpath(".//w:bookmarkStart/@w:name"))
    assert set(body.xpath(".//w:hyperlink/@w:anchor")) <= named
    links = {each.target_ref for each in document.part.rels.values() if each.is_external}
    assert links == {"https://mod.example/1"}
    sizes = body.xpath(".//w:r/w:rPr[w:sz]")
    assert sizes
    assert all(each.xpath("string(w:sz/@w:val) = string(w:szCs/@w:val)") for each in sizes)
    properties = document.core_properties
    assert (properties.title, properties.created, properties.modified) == (
        told.title,
        datetime(2022, 1, 1, tzinfo=UTC),
        datetime(2022, 1, 1, tzinfo=UTC),
    )
    with zipfile.ZipFile(io.BytesIO(made)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_page_stands_alone_and_runs_nothing(told: Dossier) -> None:
    made = FORMS["html"](told).decode("utf-8")
    seen = Seen()
    seen.feed(made)
    assert "script" not in seen.tags
    assert not seen.fetched
    assert "url(" not in made
    assert "@import" not in made
    assert seen.tags.count("h1") == 1
    assert {each.removeprefix("#") for each in seen.to if each.startswith("#")} <= seen.anchors
    assert [each for each in seen.to if not each.startswith("#")] == ["https://mod.example/1"]
    assert "svg" in seen.tags


HOSTILE = "<script>alert(1)</script> **bold** [x](javascript:x) \u202e \x00 \ud800 | `"


@pytest.mark.parametrize("form", FORMS)
def test_what_reports_say_is_never_markup(tmp_path: Path, told_twice: list[tuple[Report, Reading]], form: str) -> None:
    (report, reading), _ = told_twice
    told = Report(report.id, report.text, published=report.published, title=HOSTILE, url="javascript:alert(1)")
    with Record(tmp_path / "record.db") as record:
        record.add(told, Reading.from_json(reading.to_json(), told.text))
        made = brief(record, ("GE", "EE"), on="2032-01-01", form=form)  # type: ignore[arg-type]
    if form == "html":
        seen = Seen()
        seen.feed(made.decode("utf-8"))
        assert "script" not in seen.tags
        assert all(each.startswith("#") for each in seen.to)
    if form == "md":
        assert rb"\<script\>alert(1)\</script\> \*\*bold\*\* \[x\](javascript:x)" in made
    assert "alert(1)" in as_text(form, made)


def test_letters_of_other_scripts_are_set_and_read_in_their_order(
    tmp_path: Path, told_twice: list[tuple[Report, Reading]]
) -> None:
    (report, reading), _ = told_twice
    title = "Жуков и Əliyev: سرلشکر باقری در تهران 日本"
    told = Report(report.id, report.text, published=report.published, title=title)
    with Record(tmp_path / "record.db") as record:
        record.add(told, Reading.from_json(reading.to_json(), told.text))
        pdf, word = (brief(record, ("GE", "EE"), on="2032-01-01", form=form) for form in ("pdf", "docx"))
    assert title in as_text("docx", word)
    read = as_text("pdf", pdf)
    assert "Жуков и Əliyev" in read
    assert "日本" not in read  # the fonts have no such letters, and say so
    assert "▯▯" in read


@pytest.mark.parametrize(
    ("between", "on", "error", "said"),
    [
        (("GE", "Georgia"), ON, ExportError, "name another"),
        (("GE", "AM"), "tomorrow", ExportError, "write 2017, 2017-10 or 2017-10-24"),
        (("GE", "Atlantis"), ON, NotInRecord, "no party 'Atlantis'"),
    ],
)
def test_what_cannot_be_asked_is_told(
    record: Record, between: tuple[str, str], on: str, error: type[Exception], said: str
) -> None:
    with pytest.raises(error, match=said):
        dossier(record, between, on=on)


def test_a_month_is_its_last_day_and_another_form_is_refused(record: Record) -> None:
    assert dossier(record, BETWEEN, on="2021-05").on == "2021-05-31"
    with pytest.raises(ExportError, match="one of docx, pdf, html, md"):
        brief(record, BETWEEN, on=ON, form="odt")  # type: ignore[arg-type]


def test_a_line_that_begins_with_a_right_to_left_name_goes_on_to_its_right(told: Dossier) -> None:
    passage = told.sources[0].passages[0]
    line = Line(label="2021", text="محمد باقری, Defence Minister", cited=(passage,))
    held = replace(told.sections[0], parts=(Part(lines=(line,), empty=""),))
    said = replace(told, sections=(held,))
    letters = {each.get_text(): each.x0 for each in drawn(FORMS["pdf"](said)) if each.get_text() in "محD"}
    assert letters["D"] > max(x for letter, x in letters.items() if letter != "D")
    assert '<bdi dir="ltr">محمد باقری, Defence Minister</bdi>' in FORMS["html"](said).decode("utf-8")


def drawn(pdf: bytes) -> Iterator[LTChar]:
    """The letters of a PDF, each where it is drawn."""
    waiting: list[Any] = list(extract_pages(io.BytesIO(pdf)))
    while waiting:
        each = waiting.pop()
        if isinstance(each, LTChar):
            yield each
        elif isinstance(each, Iterable):
            waiting += each
