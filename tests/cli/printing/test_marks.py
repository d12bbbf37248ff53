"""Marks are where the citations are, and every cited field of the data model has a colour."""

from dataclasses import fields
from typing import Any, get_type_hints

from communique import reading
from communique.cli.printing.marks import KINDS, STYLES, Mark, legend, marked, marks
from communique.reading import Reading, citations
from communique.report import Report

PARTS = [part for part in vars(reading).values() if getattr(part, "__module__", "") == reading.__name__]


def test_every_cited_field_has_a_kind_and_no_other() -> None:
    cited = {
        (part, field.name)
        for part in PARTS
        if hasattr(part, "__dataclass_fields__")
        for field in fields(part)
        if "Cited" in str(get_type_hints(part)[field.name])
    }
    assert {(part, name) for part, kinds in KINDS.items() for name in kinds} == cited
    assert {kind for kinds in KINDS.values() for kind in kinds.values()} == set(STYLES)


def test_every_citation_is_marked(pairs: list[tuple[Report, Reading]]) -> None:
    for _, read in pairs:
        assert {(mark.start, mark.end) for mark in marks(read)} == {(each.start, each.end) for each in citations(read)}


def test_marks_leave_the_text_as_it_is(pairs: list[tuple[Report, Reading]]) -> None:
    for report, read in pairs:
        assert marked(report.text, marks(read)).plain == report.text


def test_a_mark_inside_another_keeps_its_colour(pairs: list[tuple[Report, Reading]]) -> None:
    report, read = pairs[0]
    text = marked(report.text, marks(read))

    def look(words: str, after: str = "") -> Any:
        from rich.console import Console

        at = report.text.index(words, report.text.index(after))
        return text.get_style_at_offset(Console(), at)

    from rich.style import Style

    assert look("Georgian-Armenian") == Style.parse(STYLES["party"]) + Style.parse("bold")
    assert look("Levan") == Style.parse(STYLES["person"])
    assert look("March") == Style.parse(STYLES["date"])
    assert not look("trade routes").bold
    assert look("trade routes") == Style.parse(STYLES["statement"])


def test_equal_words_show_the_kind_that_comes_first() -> None:
    order = list(STYLES)
    text = marked("abc", [Mark(0, 3, kind) for kind in (order[3], order[0])])
    assert [span.style for span in text.spans] == [STYLES[order[3]], STYLES[order[0]]]


def test_the_legend_has_the_kinds_that_are_there() -> None:
    assert legend([Mark(0, 1, "place"), Mark(1, 2, "date"), Mark(2, 3, "date")]).plain == "date · place"
    assert legend([]).plain == ""
