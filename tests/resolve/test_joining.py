from dataclasses import replace
from itertools import combinations
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from communique.reading import Account, Body, Masthead, Participant, Person, Reading, Statement
from communique.report import Cited, Report
from communique.resolve import BodyIdentity, Joining, PersonIdentity, fold

Pairs = list[tuple[Report, Reading]]

TEXT = "-"


def told(value: Any) -> Cited[Any]:
    return Cited(TEXT, 0, 1, value=value, rule="test.hand")


def reading(**parts: Any) -> Reading:
    return Reading(report=Masthead(id="r"), reader="test", **parts)


def account(**parts: Any) -> Account:
    return Account(id="E1", kind=told("session"), status=told("held"), trigger=told("met"), **parts)


def person(id: str, name: str, party: str | None = None, **parts: Any) -> Person:  # noqa: A002
    return Person(id=id, name=told(name), party=told(party) if party else None, **parts)


def test_one_name_and_party_is_one_person_however_written() -> None:
    joining = Joining("d", reading(people=(person("P1", "Jānis OZOLS", "LV"), person("P2", "Janis Ozols", "LV"))))
    assert joining.person("P1").id == joining.person("P2").id
    other = Joining("another", reading(people=(person("P9", "janis ozols", "LV"),)))
    assert other.person("P9").id == joining.person("P1").id


def test_one_name_for_two_parties_is_two_people() -> None:
    joining = Joining("d", reading(people=(person("P1", "Ali Khan", "PK"), person("P2", "Ali Khan", "GB"))))
    assert joining.person("P1").id != joining.person("P2").id


def test_names_of_signs_alone_stay_apart() -> None:
    joining = Joining("d", reading(people=(person("P1", "***", "PK"), person("P2", "–", "PK"))))
    assert joining.person("P1").id != joining.person("P2").id


def test_a_participant_is_the_person_named() -> None:
    joining = Joining("d", reading(people=(person("P1", "Ana Lee", "NZ"),)))
    assert joining.participant(Participant(person="P1")) == joining.person("P1")
    assert joining.participant(Participant(name=told("ANA LEE"))) == joining.person("P1")
    assert joining.participant(Participant(name=told("Ana Lee"), party=told("AU"))) == PersonIdentity("ana lee", "AU")
    assert joining.participant(Participant(party=told("NZ"))) is None


def test_a_speaker_is_found_by_name_mention_or_office() -> None:
    said = Statement(speaker=told("x"), verb=told("said"), content=told("so"))
    minister = Participant(person="P2", office=(told("Minister of Defence"),), party=told("FJ"))
    joining = Joining(
        "d",
        reading(
            people=(person("P1", "Ana Lee", "NZ", mentions=(told("Lee"),)), person("P2", "Jone Koroi", "FJ")),
            engagements=(account(participants=(minister,)),),
        ),
    )
    by_mention = replace(said, speaker=told("LEE"))
    by_office = replace(said, speaker=told("Minister of Defence"))
    assert joining.speaker(by_mention) == (joining.person("P1"), "NZ")
    assert joining.speaker(by_office) == (joining.person("P2"), "FJ")
    assert joining.speaker(replace(said, speaker=told("sides"))) == (None, None)


def test_a_mention_that_two_people_share_settles_nothing() -> None:
    lees = (
        person("P1", "Ana Lee", "NZ", mentions=(told("Lee"),)),
        person("P2", "Tom Lee", "NZ", mentions=(told("Lee"),)),
    )
    joining = Joining("d", reading(people=lees))
    assert joining.speaker(Statement(speaker=told("Lee"), verb=told("said"), content=told("so"))) == (None, None)


def body(id: str, name: str, *aliases: str, parties: tuple[str, ...] = ("FJ", "NZ")) -> Body:  # noqa: A002
    return Body(id=id, name=told(name), aliases=tuple(map(told, aliases)), parties=tuple(map(told, parties)))


def test_the_body_that_meets_is_the_readings_body_by_name_alias_or_words() -> None:
    joining = Joining("d", reading(bodies=(body("B1", "Fiji-New Zealand Joint Committee on Patrols", "FNJC"),)))
    for words in ("fiji new zealand joint committee on patrols", "FNJC", "Joint Committee on Patrols"):
        assert joining.meeting_body(account(body=told(words))) == joining.body("B1")
    assert joining.meeting_body(account()) is None


def test_a_body_that_may_be_either_of_two_is_neither() -> None:
    two = (body("B1", "Joint Committee on Patrols"), body("B2", "Joint Committee on Training"))
    met = Joining("d", reading(bodies=two)).meeting_body(
        account(body=told("Joint Committee"), participants=(Participant(party=told("NZ")),))
    )
    assert met == BodyIdentity("joint committee", ("NZ",))


def test_the_order_of_a_bodys_parties_does_not_matter() -> None:
    one = Joining("d", reading(bodies=(body("B1", "Staff Talks", parties=("NZ", "FJ")),)))
    other = Joining("d", reading(bodies=(body("B1", "Staff Talks", parties=("FJ", "NZ", "FJ")),)))
    assert one.body("B1").id == other.body("B1").id


def test_links_reach_only_what_the_reading_tells_of() -> None:
    joining = Joining("d", reading(engagements=(account(),), bodies=(body("B1", "Staff Talks"),)))
    assert joining.linked("E1") == joining.engagement("E1")
    assert joining.linked("B1") == joining.body("B1").id
    assert joining.linked("E2") is None


def test_ids_never_change() -> None:
    """Ids once shown keep resolving: these may change only together with a redirect from the old ones."""
    said = Statement(speaker=told("x"), verb=told("said"), content=told("so"))
    joining = Joining("0" * 64, reading(engagements=(account(),), statements=(said,)))
    assert joining.engagement("E1") == "E-7f52ea649a1e"
    assert joining.statement(0) == "S-7f52ea649a1e"
    assert PersonIdentity("ana lee", "NZ").id == "P-223e287294b6"
    assert BodyIdentity("staff talks", ("FJ", "NZ")).id == "B-13d2f0c5dae3"


@given(st.sets(st.tuples(st.text(), st.none() | st.text(min_size=1)), min_size=2))
def test_people_of_different_folded_names_or_parties_have_different_ids(people: set[tuple[str, str | None]]) -> None:
    for (name, party), (other, others) in combinations(people, 2):
        same = (fold(name), party) == (fold(other), others)
        assert (PersonIdentity(fold(name), party).id == PersonIdentity(fold(other), others).id) == same


def test_whole_readings_join_alike_twice(pairs: Pairs) -> None:
    for report, read in pairs:
        one, other = Joining(report.digest, read), Joining(report.digest, read)
        assert [one.person(each.id) for each in read.people] == [other.person(each.id) for each in read.people]


def test_the_same_person_in_two_reports_is_one(pairs: Pairs) -> None:
    (first, reading_1), (second, reading_2), _ = pairs
    assert Joining(first.digest, reading_1).person("P1") == Joining(second.digest, reading_2).person("P1")


def test_engagements_of_different_texts_differ() -> None:
    told_twice = reading(engagements=(account(), replace(account(), id="E2")))
    some, others = Joining("a", told_twice), Joining("b", told_twice)
    assert len({each.engagement(id) for each in (some, others) for id in ("E1", "E2")}) == 4  # noqa: A001
