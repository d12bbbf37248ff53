"""Who writes to whom where somebody else hands the letter over."""

from communique import read


def test_the_bearer_of_a_letter_takes_no_part_in_it() -> None:
    text = (
        "On 10 May 2022 the Ambassador of Ghana, Kofi Asante, handed over a letter from the President of Ghana, "
        "Yaw Mensah, to the President of Latvia, Anna Kalnina."
    )
    (letter,) = (a for a in read(text, published="2022-05-11").engagements if a.kind.value == "correspondence")
    assert {part.name.value for part in letter.participants if part.name} == {"Yaw Mensah", "Anna Kalnina"}
