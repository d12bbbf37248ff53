"""What an encounter takes from the one told before it."""

from communique import read


def test_the_two_ministers_are_those_of_the_meeting_before() -> None:
    text = (
        "On 10 May 2022 Defence Minister of Latvia Anna Kalnina met Defence Minister of Canada Marc Thibodeau in Riga. "
        "The two ministers will meet again in Ottawa in October."
    )
    first, second = read(text, published="2022-05-11").engagements
    assert second.status.value == "planned"
    assert {part.name.value for part in second.participants if part.name} == {"Anna Kalnina", "Marc Thibodeau"}
    assert first.status.value == "held"


def test_the_same_day_is_the_day_told_before() -> None:
    text = (
        "On 10 May 2022 Defence Minister of Latvia Anna Kalnina met Defence Minister of Canada Marc Thibodeau in Riga. "
        "The same day Defence Minister of Canada Marc Thibodeau was received by President of Latvia Janis Ozols."
    )
    days = [account.start.value for account in read(text, published="2022-05-14").engagements if account.start]
    assert days == ["2022-05-10", "2022-05-10"]


def test_the_visitor_is_at_the_meetings_told_by_the_host_alone() -> None:
    text = (
        "LIMA, May 12 - Foreign Minister of Ghana Kwame Ofori arrived in Lima on Wednesday on an official visit. "
        "The guests were also received by Defence Minister of Peru Luis Paredes Soto."
    )
    _, reception = read(text, published="2022-05-12").engagements
    assert {part.name.value for part in reception.participants if part.name} == {"Kwame Ofori", "Luis Paredes Soto"}
