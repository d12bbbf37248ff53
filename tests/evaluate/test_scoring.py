"""The whole of a scoring, on readings small enough to count by hand."""

from typing import Any

import pytest

from communique import evaluate
from communique.errors import GoldError
from communique.reading import Account, Masthead, Participant, Reading
from communique.report import Cited, Report

TEXT = "OSLO, 3 May. Minister Mira Example met Nora Sample in Oslo. 😀 They discussed trade."


def gold() -> dict[str, Any]:
    return {
        "id": "r1",
        "report": {"publisher": None, "dateline_place": "OSLO", "dateline_date": None},
        "engagements": [
            {
                "id": "E1",
                "kind": "meeting",
                "status": "held",
                "trigger": "met",
                "start": None,
                "end": None,
                "place": "Oslo",
                "country": "NO",
                "participants": [
                    {"name": "Mira Example", "office": ["Minister"], "party": "NO", "role": "host", "leads": False},
                    {"name": "Nora Sample", "office": [], "party": None, "role": "guest", "leads": True},
                ],
                "topics": ["trade"],
            }
        ],
        "bodies": [{"id": "B1", "name": "Joint Commission on Trade"}],
        "statements": [],
        "links": [{"from": "E1", "relation": "part_of", "to": "B1"}],
    }


def counts(scores: evaluate.Scores, group: str) -> tuple[int, int, int]:
    found = scores.groups[group]
    return found.gold, found.read, found.true


def test_gold_against_itself_is_perfect() -> None:
    scores = evaluate.score([gold()], [gold()])
    assert scores.micro == evaluate.Counts(16, 16, 16)
    assert scores.micro.f1 == scores.macro == 1.0
    assert scores.misses == ()


def test_every_value_counts_in_its_group() -> None:
    expected = {
        "report": 1, "engagement": 1, "kind": 1, "status": 1, "where": 2, "participant": 2, "office": 1, "party": 1,
        "role": 2, "leads": 1, "topic": 1, "standing body": 1, "link": 1,
    }  # fmt: skip
    groups = evaluate.score([gold()], [gold()]).groups
    assert list(groups) == list(evaluate.GROUPS)
    assert {group: found.gold for group, found in groups.items() if found.gold} == expected


def test_a_missing_reading_is_all_missed() -> None:
    scores = evaluate.score([gold()], [])
    assert scores.missing == 1
    assert scores.micro == evaluate.Counts(16, 0, 0)
    assert (scores.micro.precision, scores.micro.recall, scores.micro.f1, scores.macro) == (0.0, 0.0, 0.0, 0.0)


def test_a_reading_without_gold_is_left_out() -> None:
    scores = evaluate.score([gold()], [gold(), gold() | {"id": "r2"}])
    assert scores.micro == evaluate.Counts(16, 16, 16)


def test_a_wrong_value_is_missed_and_spurious() -> None:
    read = gold()
    read["engagements"][0]["kind"] = "call"
    scores = evaluate.score([gold()], [read])
    assert counts(scores, "kind") == (1, 1, 0)
    assert scores.misses == (evaluate.Miss("kind", "r1/E1", "meeting", "call"),)


def test_a_spurious_engagement_counts_with_all_it_holds() -> None:
    read = gold()
    read["engagements"].append(
        {"id": "E2", "kind": "call", "trigger": "rang", "participants": [{"name": "Otto Muster"}]}
    )
    scores = evaluate.score([gold()], [read])
    assert counts(scores, "engagement") == (1, 2, 1)
    assert counts(scores, "kind") == (1, 2, 1)
    assert counts(scores, "participant") == (2, 3, 2)


def test_a_participant_left_out_takes_its_fields_along() -> None:
    read = gold()
    del read["engagements"][0]["participants"][1]
    scores = evaluate.score([gold()], [read])
    assert counts(scores, "participant") == (2, 1, 1)
    assert counts(scores, "role") == (2, 1, 1)
    assert counts(scores, "leads") == (1, 0, 0)
    assert {miss.group for miss in scores.misses} == {"participant", "role", "leads"}


def test_links_hold_between_what_was_paired_whatever_its_ids() -> None:
    read = gold()
    read["engagements"][0]["id"], read["bodies"][0]["id"] = "X", "Y"
    read["links"] = [{"from": "X", "relation": "part_of", "to": "Y"}]
    assert counts(evaluate.score([gold()], [read]), "link") == (1, 1, 1)
    read["links"] = [{"from": "Y", "relation": "part_of", "to": "X"}]
    turned = evaluate.score([gold()], [read])
    assert counts(turned, "link") == (1, 1, 0)
    assert [(miss.gold, miss.read) for miss in turned.misses] == [
        (("E1", "part_of", "B1"), None),
        (None, ("B1", "part_of", "E1")),
    ]


def test_a_dateline_may_be_an_object() -> None:
    read = gold()
    read["report"] = {"dateline": {"place": "OSLO", "date": "2021-05-03"}}
    dated = gold()
    dated["report"]["dateline_date"] = "2021-05-03"
    assert counts(evaluate.score([dated], [read]), "report") == (2, 2, 2)
    read["report"] = {"dateline": "OSLO"}
    assert counts(evaluate.score([dated], [read]), "report") == (2, 0, 0)


def test_negatives_and_false_alarms() -> None:
    silent: dict[str, Any] = {"id": "r2", "engagements": []}
    also: dict[str, Any] = {"id": "r3", "engagements": []}
    scores = evaluate.score([gold(), silent, also], [gold(), gold() | {"id": "r2"}, also])
    assert (scores.negatives, scores.false_alarms) == (2, 1)


def test_only_the_ids_asked_for() -> None:
    scores = evaluate.score([gold(), gold() | {"id": "x1"}], [], ids="x")
    assert [marks.report for marks in scores.marks] == ["x1"]


def cited(text: str, words: str, value: Any = None) -> Any:
    start = text.index(words)
    return Cited(text, start, start + len(words), value=value or words, rule="test.rule")


def reading() -> Reading:
    people = (
        Participant(name=cited(TEXT, "Mira Example"), office=(cited(TEXT, "Minister"),)),
        Participant(name=cited(TEXT, "Nora Sample"), leads=cited(TEXT, "met", True)),
    )
    account = Account(
        id="E1",
        kind=cited(TEXT, "met", "meeting"),
        status=cited(TEXT, "met", "held"),
        trigger=cited(TEXT, "met"),
        country=cited(TEXT, "Oslo", "NO"),
        participants=people,
        topics=(cited(TEXT, "trade"),),
    )
    return Reading(report=Masthead(id="r1"), reader="test", engagements=(account,))


def test_a_reading_is_scored_as_its_json_is() -> None:
    scores = evaluate.score([gold()], [reading()], {"r1": TEXT})
    assert scores == evaluate.score([gold()], [reading().to_json()], {"r1": TEXT})
    assert counts(scores, "participant") == (2, 2, 2)
    assert counts(scores, "leads") == (1, 1, 1)
    assert counts(scores, "where") == (2, 1, 1)
    assert (scores.citations, scores.false_citations) == (9, ())


@pytest.mark.parametrize("broken", [{"start": 0}, {"quote": "mxt"}, {"end": 10_000}, {"start": -5}, {"start": "3"}])
def test_a_false_citation_is_counted_and_listed(broken: dict[str, Any]) -> None:
    read = reading().to_json()
    trigger = read["engagements"][0]["trigger"]
    trigger |= broken
    scores = evaluate.score([gold()], [read], {"r1": TEXT})
    assert scores.citations == 9
    assert scores.false_citations == (
        evaluate.Untrue("r1", ".engagements[0].trigger", trigger["quote"], trigger["start"], trigger["end"]),
    )
    assert evaluate.score([gold()], [read]).citations == 0  # no text, nothing checked


def test_offsets_count_code_points_after_an_emoji() -> None:
    report = Report("r1", TEXT)
    (topic,) = reading().engagements[0].topics
    assert report.cite(topic.start, topic.end).quote == "trade"
    assert evaluate.score([gold()], [reading()], {"r1": TEXT}).false_citations == ()


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ([], "JSON object"),
        ({"engagements": []}, "has no id"),
        ({"id": "r1", "report": "r1"}, "`report` is str"),
        ({"id": "r1", "engagements": {"E1": {}}}, "`engagements` is not a list of objects"),
        ({"id": "r1", "engagements": ["met"]}, "`engagements` is not a list of objects"),
        ({"id": "r1", "engagements": [{"participants": ["Mira"]}]}, "`participants` is not a list of objects"),
        ({"id": "r1", "links": [{"from": []}]}, "`from` in `links`"),
    ],
)
def test_what_is_no_reading_is_refused(row: Any, what: str) -> None:
    with pytest.raises(GoldError, match=what):
        evaluate.score([gold()], [gold(), row])


def many() -> evaluate.Scores:
    rows = [gold() | {"id": f"r{k}"} for k in range(20)]
    return evaluate.score(rows, rows[:10])


def test_bootstrap_surrounds_the_figure_and_repeats_itself() -> None:
    scores = many()
    intervals = scores.bootstrap(200, seed=1)
    assert intervals == scores.bootstrap(200, seed=1)
    assert intervals != scores.bootstrap(200, seed=2)
    assert 0.0 < intervals.micro.low < scores.micro.f1 < intervals.micro.high < 1.0
    assert intervals.macro.low < scores.macro < intervals.macro.high
    assert set(intervals.groups) == {group for group, found in scores.groups.items() if found.gold}


def test_bootstrap_of_reports_that_are_all_alike_has_no_width() -> None:
    intervals = evaluate.score([gold()], [gold()]).bootstrap(50)
    assert intervals.micro == intervals.macro == evaluate.Interval(1.0, 1.0)


def test_bootstrap_needs_something_to_draw() -> None:
    with pytest.raises(ValueError, match="nothing to draw"):
        evaluate.score([], []).bootstrap()
    with pytest.raises(ValueError, match="nothing to draw"):
        many().bootstrap(0)


def test_nothing_scored_is_zero_not_an_error() -> None:
    scores = evaluate.score([], [])
    assert scores.micro == evaluate.Counts()
    assert scores.macro == scores.micro.f1 == 0.0


def test_the_table_says_every_figure() -> None:
    read = reading().to_json()
    read["engagements"][0]["trigger"]["start"] = 0
    scores = evaluate.score([gold()], [read], {"r1": TEXT})
    lines = evaluate.table(scores).splitlines()
    assert [line[:15].strip() for line in lines[1:21]] == [*evaluate.GROUPS, "ALL (micro)"]
    assert lines[8].split() == ["participant", "2", "2", "1.000", "1.000", "1.000"]
    assert "1 reports, 0 not read" in lines[21]
    assert "1 of 9 citations false" in lines[22]
    assert lines[23].startswith("r1.engagements[0].trigger: 'met'")
    with_intervals = evaluate.table(scores, intervals=scores.bootstrap(10)).splitlines()
    assert with_intervals[8].endswith("1.000  1.000–1.000")
