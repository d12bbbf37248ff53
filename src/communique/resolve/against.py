"""What a list kept by hand and press reports tell of one encounter, held against each other field by field."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from communique import lexicon
from communique.resolve import posts
from communique.resolve.agreement.items import is_ahead
from communique.resolve.agreement.told import Telling, ToldAccount, ToldParticipant, Valued
from communique.resolve.days import bounds
from communique.resolve.folding import fold
from communique.resolve.names import skeleton

Outcome = Literal["agree", "differ", "open", "listed only", "reported only"]
"""Both tell it and it fits, does not fit, or cannot be compared (a venue with a city); only one of the two tells it."""

Fit = Literal["agree", "differ", "open"]
FIELDS = ("start", "end", "place", "country", "counterparts", "office")

Account = TypeVar("Account", bound=ToldAccount)


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One field of an encounter: what the list tells, what the reports tell, and how the two stand to each other."""

    name: str
    outcome: Outcome
    listed: tuple[Valued, ...] = ()
    reported: tuple[Valued, ...] = ()


def held_against(listed: Sequence[Telling[Account]], reported: Sequence[Telling[Account]]) -> tuple[Held, ...]:
    """Each field that either tells; what was only announced counts where no report tells what came of it.

    A field differs where any value of the reports does not fit one of the list; less precise fits.
    """
    came = [each for each in reported if not is_ahead(each)] or list(reported)
    found: list[Held] = []
    for name in ("start", "end", "place", "country"):
        one, other = ([getattr(each.account, name) for each in told] for told in (listed, came))
        found.append(_held(name, one, other, FITS[name]))
    people = [[who for each in told for who in each.account.participants] for told in (listed, came)]
    found += [_counterparts(*people), _offices(*people)]
    return tuple(each for each in found if each.listed or each.reported)


def _held(
    name: str, listed: Iterable[Valued | None], reported: Iterable[Valued | None], fit: Callable[[str, str], Fit]
) -> Held:
    one, other = (tuple(each for each in told if each) for told in (listed, reported))
    fits = [fit(str(mine.value), str(theirs.value)) for mine in one for theirs in other]
    return Held(name=name, outcome=_outcome(fits, listed=bool(one)), listed=one, reported=other)


def _outcome(fits: Sequence[Fit], *, listed: bool) -> Outcome:
    if not fits:
        return "listed only" if listed else "reported only"
    return "differ" if "differ" in fits else "agree" if "agree" in fits else "open"


def _days(one: str, other: str) -> Fit:
    some, others = bounds(one), bounds(other)
    if not (some and others and some[0] and some[1] and others[0] and others[1]):
        return "open"
    return "differ" if some[0] > others[1] or others[0] > some[1] else "agree"


def _places(one: str, other: str) -> Fit:
    """Whether two places share a city, or words where no city is known; a list may name several cities."""
    cities, others = _cities(one), _cities(other)
    if cities and others:
        return "agree" if cities & others else "differ"
    shared = set(fold(one).split()) & set(fold(other).split())
    return "agree" if shared and not cities and not others else "open"


def _cities(place: str) -> frozenset[str]:
    hits = lexicon.load().find(place, kinds=["place"])
    return frozenset(skeleton(fold(place[hit.start : hit.end]).replace(" ", "")) for hit in hits)


def _countries(one: str, other: str) -> Fit:
    return "agree" if one == other else "differ"


FITS: Mapping[str, Callable[[str, str], Fit]] = {
    "start": _days,
    "end": _days,
    "place": _places,
    "country": _countries,
}


def _counterparts(listed: Sequence[ToldParticipant], reported: Sequence[ToldParticipant]) -> Held:
    """Who took part; of a party of which the list names nobody, whoever reports name is no difference."""
    fits = [fit for each in listed if (fit := _met(each, reported))]
    return Held(
        name="counterparts",
        outcome=_outcome(fits, listed=bool(listed)),
        listed=tuple(called for each in listed if (called := _called(each))),
        reported=tuple(called for each in reported if (called := _called(each))),
    )


def _met(who: ToldParticipant, reported: Sequence[ToldParticipant]) -> Fit | None:
    """Whether the reports have somebody too; None where they have nobody for their party."""
    if any(_one(who, each) for each in reported):
        return "agree"
    of_party = [each for each in reported if _party(each) == _party(who)]
    if not of_party:
        return None
    if any(posts.offices(_held_by(who), _held_by(each)).fit in ("same", "fits") for each in of_party if not each.name):
        return "agree"
    return "differ" if who.name and all(each.name for each in of_party) else "open"


def _offices(listed: Sequence[ToldParticipant], reported: Sequence[ToldParticipant]) -> Held:
    """The offices of those whom both name; without one in either, nothing is told."""
    mine: list[Valued] = []
    theirs: list[Valued] = []
    fits: list[Fit] = []
    for each in listed:
        same = [other for other in reported if _one(each, other)]
        for other in same:
            mine += each.office
            theirs += other.office
            if each.office and other.office:
                fit = posts.offices(_held_by(each), _held_by(other)).fit
                fits.append("agree" if fit in ("same", "fits") else "differ" if fit == "other" else "open")
    return Held(
        name="office",
        outcome=_outcome(fits, listed=bool(mine)),
        listed=tuple(dict.fromkeys(mine)),
        reported=tuple(dict.fromkeys(theirs)),
    )


def _one(who: ToldParticipant, other: ToldParticipant) -> bool:
    """Whether two are one person; of one encounter a family name is enough, where the party is the same."""
    if who.person and who.person == other.person:
        return True
    if not who.name or not other.name or _party(who) != _party(other):
        return False
    names = [set(fold(str(each.name.value)).split()) for each in (who, other) if each.name]
    return names[0] <= names[1] or names[1] <= names[0]


def _party(who: ToldParticipant) -> str | int | bool | None:
    return who.party.value if who.party else None


def _held_by(who: ToldParticipant) -> tuple[str, ...]:
    return tuple(str(each.value) for each in who.office)


def _called(who: ToldParticipant) -> Valued | None:
    """The name, else the office, else the party, as told."""
    return who.name or next(iter(who.office), None) or who.party
