"""What waits for review, listed and decided at once, as somebody types it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from communique import examples
from communique.cli import main
from communique.cli.review import MOST
from communique.reader import Reader
from communique.record import Record
from communique.record.deciding import at_once


class Answer(NamedTuple):
    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("kept") / "examples.db"
    reports = list(examples.reports())
    with Record(path) as record:
        record.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return path


@pytest.fixture
def path(kept: Path, tmp_path: Path) -> Path:
    return Path(shutil.copy(kept, tmp_path / "a.db"))


@pytest.fixture
def ask(path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Ask:
    monkeypatch.setenv("COMMUNIQUE_RECORD", str(path))
    monkeypatch.setenv("COMMUNIQUE_USER", "desk")
    monkeypatch.setenv("COLUMNS", "160")
    for name in ("FORCE_COLOR", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)

    def asked(*arguments: str) -> Answer:
        status = main(("review", *arguments) if arguments[0].startswith("--") else arguments)
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return asked


def rule_of_few(path: Path) -> str:
    with Record(path, read_only=True) as record:
        rules = [each.rule for each in record.doubts(below=1).entries if each.field == "topic"]
    return next(each for each in rules if 1 < rules.count(each) < 9)


def lines(answer: Answer) -> list[Any]:
    return [json.loads(each) for each in answer.out.splitlines()]


def test_values_are_listed_with_their_words_and_scores(ask: Ask, path: Path) -> None:
    rule = rule_of_few(path)
    found = ask("--rule", rule, "--below", "1").out
    with Record(path, read_only=True) as record:
        wanted = record.doubts(below=1, rule=rule).entries
    assert all(each.of in found and f"{each.score:.2f}" in found for each in wanted)
    assert f"{len(wanted)} values" in found
    assert "Nothing waits" in ask("--rule", "none.such").out


def test_all_of_a_filter_are_decided_and_taken_back(ask: Ask, path: Path) -> None:
    asked = ("--rule", rule_of_few(path), "--below", "1")
    before = ask(*asked).out
    made = ask(*asked, "--decide", "reject", "--why", "names").out
    group = made.split()[0]
    assert group.startswith("G-")
    assert f"communique undo {group}" in made
    with Record(path, read_only=True) as record:
        assert {(each.verdict, each.made_by, each.why) for each in record.decisions()} == {("reject", "desk", "names")}
    assert "Nothing waits" in ask(*asked).out
    assert f"{group} is taken back" in ask("undo", group).out
    assert ask(*asked).out == before


def test_what_cannot_be_decided_is_said(ask: Ask, path: Path) -> None:
    with Record(path, read_only=True) as record:
        every = record.doubts(below=1).entries
    rules = {each.rule for each in every if each.field == "status"}
    only = next(rule for rule in rules if {each.field for each in every if each.rule == rule} == {"status"})
    answer = ask("--rule", only, "--below", "1", "--decide", "reject", "--limit", "1")
    assert answer.out == "Nothing was decided.\n"
    assert "always has one" in answer.err
    wrong = ask("--decide", "same")
    assert (wrong.status, "accept, reject, unsure" in wrong.err) == (1, True)


def test_pairs_and_what_somebody_was_unsure_of(ask: Ask, path: Path) -> None:
    with Record(path, read_only=True) as record:
        kind = next(each for each in ("person", "body", "engagement") if record.alike(each))
        first = record.alike(kind)[0]
    assert first.left in ask("--what", kind).out
    made = ask("--what", kind, "--limit", "1", "--decide", "unsure", "--json").json
    assert (len(made["decided"]), made["refused"]) == (1, [])
    assert first.left in ask("--what", kind, "--unsure").out
    ask("--below", "1", "--limit", "2", "--decide", "unsure")
    assert ask("--unsure", "--limit", "2").out.count("E-") == 2


def test_as_many_as_the_record_decides_on_at_once() -> None:
    assert MOST == at_once.MOST
