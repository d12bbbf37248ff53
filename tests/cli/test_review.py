"""What waits for review, listed and decided at once, as somebody types it."""

import json
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Answer, Ask, Console

from communique.cli.review import MOST
from communique.record import Record
from communique.record.deciding import at_once


@pytest.fixture
def ask(record_copy: Path, console: Console) -> Ask:
    asked = console(record_copy, columns=160)
    return lambda *arguments: asked(*(("review", *arguments) if arguments[0].startswith("--") else arguments))


def rule_of_few(path: Path) -> str:
    with Record(path, read_only=True) as record:
        rules = [each.rule for each in record.doubts(below=1).entries if each.field == "topic"]
    return next(each for each in rules if 1 < rules.count(each) < 9)


def lines(answer: Answer) -> list[Any]:
    return [json.loads(each) for each in answer.out.splitlines()]


def test_values_are_listed_with_their_words_and_scores(ask: Ask, record_copy: Path) -> None:
    rule = rule_of_few(record_copy)
    found = ask("--rule", rule, "--below", "1").out
    with Record(record_copy, read_only=True) as record:
        wanted = record.doubts(below=1, rule=rule).entries
    assert all(each.of in found and f"{each.score:.2f}" in found for each in wanted)
    assert f"{len(wanted)} values" in found
    assert "Nothing waits" in ask("--rule", "none.such").out


def test_all_of_a_filter_are_decided_and_taken_back(ask: Ask, record_copy: Path) -> None:
    asked = ("--rule", rule_of_few(record_copy), "--below", "1")
    before = ask(*asked).out
    made = ask(*asked, "--decide", "reject", "--why", "names").out
    group = made.split()[0]
    assert group.startswith("G-")
    assert f"communique undo {group}" in made
    with Record(record_copy, read_only=True) as record:
        assert {(each.verdict, each.made_by, each.why) for each in record.decisions()} == {("reject", "desk", "names")}
    assert "Nothing waits" in ask(*asked).out
    assert f"{group} is taken back" in ask("undo", group).out
    assert ask(*asked).out == before


def test_what_cannot_be_decided_is_said(ask: Ask, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
        every = record.doubts(below=1).entries
    rules = {each.rule for each in every if each.field == "status"}
    only = next(rule for rule in rules if {each.field for each in every if each.rule == rule} == {"status"})
    answer = ask("--rule", only, "--below", "1", "--decide", "reject", "--limit", "1")
    assert answer.out == "Nothing was decided.\n"
    assert "always has one" in answer.err
    wrong = ask("--decide", "same")
    assert (wrong.status, "accept, reject, unsure" in wrong.err) == (1, True)


def test_pairs_and_what_somebody_was_unsure_of(ask: Ask, record_copy: Path) -> None:
    with Record(record_copy, read_only=True) as record:
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
