"""The page of an engagement shows all that its accounts tell, each value with the way to its words."""

import html
from pathlib import Path

import httpx

from communique.record import Record
from communique.record.entries import Told
from communique.web import links


def test_all_that_is_told_is_shown_and_leads_to_its_words(client: httpx.Client) -> None:
    for line in client.get("/engagements.json", params={"limit": 1000}).json()["entries"]:
        answer = client.get(links.entry(line["id"]))
        assert answer.status_code == 200
        page = html.unescape(answer.text)
        told = [line["kind"], line["status"], *line["topics"], *line["outcomes"], line["place"], line["body"]]
        told += [each["name"] for each in (*line["documents"], *line["participants"])]
        told += [office for each in line["participants"] for office in each["office"]]
        assert all(links.cited(Told(**each)) in page for each in told if each)
        assert all(links.entry(each["person"]) in page for each in line["participants"] if each["person"])
        assert all(
            links.entry(end) in page
            for each in line["links"]
            for end in (each["from_id"], each["to_id"])
            if end != line["id"]
        )


def test_the_id_of_an_account_leads_on_to_its_engagement(client: httpx.Client) -> None:
    every = client.get("/engagements.json", params={"limit": 1000}).json()["entries"]
    led = [(told["id"], each["id"]) for each in every for told in each["tellings"] if told["id"] != each["id"]]
    assert led
    for account, whole in led:
        for format in ("", ".json"):  # noqa: A001
            answer = client.get(f"/engagements/{account}{format}")
            assert (answer.status_code, answer.headers["location"]) == (308, f"/engagements/{whole}{format}")


def test_accounts_stand_side_by_side_where_there_are_several(client: httpx.Client, example_record: Path) -> None:
    several = 0
    with Record(example_record, read_only=True) as record:
        for each in record.engagements():
            page = html.unescape(client.get(links.entry(each.id)).text)
            _, heading, table = page.partition("<h2>Accounts side by side</h2>")
            assert bool(heading) == (len(each.tellings) > 1)
            if heading:
                several += 1
                compared = record.compare(each.id)
                told = [cited for field in compared.fields for value in field.values for cited in value.told]
                assert all(links.cited(cited) in table.partition("</table>")[0] for cited in told)
                assert table.count("contradict each other") == len(compared.conflicts)
    assert several
