"""Accounts of one encounter side by side, and reports against a list kept by hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args

import pytest

from communique.cli.compare import LISTS
from communique.cli.printing.kept import OUTCOMES, STATES
from communique.reading import Account, Masthead, Participant, Person, Reading
from communique.record import EngagementFilter, Record
from communique.record.questions.against import Alone
from communique.record.questions.compare import Comparison
from communique.report import Cited, Report
from communique.resolve.against import FIELDS, Outcome
from communique.sources import history, take

Pairs = list[tuple[Report, Reading]]


@pytest.fixture
def record(tmp_path: Path, told_twice: Pairs, pairs: Pairs) -> Iterator[Record]:
    with Record(tmp_path / "compared.db") as made:
        made.add_all([*told_twice, *pairs])
        yield made


@pytest.fixture
def compared(record: Record) -> Comparison:
    (talks,) = record.engagements(EngagementFilter(parties=("EE",)))
    return record.compare(talks.id)


def values(compared: Comparison, name: str) -> dict[Any, tuple[str, ...]]:
    """The values of a field, each with the reports that tell it."""
    return {
        each.value: tuple(told.report for told in each.told)
        for field in compared.fields
        if field.name == name
        for each in field.values
    }


def alike(compared: Comparison, name: str) -> list[str]:
    return [each.alike for each in compared.fields if each.name == name]


def test_the_accounts_stand_in_the_order_of_their_days(compared: Comparison) -> None:
    assert [(each.outlet, each.report, each.day) for each in compared.accounts] == [
        ("Kura News", "kura", "2031-05-12"),
        ("Baltic Wire", "baltic", "2031-05-13"),
    ]
    assert (compared.coverage.reports, compared.coverage.first) == (2, "2031-05-12")


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("kind", "all alike"),
        ("country", "all alike"),
        ("start", "conflict"),
        ("place", "conflict"),
        ("session_number", "only one"),
        ("topics", "some in common"),
    ],
)
def test_a_field_says_how_the_accounts_stand_to_each_other(compared: Comparison, name: str, wanted: str) -> None:
    assert alike(compared, name) == [wanted]


def test_each_value_has_its_words_in_each_report(compared: Comparison, record: Record) -> None:
    assert values(compared, "start") == {"2031-05-12": ("kura",), "2031-05-13": ("baltic",)}
    assert values(compared, "topics") == {"training": ("kura", "baltic"), "cyber defence": ("baltic",)}
    for field in compared.fields:
        for value in field.values:
            assert len(value.accounts) == len(value.told) == len(set(value.accounts))
            for told in value.told:
                assert record.text(told.report).text[told.start : told.end] == told.quote


def test_who_tells_nothing_of_a_field_is_named(compared: Comparison) -> None:
    kura = compared.accounts[0].id
    assert [each.silent for each in compared.fields if each.name in ("session_number", "start")] == [(), (kura,)]


def test_people_stand_side_by_side_with_what_is_in_conflict(compared: Comparison) -> None:
    levan = next(each for each in compared.people if each.name == "Levan Abashvili")
    assert levan.party == "GE"
    assert levan.conflicts == ("rank",)
    assert [part.rank.value for part in levan.parts if part and part.rank] == ["Colonel", "Lieutenant Colonel"]
    mart = next(each for each in compared.people if each.name == "Mart Tamm")
    assert (mart.conflicts, len(mart.parts)) == ((), 2)


def test_each_account_has_what_its_report_quotes(compared: Comparison) -> None:
    said = [[(each.party, each.content.value) for each in account.statements] for account in compared.accounts]
    assert said == [[("EE", "the visit was overdue")], [("EE", "a plan is ready")]]


def test_the_id_of_an_account_leads_to_the_same(compared: Comparison, record: Record) -> None:
    assert record.compare(compared.accounts[1].id) == compared


def test_of_one_account_everything_is_told_by_one(record: Record) -> None:
    (call,) = record.engagements(EngagementFilter(parties=("LV",)))
    found = record.compare(call.id)
    assert {each.alike for each in found.fields} == {"only one"}
    assert not found.conflicts


def test_what_people_decide_settles_a_conflict(compared: Comparison, record: Record) -> None:
    before = record.engagement(compared.engagement.id).conflicts
    record.decide("accept", compared.engagement.id, "place", value="Batumi")
    found = record.compare(compared.engagement.id)
    assert alike(found, "place") == ["decided"]
    assert list(values(found, "place")) == ["Batumi", "Tbilisi"]
    assert len(record.engagement(compared.engagement.id).conflicts) == len(before) - 1


def test_only_engagements_in_conflict_can_be_asked_for(compared: Comparison, record: Record) -> None:
    assert [each.id for each in record.engagements(EngagementFilter(conflicts=True))] == [compared.engagement.id]
    for field in compared.conflicts:
        at = f"{field.name}:{field.person}" if field.person else field.name
        record.decide("accept", compared.engagement.id, at, value=field.values[0].value)
    assert not record.engagements(EngagementFilter(conflicts=True))


# Against a list

ROWS = (
    {
        "id": "visit-1",
        "visitor": "President Ana Ruiz",
        "start": "2031-05-10",
        "end": "2031-05-12",
        "country": "Peru",
        "place": "Washington",
    },
    {
        "id": "visit-2",
        "visitor": "President Ana Ruiz",
        "start": "2031-09-01",
        "end": "2031-09-02",
        "country": "Peru",
        "place": "Washington",
    },
    {
        "id": "visit-3",
        "visitor": "President Ana Ruiz",
        "start": "2035-05-10",
        "end": "2035-05-12",
        "country": "Peru",
        "place": "Washington",
    },
    {
        "id": "visit-4",
        "visitor": "President Odd Lunde",
        "start": "2031-06-01",
        "end": "2031-06-02",
        "country": "Norway",
        "place": "Washington",
    },
)


@pytest.fixture
def with_list(tmp_path: Path) -> Iterator[Record]:
    """Four rows; reports tell of the first a day later, and of a visit that the list does not have."""
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({**each, "kind": "visit"}) + "\n" for each in ROWS), encoding="utf-8")
    with Record(tmp_path / "listed.db") as made:
        for report in take([str(rows)], formats=history.FORMATS):
            assert isinstance(report, Report)
            made.add(report, history.read(report))
        made.add(*visit("lima-1", "from 11 to 12 May 2031", ("2031-05-11", "2031-05-12"), on="2031-05-13"))
        made.add(*visit("lima-2", "from 3 to 4 August 2031", ("2031-08-03", "2031-08-04"), on="2031-08-05"))
        made.add(*visit("lima-3", "from 3 to 4 November 2031", ("2031-11-03", "2031-11-04"), on="2031-11-05"))
        yield made


def visit(
    id: str,  # noqa: A002
    words: str,
    days: tuple[str, str],
    *,
    on: str,
    party: tuple[str, str] = ("Peru", "PE"),
) -> tuple[Report, Reading]:
    text = f"Lima Post. President Ana Ruiz of {party[0]} paid a visit to the United States of America {words}, to Washington."

    def cite(quote: str, value: Any = None) -> Cited[Any]:
        start = text.index(quote)
        return Cited(text, start, start + len(quote), value=quote if value is None else value, rule="test.hand")

    guest = Person(id="P1", name=cite("Ana Ruiz"), office=(cite("President"),), party=cite(*party))
    account = Account(
        id="E1",
        kind=cite("visit", "visit"),
        status=cite("paid", "held"),
        trigger=cite("paid a visit"),
        start=cite(words, days[0]),
        end=cite(words, days[1]),
        place=cite("Washington"),
        country=cite("United States of America", "US"),
        participants=(
            Participant(
                person="P1", name=guest.name, office=guest.office, party=guest.party, role=cite("paid", "guest")
            ),
        ),
    )
    head = Masthead(id=id, published=on, publisher=cite("Lima Post"))
    reading = Reading(report=head, reader="test-1", engagements=(account,), people=(guest,))
    return Report(id, text, published=on), reading


def test_agreement_and_difference_are_counted_by_field(with_list: Record) -> None:
    found = with_list.compare_with("history")
    assert found.total_both == 1
    agree = {name for name, counts in found.counts.items() if counts["agree"]}
    assert agree == {"end", "place", "country", "counterparts", "office"}
    assert {name for name, counts in found.counts.items() if counts["differ"]} == {"start"}


def test_a_difference_has_both_values_with_their_reports(with_list: Record) -> None:
    (both,) = with_list.compare_with("history").both
    (start,) = [each for each in both.fields if each.outcome == "differ"]
    assert [(each.value, each.report) for each in start.listed] == [("2031-05-10", "history/visit-1")]
    assert [(each.value, each.report) for each in start.reported] == [("2031-05-11", "lima-1")]


def test_what_only_the_list_has_is_told_where_reports_cover_it(with_list: Record) -> None:
    found = with_list.compare_with("history")
    told = {each.told.report: each.state for each in found.lone}
    assert told["history/visit-2"] == "listed"
    assert told["history/visit-3"] == "not covered"  # after the last report
    assert told["history/visit-4"] == "not covered"  # no report tells of Norway
    assert found.alone == {"listed": 1, "not covered": 2, "undated": 0, "reported": 2}
    assert {report for report, state in told.items() if state == "reported"} == {"lima-2", "lima-3"}


def test_only_the_parties_and_days_asked_for_are_compared(with_list: Record) -> None:
    assert with_list.compare_with("history", parties=("NO",)).total_both == 0
    assert with_list.compare_with("history", parties=("PE", "US")).total_both == 1
    assert with_list.compare_with("history", from_day="2031-06").total_both == 0
    later = with_list.compare_with("history", from_day="2031-10", to_day="2031-12")
    assert [each.told.report for each in later.lone] == ["lima-3"]
    assert with_list.compare_with("history", from_day="2035").alone["not covered"] == 1


def test_the_list_is_no_report_to_rest_on(with_list: Record) -> None:
    assert with_list.compare_with("history").coverage.reports == 3


def test_a_limit_shortens_the_lines_and_not_the_counts(with_list: Record) -> None:
    found = with_list.compare_with("history", limit=1)
    assert [each.state for each in found.lone] == ["listed", "not covered", "reported"]
    assert found.alone["reported"] == 2


def test_a_party_of_several_words_is_one_party(with_list: Record) -> None:
    days = ("2033-06-05", "2033-06-06")
    with_list.add(*visit("bank", "from 5 to 6 June 2033", days, on="2033-06-07", party=("World Bank",) * 2))
    found = with_list.compare_with("test-1", parties=("World Bank",))
    assert [(each.parties, each.state) for each in found.lone] == [(("World Bank",), "not covered")]


def test_without_a_list_nothing_is_compared(record: Record) -> None:
    found = record.compare_with("history")
    assert (found.total_both, sum(found.alone.values()), found.lone) == (0, 0, ())


def test_the_command_offers_what_the_record_knows() -> None:
    assert set(OUTCOMES) == set(get_args(Outcome))
    assert set(STATES) == set(get_args(Alone))
    assert LISTS == (history.READER_NAME,)
    assert len(FIELDS) == len(set(FIELDS))
