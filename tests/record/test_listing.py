"""The beginnings of lists are those of the whole lists, and say how long these are."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from communique.reading import Body, Masthead, Reading
from communique.record import (
    BodyFilter,
    DocumentFilter,
    EngagementFilter,
    Listed,
    PersonFilter,
    Record,
    ReportFilter,
    StatementFilter,
)
from communique.record.listed import Facet
from communique.record.listing import engagements, facets
from communique.record.listing.listing import KINDS
from communique.report import Cited, Report


@pytest.fixture
def path(example_record: Path) -> Path:
    return example_record


@pytest.mark.parametrize("limit", [1, 3, 1000])
def test_a_beginning_is_that_of_the_whole(path: Path, limit: int) -> None:
    with Record(path, read_only=True) as record:
        party = record.people()[0].party
        pairs: list[tuple[Listed[Any], list[Any]]] = [
            (record.listed(PersonFilter(limit=limit)), record.people()),
            (record.listed(PersonFilter(text="minister", limit=limit)), record.people(text="minister")),
            (record.listed(PersonFilter(party=party, limit=limit)), record.people(party=party)),
            (record.listed(BodyFilter(limit=limit)), record.bodies()),
            (record.listed(BodyFilter(text="group", limit=limit)), record.bodies(text="group")),
            (record.listed(StatementFilter(limit=limit)), record.statements()),
            (record.listed(StatementFilter(verb="s", limit=limit)), record.statements(verb="s")),
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


COUNTINGS = engagements.LIST.countings

FILTERS: Sequence[Any] = (
    EngagementFilter(),
    EngagementFilter(latest=True),
    PersonFilter(),
    BodyFilter(),
    StatementFilter(),
    DocumentFilter(),
    ReportFilter(),
)


@pytest.mark.parametrize("asked", FILTERS, ids=str)
def test_pages_put_together_are_the_whole_list(path: Path, asked: Any) -> None:
    with Record(path, read_only=True) as record:
        whole = record.listed(asked)
        pages = [record.listed(replace(asked, limit=5, after=after)) for after in range(0, whole.total, 5)]
    assert [each for page in pages for each in page.entries] == list(whole.entries)
    assert {page.total for page in pages} == {whole.total} == {len(whole.entries)}
    assert whole.total > 5
    assert [page.after for page in pages] == list(range(0, whole.total, 5))
    assert not whole.facets


@pytest.mark.parametrize(
    "asked",
    [
        *FILTERS,
        EngagementFilter(status="held"),
        EngagementFilter(parties=("KZ",), kind="meeting"),
        EngagementFilter(year="2022", level="minister", status="held"),
        PersonFilter(level="minister"),
        PersonFilter(party="KZ", text="minister"),
        BodyFilter(year="2022"),
        BodyFilter(parties=("KZ",)),
        StatementFilter(party="KZ", year="2023"),
        DocumentFilter(status="signed"),
        DocumentFilter(only_open=True),
        ReportFilter(text="defence", year="2022"),
        ReportFilter(silent=True),
    ],
    ids=str,
)
def test_a_facet_tells_how_long_the_list_would_be(path: Path, asked: Any) -> None:
    with Record(path, read_only=True) as record:
        hold(record, asked)


def test_a_facet_of_somebody_tells_how_long_the_list_would_be(path: Path) -> None:
    with Record(path, read_only=True) as record:
        person = record.person("Daniyar Seitbekov").id
        hold(record, EngagementFilter(person=person, status="held"))
        hold(record, StatementFilter(speaker=person))
        hold(record, EngagementFilter(body=record.bodies()[0].id))


def hold(record: Record, asked: Any) -> None:
    """The list that each choice leads to is as long as it says, and what is chosen is marked."""
    found = record.listed(asked, facets=True)
    assert found.total
    assert (found.coverage is not None) == isinstance(asked, DocumentFilter)
    assert any(facet.choices for facet in found.facets)
    for facet in found.facets:
        assert facet.counted
        given = getattr(asked, facet.name)
        chosen = given if isinstance(given, tuple) else (given,) * (given is not None)
        assert {each.value for each in facet.choices if each.chosen} == set(chosen)
        for choice in facet.choices:
            further = (*given, choice.value) if isinstance(given, tuple) else choice.value
            assert record.listed(replace(asked, limit=1, **{facet.name: further})).total == choice.count, (
                facet.name,
                choice,
            )


def test_a_facet_has_the_most_frequent_choices_and_more_where_they_are_asked_for(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(facets, "CHOICES", 2)

    def parties(asked: EngagementFilter, more: str | None = None) -> Facet:
        return next(each for each in record.listed(asked, facets=True, more=more).facets if each.name == "parties")

    with Record(path, read_only=True) as record:
        few, every = parties(EngagementFilter()), parties(EngagementFilter(), more="parties")
        last = every.choices[-1].value
        held = parties(EngagementFilter(parties=(last,)))
        years = next(each for each in record.listed(EngagementFilter(), facets=True).facets if each.name == "year")
    assert few.more
    assert not every.more
    assert few.choices == every.choices[:2]
    counts = [each.count or 0 for each in every.choices]
    assert counts == sorted(counts, reverse=True)
    assert [each.value for each in held.choices if each.chosen] == [last]
    assert len(years.choices) > 2
    assert not years.more


def test_what_takes_too_long_to_count_is_said_to_be_not_counted(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        engagements, "LIST", replace(engagements.LIST, countings=tuple(replace(each, most=0) for each in COUNTINGS))
    )
    monkeypatch.setitem(KINDS, EngagementFilter, engagements.LIST)
    with Record(path, read_only=True) as record:
        asked = EngagementFilter(parties=("KZ",), status="held")
        found = record.listed(asked, facets=True)
        counted = {each.name: each for each in record.listed(EngagementFilter(), facets=True).facets}
    for facet in found.facets:
        assert not facet.counted or facet.name == "status"
        chosen = [each for each in facet.choices if each.chosen]
        assert [each.value for each in chosen] == {"parties": ["KZ"], "status": ["held"]}.get(facet.name, [])
        assert {each.count for each in chosen} <= {found.total}
    assert counted["parties"].counted
    assert not counted["person"].counted
    assert not counted["person"].choices


def test_a_body_of_a_party_of_several_words_is_listed_under_it(tmp_path: Path) -> None:
    text = "The 4th session of the World Bank-Norway Joint Commission was held in Oslo on 5 May 2016."
    named = "World Bank-Norway Joint Commission"

    def cite(words: str, value: str | None = None) -> Cited[str]:
        start = text.index(words)
        return Cited(text, start, start + len(words), value=value or words, rule="test.hand")

    body = Body(id="B1", name=cite(named), parties=(cite("World Bank"), cite("Norway", "NO")))
    report = Report("r", text, published="2016-05-06")
    with Record(tmp_path / "bank.db") as record:
        record.add(report, Reading(report=Masthead(id="r"), reader="test", bodies=(body,)))
        found = record.listed(BodyFilter(), facets=True)
        whole = record.body(found.entries[0].id)
        (parties,) = (each for each in found.facets if each.name == "parties")
        restricted = record.listed(BodyFilter(parties=("World Bank",)))
    assert found.entries[0].parties == whole.parties == ("NO", "World Bank")
    assert {(each.value, each.count) for each in parties.choices} == {("NO", 1), ("World Bank", 1)}
    assert restricted.total == 1
