from collections.abc import Iterator
from pathlib import Path

import pytest

from communique.errors import NotInRecord, RecordError
from communique.reading import Masthead, Person, Reading
from communique.record import Counts, EngagementFilter, Record
from communique.record.entries import Told, to_json
from communique.report import Cited, Report

Pairs = list[tuple[Report, Reading]]

LEVAN = "Levan Abashvili"


@pytest.fixture
def record(tmp_path: Path, pairs: Pairs) -> Iterator[Record]:
    """A record with the shared pairs."""
    with Record(tmp_path / "a.db") as opened:
        opened.add_all(pairs)
        yield opened


def tellings(record: Record, asked: EngagementFilter | None = None) -> list[tuple[str, str]]:
    """Which accounts of which reports tell of the engagements asked for."""
    return [(told.report, told.account) for each in record.engagements(asked) for told in each.tellings]


FIRST, SESSION, SECOND, CALL = ("ge-1", "E1"), ("ge-1", "E2"), ("am-7", "E1"), ("lv-3", "E1")


def test_counts(record: Record) -> None:
    assert record.counts() == Counts(
        reports=3,
        engagements=4,
        people=4,
        bodies=1,
        statements=2,
        documents=1,
        first_day="2019-03-05",
        last_day="2021-06-02",
    )


def test_a_new_record_answers_with_nothing(tmp_path: Path) -> None:
    with Record(tmp_path / "new.db") as record:
        assert record.counts().first_day is None
        answers = (record.reports, record.engagements, record.people, record.bodies, record.statements)
        assert [answer() for answer in answers] == [[]] * 5
        assert not [*record.mentions(), *record.readings()]


# Reports


def test_reports_are_in_order_of_their_day(record: Record) -> None:
    assert [(each.id, each.day, each.engagements, each.statements) for each in record.reports()] == [
        ("ge-1", "2019-03-05", 2, 1),
        ("lv-3", "2020-01-15", 1, 1),
        ("am-7", "2021-06-02", 1, 0),
    ]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("janis", ["lv-3"]),
        ("JĀNIS ozols", ["lv-3"]),
        ("petrosyan session", ["am-7"]),
        ('"held its"', ["ge-1", "am-7"]),
        ('"its held"', []),
        ("telephon*", ["lv-3"]),
        ("guest", ["ge-1"]),  # in the title
        ("AND OR NOT", []),
        ('levan "', ["ge-1", "am-7"]),
        ("text:levan", []),
        ("Joint-Working", ["ge-1", "am-7"]),
    ],
)
def test_words_of_reports(record: Record, words: str, found: list[str]) -> None:
    assert [each.id for each in record.reports(text=words)] == found


@pytest.mark.parametrize("words", ["—", '""', "*", " "])
def test_words_without_a_letter_are_refused(record: Record, words: str) -> None:
    with pytest.raises(RecordError, match="no word"):
        record.reports(text=words)


def test_a_report_that_is_not_there_is_said_with_near_ids(record: Record) -> None:
    with pytest.raises(NotInRecord, match=r"'ge-11'.*did you mean ge-1"):
        record.report("ge-11")


def test_readings_come_in_order_of_id(record: Record) -> None:
    assert [each.report.id for each in record.readings()] == ["am-7", "ge-1", "lv-3"]


# Engagements


def test_engagements_are_in_order_of_their_day_and_those_without_come_last(record: Record) -> None:
    assert tellings(record) == [SESSION, FIRST, SECOND, CALL]  # 2019-03 may be earlier than 2019-03-04


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (EngagementFilter(parties=("GE",)), [SESSION, FIRST, SECOND, CALL]),
        (EngagementFilter(parties=("GE", "AM")), [SESSION, FIRST, SECOND]),
        (EngagementFilter(parties=("AM", "LV")), []),
        (EngagementFilter(person="levan ABASHVILI"), [FIRST, SECOND]),
        (EngagementFilter(person="Abashvili"), [FIRST, SECOND]),
        (EngagementFilter(body="JWG"), [SESSION, SECOND]),
        (EngagementFilter(body="Joint Working Group on Defence"), [SESSION, SECOND]),
        (EngagementFilter(kind="session"), [SESSION, SECOND]),
        (EngagementFilter(status="held", kind="call"), [CALL]),
        (EngagementFilter(status="planned"), []),
        (EngagementFilter(from_day="2019-03-05"), [SESSION, SECOND]),  # March 2019 may be any of its days
        (EngagementFilter(to_day="2019-03-03"), [SESSION]),
        (EngagementFilter(from_day="2019", to_day="2019"), [SESSION, FIRST]),
        (EngagementFilter(from_day="2021-06-03"), [SECOND]),
        (EngagementFilter(from_day="2021-06-04"), []),
        (EngagementFilter(text="telephoned"), [CALL]),
        (EngagementFilter(limit=2), [SESSION, FIRST]),
        (EngagementFilter(parties=("GE",), kind="session", from_day="2020", text="plan", limit=5), [SECOND]),
    ],
)
def test_engagements_asked_for(record: Record, asked: EngagementFilter, found: list[tuple[str, str]]) -> None:
    assert tellings(record, asked) == found


@pytest.mark.parametrize("day", ["yesterday", "2019-13", "19"])
def test_a_day_that_is_none_is_refused(record: Record, day: str) -> None:
    with pytest.raises(RecordError, match=f"{day}.*2017-10-24"):
        record.engagements(EngagementFilter(from_day=day))


def test_an_engagement_in_full(record: Record) -> None:
    (found,) = record.engagements(EngagementFilter(kind="meeting"))
    assert found.trigger == Told("received", "ge-1", 70, 78, "received", "test.hand")
    assert found.start == Told("2019-03-04", "ge-1", 9, 21, "4 March 2019", "test.hand")
    assert found.parties == ("GE", "AM")
    host, guest = found.participants
    assert host.person == record.person(LEVAN).id
    assert [told.value for told in (host.name, host.rank, host.role, host.leads) if told] == [
        LEVAN,
        "Major General",
        "host",
        False,
    ]
    assert [each.value for each in guest.office] == ["Deputy Defence Minister"]
    assert [(each.name.value, each.status and each.status.value) for each in found.documents] == [
        ("Protocol on Training", "signed")
    ]
    (link,) = found.links
    assert (link.relation, link.to_id, link.evidence.quote) == ("part_of", found.id, "During the visit")
    session = record.engagement(link.from_id)
    assert session.links == (link,)
    assert session.session_number == Told(1, "ge-1", 266, 271, "first", "test.hand")
    assert session.body_id == record.body("JWG").id
    assert [each.value for each in session.outcomes] == ["signed the Protocol on Training"]
    assert [each.person for each in session.participants] == [None, None]


def test_an_undated_engagement_says_why(record: Record) -> None:
    (call,) = record.engagements(EngagementFilter(kind="call"))
    assert (call.start, call.undated) == (None, "not reported")


def test_an_engagement_that_is_not_there_is_said(record: Record) -> None:
    known = record.engagements()[0].id
    with pytest.raises(NotInRecord, match=f"E-nothing.*|{known}"):
        record.engagement("E-nothing")
    with pytest.raises(NotInRecord, match=f"did you mean {known}"):
        record.engagement(known[:-1])


def test_many_engagements_are_found_whole(tmp_path: Path, pairs: Pairs) -> None:
    """More than one chunk of them."""
    _, (_, reading), _ = pairs
    with Record(tmp_path / "many.db") as record:
        for n in range(600):
            text = f"{pairs[1][0].text} {n}"
            told = reading.to_json()
            account = told["engagements"][0]
            account["start"] |= {"value": f"{1400 + n}-06-02"}
            account["end"] = account["session_number"] = None
            told["report"] = {"id": f"r{n:04}"}
            day = f"{1400 + n}-06-03"
            record.add(Report(f"r{n:04}", text, published=day), Reading.from_json(told, text))
        found = record.engagements()
        assert [each.tellings[0].report for each in found] == [f"r{n:04}" for n in range(600)]
        assert len(record.person(LEVAN).engagements) == 600
        assert record.people()[1].engagements == 600


# People


def test_people_are_in_order_of_name(record: Record) -> None:
    assert [(each.name, each.party, each.reports, each.engagements) for each in record.people()] == [
        ("Aram Petrosyan", "AM", 2, 2),
        ("Jânis Ozols", "LV", 1, 1),
        (LEVAN, "GE", 2, 2),
        ("Nino Beridze", "GE", 1, 1),
    ]


@pytest.mark.parametrize(
    ("text", "party", "found"),
    [
        ("janis", None, ["Jânis Ozols"]),
        ("general", None, [LEVAN]),
        ("MINISTER", "GE", [LEVAN, "Nino Beridze"]),
        ("e", "LV", []),
        ("%", None, []),
        (None, "GE", [LEVAN, "Nino Beridze"]),
        (None, "FR", []),
    ],
)
def test_people_asked_for(record: Record, text: str | None, party: str | None, found: list[str]) -> None:
    assert [each.name for each in record.people(text=text, party=party)] == found


def test_a_person_in_full(record: Record) -> None:
    person = record.person(LEVAN)
    assert person == record.person(person.id) == record.person("abashvili")
    assert [(each.report, each.value) for each in person.names] == [
        ("ge-1", LEVAN),
        ("ge-1", "Abashvili"),
        ("am-7", LEVAN),
    ]
    assert [(each.rank, each.office, each.party, each.first, each.last) for each in person.postings] == [
        ("Major General", "Defence Minister", "GE", "2019-03-05", "2019-03-05"),
        (None, "Chief of General Staff", "GE", "2021-06-02", "2021-06-02"),
    ]
    assert [told.quote for told in person.postings[0].citations] == ["Defence Minister"]
    assert [each.tellings[0].report for each in person.engagements] == ["ge-1", "am-7"]
    assert [each.content.value for each in person.statements] == ["trade routes must stay open"]


def test_the_posting_shown_is_the_latest(record: Record) -> None:
    (line,) = record.people(text="abashvili")
    assert line.posting is not None
    assert line.posting.office == "Chief of General Staff"
    assert line.postings == record.person(line.id).postings  # each is told by one report only


def test_a_list_cites_the_first_report_of_each_wording(tmp_path: Path, pairs: Pairs) -> None:
    _, (_, reading), _ = pairs
    with Record(tmp_path / "a.db") as record:
        for day in ("2021-06-05", "2021-06-09", "2020-01-01"):
            text = f"{pairs[1][0].text} {day}"
            record.add(Report(f"r{day}", text, published=day), Reading.from_json(reading.to_json(), text))
        (posting,) = record.people(text="abashvili")[0].postings
        assert (posting.first, posting.last) == ("2020-01-01", "2021-06-09")
        assert [told.report for told in posting.citations] == ["r2020-01-01"]
        assert len(record.person(LEVAN).postings[0].citations) == 3


def test_a_posting_lasts_from_its_first_to_its_last_report(tmp_path: Path, pairs: Pairs) -> None:
    _, (_, reading), _ = pairs
    with Record(tmp_path / "a.db") as record:
        for day in ("2021-06-05", None, "2021-06-09", "2020-01-01"):
            text = f"{pairs[1][0].text} {day}"
            undated = Reading.from_json(reading.to_json() | {"report": {"id": f"r{day}"}}, text)
            record.add(Report(f"r{day}", text, published=day), undated)
        (posting,) = record.person(LEVAN).postings
        assert (posting.first, posting.last) == ("2020-01-01", "2021-06-09")
        assert len(posting.citations) == 4


def test_a_person_that_is_not_there_is_said_with_near_names(record: Record) -> None:
    with pytest.raises(NotInRecord, match=r"'Levan Abashvilli'.*did you mean Levan Abashvili"):
        record.person("Levan Abashvilli")
    with pytest.raises(NotInRecord, match=r"no person 'Zzz' in the record$"):
        record.person("Zzz")


def test_a_name_of_several_people_is_said_with_their_ids(tmp_path: Path, pairs: Pairs) -> None:
    text = "Nino Beridze and Zurab Beridze. Beridze, Beridze."

    def person(nth: int, name: str, after: int) -> Person:
        start, again = text.index(name), text.index("Beridze", after)
        name_, mention, party = (
            Cited(text, first, first + length, value=value, rule="test.hand")
            for first, length, value in ((start, len(name), name), (again, 7, "Beridze"), (start, len(name), "GE"))
        )
        return Person(id=f"P{nth}", name=name_, party=party, mentions=(mention,))

    people = (person(1, "Nino Beridze", 32), person(2, "Zurab Beridze", 41))
    with Record(tmp_path / "a.db") as record:
        record.add(Report("two", text), Reading(report=Masthead(id="two"), reader="test-1", people=people))
        with pytest.raises(
            NotInRecord, match=r"more than one person: P-\w+ \(Nino Beridze\); P-\w+ \(Zurab Beridze\); give the id"
        ):
            record.person("Beridze")
        assert len(record.people(text="Beridze")) == 2


# Bodies


def test_bodies_with_their_sessions_counted(record: Record) -> None:
    assert [(each.name, each.parties, each.sessions, each.last_number, each.last_day) for each in record.bodies()] == [
        ("Georgian-Armenian Joint Working Group on Defence", ("AM", "GE"), 2, 2, "2021-06-02"),
    ]


def test_bodies_asked_for(record: Record) -> None:
    assert len(record.bodies(parties=("GE",))) == 1
    assert record.bodies(parties=("GE", "LV")) == []
    assert [each.name for each in record.bodies(text="jwg")] == ["Georgian-Armenian Joint Working Group on Defence"]


def test_a_body_in_full(record: Record) -> None:
    body = record.body("georgian armenian joint working group on defence")
    assert body == record.body(body.id) == record.body("JWG")
    assert [each.value for each in body.aliases] == ["Joint Working Group on Defence", "JWG"]
    assert body.founding == ()
    assert [each.value for each in body.kind] == ["joint working group"]
    assert [each.value for each in body.areas] == ["Defence"]
    (head,) = body.heads
    assert (head.name.value, head.party and head.party.value, head.first) == (LEVAN, "GE", "2019-03-05")
    assert head.person == record.person(LEVAN).id
    first, second = body.sessions
    assert (first.number, first.start, first.engagement.kind.value) == (1, "2019-03", "session")
    assert (second.number, second.start) == (2, "2021-06-02")
    assert (first.since, second.since) == (None, None)  # of the first no more than the month is told
    assert body.missing == ()


def test_the_sessions_of_a_body_are_in_order(tmp_path: Path, pairs: Pairs) -> None:
    _, (report, reading), _ = pairs
    with Record(tmp_path / "a.db") as record:
        for n, (number, day) in enumerate([(3, "2023-01-01"), (1, None), (None, "2022-05-05"), (2, "2021-06-02")]):
            told = reading.to_json()
            account = told["engagements"][0]
            account["session_number"] = number and account["session_number"] | {"value": number}
            account["start"] = day and account["start"] | {"value": day}
            account["end"] = None
            text = f"{report.text} {n}"
            record.add(Report(f"r{n}", text), Reading.from_json(told, text))
        body = record.body("Joint Working Group on Defence")
        assert [(each.number, each.start) for each in body.sessions] == [
            (1, None),
            (2, "2021-06-02"),
            (None, "2022-05-05"),
            (3, "2023-01-01"),
        ]


def test_a_body_that_is_not_there_is_said(record: Record) -> None:
    with pytest.raises(NotInRecord, match=r"no body.*did you mean Joint Working Group on Defence"):
        record.body("Joint Working Group on Defense")


# Statements


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["trade routes must stay open", "nothing new"]),
        ({"speaker": LEVAN}, ["trade routes must stay open"]),
        ({"speaker": "Nino Beridze"}, ["nothing new"]),  # told of by her office
        ({"speaker": "minister of defence"}, ["nothing new"]),
        ({"speaker": "nobody"}, []),
        ({"party": "GE"}, ["trade routes must stay open", "nothing new"]),
        ({"party": "LV"}, []),
        ({"text": "trade open"}, ["trade routes must stay open"]),
        ({"verb": "stress"}, ["trade routes must stay open"]),
        ({"verb": "said", "party": "GE"}, ["nothing new"]),
    ],
)
def test_statements_asked_for(record: Record, asked: dict[str, str], found: list[str]) -> None:
    assert [each.content.value for each in record.statements(**asked)] == found


def test_a_statement_in_full(record: Record) -> None:
    said = record.statements(verb="said")[0]
    assert (said.speaker.value, said.direct, said.party) == ("Minister of Defence of Georgia", True, "GE")
    assert said.person == record.person("Nino Beridze").id
    assert said.content == Told("nothing new", "lv-3", 88, 99, "nothing new", "test.hand")


# Whatever a user may type


@pytest.mark.parametrize("words", ["\udcff", "a\0b", "'; DROP TABLE reports; --", "%_\\", "é" * 5000])
def test_any_words_are_just_words(record: Record, words: str) -> None:
    for ask in (record.report, record.engagement, record.person, record.body):
        with pytest.raises(NotInRecord):
            ask(words)
    for asked in (
        EngagementFilter(parties=(words,), kind=words, status=words),
        EngagementFilter(kind=words),
        EngagementFilter(status=words),
    ):
        assert record.engagements(asked) == []
    assert record.people(text=words) == record.people(party=words) == []
    assert record.bodies(text=words) == record.bodies(parties=(words,)) == []
    assert record.statements(speaker=words) == record.statements(party=words) == []
    if any(each.isalnum() for each in words):
        assert not record.reports(text=words)
        assert not record.statements(text=words)


# Mentions, and entries as JSON


def test_mentions_are_true_and_each_is_there_once(record: Record) -> None:
    found = list(record.mentions())
    texts = {each.report.id: each.report.text for each in record.readings()}
    assert all(texts[each.report][each.start : each.end] == each.quote for each in found)
    assert len(set(found)) == len(found)
    assert found == sorted(found, key=lambda each: (each.kind, each.report, each.start, each.end, each.id))
    assert [(each.report, each.quote) for each in found if each.kind == "account"] == [
        ("am-7", "held its second session"),
        ("ge-1", "received"),
        ("ge-1", "held its first meeting"),
        ("lv-3", "telephoned"),
    ]
    assert {each.quote for each in found if each.id == record.body("JWG").id} == {
        "Georgian-Armenian Joint Working Group on Defence",
        "Joint Working Group on Defence",
        "JWG",
    }


def test_entries_are_json_ready(record: Record) -> None:
    shown = to_json(record.report("ge-1"))
    assert shown["report"]["id"] == "ge-1"
    assert Reading.from_json(shown["reading"], shown["report"]["text"]) == record.report("ge-1").reading
    assert to_json(record.person(LEVAN))["postings"][0]["citations"][0]["quote"] == "Defence Minister"


def test_two_records_of_the_same_answer_alike_whatever_the_order(tmp_path: Path, pairs: Pairs, record: Record) -> None:
    with Record(tmp_path / "b.db") as other:
        other.add_all(reversed(pairs))
        assert other.engagements() == record.engagements()
        assert other.people() == record.people()
        assert [other.person(each.id) for each in other.people()] == [
            record.person(each.id) for each in record.people()
        ]
        assert [other.body(each.id) for each in other.bodies()] == [record.body(each.id) for each in record.bodies()]
        assert other.statements() == record.statements()
        assert list(other.mentions()) == list(record.mentions())


def test_every_body_at_once_is_each_of_them(tmp_path: Path, pairs: list[tuple[Report, Reading]]) -> None:
    with Record(tmp_path / "a.db") as record:
        record.add_all(pairs)
        assert list(record.each_body()) == [record.body(each.id) for each in record.bodies()] != []
