"""Timelines: in the order and at the distance of the days, bounded, escaped, and told in words as well."""

import re
from xml.etree import ElementTree

from hypothesis import given, settings
from hypothesis import strategies as st

from communique.record.entries import Body, Head, Person, Posting, Session, Told
from communique.record.entries import Engagement as Entry
from communique.web.plots.careers import career_plot
from communique.web.plots.sessions import sessions_plot
from communique.web.plots.timeline import LEFT, RIGHT, WIDTH, Lane, Stretch, timeline

SVG = "{http://www.w3.org/2000/svg}"


def told(value: str) -> Told[str]:
    return Told(value, "r", 0, 1, "x", "test.rule")


def marks(drawn: object) -> list[float]:
    return [float(each) for each in re.findall(r'<circle class="mark" cx="([\d.]+)"', str(drawn))]


def session(day: str | None, number: int | None) -> Session:
    entry = Entry(
        id=f"E-{day}",
        kind=told("session"),  # type: ignore[arg-type]
        status=told("held"),  # type: ignore[arg-type]
        trigger=told("met"),
        start=told(day) if day else None,
    )
    return Session(engagement=entry, number=number, start=day)


@given(st.lists(st.dates(), min_size=1, max_size=8))
@settings(max_examples=30, deadline=None)
def test_marks_stand_as_their_days_do(days: list) -> None:  # type: ignore[type-arg]
    stretches = [Stretch(first=f"{each}", last=f"{each}", words=f"{each}", as_="mark") for each in sorted(days)]
    places = marks(timeline([Lane(label="Days", stretches=stretches)], "Days"))
    assert len(places) == len(days)
    assert places == sorted(places)
    assert all(LEFT <= each <= WIDTH - RIGHT for each in places)


def test_a_year_in_the_middle_stands_in_the_middle() -> None:
    drawn = timeline(
        [
            Lane(
                label="Met", stretches=[Stretch(first=y, last=y, words=y, as_="mark") for y in ("2000", "2001", "2002")]
            )
        ],
        "Years",
    )
    first, middle, last = marks(drawn)
    assert abs((first + last) / 2 - middle) < 1


def test_what_has_no_day_is_left_out_and_nothing_is_no_drawing() -> None:
    undated = Lane(label="Undated", stretches=[Stretch(first="", last="", words="never")])
    assert timeline([undated], "Nothing") is None
    dated = Lane(label="Dated", stretches=[Stretch(first="2020-05", last="2021", words="then")])
    drawn = str(timeline([undated, dated], "Something"))
    assert "Undated" not in drawn
    assert "Dated: then" in drawn


def test_words_of_reports_are_escaped() -> None:
    lane = Lane(label="<script>", stretches=[Stretch(first="2020", last="2020", words="</title><img onerror=x>")])
    drawn = str(timeline([lane], "<b>"))
    tree = ElementTree.fromstring(drawn)
    assert {each.tag for each in tree.iter()} <= {"svg", "title", "desc", "path", "text", "rect"}
    assert tree.findtext("title") == "<b>"


def test_a_career_has_a_bar_a_posting_and_a_mark_an_engagement() -> None:
    postings = (
        Posting(rank="Colonel", office="chief of staff", party="NO", first="2019-01-02", last="2021", citations=()),
        Posting(rank="General", office=None, party=None, first=None, last=None, citations=()),
    )
    met = tuple(session(day, None).engagement for day in ("2019-05-01", "2020", None))
    drawn = str(career_plot(Person(id="P-1", name="A B", party="NO", postings=postings, engagements=met)))
    assert drawn.count('<rect class="bar"') == 1
    assert len(marks(drawn)) == 2
    assert "chief of staff, Norway, reported 2 January 2019 – 2021" in drawn
    assert career_plot(Person(id="P-1", name="A B", party="NO", postings=postings[1:])) is None


def test_a_body_shows_its_sessions_what_is_missing_between_and_its_heads() -> None:
    head = Head(name=told("C D"), party=told("FI"), first="2012", last="2014")
    body = Body(
        id="B-1",
        name="Commission",
        parties=("NO", "FI"),
        sessions=(session("2012-05-01", 3), session("2013-05-01", None), session("2014-06-01", 6), session(None, 7)),
        heads=(head,),
    )
    drawn = str(sessions_plot(body))
    assert len(marks(drawn)) == 3
    assert drawn.count('class="gap"') == 1
    assert "no report tells of 4th to 5th" in drawn
    assert "C D, Finland, reported as head 2012–2014" in drawn
    assert ">6th<" in drawn
    assert sessions_plot(Body(id="B-2", name="Commission", parties=())) is None


def test_numbers_that_would_hide_each_other_are_left_to_the_table() -> None:
    days = [f"2020-01-{day:02}" for day in range(1, 29)] + ["2030-01-01"]
    sessions = tuple(session(day, nth) for nth, day in enumerate(days, start=1))
    drawn = str(sessions_plot(Body(id="B-1", name="Often", parties=(), sessions=sessions)))
    assert len(marks(drawn)) == len(days)
    assert 0 < len(re.findall(r">\d+(?:st|nd|rd|th)</text>", drawn)) < 4
