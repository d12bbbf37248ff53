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
