import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import Dialect, create_engine
from sqlalchemy.dialects import sqlite

from communique.record import Record, migrations
from communique.record.store.schema import APPLICATION_ID, DERIVED, metadata
from communique.record.store.storable import Words

# wholes and forms are cited by their names and accounts, and what is found out of them by the nodes it is about
WHOLES = ("persons", "bodies", "engagements", "sides", "raised")
RULED = ("rulings", "decided_in", "ruled_readings")
COPYING = ("sketches", "pages", "alike", "copies")
UNCITED = (
    *WHOLES,
    *RULED,
    "person_forms",
    "body_forms",
    "forms_told",
    "sounds",
    "keys",
    "likenesses",
    "redirects",
    *COPYING,
)
CITED = [each.name for each in DERIVED if each.name not in UNCITED]
DIALECT: Dialect = sqlite.dialect()


def not_full_text(name: str | None, kind: str, parent: object) -> bool:
    """Full-text indexes are virtual tables: the migration makes them, the metadata does not know them."""
    return kind != "table" or (not str(name).startswith(("reports_text", "statements_text")) and name is not None)


def test_the_migrated_schema_is_the_metadata(tmp_path: Path) -> None:
    Record(tmp_path / "a.db").close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection:
        context = MigrationContext.configure(
            connection, opts={"include_name": not_full_text, "compare_type": True, "compare_server_default": True}
        )
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_comparison_can_fail(tmp_path: Path) -> None:
    Record(tmp_path / "a.db").close()
    with sqlite3.connect(tmp_path / "a.db") as connection:
        connection.execute("ALTER TABLE spans ADD COLUMN surplus TEXT")
    connection.close()
    engine = create_engine(f"sqlite:///{tmp_path / 'a.db'}")
    with engine.connect() as connection_:
        context = MigrationContext.configure(connection_, opts={"include_name": not_full_text})
        assert compare_metadata(context, metadata)
    engine.dispose()


def test_revisions_are_those_of_alembic() -> None:
    config = Config()
    config.set_main_option("script_location", "communique.record:migrations")
    script = ScriptDirectory.from_config(config)
    assert tuple(sorted(each.revision for each in script.walk_revisions())) == migrations.revisions()
    assert script.get_current_head() == migrations.revisions()[-1]


def test_a_new_record_says_what_it_is(tmp_path: Path) -> None:
    Record(tmp_path / "a.db").close()
    connection = sqlite3.connect(tmp_path / "a.db")
    assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("SELECT version_num FROM alembic_version").fetchall() == [(migrations.revisions()[-1],)]
    connection.close()


@pytest.mark.parametrize("table", CITED)
def test_every_derived_row_has_a_citation(table: str) -> None:
    assert {"report", "start", "end", "quote", "rule"} <= set(metadata.tables[table].columns.keys())


@given(st.text(alphabet=st.characters(exclude_categories=())))
def test_words_come_back_as_they_went_in(words: str) -> None:
    stored = Words().process_bind_param(words, DIALECT)
    assert stored is not None
    stored.encode("utf-8")  # would raise for a lone surrogate
    assert "\0" not in stored
    assert Words().process_result_value(stored, DIALECT) == words


@pytest.mark.parametrize("words", ["", "\0", "\x1a", "\x1a001a", "\ud800", "a\udfffb", "\x1a\x1a0000\0"])
def test_words_that_need_escaping_come_back(words: str) -> None:
    assert Words().process_result_value(Words().process_bind_param(words, DIALECT), DIALECT) == words


DECISION = "INSERT INTO decisions (id, made_at, made_by, verdict) VALUES (?, '2026-01-01', 'somebody', 'same')"


@pytest.mark.parametrize(
    "against",
    [
        "UPDATE decisions SET why = 'another'",
        "DELETE FROM decisions",
        "INSERT OR REPLACE INTO decisions (seq, id, made_at, made_by, verdict) VALUES (1, 'D-3', 'x', 'x', 'undo')",
        "INSERT OR REPLACE INTO decisions (id, made_at, made_by, verdict) VALUES ('D-1', 'x', 'x', 'undo')",
        "INSERT OR IGNORE INTO decisions (id, made_at, made_by, verdict) VALUES ('D-1', 'x', 'x', 'undo')",
    ],
)
def test_the_database_itself_refuses_to_change_decisions(tmp_path: Path, against: str) -> None:
    Record(tmp_path / "a.db").close()
    connection = sqlite3.connect(tmp_path / "a.db", isolation_level=None)
    for id in ("D-1", "D-2"):  # noqa: A001
        connection.execute(DECISION, (id,))
    with pytest.raises(sqlite3.IntegrityError, match="append-only"):
        connection.execute(against)
    assert connection.execute("SELECT seq, id, why FROM decisions").fetchall() == [(1, "D-1", None), (2, "D-2", None)]
    connection.close()
