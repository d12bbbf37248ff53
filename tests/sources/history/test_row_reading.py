from typing import Any

import pytest

from communique.reader.rules import told_by
from communique.reading import Account, Reading, citations
from communique.report import Cited, Report
from communique.sources.history import READER_NAME, read

from .conftest import ReadRow


def last(account: Account) -> tuple[str | None, ...]:
    """Name, party and role of who is told of last."""
    told = account.participants[-1]
    return tuple(each.value if each else None for each in (told.name, told.party, told.role))


def test_a_visit(read_visit: ReadRow) -> None:
    reading = read_visit(remarks="Private visit. Met with President Stone May 2.")
    visit, meeting = reading.engagements
    (visitor,) = visit.participants
    assert (visit.kind.value, visit.status.value) == ("visit", "held")
    assert (visit.start and visit.start.value, visit.end and visit.end.value) == ("1990-05-01", "1990-05-03")
    assert visit.country is not None
    assert visit.country.value == "US"
    assert last(visit) == ("Ana Ruiz", "PE", "guest")
    assert [each.value for each in visitor.office] == ["President"]
    assert last(meeting) == ("Stone", "US", "host")
    assert meeting.start is not None
    assert (meeting.start.value, meeting.start.quote) == ("1990-05-02", "May 2")
    assert [(link.from_id, link.to_id, link.relation) for link in reading.links] == [("E2", "E1", "part_of")]
    assert [person.name.value for person in reading.people] == ["Ana Ruiz", "Stone"]


def test_a_trip(read_trip: ReadRow) -> None:
    reading = read_trip(remarks="Met with Prime Minister Dahl and Soviet Foreign Minister Orlov.")
    visit, first, second = reading.engagements
    assert last(visit) == ("Ann Example Porter", "US", "guest")
    assert [each.value for each in visit.participants[0].office] == ["Secretary of State"]
    assert visit.place is not None
    assert visit.place.value == "Oslo"
    assert last(first) == ("Dahl", "NO", "host")
    assert last(second) == ("Orlov", "RU", "participant")
    assert second.participants[0].role is not None
    assert second.participants[0].role.value == "participant"


def test_a_meeting_is_undated_unless_the_row_says_its_day(read_trip: ReadRow) -> None:
    remarks = "Met with Prime Minister Dahl."
    assert read_trip(remarks=remarks).engagements[1].undated == "not reported"
    (start,) = [read_trip(remarks=remarks, end="1990-06-10").engagements[1].start]
    assert start is not None
    assert (start.value, start.rule) == ("1990-06-10", "history.one_day")
    one_day_and_another = read_trip(remarks=f"{remarks} Left U.S. June 3.", end="1990-06-10")
    assert one_day_and_another.engagements[1].start is None


def test_a_meeting_is_where_the_trip_was_if_that_is_one_place(read_trip: ReadRow) -> None:
    for place, of_meeting in (("Oslo", "Oslo"), ("Oslo, Bergen", None), ("Oslo and Bergen", None), ("", None)):
        meeting = read_trip(place=place, remarks="Met with King Olaf.").engagements[1]
        assert (meeting.place and meeting.place.value) == of_meeting


def test_the_year_of_a_day_is_the_nearest_or_none(read_trip: ReadRow) -> None:
    remarks = "Met with Prime Minister Dahl January 2."
    told = read_trip(remarks=remarks, start="1990-12-30", end="1990-12-31").engagements[1].start
    assert told is not None
    assert told.value == "1991-01-02"
    assert read_trip(remarks=remarks, start="1990-06-30", end="1990-07-01").engagements[1].start is None


def test_a_state_has_one_head(read_trip: ReadRow) -> None:
    meetings = read_trip(country="Egypt", remarks="Met with President Hadi and King Omar.").engagements[1:]
    assert [last(each)[1] for each in meetings] == ["EG", None]


def test_behind_a_foreigner_a_party_is_told_or_unknown(read_trip: ReadRow) -> None:
    remarks = "Met with Lebanese Prime Minister Haddad, Speaker Saba, and President Hadi. Met with Speaker Nasr."
    meetings = read_trip(country="Syria", remarks=remarks).engagements[1:]
    assert [last(each)[1] for each in meetings] == ["LB", None, "SY", "SY"]


def test_who_is_told_of_twice_is_one_person(read_trip: ReadRow) -> None:
    reading = read_trip(remarks="Met with King Olaf. Met with Soviet Premier Orlov and King Olaf June 11.")
    assert [each.participants[-1].person for each in reading.engagements[1:]] == ["P2", "P3", "P2"]
    assert [last(each)[1] for each in reading.engagements[1:]] == ["NO", "RU", "NO"]


def test_who_was_accompanied_was_not_met(read_trip: ReadRow) -> None:
    reading = read_trip(remarks="Joined President Stone in Oslo. Attended a dinner with President Stone.")
    assert len(reading.engagements) == 1


def test_a_visit_does_not_make_a_foreign_premier_american(read_visit: ReadRow) -> None:
    assert last(read_visit(remarks="Met with Prime Minister Dahl.").engagements[1]) == ("Dahl", None, "participant")


@pytest.mark.parametrize(
    ("country", "code"),
    [
        ("Korea, Republic of", "KR"),
        ("China, People’s Republic of", "CN"),
        ("Siam (Thailand)", "TH"),
        ("Germany, Federal Republic of", "DE"),
        ("Denmark (Greenland)", "DK"),
        ("Poland (government-in-exile)", "PL"),
        ("U.S.S.R.", "RU"),  # as the lexicon has it
        ("Upper Volta", "BF"),  # only its name changed
        ("German Democratic Republic", None),
        ("Yugoslavia (Kosovo)", None),
        ("Yemen Arab Republic", None),
        ("Czechoslovakia", None),
        ("Korea", None),  # which of the two is not told
        ("Atlantis", None),
    ],
)
def test_countries_that_no_code_settles_have_none(read_trip: ReadRow, country: str, code: str | None) -> None:
    reading = read_trip(country=country, remarks="Met with President Ruiz.")
    assert [each.country.value if each.country else None for each in reading.engagements] == [code, code]
    assert last(reading.engagements[1])[1] == code


def test_a_row_without_remarks_or_country_is_a_visit(read_trip: ReadRow, read_visit: ReadRow) -> None:
    assert read_trip(remarks="", country="").engagements[0].country is None
    assert read_visit(remarks="").engagements[0].country is not None


def test_the_reading_names_its_reader_and_its_rules(read_trip: ReadRow) -> None:
    reading = read_trip(remarks="Met with the Amir of Kuwait June 11.")
    assert reading.reader.split()[0] == READER_NAME
    cited: list[Any] = [each for each in citations(reading) if isinstance(each, Cited)]
    assert {told_by(each.rule) for each in cited} == {"history.*"}


def test_a_text_that_is_no_row_tells_nothing() -> None:
    assert read(Report("a", "They met.")) == Reading(report=read(Report("a", "They met.")).report, reader="history 1")
