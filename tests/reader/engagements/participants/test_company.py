"""Who else took part, told in a sentence of its own."""

from communique import read
from communique.reading import Participant


def participants(text: str) -> dict[str, Participant]:
    found = read(text, published="2022-05-12").engagements
    return {part.name.value: part for account in found for part in account.participants if part.name is not None}


def test_heads_of_two_sides_lead() -> None:
    text = (
        "The fourth session of the Thai-Portuguese Joint Commission on Defence was held in Lisbon on 10 May 2022. "
        "The Thai side was led by Deputy Minister of Defence of Thailand Prasit Wongsakul; the Portuguese delegation was headed by "
        "Rear Admiral Nuno Vaz Teles, Director of Defence Policy of Portugal."
    )
    people = participants(text)
    assert set(people) == {"Prasit Wongsakul", "Nuno Vaz Teles"}
    assert all(part.leads is not None for part in people.values())


def test_whoever_was_present_took_part_and_did_not_lead() -> None:
    text = (
        "On 11 May the Foreign Minister of Peru, Carmen Quispe Rojas, received the Ambassador of Japan, Kenji Morita. "
        "The Deputy Foreign Minister of Peru, Hugo Salas, was also present at the meeting."
    )
    people = participants(text)
    assert set(people) == {"Carmen Quispe Rojas", "Kenji Morita", "Hugo Salas"}
    assert people["Hugo Salas"].leads is None


def test_presence_is_told_sentences_later() -> None:
    text = (
        "On 11 May the Foreign Minister of Peru, Carmen Quispe Rojas, received the Foreign Minister of Ghana, Kofi Asante. "
        "They reviewed trade. They spoke of fisheries. They noted the good course of ties. The weather was fine. "
        "The Deputy Foreign Minister of Peru, Hugo Salas, was also present at the meeting."
    )
    assert "Hugo Salas" in participants(text)


def test_whoever_invited_a_visitor_is_the_host() -> None:
    text = (
        "Defence Minister of Latvia Anna Kalnina visited Ghana on 11 May. "
        "The visit took place at the invitation of Defence Minister of Ghana Kofi Asante."
    )
    role = participants(text)["Kofi Asante"].role
    assert role is not None
    assert role.value == "host"


def test_the_principal_for_whom_somebody_came_takes_no_part() -> None:
    text = (
        "On 11 May Deputy Defence Minister of Latvia Anna Kalnina, on behalf of Defence Minister of Latvia Janis Ozols, "
        "received the Ambassador of Japan, Kenji Morita."
    )
    assert set(participants(text)) == {"Anna Kalnina", "Kenji Morita"}
