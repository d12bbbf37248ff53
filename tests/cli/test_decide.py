"""Deciding, taking back and the history, as somebody types them."""

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from tests.cli.conftest import Ask, Console

from communique.reading import Account, Masthead, Reading
from communique.record import Record
from communique.report import Cited, Report

Pairs = list[tuple[Report, Reading]]


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("shelf")


@pytest.fixture
def path(shelf: Path, tmp_path: Path, pairs: Pairs) -> Path:
    if not (shelf / "decided.db").exists():
        with Record(shelf / "decided.db") as made:
            made.add_all(pairs)
    return Path(shutil.copy(shelf / "decided.db", tmp_path))


@pytest.fixture
def ask(path: Path, console: Console) -> Ask:
    return console(path, columns=140)


@pytest.fixture
def ids(path: Path) -> dict[str, str]:
    """The ids of the meeting of ge-1, the session of am-7, and two people."""
    with Record(path, read_only=True) as record:
        found = {each.name.split()[0]: each.id for each in record.people()}
        for each in record.engagements():
            found[f"{each.kind.value} {each.tellings[0].report}"] = each.id
    return found


def test_a_decision_is_said_and_what_it_changed(ask: Ask, ids: dict[str, str]) -> None:
    meeting, later = ids["meeting ge-1"], ids["session am-7"]
    answer = ask("decide", "same", meeting, later, "--why", "one visit")
    assert answer.status == 0
    decision, _, sentence = answer.out.strip().partition("  ")
    assert decision.startswith("D-")
    assert (
        f"{meeting} (meeting, 2019-03-04, Tbilisi, Levan Abashvili, Aram Petrosyan) is the same as {later}" in sentence
    )
    assert answer.err == "The record now has 3 engagements in place of 4.\n"
    assert len(ask("engagements", "--json").json) == 3
    back = ask("undo", decision, "--why", "two after all")
    assert f"{decision} is taken back" in back.out
    assert len(ask("engagements", "--json").json) == 4


def test_an_account_is_parted(ask: Ask, ids: dict[str, str]) -> None:
    ask("decide", "same", ids["meeting ge-1"], ids["session am-7"])
    answer = ask("decide", "different", ids["meeting ge-1"], "--account", "am-7#E1")
    assert answer.status == 0
    assert len(ask("engagements", "--json").json) == 4


def test_a_value_is_edited_by_the_words_that_are_cited(ask: Ask, ids: dict[str, str]) -> None:
    answer = ask("decide", "edit", ids["meeting ge-1"], "place", "--value", "Batumi", "--cite", "ge-1:0:7")
    assert "place is Batumi in place of Tbilisi" in answer.out
    place = ask("show", ids["meeting ge-1"], "--json").json["place"]
    assert (place["value"], place["quote"], place["rule"]) == ("Batumi", "Tbilisi", "decision.edit")


def test_a_country_may_be_called_by_its_name(ask: Ask, ids: dict[str, str]) -> None:
    assert ask("decide", "edit", ids["meeting ge-1"], "country", "--value", "Armenia").status == 0
    assert ask("show", ids["meeting ge-1"], "--json").json["country"]["value"] == "AM"
    assert ask("decide", "edit", ids["Nino"], "party", "--value", "latvia").status == 0
    assert ask("show", ids["Nino"], "--json").json["party"] == "LV"


def test_a_value_is_rejected_or_accepted(ask: Ask, ids: dict[str, str]) -> None:
    answer = ask("decide", "reject", ids["meeting ge-1"], f"office:{ids['Levan']}")
    assert "office Defence Minister is rejected" in answer.out
    assert "place Tbilisi is accepted" in ask("decide", "accept", ids["meeting ge-1"], "place").out


def test_json_has_all_that_was_shown(ask: Ask, ids: dict[str, str]) -> None:
    made = ask("decide", "unsure", ids["Levan"], ids["Nino"], "--by", "night desk", "--json").json
    assert (made["made_by"], made["verdict"], made["kind"], made["fits"]) == ("night desk", "unsure", "person", True)
    assert made["shown"]["left"]["name"] == "Levan Abashvili"
    assert made["left"][0].keys() == {"report", "start", "end", "nth"}
    assert ask("history", "--json").json == [made]


def test_the_history_tells_who_what_and_why(ask: Ask, ids: dict[str, str]) -> None:
    first = ask("decide", "same", ids["Levan"], ids["Nino"], "--why", "a wild guess", "--json").json
    undone = ask("undo", first["id"], "--by", "night desk", "--json").json
    edit = ask("decide", "edit", ids["meeting ge-1"], "status", "--value", "planned", "--json").json
    listed = ask("history").out
    for told in (first["id"], "a wild guess", "desk", f"taken back by {undone['id']}", edit["id"], "3 decisions"):
        assert told in listed
    assert [each["id"] for each in ask("history", ids["Nino"], "--json").json] == [first["id"], undone["id"]]
    assert ask("history", "--limit", "1").out.endswith("1 of 3 decisions\n")


def test_one_decision_is_shown_in_full(ask: Ask, ids: dict[str, str]) -> None:
    made = ask("decide", "different", ids["meeting ge-1"], ids["session am-7"], "--why", "years apart", "--json").json
    page = ask("history", made["id"]).out
    for told in ("years apart", made["made_at"], "What was shown", "place  Tbilisi against Yerevan", "am-7"):
        assert told in page
    value = ask("decide", "reject", ids["meeting ge-1"], "document", "--json").json
    assert "Protocol on Training  “Protocol on Training” in ge-1" in ask("history", value["id"]).out


def test_a_rule_is_revoked(ask: Ask, path: Path) -> None:
    with Record(path, read_only=True) as record:
        bodies = len(record.bodies())
    suggested = ask("decide", "revoke", "bodies")
    assert suggested.status == 1
    rule = suggested.err.partition("did you mean ")[2].partition(" or ")[0].rstrip("?\n")
    assert ask("decide", "revoke", rule).status == 0
    assert len(ask("bodies", "--json").json) >= bodies


def test_nobody_has_decided_anything(ask: Ask, ids: dict[str, str]) -> None:
    assert ask("history").out == "Nobody has decided anything about this record yet.\n"
    assert ask("history", ids["Nino"]).out == "No decision fits.\n"
    assert ask("history", "--unfit", "--json").json == []


def test_decisions_that_no_longer_fit_are_listed(ask: Ask, path: Path, pairs: Pairs, ids: dict[str, str]) -> None:
    ask("decide", "reject", ids["meeting ge-1"], "place")
    made = ask("decide", "different", ids["meeting ge-1"], ids["session am-7"], "--json").json
    report, reading = pairs[0]
    session = replace(reading.engagements[1], id="E1")
    with Record(path) as record:
        record.reread(report.id, replace(reading, engagements=(session,), links=(), reader="test-2"))
    unfit = ask("history", "--unfit", "--json").json
    assert {each["verdict"] for each in unfit} == {"reject", "different"}
    assert "does not fit the current reading" in ask("history", made["id"]).out
    with Record(path) as record:
        record.reread(report.id, replace(reading, reader="test-3"))
    assert ask("history", "--unfit").out == "No decision fits.\n"
    assert ask("show", ids["meeting ge-1"], "--json").json["place"] is None


def test_reading_again_tells_which_no_longer_fit(ask: Ask, path: Path) -> None:
    text = "Nothing at all was reported."
    told = Cited(text, 0, 7, value="Nothing", rule="test.hand")
    kind: Any = Cited(text, 0, 7, value="meeting", rule="test.hand")
    status: Any = Cited(text, 0, 7, value="held", rule="test.hand")
    account = Account(id="E1", kind=kind, status=status, trigger=told, place=told)
    with Record(path) as record:
        record.add(Report("none", text), Reading(report=Masthead(id="none"), reader="test-1", engagements=(account,)))
        (one,) = (each.id for each in record.engagements() if each.tellings[0].report == "none")
    made = ask("decide", "edit", one, "place", "--value", "Batumi", "--json").json
    answer = ask("reread", "none")
    assert answer.out == f"{made['id']} no longer fits: {one} (meeting, Nothing): place is Batumi in place of Nothing\n"
    assert [each["id"] for each in ask("history", "--unfit", "--json").json] == [made["id"]]


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (("same", "{Levan}", "P-000000000000"), 1, "no person 'P-000000000000' in the record"),
        (("same", "{Levan}", "{Levan}"), 1, "the same thing to begin with"),
        (("same", "{Levan}", "{meeting ge-1}"), 1, "decide on two of a kind"),
        (("edit", "{meeting ge-1}", "place", "--value", "x", "--cite", "ge-1:0:9999"), 1, "report 'ge-1': no words"),
        (("edit", "{meeting ge-1}", "place", "--value", "x", "--cite", "ge-1:0"), 2, "write REPORT:START:END"),
        (("edit", "{meeting ge-1}", "place", "--value", "x", "--cite", "ge-1:-4:7"), 2, "write REPORT:START:END"),
        (("edit", "{meeting ge-1}", "kind", "--value", "brawl"), 1, "'brawl' is not one of meeting"),
        (("undo", "{Levan}"), 2, "'undo' is not one of 'same'"),
        (("agree", "{Levan}"), 2, "'agree' is not one of 'same'"),
        (("same",), 2, "Missing argument"),
    ],
)
def test_what_cannot_be_decided_is_one_plain_line(
    ask: Ask, ids: dict[str, str], arguments: tuple[str, ...], status: int, said: str
) -> None:
    answer = ask("decide", *(each.format_map(ids) for each in arguments))
    assert (answer.status, answer.out) == (status, "")
    assert said in answer.err
    if status == 1:
        assert answer.err.startswith("communique: ")
        assert answer.err.count("\n") == 1
    assert ask("history", "--json").json == []


def test_a_report_may_have_colons_in_its_id(ask: Ask, path: Path, pairs: Pairs, ids: dict[str, str]) -> None:
    with Record(path) as record:
        record.add(replace(pairs[0][0], id="https://mod.example/1"), pairs[0][1])
    answer = ask(
        "decide", "edit", ids["meeting ge-1"], "place", "--value", "Batumi", "--cite", "https://mod.example/1:0:7"
    )
    assert answer.status == 0


def test_who_decides_is_the_systems_user_where_nobody_is_named(
    ask: Ask, ids: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("COMMUNIQUE_USER")
    monkeypatch.setenv("LOGNAME", "clerk")
    made = ask("decide", "unsure", ids["Levan"], ids["Nino"], "--json").json
    assert made["made_by"] == "clerk"
    monkeypatch.setenv("COMMUNIQUE_USER", "desk")
    assert ask("undo", made["id"], "--json").json["made_by"] == "desk"


def test_a_record_that_cannot_be_written_to_says_so(ask: Ask, path: Path, ids: dict[str, str]) -> None:
    path.chmod(0o400)
    if os.access(path, os.W_OK):
        pytest.skip("whoever runs this may write anywhere")
    answer = ask("decide", "unsure", ids["Levan"], ids["Nino"])
    assert (answer.status, answer.err.count("\n")) == (1, 1)


def test_deciding_makes_no_record(ask: Ask, tmp_path: Path) -> None:
    missing = tmp_path / "none.db"
    answer = ask("decide", "revoke", "people.initials", "--record", str(missing))
    assert answer.status == 1
    assert "there is no record here" in answer.err
    assert not missing.exists()
