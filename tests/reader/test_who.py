"""Whom pronouns, parts and sides stand for, seen through who is said to have spoken."""

import pytest

from communique import read

MET = "In Lima, Carmen Quispe, Minister of Defence of Peru, received Kwesi Boateng, Minister of Defence of Ghana, on Tuesday. "
PERU, GHANA = "Carmen Quispe", "Kwesi Boateng"


def speakers(text: str) -> list[str]:
    return [statement.speaker.value for statement in read(MET + text, published="2022-05-12").statements]


@pytest.mark.parametrize(
    ("subject", "speaker"),
    [
        ("The guest", GHANA),
        ("The host", PERU),
        ("The Ghanaian side", GHANA),
        ("The Ghanaian minister", GHANA),
        ("The visiting minister", GHANA),
        ("The Peruvian Defence Minister", PERU),
        ("Boateng", GHANA),
        ("Ghana", GHANA),
        ("Both ministers", "sides"),
        ("They", "sides"),
    ],
)
def test_who_speaks(subject: str, speaker: str) -> None:
    assert speakers(f"{subject} noted the importance of trade.") == [speaker]


def test_a_pronoun_is_who_spoke_last() -> None:
    assert speakers("Minister Boateng praised the efforts of Minister Quispe. He noted the importance of trade.") == [
        GHANA,
        GHANA,
    ]


def test_possessives_tell_he_from_she() -> None:
    assert speakers(
        "Minister Quispe presented her country's plans. Minister Boateng spoke of his. She noted the importance of trade."
    ) == [PERU]


def test_the_counterpart_is_the_other_one() -> None:
    assert speakers("Minister Quispe praised the school. Her counterpart noted the importance of trade.") == [
        PERU,
        GHANA,
    ]


def test_somebody_between_commas_speaks() -> None:
    assert speakers(
        "Touching upon the situation in the region, the guest, stressing the importance of a peaceful settlement, "
        "brought to the attention that Ghana has always supported free seas."
    ) == [GHANA, GHANA]


def test_a_bare_office_is_the_publishers_own() -> None:
    text = (
        "LIMA, 4 March - President of Peru Carmen Quispe spoke with President of Ghana Kwesi Boateng on Thursday. "
        "The President noted the importance of trade."
    )
    (statement,) = read(text, published="2021-03-05").statements
    assert statement.speaker.value == PERU
