"""Each value of a reading is right or wrong by the gold it is paired with."""

from typing import Any

import pytest

from communique.evaluate.verdicts import verdicts

GOLD: dict[str, Any] = {
    "id": "x",
    "report": {"publisher": "Daily Example", "dateline_date": "2020-05-02"},
    "engagements": [
        {
            "id": "E1",
            "kind": "meeting",
            "status": "held",
            "trigger": "met",
            "start": "2020-05-01",
            "place": "Oslo",
            "participants": [
                {
                    "name": "Mira Example",
                    "office": ["Minister of Defence", "Deputy Prime Minister"],
                    "party": "NO",
                    "role": "host",
                    "mentions": ["Mira Example", "Example"],
                },
                {"name": "Nora Sample", "office": [], "party": "SE", "role": "guest", "mentions": ["Nora Sample"]},
            ],
            "topics": ["joint training of pilots"],
            "documents": [{"name": "memorandum on training", "status": "signed"}],
        },
        {"id": "E2", "kind": "visit", "status": "held", "trigger": "arrived in Oslo", "participants": []},
    ],
    "bodies": [{"id": "B1", "name": "Joint Commission", "parties": ["NO", "SE"], "heads": [{"name": "Mira Example"}]}],
    "statements": [{"speaker": "Nora Sample", "verb": "said", "content": "pilots should fly more often"}],
    "links": [{"from": "E1", "to": "E2", "relation": "part_of"}],
}


def read(**parts: Any) -> dict[str, bool]:
    return verdicts(GOLD, parts)


def meeting(**fields: Any) -> dict[str, Any]:
    return {"id": "E1", "kind": "meeting", "status": "held", "trigger": "met", "participants": []} | fields


def test_gold_judged_by_itself_is_all_right() -> None:
    people = [{"id": "P1", "name": "Mira Example", "office": ["Minister of Defence"], "party": "NO"}]
    found = verdicts(GOLD, GOLD | {"people": people})
    assert all(found.values())
    assert {"engagements[0].participants[1].party", "bodies[0].heads[0].name", "people[0].office[0]"} <= set(found)


def test_the_masthead_is_judged_field_by_field() -> None:
    found = read(report={"publisher": "The Daily Example", "dateline_date": "2020-05-03"})
    assert found == {"report.publisher": True, "report.dateline_date": False}


def test_an_engagement_is_judged_by_its_partner() -> None:
    found = read(engagements=[meeting(status="planned", start="2020-05-01", place="Stockholm", country="SE")])
    wrong = {path.partition(".")[2] for path, right in found.items() if not right}
    assert wrong == {"status", "place", "country"}
    assert found["engagements[0].trigger"]


def test_an_engagement_without_a_partner_is_all_wrong() -> None:
    found = read(engagements=[meeting(trigger="telephoned", topics=["joint training of pilots"])])
    assert not any(found.values())
    assert "engagements[0].topics[0]" in found


def test_participants_are_judged_within_the_pair() -> None:
    mira = {"name": "Example", "office": ["Deputy Prime Minister", "Admiral"], "role": "guest", "mentions": ["Mira"]}
    found = read(engagements=[meeting(participants=[{"name": "Otto Muster", "party": "NO"}, mira])])
    at = "engagements[0].participants"
    assert not found[f"{at}[0].name"]
    assert not found[f"{at}[0].party"]
    assert found[f"{at}[1].name"]
    assert (found[f"{at}[1].office[0]"], found[f"{at}[1].office[1]"]) == (True, False)
    assert not found[f"{at}[1].role"]
    assert not found[f"{at}[1].mentions[0]"]


def test_a_document_may_be_right_and_its_status_wrong() -> None:
    documents = [{"name": "the memorandum on training", "status": "proposed"}]
    found = read(engagements=[meeting(documents=documents)])
    assert found["engagements[0].documents[0].name"]
    assert not found["engagements[0].documents[0].status"]


def test_a_statement_of_another_speaker_has_the_content_right() -> None:
    said = {"speaker": "Mira Example", "verb": "said", "content": "pilots should fly more often"}
    found = read(statements=[said | {"content": "nothing new"}, said])
    assert [found[f"statements[{k}].content"] for k in (0, 1)] == [False, True]
    assert not found["statements[1].speaker"]
    assert found["statements[1].verb"]


def test_a_body_is_judged_part_by_part() -> None:
    body = {"id": "B9", "name": "Joint Commission", "aliases": ["JC"], "parties": ["SE", "FI"], "areas": ["fish"]}
    found = read(bodies=[body])
    right = {path.partition(".")[2] for path, is_right in found.items() if is_right}
    assert right == {"name", "parties[0]"}


@pytest.mark.parametrize(("relation", "right"), [("part_of", True), ("follows", False)])
def test_a_link_is_right_when_both_ends_and_relation_are(relation: str, right: bool) -> None:
    engagements = [meeting(id="E7"), meeting(id="E8", kind="visit", trigger="arrived in Oslo")]
    link = {"from": "E7", "to": "E8", "relation": relation}
    found = read(engagements=engagements, links=[link, link])
    assert found["links[0].evidence"] is right
    assert not found["links[1].evidence"]  # told twice


def test_people_are_judged_by_all_that_is_told_of_them() -> None:
    people = [
        {"name": "Mira Example", "office": ["Minister of Defence", "Mayor"], "party": "SE", "mentions": ["Example"]},
        {"name": "Otto Muster", "office": ["Mayor"], "party": "NO"},
    ]
    found = read(people=people)
    assert found == {
        "people[0].name": True,
        "people[0].party": False,
        "people[0].office[0]": True,
        "people[0].office[1]": False,
        "people[0].mentions[0]": True,
        "people[1].name": False,  # the rest of him nobody can judge
    }
