import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve import posts

OFFICES = [
    "Minister of Defence",
    "Kazakh Defense Minister",
    "Deputy Minister of Defence of the Republic of Kazakhstan",
    "vice defence minister",
    "Minister",
    "Minister of Internal Affairs",
    "Interior Minister",
    "Commander of the Naval Forces",
    "navy commander",
    "Chief of the General Staff",
    "co-chair",
    "Ambassador of Oman",
]


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Minister of Defence of the Republic of Kazakhstan", "Kazakh Defense Minister", "same"),
        ("Deputy Minister of Defence", "deputy defense ministers", "same"),
        ("Deputy Minister of Defence", "vice defence minister", "same"),
        ("Minister of Internal Affairs", "Interior Minister", "same"),
        ("Minister", "Minister of Defence", "fits"),
        ("Commander of the Naval Forces", "navy commander", "fits"),
        ("Minister of Defence", "Deputy Minister of Defence", "other"),
        ("Minister of Defence", "Chief of the General Staff", "other"),
        ("Minister of Defence", "co-chair", "unknown"),
        ("Minister of Defence", "Oman", "unknown"),
    ],
)
def test_offices(one: str, other: str, fit: str) -> None:
    assert posts.offices((one,), (other,)).fit == fit


@pytest.mark.parametrize(
    ("one", "other", "fit"),
    [
        ("Lt. Gen.", "Lieutenant General", "same"),
        ("Lieutenant General", "Major General", "level"),
        ("General", "Colonel", "other"),
        ("General", "Sheikh", "unknown"),
    ],
)
def test_ranks(one: str, other: str, fit: str) -> None:
    assert posts.ranks((one,), (other,)).fit == fit


def test_the_best_of_several_posts_counts() -> None:
    held = posts.offices(("co-chair", "Minister of Defence"), ("Chief of the General Staff", "Defence Minister"))
    assert (held.fit, held.one, held.other) == ("same", "Minister of Defence", "Defence Minister")
    assert posts.offices((), ("Minister",)) == posts.UNKNOWN


@pytest.mark.parametrize(
    ("offices", "rank", "post"),
    [
        (["Omani Minister of Defence", "head of the delegation"], "General", "minister"),
        (["head of the delegation"], "General", "chief delegation"),
        ([], "Lt. Gen.", "Lieutenant General"),
        ([], None, ""),
    ],
)
def test_a_post_in_words_of_its_own(offices: list[str], rank: str | None, post: str) -> None:
    assert posts.post_of(offices, rank) == post
    assert posts.post_of(reversed(offices), rank) == post


@given(*[st.lists(st.sampled_from(OFFICES), max_size=3).map(tuple)] * 2)
def test_posts_fit_in_either_order(some: tuple[str, ...], others: tuple[str, ...]) -> None:
    assert posts.offices(some, others).fit == posts.offices(others, some).fit
