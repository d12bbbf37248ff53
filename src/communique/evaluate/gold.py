"""Gold and readings as files: JSON lines, one reading a line, checked before anything is scored."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from communique.errors import GoldError
from communique.reading import JSON, Reading
from communique.report import Report

# The lists of a reading, and the lists of objects within their items; values need no check, likeness takes any.
_LISTS = {"engagements": ("participants",), "bodies": (), "statements": (), "links": ()}
_NAMES = ("id", "from", "to", "relation")  # keys whose values tie parts together


def load_gold(path: Path | str) -> list[JSON]:
    """The gold readings of a file of JSON lines, in order.

    Raises GoldError, with file and line, for what is no gold reading, has no id, or has the id of an earlier line.
    """
    return list(_unique(path, "gold reading"))


def load_readings(path: Path | str) -> list[JSON]:
    """The readings of a file of JSON lines as `communique export` writes them; raises GoldError as load_gold does."""
    return list(_unique(path, "reading"))


def load_reports(path: Path | str) -> list[Report]:
    """The reports that gold belongs to: JSON lines with `id` and `text`, and `published`, `url`, `title` if known.

    Raises GoldError, with file and line, for a line that is none.
    """
    reports = []
    for where, row in _rows(path, "report"):
        given = {key: row.get(key) for key in ("id", "text", "published", "url", "title")}
        if not (isinstance(given["id"], str) and isinstance(given["text"], str)):
            raise GoldError(f"{where}: a report needs an id and a text, both strings; give the reports of the gold")
        reports.append(Report(**given))
    return reports


def report_id(reading: JSON) -> str:
    """The id of the report that a reading, or gold, is of; "" where it does not say."""
    masthead = reading.get("report")
    return str(reading.get("id") or (masthead.get("id") if isinstance(masthead, dict) else None) or "")


def as_json(reading: Reading | JSON) -> JSON:
    """A reading in its JSON form."""
    return reading.to_json() if isinstance(reading, Reading) else reading


def check_shape(reading: Any, where: str, *, what: str = "reading") -> None:
    """Raises GoldError, beginning with `where`, unless a reading's parts are lists of objects tied by plain ids."""
    if not isinstance(reading, dict):
        raise GoldError(f"{where}: expected a {what} as a JSON object, found {type(reading).__name__}")
    if not report_id(reading):
        raise GoldError(f"{where}: the {what} has no id; set `id` or `report.id` to the id of its report")
    if not isinstance(reading.get("report") or {}, dict):
        raise GoldError(
            f"{where}: `report` is {type(reading['report']).__name__}, not an object; see `communique schema`"
        )
    for key, inner in _LISTS.items():
        for k, part in enumerate(_objects(reading, key, where)):
            for within in inner:
                _objects(part, within, f"{where}: {key}[{k}]")


def _objects(holder: JSON, key: str, where: str) -> list[JSON]:
    parts = holder.get(key) or []
    if not isinstance(parts, list) or not all(isinstance(part, dict) for part in parts):
        raise GoldError(f"{where}: `{key}` is not a list of objects; see `communique schema`")
    for part in parts:
        for name in _NAMES:
            if isinstance(part.get(name), list | dict):
                raise GoldError(f"{where}: `{name}` in `{key}` is not a plain string; see `communique schema`")
    return parts


def _unique(path: Path | str, what: str) -> Iterator[JSON]:
    seen: dict[str, str] = {}
    for where, row in _rows(path, what):
        check_shape(row, where, what=what)
        key = report_id(row)
        if key in seen:
            raise GoldError(f"{where}: the id {key!r} is already that of {seen[key]}; keep one of the two lines")
        seen[key] = where
        yield row


def _rows(path: Path | str, what: str) -> Iterator[tuple[str, Any]]:
    """(`file:line`, the object there) of each line that is not blank."""
    try:
        lines = Path(path).read_text(encoding="utf-8-sig").split("\n")
    except OSError as error:
        raise GoldError(
            f"{path}: cannot be read: {error.strerror}; name a file of JSON lines, one {what} a line"
        ) from None
    except UnicodeDecodeError as error:
        raise GoldError(f"{path}: not UTF-8 at byte {error.start}; save the file as UTF-8") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        where = f"{path}:{number}"
        try:
            row = json.loads(line)
        except (ValueError, RecursionError) as error:
            raise GoldError(f"{where}: not JSON: {error}; write one {what} a line") from None
        if not isinstance(row, dict):
            raise GoldError(f"{where}: expected a {what} as a JSON object, found {type(row).__name__}")
        yield where, row
