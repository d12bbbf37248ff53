"""The benchmarks run, and say what they were asked to measure."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from bench.perturbed import perturbed
from bench.slices import measure, slices_of

from communique import examples
from communique.reader import Reader
from communique.report import Report

PROJECT = Path(__file__).parents[1]


def bench(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "bench", *arguments]
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False, cwd=PROJECT)


def rows(*arguments: str) -> dict[str, dict[str, Any]]:
    """What a run found, by what it is of; the file it wrote is taken away again."""
    done = bench(*arguments)
    assert done.returncode == 0, done.stderr
    written = PROJECT / done.stderr.split("written to ")[1].split()[0]
    found = json.loads(written.read_text(encoding="utf-8"))
    written.unlink()
    assert all(row["what"] in done.stdout for row in found["rows"])
    return {row["what"]: row for row in found["rows"]}


def test_all_benchmarks_run_where_none_is_named() -> None:
    found = rows("--reports", "3", "--runs", "1", "--short")
    assert {what: row["unit"] for what, row in found.items() if not what.startswith(("steps: ", "ask "))} == {
        "reading: communique": "reports/s",
        "reading: its parser alone": "reports/s",
        "reading: spaCy, full pipeline": "reports/s",
        "reading: communique to spaCy": "×",
        "start: python -c pass": "s",
        "start: import communique": "s",
        "start: communique --help": "s",
        "start: first reading": "s",
        "read into a record: peak memory": "MB",
        "read into a record: rate": "reports/s",
        "add to a record": "reports/s",
        "add to a record of 30 reports": "ms",
        "add to a record of 300 reports": "ms",
        "add to a record: large to small": "×",
    }
    assert sum(what.startswith("ask a record of ") for what in found) == 10  # the ten questions
    assert all(row["median"] > 0 for row in found.values())
    assert found["start: import communique"]["median"] < found["start: first reading"]["median"]


def test_the_steps_add_up_to_all_rules() -> None:
    found = {
        what.removeprefix("steps: "): row["median"]
        for what, row in rows("steps", "--reports", "2", "--runs", "1", "--short").items()
    }
    told = sum(taken for what, taken in found.items() if what not in ("parser", "all rules"))
    assert told == pytest.approx(found["all rules"])
    assert all(taken > 0 for taken in found.values())


def test_pages_and_deciding_are_measured_where_they_are_named() -> None:
    found = rows("pages", "deciding", "--reports", "2", "--runs", "1", "--short")
    made, kept = (
        {what.partition(when + ", ")[0] for what in found if f"{when}, p95" in what} for when in ("", " again")
    )
    assert len(kept) > 15
    assert kept < made
    assert all(row["median"] > 0 for row in found.values())
    assert found["decide: 8 reviewers at once, 1,000 decisions"]["unit"] == "a second"


def test_a_figure_has_its_spread() -> None:
    (row,) = rows("adding", "--reports", "2", "--runs", "3").values()
    assert [row["least"], row["median"], row["greatest"]] == sorted(row["values"])


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (["writing"], "no benchmark is called 'writing'; there are reading, start"),
        (["accuracy", "start"], "accuracy runs alone"),
        (["start", "--pin"], "--pin goes with accuracy"),
        (["figures", "scores"], "scores runs alone"),
        (["figures", "--gold", "x.gold.jsonl"], "--gold goes with scores"),
        (["--runs", "0"], "0 is not 1 or more"),
    ],
)
def test_wrong_use_is_told(arguments: list[str], what: str) -> None:
    done = bench(*arguments)
    assert done.returncode == 2
    assert what in done.stderr


def test_perturbed_readings_tell_of_others_in_a_text_that_bears_them_out() -> None:
    report = Report(
        "r1",
        "On 12 May 2022 the Defence Minister of Kenya, Wanjiru Karanja, received the Ambassador of Finland, Pekka Salonen.",
        published="2022-05-12",
    )
    pairs = [(report, Reader().read(report))]
    made = list(perturbed(pairs, 3))
    assert made == list(perturbed(pairs, 3))
    assert len({each.digest for each, _ in made}) == len({each.id for each, _ in made}) == 3
    for other, reading in made:
        (account,) = reading.engagements
        host = account.participants[0]
        assert host.name
        assert host.name.value == other.text[host.name.start : host.name.end] != "Wanjiru Karanja"
        assert host.party
        assert host.party.value != "KE"
        assert account.start
        assert account.start.value == other.published != "2022-05-12"


def test_slices_of_reports_are_read_and_their_citations_true() -> None:
    texts = [each.text for each in examples.reports()]
    found, wrong = measure(texts, 60)
    assert wrong == []
    assert found["citations"] > 100
    assert found["encounters"] > 5


def test_slices_are_the_same_again_and_of_every_length() -> None:
    texts = ["They met in Tbilisi. " * 300]
    one, two = (list(slices_of(texts, 200)) for _ in range(2))
    assert one == two
    assert {len(str(len(each.text))) for each in one} == {1, 2, 3, 4}
