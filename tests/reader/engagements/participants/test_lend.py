"""What the people of one encounter are for another that names nobody."""

from communique import read
from communique.reading import Account

TALKS = "On 10 May 2022 Defence Minister of Latvia Anna Kalnina met Defence Minister of Ghana Kofi Asante in Riga. "


def accounts(text: str, kind: str) -> list[Account]:
    return [account for account in read(text, published="2022-05-11").engagements if account.kind.value == kind]


def test_those_who_met_sign_where_no_signatory_is_named() -> None:
    (signing,) = accounts(TALKS + "A protocol on training was signed at the end of the talks.", "signing")
    assert {part.name.value for part in signing.participants if part.name} == {"Anna Kalnina", "Kofi Asante"}


def test_an_agreement_of_another_year_has_other_signatories() -> None:
    (signing,) = accounts(TALKS + "They recalled the agreement signed in Accra in 2009.", "signing")
    assert signing.participants == ()


def test_a_state_for_which_somebody_acts_is_no_participant_beside_them() -> None:
    text = (
        "Latvia and Ghana held the third session of the Latvian-Ghanaian Joint Military Commission in Riga on 10 May 2022. "
        "The Latvian side was led by Colonel Anna Kalnina and the Ghanaian side by Colonel Kofi Asante."
    )
    (session,) = accounts(text, "session")
    assert [part.name is not None for part in session.participants] == [True, True]


def test_states_told_beside_a_bare_noun_take_no_part() -> None:
    text = (
        "On 10 May 2022 Defence Minister of Latvia Anna Kalnina met Defence Minister of Ghana Kofi Asante in Riga. "
        "They welcomed the talks between Chad and Togo on 3 May 2022."
    )
    told = {
        part.party.value
        for each in read(text, published="2022-05-11").engagements
        for part in each.participants
        if part.party
    }
    assert told == {"LV", "GH"}
