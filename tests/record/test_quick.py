"""What answers quickly is what is there: days beside sides, sounds of names, values found by an index."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import create_engine, select

from communique.record import Record
from communique.record.store import schema
from communique.record.store.finding import told_with
from communique.resolve.names import skeleton

QUICK, LATEST = "0006", "0009"  # the revisions

ADDED = (
    *("ix_reports_day_id", "ix_reports_publisher_day_language", "ix_engagements_last_day"),
    *("ix_accounts_id_engagement", "ix_sides_party_first_day_last_day", "ix_names_folded_form"),
    *("ix_body_names_folded_form", "ix_postings_rank_person", "ix_statements_party"),
    "ix_likenesses_kind_score_left_right",
)
TAKEN = {"ix_reports_day": "reports(day)", "ix_reports_publisher_day": "reports(publisher, day)"}
TAKEN |= {f"ix_{table}_folded": f"{table}(folded)" for table in ("names", "body_names")}


@pytest.fixture
def path(record_copy: Path) -> Path:
    return record_copy


def dump(path: Path) -> dict[str, list[tuple[object, ...]]]:
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%\\_text%' ESCAPE '\\'"
        tables = [name for (name,) in connection.execute(asked)]
        return {each: sorted(connection.execute(f"SELECT * FROM {each}"), key=repr) for each in tables}


def test_sides_have_the_days_of_their_engagements(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        asked = "SELECT sides.{}, engagements.{} FROM sides JOIN engagements ON engagements.id = sides.engagement"
        for day in ("first_day", "last_day"):
            days = connection.execute(asked.format(day, day)).fetchall()
            assert any(one for one, _ in days)
            assert all(one == other for one, other in days)


def test_documents_have_the_parties_and_days_of_their_engagements(path: Path) -> None:
    copied = ("id", "parties", "first_day", "last_day")
    with closing(sqlite3.connect(path)) as connection:
        told = connection.execute(
            "SELECT engagement, parties, first_day, last_day FROM documents ORDER BY key"
        ).fetchall()
        asked = (
            f"SELECT {', '.join(f'engagements.{each}' for each in copied)} FROM documents "
            "JOIN accounts ON accounts.id = documents.account "
            "JOIN engagements ON engagements.id = accounts.engagement ORDER BY documents.key"
        )
        assert told == connection.execute(asked).fetchall()
    assert any(parties and day for _, parties, day, _ in told)


def test_documents_of_an_older_record_are_filled(path: Path, run_revision: Callable[[Path, str], None]) -> None:
    before = dump(path)
    with closing(sqlite3.connect(path)) as connection:
        for index in ("documents_engagement", "engagements_kind_last_day", "engagements_level_last_day"):
            connection.execute(f"DROP INDEX ix_{index}")
        for column in ("engagement", "parties", "first_day", "last_day"):
            connection.execute(f"ALTER TABLE documents DROP COLUMN {column}")
        connection.commit()
    run_revision(path, LATEST)
    assert dump(path) == before


def test_every_word_of_a_name_is_found_by_how_it_sounds(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        forms = dict(connection.execute("SELECT id, folded FROM person_forms"))
        heard = set(connection.execute("SELECT form, sound FROM sounds"))
    assert heard == {(id, skeleton(word)) for id, folded in forms.items() for word in folded.split()}  # noqa: A001


def test_an_older_record_is_filled_with_what_it_would_have(
    path: Path, run_revision: Callable[[Path, str], None]
) -> None:
    before = dump(path)
    with closing(sqlite3.connect(path)) as connection:  # as the revision before left it
        for index in ADDED:
            connection.execute(f"DROP INDEX {index}")
        for index, columns in TAKEN.items():
            connection.execute(f"CREATE INDEX {index} ON {columns}")
        connection.execute("DROP TABLE sounds")
        for day in ("first_day", "last_day"):
            connection.execute(f"ALTER TABLE sides DROP COLUMN {day}")
        connection.commit()
    assert dump(path) != before
    run_revision(path, QUICK)
    assert dump(path) == before


@pytest.mark.parametrize("words", ["minister", "MINISTER of", "defence", "%", "_", "xyzzy", ""])
def test_values_are_found_as_a_walk_over_all_rows_finds_them(path: Path, words: str) -> None:
    engine = create_engine(f"sqlite:///{path}")
    office = schema.postings.c.folded
    with engine.connect() as connection:
        found = connection.execute(told_with(office, words)).scalars().all()
        every = set(connection.execute(select(office).where(office.is_not(None))).scalars())
    engine.dispose()
    assert len(found) == len(set(found))
    assert set(found) == {each for each in every if words and words.lower() in each}
    assert bool(found) == (words in ("minister", "MINISTER of", "defence"))


def test_offices_are_found_by_their_words(path: Path) -> None:
    with Record(path, read_only=True) as record:
        found = {each.id for each in record.people(text="Defence Minister")}
        assert found
        for each in record.people():
            told = " ".join(one.office or "" for one in each.postings).lower()
            assert ("defence minister" in told) == (each.id in found)
