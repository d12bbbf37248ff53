import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from communique.errors import NewerRecord, NotARecord, RecordError, RecordFull, RecordReadOnly
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


@pytest.fixture
def filled(tmp_path: Path, pairs: Pairs) -> Path:
    """A record with the shared pairs."""
    with Record(tmp_path / "filled.db") as record:
        record.add_all(pairs)
    return tmp_path / "filled.db"


@pytest.mark.parametrize("content", [b"Hello, I am a text.\n" * 40, b"\x00" * 4096, b"SQLite", b"\x89PNG\r\n"])
@pytest.mark.parametrize("read_only", [False, True])
def test_what_is_not_sqlite_is_refused_untouched(tmp_path: Path, content: bytes, read_only: bool) -> None:
    path = tmp_path / "a.db"
    path.write_bytes(content)
    with pytest.raises(NotARecord, match=r"a\.db.*not a record"):
        Record(path, read_only=read_only)
    assert path.read_bytes() == content
    assert list(tmp_path.iterdir()) == [path]


def test_a_database_of_another_program_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    connection = sqlite3.connect(path)
    connection.executescript("CREATE TABLE mine (x); INSERT INTO mine VALUES (1);")
    connection.close()
    before = digest(path)
    with pytest.raises(NotARecord, match="another program"):
        Record(path)
    assert digest(path) == before


def test_a_damaged_record_is_refused_untouched(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(content[:100] + b"\xff" * (len(content) - 100))
    before = digest(filled)
    with pytest.raises(NotARecord, match="damaged"):
        Record(filled)
    assert digest(filled) == before


def test_a_record_of_a_later_version_is_refused_untouched(filled: Path) -> None:
    connection = sqlite3.connect(filled)
    connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.commit()
    connection.close()
    before = digest(filled)
    for read_only in (False, True):
        with pytest.raises(NewerRecord, match=r"9999.*upgrade communique"):
            Record(filled, read_only=read_only)
    assert digest(filled) == before


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with pytest.raises(NotARecord, match="folder"):
        Record(tmp_path)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="nowhere"):
        Record(tmp_path / "nowhere" / "a.db")


def test_asking_a_missing_record_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="no record here"):
        Record(tmp_path / "a.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_becomes_a_record(tmp_path: Path, pairs: Pairs) -> None:
    (tmp_path / "a.db").touch()
    with pytest.raises(RecordError, match="no record here"):
        Record(tmp_path / "a.db", read_only=True)
    with Record(tmp_path / "a.db") as record:
        assert record.add(*pairs[0])


def test_odd_file_names_are_just_names(tmp_path: Path, pairs: Pairs) -> None:
    path = tmp_path / "ré?cord #1 %20.db"
    with Record(path) as record:
        record.add(*pairs[0])
    assert [each.name for each in tmp_path.iterdir()] == [path.name]
    with Record(path, read_only=True) as record:
        assert record.counts().reports == 1


def test_a_record_stopped_while_it_was_made_is_made_whole(tmp_path: Path, pairs: Pairs) -> None:
    path = tmp_path / "a.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA application_id = 0x436F6D71")
    connection.close()
    with Record(path) as record:
        assert record.add(*pairs[0])


def test_opening_to_read_changes_nothing(filled: Path) -> None:
    before = digest(filled)
    with Record(filled, read_only=True) as record:
        assert record.counts().reports == 3
        with pytest.raises(RecordReadOnly, match="cannot be written"):
            record.add(Report("new", "A new text."), Reading(report=Masthead(id="new"), reader="test-1"))
    assert digest(filled) == before
    assert list(filled.parent.iterdir()) == [filled]


def test_asking_while_another_writes_sees_what_was_added(filled: Path) -> None:
    with Record(filled, read_only=True) as asking, Record(filled) as writing:
        assert asking.counts().reports == 3
        writing.add(Report("new", "A new text."), Reading(report=Masthead(id="new"), reader="test-1"))
        assert asking.counts().reports == 4


AS_SOMEBODY_ELSE = """
import sys
from communique.errors import RecordReadOnly
from communique.record import Record

path = sys.argv[1]
with Record(path, read_only=True) as record:
    print(record.counts().reports)
try:
    Record(path)
except RecordReadOnly as error:
    print(error)
"""


@pytest.mark.parametrize("folder_too", [False, True])
def test_a_read_only_file_is_read_and_not_written(filled: Path, folder_too: bool) -> None:
    before = digest(filled)
    filled.chmod(0o444)
    if folder_too:
        filled.parent.chmod(0o555)
    try:
        told = run_without_privilege(AS_SOMEBODY_ELSE, filled)
    finally:
        filled.parent.chmod(0o755)
    assert told.stderr == ""
    assert told.stdout.splitlines()[0] == "3"
    assert "read-only" in told.stdout.splitlines()[1]
    assert digest(filled) == before
    assert [each.name for each in filled.parent.iterdir()] == [filled.name]


def run_without_privilege(program: str, path: Path) -> subprocess.CompletedProcess[str]:
    """Root may write to anything, so as root the program runs as nobody."""
    if os.geteuid() != 0:
        return subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True)
    for folder in path.parents:
        if not folder.stat().st_mode & 0o005 and folder.stat().st_uid == 0:
            folder.chmod(folder.stat().st_mode | 0o055)
    drop = "import os; os.setgid(65534); os.setuid(65534)\n"
    command = [sys.executable, "-c", IMPORTED_FIRST + drop + program, str(path)]
    return subprocess.run(command, capture_output=True, text=True)


# what is imported before privileges are dropped, in case the interpreter lies where nobody may read
IMPORTED_FIRST = """
import difflib, sqlite3, sqlalchemy.dialects.sqlite, sqlalchemy.pool
import communique.record
"""


def test_a_full_disk_is_said_and_nothing_half_written_stays(filled: Path, pairs: Pairs) -> None:
    def small(connection: sqlite3.Connection, _: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {filled.stat().st_size // 4096}")

    long = Report("long", "A long report. " * 4000)
    reading = pairs[2][1]
    empty = Reading(report=reading.report, reader="test-1")
    before = digest(filled)
    event.listen(Engine, "connect", small)
    try:
        with Record(filled) as record:
            with pytest.raises(RecordFull, match="no room left"):
                record.add(long, empty)
            assert not record.knows(long)
            assert record.counts().reports == 3
    finally:
        event.remove(Engine, "connect", small)
    assert digest(filled) == before
    with Record(filled) as record:
        assert record.add(long, empty)
        assert record.report("long").report.text == long.text
