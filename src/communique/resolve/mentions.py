"""What is joined: names as written for a party, names of bodies, and accounts, each with what can be compared.

They are made from readings (`joining`) and gathered by the record. Each has an id that follows from what was read
and from nothing else, and each says whether it is vague: too thin to bring two others together.
"""

from collections.abc import Iterable
from dataclasses import dataclass

Days = tuple[str, str]
"""First and last ISO day something may cover."""

Met = tuple[int | None, Days | None]
"""A session told of: its number and days, each None where not told."""

MOST_MET = 40  # sessions a form remembers: of a body that met oftener, days in common say nothing


def first_met(told: Iterable[Met]) -> tuple[Met, ...]:
    """The sessions a form remembers of all that are told of: numbered ones first, then by day; so many at the most.

    Of two parts it takes what it takes of the whole, in whatever order they come.
    """
    return tuple(sorted(set(told), key=repr)[:MOST_MET])


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonForm:
    """A name as written, for a party, over all reports that write it so; of one report alone where it is vague.

    `written` are its spellings and the shorter ones it goes by, `offices` and `ranks` all it was reported with,
    `company` the parties those reports speak of, `seen` the days of the first and last report that names it (None
    where none of them is dated). `scope` is the post and year, or the one report, that a vague name belongs to.
    """

    id: str
    folded: str
    party: str | None
    written: tuple[str, ...]
    offices: tuple[str, ...] = ()
    ranks: tuple[str, ...] = ()
    company: tuple[str, ...] = ()
    seen: Days | None = None
    vague: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyForm:
    """A name of a body, for its parties, over all reports that write it so; of one report alone where it is vague.

    `written` are its spellings, `others` the aliases and abbreviations that reports give it, `met` the sessions told
    of under this name (`first_met`). `company` are all parties those reports speak of,
    `scope` the digest of the one report a vague name belongs to, else "".
    """

    id: str
    folded: str
    parties: tuple[str, ...]
    written: tuple[str, ...]
    others: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()
    met: tuple[Met, ...] = ()
    company: tuple[str, ...] = ()
    seen: Days | None = None
    vague: bool = False
    scope: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Taking:
    """Who takes part in an account: name (None for an office or delegation alone), offices, party, role."""

    name: str | None = None
    offices: tuple[str, ...] = ()
    rank: str | None = None
    party: str | None = None
    role: str | None = None
    leads: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountMention:
    """One report's telling of one engagement. `report` is the digest of the report's text.

    `days` are those the account may cover at the most, None where it tells none; `told_on` is the day of the report.
    """

    id: str
    report: str
    kind: str
    status: str
    trigger: str
    told_on: str | None = None
    days: Days | None = None
    place: str | None = None
    country: str | None = None
    body: str | None = None
    session_number: int | None = None
    taking_part: tuple[Taking, ...] = ()
    topics: tuple[str, ...] = ()
    documents: tuple[str, ...] = ()
    vague: bool = False

    @property
    def parties(self) -> frozenset[str]:
        """The parties that take part."""
        return frozenset(each.party for each in self.taking_part if each.party)
