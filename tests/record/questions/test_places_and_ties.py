"""Where engagements took place and who met whom: each engagement counts once, and nothing is placed by a guess."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.reading import Account, Masthead, Participant, Person, Reading
from communique.record import EngagementFilter, Record
from communique.report import Cited, Report

TEXT = (
    "{day}: Ana Lima of Peru met Ben Rojas of Chile and Carla Vega of Bolivia, held, planned, in Lima, at the Pentagon, "
    "in Washington, in San José, at the ministry, ({nth})."
)
WHO = {"PE": "Ana Lima", "CL": "Ben Rojas", "BO": "Carla Vega"}


def told(nth: int, *accounts: dict[str, Any]) -> tuple[Report, Reading]:
    """A report with these accounts by hand: of `parties` at a `place` in a `country` on a `day`."""
    text = TEXT.format(nth=nth, day=" ".join(each["day"] for each in accounts))

    def cite(words: str, value: Any = None) -> Cited[Any]:
        start = text.index(words)
        return Cited(text, start, start + len(words), value=words if value is None else value, rule="test.hand")

    def account(at: int, given: dict[str, Any]) -> Account:
        status = given.get("status", "held")
        return Account(
            id=f"E{at}",
            kind=cite("met", given.get("kind", "meeting")),
            status=cite(status, status),
            trigger=cite("met") if at == 1 else cite("held"),
            start=cite(given["day"]),
            place=cite(given["place"]) if given.get("place") else None,
            country=cite("in", given["country"]) if given.get("country") else None,
            participants=tuple(
                Participant(name=cite(WHO[each]), party=cite(WHO[each], each)) for each in given["parties"]
            ),
        )

    people = tuple(
        Person(id=f"P{at}", name=cite(name), party=cite(name, code)) for at, (code, name) in enumerate(WHO.items(), 1)
    )
    reading = Reading(
        report=Masthead(id=f"r{nth}", published="2020-01-01"),
        reader="test-1",
        engagements=tuple(account(at, each) for at, each in enumerate(accounts, 1)),
        people=people,
    )
    return Report(f"r{nth}", text, published="2020-01-01"), reading


@pytest.fixture
def record(tmp_path: Path) -> Iterator[Record]:
    three = ("PE", "CL", "BO")
    with Record(tmp_path / "asked.db") as made:
        made.add_all(
            [
                told(1, {"day": "2019-01-02", "place": "Lima", "country": "PE", "parties": three}),
                told(2, {"day": "2019-02-03", "place": "Lima", "parties": ("PE", "CL"), "kind": "call"}),
                told(3, {"day": "2019-03-04", "place": "the Pentagon", "country": "US", "parties": ("PE", "BO")}),
                told(4, {"day": "2019-04-05", "place": "Washington", "country": "US", "parties": ("PE", "CL")}),
                told(5, {"day": "2019-05-06", "place": "San José", "parties": ("PE", "CL")}),
                told(6, {"day": "2019-06-07", "place": "the ministry", "country": "PE", "parties": ("PE", "CL")}),
                told(7, {"day": "2019-07-08", "country": "PE", "parties": ("PE", "CL"), "status": "planned"}),
            ]
        )
        yield made


def test_names_of_one_city_are_one_place(record: Record) -> None:
    found = record.places()
    assert [(each.name, each.engagements, each.told) for each in found.lines] == [
        ("Lima", 2, ("Lima",)),
        ("Washington", 2, ("Washington", "the Pentagon")),
    ]
    assert {(each.name, each.first, each.last) for each in found.lines} == {
        ("Lima", "2019-01-02", "2019-02-03"),
        ("Washington", "2019-03-04", "2019-04-05"),
    }


def test_what_no_report_settles_is_counted_and_told(record: Record) -> None:
    found = record.places()
    assert (found.engagements, found.placed, found.unsettled, found.untold) == (7, 4, 2, 1)
    assert {(each.place, each.country) for each in found.unplaced} == {("San José", None), ("the ministry", "PE")}
    assert len(record.places(limit=1).unplaced) == 1
    assert record.places(limit=1).unsettled == 2


def test_two_accounts_of_one_engagement_count_once(record: Record) -> None:
    before = record.places()
    record.add(*told(8, {"day": "2019-01-02", "place": "Washington", "country": "US", "parties": ("PE", "CL", "BO")}))
    found = record.places()
    assert found.engagements == before.engagements
    assert found.placed == before.placed


@pytest.mark.parametrize(
    ("asked", "engagements", "placed"),
    [
        ({"parties": ("BO",)}, 2, 2),
        ({"parties": ("BO", "CL")}, 1, 1),
        ({"kind": "call"}, 1, 1),
        ({"status": "planned"}, 1, 0),
        ({"from_day": "2019-03", "to_day": "2019-04"}, 2, 2),
        ({"from_day": "2020"}, 0, 0),
    ],
)
def test_places_are_restricted(record: Record, asked: dict[str, Any], engagements: int, placed: int) -> None:
    found = record.places(**asked)
    assert (found.engagements, found.placed) == (engagements, placed)
    assert sum(each.engagements for each in found.lines) == placed


def test_engagements_are_found_by_the_names_of_a_place(record: Record) -> None:
    for each in record.places().lines:
        found = record.engagements(EngagementFilter(places=each.told))
        assert {told.place.value for told in found if told.place} == set(each.told)
        assert len(found) == each.engagements
    assert record.engagements(EngagementFilter(places=("Atlantis",))) == []


def test_ties_are_counted_over_encounters_that_were_held(record: Record) -> None:
    found = record.ties()
    assert [(each.one, each.other, each.encounters) for each in found.ties] == [
        ("CL", "PE", 5),
        ("BO", "PE", 2),
        ("BO", "CL", 1),
    ]
    assert (found.ties[0].first, found.ties[0].last) == ("2019-01-02", "2019-06-07")
    assert [each.id for each in found.nodes] == ["CL", "PE", "BO"]


def test_only_the_strongest_ties_are_given_where_so_asked(record: Record) -> None:
    found = record.ties(limit=1)
    assert [(each.one, each.other) for each in found.ties] == [("CL", "PE")]
    assert (found.total, len(found.nodes)) == (3, 2)


def test_no_more_are_tied_than_asked_for(record: Record) -> None:
    found = record.ties(most=2)
    assert [each.id for each in found.nodes] == ["CL", "PE"]
    assert [(each.one, each.other) for each in found.ties] == [("CL", "PE")]
    assert record.ties(most=3) == record.ties()


def test_people_of_a_party_are_tied_to_those_of_others(record: Record) -> None:
    found = record.ties(among="people", parties=("BO",))
    named = {each.id: (each.name, each.party) for each in found.nodes}
    assert [(named[each.one], named[each.other], each.encounters) for each in found.ties] == [
        (("Carla Vega", "BO"), ("Ana Lima", "PE"), 2),
        (("Carla Vega", "BO"), ("Ben Rojas", "CL"), 1),
    ]


def test_ties_are_restricted(record: Record) -> None:
    assert [each.encounters for each in record.ties(kind="call").ties] == [1]
    assert {(each.one, each.other) for each in record.ties(parties=("BO",), to_day="2019-02").ties} == {
        ("CL", "PE"),
        ("BO", "PE"),
        ("BO", "CL"),
    }
    assert record.ties(from_day="2021").total == 0


def test_of_everybody_there_are_no_ties_of_people(record: Record) -> None:
    found = record.ties(among="people")
    assert (found.ties, found.nodes, found.total) == ((), (), 0)
