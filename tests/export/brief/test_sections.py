"""What each section takes and leaves, on reports and readings made for it."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

from communique.export.brief import Dossier, dossier
from communique.reading import Account, Document, Masthead, Participant, Person, Reading, Statement
from communique.record import Record
from communique.report import Cited, Report

Cite = Callable[..., Cited[Any]]
Told = Callable[[Cite], dict[str, Any]]

TEXT = (
    "Tbilisi. Georgia, Armenia and France met on {day}. A call is planned for {due}. A draft Treaty was discussed, a "
    "Protocol was signed. Nino Beridze said that the road to the sea has to stay open. Georgia thanked them for all the "
    "help given so far. Session two of the Road Commission was held."
)


@pytest.fixture
def told(tmp_path: Path) -> Callable[..., Dossier]:
    """Makes a brief on Georgia and Armenia as of 2020 of reports, each told by what its reading has."""

    def made(
        *readings: Told, on: str = "2020-06-30", published: Sequence[str] = ("2020-01-01", "2020-02-01", "2020-03-01")
    ) -> Dossier:
        with Record(tmp_path / "record.db") as record:
            for nth, reading in enumerate(readings):
                text = TEXT.format(day=f"{nth + 1} January 2020", due="9 May 2020") + f" End of report {nth}."
                day = published[nth]

                def cite(words: str, value: Any = None, text: str = text) -> Cited[Any]:
                    start = text.index(words)
                    return Cited(
                        text, start, start + len(words), value=words if value is None else value, rule="test.hand"
                    )

                masthead = Masthead(id=f"r{nth}", published=day)
                record.add(
                    Report(f"r{nth}", text, published=day), Reading(report=masthead, reader="test-1", **reading(cite))
                )
            return dossier(record, ("GE", "AM"), on=on)

    return made


def sides(cite: Cite, *more: str) -> tuple[Participant, ...]:
    codes = {"Georgia": "GE", "Armenia": "AM", "France": "FR"}
    return tuple(Participant(party=cite(each, codes[each])) for each in ("Georgia", "Armenia", *more))


def met(cite: Cite, **more: Any) -> Account:
    given: dict[str, Any] = {
        "id": "E1",
        "kind": cite("met", "meeting"),
        "status": cite("met", "held"),
        "trigger": cite("met"),
        "start": cite("January 2020", "2020-01"),
        "participants": sides(cite),
    }
    return Account(**given | more)


def section(said: Dossier, title: str) -> Any:
    return next(each for each in said.sections if each.title == title)


def texts(said: Dossier, title: str, part: int = 0) -> list[str]:
    return [line.text for line in section(said, title).parts[part].lines]


def test_others_who_took_part_are_named_with_the_words_that_say_so(told: Callable[..., Dossier]) -> None:
    said = told(lambda cite: {"engagements": (met(cite, participants=sides(cite, "France")),)})
    (line,) = section(said, "Last meetings and calls").lines
    (who,) = line.points
    assert who.text == "with France"
    assert "France" in who.cited[0].quote


def test_what_was_announced_is_coming_overdue_or_without_a_day(told: Callable[..., Dossier]) -> None:
    def planned(cite: Cite) -> dict[str, Any]:
        status, trigger = cite("is planned", "planned"), cite("call")
        common = {"kind": cite("call", "call"), "status": status, "trigger": trigger}
        return {
            "engagements": (
                met(cite, id="E1", start=cite("9 May 2020", "2020-05-09"), **common),
                met(cite, id="E2", start=None, undated="not reported", **(common | {"trigger": cite("planned")})),
                met(cite, id="E3", start=cite("May 2020", "2020-08"), **(common | {"trigger": cite("planned for")})),
                met(
                    cite,
                    id="E4",
                    start=cite("May 2020", "2020-09"),
                    **(common | {"status": status, "trigger": cite("A call"), "kind": cite("A call", "visit")}),
                ),
            )
        }

    lines = list(section(told(planned), "Announced, not reported held").lines)
    assert [(line.label, line.text) for line in lines] == [
        ("August 2020", "Call (planned)"),
        ("September 2020", "Visit (planned)"),
        ("day not told", "Call (planned)"),
        ("9 May 2020", "Call (planned) – not reported held by this day"),
    ]
    assert [line.points[-1].text for line in lines] == ["1 January 2020"] * 4


def test_what_was_called_off_is_told_while_its_day_is_to_come(told: Callable[..., Dossier]) -> None:
    def off(day: str) -> Told:
        return lambda cite: {
            "engagements": (met(cite, status=cite("met", "cancelled"), start=cite("9 May 2020", day)),)
        }

    assert texts(told(off("2020-07-09")), "Announced, not reported held") == ["Meeting (cancelled) – called off"]


def test_a_session_that_its_body_has_held_since_is_awaited_no_more(told: Callable[..., Dossier]) -> None:
    def session(status: str, number: int, month: str | None) -> Told:
        def reading(cite: Cite) -> dict[str, Any]:
            return {
                "engagements": (
                    met(
                        cite,
                        kind=cite("Session", "session"),
                        status=cite("was held", status),
                        trigger=cite("Session two"),
                        start=cite("January 2020", month) if month else None,
                        undated=None if month else "not reported",
                        body=cite("Road Commission"),
                        session_number=cite("two", number),
                    ),
                )
            }

        return reading

    said = told(session("planned", 2, None), session("held", 3, "2020-02"), session("planned", 4, "2020-11"))
    assert texts(said, "Announced, not reported held") == ["4th session of the Road Commission (planned)"]
    assert texts(said, "Last meetings and calls") == ["3rd session of the Road Commission"]


def test_an_instrument_is_told_once_where_it_got_furthest(told: Callable[..., Dossier]) -> None:
    def with_documents(**statuses: str | None) -> Told:
        def reading(cite: Cite) -> dict[str, Any]:
            documents = tuple(
                Document(name=cite(name), status=cite("signed", status) if status else None)
                for name, status in statuses.items()
            )
            return {"engagements": (met(cite, documents=documents),)}

        return reading

    said = told(
        with_documents(Protocol="proposed", Treaty=None),
        with_documents(Protocol="signed"),
        with_documents(Protocol="agreed"),
    )
    assert texts(said, "Instruments", 0) == ["Protocol (signed)"]
    assert texts(said, "Instruments", 1) == ["Treaty (status not told)"]


def test_positions_are_what_says_something_once_and_in_the_words_of_the_report(told: Callable[..., Dossier]) -> None:
    def speaking(cite: Cite) -> dict[str, Any]:
        def said(verb: str, content: str) -> Statement:
            return Statement(speaker=cite("Nino Beridze"), verb=cite(verb), content=cite(content))

        statements = (
            said("said", "the road to the sea has to stay open"),
            said("said", "the road"),
            said("thanked", "them for all the help given so far"),
        )
        people = (Person(id="P1", name=cite("Nino Beridze"), party=cite("Georgia", "GE")),)
        return {"engagements": (met(cite),), "people": people, "statements": statements}

    said = told(speaking, speaking)
    assert texts(said, "Positions stated") == ["Nino Beridze said that the road to the sea has to stay open"]
    (line,) = section(said, "Positions stated").parts[0].lines
    assert line.label == "1 February 2020"


def test_a_report_without_a_day_is_left_out_and_counted(
    tmp_path: Path, told_twice: list[tuple[Report, Reading]]
) -> None:
    (report, reading), other = told_twice
    undated = Reading.from_json(reading.to_json() | {"report": {"id": report.id}}, report.text)
    with Record(tmp_path / "record.db") as record:
        record.add(Report(report.id, report.text), undated)
        record.add(*other)
        said = dossier(record, ("GE", "EE"), on="2032-01-01")
    assert said.rests_on.endswith("1 report without a day left out.")
    assert {source.report for source in said.sources} == {"baltic"}
