"""What several accounts of one engagement tell of it together."""

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

from communique.record.entries import Document, Engagement, Participant, Told
from communique.resolve import fold

Item = TypeVar("Item")

STATUSES = ("proposed", "planned", "cancelled", "under way", "held")  # of one day's reports the last counts
DOCUMENT_STATUSES = ("proposed", "agreed", "signed", "in force")


def together(accounts: Sequence[Engagement]) -> Engagement:
    """One engagement of what its accounts tell, each given as an engagement of its own, in the order of their reports.

    What is shown first: the kind of the first account; the status of the latest report; the first day that is told,
    with the end that goes with it; and of all else the first value told. Who takes part is merged by person.
    """
    first, *more = accounts
    if not more:
        return first
    dated = next((each for each in accounts if each.start), first)
    in_body = next((each for each in accounts if each.body), first)
    return replace(
        first,
        status=max(accounts, key=_lateness).status,
        start=dated.start,
        end=dated.end,
        undated=dated.undated,
        place=_first(each.place for each in accounts),
        country=_first(each.country for each in accounts),
        body=in_body.body,
        body_id=in_body.body_id,
        session_number=_first(each.session_number for each in accounts),
        participants=_participants([each for account in accounts for each in account.participants]),
        topics=_once((each for account in accounts for each in account.topics), lambda each: fold(each.value)),
        outcomes=_once((each for account in accounts for each in account.outcomes), lambda each: fold(each.value)),
        documents=_documents([each for account in accounts for each in account.documents]),
        tellings=tuple(telling for account in accounts for telling in account.tellings),
    )


def _lateness(account: Engagement) -> tuple[str, int]:
    return max(each.day or "" for each in account.tellings), STATUSES.index(account.status.value)


def _participants(told: Sequence[Participant]) -> tuple[Participant, ...]:
    """Who takes part, each person once; an office without a name is whoever of its party holds it.

    A delegation stands only where nobody else is told of its party.
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
    return tuple(found.values())


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


def _first(told: Iterable[Told[Any] | None]) -> Told[Any] | None:
    return next((each for each in told if each), None)


def _once(told: Iterable[Item], key: Callable[[Item], Hashable]) -> tuple[Item, ...]:
    found: dict[Hashable, Item] = {}
    for each in told:
        found.setdefault(key(each), each)
    return tuple(found.values())
