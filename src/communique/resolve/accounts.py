"""What a report contributes to the engagements: each account of its reading, with what can be compared."""

import datetime

from communique.reading import Account, Participant, Reading
from communique.report import Report
from communique.resolve.days import day_of, span
from communique.resolve.joining import Joining
from communique.resolve.mentions import AccountMention, Days, Taking

MOST_DAYS = 31  # an account that may lie on any day of a longer time is vague: two visits fit into it
FEWER_DAYS = 14  # and for what takes a day
LASTING = frozenset({"visit", "exercise"})
OPEN = 3  # days that a visit may have lasted of which only the first or last day is told


def account_mentions(report: Report, reading: Reading) -> tuple[AccountMention, ...]:
    """The accounts of a reading as what is joined, in the order of the reading."""
    joining = Joining(report.digest, reading)
    told_on = report.published or day_of(reading)
    return tuple(
        account_mention(each, id=joining.engagement(each.id), report=report.digest, told_on=told_on)
        for each in reading.engagements
    )


def account_mention(account: Account, *, id: str, report: str, told_on: str | None) -> AccountMention:  # noqa: A002
    """An account as what is joined, of the given id, told by the report of this digest on this day."""
    taking_part = tuple(_taking(each) for each in account.participants)
    days = days_of(account)
    return AccountMention(
        id=id,
        report=report,
        kind=account.kind.value,
        status=account.status.value,
        trigger=account.trigger.value,
        told_on=told_on,
        days=days,
        place=account.place.value if account.place else None,
        country=account.country.value if account.country else None,
        body=account.body.value if account.body else None,
        session_number=account.session_number.value if account.session_number else None,
        taking_part=taking_part,
        topics=tuple(each.value for each in account.topics),
        documents=tuple(each.name.value for each in account.documents),
        vague=not days
        or length(days) > (MOST_DAYS if account.kind.value in LASTING else FEWER_DAYS)
        or not (account.body or any(map(_known, taking_part))),
    )


def days_of(account: Account) -> Days | None:
    """The days an account may cover at the most.

    Of what lasts and has a first day alone, or a last, that is some days more: it was not over in one.
    """
    days = span(account.start.value if account.start else None, account.end.value if account.end else None)
    if days is None or account.kind.value not in LASTING or (account.start and account.end):
        return days
    return (days[0], _later(days[1], OPEN)) if account.start else (_later(days[0], -OPEN), days[1])


def _later(day: str, days: int) -> str:
    try:
        return (datetime.date.fromisoformat(day) + datetime.timedelta(days=days)).isoformat()
    except OverflowError:  # at either end of the calendar
        return day


def length(days: Days) -> int:
    """How many days, both ends counted."""
    return (datetime.date.fromisoformat(days[1]) - datetime.date.fromisoformat(days[0])).days + 1


def _known(taking: Taking) -> bool:
    return bool(taking.name or taking.party)


def _taking(participant: Participant) -> Taking:
    return Taking(
        name=participant.name.value if participant.name else None,
        offices=tuple(each.value for each in participant.office),
        rank=participant.rank.value if participant.rank else None,
        party=participant.party.value if participant.party else None,
        role=participant.role.value if participant.role else None,
        leads=bool(participant.leads and participant.leads.value),
    )
