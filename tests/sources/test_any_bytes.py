"""Files that are broken anywhere: each source gives reports and Problems, and nothing else. `make fuzz` tries more."""

import pytest
from fuzz.seeds import SEEDS
from fuzz.targets import TARGETS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.sources import FORMATS

SLOW = {"pdf", "word", "web_page", "saved_page", "web_archive", "zip_archive", "mail", "mailbox", "parquet_table"}
FEW, MORE = 8, 25  # examples; the slow ones parse pages and documents


@st.composite
def broken(draw: st.DrawFn, seed: bytes) -> bytes:
    """A true file with some of its bytes exchanged, cut out, put in, or said twice."""
    raw = bytearray(seed)
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, max(0, len(raw) - 1)))
        length = draw(st.integers(0, 40))
        match draw(st.sampled_from(["exchange", "cut", "twice", "put"])):
            case "exchange":
                raw[at : at + length] = draw(st.binary(min_size=length, max_size=length))
            case "cut":
                del raw[at : at + length]
            case "twice":
                raw[at:at] = raw[at : at + length]
            case _:
                raw[at:at] = draw(
                    st.sampled_from([b"\0", b'"', b"<", b"&#0;", b"\r\n\r\n", b"\xff\xfe", b"-1", b"9" * 30])
                )
    return bytes(raw)


def test_each_format_is_fuzzed_from_a_file_that_is_one() -> None:
    names = {each.__name__.rpartition(".")[2] for each in FORMATS}  # type: ignore[attr-defined]
    assert names == set(SEEDS)
    assert names | {"history_markup", "history_lines", "reader"} == set(TARGETS)


@pytest.mark.parametrize("name", SEEDS)
def test_a_broken_file_gives_reports_and_problems_and_nothing_else(name: str) -> None:
    @settings(max_examples=FEW if name in SLOW else MORE, deadline=None, suppress_health_check=[HealthCheck.too_slow])
    @given(broken(SEEDS[name]()))
    def held(raw: bytes) -> None:
        TARGETS[name](raw)

    held()


@settings(max_examples=15, deadline=None)
@given(st.text(alphabet=st.characters(), max_size=200))
def test_the_reader_cites_truly_whatever_it_is_given(text: str) -> None:
    TARGETS["reader"](f"{text} met the Minister of Defence of Georgia. {text}".encode("utf-8", "replace"))
