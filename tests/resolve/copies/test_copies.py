"""Copies of our own making, and what is told in the same words and is no copy."""

import random
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.copies import Told, address, judge, settle, sketch
from communique.resolve.copies.judging import How, Judged
from communique.resolve.copies.sketching import RUN

STORY = (
    "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, received her Chilean counterpart Juan Soto in Oslo on "
    "Tuesday. The ministers discussed the training of officers, the safety of shipping and a plan of cooperation for "
    "2020. Nygaard said that the two navies had worked together for ten years. Soto thanked his hosts and invited the "
    "minister to Santiago. On the same day the fifth session of the joint working group was held at Akershus. It was "
    "headed by Rear Admiral Per Hansen and by Commodore Luis Rojas. The sides signed a protocol on hydrography."
)
ABOVE = "Home | News | Media | Contacts\nSkip to the main content of this page\nSearch this site for news and photographs\n\n"
BELOW = (
    "\n\nSubscribe to our newsletter and be the first to know\nShare this on all your networks with your friends\n"
    "Viewed 3,451 times since 12 November 2026\nAll rights reserved by the editors of this paper"
)
NEXT_YEAR = (
    STORY.replace("May 3", "June 7").replace("Tuesday", "Friday").replace("2020", "2021").replace("fifth", "sixth")
)
REWORDED = STORY.replace("thanked his hosts and invited", "expressed thanks to his hosts and also invited").replace(
    "OSLO, May 3. ", "Oslo (Nordic Wire), May 3 – "
)


def told(id: str, text: str, **more: str) -> Told:  # noqa: A002
    return Told(id, text, **{"day": "2019-05-04", **more})


def both(one: Told, other: Told) -> Judged | None:
    """The judgement, the same in either order."""
    found = judge(one, other)
    assert found == judge(other, one)
    return found


@pytest.mark.parametrize(
    "copy",
    [
        STORY.replace(". ", ".\n\n"),
        ABOVE + STORY + BELOW,
        "Ministers of two navies meet in Oslo\n\n" + STORY,
        REWORDED,
        STORY.rpartition(" The sides")[0],
        STORY.replace("“", '"').upper(),
    ],
    ids=["other paragraphs", "furniture", "a headline", "words changed", "cut", "capitals"],
)
def test_a_story_put_out_again_is_a_copy_of_the_first(copy: str) -> None:
    assert sketch(STORY) & sketch(copy)
    found = both(told("b", STORY), told("a", copy, day="2019-05-05"))
    assert found
    assert (found.report, found.of, found.how) == ("a", "b", "copy")


@pytest.mark.parametrize(
    "other",
    [
        NEXT_YEAR,
        STORY.replace("May 3", "May 4"),
        STORY.replace("fifth", "sixth"),
        STORY.replace("Juan Soto", "Pedro Lagos").replace("Soto", "Lagos"),
        STORY.replace("Chilean", "Peruvian").replace("Santiago", "Lima"),
        STORY.replace("ten years", "twelve years"),
    ],
    ids=["next year", "another day", "another session", "another guest", "another state", "another number"],
)
def test_what_differs_in_a_date_a_number_or_a_name_is_no_copy(other: str) -> None:
    assert both(told("a", STORY), told("b", other)) is None


def test_what_is_told_in_the_same_words_long_after_is_no_copy() -> None:
    assert both(told("a", STORY), told("b", ABOVE + STORY, day="2020-05-04")) is None
    assert both(told("a", STORY), told("b", ABOVE + STORY, day="2019-05-18"))


def test_a_page_of_many_stories_is_no_copy_of_one_of_them() -> None:
    other = (
        STORY.replace("Norway", "Sweden").replace("Nygaard", "Berg").replace("Oslo", "Visby").replace("Soto", "Cruz")
    )
    assert both(told("a", STORY), told("b", f"{STORY}\n\n{other}\n\n{NEXT_YEAR}")) is None


@pytest.mark.parametrize(
    "mark", ["CORRECTED: ", "(Corrects the session) ", "UPDATE 2 - ", "[Updated] ", "Correction. "]
)
def test_what_says_that_it_corrects_takes_the_place_of_the_other(mark: str) -> None:
    found = both(told("a", mark + STORY.replace("fifth", "sixth")), told("b", STORY))
    assert found
    assert (found.report, found.of, found.how) == ("a", "b", "corrected")


def test_a_time_of_saving_is_no_correction() -> None:
    assert both(told("a", "Updated: 12 Nov 2026 14:33\n" + STORY.replace("fifth", "sixth")), told("b", STORY)) is None


def test_of_one_address_the_later_text_takes_the_place() -> None:
    page = "https://www.mod.example/news/17?utm_source=x#top"
    new = told("a", STORY.replace("fifth", "sixth"), url=page, retrieved="2019-05-06")
    old = told("b", STORY, url="http://mod.example/news/17/", retrieved="2019-05-05")
    found = both(new, old)
    assert found
    assert (found.report, found.of, found.how) == ("a", "b", "corrected")
    assert (
        both(told("c", "Something quite different is told on this page today, and nothing of that.", url=page), old)
        is None
    )


@pytest.mark.parametrize("url", [None, "", "https://mod.example", "https://mod.example/", "http://[broken"])
def test_what_is_no_page_has_no_address(url: str | None) -> None:
    assert address(url) is None


def test_a_sketch_is_like_what_datasketch_finds() -> None:
    minhash = pytest.importorskip("datasketch", reason="datasketch is not installed").MinHash
    chance = random.Random(4)
    words = STORY.split()
    shared = []
    for changed in (2, 12, 40):
        other = list(words)
        for nth in chance.sample(range(len(words)), changed):
            other[nth] = f"word{nth}"
        one, two = minhash(), minhash()
        for made, text in ((one, words), (two, other)):
            made.update_batch([" ".join(text[nth : nth + RUN]).encode() for nth in range(len(text))])
        shared.append((one.jaccard(two), len(sketch(" ".join(words)) & sketch(" ".join(other)))))
    assert sorted(shared) == shared[::-1]  # the more alike, the more bands in common
    assert shared[0][0] > 0.8
    assert shared[0][1] >= 8
    assert shared[-1][0] < 0.35
    assert shared[-1][1] <= 2


@given(st.text(max_size=200))
def test_any_text_is_itself_and_has_a_sketch_of_its_words(text: str) -> None:
    assert sketch(text) == sketch(f" {text.upper().lower()}\n") or text.casefold() != text.upper().lower().casefold()
    judge(told("a", text), told("b", text + STORY))


# Settling

DAYS = {each: (False, f"2019-05-0{nth}", each) for nth, each in enumerate("abcde", 1)}


def settled(*pairs: tuple[str, str, How]) -> dict[str, tuple[str, str]]:
    made: list[dict[str, tuple[str, str]]] = [
        {each.report: (each.of, each.how) for each in settle(DAYS, order)} for order in permutations(pairs)
    ]
    assert all(each == made[0] for each in made)
    return made[0]


def test_the_earliest_of_copies_counts() -> None:
    assert settled(("b", "a", "copy"), ("c", "b", "copy")) == {"b": ("a", "copy"), "c": ("a", "copy")}


def test_what_corrects_counts_in_the_place_of_what_it_corrects_and_of_its_copies() -> None:
    found = settled(("b", "a", "copy"), ("c", "a", "corrected"), ("d", "c", "copy"))
    assert found == {"a": ("c", "corrected"), "b": ("c", "corrected"), "d": ("c", "copy")}


def test_what_corrects_each_other_leaves_the_earliest() -> None:
    assert settled(("a", "b", "corrected"), ("b", "a", "corrected")) == {"b": ("a", "corrected")}
