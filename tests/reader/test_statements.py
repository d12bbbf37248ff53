"""Who said what, to whom: reported, nominal and quoted speech."""

import pytest

from communique import read
from communique.reader.statements.quotes import Quotations
from communique.reading import Statement

MET = "In Lima, Carmen Quispe, Minister of Defence of Peru, met with Kwesi Boateng, Minister of Defence of Ghana, on Tuesday. "
PERU, GHANA, SIDES = "Carmen Quispe", "Kwesi Boateng", "sides"


def statements(text: str) -> tuple[Statement, ...]:
    return read(MET + text, published="2022-05-12").statements


def said(text: str) -> list[tuple[str, str]]:
    return [(statement.speaker.value, statement.content.value) for statement in statements(text)]


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("Kwesi Boateng said that the port is ready.", "the port is ready"),
        ("Kwesi Boateng told reporters in Lima that the port is ready.", "the port is ready"),
        ("Minister Boateng pointed out that the port was ready.", "the port was ready"),
        ("Minister Boateng made clear that the port was ready.", "the port was ready"),
        ("Minister Boateng was of the view that the port was ready.", "the port was ready"),
        ("Minister Boateng, for his part, gave an assurance that the port was ready.", "the port was ready"),
        ("Minister Boateng took the view that the port was ready.", "the port was ready"),
        ("The port was ready, Minister Boateng said on Wednesday.", "The port was ready"),
        ("The port was ready, said Kwesi Boateng.", "The port was ready"),
        ("The port, Boateng stressed, would be ready in June.", "would be ready in June"),
        ("As Minister Boateng noted, the port was ready.", "the port was ready"),
        ("According to Boateng, the port would be ready in June.", "the port would be ready in June"),
        ("Minister Boateng noted the importance of joint patrols.", "the importance of joint patrols"),
        ("Minister Boateng was grateful for the field hospital.", "the field hospital"),
        ("Minister Boateng intimated that the port was ready.", "the port was ready"),
        ("Minister Boateng put emphasis on a joint patrol.", "a joint patrol"),
        ("Minister Boateng lauded Peru's role in peacekeeping.", "Peru's role in peacekeeping"),
        ("Minister Boateng spoke highly of the Peruvian field hospital.", "the Peruvian field hospital"),
        ("Minister Boateng spoke in favour of a joint patrol.", "a joint patrol"),
        ("Minister Boateng called for more joint patrols.", "more joint patrols"),
        ("Minister Boateng drew attention to piracy off the coast.", "piracy off the coast"),
        ("Minister Boateng took note of the offer of two patrol boats.", "the offer of two patrol boats"),
        ("Minister Boateng came up with a proposal to open a joint school.", "to open a joint school"),
        ("Minister Boateng offered condolences over the floods in Piura.", "condolences over the floods in Piura"),
        ("Minister Boateng expressed gratitude for the field hospital.", "gratitude for the field hospital"),
        ("Minister Boateng described the port as a gift to both coasts.", "the port as a gift to both coasts"),
        ('Minister Boateng called the port "a gift to both coasts".', 'the port "a gift to both coasts"'),
        ("Minister Boateng looked forward to the next round of talks.", "the next round of talks"),
        ("Minister Boateng welcomed the re-launch of the staff talks.", "the re-launch of the staff talks"),
    ],
)
def test_what_follows_or_precedes_a_verb_of_saying(sentence: str, content: str) -> None:
    assert said(sentence) == [(GHANA, content)]


@pytest.mark.parametrize(
    ("sentence", "content", "addressee"),
    [
        ("Kwesi Boateng thanked Carmen Quispe for the warm welcome.", "the warm welcome", PERU),
        ("Kwesi Boateng congratulated Carmen Quispe on her appointment.", "her appointment", PERU),
        ("Kwesi Boateng informed Carmen Quispe of the plans for the port.", "the plans for the port", PERU),
        ("Kwesi Boateng paid tribute to Carmen Quispe for opening the school.", "opening the school", PERU),
        ("Kwesi Boateng urged Peru to join the patrols.", "to join the patrols", "Peru"),
        ("Kwesi Boateng called on Peru to join the patrols.", "to join the patrols", "Peru"),
        ("Kwesi Boateng assured Carmen Quispe that the port was ready.", "the port was ready", PERU),
    ],
)
def test_to_whom_it_is_said(sentence: str, content: str, addressee: str) -> None:
    (statement,) = statements(sentence)
    assert (statement.speaker.value, statement.content.value) == (GHANA, content)
    assert statement.addressee is not None
    assert addressee in (statement.addressee.value, statement.addressee.quote)


@pytest.mark.parametrize(
    ("sentence", "contents"),
    [
        (
            "Minister Boateng praised the school and reiterated his support for the patrols.",
            ["the school", "his support for the patrols"],
        ),
        (
            "Minister Boateng said the port was ready, adding that two boats had arrived.",
            ["the port was ready", "two boats had arrived"],
        ),
        (
            "Minister Boateng thanked Peru for the boats, stressing that they were needed.",
            ["the boats", "they were needed"],
        ),
        (
            "Minister Boateng praised the school, which opened in 2015, and called for a second one.",
            ["the school", "a second one"],
        ),
    ],
)
def test_verbs_that_share_a_speaker_each_have_their_own_content(sentence: str, contents: list[str]) -> None:
    assert said(sentence) == [(GHANA, content) for content in contents]


def test_another_speaker_ends_what_the_first_one_says() -> None:
    assert said("Minister Quispe noted the importance of trade, while Minister Boateng praised the school.") == [
        (PERU, "the importance of trade"),
        (GHANA, "the school"),
    ]


@pytest.mark.parametrize(
    "sentence",
    [
        '"The sea has no fences at all," Boateng said.',
        "“The sea has no fences at all,” Boateng said.",
        "«The sea has no fences at all», said Boateng.",
        "'The sea has no fences at all,' said Boateng.",
        '"The sea has no fences at all," said Kwesi Boateng on leaving Lima.',
        'Boateng said: "The sea has no fences at all."',
        'Kwesi Boateng: "The sea has no fences at all."',
        '"The sea has no fences at all." - Kwesi Boateng',
        'Boateng told the agency: "The sea has no fences at all."',
    ],
)
def test_quotation_marks_of_all_kinds(sentence: str) -> None:
    (statement,) = statements("\n" + sentence)
    assert statement.direct
    assert (statement.speaker.value, statement.content.value) == (GHANA, "The sea has no fences at all")


def test_apostrophes_and_lone_marks_are_no_quotations() -> None:
    assert Quotations("the ships' crews and the ministers' aides, 'Ab cd " * 20_000).all == []


def test_a_quotation_that_is_not_closed_ends_with_its_paragraph() -> None:
    (open_one, closed) = Quotations("“The sea has no fences.\n\n“It has friends.” He smiled.").all
    assert (open_one.text, closed.text) == ("The sea has no fences.", "It has friends.")


def test_a_quotation_goes_on_after_its_attribution() -> None:
    text = '"The sea has no fences at all," Boateng said. "It has friends who keep watch."'
    assert [(s.content.value, s.direct) for s in statements(text)] == [
        ("The sea has no fences at all", True),
        ("It has friends who keep watch", True),
    ]


def test_a_quoted_sentence_goes_on_after_its_attribution() -> None:
    text = '"That is a sea without fences," Boateng said, "and it has friends who keep watch."'
    assert said(text) == [(GHANA, "That is a sea without fences"), (GHANA, "and it has friends who keep watch")]


def test_a_quotation_of_several_sentences_is_one_statement() -> None:
    text = '"We came with one boat. We leave with two and a school," Boateng told reporters.'
    assert said(text) == [(GHANA, "We came with one boat. We leave with two and a school")]


def test_a_part_quoted_clause_is_one_statement_and_not_direct() -> None:
    (statement,) = statements('Boateng said that the port "belongs to both coasts".')
    assert not statement.direct
    assert statement.content.value == 'the port "belongs to both coasts"'


@pytest.mark.parametrize(
    ("sentence", "content"),
    [
        ("The two sides reaffirmed their commitment to open seas.", "their commitment to open seas"),
        ("The ministers underscored the value of joint patrols.", "the value of joint patrols"),
        ("Minister Quispe and Minister Boateng underscored the value of patrols.", "the value of patrols"),
        ("It was noted that the patrols had been of use.", "the patrols had been of use"),
        ("Satisfaction was expressed by the sides with the pace of the work.", "the pace of the work"),
        ("They shared the view that the patrols were of use.", "the patrols were of use"),
        ("The importance of joint patrols was stressed.", "The importance of joint patrols"),
    ],
)
def test_both_sides_speak(sentence: str, content: str) -> None:
    assert said(sentence) == [(SIDES, content)]


def test_passives_name_their_speaker() -> None:
    assert said("Confidence was voiced by Kwesi Boateng that the port would grow.") == [(GHANA, "the port would grow")]
    assert said("Carmen Quispe was congratulated by Kwesi Boateng on her appointment.") == [(GHANA, "her appointment")]


def test_first_person_joint_texts_are_the_sides() -> None:
    text = (
        "Joint Statement\n\nWe, the Foreign Ministers of Chile and Norway, met in Oslo on 4 March 2021. "
        "We condemn the attack on the port of Haifa. We will meet again."
    )
    (statement,) = read(text, published="2021-03-05").statements
    assert (statement.speaker.value, statement.content.value) == (SIDES, "the attack on the port of Haifa")


@pytest.mark.parametrize(
    "sentence",
    [
        "The ministry said in a statement that the talks were useful.",
        "According to the press service, the talks lasted an hour.",
        "Minister Boateng will reaffirm his support for the patrols.",
        "The sides agreed to hold the next round in Accra.",
        "The sides discussed the importance of trade.",
        "Minister Boateng later called on the President of Peru.",
        "Minister Boateng did not say when the port would open.",
        "The sides exchanged views on their shared concerns.",
        "Ministry spokesperson Rosa Paredes said that the talks had been long.",
    ],
)
def test_what_is_no_statement(sentence: str) -> None:
    assert said(sentence) == []


def test_speech_within_one_state_is_left_out() -> None:
    text = "LIMA, 4 March - Minister of Defence of Peru Carmen Quispe said that the barracks were ready for winter."
    assert read(text, published="2021-03-05").statements == ()


@pytest.mark.parametrize(
    "told", ["The two ministers pledged to open the port.", "The two ministers briefed each other on the port."]
)
def test_what_both_pledge_or_tell_each_other_is_no_statement(told: str) -> None:
    assert said(told) == []
