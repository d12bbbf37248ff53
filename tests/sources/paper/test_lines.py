from communique.sources.paper.lines import Line, blocks_of


def column(*texts: str, left: float = 70, width: float = 400, top: float = 600) -> list[Line]:
    """Lines of twelve points below each other; one that begins with a bar is short."""
    return [
        Line(text.lstrip("|"), left, left + width * (0.4 if text.startswith("|") else 1), top - 14 * i, 12, 842)
        for i, text in enumerate(texts)
    ]


def test_a_word_broken_at_a_line_end_is_made_whole() -> None:
    page = column("The ministers discussed the cooper-", "ation of both states and its develop-", "|ment.")
    assert blocks_of([page]) == ["The ministers discussed the cooperation of both states and its development."]


def test_a_hyphen_of_the_words_own_stays() -> None:
    page = column(
        "The military side was told of military affairs and of military-",
        "technical matters, of the Vice-",
        "President and of air-to-",
        "|air missiles.",
    )
    (text,) = blocks_of([page])
    assert "military-technical matters" in text
    assert "Vice-President" in text
    assert "withdraw" in blocks_of([column("They met with the envoy with all, and with-", "|draw.")])[0]


def test_a_hyphen_is_kept_where_the_text_has_the_word_with_it() -> None:
    page = column("The follow-up was agreed; it is a follow-", "|up to the visit.")
    assert blocks_of([page]) == ["The follow-up was agreed; it is a follow-up to the visit."]


def test_a_word_broken_over_the_page_is_made_whole() -> None:
    pages = [column("The ministers discussed the bilat-"), column("eral relations of the two states.")]
    assert blocks_of(pages) == ["The ministers discussed the bilateral relations of the two states."]


def test_page_numbers_are_left_out_and_numbers_in_the_text_are_not() -> None:
    foot = Line("- 2 -", 290, 310, 40, 9, 842)
    page = [*column("The strength of the contingent is", "|2019"), foot]
    assert blocks_of([page]) == ["The strength of the contingent is 2019"]


def test_a_short_line_that_ends_a_sentence_ends_a_paragraph() -> None:
    page = column("The ministers met in the capital on Monday and talked", "|at length.", "They then signed a plan.")
    assert blocks_of([page]) == [
        "The ministers met in the capital on Monday and talked at length.",
        "They then signed a plan.",
    ]


def test_nothing_gives_nothing() -> None:
    assert blocks_of([]) == []
    assert blocks_of([[]]) == []
