"""Opening a record file, and saying plainly what is wrong with one. A file that is refused is left as it was."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, QueuePool, create_engine, event
from sqlalchemy.exc import DBAPIError

from communique.errors import NewerRecord, NotARecord, RecordError, RecordFull, RecordReadOnly
from communique.record import migrations
from communique.record.growing.rebuilding import rebuild
from communique.record.store.schema import APPLICATION_ID

BUSY_SECONDS = 60  # how long to wait for another process that is writing; one report takes milliseconds
SETTINGS = {
    "foreign_keys": "ON",
    "synchronous": "NORMAL",  # with WAL: a power cut may lose the last reports, and never breaks the file
    "wal_autocheckpoint": "4000",  # pages, 16 MB: adding is a third faster than at SQLite's 1000
    "cache_size": "-32768",  # 32 MB
}
HEADER = b"SQLite format 3\x00"
APPLICATION_ID_AT = slice(68, 72)  # in the header; https://www.sqlite.org/fileformat.html#application_id


def open_record(path: Path, *, read_only: bool, make: bool = True) -> Engine:
    """An engine on the record at `path`, migrated where that is needed and not `read_only`, made where it may be."""
    _check_header(path)
    if read_only or not make:
        _check_present(path)
    if read_only:
        engine = _engine(_read_only_uri(path), query_only="ON")
    else:
        _check_writable(path)
        engine = _engine(_uri(path, "mode=rwc"))
    try:
        with told_plainly(path):
            _check_revision(path, engine, read_only=read_only)
            if not read_only:
                _prepare(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def writing(engine: Engine) -> Engine:
    """The same engine, its transactions begun as writers, so that no two of them read first and then collide."""
    return engine.execution_options(communique_writes=True)


@contextmanager
def told_plainly(path: Path) -> Iterator[None]:
    """What SQLite says went wrong, as one of the errors of `communique.errors`."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        told = error.orig if isinstance(error, DBAPIError) else error
        code = getattr(told, "sqlite_errorcode", None) or 0
        raise _plain(path, code & 0xFF, str(told)) from error


def _plain(path: Path, code: int, told: str) -> RecordError:
    match code:
        case sqlite3.SQLITE_FULL:
            return RecordFull(f"{path}: no room left to write; free some space and run again, what is in it is safe")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return RecordReadOnly(f"{path}: cannot be written to ({told}); make the file and its folder writable")
        case sqlite3.SQLITE_NOTADB | sqlite3.SQLITE_CORRUPT:
            return NotARecord(f"{path}: is damaged or not a record ({told}); restore it from a copy or name another")
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return RecordError(f"{path}: another process held it for {BUSY_SECONDS} seconds; run again when it is done")
        case _:
            return RecordError(f"{path}: could not be read or written ({told})")


def _check_header(path: Path) -> None:
    """Refuse what is no record by its first bytes, before SQLite touches it."""
    if not path.exists():
        return
    if not path.is_file():
        raise NotARecord(f"{path}: is a folder or device, not a record; name a file")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except OSError as error:
        raise RecordError(f"{path}: cannot be read ({error.strerror}); check its permissions") from None
    if header and not header.startswith(HEADER):
        raise NotARecord(f"{path}: is not a record of communique; name another file, or none to make a new record")
    if header and int.from_bytes(header[APPLICATION_ID_AT], "big") != APPLICATION_ID:
        raise NotARecord(f"{path}: is a database of another program, not a record; name another file")


def _check_present(path: Path) -> None:
    if not path.exists() or path.stat().st_size == 0:
        raise RecordError(f"{path}: there is no record here; `communique read` makes one, --record names another")


def _check_writable(path: Path) -> None:
    folder = path.parent
    if not folder.is_dir():
        raise RecordError(f"{path}: the folder {folder} does not exist; make it, or name another file")
    for each in (path, folder):
        if each.exists() and not os.access(each, os.W_OK):
            raise RecordReadOnly(
                f"{path}: cannot be written to, {each} is read-only; make it writable or copy the record"
            )


def _check_revision(path: Path, engine: Engine, *, read_only: bool) -> None:
    with engine.connect() as connection:
        found = _revision(connection)
    newest = migrations.revisions()[-1]
    if found is not None and found not in migrations.revisions():
        raise NewerRecord(
            f"{path}: was written by a later version of communique (revision {found}, this one knows {newest}); "
            "upgrade communique, or name another record"
        )
    if read_only and found != newest:
        raise RecordReadOnly(f"{path}: has to be brought up to this version first; open it once for writing")


def _revision(connection: Connection) -> str | None:
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'")
    if not tables.scalar():
        return None
    return connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()


def _prepare(engine: Engine) -> None:
    """Make the file a record of this version. Stopped anywhere, doing it again completes it."""
    with engine.connect() as connection:
        found = _revision(connection)
    if found == migrations.revisions()[-1]:
        return
    with closing(engine.raw_connection()) as raw:
        # The id before anything else: a file that was stopped after this is still known as a record.
        raw.cursor().execute(f"PRAGMA application_id = {APPLICATION_ID}")
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    with writing(engine).begin() as connection:
        migrations.upgrade(connection)
        if found is not None and found < migrations.DERIVED_ANEW:  # what an earlier version derived is gone
            rebuild(connection)


def _uri(path: Path, *options: str) -> str:
    return f"file:{quote(str(path.absolute()))}?{'&'.join(options)}"


def _read_only_uri(path: Path) -> str:
    """A way in to ask only, that leaves no files beside the record.

    Where SQLite may write, it tidies up after itself; where the folder is read-only too, it has to be told that
    nobody will write meanwhile.
    """
    if all(os.access(each, os.W_OK) for each in (path, path.parent)):
        return _uri(path, "mode=rw")
    uri = _uri(path, "mode=ro")
    try:
        with closing(sqlite3.connect(uri, uri=True)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")
    except sqlite3.OperationalError as error:
        if error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            return _uri(path, "mode=ro", "immutable=1")
    except sqlite3.DatabaseError:
        pass  # whatever it is, it will be said when the record is opened
    return uri


def _engine(uri: str, **settings: str) -> Engine:
    def connect() -> sqlite3.Connection:
        # autocommit: SQLAlchemy begins, the driver does not; the pool hands connections from thread to thread
        return sqlite3.connect(uri, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=QueuePool)

    @event.listens_for(engine, "connect")
    def _settings(connection: sqlite3.Connection, _: Any) -> None:
        for pragma, value in (SETTINGS | settings).items():
            connection.execute(f"PRAGMA {pragma} = {value}")

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("communique_writes")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine
