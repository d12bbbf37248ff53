"""Copies in the record: found whatever the order, the same after rebuilding, and counted once."""

import random
import sqlite3
from collections.abc import Callable
from itertools import permutations
from pathlib import Path

import pytest

from communique.cli import main
from communique.reading import FOREIGN, Account, Masthead, Participant, Reading
from communique.record import Record
from communique.report import Cited, Report

STORY = (
    "OSLO, May 3. The Minister of Defence of Norway, Kari Nygaard, received her Chilean counterpart Juan Soto in Oslo. "
    "The ministers discussed the training of officers and the safety of shipping. They agreed to meet again in autumn."
)
CORRECTED = f"CORRECTED: {STORY.replace('autumn', 'winter').replace('May 3', 'May 4')}"
OTHER = (
    "LIMA, May 3. The President of Peru opened a bridge over the river and spoke of roads, rails and harbours to come."
)
RUSSIAN = "Министр обороны принял посла в столице и обсудил с ним вопросы сотрудничества."
Pair = tuple[Report, Reading]


def pair(id: str, text: str, day: str, outlet: str = "") -> Pair:  # noqa: A002
    """A report with one meeting without a day, as readers leave it where nothing settles it."""

    def cite(words: str, value: str | None = None, rule: str = "test.hand") -> Cited[str]:
        start = text.index(words)
        return Cited(text, start, start + len(words), value=value or words, rule=rule)

    head = Masthead(id=id, published=day, publisher=cite(text.split()[0], outlet) if outlet else None)
    report = Report(id, text, published=day)
    if text == RUSSIAN:
        return report, Reading(report=head, reader="test-1", foreign=(cite(text, "ru", FOREIGN),))
    if "received" not in text:
        return report, Reading(report=head, reader="test-1")
    account = Account(
        id="E1",
        kind=cite("received", "meeting"),  # type: ignore[arg-type]
        status=cite("received", "held"),  # type: ignore[arg-type]
        trigger=cite("received"),
        undated="not reported",
        participants=(
            Participant(name=cite("Kari Nygaard"), party=cite("Norway", "NO")),
            Participant(name=cite("Juan Soto"), party=cite("Chilean", "CL")),
        ),
    )
    return report, Reading(report=head, reader="test-1", engagements=(account,))


PAIRS = (
    pair("first", STORY, "2019-05-03", "Nordic Wire"),
    pair("copy", f"Ministers meet in Oslo\n\n{STORY}\n\nShare this with all your friends", "2019-05-04", "Baltic Wire"),
    pair("other", OTHER, "2019-05-03", "Baltic Wire"),
    pair("russian", RUSSIAN, "2019-07-03", "Baltic Wire"),
)


def settled(path: Path) -> list[tuple[str, str, str]]:
    connection = sqlite3.connect(path)
    asked = (
        "SELECT r.id, o.id, how FROM copies JOIN reports r ON r.key = report JOIN reports o ON o.key = of ORDER BY 1"
    )
    found = connection.execute(asked).fetchall()
    connection.close()
    return found


@pytest.mark.parametrize("together", [True, False])
def test_copies_are_the_same_in_whatever_order_they_come(tmp_path: Path, together: bool) -> None:
    pairs = (*PAIRS, pair("new", CORRECTED, "2019-05-05"))
    for nth, order in enumerate(random.Random(1).sample(list(permutations(pairs)), 6)):
        with Record(tmp_path / f"{nth}.db") as record:
            for some in [order] if together else [(each,) for each in order]:
                assert record.add_each(some) == [True] * len(some)
            before = settled(record.path)
            assert before == [("copy", "new", "corrected"), ("first", "new", "corrected")]
            record.rebuild()
            assert settled(record.path) == before


def test_a_report_read_again_with_another_day_is_settled_anew(tmp_path: Path) -> None:
    with Record(tmp_path / "a.db") as record:
        undated = [(Report(each.id, each.text), reading) for each, reading in PAIRS[:2]]
        record.add_all((report, Reading(report=Masthead(id=report.id), reader="test-1")) for report, _ in undated)
        assert settled(record.path) == [("first", "copy", "copy")]  # by their ids
        text = undated[0][0].text
        head = Masthead(id="first", dateline_date=Cited(text, 6, 11, value="2019-05-03", rule="test.hand"))
        assert record.reread("first", Reading(report=head, reader="test-2"))
        assert settled(record.path) == [("copy", "first", "copy")]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    with Record(tmp_path / "a.db") as made:
        made.add_all(PAIRS)
    return tmp_path / "a.db"


def test_coverage_counts_copies_and_what_is_not_english_apart(record: Path) -> None:
    with Record(record, read_only=True) as asked:
        found = asked.coverage()
    assert (found.whole.reports, found.silent, found.copies, found.corrected, found.foreign) == (2, 1, 1, 0, 1)
    baltic = next(each for each in found.outlets if each.name == "Baltic Wire")
    assert (baltic.reports, baltic.copies, baltic.foreign) == (1, 1, 1)
    assert baltic.gaps == ("2019-06",)  # July has a report, though nobody read it


def test_what_all_outlets_cover_is_what_an_answer_from_all_reports_rests_on(record: Path) -> None:
    with Record(record, read_only=True) as asked:
        assert asked.coverage().whole == asked.topics().coverage


def test_an_encounter_that_only_copies_tell_of_is_not_counted_once_more(record: Path) -> None:
    with Record(record, read_only=True) as asked:
        told = {telling.report for each in asked.engagements() for telling in each.tellings}
        assert told == {"first", "copy"}
        assert asked.contact(parties=("NO", "CL")).undated == 1


def test_a_report_says_what_counts_in_its_place(record: Path) -> None:
    with Record(record, read_only=True) as asked:
        assert asked.report("copy").copy_of == "first"
        assert asked.report("first").copies == ("copy",)
        assert asked.report("other").copies == ()
        assert asked.report("russian").reading.language == "ru"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("show", "copy"), "a copy of first"),
        (("show", "first"), "copies of it: copy"),
        (("show", "russian"), "It is not English (ru), and was not read."),
        (("coverage",), "Copy of another: 1. Not English: 1."),
    ],
)
def test_the_commands_say_it(
    record: Path, capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], told: str
) -> None:
    assert main([*arguments, "--record", str(record)]) == 0
    assert told in " ".join(capsys.readouterr().out.split())


def test_a_record_of_an_earlier_version_finds_its_copies(
    record: Path, run_revision: Callable[[Path, str], None]
) -> None:
    connection = sqlite3.connect(record)
    connection.executescript(
        "DROP TABLE copies; DROP TABLE alike; DROP TABLE pages; DROP TABLE sketches;"
        "DROP INDEX ix_reports_publisher_day_language;"
        "ALTER TABLE reports DROP COLUMN language; ALTER TABLE reports DROP COLUMN retrieved;"
    )
    connection.close()
    run_revision(record, "0004")
    with Record(record) as made:
        made.rebuild()
    assert settled(record) == [("copy", "first", "copy")]


def test_the_exports_of_a_record_with_copies_are_the_same_after_rebuilding(
    record: Path, exports: Callable[[Record], list[str]]
) -> None:
    with Record(record) as made:
        before = exports(made)
        made.rebuild()
        assert exports(made) == before
