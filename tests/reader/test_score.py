"""Every value has a score, measured where there is a measure and borrowed where there is none."""

from pathlib import Path

import pytest

from communique import Reader, examples
from communique.errors import LexiconError
from communique.lexicon.tables import table
from communique.reader import score as module
from communique.reader.rules import rules
from communique.reader.score import ALL, COLUMNS, SCORES, keys, score, values
from communique.reading import citations
from communique.report import Cited

ROWS = {row["value"]: row for row in table(SCORES, COLUMNS)}


@pytest.fixture
def measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A table of scores of its own."""
    path = tmp_path / "rule_scores.tsv"
    rows = ["value\tright\tseen\tscore", "* *\t8\t10\t0.800", "kind *\t7\t10\t0.700"]
    rows += ["kind engagements.verb.*\t6\t9\t0.600", "kind engagements.verb.hug\t1\t8\t0.200"]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    monkeypatch.setattr(module, "SCORES", path)
    module._measured.cache_clear()
    monkeypatch.setattr(module, "_measured", module._measured.__wrapped__)
    return path


def test_the_narrowest_measure_counts(measured: Path) -> None:
    assert score("kind", "engagements.verb.hug") == 0.2
    assert score("kind", "engagements.verb.wave") == 0.6
    assert score("kind", "oracle.says") == 0.7
    assert score("mood", "oracle.says") == 0.8


@pytest.mark.parametrize("wrong", ["much", "1.2", "-0.1"])
def test_a_score_that_is_no_share_is_told(measured: Path, wrong: str) -> None:
    measured.write_text(measured.read_text(encoding="utf-8").replace("0.700", wrong), encoding="utf-8")
    with pytest.raises(LexiconError, match=r"rule_scores.tsv:3: score .* is not a number from 0 to 1"):
        score("kind", "engagements.verb.hug")


def test_a_table_without_the_whole_is_told(measured: Path) -> None:
    measured.write_text("value\tright\tseen\tscore\n", encoding="utf-8")
    with pytest.raises(LexiconError, match="measure the scores anew"):
        score("kind", "oracle.says")


def test_keys_go_from_the_widest_to_the_narrowest() -> None:
    assert keys("kind", "engagements.verb.hug") == (
        "* *",
        "kind *",
        "kind engagements.verb.*",
        "kind engagements.verb.hug",
    )
    assert keys("name", "names.run") == ("* *", "name *", "name names.run")  # a rule that is its own family, once


def test_the_table_that_ships_is_of_rules_there_are() -> None:
    families = {key.split(" ")[1] for key in ROWS} - {ALL}
    assert len(ROWS) > 100
    assert {family for family in families if "*" in family} <= set(rules())
    assert all(int(row["right"]) <= int(row["seen"]) for row in ROWS.values())


UNMEASURED = {"engagements.mentions"}  # gold has one trigger an engagement, and none of its other words


def test_every_value_of_a_reading_has_a_path_and_a_score() -> None:
    for reading in Reader().read_many(examples.reports()):
        found = list(values(reading.to_json()))
        cited = [each for each in citations(reading) if isinstance(each, Cited)]
        assert [each.cited["quote"] for each in found] == [each.quote for each in cited]
        assert len({each.path for each in found}) == len(found)
        assert all(0 < score(each.field, each.cited["rule"]) < 1 for each in found)
        assert {each.field for each in found if f"{each.field} {ALL}" not in ROWS} <= UNMEASURED
