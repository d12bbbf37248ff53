"""Deciding and taking back: one transaction in which a decision is added and what it concerns is joined anew."""

from collections.abc import Collection, Sequence

from sqlalchemy import Connection, func, select

from communique.errors import NotInRecord, RecordError
from communique.reading import JSON
from communique.record.deciding import sides
from communique.record.deciding.choosing import Cite, choose
from communique.record.entries import Decided
from communique.record.growing.taking import take_decided
from communique.record.joining.grouping import rejoin
from communique.record.rulings import log as deciding
from communique.record.rulings import ruling
from communique.record.store import kinds, schema
from communique.record.store.finding import suggest
from communique.record.store.kinds import BODY, KINDS, PERSON, joined_with
from communique.record.store.told import chunks
from communique.resolve.decisions import ACCOUNT, OF_PAIRS, OF_VALUES, Decision, Verdict, taken_back, undone_by
from communique.resolve.fields import FIELDS, Value

DECIDED, DECISIONS, LIKE = schema.decided_in.c, schema.decisions.c, schema.likenesses.c

GROUP = "G-"  # how the id of a group begins

IN_TURN = (PERSON.name, BODY.name, kinds.ACCOUNT.name)  # engagements show people and bodies


def decide(
    connection: Connection,
    verdict: Verdict,
    what: Sequence[str],
    *,
    account: str | None = None,
    value: Value | None = None,
    cite: Cite | None = None,
    at: Cite | None = None,
    why: str | None = None,
    by: str | None = None,
) -> Decided:
    """Add a decision, and bring the record up to it; raises RecordError, and writes nothing, where it cannot be."""
    made: dict[str, object]
    if verdict in OF_VALUES or (verdict == "unsure" and _names_a_field(what)):
        made = of_value(connection, verdict, what, value, cite, at)
    elif verdict in OF_PAIRS:
        made = of_pair(connection, verdict, what, account)
    elif verdict == "revoke":
        made = _of_rule(connection, what)
    else:
        raise RecordError(f"{verdict!r} is nothing to decide; say {', '.join((*OF_PAIRS, *OF_VALUES, 'revoke'))}")
    (added,) = add(connection, [decision(verdict, made, why=why, by=by)])
    return added


def undo(connection: Connection, id: str, *, why: str | None = None, by: str | None = None) -> Decided:  # noqa: A002
    """Take back one decision or group; raises NotInRecord where there is none, RecordError where it is taken back."""
    made = _undone(connection, id)
    taken = made[0]
    undone = undone_by(list(deciding.undos(connection).values()))
    before = undone.get(id) if id == taken.group else taken_back(taken, undone)
    if before:
        raise RecordError(f"{id} was taken back by {before} already; undo that one to have it stand again")
    shown: JSON = {
        "id": id,
        "verdict": taken.verdict,
        "made_by": taken.by,
        "made_at": taken.at,
        "why": taken.why,
        "shown": taken.shown if id == taken.id else {"decisions": len(made)},
    }
    (added,) = add(connection, [decision("undo", {"undoes": id, "shown": shown}, why=why, by=by)])
    return added


def history(connection: Connection, id: str | None = None) -> list[Decided]:  # noqa: A002
    """The decisions in the order in which they were made; with an id, those about what it stands for.

    The id of a decision or group gives that one and whatever took it back.
    """
    made = deciding.decisions(connection)
    undone = undone_by([each for each in made.values() if each.verdict == "undo"])
    if id is not None:
        wanted = _with_undos(made, _about(connection, made, id))
        made = {seq: each for seq, each in made.items() if each.id in wanted}
    unfit = ruling.unfit(connection)
    return [entry(each, taken_back(each, undone), fits=seq not in unfit) for seq, each in made.items()]


def unfit(connection: Connection) -> list[Decided]:
    """The decisions that stand and whose words stand for nothing in a current reading, or for another value."""
    seqs = ruling.unfit(connection)
    return [entry(each, None, fits=False) for each in deciding.decisions(connection, seqs).values()]


def _names_a_field(what: Sequence[str]) -> bool:
    named = what[1].partition(":")[0] if len(what) > 1 else ""
    return any(named in fields for fields in FIELDS.values())


def of_pair(connection: Connection, verdict: Verdict, what: Sequence[str], account: str | None) -> dict[str, object]:
    """What a decision on two things says, or on one account of an engagement."""
    if account is not None and verdict != "different":
        raise RecordError(f"one account can be told to be different, not {verdict}; leave the account out")
    if len(what) != (2 if account is None else 1):
        raise RecordError(
            f"{verdict}: two ids are decided on, or one engagement and one of its accounts; {len(what)} given"
        )
    made = sides.of_two(connection, *what) if account is None else sides.of_account(connection, what[0], account)
    field = None if account is None else ACCOUNT
    return {"kind": made.kind, "left": made.left, "right": made.right, "shown": made.shown, "field": field}


def of_value(
    connection: Connection,
    verdict: Verdict,
    what: Sequence[str],
    value: Value | None,
    cite: Cite | None,
    at: Cite | None,
) -> dict[str, object]:
    """What a decision on a value says."""
    if len(what) != 2:
        raise RecordError(f"{verdict}: an id and a field are decided on; {len(what)} given")
    if cite is not None and verdict != "edit":
        raise RecordError(f"{verdict}: cites nothing of its own; only an edit does")
    made = choose(connection, verdict, what[0], what[1], value=value, cite=cite, at=at)
    return {each: getattr(made, each) for each in ("kind", "left", "right", "field", "value", "cited", "shown")}


def _of_rule(connection: Connection, what: Sequence[str]) -> dict[str, object]:
    if len(what) != 1:
        raise RecordError(f"revoke: one rule is revoked, RULE or RULE@VERSION; {len(what)} given")
    name, _, version = what[0].partition("@")
    asked = select(LIKE.version, func.count()).where(LIKE.rule == name).group_by(LIKE.version).order_by(LIKE.version)
    joined: dict[str, int] = dict(connection.execute(asked).all())
    if not joined or (version and version not in joined):
        known = connection.execute(select(LIKE.rule).distinct().order_by(LIKE.rule)).scalars().all()
        there = [f"{name}@{each}" for each in joined] or _near(name, known)
        raise NotInRecord(f"no likeness in the record is by the rule {what[0]!r}{suggest(there)}")
    return {"rule": what[0], "shown": {"rule": name, "likenesses": joined}}


def _near(name: str, known: Sequence[str]) -> list[str]:
    from difflib import get_close_matches

    return get_close_matches(name, known, n=3, cutoff=0.4)


def decision(verdict: Verdict, made: dict[str, object], *, why: str | None, by: str | None) -> Decision:
    """A decision made now; raises RecordError where whoever decides has no name."""
    who = by if by is not None else deciding.whoever()
    if not who.strip():
        raise RecordError("who decides has to have a name; give one")
    return Decision(id="", verdict=verdict, by=who, at=deciding.now(), why=why, **made)  # type: ignore[arg-type]


def add(connection: Connection, decisions: Sequence[Decision]) -> list[Decided]:
    """Add decisions, and bring the record up to all of them: each report and each pair concerned is looked at once."""
    made = [deciding.append(connection, each) for each in decisions]
    seqs = {each.id: deciding.number(connection, each.id) for each in made}
    changed: dict[int, Decision] = {}
    for each in made:
        ruling.note_reports(connection, seqs[each.id], each)
        changed |= _chain(connection, each)
    for key in sorted(_reports_of(connection, [seq for seq, each in changed.items() if each.of_value])):
        take_decided(connection, key)
    pairs = [seq for seq, each in changed.items() if each.of_pair or each.verdict == "revoke"]
    touched = ruling.write_pairs(connection, pairs) if pairs else {}
    for name in IN_TURN:
        for nodes in chunks(sorted(touched.get(name, ()))):
            rejoin(connection, KINDS[name], nodes)
    undone = undone_by(list(deciding.undos(connection).values()))
    unfit = ruling.unfit(connection, seqs.values())
    return [entry(each, taken_back(each, undone), fits=seqs[each.id] not in unfit) for each in made]


def _chain(connection: Connection, made: Decision) -> dict[int, Decision]:
    """The decision, or those that an undo takes back, or brings back by taking back another."""
    several = [made]
    while several[0].verdict == "undo" and several[0].undoes:
        several = _undone(connection, several[0].undoes)
    return {deciding.number(connection, each.id): each for each in several}


def _undone(connection: Connection, id: str) -> list[Decision]:  # noqa: A002
    """What an undo of this id takes back: one decision, or those of a group."""
    if id.startswith(GROUP):
        return list(deciding.of_group(connection, id).values())
    return [deciding.get(connection, id)]


def _reports_of(connection: Connection, seqs: Collection[int]) -> set[int]:
    return set(connection.execute(select(DECIDED.report).where(DECIDED.decision.in_(seqs))).scalars())


def _about(connection: Connection, made: dict[int, Decision], id: str) -> set[str]:  # noqa: A002
    """The ids of the decisions about what an id stands for."""
    if id.startswith(GROUP):
        return {each.id for each in deciding.of_group(connection, id).values()}
    if id.startswith("D-"):
        return {deciding.get(connection, id).id}
    of = sides.meant(connection, id)
    nodes = joined_with(connection, of.kind, [of.node])
    words = ruling.reports_telling(connection, of.kind.name, nodes)
    about = set()
    for seq in connection.execute(select(DECIDED.decision).where(DECIDED.report.in_(words)).distinct()).scalars():
        each = made[seq]
        spoken = each.left if each.of_value else (*each.left, *each.right)
        if each.kind == of.kind.name and any(ruling.node_of(connection, each.kind, one) in nodes for one in spoken):
            about.add(each.id)
    return about


def _with_undos(made: dict[int, Decision], ids: set[str]) -> set[str]:
    """These decisions and the undos of them or their groups, and of those."""
    found = ids | {each.group for each in made.values() if each.id in ids and each.group}
    for each in made.values():
        if each.undoes in found:
            found.add(each.id)
    return found


def entry(made: Decision, undone: str | None, *, fits: bool) -> Decided:
    """A decision as the record answers with it: what took it back, and whether it fits."""
    return Decided(
        id=made.id,
        verdict=made.verdict,
        made_at=made.at,
        made_by=made.by,
        kind=made.kind,
        left=made.left,
        right=made.right,
        field=made.field,
        value=made.value,
        cited=made.cited,
        rule=made.rule,
        undoes=made.undoes,
        why=made.why,
        shown=made.shown,
        group=made.group,
        undone_by=undone,
        fits=fits,
    )
