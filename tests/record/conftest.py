import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine

from communique import export
from communique.reading import Account, Body, Link, Masthead, Participant, Person, Reading, Statement
from communique.record import Record
from communique.report import Cited, Report

NAMES = ("Ana Lee", "Ana K. Lee", "Lee", "Ben Lee", "Kim", "Carl Kim")
BODIES = ("Joint Group", "Joint Working Group", "Committee")
DAYS = ("2019-05-03", "2019-05-04", "2019-05", None)
TRIGGERS = ("met", "held talks", "received")
TEXT = "Report {n} of {day}. " + ", ".join(NAMES) + ": " + ", ".join(BODIES) + " " + ", ".join(TRIGGERS) + ". End."


def report(n: int) -> Report:
    day = (None, "2019-05-05", "2019-05-06")[n % 3]
    return Report(f"r{n}", TEXT.format(n=n, day=day), published=day)


def reading(told: Report, seed: int) -> Reading:
    """One of many readings of a report: who met, in which body, when, by which words."""
    chance = random.Random(f"{told.id} {seed}")

    def cite(words: str, value: Any = None) -> Cited[Any]:
        start = told.text.index(words)
        return Cited(told.text, start, start + len(words), value=value or words, rule="test.hand")

    def participant(name: str) -> Participant:
        return Participant(name=cite(name), party=cite(name, chance.choice(("NO", "FI"))), office=(cite("Report"),))

    def account(nth: int, trigger: str) -> Account:
        day = chance.choice(DAYS)
        body = chance.choice((*BODIES, None))
        return Account(
            id=f"E{nth}",
            kind=cite(trigger, chance.choice(("meeting", "session"))),
            status=cite(trigger, chance.choice(("held", "planned"))),
            trigger=cite(trigger),
            start=cite("Report", day) if day else None,
            undated=None if day else "not reported",
            body=cite(body) if body else None,
            participants=tuple(participant(each) for each in chance.sample(NAMES, 2)),
            topics=(cite("End"),),
        )

    accounts = tuple(account(nth, each) for nth, each in enumerate(chance.sample(TRIGGERS, chance.randint(1, 3)), 1))
    people = tuple(
        Person(id=f"P{nth}", name=cite(each), party=cite(each, chance.choice(("NO", "FI"))))
        for nth, each in enumerate(chance.sample(NAMES, 2), 1)
    )
    bodies = (Body(id="B1", name=cite(chance.choice(BODIES)), aliases=(cite("Committee"),)),)
    links = (Link(from_id="E1", to_id="B1", relation="established_by", evidence=cite("End")),)
    said = Statement(speaker=cite(chance.choice(NAMES)), verb=cite("of"), content=cite("End"))
    return Reading(
        report=Masthead(id=told.id, published=told.published),
        reader=f"test-{seed}",
        engagements=accounts,
        people=people,
        bodies=bodies,
        statements=(said,),
        links=links,
    )


@pytest.fixture(scope="session")
def variant() -> Callable[[int, int], tuple[Report, Reading]]:
    """The nth report, with one of many readings of it: invented, and much alike, so that they join."""
    return lambda n, seed: (report(n), reading(report(n), seed))


@pytest.fixture(scope="session")
def exports() -> Callable[[Record], list[str]]:
    """All exports of a record, as written."""

    def everything(record: Record) -> list[str]:
        return [
            *export.json_lines(export.readings(record)),
            *export.json_lines(export.engagements(record)),
            *export.json_lines(export.mentions(record)),
            *(line for table in export.tables.TABLES.values() for line in export.csv_lines(table(record))),
        ]

    return everything


@pytest.fixture
def run_revision() -> Callable[[Path, str], None]:
    """Runs one revision on a record that is as the one before it left it, whatever came after."""

    def run(path: Path, revision: str) -> None:
        config = Config()
        config.set_main_option("script_location", "communique.record:migrations")
        found = ScriptDirectory.from_config(config).get_revision(revision)
        assert found is not None
        engine = create_engine(f"sqlite:///{path}")
        with engine.begin() as connection, Operations.context(MigrationContext.configure(connection)):
            found.module.upgrade()
        engine.dispose()

    return run
