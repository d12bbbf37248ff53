"""The loader takes good tables and says of bad ones what is wrong, where, and what to do."""

from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.lexicon import Column, table
from communique.lexicon.tables import Row

COLUMNS = [
    Column("name"),
    Column("kind", values=frozenset({"sea", "land"})),
    Column("grade", number=True),
    Column("other", optional=True, many=True),
]
GOOD = "# a comment\nname\tkind\tgrade\tother\nalpha\tsea\t1\t-\nbeta\tland\t12\tb;bee\n"


def write(folder: Path, text: str) -> Path:
    path = folder / "things.tsv"
    path.write_text(text, encoding="utf-8")
    return path


def test_rows_of_a_good_table(tmp_path: Path) -> None:
    rows = table(write(tmp_path, GOOD), COLUMNS)
    assert [row["name"] for row in rows] == ["alpha", "beta"]
    assert rows[0]["other"] == ""
    assert rows[0].many("other") == ()
    assert rows[1].many("other") == ("b", "bee")
    assert [row.line for row in rows] == [3, 4]


def test_plain_strings_are_required_columns(tmp_path: Path) -> None:
    (row,) = table(write(tmp_path, "name\tcode\nalpha\tAA\n"), ["name", "code"])
    assert row == Row("things.tsv", 2, {"name": "alpha", "code": "AA"})


def test_numbers_are_sorted_as_numbers(tmp_path: Path) -> None:
    rows = table(write(tmp_path, "n\tw\n2\ta\n10\tb\n"), [Column("n", number=True), "w"])
    assert [row["n"] for row in rows] == ["2", "10"]


@pytest.mark.parametrize(
    ("old", "new", "line", "words"),
    [
        ("alpha\tsea", "alpha\tsky", 3, "'sky' is unknown; use one of: land, sea"),
        ("\t1\t-", "\tone\t-", 3, "'one' is not a whole number"),
        ("alpha\tsea\t1\t-", "alpha\tsea\t1", 3, "3 cells instead of 4; put one tab"),
        ("alpha\tsea", "alpha\t", 3, "column kind: empty"),
        ("alpha\tsea", "alpha\t-", 3, "column kind: no value"),
        ("alpha", " alpha", 3, "a space at an end"),
        ("b;bee", "b;", 4, "column other: empty"),
        ("b;bee", "b; bee", 4, "a space at an end"),
        ("b;bee", "b;b", 4, "a value stands twice"),
        ("beta", "alpha", 4, "'alpha' stands twice; join it with line 3"),
        ("beta", "aa", 4, "'aa' is not in its place; sort the rows by name"),
        ("name\tkind", "kind\tname", 2, "the columns are, tab-separated: name, kind, grade, other"),
        ("beta\tland", "\nbeta\tland", 4, "an empty line"),
    ],
)
def test_a_broken_rule_is_named_with_its_line(tmp_path: Path, old: str, new: str, line: int, words: str) -> None:
    assert GOOD.count(old) == 1
    with pytest.raises(LexiconError) as raised:
        table(write(tmp_path, GOOD.replace(old, new)), COLUMNS)
    message = str(raised.value)
    assert message.startswith(f"things.tsv:{line}: ")
    assert words in message


def test_a_table_without_header(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"things\.tsv: no header line; begin with the line: name"):
        table(write(tmp_path, "# nothing\n"), COLUMNS)


def test_a_table_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match=r"absent\.tsv: cannot be read"):
        table(tmp_path / "absent.tsv", COLUMNS)
    with pytest.raises(LexiconError, match=r"absent\.tsv: cannot be read"):
        table("absent", COLUMNS)


def test_a_table_that_is_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "things.tsv"
    path.write_bytes(GOOD.replace("alpha", "älpha").encode("latin-1"))
    with pytest.raises(LexiconError, match="not UTF-8"):
        table(path, COLUMNS)


def test_a_row_makes_errors_about_itself() -> None:
    assert str(Row("things.tsv", 7, {}).error("odd", "mend it")) == "things.tsv:7: odd; mend it"
