"""Host and guest: who receives, or on whose soil it is."""

from functools import cache

from communique.lexicon import territory_of
from communique.lexicon.tables import table
from communique.reader.engagements.draft import Draft, Part
from communique.reader.marks import Mark
from communique.reading import Role

# A call has no soil, nor has a letter.
# Encounters whose place is the host's where nothing else is said.
AT_HOME = frozenset({"meeting", "ceremony", "session", "signing"})
# From so many states on, who is not at home takes part and is nobody's guest.
MANY = 3


def settle_roles(drafts: list[Draft]) -> None:
    """Make host whose soil it is and guest who is from elsewhere, where the verb did not say it."""
    for draft in drafts:
        if not draft.has_soil:
            _take_part(draft)
            draft.place = draft.country = None
            continue
        if draft.country is None and draft.kind in AT_HOME:
            _soil_of_host(draft)
        if draft.kind == "conference":
            _convene(draft)
        elif draft.country is None:
            continue
        elif draft.kind == "visit":
            _travel(draft, draft.country.key)
        else:
            _on_soil(draft, draft.country.key)


def _take_part(draft: Draft) -> None:
    for part in draft.parts:
        part.role = "participant"


def _soil_of_host(draft: Draft) -> None:
    """Who receives does so at home, an organisation at its seat."""
    hosts = [part for part in draft.parts if part.role == "host"]
    if len({part.party_key for part in hosts}) != 1 or hosts[0].party is None:
        return
    party = hosts[0].party
    if territory_of(party.key) is not None:
        draft.country = party
    elif party.key in _seats():
        draft.country = Mark(party.start, party.end, "seat", _seats()[party.key], "setting.seat")


def _convene(draft: Draft) -> None:
    """Of many states' conference the convener on its own soil is host, the rest take part."""
    soil = draft.country.key if draft.country is not None else None
    for part in draft.parts:
        part.role = "host" if part.role == "host" and part.party_key == soil else "participant"


def _travel(draft: Draft, soil: str) -> None:
    """Nobody visits his own country: who is of it is host, everybody else a guest."""
    for part in draft.parts:
        if part.party_key is not None:
            part.role = "host" if part.party_key == soil else "guest"


def _on_soil(draft: Draft, soil: str) -> None:
    """Host who is of the soil, guest who is not; on third ground all take part alike, and so do many states."""
    at_home = [part for part in draft.parts if is_at_home(part.party_key, soil)]
    if not at_home and not _comes_alone(draft):
        return
    elsewhere: Role = "participant" if len(_states(draft.parts)) >= MANY else "guest"
    for part in draft.parts:
        if part.role == "participant" and part.party_key is not None:
            part.role = "host" if part in at_home else elsewhere


def _comes_alone(draft: Draft) -> bool:
    """Whether those told of are all of one party away from home: the hosts of a session or ceremony go unnamed."""
    return draft.kind in ("session", "ceremony", "signing") and len(_states(draft.parts)) == 1


def _states(parts: list[Part]) -> set[str]:
    return {part.party_key for part in parts if part.party_key is not None}


def is_at_home(party: str | None, soil: str) -> bool:
    """Whether a party is the state of that soil, or an organisation that has its seat there."""
    return party is not None and (party == soil or _seats().get(party) == soil)


@cache
def _seats() -> dict[str, str]:
    return {row["organisation"]: row["code"] for row in table("organisation_seats", ["organisation", "code"])}
