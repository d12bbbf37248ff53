"""Whatever the text, it is read: no exception, every citation true, and work that grows as the text does."""

import json
import random
import sys
import time
from collections.abc import Callable
from types import FrameType

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique import Reader, Report, examples, read
from communique.reader.marks import mark
from communique.reader.parser import LONGEST_SENTENCE, paragraph_starts, parser
from communique.reader.words import plain
from communique.reading import Reading

# Characters that tokenizers, regular expressions and JSON have stumbled over.
ODD = (
    "😀",
    "\u202e",
    "\0",
    "\ud800",
    "\u200b",
    "\t",
    '"',
    "(",
    "«",
    "\r\n",
    "'s",
    "<b>",
    "***",
    "\u2028",
    "İ",
    "ﬁ",
    " to ",
)

MEETING = (
    "The Minister of Defence of Kenya, General Amina Example, met her Ugandan counterpart, Colonel Peter Sample, "
    "in Nairobi on 3 May 2021 to discuss training"
)

# Texts of one thing over and over; each is `n` times its unit.
UNITS = {
    "spaces": " ",
    "empty lines": " \n",
    "zeros": "\0",
    "quotation marks": '"',
    "brackets": "(",
    "commas": ", ",
    "full stops": ". ",
    "smileys": "😀",
    "accents": "a\u0301",
    "lone surrogates": "\ud800",
    "capitals": "MINISTERS MEET ",
    "names": "General Amina Example, ",
    "offices": "Minister of ",
    "heads of offices": "Minister ",
    "states": "Kenya ",
    "dates": "3 May 2021, ",
    "figures": "3-5 ",
    "a verb": "met ",
    "infinitives": "to meet ",
    "speech": "said that he ",
    "visits": "arrived in Nairobi ",
    "bodies": "third meeting of the Joint Working Group ",
    "signings": "signed an agreement ",
    "titles": "Ministers to meet in Oslo\n",
    "one sentence": f"{MEETING} and ",
    "paragraphs": f"{MEETING}.\n\n",
}


def assert_read(text: str) -> Reading:
    """A text is read, with and without the gate, and each reading is the same after a way through JSON."""
    gated = read(text, published="2021-05-04")
    assert Reading.from_json(json.loads(json.dumps(gated.to_json())), text) == gated
    reading = Reader(gated=False).read(Report("report", text, published="2021-05-04"))
    assert Reading.from_json(json.loads(json.dumps(reading.to_json())), text) == reading
    return reading


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=300))
def test_any_characters_are_read(text: str) -> None:
    assert_read(text)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*MEETING.split(), *ODD, ".", "\n\n", "and", "he", "said", "the"]), max_size=60))
def test_words_of_reports_in_any_order_are_read(words: list[str]) -> None:
    assert_read(" ".join(words))


def test_pieces_of_reports_are_read() -> None:
    chance = random.Random(20211124)
    texts = [report.text for report in examples.reports()]
    for _ in range(200):
        text = chance.choice(texts)
        start = chance.randrange(len(text))
        assert_read(chance.choice(_CHANGES)(text[start : start + chance.randint(1, 600)], chance))


def _with_odd(text: str, chance: random.Random) -> str:
    letters = list(text)
    for _ in range(len(letters) // 30 + 1):
        letters.insert(chance.randrange(len(letters) + 1), chance.choice(ODD))
    return "".join(letters)


_CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    lambda text, _: text,
    lambda text, _: text.upper(),
    lambda text, _: text.replace("\n", " "),
    lambda text, _: text.replace(" ", "\n"),
    lambda text, _: "\n\n".join(reversed(text.split("\n\n"))),
    _with_odd,
)


@pytest.mark.parametrize("kind", UNITS)
def test_work_grows_as_the_text_does(kind: str) -> None:
    """Counted in calls, which are the same on every machine: twice the text is twice the work, with room to spare."""
    unit = UNITS[kind]
    number = max(40, 2400 // len(unit))
    once, twice = _calls(unit * number), _calls(unit * 2 * number)
    assert twice <= 2.8 * once + 5000


def _calls(text: str) -> int:
    """How many calls, of Python and of what is below, the rules take over a text that is parsed already."""
    from communique.reader.reader import _look, _read

    doc = parser()(plain(text) or " ")
    number = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        _read(_look(Report("report", text, published="2021-05-04"), gated=False), doc)
    finally:
        sys.setprofile(before)
    return number


@pytest.mark.parametrize("sign", [" ", "\t", "(", '"', "😀", "_"])
def test_a_long_run_of_one_sign_is_not_tried_at_each_of_them(sign: str) -> None:
    """Where each of so many is the start of another trial, this takes minutes."""
    begun = time.process_time()
    text = plain(sign * 100_000)
    paragraph_starts(text)
    mark(text)
    parser()(text[:20_000])
    assert time.process_time() - begun < 10


def test_signs_that_are_no_run_are_kept() -> None:
    text = 'He said: "We agree" (twice) ... — ' + "-" * 10 + " [1]"
    assert plain(text) == text
    assert plain("x" + "(" * 100 + "y") == "x" + "(" * 16 + " " * 84 + "y"


def test_a_sentence_without_end_is_cut() -> None:
    doc = parser()("word " * 3 * LONGEST_SENTENCE)
    assert max(len(sentence) for sentence in doc.sents) <= LONGEST_SENTENCE


def test_headlines_of_what_is_to_come_are_read() -> None:
    for text in ("Ministers to Hold Talks in Oslo", "To Meet, To Discuss, To Agree", "to try to begin to plan to meet"):
        assert_read(text)


def test_a_noun_for_a_group_may_end_another_word() -> None:
    assert_read("The talks were about law-officers")
    assert_read("Kenya and Uganda sent co-delegates")


def test_an_empty_text_is_read() -> None:
    reading = assert_read("")
    assert not reading.engagements
