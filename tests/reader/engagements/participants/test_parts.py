"""Who took part, on which side."""

import pytest

from communique import read
from communique.reader.engagements.participants.parts import parts_for
from communique.reader.parser import parser
from communique.reader.reader import open_page
from communique.reader.refer import find_mentions
from communique.reader.who import Who
from communique.reading import Participant
from communique.report import Report


def sides(text: str) -> dict[str, str]:
    (account,) = read(text, published="2022-05-12").engagements
    return {_who(part): part.role.value for part in account.participants if part.role is not None}


def _who(part: Participant) -> str:
    return part.name.value if part.name is not None else part.office[0].value


@pytest.mark.parametrize(
    ("verb", "first", "second"),
    [
        ("received", "host", "guest"),
        ("was received by", "guest", "host"),
        ("called on", "guest", "host"),
        ("paid a courtesy call on", "guest", "host"),
    ],
)
def test_the_verb_says_who_is_host(verb: str, first: str, second: str) -> None:
    text = f"On Tuesday Foreign Minister of Peru Carmen Quispe {verb} Foreign Minister of Ghana Kwesi Boateng."
    assert sides(text) == {"Carmen Quispe": first, "Kwesi Boateng": second}


def test_a_call_has_neither_host_nor_guest() -> None:
    text = (
        "On Tuesday Foreign Minister of Peru Carmen Quispe spoke by phone with Foreign Minister of Ghana Kwesi Boateng."
    )
    assert sides(text) == {"Carmen Quispe": "participant", "Kwesi Boateng": "participant"}


def test_a_colleague_who_is_named_is_one_person() -> None:
    text = (
        "On Tuesday Foreign Minister of Peru Carmen Quispe spoke by phone with her Ghanaian counterpart, Kwesi Boateng."
    )
    assert set(sides(text)) == {"Carmen Quispe", "Kwesi Boateng"}


def test_the_head_of_a_received_delegation_leads() -> None:
    text = (
        "On Tuesday Defence Minister of Oman Salim Al-Kindi received the delegation led by the Chief of Defence Staff of Kenya, "
        "General Peter Mutua."
    )
    (account,) = read(text, published="2022-05-12").engagements
    leads = {part.name.value for part in account.participants if part.leads is not None and part.name is not None}
    assert leads == {"Peter Mutua"}


def test_a_state_that_is_visited_takes_no_part() -> None:
    text = "Defence Minister of Kenya Wanjiru Karanja will travel to Finland and Estonia next month."
    accounts = read(text, published="2022-05-12").engagements
    assert [account.country.value for account in accounts if account.country] == ["FI", "EE"]
    assert all(len(account.participants) == 1 for account in accounts)


def test_a_delegation_told_by_itself_is_not_its_head() -> None:
    reading = read(
        "HANOI, 3 June 2019 - A Chilean delegation led by Defence Minister Raúl Mora met Defence Minister Tran Van "
        "Binh in Hanoi on Monday. The Chilean delegation laid a wreath at the Heroes' Monument on Tuesday."
    )
    wreath = next(account for account in reading.engagements if account.kind.value == "ceremony")
    told = [part for part in wreath.participants if part.party is not None and part.party.value == "CL"]
    assert [(part.name, [office.value for office in part.office]) for part in told] == [(None, ["Chilean delegation"])]


def test_ministers_of_a_bloc_take_part_for_each_of_its_states() -> None:
    reading = read("TALLINN, 3 June 2019 - Baltic defence ministers met in Tallinn on Monday to discuss air defence.")
    parties = {part.party.value for part in reading.engagements[0].participants if part.party is not None}
    assert parties == {"EE", "LT", "LV"}


def test_a_post_of_each_of_several_states_is_a_part_for_each() -> None:
    text = (
        "Panama and Chile agreed on fishing rights. Chile will lend Panama two boats. "
        "On 3 May 2022 our foreign ministers met in Lima."
    )
    (account,) = read(text, published="2022-05-12").engagements
    assert {part.party.value for part in account.participants if part.party is not None} == {"PA", "CL"}


@pytest.mark.parametrize(("after", "parts"), [(" met in Riga.", 1), ("' Meeting was held in Riga.", 0)])
def test_a_post_in_an_events_name_takes_no_part(after: str, parts: int) -> None:
    text = f"The NATO Defence Ministers{after}"
    report = Report("events", text)
    ((doc, _),) = parser().pipe([(text, report)], as_tuples=True)
    page = open_page(report, doc)
    who = Who(page, find_mentions(page.marks, page.figures))
    (post,) = [mention for mention in who.mentions if mention.sort in ("office", "group")]
    assert len(parts_for(page, who, post, "participant", (0, 3))) == parts


def test_a_bare_post_is_not_his_who_is_named_after_it_with_his_state() -> None:
    text = (
        "London, 12 May 2022\n\nThe Prime Minister spoke to the Prime Minister of Finland, Aarne Laine, this morning."
    )
    assert set(sides(text)) == {"Prime Minister", "Aarne Laine"}
