"""Records to write briefs on: three invented reports, and two parties of which there is far too much to tell."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from communique.reading import Account, Body, Document, Masthead, Participant, Person, Reading, Statement
from communique.record import Record
from communique.report import Cited, Report

REPORTS = 90
OFFICE = "First Deputy Minister for the Coordination of International Military and Military-Technical Cooperation"
BODY = "Joint Standing Commission on Defence, Border, Maritime, Medical and Military-Technical Cooperation and Training"


@pytest.fixture
def record(tmp_path: Path, pairs: list[tuple[Report, Reading]]) -> Iterator[Record]:
    """The record of three reports: Georgia and Armenia, Georgia and Latvia."""
    with Record(tmp_path / "record.db") as made:
        made.add_all(pairs)
        yield made


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which Georgia and Estonia met and signed and spoke in ninety reports, at length."""
    path = tmp_path_factory.mktemp("crowded") / "crowded.db"
    with Record(path) as record:
        record.add_all(_crowded(nth) for nth in range(REPORTS))
    return path


def _crowded(nth: int) -> tuple[Report, Reading]:
    year, day = 1990 + nth // 3, f"{1 + nth % 28:02}"
    host, guest = f"Levan {_name(nth)}shvili", f"Mart {_name(nth + 7)}tamm"
    said = (
        f"the plan number {nth} of our two countries will be carried out in full, in every part and without delay, " * 3
    )
    text = (
        f"Kura News. Tbilisi, {day} May {year}. {OFFICE} of Georgia {host} met with {OFFICE} of Estonia {guest} at the "
        f"Palace of Peace and Friendship, session {nth + 1} of the {BODY}. They discussed mountain training number {nth}, "
        f"military medicine number {nth} and cyber defence number {nth}, agreed to exchange teachers number {nth} and signed "
        f"the Agreement number {nth} on Cooperation in All Matters of Defence, Industry and Training, and a draft Protocol "
        f"number {nth} stays open. {guest} said that {said}A further session is planned for June {year + 40}."
    )

    def cite(words: str, value: Any = None, *, after: int = 0) -> Cited[Any]:
        start = text.index(words, after)
        return Cited(text, start, start + len(words), value=words if value is None else value, rule="test.hand")

    on = f"{year}-05-{day}"
    of_guest = text.index("of Estonia")
    sides = (
        Participant(
            person="P1",
            name=cite(host),
            office=(cite(f"{OFFICE} of Georgia"),),
            party=cite("Georgia", "GE"),
            leads=cite("met", True),
        ),
        Participant(person="P2", name=cite(guest), office=(cite(f"{OFFICE} of Estonia"),), party=cite("Estonia", "EE")),
    )
    held = Account(
        id="E1",
        kind=cite("session", "session"),
        status=cite("met", "held"),
        trigger=cite("met"),
        start=cite(f"{day} May {year}", on),
        place=cite("Palace of Peace and Friendship"),
        body=cite(BODY),
        session_number=cite(f"session {nth + 1}", nth + 1),
        participants=sides,
        topics=tuple(
            cite(f"{each} number {nth}") for each in ("mountain training", "military medicine", "cyber defence")
        ),
        outcomes=(cite(f"exchange teachers number {nth}"),),
        documents=(
            Document(
                name=cite(f"Agreement number {nth} on Cooperation in All Matters of Defence, Industry and Training"),
                status=cite("signed", "signed"),
            ),
            Document(name=cite(f"draft Protocol number {nth}")),
        ),
    )
    planned = Account(
        id="E2",
        kind=cite("A further session", "meeting"),
        status=cite("is planned", "planned"),
        trigger=cite("further session"),
        start=cite(f"June {year + 40}", f"{year + 40}-06"),
        participants=sides,
    )
    people = tuple(
        Person(id=each.person or "", name=each.name, office=each.office, party=each.party)
        for each in sides
        if each.name
    )
    body = Body(id="B1", name=cite(BODY), parties=(cite("Georgia", "GE"), cite("Estonia", "EE")))
    statement = Statement(speaker=cite(guest, after=of_guest), verb=cite("said"), content=cite(said.strip()))
    of = f"kura-{nth:02}"
    url = f"https://kura.example/news/{year}/{'a-very-long-address-' * 6}{nth}"
    masthead = Masthead(id=of, published=on, publisher=cite("Kura News"), title=None, url=url)
    return Report(of, text, published=on, url=url), Reading(
        report=masthead,
        reader="test-1",
        engagements=(held, planned),
        people=people,
        bodies=(body,),
        statements=(statement,),
    )


def _name(nth: int) -> str:
    """A name of its own for each number."""
    return "".join("BDGKLMNPRS"[int(each)] + "aeiouaeiou"[int(each)] for each in f"{nth:02}").capitalize()
