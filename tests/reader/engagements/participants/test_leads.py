"""Who leads a session."""

from communique import read


def leaders(text: str) -> set[str]:
    found = read(text, published="2022-05-12").engagements
    return {part.name.value for account in found for part in account.participants if part.name and part.leads}


def test_who_chairs_a_session_leads() -> None:
    text = (
        "On 10 May 2022 Deputy Defence Minister of Latvia Anna Kalnina and Deputy Defence Minister of Ghana Kofi Asante "
        "co-chaired the third session of the Latvian-Ghanaian Joint Military Commission in Riga."
    )
    assert leaders(text) == {"Anna Kalnina", "Kofi Asante"}


def test_who_attends_a_session_does_not_lead() -> None:
    text = (
        "On 10 May 2022 Chief of Defence of Latvia General Janis Ozols attended the third session of the "
        "Latvian-Ghanaian Joint Military Commission in Riga."
    )
    assert leaders(text) == set()
