"""What each account says of a field, with all that a contradiction depends on."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Generic

from communique.resolve.agreement.told import Account, Telling, ToldParticipant, Valued
from communique.resolve.days import bounds
from communique.resolve.statuses import NOT_HELD

PLAIN = ("kind", "start", "end", "place", "country", "body", "session_number")
OF_PERSONS = ("rank", "office", "role")
LISTED = ("topics", "outcomes")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item(Generic[Account]):
    """One value told by one account. `who` is the participant whose it is.

    `at` are the words by which people decide on it, where these are others than those that tell it.
    """

    telling: Telling[Account]
    told: Valued
    value: str | int | bool
    who: ToldParticipant | None = None
    at: Valued | None = None

    @property
    def ahead(self) -> bool:
        """Whether the account told of what was yet to come when it was told."""
        return is_ahead(self.telling)


Key = tuple[str, str | None, str | None]
"""A field: its name, and the person or the party whose it is."""


def is_ahead(telling: Telling[Any]) -> bool:
    """Whether an account tells of what is to come; one that has a day already over is not, whatever it says."""
    account = telling.account
    if account.status.value not in NOT_HELD:
        return False
    days = bounds(str(account.start.value)) if account.start else None
    return not (days and telling.told_on and days[1] <= telling.told_on)


def items(telling: Telling[Account]) -> Iterator[tuple[Key, Item[Account]]]:
    """All that an account tells but its status, by field."""
    account = telling.account
    for name in PLAIN:
        told: Valued | None = getattr(account, name)
        if told is not None:
            yield (name, None, None), Item(telling=telling, told=told, value=told.value)
    for who in account.participants:
        yield from _of_participant(telling, who)
    for name in LISTED:
        for told in getattr(account, name):
            yield (name, None, None), Item(telling=telling, told=told, value=told.value)
    for document in account.documents:
        yield ("document", None, None), Item(telling=telling, told=document.name, value=document.name.value)


def _of_participant(telling: Telling[Account], who: ToldParticipant) -> Iterator[tuple[Key, Item[Account]]]:
    if who.person is None:
        return
    told: Sequence[tuple[str, Valued | None]] = (
        ("rank", who.rank),
        *(("office", each) for each in who.office),
        ("role", who.role),
    )
    for name, valued in told:
        if valued is not None:
            yield (name, who.person, None), Item(telling=telling, told=valued, value=valued.value, who=who)
    party = str(who.party.value) if who.party else None
    if who.leads is not None and who.leads.value is True and party:
        named = who.name or who.leads
        yield ("leads", None, party), Item(telling=telling, told=named, value=who.person, who=who, at=who.leads)
