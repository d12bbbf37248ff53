"""The decisions as they were made: appended, listed, looked up. The table refuses that one is changed or deleted."""

import getpass
import hashlib
import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select

from communique.errors import NotInRecord
from communique.record.store import schema
from communique.record.store.finding import near_ids, suggest
from communique.resolve.decisions import Decision, Reference

DECISIONS = schema.decisions.c

ID_DIGITS = 12  # hexadecimal digits after `D-`
WHO = "COMMUNIQUE_USER"


def whoever() -> str:
    """Who decides where nobody is named: COMMUNIQUE_USER, else the system's user."""
    try:
        return os.environ.get(WHO) or getpass.getuser()
    except (OSError, KeyError):  # a system that knows no name for this user
        return "unknown"


def now() -> str:
    """The present moment in UTC, to the second: `2026-11-24T13:05:09Z`."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def append(connection: Connection, made: Decision) -> Decision:
    """Add a decision as the last; its id follows from what it says and from how many came before."""
    row = {"seq": _last(connection) + 1, **_row(made)}
    # The columns of the first decisions: theirs keep the ids that they have.
    said = json.dumps({key: row[key] for key in row if key != "group" or row[key]}, sort_keys=True).encode("utf-8")
    row["id"] = f"D-{hashlib.sha256(said).hexdigest()[:ID_DIGITS]}"
    connection.execute(insert(schema.decisions), row)
    return get(connection, row["id"])


def decisions(connection: Connection, seqs: Iterable[int] | None = None) -> dict[int, Decision]:
    """The decisions by their number, in the order in which they were made; all, or these."""
    asked = select(schema.decisions).order_by(DECISIONS.seq)
    if seqs is not None:
        asked = asked.where(DECISIONS.seq.in_(sorted(seqs)))
    return {row.seq: _decision(row) for row in connection.execute(asked)}


def get(connection: Connection, id: str) -> Decision:  # noqa: A002
    """The decision of this id; raises NotInRecord, with the nearest there are, where there is none."""
    row = connection.execute(select(schema.decisions).where(DECISIONS.id == id)).first()
    if row is None:
        raise NotInRecord(f"no decision {id!r} in the record{suggest(near_ids(connection, DECISIONS.id, id))}")
    return _decision(row)


def of_group(connection: Connection, id: str) -> dict[int, Decision]:  # noqa: A002
    """The decisions of a group by their number; raises NotInRecord, with the nearest there are, where there is none."""
    asked = select(schema.decisions).where(DECISIONS.group == id).order_by(DECISIONS.seq)
    found = {row.seq: _decision(row) for row in connection.execute(asked)}
    if not found:
        raise NotInRecord(f"no group {id!r} in the record{suggest(near_ids(connection, DECISIONS.group, id))}")
    return found


def new_group(connection: Connection, *, by: str, at: str) -> str:
    """An id for decisions that are about to be made at once."""
    made = f"{_last(connection)} {by} {at}".encode("utf-8", "surrogatepass")
    return f"G-{hashlib.sha256(made).hexdigest()[:ID_DIGITS]}"


def number(connection: Connection, id: str) -> int:  # noqa: A002
    """The number of a decision that is there."""
    return int(connection.execute(select(DECISIONS.seq).where(DECISIONS.id == id)).scalar_one())


def undos(connection: Connection) -> dict[int, Decision]:
    """The undos by their number, in the order in which they were made."""
    asked = select(schema.decisions).where(DECISIONS.verdict == "undo").order_by(DECISIONS.seq)
    return {row.seq: _decision(row) for row in connection.execute(asked)}


def _last(connection: Connection) -> int:
    return connection.execute(select(func.max(DECISIONS.seq))).scalar() or 0


def _row(made: Decision) -> dict[str, Any]:
    return {
        "made_at": made.at,
        "made_by": made.by,
        "verdict": made.verdict,
        "kind": made.kind,
        "left": _dump([_told(each) for each in made.left]) if made.left else None,
        "right": _dump([_told(each) for each in made.right]) if made.right else None,
        "field": made.field,
        "value": None if made.value is None else _dump(made.value),
        "cited": _dump(_told(made.cited)) if made.cited else None,
        "rule": made.rule,
        "why": made.why,
        "shown": None if made.shown is None else _dump(made.shown),
        "undoes": made.undoes,
        "group": made.group,
    }


def _decision(row: Row[Any]) -> Decision:
    return Decision(
        id=row.id,
        verdict=row.verdict,
        by=row.made_by,
        at=row.made_at,
        kind=row.kind,
        left=_references(row.left),
        right=_references(row.right),
        field=row.field,
        value=None if row.value is None else json.loads(row.value),
        cited=_reference(json.loads(row.cited)) if row.cited else None,
        rule=row.rule,
        undoes=row.undoes,
        why=row.why,
        shown=None if row.shown is None else json.loads(row.shown),
        group=row.group,
    )


def _references(told: str | None) -> tuple[Reference, ...]:
    return tuple(_reference(each) for each in json.loads(told)) if told else ()


def _reference(told: list[Any]) -> Reference:
    report, start, end, nth = told
    return Reference(report, start, end, nth)


def _told(reference: Reference) -> list[Any]:
    return [reference.report, reference.start, reference.end, reference.nth]


def _dump(part: Any) -> str:
    # Not as ASCII: two halves of a surrogate pair, each escaped, would come back as one character.
    return json.dumps(part, ensure_ascii=False, separators=(",", ":"))
