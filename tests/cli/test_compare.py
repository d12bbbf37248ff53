"""`communique compare`, and what other commands show of accounts that contradict each other."""

from pathlib import Path

import pytest
from tests.cli.conftest import Answer, Ask, Console

from communique.reading import Reading
from communique.record import EngagementFilter, Record
from communique.report import Report
from communique.sources import history, take

Pairs = list[tuple[Report, Reading]]

VISITS = (
    '{"id": "visit-1", "kind": "visit", "visitor": "President Ana Ruiz", "start": "2031-05-10", "end": "2031-05-12", '
    '"country": "Peru", "place": "Washington"}\n'
)


@pytest.fixture
def path(tmp_path: Path, told_twice: Pairs, pairs: Pairs) -> Path:
    rows = tmp_path / "rows.jsonl"
    rows.write_text(VISITS, encoding="utf-8")
    with Record(tmp_path / "compared.db") as made:
        made.add_all([*told_twice, *pairs])
        for report in take([str(rows)], formats=history.FORMATS):
            assert isinstance(report, Report)
            made.add(report, history.read(report))
    return tmp_path / "compared.db"


@pytest.fixture
def talks(path: Path) -> str:
    with Record(path, read_only=True) as record:
        return record.engagements(EngagementFilter(parties=("EE",)))[0].id


@pytest.fixture
def ask(path: Path, console: Console) -> Ask:
    return console(path)


def line(answer: Answer, start: str) -> str:
    return next(each for each in answer.out.splitlines() if each.startswith(start))


def test_accounts_stand_side_by_side_where_there_is_room(ask: Ask, talks: str) -> None:
    answer = ask("compare", talks)
    assert answer.status == 0
    heads = next(each for each in answer.out.splitlines() if "Kura News" in each)
    assert heads.index("Kura News") < heads.index("Baltic Wire")
    assert line(answer, "from").split("“")[0].split() == ["from", "12", "May", "2031", "13", "May", "2031"]
    assert "conflict: rank" in answer.out
    assert "the visit was overdue" in line(answer, "said by EE")
    assert answer.out.splitlines()[-1].startswith("Rests on 2 reports, 12–13 May 2031: ")


def test_they_stand_field_by_field_where_there_is_not(ask: Ask, talks: str) -> None:
    lines = ask("compare", talks, columns=60).out.splitlines()
    at = lines.index("place  conflict")
    assert [each.split() for each in lines[at + 1 : at + 3]] == [["Tbilisi", "kura"], ["Batumi", "baltic"]]
    assert "session  only one" in lines
    assert max(map(len, lines)) <= 60


def test_it_counts_what_is_alike_and_what_is_not(ask: Ask, talks: str) -> None:
    said = line(ask("compare", talks), "2 accounts:")
    assert said == "2 accounts: 3 fields in conflict, 4 told alike, 1 told by one only."


def test_of_one_account_there_is_nothing_to_compare(ask: Ask) -> None:
    call = ask("engagements", "--party", "LV", "--json").json[0]["id"]
    assert "One account tells of it" in ask("compare", call).out


def test_json_has_every_value_with_its_words(ask: Ask, talks: str) -> None:
    found = ask("compare", talks, "--json").json
    start = next(each for each in found["fields"] if each["name"] == "start")
    assert start["alike"] == "conflict"
    assert [told["quote"] for value in start["values"] for told in value["told"]] == ["12 May 2031", "13 May 2031"]
    assert [each["outlet"] for each in found["accounts"]] == ["Kura News", "Baltic Wire"]


def test_show_marks_a_value_in_conflict_and_names_the_other(ask: Ask, talks: str) -> None:
    lines = ask("show", talks).out.splitlines()
    at = next(nth for nth, each in enumerate(lines) if each.startswith("place"))
    assert lines[at].split() == ["place", "Tbilisi", "kura"]
    assert lines[at + 1].split() == ["conflict", "Batumi", "baltic"]
    assert sum(each.startswith("conflict") for each in lines) == 3  # first day, place, rank


def test_engagements_in_conflict_are_listed_with_what_is(ask: Ask, talks: str) -> None:
    answer = ask("engagements", "--conflicts")
    assert talks in answer.out
    assert "conflict: start," in answer.out
    assert answer.out.splitlines()[-1] == "1 engagement"
    assert "conflict" not in ask("engagements", "--party", "AM").out


def test_with_a_list_it_counts_and_rests_on_the_reports(ask: Ask) -> None:
    answer = ask("compare", "--with", "history", "--party", "US")
    assert line(answer, "start")
    assert "0 encounters in both and 1 in the list, where no report covers it." in answer.out
    assert ask("compare", "--with", "history", "--json").json["alone"]["not covered"] == 1


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ((), "name the ENGAGEMENT"),
        (("E-0", "--with", "history"), "name the ENGAGEMENT"),
        (("E-0", "--party", "EE"), "go with --with"),
    ],
)
def test_wrong_use_is_said(ask: Ask, arguments: tuple[str, ...], said: str) -> None:
    answer = ask("compare", *arguments)
    assert answer.status == 2
    assert said in answer.err


def test_an_unknown_engagement_names_the_nearest(ask: Ask, talks: str) -> None:
    answer = ask("compare", talks[:-1])
    assert answer.status == 1
    assert talks in answer.err
