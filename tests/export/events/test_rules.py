from pathlib import Path

import pytest

from communique.errors import LexiconError
from communique.export.events.rules import DATA, rules

HEAD = ["nth", "rule", "kind", "status", "asks", "words", "cameo", "event", "mode", "context", "source"]
GOOD = ["1", "sample.call", "call", "held", "-", "-", "041", "CONSULT", "phone", "diplomatic", "all"]


def written(folder: Path, **changed: str) -> Path:
    cells = [changed.get(name, cell) for name, cell in zip(HEAD, GOOD, strict=True)]
    path = folder / "rules.tsv"
    path.write_text("\t".join(HEAD) + "\n" + "\t".join(cells) + "\n", encoding="utf-8")
    return path


def test_a_row_by_the_rules_is_taken(tmp_path: Path) -> None:
    (rule,) = rules(written(tmp_path))
    assert (rule.name, rule.cameo, rule.event, rule.mode) == ("sample.call", "041", "CONSULT", "phone")


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("cameo", "41", "no code of CAMEO"),
        ("cameo", "057", "not converted to CONSULT"),
        ("kind", "banquet", "banquet"),
        ("status", "hoped", "hoped"),
        ("source", "nobody", "nobody"),
    ],
)
def test_a_row_against_the_rules_is_told_with_its_file_and_line(
    tmp_path: Path, column: str, cell: str, said: str
) -> None:
    with pytest.raises(LexiconError, match=said) as told:
        rules(written(tmp_path, **{column: cell}))
    assert "rules.tsv" in str(told.value)
    assert "2" in str(told.value)


def test_the_table_that_comes_along_keeps_its_rules() -> None:
    assert rules(DATA / "rules.tsv")
