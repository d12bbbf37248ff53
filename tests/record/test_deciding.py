"""Deciding about a record: what it does at once, what is kept of it, and that it can be taken back."""

import re
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

from communique.errors import CommuniqueError, FalseCitation, NotInRecord, RecordError
from communique.reading import Reading
from communique.record import Decided, Engagement, Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]
Exports = Callable[[Record], list[str]]

UNDO_ONE_BY_ANOTHER = "append-only: undo one by another"


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def record(shelf: Path, tmp_path: Path, pairs: Pairs) -> Iterator[Record]:
    if not (shelf / "a.db").exists():
        with Record(shelf / "a.db") as made:
            made.add_all(pairs)
    shutil.copy(shelf / "a.db", tmp_path)
    with Record(tmp_path / "a.db") as opened:
        yield opened


def told_in(record: Record, report: str) -> list[Engagement]:
    """The engagements a report tells of: of ge-1 a meeting and a session, of am-7 a session, of lv-3 a call."""
    found = [each for each in record.engagements() if any(telling.report == report for telling in each.tellings)]
    return sorted(found, key=lambda each: each.kind.value)


def person(record: Record, name: str) -> str:
    (found,) = (each.id for each in record.people() if each.name == name)
    return found


def rows(record: Record, query: str) -> list[Any]:
    with closing(sqlite3.connect(record.path)) as connection:
        return connection.execute(query).fetchall()


# Pairs


def test_two_engagements_are_one_and_two_again(record: Record, exports: Exports) -> None:
    before = exports(record)
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    made = record.decide("same", later.id, meeting.id)
    one = record.engagement(meeting.id)
    assert [each.report for each in one.tellings] == ["ge-1", "am-7"]
    assert record.engagement(later.id) == one
    record.undo(made.id)
    assert exports(record) == before


def test_an_undo_can_be_undone(record: Record, exports: Exports) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    made = record.decide("same", meeting.id, later.id)
    joined = exports(record)
    undone = record.undo(made.id)
    assert exports(record) != joined
    record.undo(undone.id)
    assert exports(record) == joined
    assert [each.stands for each in record.decisions()] == [True, False, True]


def test_one_account_is_parted_from_the_rest_which_stays_one(record: Record, exports: Exports) -> None:
    meeting, later, call = (told_in(record, each)[0] for each in ("ge-1", "am-7", "lv-3"))
    record.decide("same", later.id, meeting.id)
    record.decide("same", later.id, call.id)  # nothing else brings these together
    one = exports(record)
    made = record.decide("different", meeting.id, account="am-7#E1")
    assert {each.report for each in record.engagement(meeting.id).tellings} == {"ge-1", "lv-3"}
    assert record.engagement(call.id).id == record.engagement(meeting.id).id
    assert [each.report for each in record.engagement(later.id).tellings] == ["am-7"]
    record.undo(made.id)
    assert exports(record) == one
    record.decide("different", meeting.id, account="am-7")
    record.decide("different", meeting.id, call.id)
    assert len(record.engagements()) == 4


def test_the_later_decision_on_a_pair_holds_whatever_it_is_called_by(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    for verdict, engagements in (("same", 3), ("different", 4), ("same", 3), ("unsure", 4)):
        record.decide(verdict, later.id, meeting.id)  # type: ignore[arg-type]
        assert len(record.engagements()) == engagements, verdict


def test_two_names_are_one_person_and_their_engagements_one_list(record: Record) -> None:
    one, other = person(record, "Levan Abashvili"), person(record, "Nino Beridze")
    record.decide("same", one, other)
    both = record.person(one)
    assert record.person(other).id == both.id
    assert {each.value for each in both.names} >= {"Levan Abashvili", "Nino Beridze"}
    assert {each.kind.value for each in both.engagements} == {"meeting", "session", "call"}


def test_what_rules_joined_can_be_parted(record: Record) -> None:
    bodies = {each.id for each in record.bodies()}
    written = {each[0] for each in rows(record, "SELECT id FROM body_forms")}
    joined = written - bodies
    assert joined, "rules are to join two names of the working group"
    whole = record.body(min(joined)).id
    made = record.decide("different", whole, min(joined))
    assert record.body(min(joined)).id != record.body(whole).id
    record.undo(made.id)
    assert {each.id for each in record.bodies()} == bodies


def test_a_rule_is_revoked_and_what_it_joined_is_parted(record: Record, exports: Exports) -> None:
    before, count = exports(record), record.counts().bodies
    ((rule, version),) = set(
        rows(record, "SELECT rule, version FROM likenesses WHERE kind = 'body' AND score >= 0.5 ORDER BY score LIMIT 1")
    )
    with pytest.raises(NotInRecord, match=f"did you mean {rule}@{version}"):
        record.decide("revoke", f"{rule}@none-such")
    made = record.decide("revoke", f"{rule}@{version}")
    assert made.shown is not None
    assert made.shown["likenesses"][version] > 0
    assert record.counts().bodies > count
    record.undo(made.id)
    assert exports(record) == before
    record.decide("revoke", rule)
    assert record.counts().bodies > count


# Values


def test_a_rejected_value_is_told_by_no_answer(record: Record) -> None:
    meeting = told_in(record, "ge-1")[0]
    record.decide("reject", meeting.id, "document")
    assert record.engagement(meeting.id).documents == ()
    assert [each.engagement for each in record.documents().lines if each.engagement == meeting.id] == []


def test_an_edited_day_is_found_by(record: Record) -> None:
    from communique.record import EngagementFilter

    meeting = told_in(record, "ge-1")[0]
    record.decide("edit", meeting.id, "start", value="2018-02-03")
    (found,) = record.engagements(EngagementFilter(from_day="2018", to_day="2018"))
    assert found.id == meeting.id
    assert found.start is not None
    assert (found.start.value, found.start.quote) == ("2018-02-03", "4 March 2019")


def test_what_is_accepted_is_shown_first(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    record.decide("same", meeting.id, later.id)
    shown = record.engagement(meeting.id)
    places = [each.place.value for each in record.accounts(meeting.id) if each.place]
    (other,) = {each for each in places if shown.place and each != shown.place.value}
    made = record.decide("accept", meeting.id, "place", value=other)
    place = record.engagement(meeting.id).place
    assert place is not None
    assert place.value == other
    record.undo(made.id)
    assert record.engagement(meeting.id) == shown


def test_a_conflict_is_decided(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    record.decide("same", meeting.id, later.id)

    def places() -> list[tuple[str, list[Any]]]:
        return [
            (each.state, [(one.value, one.verdict) for one in each.values])
            for each in record.engagement(meeting.id).fields
            if each.name == "place"
        ]

    assert [state for state, _ in places()] == ["conflict"]
    made = record.decide("accept", meeting.id, "place", value="Yerevan")
    assert places() == [("decided", [("Yerevan", "accept"), ("Tbilisi", None)])]
    record.undo(made.id)
    record.decide("reject", meeting.id, "place", value="Tbilisi")
    assert places() == [("single", [("Yerevan", None)])]


def test_of_two_values_that_are_accepted_the_later_is_shown(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    record.decide("same", meeting.id, later.id)
    for value in ("Tbilisi", "Yerevan", "Tbilisi"):
        record.decide("accept", meeting.id, "place", value=value)
        place = record.engagement(meeting.id).place
        assert place is not None
        assert place.value == value
    record.decide("edit", meeting.id, "place", value="Batumi")
    place = record.engagement(meeting.id).place
    assert place is not None
    assert place.value == "Batumi"


def test_an_edit_may_cite_the_words_of_another_account(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    record.decide("same", meeting.id, later.id)
    record.decide("edit", meeting.id, "place", value="Yerevan, at the ministry", cite=("am-7", 0, 7))
    place = record.engagement(meeting.id).place
    assert place is not None
    assert (place.value, place.report, place.quote) == ("Yerevan, at the ministry", "am-7", "Yerevan")


def test_a_person_called_otherwise_keeps_their_old_id(record: Record, exports: Exports) -> None:
    before, old = exports(record), person(record, "Levan Abashvili")
    made = record.decide("edit", old, "name", value="Levan Abashidze")
    assert record.person(old).name == "Levan Abashidze"
    new = record.person(old).id
    assert new != old
    record.undo(made.id)
    assert exports(record) == before
    assert record.person(new).id == old


def test_who_is_meant_may_be_told_by_an_older_id(record: Record) -> None:
    meeting, old = told_in(record, "ge-1")[0], person(record, "Levan Abashvili")
    record.decide("edit", old, "party", value="AM")
    assert record.person(old).id != old
    record.decide("edit", meeting.id, f"rank:{old}", value="Colonel")
    assert [each.rank.value for each in record.engagement(meeting.id).participants if each.rank] == ["Colonel"]


def test_a_body_is_called_otherwise(record: Record) -> None:
    name = "Georgian-Armenian Joint Working Group on Defence"
    (one,) = (each.id for each in record.bodies() if name in {told.value for told in record.body(each.id).names})
    record.decide("edit", one, f"name:{name}", value="The Group")
    assert "The Group" in {each.value for each in record.body(one).names}


def test_the_reading_stays_as_it_was_read(record: Record, pairs: Pairs) -> None:
    meeting = told_in(record, "ge-1")[0]
    record.decide("edit", meeting.id, "place", value="Batumi")
    record.decide("edit", person(record, "Aram Petrosyan"), "name", value="Aram")
    assert [each.reading for each in record.readings()] == [
        reading for _, reading in sorted(pairs, key=lambda pair: pair[0].id)
    ]
    assert record.report("ge-1").ids["E1"] == meeting.id


# What is kept


def test_a_decision_keeps_who_when_why_and_what_was_shown(record: Record, monkeypatch: pytest.MonkeyPatch) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    monkeypatch.setenv("COMMUNIQUE_USER", "reading room")
    made = record.decide("different", meeting.id, later.id, why="two years apart")
    assert (made.made_by, made.why, made.verdict, made.kind) == (
        "reading room",
        "two years apart",
        "different",
        "engagement",
    )
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", made.made_at)
    assert made.shown is not None
    assert made.shown["left"]["people"] == ["Levan Abashvili", "Aram Petrosyan"]
    assert made.shown["right"]["start"] == "2021-06-02"
    assert made.shown["differs"]["place"] == ["Tbilisi", "Yerevan"]
    assert record.decisions() == [made]
    assert record.decide("unsure", meeting.id, later.id, by="night desk").made_by == "night desk"


def test_what_accounts_contradict_each_other_in_is_shown(record: Record) -> None:
    meeting, later, call = (told_in(record, each)[0] for each in ("ge-1", "am-7", "lv-3"))
    record.decide("same", meeting.id, later.id)
    made = record.decide("different", meeting.id, call.id)
    assert made.shown is not None
    conflicts = {each["field"]: each["values"] for each in made.shown["left"]["conflicts"]}
    assert sorted(conflicts["place"]) == ["Tbilisi", "Yerevan"]
    assert made.shown["right"]["conflicts"] == []


def test_the_reasons_of_a_likeness_are_shown(record: Record) -> None:
    whole, joined = next(
        (each[0], each[1]) for each in rows(record, "SELECT body, id FROM body_forms WHERE body != id")
    )
    made = record.decide("different", whole, joined)
    assert made.shown is not None
    (likeness,) = made.shown["likenesses"]
    assert likeness["score"] > 0.5
    assert likeness["words"]
    assert likeness["rule"].startswith("bodies.")


def test_a_decision_on_a_value_keeps_all_that_was_told(record: Record) -> None:
    meeting = told_in(record, "ge-1")[0]
    made = record.decide("reject", meeting.id, "rank")
    assert made.shown is not None
    assert (made.value, made.shown["meant"]["quote"]) == ("Major General", "Major General")
    assert [each["value"] for each in made.shown["values"]] == ["Major General"]
    assert made.shown["of"]["id"] == meeting.id


def test_the_history_of_a_thing_is_what_was_decided_about_it(record: Record) -> None:
    meeting, later, call = (told_in(record, each)[0] for each in ("ge-1", "am-7", "lv-3"))
    first = record.decide("different", meeting.id, later.id)
    second = record.decide("edit", call.id, "status", value="planned")
    third = record.undo(first.id)
    on_person = record.decide("reject", person(record, "Levan Abashvili"), "rank")

    def ids(of: str | None = None) -> list[str]:
        return [each.id for each in record.decisions(of)]

    assert ids() == [first.id, second.id, third.id, on_person.id]
    assert ids(later.id) == ids(first.id) == [first.id, third.id]
    assert ids(call.id) == [second.id]
    assert ids(person(record, "Levan Abashvili")) == [on_person.id]
    assert ids(person(record, "Aram Petrosyan")) == []


# What is refused

Wrong = Callable[[Record], Decided]


def decide(*what: str, **more: Any) -> Wrong:
    """A decision on things of the record: `meeting`, `session`, `person` stand for their ids."""

    def decided(record: Record) -> Decided:
        known = {
            "meeting": told_in(record, "ge-1")[0].id,
            "session": told_in(record, "am-7")[0].id,
            "person": person(record, "Levan Abashvili"),
        }
        verdict, *rest = (known.get(each, each) for each in what)
        return record.decide(verdict, *rest, **more)  # type: ignore[arg-type]

    return decided


@pytest.mark.parametrize(
    ("wrong", "kind", "said"),
    [
        (decide("same", "meeting", "person"), RecordError, "an engagement and P-.* a person"),
        (decide("same", "meeting", "meeting"), RecordError, "the same thing to begin with"),
        (decide("same", "meeting"), RecordError, "two ids are decided on.*1 given"),
        (decide("same", "meeting", account="ge-1"), RecordError, "leave the account out"),
        (decide("different", "meeting", account="ge-1"), RecordError, "the only account"),
        (decide("different", "meeting", account="am-7"), RecordError, "no account of E-.*are ge-1#E1"),
        (decide("different", "meeting", account="am-8"), NotInRecord, "did you mean am-7"),
        (decide("different", "person", account="am-7"), RecordError, "only an engagement has accounts"),
        (decide("same", "meeting", "Levan Abashvili"), NotInRecord, "no id of an engagement.*communique show"),
        (decide("same", "meeting", "E-000000000000"), NotInRecord, "no engagement 'E-000000000000'"),
        (decide("reject", "meeting", "colour"), RecordError, "no field of an engagement; there are kind, status"),
        (decide("reject", "meeting", "status"), RecordError, "always has one; edit it"),
        (decide("reject", "meeting", "place", value="Baku"), RecordError, "no place 'Baku' is told"),
        (decide("reject", "meeting", "office"), RecordError, "more than one office; say which: office:P-"),
        (decide("reject", "meeting", "place", cite=("ge-1", 0, 7)), RecordError, "only an edit does"),
        (decide("edit", "meeting", "place"), RecordError, "place: say what it is to be"),
        (decide("edit", "meeting", "start", value="soon"), RecordError, "start: 'soon' is not a day"),
        (decide("edit", "session", "start", value="2022"), RecordError, "2022 does not go with the end, 2021-06-03"),
        (decide("edit", "session", "end", value="2021-06-01"), RecordError, "does not go with the start, 2021-06-02"),
        (decide("edit", "meeting", "session_number", value=2), RecordError, "cite the words that say it"),
        (decide("edit", "meeting", "place", value="x", cite=("ge-1", 7, 7)), FalseCitation, "ge-1.*no words at 7:7"),
        (decide("edit", "meeting", "place", value="x", cite=("ge-1", 0, 9999)), FalseCitation, "0:9999"),
        (decide("edit", "meeting", "place", value="x", cite=("lv-3", 0, 4)), RecordError, "does not tell.*ge-1"),
        (decide("edit", "meeting", "place", value="x", cite=("lv-4", 0, 4)), NotInRecord, "did you mean lv-3"),
        (decide("revoke", "people.no_such"), NotInRecord, "no likeness in the record is by the rule"),
        (decide("undo", "D-000000000000"), RecordError, "nothing to decide; say same"),
        (decide("same", "meeting", "session", by="  "), RecordError, "has to have a name"),
    ],
)
def test_what_cannot_be_decided_is_said_and_nothing_is_written(
    record: Record, exports: Exports, wrong: Wrong, kind: type[CommuniqueError], said: str
) -> None:
    before = exports(record)
    with pytest.raises(kind, match=said) as raised:
        wrong(record)
    assert "\n" not in str(raised.value)
    assert record.decisions() == []
    assert exports(record) == before


def test_an_undo_of_nothing_or_of_what_is_undone_is_refused(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    made = record.decide("same", meeting.id, later.id)
    near = made.id[:-1] + ("0" if made.id[-1] != "0" else "1")
    with pytest.raises(NotInRecord, match=f"no decision '{near}'.*did you mean {made.id}"):
        record.undo(near)
    record.undo(made.id)
    with pytest.raises(RecordError, match=f"{made.id} was taken back by D-"):
        record.undo(made.id)
    assert len(record.decisions()) == 2


# The table


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE decisions SET why = 'another'",
        "UPDATE decisions SET seq = 7",
        "DELETE FROM decisions",
        "REPLACE INTO decisions SELECT * FROM decisions",
        "INSERT OR REPLACE INTO decisions (seq, id, made_at, made_by, verdict) SELECT 9, id, '', '', '' FROM decisions",
    ],
)
def test_no_program_changes_what_was_decided(record: Record, change: str) -> None:
    meeting, later = told_in(record, "ge-1")[0], told_in(record, "am-7")[0]
    record.decide("same", meeting.id, later.id)
    before = rows(record, "SELECT * FROM decisions")
    with closing(sqlite3.connect(record.path)) as connection:
        with pytest.raises(sqlite3.IntegrityError, match=UNDO_ONE_BY_ANOTHER):
            connection.execute(change)
        connection.commit()
    assert rows(record, "SELECT * FROM decisions") == before


# Many at once


def decide_often(path: Path, meeting: str, later: str, who: str, count: int) -> None:
    with Record(path, make=False) as record:
        for nth in range(count):
            record.decide("same" if nth % 2 else "different", meeting, later, by=who, why=str(nth))


@pytest.mark.parametrize("at_once", ["threads", "processes"])
def test_eight_who_decide_at_once_lose_nothing(record: Record, exports: Exports, at_once: str) -> None:
    desks = [f"desk {each}" for each in range(8)]
    meeting, later = (told_in(record, each)[0].id for each in ("ge-1", "am-7"))
    if at_once == "threads":
        with ThreadPoolExecutor(len(desks)) as pool:
            list(pool.map(lambda who: decide_often(record.path, meeting, later, who, 3), desks))
    else:
        context = get_context("spawn")
        at_work = [context.Process(target=decide_often, args=(record.path, meeting, later, who, 2)) for who in desks]
        for each in at_work:
            each.start()
        for each in at_work:
            each.join()
            assert each.exitcode == 0
    made = record.decisions()
    count = 3 if at_once == "threads" else 2
    assert sorted((each.made_by, each.why) for each in made) == sorted(
        (who, str(nth)) for who in desks for nth in range(count)
    )
    assert len({each.id for each in made}) == len(made)
    now = exports(record)
    record.rebuild()
    assert exports(record) == now
    assert len(record.engagements()) == (3 if made[-1].verdict == "same" else 4)


def test_one_record_shared_by_threads_decides_for_all(record: Record) -> None:
    meeting, later = told_in(record, "ge-1")[0].id, told_in(record, "am-7")[0].id
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda nth: record.decide("same", meeting, later, by=str(nth)), range(16)))
    assert sorted(each.made_by for each in record.decisions()) == sorted(each.made_by for each in made)


def test_a_copy_of_a_report_is_ruled_on_with_it(record: Record, pairs: Pairs) -> None:
    meeting = told_in(record, "ge-1")[0]
    report, reading = pairs[0]
    record.add(replace(report, id="copy"), reading)
    record.decide("edit", meeting.id, "place", value="Batumi", cite=("copy", 0, 7))
    place = record.engagement(meeting.id).place
    assert place is not None
    assert (place.value, place.report) == ("Batumi", "ge-1")
