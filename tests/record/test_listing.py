"""The beginnings of lists are those of the whole lists, and say how long these are."""

from pathlib import Path
from typing import Any

import pytest

from communique import examples
from communique.reader import Reader
from communique.record import EngagementFilter, Record
from communique.record.looking.listing import Listed


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example reports, only asked."""
    made = tmp_path_factory.mktemp("listing") / "record.db"
    reports = list(examples.reports())
    with Record(made) as record:
        record.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return made


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_a_beginning_is_that_of_the_whole(path: Path, limit: int) -> None:
    with Record(path, read_only=True) as record:
        party = record.people()[0].party
        pairs: list[tuple[Listed[Any], list[Any]]] = [
            (record.first_people(limit), record.people()),
            (record.first_people(limit, text="minister"), record.people(text="minister")),
            (record.first_people(limit, party=party), record.people(party=party)),
            (record.first_bodies(limit), record.bodies()),
            (record.first_bodies(limit, text="group"), record.bodies(text="group")),
            (record.first_statements(limit), record.statements()),
            (record.first_statements(limit, verb="s"), record.statements(verb="s")),
        ]
    for found, whole in pairs:
        assert found.total == len(whole) > 0
        assert list(found.entries) == whole[:limit]


def test_bodies_are_of_whole_codes(path: Path) -> None:
    with Record(path, read_only=True) as record:
        for body in record.bodies():
            for party in body.parties:
                assert body in record.bodies(parties=(party,))
                assert body not in record.bodies(parties=(party[:1],))


def test_parties_are_counted_by_their_engagements(path: Path) -> None:
    with Record(path, read_only=True) as record:
        found = record.parties()
        assert found.total == len(found.entries) > 2
        for each in found.entries:
            assert each.engagements == len(record.engagements(EngagementFilter(parties=(each.code,))))
            for other in record.parties(beside=each.code).entries:
                both = EngagementFilter(parties=(each.code, other.code))
                assert other.code != each.code
                assert other.engagements == len(record.engagements(both)) > 0
        assert [each.engagements for each in found.entries] == sorted(
            (each.engagements for each in found.entries), reverse=True
        )
        assert record.parties(1).entries == found.entries[:1]


def test_the_latest_engagements_come_first_where_they_are_asked_for(path: Path) -> None:
    with Record(path, read_only=True) as record:
        every = record.engagements()
        latest = record.engagements(EngagementFilter(latest=True))
    assert {each.id for each in latest} == {each.id for each in every}
    days = [each.end.value for each in latest if each.end and each.end.value.count("-") == 2]
    assert len(set(days)) > 2
    assert days == sorted(days, reverse=True)
    dated = [bool(each.start or each.end) for each in latest]
    assert dated == sorted(dated, reverse=True)
