"""The ten questions at the command line: tables for people, the whole answer as JSON, plots."""

from pathlib import Path
from xml.etree import ElementTree

import pytest
from tests.cli.conftest import Ask, Console

from communique.cli import main
from communique.reading import Reading
from communique.record import Record
from communique.report import Report


@pytest.fixture
def ask(tmp_path: Path, pairs: list[tuple[Report, Reading]], console: Console) -> Ask:
    path = tmp_path / "asked.db"
    with Record(path) as made:
        made.add_all(pairs)
    return console(path)


def test_contact_is_drawn_period_by_period(ask: Ask) -> None:
    lines = ask("contact", "--between", "Georgia", "AM").out.splitlines()
    assert [line.split()[0] for line in lines[1:4]] == ["2019", "2020", "2021"]
    assert "█" in lines[1]
    assert "none reported" in lines[2]
    assert "no report from then" in ask("contact", "--from", "2017").out.splitlines()[1]
    assert lines[-2] == "3 encounters"
    assert lines[-1].startswith("Rests on 2 reports, 5 March 2019 – 2 June 2021:")


def test_contact_is_written_as_svg(ask: Ask, tmp_path: Path) -> None:
    file = tmp_path / "contact.svg"
    assert ask("contact", "--by", "kind", "--svg", str(file)).status == 0
    drawn = ElementTree.fromstring(file.read_text(encoding="utf-8"))
    assert "2019: 2, 2020: 0, 2021: 1" in "".join(drawn.itertext())


def test_documents_topics_and_postings_are_listed_with_their_reports(ask: Ask) -> None:
    for arguments, words in (
        (["documents"], ("signed", "Protocol on Training", "ge-1")),
        (["topics", "--first"], ("training", "ge-1")),
        (["postings", "--office", "defence", "--party", "ge", "--on", "2019-03-05"], ("Abashvili", "reported")),
    ):
        answer = ask(*arguments)
        assert answer.status == 0
        for each in words:
            assert each in answer.out
        assert "Rests on" in answer.out


def test_where_nothing_is_pending_it_says_so(ask: Ask) -> None:
    assert ask("pending", "--on", "2022").out.splitlines()[1] == "0 encounters, as of 31 December 2022"


def test_coverage_names_outlets_and_silence(ask: Ask) -> None:
    answer = ask("coverage")
    assert "no outlet named" in answer.out
    assert answer.out.endswith("0 reports gave no engagement.\n")


@pytest.mark.parametrize("command", ["contact", "documents", "topics", "pending", "coverage"])
def test_json_holds_the_whole_answer(ask: Ask, command: str) -> None:
    found = ask(command, "--json").json
    assert found["whole" if command == "coverage" else "coverage"]["reports"] == 3


def test_postings_of_nobody_in_particular_are_not_asked_for(ask: Ask) -> None:
    answer = ask("postings")
    assert answer.status == 2
    assert "--office, --party or --level" in answer.err


def test_an_empty_record_says_how_to_fill_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Record(tmp_path / "empty.db").close()
    assert main(["topics", "--record", str(tmp_path / "empty.db")]) == 0
    assert "communique read" in capsys.readouterr().out


def test_a_long_answer_says_how_much_more_there_is(ask: Ask) -> None:
    assert "1 of 3 encounters" not in ask("documents", "--limit", "1").out
    assert ask("pending", "--limit", "0").status == 2
