"""Sources are numbered as they are first cited, their passages by letters, and every mark names one passage."""

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.export.brief.dossier import Line, Part, Passage, Section
from communique.export.brief.numbering import numbered
from communique.record.entries import ReportLine

PLACES = st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 40)), min_size=1, max_size=60)


def line_of(report: str) -> ReportLine:
    return ReportLine(id=report, day=None, publisher=None, title=None, url=None, engagements=0, statements=0)


def section(places: list[tuple[str, int]]) -> Section:
    lines = tuple(
        Line(label="", text="", cited=(Passage(report=report, start=start, end=start + 1, quote="x"),))
        for report, start in places
    )
    return Section(title="", parts=(Part(lines=lines, empty=""),))


@settings(max_examples=60, deadline=None)
@given(PLACES)
def test_every_mark_names_one_passage_of_its_source(places: list[tuple[str, int]]) -> None:
    (told,), sources = numbered([section(places)], line_of)
    assert [source.report for source in sources] == list(dict.fromkeys(report for report, _ in places))
    assert [source.number for source in sources] == list(range(1, len(sources) + 1))
    named = {each.mark: (each.report, each.start) for source in sources for each in source.passages}
    assert sorted(named.values()) == sorted(set(places))
    assert [named[line.cited[0].mark] for line in told.lines] == places


def test_letters_go_on_after_z_and_one_passage_needs_none() -> None:
    _, (many, one) = numbered([section([("a", nth) for nth in range(28)]), section([("b", 0)])], line_of)
    marks = [each.mark for each in many.passages]
    assert (marks[0], marks[25:]) == ("1a", ["1z", "1aa", "1ab"])
    assert [each.mark for each in one.passages] == ["2"]
