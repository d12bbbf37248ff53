"""The fields of an engagement, each with what its accounts tell."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from communique.resolve.agreement.contradictions import contradict
from communique.resolve.agreement.items import LISTED, OF_PERSONS, PLAIN, Item, Key, items
from communique.resolve.agreement.preference import by_preference, by_time
from communique.resolve.agreement.told import Account, Field, State, Telling, Value, Voucher
from communique.resolve.decisions import Decision
from communique.resolve.folding import fold

Place = tuple[str, str, int, int]
"""Where a value stands: id of its account, field, start and end of its words."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """All fields of an engagement: those of the engagement first, then those of each person and side."""

    fields: tuple[Field, ...]

    @property
    def conflicts(self) -> tuple[Field, ...]:
        """The fields in which accounts contradict each other."""
        return tuple(each for each in self.fields if each.state == "conflict")

    def field(self, name: str, *, person: str | None = None, party: str | None = None) -> Field:
        """One field; of state `not reported` where no account tells it."""
        wanted = (name, person, party)
        found = (each for each in self.fields if (each.name, each.person, each.party) == wanted)
        return next(found, Field(name=name, state="not reported", person=person, party=party))


def agreement(tellings: Iterable[Telling[Account]], *, decided: Mapping[Place, Decision] | None = None) -> Agreement:
    """What these accounts of one engagement tell together, whatever order they come in.

    `decided` has what people decided of single values: accepted, rejected, or edited to another value.
    """
    told = sorted(tellings, key=lambda each: (each.told_on or "9999", each.report, each.id))
    verdicts = decided or {}
    found: dict[Key, list[Item[Any]]] = {(name, None, None): [] for name in PLAIN}
    for telling in told:
        for key, item in items(telling):
            found.setdefault(key, []).append(item)
    status = [Item(telling=each, told=each.account.status, value=each.account.status.value) for each in told]
    rest = [_field(key, each, verdicts) for key, each in sorted(found.items(), key=lambda entry: _place(entry[0]))]
    return Agreement((_status(status, verdicts), *rest))


ORDER = ("status", *PLAIN, "document", *LISTED, "leads", *OF_PERSONS)


def _place(key: Key) -> tuple[int, str, str]:
    name, person, party = key
    return ORDER.index(name), party or "", person or ""


def _field(key: Key, told: Sequence[Item[Any]], verdicts: Mapping[Place, Decision]) -> Field:
    name, person, party = key
    values, groups = _values(name, told, verdicts)
    return Field(name=name, state=_state(name, values, groups), values=values, person=person, party=party)


def _status(told: Sequence[Item[Any]], verdicts: Mapping[Place, Decision]) -> Field:
    """The status: the one told last is shown first, and all are kept as its history. It is never a conflict."""
    history = sorted(told, key=by_time)
    values, groups = _values("status", told, verdicts)
    latest = {id(each): nth for nth, each in enumerate(history)}
    ranked = sorted(
        zip(values, groups, strict=True),
        key=lambda pair: (_RANKED[pair[0].verdict], -max(latest[id(each)] for each in pair[1])),
    )
    state = _state("status", [value for value, _ in ranked], [group for _, group in ranked])
    vouchers = tuple(_voucher(each) for each in history)
    return Field(name="status", state=state, values=tuple(value for value, _ in ranked), history=vouchers)


_RANKED = {"edit": 0, "accept": 0, None: 1, "reject": 2}


def _values(
    name: str, told: Sequence[Item[Any]], verdicts: Mapping[Place, Decision]
) -> tuple[tuple[Value, ...], list[list[Item[Any]]]]:
    """The values told, in order of preference, and the items of each."""
    groups: dict[tuple[str | int | bool, str | None], list[Item[Any]]] = defaultdict(list)
    shown: dict[tuple[str | int | bool, str | None], str | int | bool] = {}
    for each in told:
        at = each.at or each.told
        decision = verdicts.get((each.telling.id, name, at.start, at.end))
        verdict = decision.verdict if decision else None
        edited = decision.value if decision and decision.verdict == "edit" and each.at is None else None
        value = each.value if edited is None else edited
        key = (fold(value) or value if isinstance(value, str) else value, verdict)
        shown.setdefault(key, value)
        groups[key].append(each)
    ordered = list(groups)
    if len(ordered) > 1:
        ordered.sort(key=lambda key: by_preference(name, groups[key], key[1]))
    values = tuple(
        Value(value=shown[key], vouchers=tuple(_voucher(each) for each in groups[key]), verdict=key[1])  # type: ignore[arg-type]
        for key in ordered
    )
    return values, [groups[key] for key in ordered]


def _state(name: str, values: Sequence[Value], groups: Sequence[Sequence[Item[Any]]]) -> State:
    standing = [(value, told) for value, told in zip(values, groups, strict=True) if value.verdict != "reject"]
    if not standing:
        return "decided" if values else "not reported"
    if any(value.verdict for value, _ in standing):
        return "decided"
    for (_, some), (_, others) in combinations(standing, 2):
        if any(contradict(name, one, other) for one in some for other in others):
            return "conflict"
    accounts = {each.telling.id for _, told in standing for each in told}
    return "agreed" if len(accounts) > 1 else "single"


def _voucher(item: Item[Any]) -> Voucher:
    telling = item.telling
    return Voucher(account=telling.id, report=telling.report, told_on=telling.told_on, told=item.told)
