"""The stories the example reports were written to tell, and that the demo has to show."""

from functools import cache

import pytest

from communique import examples
from communique.reader import Reader
from communique.reading import Reading

READ_AT_LEAST = 18  # of the stories; raise it when the reader reads more, lower it only on purpose

STORIES = {
    "a working group meets for the first time": ("2020-02-12-tbilisi", "session", "held", "2020-02-11"),
    "it meets again": ("2021-10-06-nur-sultan", "session", "held", "2021-10-06"),
    "a plan is signed there": ("2021-10-06-nur-sultan", "signing", "held", "2021-10-06"),
    "it meets a third time, under another name": ("2023-05-17-tbilisi", "session", "held", "2023-05-17"),
    "the minister receives its guest": ("2020-02-12-tbilisi", "meeting", "held", "2020-02-12"),
    "a meeting, told by the host": ("2021-05-03-rawalpindi", "meeting", "held", "2021-05-03"),
    "the same meeting, told by the guest": ("2021-05-04-muscat", "meeting", "held", "2021-05-03"),
    "a visit is announced": ("2022-08-25-seoul", "visit", "planned", "2022-09-06"),
    "and is held": ("2022-09-07-hanoi", "visit", "held", "2022-09-06"),
    "a visit is announced, and nothing follows": ("2024-02-20-santiago", "visit", "planned", "2024-03-11"),
    "a visit is postponed": ("2024-01-30-dakar", "visit", "planned", "2024-03-06"),
    "the ministers telephone about it": ("2024-01-30-dakar", "call", "held", "2024-01-29"),
    "a call": ("2023-01-31-athens", "call", "held", "2023-01-31"),
    "a port call": ("2022-11-22-colombo", "visit", "held", "2022-11-22"),
    "a signing": ("2024-07-09-jakarta", "signing", "held", "2024-07-09"),
    "a conference": ("2022-06-15-accra", "conference", "held", "2022-06-14"),
    "a meeting on its margins": ("2022-06-15-accra", "meeting", "held", "2022-06-14"),
    "another meeting on its margins": ("2022-06-15-accra", "meeting", "held", "2022-06-15"),
    "an exercise": ("2023-08-21-ulaanbaatar", "exercise", "under way", "2023-08-21"),
    "a wreath": ("2024-05-14-warsaw", "ceremony", "held", "2024-05-14"),
    "a donation": ("2022-04-27-luanda", "ceremony", "held", "2022-04-26"),
    "an alliance's visitor": ("2023-03-23-tirana", "visit", "held", "2023-03-23"),
    "a readout": ("2024-04-18-washington", "meeting", "held", "2024-04-18"),
    "consultations in a joint statement": ("2023-10-19-nukualofa", "session", "held", "2023-10-18"),
    "an ambassador is received": ("2023-04-13-kigali", "meeting", "held", "2023-04-13"),
    "a letter": ("2021-12-13-ashgabat", "correspondence", "held", None),
    "talks with a counterpart": ("2023-04-11-beijing", "meeting", "held", "2023-04-11"),
    "staff talks": ("2023-11-21-dhaka", "session", "held", "2023-11-19"),
    "a courtesy call": ("2023-11-21-dhaka", "meeting", "held", "2023-11-20"),
    "a meeting in Baku": ("2022-03-29-baku", "meeting", "held", "2022-03-29"),
}


@cache
def readings() -> dict[str, Reading]:
    return {each.report.id: each for each in Reader().read_many(examples.reports())}


def test_the_stories_are_read() -> None:
    missed = {story: told for story, told in STORIES.items() if not is_read(*told)}
    assert len(STORIES) - len(missed) >= READ_AT_LEAST, f"not read: {missed}"


def is_read(report: str, kind: str, status: str, start: str | None) -> bool:
    return any(
        (each.kind.value, each.status.value, each.start and each.start.value) == (kind, status, start)
        for each in readings()[report].engagements
    )


@pytest.mark.parametrize("report", ["2024-06-03-tashkent", "2023-12-05-gdansk"])
def test_what_is_no_engagement_gives_none(report: str) -> None:
    assert not readings()[report].engagements


def test_the_working_group_is_a_body_of_both_parties() -> None:
    for report in ("2020-02-12-tbilisi", "2021-10-06-nur-sultan", "2023-05-17-tbilisi"):
        (body,) = (each for each in readings()[report].bodies if "Working Group" in each.name.value)
        assert {each.value for each in body.parties} == {"GE", "KZ"}


@pytest.mark.parametrize(
    ("report", "rank", "office"),
    [
        ("2020-02-12-tbilisi", "Major General", "Head of the Department of International Cooperation"),
        ("2021-10-06-nur-sultan", "Major General", "Deputy Minister of Defence"),
        ("2022-03-29-baku", "Major General", "Deputy Minister of Defense"),
        ("2023-05-17-tbilisi", "Lieutenant General", "First Deputy Minister of Defence"),
    ],
)
def test_a_person_rises(report: str, rank: str, office: str) -> None:
    (person,) = (each for each in readings()[report].people if each.name.value == "Daniyar Seitbekov")
    assert person.rank
    assert person.rank.value == rank
    assert any(each.value.startswith(office) for each in person.office)
