"""Finding what a user means: a person or body by id or name, words in texts, days; and the nearest there are."""

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Column, ColumnElement, Connection, Select, Table, bindparam, false, func, literal, select, text

from communique.errors import NotInRecord, RecordError
from communique.record.store import schema
from communique.record.store.storable import Words
from communique.resolve import bounds, fold, fold_name

SUGGESTIONS = 3
COMPARED = 20_000  # names looked through for the nearest: half a second
NEAR = 0.6  # difflib's own default

_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Named:
    """A kind of thing that has ids and names: how it is called, where its nodes, wholes and names are."""

    word: str
    nodes: Table
    whole: str
    rows: Table
    names: Table

    @property
    def owner(self) -> ColumnElement[str]:
        """The whole that a node belongs to."""
        return self.nodes.c[self.whole]


PERSON = Named("person", schema.person_forms, "person", schema.persons, schema.names)
BODY = Named("body", schema.body_forms, "body", schema.bodies, schema.body_names)


def whole_of(connection: Connection, nodes: Table, whole: str, id: str) -> str | None:  # noqa: A002
    """The whole that an id ever shown leads to now; a superseded node leads there by what took its place.

    None where no such id was ever shown; raises NotInRecord where nothing took its place.
    """
    column, redirects, reports = nodes.c, schema.redirects.c, schema.reports.c
    led = (
        select(column[whole])
        .join_from(schema.redirects, nodes, redirects.to_id == column.id)
        .join(schema.reports, redirects.report == reports.key)
        .where(redirects.id == id)
        .order_by(reports.day.is_(None), reports.day, reports.id)
    )
    for asked in (select(column[whole]).where(column.id == id), led):
        if found := connection.execute(asked.limit(1)).scalar():
            return str(found)
    superseded = select(reports.id).join_from(schema.redirects, schema.reports).where(redirects.id == id)
    if told_by := connection.execute(superseded.order_by(reports.id)).scalars().first():
        raise NotInRecord(
            f"{id}: report {told_by!r} no longer tells of it, since it was read again or ruled on; look at the report"
        )
    return None


def ids_of(connection: Connection, kind: Named, id_or_name: str) -> list[str]:
    """The ids a user may mean: that of the id itself, else those with that name, else those that were called so.

    Raises NotInRecord, with the nearest names there are, where nothing is meant.
    """
    if whole := whole_of(connection, kind.nodes, kind.whole, id_or_name):
        return [whole]
    column, folded = kind.rows.c, fold_name(id_or_name)
    found = connection.execute(select(column.id).where(column.folded == folded)).scalars().all()
    if not found:
        called = select(kind.owner).join_from(kind.names, kind.nodes).where(kind.names.c.folded == folded)
        found = connection.execute(called.distinct()).scalars().all()
    if not found:
        near = _near_names(connection, kind, folded)
        raise NotInRecord(f"no {kind.word} {id_or_name!r} in the record{suggest(near)}")
    return sorted(found)


def id_of(connection: Connection, kind: Named, id_or_name: str) -> str:
    """The one id a user means; raises NotInRecord where there is none or more than one."""
    found = ids_of(connection, kind, id_or_name)
    if len(found) > 1:
        rows = kind.rows.c
        shown = connection.execute(select(rows.id, rows.name).where(rows.id.in_(found)).order_by(rows.folded, rows.id))
        which = "; ".join(f"{id} ({name})" for id, name in shown)  # noqa: A001
        raise NotInRecord(f"{id_or_name!r} may be more than one {kind.word}: {which}; give the id")
    return found[0]


def suggest(near: Iterable[str]) -> str:
    """The end of a sentence that says what there is instead."""
    names = list(near)
    return f"; did you mean {' or '.join(names)}?" if names else ""


def near_ids(connection: Connection, column: ColumnElement[str], asked: str) -> list[str]:
    """The ids nearest to the one asked for."""
    there = select(column).where(column.is_not(None)).distinct().order_by(column).limit(COMPARED)
    known = connection.execute(there).scalars().all()
    return difflib.get_close_matches(asked, known, n=SUGGESTIONS, cutoff=NEAR)


def _near_names(connection: Connection, kind: Named, folded: str) -> list[str]:
    names = kind.names.c
    asked = select(names.folded, func.min(names.written)).group_by(names.folded).order_by(names.folded).limit(COMPARED)
    known = dict(connection.execute(asked).all())
    sharing = [each for each in known if set(each.split()) & set(folded.split())]
    near = difflib.get_close_matches(folded, known, n=SUGGESTIONS, cutoff=NEAR)
    return [known[each] for each in dict.fromkeys([*near, *sharing])][:SUGGESTIONS]


def with_words(table: str, words: str) -> Select[tuple[int]]:
    """The keys of the rows of `reports` or `statements` that have all the words.

    `"…"` is a phrase, `word*` the start of a word. Raises RecordError where there is no word among them.
    """
    terms = [_term(phrase or word) for phrase, word in _TERM.findall(words)]
    match = " ".join(each for each in terms if each)
    if not match:
        raise RecordError(f"{words!r}: has no word that could be looked for; give words or a phrase in quotation marks")
    # the index is a virtual table, so it is not in the schema's metadata
    found = text(f"SELECT rowid FROM {table}_text WHERE {table}_text MATCH :words")
    return found.bindparams(bindparam("words", match, type_=Words)).columns(rowid=schema.reports.c.key.type)  # type: ignore[return-value]


def holds(folded: ColumnElement[str], words: str) -> ColumnElement[bool]:
    """Whether a folded name has these words in it; never where they fold to nothing."""
    wanted = fold(words)
    return func.instr(folded, literal(wanted, Words())) > 0 if wanted else false()


def told_with(column: Column[str], words: str) -> Select[tuple[str]]:
    """The values of a column that have these words in them, in upper or lower case; none where there are no words.

    Each of its values is looked at once, from one to the next in an index of the column: there are some thousand
    offices in a record of a hundred thousand postings.
    """
    least = select(func.min(column).label("value")).select_from(column.table)
    values = least.cte(recursive=True)
    value = values.c.value
    values = values.union_all(select(least.where(column > value).scalar_subquery()).where(value.is_not(None)))
    return select(values.c.value).where(values.c.value.icontains(words, autoescape=True) if words else false())


def _term(words: str) -> str:
    """One term in FTS5's own notation, so that nothing a user types is taken for its operators."""
    if not any(each.isalnum() for each in words):
        return ""
    start = "*" if words.endswith("*") else ""
    return '"' + words.rstrip("*").replace('"', '""') + '"' + start


def day_bounds(day: str) -> tuple[str, str]:
    """The first and last day that a day of a filter covers; raises RecordError where it is no day."""
    found = bounds(day)
    if found is None:
        raise RecordError(f"{day!r} is no day; write 2017, 2017-10 or 2017-10-24")
    return found
