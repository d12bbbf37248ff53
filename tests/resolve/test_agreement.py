"""What accounts agree on, what they contradict each other in, and what is shown first."""

import random
from dataclasses import dataclass, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.agreement import Agreement, Field, Telling, agreement
from communique.resolve.decisions import Decision, Verdict


@dataclass(frozen=True)
class Said:
    """A value as an account tells it."""

    value: str | int | bool
    start: int = 0
    end: int = 1
    rule: str = "setting.venue"


@dataclass(frozen=True)
class Who:
    """Somebody who takes part."""

    person: str | None = None
    name: Said | None = None
    rank: Said | None = None
    office: tuple[Said, ...] = ()
    party: Said | None = None
    role: Said | None = None
    leads: Said | None = None


@dataclass(frozen=True)
class Paper:
    """An instrument."""

    name: Said
    status: Said | None = Said("signed")


@dataclass(frozen=True)
class Told:
    """An account."""

    kind: Said = Said("meeting")
    status: Said = Said("held")
    start: Said | None = None
    end: Said | None = None
    place: Said | None = None
    country: Said | None = None
    body: Said | None = None
    session_number: Said | None = None
    participants: tuple[Who, ...] = ()
    topics: tuple[Said, ...] = ()
    outcomes: tuple[Said, ...] = ()
    documents: tuple[Paper, ...] = ()


def told(id: str, account: Told, *, on: str | None = "2031-05-14", outlet: str | None = None) -> Telling[Told]:  # noqa: A002
    return Telling(id=id, report=f"report of {id}", account=account, told_on=on, outlet=outlet)


def together(*accounts: Told) -> Agreement:
    return agreement(told(f"{nth}", each) for nth, each in enumerate(accounts))


def values(field: Field) -> list[str | int | bool]:
    return [each.value for each in field.values]


def general(rank: str, name: str = "Ana Cruz") -> Told:
    return Told(participants=(Who(person="P-1", name=Said(name), rank=Said(rank), party=Said("PT")),))


def head(person: str, name: str) -> Told:
    return Told(participants=(Who(person=person, name=Said(name), party=Said("PT"), leads=Said(True)),))


def day(start: str, end: str | None = None, status: str = "held") -> Told:
    return Told(status=Said(status), start=Said(start), end=Said(end or start))


def test_what_nobody_tells_is_not_reported() -> None:
    assert together(Told()).field("place") == Field(name="place", state="not reported")
    assert together(Told()).field("rank", person="P-1").state == "not reported"


def test_what_one_account_tells_is_single_and_what_two_tell_is_agreed() -> None:
    one = together(Told(), Told(place=Said("Lisbon")))
    assert one.field("place").state == "single"
    two = together(Told(place=Said("lisbon")), Told(place=Said("Lisbon")))
    assert two.field("place").state == "agreed"
    assert [each.account for each in two.field("place").values[0].vouchers] == ["0", "1"]


CONTRADICTIONS = [
    ("start", day("2031-05-12"), day("2031-05-13")),
    ("end", day("2031-05-12", "2031-05-13"), day("2031-05-12", "2031-05-14")),
    ("place", Told(place=Said("Lisbon")), Told(place=Said("Porto"))),
    ("place", Told(place=Said("Belém Palace, Lisbon")), Told(place=Said("the Naval Museum in Lisbon"))),
    ("place", Told(place=Said("the Incheh Borun checkpoint")), Told(place=Said("the Esenguly checkpoint"))),
    ("country", Told(country=Said("PT")), Told(country=Said("ES"), place=Said("the palace"))),
    ("session_number", Told(session_number=Said(2)), Told(session_number=Said(3))),
    ("rank", general("Major General"), general("Brigadier General")),
    ("rank", general("General"), general("Lieutenant General")),
    ("leads", head("P-1", "Ana Cruz"), head("P-2", "Rui Santos")),
    ("kind", Told(kind=Said("visit")), Told(kind=Said("meeting"))),
    (
        "document",
        Told(documents=(Paper(Said("memorandum on rescue at sea")),)),
        Told(documents=(Paper(Said("joint declaration on rescue")),)),
    ),
    (
        "office",
        Told(participants=(Who(person="P-1", office=(Said("Minister of Defence"),)),)),
        Told(participants=(Who(person="P-1", office=(Said("Deputy Minister of Defence"),)),)),
    ),
]


@pytest.mark.parametrize(("field", "some", "other"), CONTRADICTIONS)
def test_contradictions_are_conflicts(field: str, some: Told, other: Told) -> None:
    assert [each.name for each in together(some, other).conflicts] == [field]
    assert [each.name for each in together(other, some).conflicts] == [field]


AGREEING = [
    (day("2031-05"), day("2031-05-12")),
    (day("2031"), day("2031-05-12")),
    (day("2031-05-15", status="planned"), day("2031-05-16")),
    (day("2031-05-13", status="under way"), day("2031-05-12", "2031-05-14")),
    (Told(place=Said("Lisbon")), Told(place=Said("his office in Lisbon"))),
    (Told(place=Said("the ministry")), Told(place=Said("Belém Palace"))),
    (Told(place=Said("Ulan Bator")), Told(place=Said("Ulaanbaatar"))),
    (Told(place=Said("LISBON", rule="setting.dateline")), Told(place=Said("Porto"))),
    (Told(country=Said("PT", rule="parties.home")), Told(country=Said("ES"))),
    (Told(kind=Said("session")), Told(kind=Said("meeting"))),
    (general("Maj. Gen."), general("Major General")),
    (general("General", name="Cruz"), general("Major General")),
    (
        head("P-1", "Ana Cruz"),
        Told(participants=(*head("P-1", "A. Cruz").participants, *head("P-2", "R. Santos").participants)),
    ),
    (
        Told(documents=(Paper(Said("memorandum")),)),
        Told(documents=(Paper(Said("memorandum of understanding on rescue at sea")),)),
    ),
    (
        Told(documents=(Paper(Said("memorandum on rescue")), Paper(Said("protocol of the session")))),
        Told(documents=(Paper(Said("protocol of the session")),)),
    ),
    (Told(topics=(Said("rescue at sea"),)), Told(topics=(Said("training"),))),
]


@pytest.mark.parametrize(("some", "other"), AGREEING)
def test_less_precise_shorter_or_announced_is_no_conflict(some: Told, other: Told) -> None:
    assert not together(some, other).conflicts
    assert not together(other, some).conflicts


def test_a_promotion_between_two_reports_is_no_conflict() -> None:
    later = told("b", general("Major General"), on="2032-05-14")
    assert not agreement([told("a", general("Brigadier General")), later]).conflicts


def test_one_report_does_not_contradict_itself() -> None:
    again = replace(told("b", day("2031-05-13")), report="report of a")
    assert not agreement([told("a", day("2031-05-12")), again]).conflicts


def test_announcements_for_other_days_are_history_and_of_neighbouring_days_a_contradiction() -> None:
    first = told("a", day("2031-05-17", status="planned"), on="2031-05-04")
    assert not agreement([first, told("b", day("2031-06-14", status="planned"), on="2031-05-13")]).conflicts
    assert agreement([first, told("b", day("2031-05-18", status="planned"), on="2031-05-05")]).conflicts


def test_what_is_planned_for_a_day_already_over_was_not_to_come() -> None:
    over = told("a", day("2031-05-13", status="planned"), on="2031-05-14")
    assert [each.name for each in agreement([over, told("b", day("2031-05-12"))]).conflicts] == ["start"]


def test_the_status_told_last_is_shown_first_and_all_are_history() -> None:
    found = agreement(
        [
            told("c", Told(status=Said("held")), on="2031-06-15"),
            told("a", Told(status=Said("planned")), on="2031-05-04"),
            told("b", Told(status=Said("cancelled")), on="2031-05-13"),
        ]
    ).field("status")
    assert found.first is not None
    assert found.first.value == "held"
    assert [each.told.value for each in found.history] == ["planned", "cancelled", "held"]
    assert found.state == "agreed"


@pytest.mark.parametrize(
    ("other", "wanted"),
    [("Joint Military Committee", "agreed"), ("Joint Naval Committee", "conflict"), ("joint committee", "agreed")],
)
def test_bodies_that_were_not_joined_are_no_conflict_where_their_names_may_be_of_one(other: str, wanted: str) -> None:
    some = Told(body=Said("Portuguese-Spanish Joint Committee on Military Matters"))
    tellings = [told("a", some), told("b", replace(some, body=Said(other)))]
    resolved = [replace(each, body=f"B-{each.id}") for each in tellings]
    assert agreement(resolved).field("body").state == wanted
    assert agreement(replace(each, body="B-1") for each in tellings).field("body").state == "agreed"


# What is shown first.


def shown(field: str, *tellings: Telling[Told]) -> str | int | bool | None:
    first = agreement(tellings).field(field).first
    return first.value if first else None


def test_what_was_held_is_shown_before_what_was_announced() -> None:
    announced = [told(each, day("2031-05-12", status="planned"), on="2031-05-01") for each in "ab"]
    assert shown("start", *announced, told("c", day("2031-05-13"))) == "2031-05-13"


def test_of_announcements_the_later_is_shown() -> None:
    first = told("a", day("2031-05-17", status="planned"), on="2031-05-04")
    assert shown("start", first, told("b", day("2031-06", status="planned"), on="2031-05-13")) == "2031-06"


def test_the_more_precise_is_shown_before_what_more_tell() -> None:
    assert (
        shown("start", told("a", day("2031-05")), told("b", day("2031-05")), told("c", day("2031-05-12")))
        == "2031-05-12"
    )


def test_what_more_reports_tell_is_shown_before_what_an_outlet_at_home_tells() -> None:
    some = Told(session_number=Said(2), country=Said("PT"))
    other = replace(some, session_number=Said(3))
    found = shown("session_number", told("a", other, outlet="PT"), told("b", some), told("c", some))
    assert found == 2


def test_what_an_outlet_at_home_tells_is_shown_before_what_was_told_earlier() -> None:
    early = told("a", general("Brigadier General"), on="2031-05-12", outlet="ES")
    home = agreement([early, told("b", general("Major General"), on="2031-05-14", outlet="PT")])
    first = home.field("rank", person="P-1").first
    assert first is not None
    assert first.value == "Major General"


def test_else_what_was_told_first_is_shown() -> None:
    early = told("b", Told(session_number=Said(3)), on="2031-05-12")
    assert shown("session_number", told("a", Told(session_number=Said(2))), early) == 3


def test_what_people_accept_is_shown_first_and_settles_a_conflict() -> None:
    tellings = [told("a", Told(session_number=Said(2))), told("b", Told(session_number=Said(3)))]
    assert agreement(tellings).field("session_number").state == "conflict"
    found = agreement(tellings, decided={("b", "session_number", 0, 1): decision("accept")}).field("session_number")
    assert values(found) == [3, 2]
    assert found.state == "decided"


def test_what_people_reject_is_kept_and_never_shown_first() -> None:
    tellings = [told("a", Told(session_number=Said(2))), told("b", Told(session_number=Said(3)))]
    found = agreement(tellings, decided={("a", "session_number", 0, 1): decision("reject")}).field("session_number")
    assert values(found) == [3, 2]
    assert found.state == "single"
    alone = agreement(tellings[:1], decided={("a", "session_number", 0, 1): decision("reject")}).field("session_number")
    assert alone.first is None
    assert values(alone) == [2]


def test_what_people_put_in_stands_for_what_was_told() -> None:
    tellings = [told("a", Told(place=Said("Lisbon")))]
    found = agreement(tellings, decided={("a", "place", 0, 1): decision("edit", "Belém Palace")}).field("place")
    assert found.first is not None
    assert (found.first.value, found.first.verdict) == ("Belém Palace", "edit")
    assert found.first.vouchers[0].told.value == "Lisbon"


def decision(verdict: Verdict, value: str | None = None) -> Decision:
    return Decision(id="D-1", verdict=verdict, by="somebody", at="2031-06-01T00:00:00Z", value=value)


# Laws.

ACCOUNTS = st.builds(
    Told,
    status=st.sampled_from(["held", "planned", "under way"]).map(Said),
    start=st.sampled_from([None, Said("2031-05-12"), Said("2031-05-13"), Said("2031-05"), Said("2031")]),
    place=st.sampled_from([None, Said("Lisbon"), Said("Porto"), Said("the palace")]),
    session_number=st.sampled_from([None, Said(2), Said(3)]),
    participants=st.sampled_from(
        [
            (),
            general("General").participants,
            general("Major General").participants,
            head("P-2", "Rui Santos").participants,
        ]
    ),
)
DAYS = st.sampled_from(["2031-05-12", "2031-05-13", "2031-06-01", None])


@st.composite
def tellings(draw: st.DrawFn) -> list[Telling[Told]]:
    return [told(f"{nth}", each, on=draw(DAYS)) for nth, each in enumerate(draw(st.lists(ACCOUNTS, max_size=5)))]


@given(tellings(), st.randoms())
def test_the_order_of_accounts_does_not_matter(some: list[Telling[Told]], chance: random.Random) -> None:
    mixed = list(some)
    chance.shuffle(mixed)
    assert agreement(mixed) == agreement(some)


@given(tellings())
def test_nothing_told_is_lost(some: list[Telling[Told]]) -> None:
    found = agreement(some)
    for telling in some:
        for name in ("status", "start", "place", "session_number"):
            value = getattr(telling.account, name)
            vouchers = [each.account for kept in found.field(name).values for each in kept.vouchers]
            assert (telling.id in vouchers) == (value is not None)


@given(tellings())
def test_a_conflict_needs_two_reports(some: list[Telling[Told]]) -> None:
    for field in agreement(some).conflicts:
        assert len({each.report for value in field.values for each in value.vouchers}) > 1
        assert len(field.values) > 1


def test_who_led_is_decided_by_the_words_that_say_so() -> None:
    def leading(person: str, name: str) -> Told:
        who = Who(person=person, name=Said(name), party=Said("PT"), leads=Said(True, start=40, end=44))
        return Told(participants=(who,))

    tellings = [told("a", leading("P-1", "Ana Cruz")), told("b", leading("P-2", "Rui Santos"))]
    assert agreement(tellings).field("leads", party="PT").state == "conflict"
    found = agreement(tellings, decided={("b", "leads", 40, 44): decision("accept")}).field("leads", party="PT")
    assert (found.state, values(found)) == ("decided", ["P-2", "P-1"])
    other = agreement(tellings, decided={("b", "leads", 0, 1): decision("accept")}).field("leads", party="PT")
    assert other.state == "conflict"  # the words of a name say nothing of who led
