"""Several met apart in one telling are several meetings; several met together are one."""

from communique import read


def met(text: str) -> list[list[str]]:
    reading = read(text, published="2022-05-12")
    return [
        sorted(person.name.value for person in account.participants if person.name is not None)
        for account in reading.engagements
        if account.kind.value == "meeting"
    ]


def test_courtesy_calls_on_two_are_two_meetings() -> None:
    text = (
        "ACCRA, May 12 - Foreign Minister of Peru Carmen Quispe Rojas paid courtesy calls on "
        "Vice President of Ghana Kwame Ofori and Defence Minister of Ghana Esi Badu on Thursday."
    )
    assert met(text) == [["Carmen Quispe Rojas", "Kwame Ofori"], ["Carmen Quispe Rojas", "Esi Badu"]]


def test_two_met_together_are_one_meeting() -> None:
    text = (
        "ACCRA, May 12 - Foreign Minister of Peru Carmen Quispe Rojas met "
        "Vice President of Ghana Kwame Ofori and Defence Minister of Ghana Esi Badu on Thursday."
    )
    assert met(text) == [["Carmen Quispe Rojas", "Esi Badu", "Kwame Ofori"]]
