"""What stands of the decisions, carried to the nodes and values of today's readings.

A decision that nobody took back has a row for each pair of nodes or each value it is about; of two decisions on the
same pair the later holds, which whoever groups nodes sees by the number of the decision. Where the words it speaks of
stand for nothing in a current reading it has a row `unfit`: it is listed, and waits for a reading that it fits.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Row, Select, delete, insert, select
from sqlalchemy.dialects import sqlite

from communique.reading import JSON
from communique.record.rulings import log as deciding
from communique.record.store import schema
from communique.record.store.kinds import KINDS
from communique.record.store.told import chunks
from communique.resolve.decisions import (
    OF_PAIRS,
    OF_VALUES,
    Decision,
    PairOf,
    Reference,
    held_together,
    not_undone,
    pairs_of,
    taken_back,
    undone_by,
)
from communique.resolve.fields import FIELDS
from communique.resolve.verdicts import Ruled, changing, ruled

REPORTS, RULINGS, ACCOUNTS = schema.reports.c, schema.rulings.c, schema.accounts.c
DECIDED, RULED, LIKE = schema.decided_in.c, schema.ruled_readings.c, schema.likenesses.c

UNFIT = "unfit"

Nodes = dict[str, set[str]]
"""Nodes by kind."""

ValuesDecided = dict[tuple[str, str, int, int], Decision]
"""What people decided of values: by account, field of the account, and the words each stands on."""

SHOWN_ONE = frozenset(each.name for each in FIELDS["engagement"].values() if not (each.many or each.within))
LISTED = {"topic": "topics", "outcome": "outcomes"}  # fields of an account that are called otherwise than one value


def standing(connection: Connection, seqs: Collection[int] | None = None) -> dict[int, Decision]:
    """Those of these decisions, or of all, that nobody took back, by number; undos are left out."""
    undone = undone_by(list(deciding.undos(connection).values()))
    found = deciding.decisions(connection, seqs)
    return {seq: each for seq, each in found.items() if each.verdict != "undo" and taken_back(each, undone) is None}


def decided_in(connection: Connection, report: int) -> list[int]:
    """The numbers of the decisions that speak of words of the report of this key."""
    asked = select(DECIDED.decision).where(DECIDED.report == report).order_by(DECIDED.decision)
    return list(connection.execute(asked).scalars())


def note_reports(connection: Connection, seq: int, decision: Decision) -> set[int]:
    """Write which reports' words a decision speaks of; their keys."""
    spoken = {each.report for each in (*decision.left, *decision.right)}
    keys = set(report_keys(connection, spoken).values())
    if keys:
        rows = [{"report": key, "decision": seq} for key in sorted(keys)]
        connection.execute(sqlite.insert(schema.decided_in).on_conflict_do_nothing(), rows)
    return keys


def ruled_on(connection: Connection, report: int, told: JSON, *, digest: str, text: str) -> Ruled | None:
    """The reading of a report as people rule on its values; None where nobody does."""
    made = standing(connection, decided_in(connection, report)).values()
    decided = [each for each in made if each.of_value]
    return ruled(told, decided, digest=digest, text=text) if decided else None


def ruled_reading(connection: Connection, report: int, told: JSON, *, digest: str, text: str) -> Ruled | None:
    """As `ruled_on`, kept as that."""
    found = ruled_on(connection, report, told, digest=digest, text=text)
    connection.execute(delete(schema.ruled_readings).where(RULED.report == report))
    if found and found.reading != told:
        kept = json.dumps(found.reading, ensure_ascii=False, separators=(",", ":"))
        connection.execute(insert(schema.ruled_readings), {"report": report, "json": kept})
    return found


def once_ruled(connection: Connection, report: int, told: JSON, *, digest: str, text: str) -> list[JSON]:
    """A reading as it was ruled on after each decision or group on it, from none to all, undone ones too; each once."""
    mine = deciding.decisions(connection, decided_in(connection, report))
    states: list[JSON] = [told]
    seen: set[tuple[str, ...]] = {()}
    if not mine:
        return states
    concerned = {id for each in mine.values() for id in (each.id, each.group) if id}  # noqa: A001
    for seq, each in deciding.undos(connection).items():
        if each.undoes in concerned:
            concerned.add(each.id)
            mine[seq] = each
    made = [each for _, each in sorted(mine.items(), key=lambda item: item[0])]
    for count, each in enumerate(made, 1):
        if each.group and count < len(made) and made[count].group == each.group:
            continue  # nobody saw it between two decisions made at once
        decided = [each for each in not_undone(made[:count]) if each.of_value]
        if (changed := changing(decided, digest=digest)) in seen:
            continue
        seen.add(changed)
        state = ruled(told, decided, digest=digest, text=text).reading
        if state not in states:
            states.append(state)
    return states


def write_values(connection: Connection, report: int, found: Ruled | None) -> None:
    """Write, in place of what there was of this report, which of its values people ruled on."""
    connection.execute(delete(schema.rulings).where(RULINGS.report == report))
    if found is None:
        return
    seq_of = {each.id: seq for seq, each in deciding.decisions(connection, decided_in(connection, report)).items()}
    asked = select(ACCOUNTS.nth, ACCOUNTS.id).where(ACCOUNTS.report == report)
    accounts: dict[int | None, str] = dict(connection.execute(asked).all())
    rows = [
        {
            "decision": seq_of[each.decision],
            "verdict": each.verdict,
            "left": accounts.get(each.account),
            "field": each.field,
            "report": report,
            "start": each.start,
            "end": each.end,
        }
        for each in found.found
    ]
    unfit = [{"decision": seq_of[each], "verdict": UNFIT, "report": report} for each in sorted(found.unfit)]
    for some in (rows, unfit):
        if some:
            connection.execute(insert(schema.rulings), some)


def values_decided(connection: Connection, accounts: Iterable[str]) -> ValuesDecided:
    """What people decided of the values of these accounts, as far as it stands; of one value the latest.

    Of a field that has one value, only what was decided last of an engagement: that one is to be shown.
    """
    asked = (
        select(schema.rulings, ACCOUNTS.engagement)
        .join(schema.accounts, RULINGS.left == ACCOUNTS.id)
        .where(RULINGS.verdict.in_(OF_VALUES))
        .order_by(RULINGS.decision)
    )
    rows = [row for some in chunks(accounts) for row in connection.execute(asked.where(RULINGS.left.in_(some)))]
    if not rows:
        return {}
    made = deciding.decisions(connection, {row.decision for row in rows})
    last = {(row.engagement, row.field): row.decision for row in sorted(rows, key=lambda row: row.decision)}
    return {
        (row.left, LISTED.get(row.field, row.field), row.start, row.end): made[row.decision]
        for row in rows
        if row.decision == last[row.engagement, row.field] or row.field not in SHOWN_ONE
    }


def write_pairs(connection: Connection, seqs: Collection[int] | None = None) -> Nodes:
    """Carry these decisions on pairs and rules, or all, to today's nodes; the nodes concerned before or now."""
    mine: Select[Any] = select(schema.rulings).where(RULINGS.report.is_(None))
    if seqs is not None:
        mine = mine.where(RULINGS.decision.in_(sorted(seqs)))
    before = connection.execute(mine).all()
    for some in chunks(row.key for row in before):
        connection.execute(delete(schema.rulings).where(RULINGS.key.in_(some)))
    rows = [row for seq, each in standing(connection, seqs).items() for row in _rows(connection, seq, each)]
    for row in rows:
        connection.execute(insert(schema.rulings), row)
    return _concerned(connection, (*(row._mapping for row in before), *rows))


def unfit(connection: Connection, seqs: Collection[int] | None = None) -> set[int]:
    """The numbers of those decisions, or of all, that do not fit every current reading that they speak of."""
    asked = select(RULINGS.decision).where(RULINGS.verdict == UNFIT)
    return set(connection.execute(asked if seqs is None else asked.where(RULINGS.decision.in_(sorted(seqs)))).scalars())


def accounts_ruled_on(connection: Connection, report: int) -> set[str]:
    """The accounts of the report of this key that have values people ruled on."""
    asked = select(RULINGS.left).where(RULINGS.report == report, RULINGS.left.is_not(None))
    return set(connection.execute(asked).scalars())


def node_of(connection: Connection, kind: str, words: Reference) -> str | None:
    """The node that words of a report stand for now: on the very words, else on those that share most with them."""
    rows = _told_at(connection, kind, words)
    if exact := _on(rows, words):
        return exact[min(words.nth, len(exact) - 1)]
    best = max(rows, key=lambda row: words.overlap(row.start, row.end), default=None)
    return str(best.node) if best else None


def words_of(connection: Connection, kind: str, nodes: Collection[str]) -> dict[str, Reference]:
    """The words that stand for each of these nodes: those of the first report that names it, and the first in it."""
    cited, node = _cited(kind)
    place = (REPORTS.day.is_(None), REPORTS.day, REPORTS.id, cited.c.start, cited.c.end)
    asked = select(node.label("node"), REPORTS.digest, cited.c.start, cited.c.end).join(
        schema.reports, cited.c.report == REPORTS.key
    )
    first: dict[str, Reference] = {}
    for some in chunks(sorted(nodes)):
        for id, digest, start, end in connection.execute(asked.where(node.in_(some)).order_by(*place)):  # noqa: A001
            if id not in first:
                words = Reference(digest, start, end)
                nth = _on(_told_at(connection, kind, words), words).index(id)
                first[id] = Reference(digest, start, end, nth)
    return first


def reports_telling(connection: Connection, kind: str, nodes: Collection[str]) -> set[int]:
    """The keys of the reports that tell of these nodes."""
    cited, node = _cited(kind)
    asked = select(cited.c.report).distinct()
    return {key for some in chunks(nodes) for key in connection.execute(asked.where(node.in_(some))).scalars()}


def _told_at(connection: Connection, kind: str, words: Reference) -> Sequence[Row[Any]]:
    """What is told in words that share some with these, in their order."""
    cited, node = _cited(kind)
    asked = (
        select(cited.c.start, cited.c.end, node.label("node"))
        .join(schema.reports, cited.c.report == REPORTS.key)
        .where(REPORTS.digest == words.report, cited.c.start < words.end, cited.c.end > words.start)
        .order_by(cited.c.start, cited.c.end, cited.c.nth if kind == "engagement" else node)
    )
    return connection.execute(asked).all()


def _on(rows: Iterable[Row[Any]], words: Reference) -> list[str]:
    """The nodes that stand on exactly these words."""
    exact = (row.node for row in rows if (row.start, row.end) == (words.start, words.end))
    return list(dict.fromkeys(exact))


def _cited(kind: str) -> tuple[Any, Any]:
    """The table of the words that stand for nodes of a kind, and its column that says which."""
    if kind == "engagement":
        return schema.accounts, ACCOUNTS.id
    table = schema.names if kind == "person" else schema.body_names
    return table, table.c.form


def _rows(connection: Connection, seq: int, decision: Decision) -> Iterator[dict[str, Any]]:
    if decision.of_pair:
        yield from _pairs(connection, seq, decision)
    elif decision.verdict == "revoke":
        rule, _, version = (decision.rule or "").partition("@")
        yield {"decision": seq, "verdict": decision.verdict, "field": rule, "value": version or None}


def _concerned(connection: Connection, rows: Iterable[Mapping[Any, Any]]) -> Nodes:
    """The nodes that rows on pairs and rules are about."""
    nodes: Nodes = {kind: set() for kind in KINDS}
    for row in rows:
        if row["verdict"] in OF_PAIRS:
            nodes[row["kind"]] |= {row["left"], row["right"]}
        elif row["verdict"] == "revoke":
            for kind, found in _joined_by(connection, row["field"], row["value"]).items():
                nodes[kind] |= found
    return nodes


def _pairs(connection: Connection, seq: int, decision: Decision) -> Iterator[dict[str, Any]]:
    told = {"decision": seq, "kind": decision.kind}
    nodes = {each: node_of(connection, decision.kind or "", each) for each in (*decision.left, *decision.right)}
    decided = _carried(pairs_of(decision), nodes)
    if not decided:
        yield {**told, "verdict": UNFIT}
    for verdict, pairs in (("same", _carried(held_together(decision), nodes)), (decision.verdict, decided)):
        for left, right in pairs:
            yield {**told, "verdict": verdict, "left": left, "right": right}


def _carried(pairs: Iterable[PairOf], nodes: Mapping[Reference, str | None]) -> list[tuple[str, str]]:
    """These pairs of words as pairs of the nodes that they stand for, as far as they do."""
    carried = ((nodes[left], nodes[right]) for _, left, right in pairs)
    return sorted({(min(one, other), max(one, other)) for one, other in carried if one and other and one != other})


def _joined_by(connection: Connection, rule: str, version: str | None) -> Nodes:
    """The nodes that a rule, or one version of it, found to be like others."""
    asked = select(LIKE.kind, LIKE.left, LIKE.right).where(LIKE.rule == rule)
    if version is not None:
        asked = asked.where(LIKE.version == version)
    found: Nodes = {kind: set() for kind in KINDS}
    for kind, left, right in connection.execute(asked):
        found[kind] |= {left, right}
    return found


def report_keys(connection: Connection, digests: Iterable[str]) -> dict[str, int]:
    """The keys of the reports of these digests, as far as they are there."""
    found: dict[str, int] = {}
    for some in chunks(digests):
        asked = select(REPORTS.digest, REPORTS.key).where(REPORTS.digest.in_(some))
        found.update(connection.execute(asked).all())
    return found
