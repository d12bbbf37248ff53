"""The reader as a whole: order, identity, and what every reading must hold."""

import json

from communique import Reader, Report, read
from communique.reading import Reading, citations

TALKS = (
    "OSLO, 4 March 2021 - The Minister of Defence of Norway, Ingrid Solberg-Lund, met in Oslo on Thursday with the "
    "Minister of National Defence of Chile, General Rodrigo Fuenzalida. The two sides discussed search and rescue at sea."
)


def test_a_meeting_is_read_whole() -> None:
    reading = read(TALKS, published="2021-03-04", id="talks")
    (meeting,) = reading.engagements
    assert (meeting.kind.value, meeting.status.value) == ("meeting", "held")
    assert meeting.start is not None
    assert meeting.start.value == "2021-03-04"
    assert meeting.place is not None
    assert meeting.place.value == "Oslo"
    assert meeting.country is not None
    assert meeting.country.value == "NO"
    people = {part.name.value: part for part in meeting.participants if part.name is not None}
    assert set(people) == {"Ingrid Solberg-Lund", "Rodrigo Fuenzalida"}
    norway, chile = people["Ingrid Solberg-Lund"], people["Rodrigo Fuenzalida"]
    assert [office.value for office in norway.office] == ["Minister of Defence of Norway"]
    assert norway.party is not None and norway.party.value == "NO"  # noqa: PT018 - mypy narrows
    assert norway.role is not None and norway.role.value == "host"  # noqa: PT018
    assert chile.rank is not None and chile.rank.value == "General"  # noqa: PT018
    assert chile.role is not None and chile.role.value == "guest"  # noqa: PT018


def test_readings_come_in_the_order_of_reports() -> None:
    reports = [Report(f"r{n}", TALKS.replace("Oslo", f"Oslo {'.' * n}")) for n in range(20)]
    assert [reading.report.id for reading in Reader().read_many(reports)] == [report.id for report in reports]


def test_every_citation_is_true_and_the_json_comes_back() -> None:
    reading = read("🚢 " + TALKS, published="2021-03-04")
    assert citations(reading)
    data = json.loads(json.dumps(reading.to_json()))
    assert Reading.from_json(data, "🚢 " + TALKS) == reading


def test_one_report_reads_the_same_alone_and_among_others() -> None:
    reports = [Report("a", TALKS), Report("b", "Nothing happened."), Report("c", TALKS)]
    alone = read(TALKS, id="a")
    among = list(Reader().read_many(reports))
    assert among[0] == alone
    assert among[1].engagements == ()


def test_an_empty_text_is_an_empty_reading() -> None:
    reading = read("")
    assert (reading.engagements, reading.people, reading.statements) == ((), (), ())
