"""The calendar to subscribe to: by party, with ids that stay and pages to go to."""

import re

import httpx
import icalendar

EXACT = re.compile(r"\d{4}-\d{2}-\d{2}")


def events(client: httpx.Client, **asked: str | int | list[str]) -> list[icalendar.Component]:
    answer = client.get("/calendar.ics", params=asked)
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    return list(icalendar.Calendar.from_ical(answer.content).walk("VEVENT"))


def test_an_event_has_the_id_of_its_engagement_and_leads_to_its_page(client: httpx.Client) -> None:
    told = {each["id"]: each for each in client.get("/engagements.json", params={"limit": 1000}).json()["entries"]}
    found = events(client)
    assert found
    for each in found:
        id = str(each["UID"]).removesuffix("@communique")  # noqa: A001
        assert str(each["URL"]) == str(client.base_url.join(f"/engagements/{id}"))
        assert each.decoded("DTSTART").isoformat() == told[id]["start"]["value"]
        assert client.get(str(each["URL"])).status_code == 200
    assert [str(each["UID"]) for each in events(client)] == [str(each["UID"]) for each in found]


def test_it_is_of_all_the_parties_asked_for_by_code_or_name(client: httpx.Client) -> None:
    every, some = events(client), events(client, party=["Kazakhstan", "GE"])
    assert 0 < len(some) < len(every)
    for each in some:
        parties = client.get(f"{each['URL']}.json").json()["participants"]
        assert {"KZ", "GE"} <= {side["party"]["value"] for side in parties if side["party"]}
    name = icalendar.Calendar.from_ical(client.get("/calendar.ics", params={"party": "KZ"}).content)["X-WR-CALNAME"]
    assert str(name) == "Communiqué: Kazakhstan"


def test_the_latest_come_first_where_not_all_fit(client: httpx.Client) -> None:
    every = events(client)
    assert [str(each["UID"]) for each in events(client, limit=5)] == [str(each["UID"]) for each in every[:5]]
    days = [each.decoded("DTSTART") for each in every]
    assert days[0] > days[-1]


def test_only_what_begins_on_an_exact_day_takes_room(client: httpx.Client) -> None:
    told = client.get("/engagements.json", params={"limit": 1000}).json()["entries"]
    exact = [each["id"] for each in told if each["start"] and EXACT.fullmatch(each["start"]["value"])]
    assert 0 < len(exact) < len(told)
    assert sorted(str(each["UID"]).removesuffix("@communique") for each in events(client)) == sorted(exact)


def test_start_party_and_pair_lead_to_theirs(client: httpx.Client) -> None:
    for path, address in {
        "/": "/calendar.ics",
        "/parties/KZ": "/calendar.ics?party=KZ",
        "/parties/GE/KZ": "/calendar.ics?party=GE&amp;party=KZ",
    }.items():
        page = client.get(path).text
        assert re.search(
            rf'<link rel="alternate" type="text/calendar" title="[^"]+" href="{re.escape(address)}">', page
        )
        assert f'<a href="{address}" type="text/calendar">' in page
