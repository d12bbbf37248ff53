"""Where sentences begin: at paragraphs and after full stops, never after abbreviations or in headlines."""

import pytest

from communique.reader.parser import paragraph_starts, parser


def sentences(text: str) -> list[str]:
    return [sentence.text.strip() for sentence in parser()(text).sents]


def test_a_headline_is_a_sentence_of_its_own() -> None:
    text = "Ministers of Norway and Chile Meet in Oslo\n\nThe Minister of Defence received his guest. They talked."
    assert sentences(text) == [
        "Ministers of Norway and Chile Meet in Oslo",
        "The Minister of Defence received his guest.",
        "They talked.",
    ]


@pytest.mark.parametrize("title", ["Gen.", "Hon.", "Amb.", "Lt. Col.", "Dr.", "H.E.", "J. R.", "Smt."])
def test_no_sentence_ends_after_a_title(title: str) -> None:
    text = f"On Monday {title} Osei Tandoh met the visitors. It was the first meeting."
    assert sentences(text) == [f"On Monday {title} Osei Tandoh met the visitors.", "It was the first meeting."]


def test_no_sentence_ends_after_a_generation() -> None:
    text = "President Walter Hughes, Jr. met today with the envoy. He left."
    assert sentences(text)[0] == "President Walter Hughes, Jr. met today with the envoy."


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The delegation of the Ministry of Defence of Chile arrived in the capital on\n"
        "Monday for three days of talks.\n\nIt leaves on Wednesday."
    )
    assert paragraph_starts(text) == [0, text.index("It leaves")]


def test_short_lines_stand_alone() -> None:
    text = "PRESS RELEASE\nNo 12/2021\nThe Minister met the envoy."
    assert paragraph_starts(text) == [0, text.index("No 12"), text.index("The Minister")]


def test_a_verb_with_co_is_one_word_with_its_own_tense() -> None:
    doc = parser()("The ministers will, on Friday, co-chair the fourth session. They co-hosted a forum.")
    words = {word.text: word for word in doc}
    assert words["co-chair"].lemma_ == "co-chair"
    assert "will" in [child.text for child in words["co-chair"].children]
    assert (words["co-hosted"].lemma_, words["co-hosted"].tag_) == ("co-host", "VBD")
