"""What several accounts of one engagement tell of it together."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from communique.record.entries import Document, Engagement, Participant, Told
from communique.resolve import fold
from communique.resolve.agreement import Agreement, Telling, agreement
from communique.resolve.decisions import Decision
from communique.resolve.outlets import home_of

Item = TypeVar("Item")

Decided = Mapping[tuple[str, str, int, int], Decision]
"""What people decided of values: by account, field, and the words a value stands on."""

NOTHING_DECIDED: Decided = {}

DOCUMENT_STATUSES = ("proposed", "agreed", "signed", "in force")


def together(accounts: Sequence[Engagement], decided: Decided = NOTHING_DECIDED) -> Engagement:
    """One engagement of what its accounts tell, each given as an engagement of its own, in the order of their reports.

    Of each field the value is shown that `resolve.agreement` puts first; what people `decided` outranks its order. Who
    takes part is merged by person.
    """
    first, *more = accounts
    if not more:
        return first
    agreed = held_together(accounts, decided)

    def shown(name: str, **of: str) -> Any:
        """The value to show first, with its citation."""
        value = agreed.field(name, **of).first
        return value.vouchers[0].told if value else None

    by_id = {each.id: each for each in accounts}
    start, body = (agreed.field(name).first for name in ("start", "body"))
    dated = by_id[start.vouchers[0].account] if start else first
    in_body = by_id[body.vouchers[0].account] if body else None
    return replace(
        first,
        kind=shown("kind") or first.kind,
        status=shown("status") or first.status,
        start=shown("start"),
        end=_end(shown("end"), dated, decided),
        undated=dated.undated if not start else None,
        place=shown("place"),
        country=shown("country"),
        body=shown("body"),
        body_id=in_body.body_id if in_body else None,
        session_number=shown("session_number"),
        participants=_participants([each for account in accounts for each in account.participants], agreed),
        topics=_once((each for account in accounts for each in account.topics), lambda each: fold(each.value)),
        outcomes=_once((each for account in accounts for each in account.outcomes), lambda each: fold(each.value)),
        documents=_documents([each for account in accounts for each in account.documents]),
        tellings=tuple(telling for account in accounts for telling in account.tellings),
        fields=agreed.fields,
    )


def held_together(accounts: Iterable[Engagement], decided: Decided = NOTHING_DECIDED) -> Agreement:
    """What these accounts agree on, what only one tells, what they contradict each other in, field by field."""
    tellings = [
        Telling(
            id=each.id,
            report=told.report,
            account=each,
            told_on=told.day,
            outlet=home_of(told.publisher),
            body=each.body_id,
        )
        for each in accounts
        for told in each.tellings
    ]
    return agreement(tellings, decided=decided)


def _end(end: Told[str] | None, dated: Engagement, decided: Decided) -> Told[str] | None:
    """The end that goes with the start, told by the same account; what people said of it goes before."""
    if dated.start is None or dated.end is None:
        return end
    ruled = end is not None and any(place[1:] == ("end", end.start, end.end) for place in decided)
    return end if ruled else dated.end


def _participants(told: Sequence[Participant], agreed: Agreement) -> tuple[Participant, ...]:
    """Who takes part, each person once, with the rank and role to show first.

    An office without a name is whoever of its party holds it. A delegation stands only where nobody else is told of
    its party.
    """
    found: dict[str, Participant] = {}  # by person, or by the place of an office or delegation
    for nth, each in enumerate(told):
        who = each.person or f"{nth}"
        found[who] = _both(found[who], each) if who in found else each
    for who, each in list(found.items()):
        if each.person:
            continue
        others = {other: known for other, known in found.items() if other != who}
        holder = next((other for other, known in others.items() if known.person and _same_office(known, each)), None)
        if holder:
            found[holder] = _both(found[holder], each)
        if holder or any(_covers(known, each) for known in others.values()):
            del found[who]
    return tuple(_as_agreed(each, agreed) for each in found.values())


def _as_agreed(participant: Participant, agreed: Agreement) -> Participant:
    if participant.person is None:
        return participant

    def shown(name: str) -> Any:
        value = agreed.field(name, person=participant.person).first
        return value.vouchers[0].told if value else None

    offices: list[Any] = [value.vouchers[0].told for value in agreed.field("office", person=participant.person).values]
    return replace(
        participant,
        rank=shown("rank"),
        role=shown("role"),
        office=_once((*offices, *participant.office), lambda each: fold(each.value)),
    )


def _both(known: Participant, more: Participant) -> Participant:
    return replace(
        known,
        name=known.name or more.name,
        rank=known.rank or more.rank,
        office=_once((*known.office, *more.office), lambda each: fold(each.value)),
        party=known.party or more.party,
        role=known.role or more.role,
        leads=known.leads if known.leads and known.leads.value else more.leads or known.leads,
        mentions=tuple(dict.fromkeys((*known.mentions, *more.mentions))),
    )


def _same_office(known: Participant, office: Participant) -> bool:
    held = {fold(each.value) for each in known.office}
    return _party(known) == _party(office) and any(fold(each.value) in held for each in office.office)


def _covers(known: Participant, office: Participant) -> bool:
    """Whether an office or delegation adds nobody to those known."""
    if office.office:
        return _same_office(known, office)
    return _party(known) == _party(office)


def _party(participant: Participant) -> str | None:
    return participant.party.value if participant.party else None


def _documents(told: Sequence[Document]) -> tuple[Document, ...]:
    """Each document once, with the furthest status that it reached."""
    found: dict[str, Document] = {}
    for each in told:
        known = found.setdefault(fold(each.name.value), each)
        if _reached(each) > _reached(known):
            found[fold(each.name.value)] = replace(known, status=each.status)
    return tuple(found.values())


def _reached(document: Document) -> int:
    return DOCUMENT_STATUSES.index(document.status.value) if document.status else -1


def _once(told: Iterable[Item], key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    found: dict[Hashable, Item] = {}
    for each in told:
        found.setdefault(key(each), each)
    return tuple(found.values())
