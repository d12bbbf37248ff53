"""What several rooms' tests share: three reports of one invented working group, with readings made by hand."""

import shutil
from pathlib import Path
from typing import Any

import pytest

from communique import Reader, examples
from communique.reading import (
    Account,
    Body,
    Document,
    Head,
    Link,
    Masthead,
    Participant,
    Person,
    Reading,
    Statement,
)
from communique.record import Record
from communique.report import Cited, Report

FOUNDING = (
    "Tbilisi, 4 March 2019. Defence Minister Major General Levan Abashvili received Armenian Deputy Defence Minister "
    "Aram Petrosyan. Abashvili stressed that trade routes must stay open. During the visit the Georgian-Armenian "
    "Joint Working Group on Defence (JWG) held its first meeting. The sides discussed training and signed the "
    "Protocol on Training."
)
SECOND = (
    "Yerevan, 2 June 2021. The Joint Working Group on Defence held its second session, headed by Levan Abashvili, "
    "now Chief of General Staff of Georgia, and Aram Petrosyan. =Sum of the talks: a plan was agreed."
)
CALL = "Nino Beridze, Minister of Defence of Georgia, telephoned Jânis Ozols of Latvia. He said nothing new."


class Scribe:
    """Cites one text by its words."""

    def __init__(self, text: str) -> None:
        self.text = text

    def cite(self, words: str, value: Any = None, *, after: int = 0) -> Cited[Any]:
        """The first such words after an offset; the value is the words themselves unless another is given."""
        start = self.text.index(words, after)
        return Cited(self.text, start, start + len(words), value=words if value is None else value, rule="test.hand")


def _founding() -> tuple[Report, Reading]:
    report = Report("ge-1", FOUNDING, url="https://mod.example/1", published="2019-03-05", title="Minister meets guest")
    cite = Scribe(FOUNDING).cite
    day = cite("4 March 2019", "2019-03-04")
    host = Participant(
        person="P1",
        name=cite("Levan Abashvili"),
        rank=cite("Major General"),
        office=(cite("Defence Minister"),),
        party=cite("Tbilisi", "GE"),
        role=cite("received", "host"),
        leads=cite("received", False),
        mentions=(cite("Levan Abashvili"), cite("Abashvili", after=FOUNDING.index("Abashvili stressed"))),
    )
    guest = Participant(
        person="P2",
        name=cite("Aram Petrosyan"),
        office=(cite("Deputy Defence Minister"),),
        party=cite("Armenian", "AM"),
        role=cite("received", "guest"),
    )
    meeting = Account(
        id="E1",
        kind=cite("received", "meeting"),
        status=cite("received", "held"),
        trigger=cite("received"),
        start=day,
        end=day,
        place=cite("Tbilisi"),
        country=cite("Tbilisi", "GE"),
        participants=(host, guest),
        documents=(Document(name=cite("Protocol on Training"), status=cite("signed", "signed")),),
    )
    session = Account(
        id="E2",
        kind=cite("held its first meeting", "session"),
        status=cite("held its first meeting", "held"),
        trigger=cite("held its first meeting"),
        start=cite("4 March 2019", "2019-03"),
        body=cite("Georgian-Armenian Joint Working Group on Defence"),
        session_number=cite("first", 1),
        participants=(
            Participant(party=cite("Georgian", "GE"), role=cite("held", "participant")),
            Participant(party=cite("Armenian", "AM", after=FOUNDING.index("Georgian-"))),
        ),
        topics=(cite("training"),),
        outcomes=(cite("signed the Protocol on Training"),),
    )
    reading = Reading(
        report=Masthead(
            id=report.id,
            url=report.url,
            published=report.published,
            title=report.title,
            dateline_place=cite("Tbilisi"),
            dateline_date=day,
        ),
        reader="test-1",
        engagements=(meeting, session),
        people=(
            Person(
                id="P1",
                name=cite("Levan Abashvili"),
                rank=cite("Major General"),
                office=(cite("Defence Minister"),),
                party=cite("Tbilisi", "GE"),
                mentions=host.mentions,
            ),
            Person(
                id="P2",
                name=cite("Aram Petrosyan"),
                office=guest.office,
                party=guest.party,
                mentions=(cite("Aram Petrosyan"),),
            ),
        ),
        bodies=(
            Body(
                id="B1",
                name=cite("Georgian-Armenian Joint Working Group on Defence"),
                aliases=(cite("JWG"), cite("Joint Working Group on Defence")),
                kind=cite("Joint Working Group", "joint working group"),
                parties=(cite("Georgian", "GE"), cite("Armenian", "AM")),
                areas=(cite("Defence", after=FOUNDING.index("Group on")),),
                heads=(Head(name=cite("Levan Abashvili"), party=cite("Tbilisi", "GE")),),
            ),
        ),
        statements=(
            Statement(
                speaker=cite("Abashvili", "Levan Abashvili", after=FOUNDING.index("Abashvili stressed")),
                verb=cite("stressed"),
                content=cite("trade routes must stay open"),
            ),
        ),
        links=(Link(from_id="E2", to_id="E1", relation="part_of", evidence=cite("During the visit")),),
    )
    return report, reading


def _second() -> tuple[Report, Reading]:
    report = Report("am-7", SECOND)
    cite = Scribe(SECOND).cite
    head = Participant(
        person="P1",
        name=cite("Levan Abashvili"),
        office=(cite("Chief of General Staff"),),
        party=cite("Georgia", "GE"),
        leads=cite("headed by", True),
    )
    session = Account(
        id="E1",
        kind=cite("session", "session"),
        status=cite("held", "held"),
        trigger=cite("held its second session"),
        start=cite("2 June 2021", "2021-06-02"),
        end=cite("2 June 2021", "2021-06-03"),
        place=cite("Yerevan"),
        body=cite("Joint Working Group on Defence"),
        session_number=cite("second", 2),
        participants=(head, Participant(name=cite("Aram Petrosyan"), party=cite("Yerevan", "AM"))),
        outcomes=(cite("=Sum of the talks: a plan was agreed"),),
    )
    body = Body(
        id="B1",
        name=cite("Joint Working Group on Defence"),
        parties=(cite("Georgia", "GE"), cite("Yerevan", "AM")),
    )
    person = Person(id="P1", name=head.name or cite("Levan"), office=head.office, party=head.party)
    masthead = Masthead(id=report.id, dateline_date=cite("2 June 2021", "2021-06-02"))
    return report, Reading(report=masthead, reader="test-1", engagements=(session,), people=(person,), bodies=(body,))


def _call() -> tuple[Report, Reading]:
    report = Report("lv-3", CALL, published="2020-01-15")
    cite = Scribe(CALL).cite
    caller = Participant(
        person="P1",
        name=cite("Nino Beridze"),
        office=(cite("Minister of Defence of Georgia"),),
        party=cite("Georgia", "GE"),
    )
    callee = Participant(person="P2", name=cite("Jânis Ozols"), party=cite("Latvia", "LV"))
    call = Account(
        id="E1",
        kind=cite("telephoned", "call"),
        status=cite("telephoned", "held"),
        trigger=cite("telephoned"),
        undated="not reported",
        participants=(caller, callee),
    )
    statement = Statement(
        speaker=cite("Minister of Defence of Georgia"), verb=cite("said"), content=cite("nothing new"), direct=True
    )
    people = (
        Person(id="P1", name=cite("Nino Beridze"), office=caller.office, party=caller.party),
        Person(id="P2", name=cite("Jânis Ozols"), party=callee.party),
    )
    masthead = Masthead(id=report.id, published=report.published)
    return report, Reading(
        report=masthead, reader="test-1", engagements=(call,), people=people, statements=(statement,)
    )


@pytest.fixture(scope="session")
def example_record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of the example reports; it is shared, so never written to: `record_copy` is for that."""
    path = tmp_path_factory.mktemp("examples") / "examples.db"
    reports = list(examples.reports())
    with Record(path) as record:
        record.add_all(zip(reports, Reader().read_many(reports), strict=True))
    return path


@pytest.fixture
def record_copy(example_record: Path, tmp_path: Path) -> Path:
    """A copy of the record of the examples, to write to."""
    return Path(shutil.copy(example_record, tmp_path / "record.db"))


@pytest.fixture
def pairs() -> list[tuple[Report, Reading]]:
    """Reports with their readings: a founding meeting (ge-1), a second session (am-7), a call without a day (lv-3)."""
    return [_founding(), _second(), _call()]


KURA = (
    "Kura News. Tbilisi, 12 May 2031. Defence Minister of Georgia Colonel Levan Abashvili met with Estonian Defence "
    "Minister Mart Tamm in Tbilisi. They discussed training. Tamm said that the visit was overdue."
)
BALTIC = (
    "Baltic Wire. Estonia's Defence Minister Mart Tamm met in Batumi on 13 May 2031 with Lieutenant Colonel "
    "Levan Abashvili, the Georgian Defence Minister, for a second session of talks on training and cyber defence. "
    "Tamm noted that a plan is ready."
)


def _talks(
    id: str,  # noqa: A002
    text: str,
    day: tuple[str, str],
    place: str,
    rank: str,
    number: int | None,
) -> tuple[Report, Reading]:
    """One report of the talks of Georgia's and Estonia's ministers."""
    cite = Scribe(text).cite
    people = (
        Person(id="P1", name=cite("Levan Abashvili"), rank=cite(rank), party=cite("Georgia", "GE")),
        Person(id="P2", name=cite("Mart Tamm"), party=cite("Estonia", "EE")),
    )
    parts = (
        Participant(person="P1", name=people[0].name, rank=people[0].rank, party=people[0].party),
        Participant(person="P2", name=people[1].name, party=people[1].party, role=cite("met", "guest")),
    )
    topics = tuple(cite(each) for each in ("training", "cyber defence") if each in text)
    verb = "said" if "said" in text else "noted"
    content = text[text.index("that ", text.index(verb)) + len("that ") : -1]
    talks = Account(
        id="E1",
        kind=cite("met", "meeting"),
        status=cite("met", "held"),
        trigger=cite("met"),
        start=cite(*day),
        end=cite(*day),
        place=cite(place),
        country=cite(place, "GE"),
        session_number=cite("second", number) if number else None,
        participants=parts,
        topics=topics,
    )
    statement = Statement(speaker=cite("Mart Tamm"), verb=cite(verb), content=cite(content))
    head = Masthead(id=id, published=day[1], publisher=cite(" ".join(text.split()[:2]).rstrip(".")))
    reading = Reading(report=head, reader="test-1", engagements=(talks,), people=people, statements=(statement,))
    return Report(id, text, published=day[1]), reading


@pytest.fixture
def told_twice() -> list[tuple[Report, Reading]]:
    """Two outlets on one meeting: other days, other cities and other ranks, one topic in common, a number in one."""
    return [
        _talks("kura", KURA, ("12 May 2031", "2031-05-12"), "Tbilisi", "Colonel", None),
        _talks("baltic", BALTIC, ("13 May 2031", "2031-05-13"), "Batumi", "Lieutenant Colonel", 2),
    ]
