"""What is held against each other: what each account tells, whatever keeps its citations, and what comes of it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Generic, Literal, Protocol, TypeVar

State = Literal["agreed", "single", "conflict", "decided", "not reported"]
"""Several accounts tell it without contradiction; one does; they contradict each other; people decided; none does."""


class Valued(Protocol):
    """A value with the words it stands on: `Cited` of a reading, `Told` of the record."""

    @property
    def value(self) -> str | int | bool:
        """The value."""

    @property
    def start(self) -> int:
        """Where its words begin in the text of its report."""

    @property
    def end(self) -> int:
        """Where they end."""

    @property
    def rule(self) -> str:
        """The rule that read it."""


class ToldParticipant(Protocol):
    """Who took part, as one account tells it; `person` is the same for one person in all accounts."""

    @property
    def person(self) -> str | None: ...  # noqa: D102
    @property
    def name(self) -> Valued | None: ...  # noqa: D102
    @property
    def rank(self) -> Valued | None: ...  # noqa: D102
    @property
    def office(self) -> Sequence[Valued]: ...  # noqa: D102
    @property
    def party(self) -> Valued | None: ...  # noqa: D102
    @property
    def role(self) -> Valued | None: ...  # noqa: D102
    @property
    def leads(self) -> Valued | None: ...  # noqa: D102


class ToldDocument(Protocol):
    """An instrument, as one account tells of it."""

    @property
    def name(self) -> Valued: ...  # noqa: D102
    @property
    def status(self) -> Valued | None: ...  # noqa: D102


class ToldAccount(Protocol):
    """What one account tells: an `Account` of a reading, or an `Engagement` of the record that one report tells."""

    @property
    def kind(self) -> Valued: ...  # noqa: D102
    @property
    def status(self) -> Valued: ...  # noqa: D102
    @property
    def start(self) -> Valued | None: ...  # noqa: D102
    @property
    def end(self) -> Valued | None: ...  # noqa: D102
    @property
    def place(self) -> Valued | None: ...  # noqa: D102
    @property
    def country(self) -> Valued | None: ...  # noqa: D102
    @property
    def body(self) -> Valued | None: ...  # noqa: D102
    @property
    def session_number(self) -> Valued | None: ...  # noqa: D102
    @property
    def participants(self) -> Sequence[ToldParticipant]: ...  # noqa: D102
    @property
    def topics(self) -> Sequence[Valued]: ...  # noqa: D102
    @property
    def outcomes(self) -> Sequence[Valued]: ...  # noqa: D102
    @property
    def documents(self) -> Sequence[ToldDocument]: ...  # noqa: D102


Account = TypeVar("Account", bound=ToldAccount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling(Generic[Account]):
    """One account of an engagement. `told_on` is the day of its report, `outlet` the state of its outlet's home.

    `id` is the account's, `report` its report's; `body` is the whole its body was resolved to, where it was.
    """

    id: str
    report: str
    account: Account
    told_on: str | None = None
    outlet: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Voucher:
    """An account that tells a value, and the value as it stands there, with its citation."""

    account: str
    report: str
    told_on: str | None
    told: Valued


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """One value of a field with all accounts that tell it. `verdict` is what people said of it, where they did."""

    value: str | int | bool
    vouchers: tuple[Voucher, ...]
    verdict: Literal["accept", "reject", "edit"] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What accounts tell of one field, the value to show first at the front.

    `person` or `party` says whose rank, office, role or lead it is. `history` holds a field that changes in time, the
    status, in the order of the reports; elsewhere it is empty.
    """

    name: str
    state: State
    values: tuple[Value, ...] = ()
    person: str | None = None
    party: str | None = None
    history: tuple[Voucher, ...] = field(default=())

    @property
    def first(self) -> Value | None:
        """The value to show first; None where none is told, or people rejected all."""
        return next((each for each in self.values if each.verdict != "reject"), None)
