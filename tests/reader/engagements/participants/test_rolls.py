"""Delegations that somebody sends, told by who leads them and by a list of their members."""

from communique import read
from communique.reading import Account

TEXT = """\
Prime Minister Names Delegation to the Kingdom of Tonga

Prime Minister Oliver Marsh of New Zealand today announced a presidential delegation to Nuku'alofa, Tonga, to attend the \
inauguration of His Excellency Sione Vea on March 3, 2022.

The Honorable Grace Whitmore, High Commissioner of New Zealand to Tonga, will lead the delegation.

Members of the delegation:

Mr. Daniel Okafor, Deputy Secretary, Ministry of Foreign Affairs

Ms. Helen Strand, Chief of Protocol

Media contact: press office
"""


def visit(text: str) -> Account:
    return next(each for each in read(text, published="2022-02-20").engagements if each.kind.value == "visit")


def named(account: Account) -> dict[str, bool]:
    return {each.name.value: each.leads is not None for each in account.participants if each.name is not None}


def test_the_leader_and_the_roll_travel_and_not_the_sender() -> None:
    assert named(visit(TEXT)) == {"Grace Whitmore": True, "Daniel Okafor": False, "Helen Strand": False}


def test_all_of_them_are_guests() -> None:
    assert {each.role.value for each in visit(TEXT).participants if each.role is not None} == {"guest"}


def test_without_leader_and_roll_nobody_is_put_in() -> None:
    bare = TEXT.split("\n\nThe Honorable")[0]
    assert not {"Grace Whitmore", "Daniel Okafor"} & named(visit(bare)).keys()
