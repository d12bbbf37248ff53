"""A list kept by hand against reports: what fits, what differs, what cannot be compared."""

from dataclasses import dataclass, replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.against import FIELDS, Held, held_against
from communique.resolve.agreement import Telling


@dataclass(frozen=True)
class Said:
    value: Any
    start: int = 0
    end: int = 1
    rule: str = "test.hand"


@dataclass(frozen=True)
class Who:
    person: str | None = None
    name: Said | None = None
    rank: Said | None = None
    office: tuple[Said, ...] = ()
    party: Said | None = None
    role: Said | None = None
    leads: Said | None = None


@dataclass(frozen=True)
class Told:
    kind: Said = Said("visit")
    status: Said = Said("held")
    start: Said | None = None
    end: Said | None = None
    place: Said | None = None
    country: Said | None = None
    body: Said | None = None
    session_number: Said | None = None
    participants: tuple[Who, ...] = ()
    topics: tuple[Said, ...] = ()
    outcomes: tuple[Said, ...] = ()
    documents: tuple[Any, ...] = ()


def telling(told: Told, *, on: str | None = None) -> Telling[Told]:
    return Telling(id=f"E-{on}", report=f"r-{on}", account=told, told_on=on)


def held(name: str, listed: Told, *reported: Told) -> Held | None:
    found = held_against(
        [telling(listed)], [telling(each, on=f"2031-06-0{nth}") for nth, each in enumerate(reported, 1)]
    )
    return next((each for each in found if each.name == name), None)


def outcome(name: str, listed: Told, *reported: Told) -> str | None:
    found = held(name, listed, *reported)
    return found.outcome if found else None


def somebody(name: str | None, party: str = "PT", office: str | None = None, person: str | None = None) -> Who:
    return Who(
        person=person,
        name=Said(name) if name else None,
        party=Said(party),
        office=(Said(office),) if office else (),
    )


@pytest.mark.parametrize(
    ("listed", "reported", "wanted"),
    [
        ("2031-05-12", "2031-05-12", "agree"),
        ("2031-05-12", "2031-05", "agree"),
        ("2031-05-12", "2031-05-13", "differ"),
        ("2031-05-12", None, "listed only"),
        (None, "2031-05-12", "reported only"),
        (None, None, None),
    ],
)
def test_days(listed: str | None, reported: str | None, wanted: str | None) -> None:
    one, other = (Told(start=Said(day) if day else None) for day in (listed, reported))
    assert outcome("start", one, other) == wanted


@pytest.mark.parametrize(
    ("listed", "reported", "wanted"),
    [
        ("Lisbon, Porto", "Porto", "agree"),
        ("Lisbon", "Porto", "differ"),
        ("Lisbon", "the palace", "open"),
        ("the palace", "the old palace", "agree"),
    ],
)
def test_places(listed: str, reported: str, wanted: str) -> None:
    assert outcome("place", Told(place=Said(listed)), Told(place=Said(reported))) == wanted


def test_what_was_announced_counts_only_where_nobody_tells_what_came() -> None:
    listed = Told(start=Said("2031-07-13"))
    announced = Told(status=Said("planned"), start=Said("2031-07-12"))
    assert outcome("start", listed, announced) == "differ"
    assert outcome("start", listed, announced, Told(start=Said("2031-07-13"))) == "agree"


def test_one_report_that_does_not_fit_is_a_difference() -> None:
    days = [Told(country=Said(code)) for code in ("PT", "ES")]
    assert outcome("country", Told(country=Said("PT")), *days) == "differ"


@pytest.mark.parametrize(
    ("listed", "reported", "wanted"),
    [
        (somebody("Rui Santos", person="P-1"), somebody("R. Santos", person="P-1"), "agree"),
        (somebody("Santos"), somebody("Rui Santos"), "agree"),
        (somebody("Rui Santos"), somebody("Ana Lima"), "differ"),
        (somebody("Santos"), somebody("Rui Santos", party="ES"), "listed only"),
        (somebody("Rui Santos"), somebody(None), "open"),
        (somebody(None, office="Minister of Defence"), somebody(None, office="Defence Minister"), "agree"),
    ],
)
def test_counterparts(listed: Who, reported: Who, wanted: str) -> None:
    assert outcome("counterparts", Told(participants=(listed,)), Told(participants=(reported,))) == wanted


def test_whom_only_reports_name_is_no_difference() -> None:
    rui = somebody("Rui Santos", person="P-1")
    found = held("counterparts", Told(participants=(rui,)), Told(participants=(rui, somebody("Ana Lima", party="ES"))))
    assert found
    assert found.outcome == "agree"
    assert [each.value for each in found.reported] == ["Rui Santos", "Ana Lima"]


@pytest.mark.parametrize(
    ("listed", "reported", "wanted"),
    [
        ("Minister of Defence", "Defence Minister", "agree"),
        ("Minister of Defence", "Minister of Health", "open"),
        ("Minister of Defence", "Deputy Minister of Defence", "differ"),
        ("Minister of Defence", None, "listed only"),
        (None, "Minister of Defence", "reported only"),
    ],
)
def test_offices_of_those_whom_both_name(listed: str | None, reported: str | None, wanted: str) -> None:
    one, other = (
        Told(participants=(somebody("Rui Santos", office=each, person="P-1"),)) for each in (listed, reported)
    )
    assert outcome("office", one, other) == wanted


ACCOUNTS = st.builds(
    Told,
    start=st.sampled_from([None, Said("2031-05-12"), Said("2031-05-13"), Said("2031-05")]),
    place=st.sampled_from([None, Said("Lisbon"), Said("Porto"), Said("the palace")]),
    participants=st.sampled_from([(), (somebody("Rui Santos"),), (somebody("Santos", office="Minister"),)]),
)


@given(st.lists(ACCOUNTS, max_size=3), st.lists(ACCOUNTS, max_size=3))
def test_the_two_may_be_exchanged(some: list[Told], others: list[Told]) -> None:
    other_way = {"listed only": "reported only", "reported only": "listed only"}
    one, other = ([telling(each) for each in told] for told in (some, others))
    for name in ("start", "place"):
        there = [each.outcome for each in held_against(one, other) if each.name == name]
        back = [each.outcome for each in held_against(other, one) if each.name == name]
        assert [other_way.get(each, each) for each in there] == back


@given(st.lists(ACCOUNTS, min_size=1, max_size=3))
def test_what_is_told_alike_does_not_differ(some: list[Told]) -> None:
    first = [telling(replace(some[0], status=Said("held")))]
    assert {each.outcome for each in held_against(first, first)} <= {"agree", "listed only", "reported only"}
    assert {each.name for each in held_against(first, first)} <= set(FIELDS)
