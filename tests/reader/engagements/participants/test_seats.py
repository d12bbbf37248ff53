"""Who sits in on an encounter, by the learned model beside the grammar."""

import pytest

from communique import read
from communique.reader import learned
from communique.reader.engagements.participants import seats

TEXT = """\
Lisbon, 4 May 2022 - The Minister of Defence of Portugal, Tiago Lobato, received the Minister of Defence of Ghana, \
Kofi Asante, in Lisbon on Wednesday. They discussed maritime security in the Gulf of Guinea.

General Ama Owusu, Chief of the Defence Staff of Ghana, also attended the meeting.
"""


def people(text: str) -> set[str]:
    account = next(each for each in read(text, published="2022-05-04").engagements if each.kind.value == "meeting")
    return {each.name.value for each in account.participants if each.name is not None}


def test_who_receives_and_who_is_received_take_part() -> None:
    assert people(TEXT) >= {"Tiago Lobato", "Kofi Asante"}


def test_without_a_model_what_the_grammar_found_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seats, "model", lambda _name: None)
    assert people(TEXT) >= {"Tiago Lobato", "Kofi Asante"}


def test_whom_the_model_refuses_takes_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    refusing = learned.Model({learned.BIAS: -20.0})
    monkeypatch.setattr(seats, "model", lambda _name: refusing)
    assert people(TEXT) == set()


def test_whom_the_model_seats_takes_part(monkeypatch: pytest.MonkeyPatch) -> None:
    seating = learned.Model({learned.BIAS: 20.0})
    monkeypatch.setattr(seats, "model", lambda _name: seating)
    assert people(TEXT) == {"Tiago Lobato", "Kofi Asante", "Ama Owusu"}


def test_whom_words_of_company_name_far_below_takes_part() -> None:
    filler = "The two sides spoke of pilots, of hangars and of radar, and went through the plan of the year. " * 4
    text = f"{TEXT.split(chr(10) + chr(10))[0]}\n\n{filler}\n\nAlso present was the Ambassador of Ghana in Lisbon, Ama Owusu.\n"
    assert "Ama Owusu" in people(text)
