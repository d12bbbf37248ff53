"""Deciding on much at once, of values what somebody is unsure of, and taking all of it back by one undo."""

import hashlib
import json
import shutil
from collections.abc import Callable
from contextlib import closing
from importlib import import_module
from pathlib import Path
from sqlite3 import Row, connect

import pytest
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlalchemy import create_engine

from communique.errors import NotInRecord, RecordError
from communique.record import Record
from communique.record.deciding.at_once import MOST
from communique.record.deciding.waiting import Alike, Doubt

Exports = Callable[[Record], list[str]]


def people(record: Record) -> Alike:
    one, other = (each.id for each in record.people()[:2])
    return Alike(kind="person", left=one, right=other, score=0.5, rule="test", words="")


@pytest.mark.parametrize("verdict", ["accept", "reject", "unsure"])
def test_values_are_decided_at_once_and_taken_back_at_once(record: Record, exports: Exports, verdict: str) -> None:
    before, waiting = exports(record), record.doubts(below=1).entries
    some = [each for each in waiting if each.field not in ("kind", "status") and ":" not in each.field][::60]
    assert len({each.report for each in some}) > 1
    made = record.decide_all(verdict, some, why="all of a sort", by="desk")  # type: ignore[arg-type]
    assert made.refused == ()
    assert made.id
    assert {(each.group, each.verdict, each.made_by, each.why) for each in made.decided} == {
        (made.id, verdict, "desk", "all of a sort")
    }
    assert not set(some) & set(record.doubts(below=1).entries)
    assert verdict == "accept" or (exports(record) != before) == (verdict == "reject")  # accepted is shown first
    undone = record.undo(made.id, by="other")
    assert exports(record) == before
    assert record.doubts(below=1).entries == waiting
    assert {each.undone_by for each in record.decisions(made.id) if each.verdict != "undo"} == {undone.id}
    record.undo(undone.id)
    assert not set(some) & set(record.doubts(below=1).entries)
    assert all(each.stands for each in record.decisions(made.id) if each.verdict == verdict)


def test_what_stands_after_a_group_is_what_stands_after_each_alone(
    record: Record, example_record: Path, tmp_path: Path, exports: Exports
) -> None:
    some = [each for each in record.doubts(below=1).entries if each.field in ("place", "topic", "start")][::25]
    record.decide_all("reject", some)
    with Record(shutil.copy(example_record, tmp_path / "b.db"), make=False) as other:
        for each in some:
            other.decide("reject", each.of, each.field, at=(each.report, each.start, each.end))
        assert exports(other) == exports(record)
    before = exports(record)
    record.rebuild()
    assert exports(record) == before


def test_what_cannot_be_decided_so_is_left_out_and_said(record: Record) -> None:
    status = next(each for each in record.doubts(below=1).entries if each.field == "status")
    topic = next(each for each in record.doubts(below=1).entries if each.field == "topic")
    made = record.decide_all("reject", [status, topic])
    assert [each.field for each in made.decided] == ["topic"]
    (refused,) = made.refused
    assert refused.what == status
    assert "always has one" in refused.why
    assert record.decide_all("reject", [status]).id is None


def test_nothing_is_written_where_it_cannot_be_said_of_many(record: Record) -> None:
    doubt = record.doubts(below=1).entries[0]
    for verdict, what in (("edit", [doubt]), ("same", [doubt]), ("accept", [people(record)])):
        with pytest.raises(RecordError, match="cannot be said of many"):
            record.decide_all(verdict, what)  # type: ignore[arg-type]
    with pytest.raises(RecordError, match=f"ask for {MOST} at the most"):
        record.decide_all("accept", [doubt] * (MOST + 1))
    assert record.decisions() == []


def test_pairs_are_decided_at_once(record: Record) -> None:
    pair = people(record)
    made = record.decide_all("same", [pair])
    assert record.person(pair.left).id == record.person(pair.right).id
    record.undo(made.id or "")
    assert record.person(pair.left).id != record.person(pair.right).id


def test_a_group_is_taken_back_once_and_one_of_it_may_be_taken_back_before(record: Record, exports: Exports) -> None:
    before = exports(record)
    some = [each for each in record.doubts(below=1).entries if each.field == "topic"][:2]
    made = record.decide_all("reject", some)
    alone = record.undo(made.decided[0].id)
    with pytest.raises(RecordError, match=f"taken back by {alone.id}"):
        record.undo(made.decided[0].id)
    whole = record.undo(made.id or "")
    assert exports(record) == before
    with pytest.raises(RecordError, match=f"taken back by {whole.id}"):
        record.undo(made.id or "")
    with pytest.raises(RecordError, match=f"taken back by {whole.id}"):
        record.undo(made.decided[1].id)
    record.undo(whole.id)
    assert [each.stands for each in record.decisions(made.id) if each.verdict == "reject"] == [False, True]


def test_a_group_that_is_not_there(record: Record) -> None:
    made = record.decide_all("accept", record.doubts(below=1).entries[:1])
    wrong = f"{made.id}"[:-1] + "?"
    for asked in (record.undo, record.decisions):
        with pytest.raises(NotInRecord, match=f"{made.id}"):
            asked(wrong)


def test_history_of_one_names_the_undo_of_its_group(record: Record) -> None:
    doubt: Doubt = record.doubts(below=1).entries[0]
    made = record.decide_all("unsure", [doubt])
    undone = record.undo(made.id or "")
    assert [each.id for each in record.decisions(made.decided[0].id)] == [made.decided[0].id, undone.id]
    assert [each.id for each in record.decisions(doubt.of)] == [made.decided[0].id, undone.id]


def test_to_be_unsure_leaves_a_value_and_takes_the_place_of_a_verdict(record: Record, exports: Exports) -> None:
    topic = next(each for each in record.doubts(below=1).entries if each.field == "topic")
    at = (topic.report, topic.start, topic.end)
    before = exports(record)
    record.decide("accept", topic.of, topic.field, at=at)
    made = record.decide("unsure", topic.of, topic.field, at=at, why="it may be a name")
    assert (made.verdict, made.field, made.value, made.fits) == ("unsure", "topic", topic.value, True)
    assert exports(record) == before
    assert topic not in record.doubts(below=1).entries
    assert record.unsure() == (topic,)
    record.decide("accept", topic.of, topic.field, at=at)
    assert record.unsure() == ()


def test_pairs_of_which_somebody_was_unsure_are_looked_at_again(record: Record) -> None:
    pair = next(each for kind in ("person", "body", "engagement") for each in record.alike(kind))
    made = record.decide_all("unsure", [pair])
    assert pair not in record.alike(pair.kind)
    assert record.alike(pair.kind, unsure=True) == (pair,)
    record.undo(made.id or "")
    assert record.alike(pair.kind, unsure=True) == ()


def test_decisions_made_before_groups_belong_to_none_and_keep_their_ids(record: Record) -> None:
    doubt = record.doubts(below=1).entries[0]
    made = record.decide("accept", doubt.of, doubt.field, at=(doubt.report, doubt.start, doubt.end))
    record.close()
    with closing(connect(record.path)) as connection:
        connection.execute("DROP INDEX ix_decisions_group")
        connection.execute('ALTER TABLE decisions DROP COLUMN "group"')
        connection.row_factory = Row
        row = dict(connection.execute("SELECT * FROM decisions").fetchone())
        connection.commit()
    said = json.dumps({key: row[key] for key in row if key != "id"}, sort_keys=True).encode()
    assert made.id == f"D-{hashlib.sha256(said).hexdigest()[:12]}"
    engine = create_engine(f"sqlite:///{record.path}")
    revision = import_module("communique.record.migrations.versions.0007_decided_at_once")
    with engine.begin() as connection_, Operations.context(MigrationContext.configure(connection_)):
        revision.upgrade()
    engine.dispose()
    with Record(record.path) as opened:
        (found,) = opened.decisions()
    assert (found.id, found.group) == (made.id, None)
