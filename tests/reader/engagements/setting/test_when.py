"""When: which of a sentence's times are an encounter's days, and which are somebody else's."""

import pytest

from communique import read
from communique.reading import Account

# A Wednesday.
PUBLISHED = "2022-03-16"
MINISTER = "Defence Minister of Estonia Tarvo Kuusmets"
GUEST = "Defence Minister of Latvia Arnis Bērzkalns"


def accounts(text: str, kind: str) -> list[Account]:
    """The accounts of one kind, in order."""
    reading = read(text, published=PUBLISHED)
    return [account for account in reading.engagements if account.kind.value == kind]


def days(text: str, kind: str = "meeting") -> tuple[str | None, str | None]:
    """Start and end of the first account of a kind."""
    found = accounts(text, kind)
    assert found, text
    start, end = found[0].start, found[0].end
    return (start.value if start else None, end.value if end else None)


@pytest.mark.parametrize(
    ("text", "start"),
    [
        (f"{MINISTER} received {GUEST} in Tallinn on Tuesday.", "2022-03-15"),
        (f"On 14 March {MINISTER}, accompanied by a large team, received in Tallinn {GUEST}.", "2022-03-14"),
        (f"{MINISTER} met on Monday with {GUEST}, who had arrived in Tallinn on Sunday.", "2022-03-14"),
        (f"{MINISTER} will meet {GUEST} in Tallinn on Friday.", "2022-03-18"),
        (f"{MINISTER} met {GUEST} yesterday to review the memorandum signed in Riga in 2012.", "2022-03-15"),
    ],
)
def test_the_day_is_that_of_the_clause(text: str, start: str) -> None:
    assert days(text) == (start, start)


@pytest.mark.parametrize(
    "text",
    [
        f"{MINISTER} met with {GUEST} to discuss the cooperation plan for 2022.",
        f"{MINISTER} met with {GUEST}, who has held his office since 2019.",
        f"{MINISTER} met with {GUEST} to review the agreement of 2010.",
    ],
)
def test_a_year_of_something_else_dates_nothing(text: str) -> None:
    assert days(text) == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{GUEST} arrived in Tallinn on Tuesday on an official visit.", ("2022-03-15", None)),
        (f"{GUEST} arrived in Tallinn on Tuesday on a three-day official visit.", ("2022-03-15", "2022-03-17")),
        (f"{GUEST} will leave for Estonia on Sunday.", ("2022-03-20", None)),
    ],
)
def test_arrivals_and_departures_give_a_start(text: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text, "visit") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("wound up on Tuesday in Tallinn after two days of talks.", ("2022-03-14", "2022-03-15")),
        ("started in Tallinn on Tuesday and will last until Friday.", ("2022-03-15", "2022-03-18")),
        ("started today in Tallinn. It will continue for three days.", ("2022-03-16", "2022-03-18")),
        ("was held in Tallinn on 28 February and 1 March.", ("2022-02-28", "2022-03-01")),
        ("was held in Tallinn on 14 and 15 March.", ("2022-03-14", "2022-03-15")),
    ],
)
def test_edges_and_lengths_of_sessions(text: str, expected: tuple[str, str]) -> None:
    opening = "The fifth session of the Estonian-Latvian Joint Defence Committee "
    assert days(opening + text, "session") == expected


def test_what_is_joined_to_an_encounter_shares_its_day() -> None:
    text = f"{MINISTER} received {GUEST} in Tallinn on Tuesday.\n\nBefore the meeting Minister Bērzkalns laid a wreath at the War Memorial."
    assert days(text, "ceremony") == ("2022-03-15", "2022-03-15")


def test_a_new_date_takes_the_place_of_the_old() -> None:
    text = "The Estonian-Latvian summit planned for 18 March in Tallinn has been postponed to 22 April."
    assert days(text, "conference") == ("2022-04-22", "2022-04-22")


def test_the_finer_of_two_tellings_dates_an_encounter() -> None:
    text = (
        f"This month {GUEST} will travel to Estonia. On Friday, March 25, {GUEST} will travel to Estonia and Finland."
    )
    assert days(text, "visit") == ("2022-03-25", "2022-03-25")


def test_the_day_of_the_announcement_is_not_that_of_the_visit() -> None:
    text = f"The ministry announced today the visit of {GUEST} to Estonia on 29 March."
    assert days(text, "visit") == ("2022-03-29", "2022-03-29")


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        (f"{MINISTER} received {GUEST} in Tallinn on Tuesday. After the lunch they signed a memorandum.", "signing", ("2022-03-15", "2022-03-15")),
        (f"{MINISTER} received {GUEST} in Tallinn on Tuesday. The minutes were signed when the talks were over.",
         "signing", ("2022-03-15", "2022-03-15")),
        (f"{GUEST} is on a visit to Estonia from Tuesday to Friday.", "visit", ("2022-03-15", "2022-03-18")),
        (f"{GUEST} flies to Tallinn on Friday.", "visit", ("2022-03-18", None)),
        (f"{MINISTER} and {GUEST} prepared the Defence Dialogue, scheduled to be held in Tartu from April 10 to 12.",
         "session", ("2022-04-10", "2022-04-12")),
    ],
)  # fmt: skip
def test_days_lent_and_days_ahead(text: str, kind: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text, kind) == expected


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (f"{MINISTER} will meet {GUEST} on Friday. In the afternoon {GUEST} will be received by President of Estonia Ann Org.",
         "meeting", "2022-03-18"),
        (f"{MINISTER} met {GUEST} in February on the margins of the Arctic Security Summit in Tromsø.",
         "conference", "2022-02"),
        (f"{GUEST} will visit Estonia in the autumn of 2023.", "visit", "2023"),
    ],
)  # fmt: skip
def test_days_to_come_are_lent_and_months_shared(text: str, kind: str, start: str) -> None:
    starts = [account.start.value if account.start else None for account in accounts(text, kind)]
    assert starts
    assert starts[-1] == start


def test_an_encounter_named_only_as_what_came_before_has_not_the_day_of_the_other() -> None:
    text = (
        f"{MINISTER} met with {GUEST} in Tallinn on Monday. They spoke of the Baltic Sea following the recent phone call "
        "between President of Estonia Mart Laar-Tamm and President of Latvia Juris Ozols."
    )
    assert days(text) == ("2022-03-14", "2022-03-14")
    assert days(text, "call") == (None, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a day of something else that is named beside it
        (f"{MINISTER} met with {GUEST} to prepare the summit of 2 April in Riga.", (None, None)),
        # the day of the occasion at which something was done
        (f"{MINISTER} met {GUEST} at a forum held in Tallinn on Monday.", ("2022-03-14", "2022-03-14")),
    ],
)
def test_days_of_what_is_named_beside_it(text: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text) == expected


COMMISSION = "of the Estonian-Latvian Joint Commission"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"The sixth session {COMMISSION}, created in 1996, ended in Riga on Tuesday.", (None, "2022-03-15")),
        (f"The meeting {COMMISSION} has started today and will continue tomorrow.", ("2022-03-16", "2022-03-17")),
        (f"The sixth session {COMMISSION} drew to a close today after three days.", ("2022-03-14", "2022-03-16")),
        (
            f"The sixth session {COMMISSION} is under way. The session, which opened on Monday, will end on Friday.",
            ("2022-03-14", "2022-03-18"),
        ),
    ],
)
def test_sessions_have_two_ends(text: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text, "session") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{GUEST} leaves this afternoon for Estonia, where he will stay until Friday.", ("2022-03-16", "2022-03-18")),
        (f"{GUEST} is expected in Estonia on Monday.", ("2022-03-21", None)),
        (
            f"{GUEST} arrived in Tallinn on Tuesday. During the two-day visit he will tour the port.",
            ("2022-03-15", "2022-03-16"),
        ),
    ],
)
def test_how_long_a_visit_lasts(text: str, expected: tuple[str | None, str | None]) -> None:
    assert days(text, "visit") == expected


def test_a_programme_in_the_plain_present() -> None:
    text = f"{GUEST} will travel to Estonia tomorrow. On Friday he meets {MINISTER} in Tallinn."
    (meeting,) = accounts(text, "meeting")
    assert meeting.status.value == "planned"
    assert days(text) == ("2022-03-18", "2022-03-18")


def test_earlier_in_the_day_is_the_day_of_what_was_held() -> None:
    text = (
        f"{MINISTER} met {GUEST} in Tallinn on Tuesday. The ministers will meet again on 2 May. "
        f"Earlier in the day Bērzkalns laid a wreath at the Freedom Monument."
    )
    assert days(text, "ceremony") == ("2022-03-15", "2022-03-15")


def test_on_the_margins_of_a_session_of_many_days() -> None:
    text = (
        "The sixth session of the Estonian-Latvian Joint Commission took place in Tallinn on 14-15 March. "
        f"{MINISTER} met {GUEST} on Monday. On the margins of the session an agreement was signed."
    )
    assert days(text, "signing") == (None, None)
