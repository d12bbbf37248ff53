from hypothesis import given
from hypothesis import strategies as st

from communique.resolve import in_order

Met = tuple[int | None, str | None]


def ordered(*sessions: Met) -> list[Met]:
    return in_order(sessions, number=lambda each: each[0], day=lambda each: each[1])


def test_numbers_outrank_days() -> None:
    assert ordered((2, "2018-01-01"), (1, "2019-01-01")) == [(1, "2019-01-01"), (2, "2018-01-01")]


def test_sessions_without_a_number_stand_by_their_day() -> None:
    first, third = (1, "2017-01-01"), (3, "2021-01-01")
    assert ordered(third, (None, "2019-01-01"), first) == [first, (None, "2019-01-01"), third]
    assert ordered((None, "2022-01-01"), third, (None, "2023-01-01")) == [
        third,
        (None, "2022-01-01"),
        (None, "2023-01-01"),
    ]


def test_numbered_sessions_without_a_day_keep_their_place() -> None:
    assert ordered((2, None), (1, "2017-01-01"), (None, "2018-01-01")) == [
        (1, "2017-01-01"),
        (2, None),
        (None, "2018-01-01"),
    ]


def test_sessions_with_neither_come_last() -> None:
    assert ordered((None, None), (1, None)) == [(1, None), (None, None)]


MEETINGS = st.tuples(st.none() | st.integers(1, 9), st.none() | st.dates().map(str))


@given(st.lists(MEETINGS))
def test_none_is_lost_and_numbers_ascend(sessions: list[Met]) -> None:
    found = ordered(*sessions)
    assert sorted(map(str, found)) == sorted(map(str, sessions))
    numbers = [number for number, _ in found if number is not None]
    assert numbers == sorted(numbers)


@given(st.lists(MEETINGS, unique_by=lambda each: each[1]).filter(lambda all_: all(day for _, day in all_)))
def test_the_order_of_reading_does_not_matter(sessions: list[Met]) -> None:
    assert ordered(*sessions) == ordered(*reversed(sessions))
