"""What somebody saw of the record when they decided: kept with the decision, whatever the record says later."""

from collections.abc import Collection, Iterable, Sequence
from functools import singledispatch
from typing import Any

from sqlalchemy import Connection, or_, select

from communique.reading import JSON
from communique.record.entries import Body, Engagement, Person, Posting, Told
from communique.record.store import schema

LIKE = schema.likenesses.c

COMPARED = ("kind", "status", "start", "end", "place", "country", "body", "session_number")
MOST = 20  # likenesses between two sides, the highest first: more than anybody looks at


def pair(connection: Connection, kind: str, left: Any, right: Any, *, nodes: Sequence[Collection[str]]) -> JSON:
    """Both sides as they are shown, what makes them alike, and what differs; `nodes` are those of either side."""
    return {
        "left": side(left),
        "right": side(right),
        "likenesses": likenesses(connection, kind, *nodes),
        "differs": _differing(left, right),
    }


def values(of: Any, field: str, told: Iterable[Told[Any]], *, meant: Told[Any] | None) -> JSON:
    """The thing whose value is decided on, all values its field has, and the one that is meant."""
    return {
        "of": side(of),
        "field": field,
        "values": [_told(each) for each in told],
        "meant": _told(meant) if meant else None,
    }


@singledispatch
def side(entry: Any) -> JSON:
    """An entry in the few values by which somebody knows it."""
    raise TypeError(f"no side of {type(entry).__name__}")


@side.register
def _engagement(entry: Engagement) -> JSON:
    return {
        "id": entry.id,
        **{each: _value(getattr(entry, each)) for each in COMPARED},
        "parties": list(entry.parties),
        "people": [each.name.value for each in entry.participants if each.name],
        "told_in": [
            {"report": each.report, "day": each.day, "status": each.status.value, "quote": each.trigger.quote}
            for each in entry.tellings
        ],
        "conflicts": [
            {
                "field": each.name,
                "person": each.person,
                "party": each.party,
                "values": [one.value for one in each.values],
            }
            for each in entry.fields
            if each.state == "conflict"
        ],
    }


@side.register
def _person(entry: Person) -> JSON:
    return {
        "id": entry.id,
        "name": entry.name,
        "party": entry.party,
        "names": _once(entry.names),
        "postings": [_posting(each) for each in entry.postings],
        "told_in": sorted({each.report for each in entry.names}),
    }


@side.register
def _body(entry: Body) -> JSON:
    return {
        "id": entry.id,
        "name": entry.name,
        "parties": list(entry.parties),
        "names": _once((*entry.names, *entry.aliases)),
        "sessions": [{"number": each.number, "start": each.start} for each in entry.sessions],
        "told_in": sorted({each.report for each in (*entry.names, *entry.aliases)}),
    }


def likenesses(connection: Connection, kind: str, left: Collection[str], right: Collection[str]) -> list[JSON]:
    """The likenesses between nodes of the one side and of the other, the highest first."""
    between = or_(LIKE.left.in_(left) & LIKE.right.in_(right), LIKE.left.in_(right) & LIKE.right.in_(left))
    asked = select(schema.likenesses).where(LIKE.kind == kind, between)
    rows = connection.execute(asked.order_by(LIKE.score.desc(), LIKE.left, LIKE.right).limit(MOST))
    return [
        {each: row._mapping[each] for each in ("left", "right", "score", "rule", "version", "words")} for row in rows
    ]


def _differing(left: Any, right: Any) -> JSON:
    """The fields that both sides have, and have otherwise: by their names both values."""
    one, other = _compared(left), _compared(right)
    both = {field: [one[field], other[field]] for field in one if field in other}
    return {field: values for field, values in both.items() if None not in values and values[0] != values[1]}


@singledispatch
def _compared(entry: Any) -> JSON:
    """The values of an entry that one thing has one of."""
    raise TypeError(f"nothing is compared of {type(entry).__name__}")


@_compared.register
def _of_engagement(entry: Engagement) -> JSON:
    return {each: _value(getattr(entry, each)) for each in COMPARED}


@_compared.register
def _of_person(entry: Person) -> JSON:
    """The party, and the rank and office of each day from which a report vouches for them."""
    held = [each for each in entry.postings if each.first]
    days = {f"on {each.first}": " ".join(told for told in (each.rank, each.office) if told) for each in held}
    return {"party": entry.party, **days}


@_compared.register
def _of_body(entry: Body) -> JSON:
    """The parties, and the day of each session that has a number."""
    sessions = {f"session {each.number}": each.start for each in entry.sessions if each.number}
    return {"parties": " ".join(entry.parties) or None, **sessions}


def _posting(posting: Posting) -> JSON:
    return {each: getattr(posting, each) for each in ("rank", "office", "party", "first", "last")}


def _told(told: Told[Any]) -> JSON:
    return {each: getattr(told, each) for each in ("value", "report", "start", "end", "quote", "rule")}


def _value(told: Told[Any] | None) -> Any:
    return told.value if told else None


def _once(told: Iterable[Told[str]]) -> list[str]:
    return list(dict.fromkeys(each.value for each in told))
