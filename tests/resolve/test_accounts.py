"""Accounts of a reading as what is joined: their ids, days, and which are vague."""

from dataclasses import replace

import pytest

from communique.reading import Account, Masthead, Participant, Reading
from communique.report import Cited, Report
from communique.resolve import Joining
from communique.resolve.accounts import account_mentions
from communique.resolve.mentions import AccountMention

TEXT = "Minister Stone met Minister Santos in Lisbon. Stone met Santos."
REPORT = Report(id="r", text=TEXT, published="2031-05-13")


def cited(value: str, quote: str = "met") -> Cited[str]:
    start = TEXT.index(quote)
    return Cited(TEXT, start, start + len(quote), value=value, rule="test")


STONE = Participant(name=cited("Stone", "Stone"), party=cited("NZ", "Stone"))


def account(id: str = "E1", kind: str = "meeting", **told: object) -> Account:  # noqa: A002
    parts: dict[str, object] = {
        "kind": cited(kind),
        "status": cited("held"),
        "trigger": cited("met"),
        "participants": (STONE,),
        **told,
    }
    return Account(id=id, **parts)  # type: ignore[arg-type]


def mentions(*accounts: Account) -> tuple[AccountMention, ...]:
    return account_mentions(REPORT, Reading(report=Masthead(id="r"), reader="test", engagements=accounts))


def test_an_account_is_known_by_the_id_of_the_record_and_told_on_the_day_of_its_report() -> None:
    reading = Reading(report=Masthead(id="r"), reader="test", engagements=(account(),))
    (mention,) = account_mentions(REPORT, reading)
    assert mention.id == Joining(REPORT.digest, reading).engagement("E1")
    assert (mention.report, mention.told_on, mention.trigger) == (REPORT.digest, "2031-05-13", "met")
    assert [(each.name, each.party) for each in mention.taking_part] == [("Stone", "NZ")]


def test_two_accounts_on_the_same_words_are_two() -> None:
    assert len({each.id for each in mentions(account("E1"), account("E2"))}) == 2


@pytest.mark.parametrize(
    ("kind", "start", "end", "days"),
    [
        ("meeting", "2031-05-12", "2031-05-12", ("2031-05-12", "2031-05-12")),
        ("meeting", "2031-05-12", None, ("2031-05-12", "2031-05-12")),
        ("visit", "2031-05-12", None, ("2031-05-12", "2031-05-15")),
        ("visit", None, "2031-05-12", ("2031-05-09", "2031-05-12")),
        ("visit", "2031-05-12", "2031-05-13", ("2031-05-12", "2031-05-13")),
        ("visit", "9999-12-31", None, ("9999-12-31", "9999-12-31")),
        ("meeting", None, None, None),
        ("meeting", "2031-05", "2031-05", ("2031-05-01", "2031-05-31")),
    ],
)
def test_days_are_all_that_an_account_may_cover(
    kind: str, start: str | None, end: str | None, days: tuple[str, str] | None
) -> None:
    told = account(kind=kind, start=cited(start) if start else None, end=cited(end) if end else None)
    assert mentions(told)[0].days == days


DAY = cited("2031-05-12")
VAGUE = [
    account(),
    account(start=cited("2031-05"), end=cited("2031-05")),
    account(kind="visit", start=cited("2031"), end=cited("2031")),
    account(start=DAY, participants=()),
]
SETTLED = [
    account(start=DAY),
    account(kind="visit", start=cited("2031-05"), end=cited("2031-05")),
    account(start=DAY, participants=(), body=cited("Joint Committee")),
    account(start=DAY, participants=(replace(STONE, name=None),)),
]


@pytest.mark.parametrize("told", VAGUE)
def test_what_tells_no_day_or_nobody_is_vague(told: Account) -> None:
    assert mentions(told)[0].vague


@pytest.mark.parametrize("told", SETTLED)
def test_what_tells_when_and_who_is_not_vague(told: Account) -> None:
    assert not mentions(told)[0].vague
