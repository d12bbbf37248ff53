"""The Historian's lists: taken in, written again, and held against a grammar of them and against the lists themselves."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from xml.etree import ElementTree

import pytest
from lxml import etree

from communique.cli import main
from communique.export.historian import trips, visits
from communique.export.historian.markup import country_id, who
from communique.reading import Account, Masthead, Participant, Reading
from communique.record import Record
from communique.report import Cited, Report

HERE = Path(__file__).parent
SHARED = Path(__file__).parents[3].parent / "shared" / "external"
NEEDS_SHARED = pytest.mark.skipif(not SHARED.exists(), reason="the Historian's lists are not beside this checkout")
GRAMMAR = etree.RelaxNG(etree.parse(HERE / "lists.rng"))

VISITS = """<visits>
    <visit><id>12</id><start-date>1990-05-01</start-date><end-date>1990-05-03</end-date>
        <visitor>President Ana Ruiz</visitor><from id="peru">Peru</from>
        <description>State visit. Met with President Ann Porter &amp; others
            in Washington.</description></visit>
    <visit><id>7</id><start-date>1990-06-10</start-date><end-date>1990-06-10</end-date>
        <visitor>Prime Minister Kim</visitor><from id="korea-south">Korea, Republic of</from>
        <description/></visit>
</visits>"""
TRIPS = """<trips>
    <trip role="secretary" who="porter-ann-example"><id>2</id><role>secretary</role><name>Ann Example Porter</name>
        <start-date>1990-06-10</start-date><end-date>1990-06-12</end-date><country id="norway">Norway</country>
        <locale>Oslo</locale><remarks>Met with Foreign Minister Berg.</remarks></trip>
</trips>"""

Told = dict[str, tuple[str, ...]]


def rows(xml: str) -> list[Told]:
    """The rows of a list without who wrote them: the words of each element, white space made one space, and its id."""
    return [
        {
            each.tag: (" ".join("".join(each.itertext()).split()), each.get("id", ""))
            for each in row
            if not re.match("created|last-modified", each.tag)
        }
        for row in ElementTree.fromstring(xml)
    ]


def imported(folder: Path, *lists: str) -> Iterator[Record]:
    files = [folder / f"{nth}.xml" for nth, _ in enumerate(lists)]
    for file, xml in zip(files, lists, strict=True):
        file.write_text(xml, encoding="utf-8")
    assert main(["import", "history", *map(str, files), "--record", str(folder / "a.db")]) == 0
    with Record(folder / "a.db", read_only=True) as record:
        yield record


def test_what_was_taken_in_is_given_back(tmp_path: Path) -> None:
    for record in imported(tmp_path, VISITS, TRIPS):
        for made, given in ((visits, VISITS), (trips, TRIPS)):
            xml = "".join(made(record))
            GRAMMAR.assertValid(etree.fromstring(xml.encode()))
            assert rows(xml) == rows(given)
        assert '<trip role="secretary" who="porter-ann-example">' in xml
    again = tmp_path / "again"
    again.mkdir()
    for second in imported(again, "".join(visits(record)), xml):
        assert second.digest() == record.digest()


def test_the_grammar_can_fail() -> None:
    assert not GRAMMAR.validate(etree.fromstring(VISITS.encode()))


def told(text: str, *, country: str, guest: tuple[str, str, str], host: tuple[str, str, str]) -> tuple[Report, Reading]:
    """A report of a visit, 4 to 5 March 2019; a guest and a host are their office, name and party."""

    def cite(value: str, words: str | None = None) -> Cited[str]:
        start = text.index(words or value)
        return Cited(text, start, start + len(words or value), value=value, rule="test.hand")

    def part(who: tuple[str, str, str], role: str) -> Participant:
        office, name, party = who
        return Participant(name=cite(name), office=(cite(office),), party=cite(party, name), role=cite(role, "visit"))  # type: ignore[arg-type]

    visit = Account(
        id="E1",
        kind=cite("visit"),  # type: ignore[arg-type]
        status=cite("held", "paid"),  # type: ignore[arg-type]
        trigger=cite("visit"),
        start=cite("2019-03-04", "4 March 2019"),
        end=cite("2019-03-05", "4 March 2019"),
        country=cite(country, "visit"),
        participants=(part(guest, "guest"), part(host, "host")),
    )
    report = Report(guest[1], text, published="2019-03-06")
    return report, Reading(
        report=Masthead(id=report.id, published=report.published), reader="test", engagements=(visit,)
    )


LEADER = "4 March 2019. President Ana Ruiz paid a visit to President Ann Porter."
MINISTER = "4 March 2019. Defence Minister Juan Paz paid a visit to Secretary of Defense Ann Moor."
SECRETARY = "4 March 2019. Secretary of State Eve O'Hara paid a visit to Foreign Minister Kari Berg."


def test_of_what_reports_tell_only_what_the_lists_are_of_is_a_row(tmp_path: Path) -> None:
    pairs = [
        told(LEADER, country="US", guest=("President", "Ana Ruiz", "PE"), host=("President", "Ann Porter", "US")),
        told(
            MINISTER, country="US", guest=("Defence Minister", "Juan Paz", "PE"), host=("Secretary", "Ann Moor", "US")
        ),
        told(
            SECRETARY,
            country="NO",
            guest=("Secretary of State", "Eve O'Hara", "US"),
            host=("Foreign Minister", "Kari Berg", "NO"),
        ),
    ]
    with Record(tmp_path / "a.db") as record:
        record.add_all(pairs)
        one, two = "".join(visits(record)), "".join(trips(record))
    for xml in (one, two):
        GRAMMAR.assertValid(etree.fromstring(xml.encode()))
        assert "2019-03-06T00:00:00Z" in xml
    (visit,), (trip,) = rows(one), rows(two)
    assert visit.pop("id")[0].isdecimal()
    assert trip.pop("id")[0].isdecimal()
    assert visit == {
        "start-date": ("2019-03-04", ""),
        "end-date": ("2019-03-05", ""),
        "visitor": ("President Ana Ruiz", ""),
        "from": ("Peru", "peru"),
        "description": ("Met with President Ann Porter.", ""),
    }
    assert (trip["name"], trip["country"]) == (("Eve O'Hara", ""), ("Norway", "norway"))
    assert trip["remarks"] == ("Met with Foreign Minister Kari Berg.", "")
    (tmp_path / "b").mkdir()
    for second in imported(tmp_path / "b", one, two):
        assert [each.kind.value for each in second.engagements()].count("visit") == 2


@pytest.mark.parametrize(
    ("written", "called"),
    [("Korea, Republic of", "korea-south"), ("Yemen Arab Republic", "yemen"), ("Côte d'Ivoire", "cote-divoire")],
)
def test_countries_are_called_as_the_lists_call_them(written: str, called: str) -> None:
    assert country_id(written) == called


def test_whoever_has_no_latin_letter_has_an_xml_name() -> None:
    assert (who("Condoleezza Rice"), who("李明"), who("")) == ("rice-condoleezza", "x-", "x-")


@NEEDS_SHARED
@pytest.mark.parametrize(("file", "made"), [("visits", visits), ("travels", trips)])
def test_the_lists_themselves_come_back(tmp_path: Path, file: str, made: Callable[[Record], Iterator[str]]) -> None:
    given = (SHARED / f"history-{file}-sample.xml").read_text(encoding="utf-8")
    for record in imported(tmp_path, given):
        xml = "".join(made(record))
    GRAMMAR.assertValid(etree.fromstring(xml.encode()))
    theirs = given.replace(
        "<last-modified-datetime/>", "<last-modified-datetime>2023-01-01T00:00:00Z</last-modified-datetime>"
    )
    GRAMMAR.assertValid(etree.fromstring(theirs.encode()))  # one row has no time, which their own schema refuses too
    one, two = ({row["id"][0]: row for row in rows(each)} for each in (given, xml))
    assert {number: (row, two.get(number)) for number, row in one.items() if row != two.get(number)} == {}
