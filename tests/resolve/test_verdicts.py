"""A reading as people ruled on it: a function of the reading and of what they decided about its words."""

from copy import deepcopy
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from communique.reading import JSON, Reading, citations
from communique.report import Report
from communique.resolve.decisions import Decision, Reference, Verdict
from communique.resolve.fields import FIELDS
from communique.resolve.verdicts import EDITED, Ruled, account_at, reference, ruled, spots

Pairs = list[tuple[Report, Reading]]

ELSEWHERE = "f" * 64


class Desk:
    """Somebody who decides about one report by its words."""

    def __init__(self, report: Report, reading: Reading) -> None:
        self.report, self.reading = report, reading.to_json()
        self.made: list[Decision] = []

    def at(self, words: str, *, nth: int = 0) -> Reference:
        start = self.report.text.index(words)
        return Reference(self.report.digest, start, start + len(words), nth)

    def say(self, verdict: Verdict, owner: str, field: str, words: str, **more: Any) -> Decision:
        told = {"kind": "engagement", "left": (self.at(owner),), "right": (self.at(words),), **more}
        self.made.append(
            Decision(id=f"D-{len(self.made)}", verdict=verdict, by="desk", at="2026-11-24", field=field, **told)
        )
        return self.made[-1]

    @property
    def ruled(self) -> Ruled:
        return ruled(self.reading, self.made, digest=self.report.digest, text=self.report.text)

    @property
    def account(self) -> JSON:
        """The first account as ruled on: a meeting."""
        account: JSON = self.ruled.reading["engagements"][0]
        return account


@pytest.fixture
def desk(pairs: Pairs) -> Desk:
    return Desk(*pairs[0])


def value(cited: JSON | None) -> Any:
    return cited["value"] if cited else None


def test_what_is_rejected_is_told_no_more(desk: Desk) -> None:
    desk.say("reject", "received", "place", "Tbilisi", value="Tbilisi")
    assert desk.account["place"] is None
    assert value(desk.account["country"]) == "GE"  # on the same words
    assert not desk.ruled.unfit


def test_what_was_read_is_not_touched(desk: Desk) -> None:
    before = deepcopy(desk.reading)
    desk.say("reject", "received", "place", "Tbilisi", value="Tbilisi")
    desk.say("edit", "received", "office", "Defence Minister", value="Minister")
    assert desk.ruled.reading != before
    assert desk.reading == before


def test_an_edit_keeps_the_words(desk: Desk) -> None:
    desk.say("edit", "received", "place", "Tbilisi", value="Batumi")
    assert desk.account["place"] == {"value": "Batumi", "quote": "Tbilisi", "start": 0, "end": 7, "rule": EDITED}


def test_an_edit_may_cite_others(desk: Desk) -> None:
    desk.say("edit", "received", "place", "Tbilisi", value="trade routes", cited=desk.at("trade routes"))
    assert desk.account["place"]["quote"] == "trade routes"


def test_an_edit_that_cites_another_report_takes_the_value_from_this_one(desk: Desk) -> None:
    desk.say("edit", "received", "place", "Tbilisi", value="Batumi", cited=Reference(ELSEWHERE, 0, 6))
    assert desk.account["place"] is None


def test_what_every_account_has_stays_where_another_report_is_cited_for_it(desk: Desk) -> None:
    desk.say("edit", "received", "status", "received", value="cancelled", cited=Reference(ELSEWHERE, 0, 6))
    assert value(desk.account["status"]) == "held"


def test_an_edit_gives_a_value_where_there_was_none(desk: Desk) -> None:
    session = "held its first meeting"
    desk.say("edit", session, "place", "Tbilisi", value="Tbilisi", cited=desk.at("Tbilisi"))
    assert value(desk.ruled.reading["engagements"][1]["place"]) == "Tbilisi"


def test_what_is_accepted_stays_and_is_found(desk: Desk) -> None:
    decision = desk.say("accept", "received", "place", "Tbilisi", value="Tbilisi")
    assert desk.ruled.reading == desk.reading
    (found,) = desk.ruled.found
    assert (found.decision, found.verdict, found.field, found.account) == (decision.id, "accept", "place", 0)
    assert (found.start, found.end) == (0, 7)


def test_without_its_first_day_an_account_has_no_last_and_says_why(desk: Desk) -> None:
    desk.say("reject", "received", "start", "4 March 2019", value="2019-03-04")
    assert (desk.account["start"], desk.account["end"], desk.account["undated"]) == (None, None, "not reported")


def test_an_account_of_one_day_stays_so(desk: Desk) -> None:
    desk.say("edit", "received", "start", "4 March 2019", value="2019-03-05")
    assert (value(desk.account["start"]), value(desk.account["end"])) == ("2019-03-05", "2019-03-05")


def test_of_those_who_take_part_only_who_is_meant_is_ruled_on(desk: Desk) -> None:
    desk.say("reject", "received", "office", "Deputy Defence Minister", value="Deputy Defence Minister")
    host, guest = desk.account["participants"]
    assert [value(each) for each in host["office"]] == ["Defence Minister"]
    assert guest["office"] == []


def test_who_did_not_take_part_is_taken_out_as_a_whole(desk: Desk) -> None:
    desk.say("reject", "received", "participant", "Aram Petrosyan", value="Aram Petrosyan")
    assert [value(each["name"]) for each in desk.account["participants"]] == ["Levan Abashvili"]


def test_a_rank_is_given_to_whom_the_words_name(desk: Desk) -> None:
    desk.say("edit", "received", "rank", "Aram Petrosyan", value="Colonel", cited=desk.at("Armenian"))
    assert [value(each["rank"]) for each in desk.account["participants"]] == ["Major General", "Colonel"]


def test_a_person_is_ruled_on_wherever_the_report_tells_of_them(desk: Desk) -> None:
    desk.say("edit", "Abashvili stressed", "rank", "Major General", kind="person", value="Colonel")
    made = desk.ruled.reading
    assert value(made["people"][0]["rank"]) == value(made["engagements"][0]["participants"][0]["rank"]) == "Colonel"
    assert made["people"][1]["rank"] is None


def test_a_body_is_ruled_on_by_its_names(desk: Desk) -> None:
    desk.say("reject", "JWG", "alias", "JWG", kind="body", value="JWG")
    assert [value(each) for each in desk.ruled.reading["bodies"][0]["aliases"]] == ["Joint Working Group on Defence"]


def test_of_two_on_one_value_the_later_holds(desk: Desk) -> None:
    desk.say("reject", "received", "place", "Tbilisi", value="Tbilisi")
    desk.say("accept", "received", "place", "Tbilisi", value="Tbilisi")
    assert value(desk.account["place"]) == "Tbilisi"
    desk.say("edit", "received", "place", "Tbilisi", value="Batumi")
    desk.say("edit", "received", "place", "Tbilisi", value="Kutaisi")
    assert value(desk.account["place"]) == "Kutaisi"


@pytest.mark.parametrize(("verdict", "left"), [("reject", None), ("accept", "Batumi")])
def test_what_somebody_wrote_can_be_ruled_on_in_turn(desk: Desk, verdict: Verdict, left: str | None) -> None:
    desk.say("edit", "received", "place", "Tbilisi", value="Batumi")
    desk.say(verdict, "received", "place", "Tbilisi", value="Batumi")
    assert value(desk.account["place"]) == left
    assert not desk.ruled.unfit


def test_another_value_on_the_same_words_is_not_what_was_rejected(desk: Desk) -> None:
    decision = desk.say("reject", "received", "country", "Tbilisi", value="AZ")
    assert desk.ruled.reading == desk.reading
    assert desk.ruled.unfit == {decision.id}


def test_what_nothing_in_the_reading_overlaps_does_not_fit(desk: Desk) -> None:
    decision = desk.say("reject", "trade routes", "place", "Tbilisi", value="Tbilisi")
    assert desk.ruled.unfit == {decision.id}


def test_a_value_is_found_by_words_that_overlap(desk: Desk) -> None:
    desk.say("reject", "eived", "office", "fence Min")
    assert desk.account["participants"][0]["office"] == []


def test_what_is_said_of_another_report_is_not_about_this_one(desk: Desk) -> None:
    there = Reference(ELSEWHERE, 0, 7)
    desk.say("reject", "received", "place", "Tbilisi", left=(there,), right=(there,))
    assert (desk.ruled.reading, desk.ruled.found, desk.ruled.unfit) == (desk.reading, (), frozenset())


def test_an_account_is_the_one_whose_words_are_shared_most(desk: Desk) -> None:
    assert [account_at(desk.reading, desk.at(words)) for words in ("received", "ceiv", "its first", "stressed")] == [
        0,
        0,
        1,
        None,
    ]


SPOTS = [(kind, name) for kind, known in FIELDS.items() for name in known]


@st.composite
def decided(draw: st.DrawFn, desk: Desk, nth: int) -> Decision:
    """Some decision on some value of the report."""
    kind, name = draw(st.sampled_from(SPOTS))
    owners = {"engagement": ("received", "held its first meeting"), "person": ("Aram Petrosyan", "Abashvili")}
    owner = desk.at(draw(st.sampled_from(owners.get(kind, ("JWG",)))))
    field = FIELDS[kind][name]
    there = spots(desk.reading, kind, field, owner)
    words = reference(there, draw(st.sampled_from(there)), digest=desk.report.digest) if there else None
    verdicts: tuple[Verdict, ...] = ("accept", "unsure", "edit", *(() if field.required else ("reject",)))
    verdict = draw(st.sampled_from(verdicts))
    start = draw(st.integers(0, 40))
    written: Any = 3 if field.takes == "number" else True if field.takes == "yes or no" else "written"
    cited = Reference(desk.report.digest, start, start + 5) if draw(st.booleans()) else None
    return Decision(
        id=f"D-{nth}",
        verdict=verdict,
        by="desk",
        at="2026-11-24",
        kind=kind,  # type: ignore[arg-type]
        left=(owner,),
        right=(words or owner,),
        field=name,
        value=(field.choices[0] if field.choices else written) if verdict == "edit" else None,
        cited=cited if verdict == "edit" else None,
    )


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), count=st.integers(1, 8))
def test_whatever_is_decided_a_true_reading_comes_out(desk: Desk, data: st.DataObject, count: int) -> None:
    made = [data.draw(decided(desk, nth)) for nth in range(count)]
    found = ruled(desk.reading, made, digest=desk.report.digest, text=desk.report.text)
    reading = Reading.from_json(found.reading, desk.report.text)  # raises for a false citation
    assert len(reading.engagements) == len(desk.reading["engagements"])
    cited = {(each.start, each.end) for each in citations(reading)}
    parts_gone = any(each.verdict == "reject" and each.field in ("participant", "document") for each in made)
    told_again = len({each.kind for each in made}) > 1  # what is said of a person holds for all who take part as them
    assert (
        parts_gone or told_again or {(each.start, each.end) for each in found.found if each.verdict == "edit"} <= cited
    )
    assert ruled(desk.reading, made, digest=desk.report.digest, text=desk.report.text) == found


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data(), count=st.integers(1, 6))
def test_to_accept_or_be_unsure_changes_nothing(desk: Desk, data: st.DataObject, count: int) -> None:
    leaving = ("accept", "unsure")
    made = [data.draw(decided(desk, nth).filter(lambda each: each.verdict in leaving)) for nth in range(count)]
    assert ruled(desk.reading, made, digest=desk.report.digest, text=desk.report.text).reading == desk.reading
