"""The ten questions: counted, cited, and with what each answer rests on."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any, get_args

import pytest

from communique.cli.contact import BY, PER
from communique.cli.pending import STATES
from communique.reading import Account, Document, Masthead, Participant, Reading
from communique.record import Record
from communique.record.questions.contact import By, Per
from communique.record.questions.pending import State
from communique.report import Cited, Report

Pairs = list[tuple[Report, Reading]]


@pytest.fixture
def record(tmp_path: Path, pairs: Pairs) -> Iterator[Record]:
    with Record(tmp_path / "asked.db") as made:
        made.add_all(pairs)
        yield made


def announced(
    id: str,  # noqa: A002
    text: str,
    *,
    published: str,
    status: str,
    day: tuple[str, str] | None = None,
    document: tuple[str, str] | None = None,
    other: str = "AM",
) -> tuple[Report, Reading]:
    """A report by hand of one visit of Georgia's minister to Armenia; `day` is words and EDTF, `document` name, status.

    `other` is the code of the party visited.
    """

    def cite(words: str, value: Any = None) -> Cited[Any]:
        start = text.index(words)
        return Cited(text, start, start + len(words), value=words if value is None else value, rule="test.hand")

    parts = (
        Participant(name=cite("Levan Abashvili"), office=(cite("Defence Minister"),), party=cite("Georgia", "GE")),
        Participant(office=(cite("colleague"),), party=cite("Armenia", other)),
    )
    told = (Document(name=cite(document[0]), status=cite(document[0], document[1])),) if document else ()
    account = Account(
        id="E1",
        kind=cite("visit", "visit"),
        status=cite("visit", status),
        trigger=cite("visit"),
        start=cite(*day) if day else None,
        end=cite(*day) if day else None,
        country=cite("Armenia", "AM"),
        participants=parts,
        documents=told,
    )
    masthead = Masthead(id=id, published=published, publisher=cite("Kura News"))
    reading = Reading(report=masthead, reader="test-1", engagements=(account,))
    return Report(id, text, published=published), reading


def visit(words: str, extra: str = "") -> str:
    return f"Kura News. Defence Minister Levan Abashvili of Georgia is to visit a colleague in Armenia {words}. {extra}"


def test_a_party_of_several_words_is_one(record: Record) -> None:
    told = visit("on 9 May 2022", "A memorandum is ready.")
    record.add(
        *announced(
            "p",
            told,
            published="2022-05-01",
            status="planned",
            day=("9 May 2022", "2022-05-09"),
            document=("memorandum", "proposed"),
            other="Arctic Council",
        )
    )
    (document,) = record.documents(parties=("Arctic Council",)).lines
    (awaited,) = record.pending(on="2022-05-02", parties=("Arctic Council",)).lines
    assert document.parties == awaited.parties == ("GE", "Arctic Council")


# Contact


def test_encounters_are_counted_by_year_and_level(record: Record) -> None:
    found = record.contact(parties=("GE", "AM"))
    assert [(each.name, each.total) for each in found.periods] == [("2019", 2), ("2020", 0), ("2021", 1)]
    by_level = {group: len(ids) for group, ids in found.periods[0].groups}
    assert by_level == {"deputy": 1, None: 1}
    assert found.undated == 0


def test_every_number_has_its_encounters(record: Record) -> None:
    ids = [id for each in record.contact(by="kind").periods for _, told in each.groups for id in told]  # noqa: A001
    assert len(set(ids)) == len(ids) == 3
    assert {record.engagement(each).kind.value for each in ids} == {"meeting", "session"}
    assert record.contact(parties=("GE", "LV")).undated == 1


def test_nothing_reported_and_no_report_are_told_apart(record: Record) -> None:
    found = record.contact(parties=("GE", "AM"), from_day="2018", to_day="2021")
    assert [(each.name, each.reports) for each in found.periods] == [("2018", 0), ("2019", 1), ("2020", 1), ("2021", 1)]


def test_months_run_on_without_a_break(record: Record) -> None:
    months = [each.name for each in record.contact(per="month", from_day="2019-11", to_day="2020-02").periods]
    assert months == ["2019-11", "2019-12", "2020-01", "2020-02"]


def test_what_is_only_announced_is_no_contact(record: Record) -> None:
    record.add(
        *announced(
            "p", visit("on 9 May 2022"), published="2022-05-01", status="planned", day=("9 May 2022", "2022-05-09")
        )
    )
    assert "2022" not in [each.name for each in record.contact(parties=("GE", "AM")).periods]


def test_an_answer_says_what_it_rests_on(record: Record) -> None:
    coverage = record.contact(parties=("GE", "AM")).coverage
    assert (coverage.reports, coverage.first, coverage.last) == (2, "2019-03-05", "2021-06-02")
    assert coverage.outlets == ((None, 2),)


# Documents and topics


def test_what_was_signed_is_not_open(record: Record) -> None:
    record.add(
        *announced(
            "plan",
            visit("on 9 May 2022", "A Plan of Activities was agreed."),
            published="2022-05-10",
            status="held",
            day=("9 May 2022", "2022-05-09"),
            document=("Plan of Activities", "agreed"),
        )
    )
    found = record.documents(parties=("GE", "AM"))
    assert [(each.name.value, each.status, each.open) for each in found.lines] == [
        ("Plan of Activities", "agreed", True),
        ("Protocol on Training", "signed", False),
    ]
    assert [each.name.value for each in record.documents(status="signed").lines] == ["Protocol on Training"]
    assert [each.name.value for each in record.documents(only_open=True).lines] == ["Plan of Activities"]
    assert record.documents(text="activities", limit=1).total == 1
    assert not record.documents(parties=("GE", "LV")).lines


def test_a_document_signed_later_is_no_longer_open(record: Record) -> None:
    for id, day, status in (("a", "2022-05-09", "agreed"), ("b", "2023-05-09", "signed")):  # noqa: A001
        words = f"on 9 May {day[:4]}"
        text = visit(words, "A Plan of Activities was told of.")
        told = announced(
            id, text, published=day, status="held", day=(words, day), document=("Plan of Activities", status)
        )
        record.add(*told)
    assert not record.documents(only_open=True).lines


def test_a_topic_is_told_where_it_first_came_up(record: Record) -> None:
    (topic,) = record.topics(parties=("GE", "AM")).lines
    assert (topic.topic.value, topic.topic.report, topic.first) == ("training", "ge-1", "2019-03-01")
    assert record.engagement(topic.engagement).kind.value == "session"
    assert not record.topics(from_day="2020").lines
    assert not record.topics(text="fishing", first=False).lines


# Pending


def test_announced_and_never_held_is_overdue(record: Record) -> None:
    record.add(
        *announced(
            "p", visit("on 9 May 2022"), published="2022-05-01", status="planned", day=("9 May 2022", "2022-05-09")
        )
    )
    (line,) = record.pending(on="2022-06-08", parties=("GE", "AM")).lines
    assert (line.state, line.late, line.announced) == ("overdue", 30, "2022-05-01")
    assert (line.told.quote, line.days[0].value) == ("visit", "2022-05-09")
    (line,) = record.pending(on="2022-05-08").lines
    assert (line.state, line.late) == ("coming", None)


def test_what_no_day_was_told_for_and_what_was_called_off_are_told_as_such(record: Record) -> None:
    record.add(*announced("u", visit("soon"), published="2022-05-01", status="proposed"))
    record.add(
        *announced(
            "c", visit("on 9 May 2023"), published="2023-05-01", status="cancelled", day=("9 May 2023", "2023-05-09")
        )
    )
    assert [each.state for each in record.pending(on="2024").lines] == ["cancelled", "undated"]
    assert [each.state for each in record.pending(on="2024", states=("undated",)).lines] == ["undated"]


# Postings and coverage


@pytest.mark.parametrize(
    ("on", "state"),
    [
        ("2019-03-05", "reported"),
        ("2019-03", "reported"),
        ("2018", "first reported after"),
        ("2019-12-31", "last reported before"),
    ],
)
def test_a_posting_is_never_longer_than_reports_vouch_for(record: Record, on: str, state: str) -> None:
    (holder,) = record.holders(on=on, office="Defence Minister", party="GE").lines
    assert (holder.name, holder.state) == ("Levan Abashvili", state)


def test_between_two_reports_nobody_vouches(record: Record) -> None:
    record.add(
        *announced(
            "p", visit("on 9 May 2020"), published="2020-05-01", status="planned", day=("9 May 2020", "2020-05-09")
        )
    )
    (holder,) = record.holders(on="2019-12-31", office="defence minister", party="GE").lines
    assert holder.state == "between reports"
    assert holder.before
    assert holder.after
    assert (holder.before.report, holder.after.report) == ("ge-1", "p")


def test_holders_are_found_by_level(record: Record) -> None:
    assert [each.name for each in record.holders(on="2020-01-15", level="minister").lines] == [
        "Nino Beridze",
        "Levan Abashvili",
    ]
    assert not record.holders(on="2020-01-15", level="head of state").lines


def test_coverage_tells_outlets_silence_and_gaps(record: Record) -> None:
    told = announced(
        "k1", visit("on 9 May 2022"), published="2022-05-01", status="planned", day=("9 May 2022", "2022-05-09")
    )
    record.add(*told)
    report = Report("k2", "Kura News. Rain is expected.", published="2022-08-01")
    named = replace(told[1].report, id="k2", publisher=Cited(report.text, 0, 9, value="Kura News", rule="test.hand"))
    record.add(report, Reading(report=replace(named, published="2022-08-01"), reader="test-1"))
    found = record.coverage()
    assert (found.whole.reports, found.silent) == (5, 1)
    (kura,) = [each for each in found.outlets if each.name == "Kura News"]
    assert (kura.reports, kura.silent, kura.gaps) == (2, 1, ("2022-06", "2022-07"))
    assert kura.months == (("2022-05", 1), ("2022-08", 1))


def test_the_commands_offer_what_the_record_knows() -> None:
    assert get_args(By) == BY
    assert get_args(Per) == PER
    assert set(get_args(State)) == set(STATES)
