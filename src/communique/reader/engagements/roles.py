"""Host and guest: who receives, or on whose soil it is."""

from communique.reader.engagements.draft import Draft
from communique.reader.page import Page

# A call has no soil, nor has a letter; an exercise is held by all who train.
WITHOUT_SOIL = frozenset({"call", "correspondence"})


def settle_roles(page: Page, drafts: list[Draft]) -> None:
    """Make host whose country it is and guest who is from elsewhere, where the verb did not say it."""
    for draft in drafts:
        if draft.kind in WITHOUT_SOIL:
            for part in draft.parts:
                part.role = "participant"
            continue
        if draft.country is None:
            _soil_of_host(draft)
        if draft.country is None:
            continue
        soil = draft.country.key
        if draft.kind == "visit":
            continue
        if draft.kind == "conference":
            for part in draft.parts:
                part.role = "host" if part.party_key == soil and part.role == "host" else "participant"
            continue
        if any(part.party_key == soil for part in draft.parts):
            for part in draft.parts:
                if part.role == "participant" and part.party_key is not None:
                    part.role = "host" if part.party_key == soil else "guest"


def _soil_of_host(draft: Draft) -> None:
    """Who receives does so at home: the country is the host's, where nothing else is said."""
    hosts = {part.party_key for part in draft.parts if part.role == "host"}
    if len(hosts) == 1 and draft.kind in ("meeting", "ceremony", "session", "signing"):
        host = next(part for part in draft.parts if part.role == "host")
        party = host.party
        if party is not None and len(party.key) == 2 and party.key not in ("EU", "UN"):
            draft.country = party
