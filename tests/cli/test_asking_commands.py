"""Asking a record: lists, pages, JSON, and what is said where there is nothing."""

from dataclasses import replace
from pathlib import Path

import pytest
from tests.cli.conftest import Answer, Ask, Console

from communique.cli.printing.listing import CHUNK
from communique.reading import Masthead, Reading
from communique.record import Record
from communique.report import Report

Pairs = list[tuple[Report, Reading]]


@pytest.fixture
def record(tmp_path: Path, pairs: Pairs) -> Path:
    path = tmp_path / "asked.db"
    with Record(path) as made:
        made.add_all(pairs)
    return path


@pytest.fixture
def ask(record: Path, console: Console) -> Ask:
    return console(record)


def rows(answer: Answer) -> list[str]:
    """The lines of a table that begin an entry."""
    return [line for line in answer.out.splitlines() if line[:2] in {"E-", "P-", "B-"}]


# Lists


def test_engagements_are_listed_by_day(ask: Ask) -> None:
    answer = ask("engagements")
    assert answer.status == 0
    assert [line[16:26].strip() for line in rows(answer)] == ["Mar 2019", "2019-03-04", "2021-06-02", "–"]
    assert "2nd session" in answer.out
    assert "Tbilisi, GE" in answer.out
    assert answer.out.endswith("4 engagements\n")


def test_a_table_is_as_wide_as_columns_says(ask: Ask) -> None:
    assert max(map(len, ask("engagements", columns=90).out.splitlines())) <= 90


def test_on_a_narrow_console_place_and_people_share_a_column(ask: Ask) -> None:
    shown = ask("engagements", columns=80).out
    assert max(map(len, shown.splitlines())) <= 80
    assert "Where, who" in shown
    assert "Levan Abashvili" in shown
    assert "Where, who" in ask("show", "Joint Working Group on Defence", columns=80).out


def test_a_long_list_is_one_table(ask: Ask, record: Path, pairs: Pairs) -> None:
    report, reading = pairs[2]
    with Record(record) as opened:
        for n in range(CHUNK + 1):
            day = f"{1900 + n}-01-15"  # years apart, lest they be taken for one call
            copy = Report(f"copy-{n}", f"{report.text} Number {n}.", published=day)
            opened.add(copy, replace(reading, report=replace(reading.report, id=copy.id, published=day)))
    answer = ask("engagements")
    assert len(rows(answer)) == CHUNK + 1 + 4
    assert answer.out.count("When") == 1
    assert answer.out.endswith(f"{CHUNK + 5} engagements\n")


@pytest.mark.parametrize(
    ("filters", "kinds"),
    [
        (["--between", "GE", "AM"], ["session", "meeting", "session"]),
        (["--between", "Georgia", "latvia"], ["call"]),
        (["--party", "ge", "--kind", "session"], ["session", "session"]),
        (["--person", "Nino Beridze"], ["call"]),
        (["--body", "Joint Working Group on Defence"], ["session", "session"]),
        (["--from", "2020"], ["session"]),
        (["--level", "deputy"], ["meeting"]),
        (["--office", "deputy defence minister"], ["meeting"]),
        (["--office", "general staff", "--party", "GE"], ["session"]),
        (["--office", "general staff", "--party", "AM"], []),
        (["--to", "2019"], ["session", "meeting"]),
        (["--from", "2019-03-04", "--to", "2019-03-04", "--kind", "meeting"], ["meeting"]),
        (["--text", "second session"], ["session"]),
        (["--text", '"held its first"', "--status", "held"], ["session", "meeting"]),
        (["--limit", "1"], ["session"]),
    ],
)
def test_filters_narrow_the_list(ask: Ask, filters: list[str], kinds: list[str]) -> None:
    answer = ask("engagements", *filters, "--json")
    assert [each["kind"]["value"] for each in answer.json] == kinds


def test_a_limit_says_how_many_there_are(ask: Ask) -> None:
    assert ask("engagements", "--limit", "2").out.endswith("2 of 4 engagements\n")


@pytest.mark.parametrize("day", ["24 October", "2017-13", "2017-10-32", "17", "2017/10"])
def test_a_day_that_is_none_is_wrong_use(ask: Ask, day: str) -> None:
    answer = ask("engagements", "--from", day)
    assert answer.status == 2
    assert "2017-10-24, 2017-10 or 2017" in answer.err


def test_people_are_listed_with_their_latest_post(ask: Ask) -> None:
    answer = ask("people")
    assert len(rows(answer)) == 4
    (levan,) = (line for line in rows(answer) if "Levan" in line)
    assert "Chief of General Staff" in levan
    assert [each["name"] for each in ask("people", "minister", "--party", "Armenia", "--json").json] == [
        "Aram Petrosyan"
    ]


def test_bodies_are_listed_with_their_sessions(ask: Ask) -> None:
    answer = ask("bodies", "--party", "AM")
    assert "Joint Working Group" in answer.out
    assert sum(each["sessions"] for each in ask("bodies", "working group", "--json").json) == 2


def test_statements_are_listed_as_said(ask: Ask) -> None:
    answer = ask("statements")
    assert "Levan Abashvili GE" in answer.out
    assert "stressed: trade routes must stay open" in answer.out
    assert "said: “nothing new”" in answer.out
    assert [each["verb"]["value"] for each in ask("statements", "routes", "--json").json] == ["stressed"]
    assert ask("statements", "--verb", "sang", "--json").json == []


# What there is nothing of


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["engagements", "--between", "GE", "FJ"], "No engagement fits."),
        (["people", "zebra"], "No person fits."),
        (["bodies", "zebra"], "No body fits."),
        (["statements", "zebra"], "No statement fits."),
    ],
)
def test_an_empty_answer_says_so_and_what_to_try(ask: Ask, arguments: list[str], said: str) -> None:
    answer = ask(*arguments)
    assert answer.status == 0
    assert said in answer.out
    assert "4 engagements" in answer.out
    assert "from 3 reports" in answer.out
    assert "Try" in answer.out
    assert ask(*arguments, "--json").json == []


def test_an_empty_record_says_how_to_fill_it(ask: Ask, tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    with Record(empty):
        pass
    answer = ask("engagements", "--record", str(empty))
    assert answer.status == 0
    assert "communique read" in answer.out


def test_asking_makes_no_record(ask: Ask, tmp_path: Path) -> None:
    nowhere = tmp_path / "nowhere.db"
    answer = ask("people", "--record", str(nowhere))
    assert answer.status == 1
    assert answer.err.count("\n") == 1
    assert not nowhere.exists()


# Pages


def test_a_report_is_shown_with_its_text_and_facts(ask: Ask, pairs: Pairs) -> None:
    report, _ = pairs[0]
    shown = ask("show", "ge-1").out
    unwrapped = " ".join(shown.split())
    assert report.text in unwrapped
    assert "Minister meets guest" in shown
    assert "https://mod.example/1" in shown
    assert "engagement · date · place · party · person · rank and office · body" in shown
    assert "session, held · March 2019" in shown
    assert "Protocol on Training, signed" in shown
    assert "Levan Abashvili stressed: trade routes must stay open" in shown
    assert "part of" in shown


def test_a_report_without_a_day_says_so(ask: Ask) -> None:
    assert "call, held · date not reported" in ask("show", "lv-3").out


def test_an_engagement_is_shown_with_the_words_of_each_value(ask: Ask) -> None:
    (session,) = ask("engagements", "--from", "2020", "--json").json
    shown = ask("show", session["id"]).out
    assert shown.startswith("2nd session · 2–3 June 2021 · Yerevan\n")
    assert "“second”" in shown
    assert "“headed by”" not in shown  # said of the head by one word
    assert "Levan Abashvili (Georgia) leads" in shown
    assert "Told in am-7 (2 June 2021)" in shown


def test_a_person_is_shown_with_posts_and_days(ask: Ask) -> None:
    shown = ask("show", "Levan Abashvili").out
    assert shown.startswith("Levan Abashvili · Georgia\nP-")
    assert "written Levan Abashvili, Abashvili" in shown
    assert "5 March 2019" in shown
    assert "Major General, Defence Minister" in shown
    assert "Chief of General Staff" in shown
    assert "trade routes must stay open" in shown


def test_a_body_is_shown_with_its_sessions(ask: Ask) -> None:
    lines = ask("bodies", "--json").json
    (founded,) = (each for each in lines if each["name"].startswith("Georgian"))
    shown = ask("show", founded["id"]).out
    assert shown.startswith("Georgian-Armenian Joint Working Group on Defence\nArmenia, Georgia\nB-")
    assert "            JWG" in shown
    assert "Levan Abashvili, GE, 5 March 2019" in shown
    assert "1st" in shown


def test_what_is_shown_is_also_json(ask: Ask, pairs: Pairs) -> None:
    report, reading = pairs[0]
    shown = ask("show", "ge-1", "--json").json
    assert shown["report"]["text"] == report.text
    assert shown["reading"] == reading.to_json()
    for name in ("Levan Abashvili", "Georgian-Armenian Joint Working Group on Defence"):
        assert ask("show", name, "--json").json["name"] == name


def test_a_part_of_a_name_will_do_where_it_is_the_only_one(ask: Ask) -> None:
    assert ask("show", "beridze").out.startswith("Nino Beridze")
    assert ask("show", "georgian-armenian").out.startswith("Georgian-Armenian Joint")
    assert ask("show", "chief of general").out.startswith("Levan Abashvili")


def test_a_part_of_several_names_asks_for_the_id(ask: Ask) -> None:
    answer = ask("show", "minister")
    assert answer.status == 1
    assert "more than one" in answer.err
    assert "Nino Beridze (GE)" in answer.err


@pytest.mark.parametrize("what", ["nobody", "E-000000000000", "P-1", "B-1", ""])
def test_what_is_not_there_is_one_line(ask: Ask, what: str) -> None:
    answer = ask("show", what)
    assert answer.status == 1
    assert answer.out == ""
    assert answer.err.count("\n") == 1
    assert "in the record" in answer.err or "more than one" in answer.err


# Colour


def test_there_is_colour_only_where_it_is_asked_for(ask: Ask) -> None:
    assert "\x1b[" not in ask("show", "ge-1").out
    assert "\x1b[" in ask("show", "ge-1", "--color").out
    assert "\x1b[" not in ask("show", "ge-1", "--no-color").out


def test_the_environment_decides_on_colour(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[" in ask("engagements").out
    assert "\x1b[" not in ask("engagements", "--no-color").out
    assert "\x1b[" not in ask("engagements", "--json").out


def test_a_report_cannot_steer_the_terminal(ask: Ask, record: Path) -> None:
    report = Report("evil\x1b[2J", "Ha\x1b]0;title\x07 \x00\x9b31m\r\nend")
    with Record(record) as opened:
        opened.add(report, Reading(report=Masthead(id=report.id), reader="test"))
    shown = ask("show", "evil\x1b[2J").out
    assert not set(shown) & set("\x1b\x07\x00\x9b\r")
