"""The ten questions a record is kept for, each answered in a real browser by clicking from the start page."""

import datetime
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from communique.record import EngagementFilter, Record
from communique.wording import words

pytestmark = pytest.mark.browser

PAIR = ("GE", "KZ")


@pytest.fixture
def page(chromium: Any, client: httpx.Client) -> Iterator[Any]:
    """The start page; scripts are off, since nothing here needs them."""
    context = chromium.new_context(base_url=str(client.base_url), java_script_enabled=False)
    opened = context.new_page()
    opened.goto("/")
    yield opened
    context.close()


@pytest.fixture
def record(example_record: Path) -> Iterator[Record]:
    with Record(example_record, read_only=True) as opened:
        yield opened


def click(page: Any, *names: str, within: str = "body") -> None:
    """Click the first links of these names, one after the other."""
    for name in names:
        page.locator(within).get_by_role("link", name=name, exact=True).first.click()


def choose(page: Any, facet: str, name: str) -> None:
    """Click a choice of a facet."""
    page.locator(f".facets section:has(h2:text-is('{facet}'))").get_by_role("link", name=name, exact=True).click()


def table(page: Any, label: str) -> list[list[str]]:
    """The cells of the table of this label, row by row; what only pointing at them shows is left out."""
    rows = page.get_by_role("region", name=label, exact=True).locator("tbody tr").all()
    return [[_plain(cell) for cell in row.locator("th, td").all()] for row in rows]


def _plain(cell: Any) -> str:
    text = re.sub(r"<q .*?</q>", "", cell.inner_html(), flags=re.S)
    return " ".join(re.sub(r"<[^>]+>", "", text).split())


def to_the_pair(page: Any) -> None:
    click(page, "Parties", "Georgia")
    click(page, "Kazakhstan", within="[aria-label='Parties']:not(nav)")


def test_1_how_often_two_met_who_led_and_what_was_agreed(page: Any, record: Record) -> None:
    to_the_pair(page)
    contact = record.contact(parties=PAIR)
    rows = table(page, "Contact over the years")
    assert [(row[0], int(row[1])) for row in rows] == [(each.name, each.total) for each in contact.periods]
    (year,) = (each for each in contact.periods if each.name == "2020")
    page.get_by_role("region", name="Contact over the years").get_by_role("row", name="2020").get_by_role(
        "link"
    ).first.click()
    found = record.listed(EngagementFilter(parties=PAIR, year="2020"))
    assert f"{found.total} engagements" in page.locator(".total").inner_text()
    assert found.total >= year.total
    led = next(each for each in found.entries if any(one.leads and one.leads.value for one in each.participants))
    page.locator(f"a[href='/engagements/{led.id}']").first.click()
    sides = page.locator(".sides").inner_text()
    assert all(one.name.value in sides for one in led.participants if one.leads and one.name)
    assert all(each.value in page.locator("main").inner_text() for each in (*led.topics, *led.outcomes))


def test_2_when_a_body_last_met_which_session_and_who_headed_it(page: Any, record: Record) -> None:
    to_the_pair(page)
    body = next(
        each
        for each in (record.body(line.id) for line in record.bodies(parties=PAIR))
        if each.heads and len({one.number for one in each.sessions if one.number}) > 1
    )
    click(page, body.name)
    sessions = table(page, "Sessions")
    assert [row[0] for row in sessions] == [
        words.ordinal(each.number) if each.number else "not told" for each in body.sessions
    ]
    assert [row[2] for row in sessions] == [
        "" if each.since is None else words.count(each.since, "day") for each in body.sessions
    ]
    heads = table(page, "Heads")
    assert [row[1].partition(" (")[0] for row in heads] == [each.name.value for each in body.heads]
    assert page.locator(".timeline .bar").count() == len([each for each in body.heads if each.first])


def test_3_what_was_signed_and_what_is_still_to_be(page: Any, record: Record) -> None:
    click(page, "Documents")
    choose(page, "Party", "Georgia")
    choose(page, "Party", "Kazakhstan")
    found = record.documents(parties=PAIR)
    assert [row[0] for row in table(page, "Documents")] == [each.name.value for each in found.lines]
    choose(page, "Status", "signed")
    signed = [each for each in found.lines if each.status == "signed"]
    assert [row[0] for row in table(page, "Documents")] == [each.name.value for each in signed]
    click(page, "Status signed take away", within=".restrictions")
    page.get_by_label("not reported signed").check()
    page.get_by_role("button", name="Show").click()
    still = [each for each in found.lines if each.open]
    assert [row[0] for row in table(page, "Documents")] == [each.name.value for each in still]
    assert still


def test_4_whom_a_chief_met_in_a_quarter_at_what_rank(page: Any, record: Record) -> None:
    click(page, "Engagements")
    choose(page, "Party", "Ghana")
    page.get_by_label("Office of somebody there").fill("chief of the naval staff")
    page.get_by_label("From").fill("2022-04")
    page.get_by_label("To", exact=True).fill("2022-06")
    page.get_by_role("button", name="Show").click()
    asked = EngagementFilter(
        parties=("GH",), office="chief of the naval staff", from_day="2022-04", to_day="2022-06", latest=True
    )
    found = record.engagements(asked)
    assert len(found) > 1
    assert len(table(page, "Engagements")) == len(found)
    page.locator(f"a[href='/engagements/{found[0].id}']").first.click()
    sides = page.locator(".sides").inner_text()
    for each in found[0].participants:
        assert all(told.value in sides for told in (each.name, each.rank, *each.office) if told)


def test_5_whether_contact_is_rising_by_level(page: Any, record: Record) -> None:
    click(page, "Parties", "Kazakhstan")
    contact = record.contact(parties=("KZ",))
    rows = table(page, "Contact over the years")
    header = page.locator("[aria-label='Contact over the years'] thead th").all_inner_texts()
    assert [each.lower() for each in header[2:-1]] == [each or "not told" for each in contact.groups]
    assert [[int(each) for each in row[1:-1]] for row in rows] == [
        [each.total, *(len(dict(each.groups).get(group, ())) for group in contact.groups)] for each in contact.periods
    ]
    assert page.locator(".plot svg[role=img] title").first.text_content()


def test_6_which_topics_came_up_for_the_first_time(page: Any, record: Record) -> None:
    click(page, "Topics")
    newest = record.topics(limit=50)
    assert [row[0] for row in table(page, "Topics")] == [each.topic.value for each in newest.lines]
    page.go_back()
    to_the_pair(page)
    between = record.topics(parties=PAIR, limit=10)
    assert [row[0] for row in table(page, "Topics")] == [each.topic.value for each in between.lines]
    assert len({each.first for each in between.lines}) > 1


def test_7_what_reports_of_one_meeting_say_side_by_side(page: Any, record: Record) -> None:
    several = next(
        each for each in record.engagements(EngagementFilter(status="held")) if len(each.tellings) > 2 and each.parties
    )
    click(page, "Engagements")
    choose(page, "Status", "held")
    for each in several.parties:
        page.locator(f".facets a[href*='party={each}']").first.click()
    page.locator(f"a[href='/engagements/{several.id}']").first.click()
    compared = record.compare(several.id)
    text = page.locator("main").inner_text()
    assert "Accounts side by side" in text
    assert all(account.report in text for account in several.tellings)
    assert len(table(page, "Accounts side by side")) == len(compared.fields)


def test_8_what_was_announced_and_never_reported_held(page: Any, record: Record) -> None:
    click(page, "All that is overdue, postponed or called off")
    today = datetime.date.today().isoformat()  # as the server has it
    assert len(table(page, "Announced and not reported held")) == record.pending(on=today).total
    page.get_by_label("As of").fill("2022-07-20")
    page.get_by_label("It is").select_option("overdue")
    page.get_by_role("button", name="Show").click()
    found = record.pending(on="2022-07-20", states=["overdue"])
    rows = table(page, "Announced and not reported held")
    assert [row[1] for row in rows] == [
        f"overdue for {words.count(each.late, 'day')}" for each in found.lines if each.late
    ]
    assert rows


def test_9_who_held_an_office_on_a_day(page: Any, record: Record) -> None:
    click(page, "People", "Who held an office on a day")
    page.get_by_label("Words of the office").fill("minister")
    page.get_by_label("Party").fill("Kazakhstan")
    page.get_by_label("On", exact=True).fill("2022-03-29")
    page.get_by_role("button", name="Show").click()
    found = record.holders(on="2022-03-29", office="minister", party="KZ")
    rows = table(page, "Who held the office")
    assert [(row[0], row[3]) for row in rows] == [(each.name, each.state) for each in found.lines]
    page.locator("[aria-label='Who held the office'] a.told").first.click()
    assert page.url.partition("/reports/")[2]  # the words themselves
    assert page.locator("#at").count() == 1


def test_10_which_reports_gave_nothing_and_what_is_not_covered(page: Any, record: Record) -> None:
    click(page, "All outlets, and the months without reports")
    covered = record.coverage()
    rows = table(page, "Outlets")
    assert [int(row[1]) for row in rows] == [each.reports for each in covered.outlets]
    assert any(row[-1] for row in rows)
    click(page, words.count(covered.silent, "report"))
    silent = table(page, "Reports")
    assert len(silent) == covered.silent
    assert {row[3] for row in silent} == {"0"}
