"""Which accounts are one engagement: every way in which outlets tell one encounter, or two that look like one."""

import random
from collections.abc import Iterable
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve import engagements
from communique.resolve.clustering import JOINED, clustered
from communique.resolve.mentions import AccountMention, Days, Taking

SUGGESTED = 0.3

STONE = Taking(name="Miriam Stone", offices=("Minister of Defence",), party="NZ", role="guest")
SANTOS = Taking(name="Rui Santos", offices=("Minister of National Defence",), party="PT", role="host")
SALT = Taking(name="Peter Salt", offices=("Minister of Defence",), party="AU", role="guest")
CRUZ = Taking(name="Ana Cruz", rank="General", offices=("Chief of the General Staff",), party="PT", role="host")


def on(first: str, last: str | None = None) -> Days:
    return (first, last or first)


MONDAY = on("2031-05-12")


def account(
    id: str,  # noqa: A002
    *taking_part: Taking,
    kind: str = "meeting",
    status: str = "held",
    days: Days | None = MONDAY,
    told: str | None = "2031-05-13",
    report: str | None = None,
    place: str | None = "Lisbon",
    country: str | None = "PT",
    body: str | None = None,
    number: int | None = None,
    trigger: str = "met",
    vague: bool | None = None,
    documents: tuple[str, ...] = (),
) -> AccountMention:
    return AccountMention(
        id=id,
        report=report or f"report of {id}",
        kind=kind,
        status=status,
        trigger=trigger,
        told_on=told,
        days=days,
        place=place,
        country=country,
        body=body,
        session_number=number,
        taking_part=taking_part,
        documents=documents,
        vague=days is None if vague is None else vague,
    )


def groups(accounts: Iterable[AccountMention]) -> list[str]:
    """How the accounts are grouped, each group as the ids of its accounts; only those that share a key are compared."""
    nodes = {each.id: each for each in accounts}
    likenesses = [
        engagements.compare(some, other)
        for some, other in combinations(nodes.values(), 2)
        if engagements.keys(some) & engagements.keys(other)
    ]
    found = clustered(
        {each.id: each.vague for each in nodes.values()},
        likenesses,
        apart=lambda left, right: engagements.apart(nodes[left], nodes[right]),
    )
    return ["".join(group) for group in found]


def one(*accounts: AccountMention) -> bool:
    return len(groups(accounts)) == 1


def test_the_same_people_on_the_same_day_are_one() -> None:
    assert one(account("a", STONE, SANTOS), account("b", STONE, SANTOS, place=None, country=None))


def test_a_name_is_known_in_another_spelling_and_by_the_family_alone() -> None:
    some = Taking(name="Abdul Rahman Qasimov", party="AZ", offices=("Minister of Defence",))
    other = Taking(name="Abdurrahman Gasimov", party="AZ")
    short = Taking(name="Gasimov", party="AZ", offices=("Defence Minister",))
    assert one(account("a", some, SANTOS), account("b", other, SANTOS), account("c", short, SANTOS))


def test_a_day_apart_is_a_contradiction_and_not_two() -> None:
    later = account("b", STONE, SANTOS, days=on("2031-05-13"), told="2031-05-14")
    assert one(account("a", STONE, SANTOS), later)


@pytest.mark.parametrize("days", [on("2031-05-14"), on("2031-05-15"), on("2031-05-17")])
def test_twice_in_one_week_is_two(days: Days) -> None:
    again = account("b", STONE, SANTOS, days=days, told="2031-05-18")
    assert groups([account("a", STONE, SANTOS), again]) == ["a", "b"]


def test_two_guests_of_one_host_on_one_day_are_two_meetings() -> None:
    guests = [account("a", STONE, SANTOS), account("b", SALT, SANTOS)]
    assert groups(guests) == ["a", "b"]
    assert engagements.apart(*guests)


def test_two_guests_told_of_by_office_alone_are_two_meetings() -> None:
    some = Taking(offices=("Minister of Defence",), party="NZ")
    other = Taking(offices=("Minister of Defence",), party="AU")
    assert engagements.apart(account("a", some, SANTOS), account("b", other, SANTOS))


def test_two_hosts_of_one_guest_on_one_day_are_two_meetings() -> None:
    assert engagements.apart(account("a", STONE, SANTOS), account("b", STONE, CRUZ))


def test_two_hosts_told_of_by_office_alone_are_two_meetings() -> None:
    minister = Taking(offices=("Minister of Defence",), party="PT")
    chief = Taking(offices=("Chief of the General Staff",), party="PT")
    assert engagements.apart(account("a", STONE, minister), account("b", STONE, chief))


def test_an_office_fits_whoever_holds_it() -> None:
    minister = Taking(offices=("Defence Minister",), party="PT")
    assert one(account("a", STONE, SANTOS), account("b", STONE, minister))


def test_hosts_with_nearly_one_name_are_two() -> None:
    some = Taking(name="Tran Van Thinh", party="VN", offices=("Minister of National Defence",))
    other = Taking(name="Tran Van Thanh", party="VN", offices=("Chief of the General Staff",))
    assert engagements.apart(account("a", STONE, some), account("b", STONE, other))


def test_brothers_in_office_are_two() -> None:
    some = Taking(name="Saad bin Khalid Al Harbi", party="SA", offices=("Chief of the General Staff",))
    other = Taking(name="Majid bin Khalid Al Harbi", party="SA", offices=("Commander of the Navy",))
    assert engagements.apart(account("a", STONE, some), account("b", STONE, other))


def test_three_parties_told_of_as_two_are_one_meeting() -> None:
    assert one(account("a", STONE, SANTOS, SALT), account("b", STONE, SALT))


@pytest.mark.parametrize(
    ("kind", "other"),
    [
        ("visit", "meeting"),
        ("call", "meeting"),
        ("session", "visit"),
        ("session", "signing"),
        ("ceremony", "meeting"),
        ("exercise", "ceremony"),
        ("correspondence", "meeting"),
    ],
)
def test_what_takes_place_within_another_is_not_it(kind: str, other: str) -> None:
    assert engagements.apart(account("a", STONE, SANTOS, kind=kind), account("b", STONE, SANTOS, kind=other))


@pytest.mark.parametrize("kind", ["session", "conference"])
def test_talks_may_be_called_a_session_or_a_conference(kind: str) -> None:
    assert one(account("a", STONE, SANTOS, kind=kind), account("b", STONE, SANTOS))


def test_the_session_and_the_reception_of_its_delegation_are_two() -> None:
    session = account("a", STONE, CRUZ, kind="session", body="Joint Defence Committee", number=3)
    alone = account("c", STONE, kind="session", body="Joint Defence Committee", number=3)
    reception = account("b", STONE, SANTOS)
    assert groups([session, reception]) == ["a", "b"]
    assert groups([alone, reception]) == ["b", "c"]


def test_a_meeting_on_the_margins_is_not_the_conference() -> None:
    forum = account("a", STONE, SALT, SANTOS, kind="conference", trigger="6th Ocean Security Forum")
    assert groups([forum, account("b", STONE, SALT, country=None)]) == ["a", "b"]


def test_a_conference_is_known_by_its_name() -> None:
    some = account("a", STONE, kind="conference", trigger="Ocean Security Forum", country=None)
    other = account("b", STONE, SALT, kind="conference", trigger="6th Ocean Security Forum", country=None)
    assert one(some, other)


def test_sessions_of_two_years_are_two_though_told_in_the_same_words() -> None:
    body = "Portugal-New Zealand Working Group on Peacekeeping"
    accounts = [
        account("a", STONE, CRUZ, kind="session", body=body, number=4),
        account("b", STONE, CRUZ, kind="session", body=body, days=None, told="2031-05-14"),
        account("c", STONE, CRUZ, kind="session", body=body, number=5, days=on("2032-05-10"), told="2032-05-10"),
        account("d", STONE, CRUZ, kind="session", body=body, days=None, told="2032-05-12"),
    ]
    assert groups(accounts) == ["ab", "cd"]


def test_a_session_is_one_though_an_outlet_counts_otherwise() -> None:
    body = "Joint Defence Committee"
    some = account("a", STONE, CRUZ, kind="session", body=body, number=2)
    assert one(some, account("b", STONE, CRUZ, kind="session", body=body, number=3))


def test_sessions_of_other_numbers_on_other_days_are_two() -> None:
    body = "Joint Defence Committee"
    some = account("a", STONE, CRUZ, kind="session", body=body, number=2)
    other = account("b", STONE, CRUZ, kind="session", body=body, number=3, days=on("2031-05-13"))
    assert engagements.apart(some, other)


def test_two_bodies_of_the_same_states_met_in_one_week() -> None:
    some = account("a", STONE, CRUZ, kind="session", body="Portugal-New Zealand military working group")
    other = account("b", SALT, SANTOS, kind="session", body="Portugal-New Zealand naval working group")
    assert groups([some, other]) == ["a", "b"]


def test_a_session_with_nobody_named_is_known_by_body_and_number() -> None:
    some = account("a", STONE, CRUZ, kind="session", body="Portugal-New Zealand Joint Commission on Trade", number=7)
    bare = account("b", kind="session", body="Joint Commission on Trade of New Zealand and Portugal", number=7)
    assert one(some, bare)


def test_an_account_without_a_day_goes_to_what_its_report_is_close_to() -> None:
    accounts = [
        account("a", STONE, SANTOS),
        account("b", STONE, SANTOS, days=on("2031-03-02"), told="2031-03-03"),
        account("u", STONE, SANTOS, days=None, told="2031-05-14"),
    ]
    assert groups(accounts) == ["au", "b"]


def test_what_was_held_when_it_was_told_is_not_what_came_later() -> None:
    later = account("a", STONE, SANTOS, days=on("2031-05-20"), told="2031-05-21")
    undated = account("u", STONE, SANTOS, days=None, told="2031-05-14")
    assert engagements.apart(later, undated)


def test_what_was_planned_when_it_was_told_is_not_what_had_been() -> None:
    past = account("a", STONE, SANTOS, days=on("2031-04-20"), told="2031-04-21")
    ahead = account("u", STONE, SANTOS, status="planned", days=None, told="2031-05-14")
    assert engagements.apart(past, ahead)


@pytest.mark.parametrize("days", [on("2031-05-12"), on("2031-05-01", "2031-05-31"), None])
def test_what_was_announced_and_what_was_held_are_one(days: Days | None) -> None:
    announced = account(
        "a", STONE, SANTOS, status="planned", days=days, told="2031-05-02", vague=days != on("2031-05-12")
    )
    assert one(announced, account("b", STONE, SANTOS))


def test_a_visit_put_off_before_its_day_had_come_is_one() -> None:
    first = account("a", STONE, kind="visit", status="planned", days=on("2031-05-17", "2031-05-18"), told="2031-05-04")
    second = account("b", STONE, kind="visit", status="planned", days=on("2031-06-14"), told="2031-05-13")
    assert one(first, second)


def test_an_invitation_for_later_puts_nothing_off() -> None:
    first = account("a", STONE, kind="visit", status="planned", days=on("2031-05-17", "2031-05-18"), told="2031-05-04")
    invited = account("b", STONE, kind="visit", status="proposed", days=on("2031-11-14"), told="2031-05-13")
    assert groups([first, invited]) == ["a", "b"]


def test_announced_for_spring_and_held_in_autumn_is_no_more_than_a_suggestion() -> None:
    spring = account("a", STONE, SANTOS, status="planned", days=on("2031-04-12"), told="2031-04-02")
    autumn = account("b", STONE, SANTOS, days=on("2031-09-12"), told="2031-09-12")
    found = engagements.compare(spring, autumn)
    assert SUGGESTED <= found.score < JOINED
    assert engagements.keys(spring) & engagements.keys(autumn)


def test_what_was_to_come_some_day_is_not_what_came_half_a_year_later() -> None:
    some_day = account("a", STONE, SANTOS, kind="call", status="planned", days=None, told="2031-01-12")
    assert groups([some_day, account("b", STONE, SANTOS, kind="call")]) == ["a", "b"]
    assert one(
        account("a", STONE, SANTOS, kind="call", status="planned", days=None, told="2031-05-02"),
        account("b", STONE, SANTOS, kind="call"),
    )


def test_somebody_who_meets_many_is_not_enough() -> None:
    some = account("a", STONE, status="planned", days=None, told="2031-05-10", place=None, country=None)
    assert groups([some, account("b", STONE, SALT), account("c", STONE, status="planned", days=None)]) == [
        "a",
        "b",
        "c",
    ]


def test_nobody_else_told_of_the_same_on_the_same_day_is_enough() -> None:
    misread = Taking(name="Miriam Stone", party="ES")
    bare = account("a", STONE, kind="visit", place=None, country=None)
    assert one(bare, account("b", misread, kind="visit", place=None, country="ES"))


def test_events_of_other_names_are_two_and_a_name_may_be_told_shorter() -> None:
    some = account("a", kind="conference", trigger="the 2031 Ocean Nine Summit", country=None, place=None)
    assert one(some, account("b", kind="conference", trigger="Ocean Nine Leaders Summit", days=None, country=None))
    assert groups([some, account("b", kind="conference", trigger="Desert Forum", country=None, place=None)]) == [
        "a",
        "b",
    ]


def test_a_visit_abroad_is_known_by_who_went_where() -> None:
    nowhere = account("a", Taking(name="Miriam Stone"), kind="visit", days=on("2031-05-10", "2031-05-14"), place=None)
    assert one(nowhere, account("b", STONE, kind="visit", status="under way", days=None, place=None))


def test_a_session_announced_for_spring_and_held_in_autumn_is_one_by_its_number() -> None:
    body = "Joint Defence Committee"
    spring = account(
        "a",
        STONE,
        SANTOS,
        kind="session",
        body=body,
        number=7,
        status="planned",
        days=on("2031-04-12"),
        told="2031-04-02",
    )
    autumn = account("b", STONE, SANTOS, kind="session", body=body, number=7, days=on("2031-09-12"), told="2031-09-12")
    assert one(spring, autumn)


def test_two_calls_three_months_apart_are_two() -> None:
    spring = account("a", STONE, SANTOS, kind="call", days=None, told="2031-02-12")
    assert groups([spring, account("b", STONE, SANTOS, kind="call", days=None)]) == ["a", "b"]


def test_a_visit_recalled_years_later_goes_to_the_only_one_that_fits() -> None:
    visit = account("a", STONE, kind="visit")
    year = account("r", STONE, kind="visit", days=on("2031-01-01", "2031-12-31"), told="2036-01-01", vague=True)
    other = account("b", SALT, kind="visit")
    assert groups([visit, other, year]) == ["ar", "b"]


def test_a_visit_recalled_goes_nowhere_where_two_fit() -> None:
    year = account("r", STONE, kind="visit", days=on("2031-01-01", "2031-12-31"), told="2036-01-01", vague=True)
    again = account("b", STONE, kind="visit", days=on("2031-10-12"), told="2031-10-13")
    assert groups([account("a", STONE, kind="visit"), again, year]) == ["a", "b", "r"]


def test_visits_of_one_tour_are_two() -> None:
    first = account("a", STONE, kind="visit", place=None)
    second = account("b", STONE, kind="visit", days=on("2031-05-13"), place=None, country="ES")
    assert groups([first, second]) == ["a", "b"]


def test_a_party_misread_parts_nobody_whom_names_bring_together() -> None:
    misread = Taking(name="Miriam Stone", party="ES")
    assert one(account("a", STONE, SANTOS), account("b", misread, SANTOS))


def test_what_one_report_tells_is_two() -> None:
    some = account("a", STONE, SANTOS, report="r")
    other = account("b", STONE, SANTOS, days=on("2031-05-20"), report="r")
    assert engagements.apart(some, other)
    assert engagements.compare(some, other).score == 0


def test_what_one_report_tells_twice_comes_together_over_another_report() -> None:
    talks = account("a", STONE, SANTOS, report="r", days=None, kind="session")
    again = account("b", STONE, SANTOS, report="r")
    assert groups([talks, again]) == ["a", "b"]
    assert one(talks, again, account("c", STONE, SANTOS))


def test_a_new_holder_of_the_office_makes_another_meeting() -> None:
    successor = Taking(name="Ines Faria", offices=("Minister of National Defence",), party="PT", role="host")
    assert engagements.apart(account("a", STONE, SANTOS), account("b", STONE, successor))


def test_a_memorandum_brings_accounts_of_its_signing_together() -> None:
    some = account("a", STONE, SANTOS, kind="signing", documents=("memorandum on search and rescue",))
    bare = account("b", kind="signing", documents=("rescue memorandum",))
    assert engagements.compare(some, bare).score > engagements.compare(some, account("c", kind="signing")).score


def test_a_ship_s_visit_with_nobody_named_is_known_by_its_port() -> None:
    some = account(
        "a", kind="visit", status="planned", days=on("2031-05-01", "2031-05-31"), told="2031-04-01", vague=True
    )
    assert one(some, account("b", kind="visit", days=on("2031-05-12", "2031-05-15")))


def test_reasons_are_told_in_words() -> None:
    found = engagements.compare(account("a", STONE, SANTOS), account("b", STONE, SANTOS))
    assert "Miriam Stone in each" in found.words
    assert "the same days: 2031-05-12" in found.words
    assert found.rule.startswith("engagements.")


# Laws, over accounts of all sorts.

DAYS = st.one_of(
    st.none(),
    st.builds(
        lambda day, length: on(f"2031-05-{day:02}", f"2031-05-{min(31, day + length):02}"),
        st.integers(1, 31),
        st.integers(0, 3),
    ),
    st.just(on("2031-05-01", "2031-05-31")),
    st.just(on("2031-01-01", "2031-12-31")),
)
PEOPLE = st.lists(
    st.sampled_from([STONE, SANTOS, SALT, CRUZ, Taking(name="Santos", party="PT"), Taking(party="NZ")]),
    max_size=3,
    unique=True,
)


@st.composite
def accounts(draw: st.DrawFn, id: str | None = None) -> AccountMention:  # noqa: A002
    days = draw(DAYS)
    return account(
        id or draw(st.text("abcdef", min_size=3, max_size=3)),
        *draw(PEOPLE),
        kind=draw(st.sampled_from(["meeting", "session", "visit", "call", "conference"])),
        status=draw(st.sampled_from(["held", "planned", "under way"])),
        days=days,
        told=draw(st.sampled_from(["2031-05-01", "2031-05-13", "2031-06-01", None])),
        report=draw(st.sampled_from(["r1", "r2", "r3", "r4"])),
        country=draw(st.sampled_from(["PT", "NZ", None])),
        body=draw(st.sampled_from([None, "Joint Defence Committee", "working group"])),
        number=draw(st.sampled_from([None, 2, 3])),
        vague=days is None or days[0][8:] == "01",
    )


@given(accounts("a"), accounts("b"))
def test_neither_side_of_a_comparison_is_special(some: AccountMention, other: AccountMention) -> None:
    assert engagements.compare(some, other) == engagements.compare(other, some)
    assert engagements.compare(some, other).reasons == engagements.compare(other, some).reasons
    assert engagements.apart(some, other) == engagements.apart(other, some)


@given(accounts("a"), accounts("b"))
def test_what_is_apart_is_not_alike(some: AccountMention, other: AccountMention) -> None:
    if engagements.apart(some, other):
        assert engagements.compare(some, other).score == 0


@given(accounts("a"))
def test_an_account_is_not_apart_from_itself(some: AccountMention) -> None:
    assert not engagements.apart(some, some)


@given(accounts("a"), accounts("b"))
def test_what_is_joined_shares_a_key(some: AccountMention, other: AccountMention) -> None:
    if engagements.compare(some, other).score >= JOINED:
        assert engagements.keys(some) & engagements.keys(other)


@given(st.lists(accounts(), max_size=8, unique_by=lambda each: each.id), st.randoms())
def test_the_order_of_accounts_does_not_matter(some: list[AccountMention], chance: random.Random) -> None:
    mixed = list(some)
    chance.shuffle(mixed)
    assert groups(mixed) == groups(some)


@given(st.lists(accounts(), max_size=8, unique_by=lambda each: each.id))
def test_nothing_that_is_apart_comes_together(some: list[AccountMention]) -> None:
    nodes = {each.id: each for each in some}
    for group in groups(some):
        members = [nodes[group[at : at + 3]] for at in range(0, len(group), 3)]
        assert not any(engagements.apart(left, right) for left, right in combinations(members, 2))
