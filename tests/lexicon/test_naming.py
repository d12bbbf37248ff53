import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from communique.errors import LexiconError
from communique.lexicon import naming, tables
from communique.resolve.folding import fold

DATA = Path(naming.__file__).parent / "data"


def test_tables_hold_what_their_readers_expect() -> None:
    assert naming.sounds()["gh"] == ("G", "any")
    assert naming.distances()["g", "G"] == naming.distances()["G", "g"] < 100
    assert naming.syllables()["Korean", "lee"] == naming.syllables()["Korean", "yi"]
    assert naming.given_names()["jon"] & naming.given_names()["jonathan"]
    assert naming.articles()["al"]
    assert naming.endings()[0] == max(naming.endings(), key=len)
    assert naming.custom_of("VN").strict_vowels
    assert naming.custom_of("ZZ") == naming.ANY_CUSTOM == naming.custom_of(None)
    assert ("c", "j") in naming.custom_of("TR").letters
    assert naming.office_words()["defense"] == ("defence",)
    assert naming.body_words()["naval"] == ("navy", "telling")


def test_every_sound_of_a_pair_is_a_sound() -> None:
    heard = {letter for sound, _ in naming.sounds().values() for letter in sound}
    assert {each for pair in naming.distances() for each in pair} <= heard


def test_given_names_are_written_as_they_are_compared() -> None:
    assert all(each == fold(each) for each in naming.given_names())


@pytest.mark.parametrize(
    ("table", "row", "read", "words"),
    [
        ("name_sound_pairs", "ž~qq\t5", naming.distances, "'ž~qq' are not two sounds; write one letter, ~, one letter"),
        ("name_customs", "ZZ\t-\t-\t-\t-\tcj", naming.customs, "'cj' does not say how letters are read"),
        ("body_words", "zzz\t-\tmuch", naming.body_words, "'much' is unknown; use one of: kind"),
        ("name_articles", "zzz\tmaybe", naming.articles, "'maybe' is unknown; use one of: no, yes"),
    ],
)
def test_a_wrong_row_is_named(
    table: str, row: str, read: Callable[[], Any], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(DATA, tmp_path / "data")
    path = tmp_path / "data" / f"{table}.tsv"
    path.write_text(path.read_text(encoding="utf-8") + row + "\n", encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda _: tmp_path)
    with pytest.raises(LexiconError, match=f"{table}.tsv:.*{words}"):
        read.__wrapped__()  # type: ignore[attr-defined]
