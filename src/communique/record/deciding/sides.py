"""The two sides of a decision that two things are the same, or are not: what a user means by ids, and what they saw."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from communique.errors import NotInRecord, RecordError
from communique.reading import JSON
from communique.record.looking import bodies, engagements, people, reports
from communique.record.rulings import ruling, shown
from communique.record.store import schema
from communique.record.store.finding import near_ids, suggest, whole_of
from communique.record.store.kinds import ACCOUNT, BODY, PERSON, Kind, joined_with
from communique.record.store.told import chunks
from communique.resolve.decisions import Reference

KIND_OF: dict[str, Kind[Any]] = {"E": ACCOUNT, "P": PERSON, "B": BODY}
CALLED = {ACCOUNT.name: "an engagement", PERSON.name: "a person", BODY.name: "a body"}


@dataclass(frozen=True, slots=True)
class Meant:
    """What an id stands for: its kind, the node it leads to, and the whole which that is of."""

    kind: Kind[Any]
    node: str
    whole: str


@dataclass(frozen=True, slots=True)
class Sides:
    """The kind of two sides, the words that stand for each, and what is shown of them."""

    kind: str
    left: tuple[Reference, ...]
    right: tuple[Reference, ...]
    shown: JSON


def meant(connection: Connection, id: str) -> Meant:  # noqa: A002
    """What an id ever shown leads to; raises NotInRecord, with the nearest there are, where it leads nowhere."""
    kind = KIND_OF.get(id.partition("-")[0])
    if kind is None:
        raise NotInRecord(
            f"{id!r} is no id of an engagement (E-…), a person (P-…) or a body (B-…); "
            "`communique show NAME` tells the id of a name"
        )
    nodes, redirects = kind.nodes.c, schema.redirects.c
    led = select(redirects.to_id).where(redirects.id == id, redirects.to_id.is_not(None)).order_by(redirects.report)
    for node in (id, *connection.execute(led).scalars()):
        if whole := connection.execute(select(nodes[kind.whole]).where(nodes.id == node)).scalar():
            return Meant(kind, str(node), str(whole))
    whole_of(connection, kind.nodes, kind.whole, id)  # raises where nothing took its place
    near = near_ids(connection, nodes.id, id)
    raise NotInRecord(f"no {kind.name} {id!r} in the record{suggest(near)}")


def of_two(connection: Connection, left: str, right: str) -> Sides:
    """The sides of two ids: all that either is one with; where the two are one, the nodes of the ids alone.

    Raises RecordError where they are of two kinds, or the same thing.
    """
    one, other = meant(connection, left), meant(connection, right)
    if one.kind is not other.kind:
        raise RecordError(
            f"{left} is {CALLED[one.kind.name]} and {right} {CALLED[other.kind.name]}; decide on two of a kind"
        )
    if one.node == other.node:
        raise RecordError(f"{left} and {right} are the same thing to begin with; name two")
    if one.whole == other.whole:
        return _sides(connection, one.kind, ([one.node], [other.node]))
    nodes = [sorted(joined_with(connection, one.kind, [each.node])) for each in (one, other)]
    return _sides(connection, one.kind, nodes, wholes=(one.whole, other.whole))


def of_account(connection: Connection, id: str, account: str) -> Sides:  # noqa: A002
    """The sides of one account of an engagement, `REPORT` or `REPORT#E1`, and of all its others."""
    of = meant(connection, id)
    if of.kind is not ACCOUNT:
        raise RecordError(f"{id} is {CALLED[of.kind.name]}; only an engagement has accounts")
    report, _, which = account.rpartition("#") if "#" in account else (account, "", "")
    told = engagements.accounts(connection, of.whole)
    report = reports.get(connection, report).report.id
    mine = [each for each in told if each.tellings[0].report == report and which in ("", each.tellings[0].account)]
    if not mine:
        there = ", ".join(f"{each.tellings[0].report}#{each.tellings[0].account}" for each in told)
        raise RecordError(f"{account}: is no account of {id}; its accounts are {there}")
    if len(mine) > 1:
        there = " or ".join(f"{report}#{each.tellings[0].account}" for each in mine)
        raise RecordError(f"{report}: tells of {id} more than once; say {there}")
    rest = [each.id for each in told if each.id != mine[0].id]
    if not rest:
        raise RecordError(f"{account}: is the only account of {id}; there is nothing to part it from")
    return _sides(connection, ACCOUNT, ([mine[0].id], rest))


def entry(connection: Connection, kind: Kind[Any], whole: str) -> Any:
    """The entry of a whole."""
    of_kind = {ACCOUNT.name: engagements.get, PERSON.name: people.get, BODY.name: bodies.get}
    return of_kind[kind.name](connection, whole)


def _sides(
    connection: Connection, kind: Kind[Any], nodes: Sequence[Sequence[str]], *, wholes: Sequence[str] = ()
) -> Sides:
    words = [ruling.words_of(connection, kind.name, side) for side in nodes]
    left, right = (tuple(sorted(each.values())) for each in words)
    if wholes:
        told = [entry(connection, kind, whole) for whole in wholes]
        saw = shown.pair(connection, kind.name, *told, nodes=nodes)
    elif kind is ACCOUNT:
        accounts = [engagements.together_of(connection, {"": side})[""] for side in nodes]
        saw = shown.pair(connection, kind.name, *accounts, nodes=nodes)
    else:
        saw = _forms(connection, kind, nodes)
    return Sides(kind.name, left, right, saw)


def _forms(connection: Connection, kind: Kind[Any], nodes: Sequence[Sequence[str]]) -> JSON:
    """Two names that are one person or body, as far as each is told apart."""
    told = []
    for side in nodes:
        asked = select(kind.nodes.c.id, kind.nodes.c.compared)
        rows = [row for some in chunks(side) for row in connection.execute(asked.where(kind.nodes.c.id.in_(some)))]
        forms = [kind.load(row.compared) for row in rows]
        names = sorted({name for form in forms for name in form.written})
        told.append({"id": side[0], "name": names[0] if names else "", "names": names})
    alike = shown.likenesses(connection, kind.name, *nodes)
    return {"left": told[0], "right": told[1], "likenesses": alike, "differs": {}}
