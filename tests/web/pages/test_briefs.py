"""The brief as a page and as a file: what the brief itself says, with ways to the words of the reports."""

import html
import re
from pathlib import Path

import httpx
import jsonschema
import pytest

from communique.export.brief import TYPES, brief, dossier
from communique.record import Record
from communique.record.entries import to_json
from communique.web import links

ON = "2024-01-01"
ADDRESS = "/parties/GE/KZ/brief"


def test_the_page_says_what_the_brief_says(client: httpx.Client, example_record: Path) -> None:
    with Record(example_record, read_only=True) as record:
        said = dossier(record, ("GE", "KZ"), on=ON)
    page = client.get(ADDRESS, params={"on": ON}).text
    shown = html.unescape(re.sub(r"<[^>]+>", "", page))
    for section in said.sections:
        assert section.title in shown
        assert all(line.text in shown for line in section.lines)
    for source in said.sources:
        for each in source.passages:
            assert html.escape(links.report(each.report, start=each.start, end=each.end)) in page
    assert "<style" not in page
    assert "style=" not in page
    assert set(re.findall(r'href="#(s\w+)"', page)) <= set(re.findall(r'id="(s\w+)"', page))
    assert client.get(f"{ADDRESS}.json", params={"on": ON}).json() == to_json(said)


def test_the_twin_has_the_shape_that_is_described(client: httpx.Client) -> None:
    described = client.get("/openapi.json").json()
    asked = described["paths"]["/parties/{one}/{other}/brief.json"]["get"]["responses"]["200"]
    schema = asked["content"]["application/json"]["schema"] | {"components": described["components"]}
    for address in (ADDRESS, "/parties/GE/NZ/brief"):
        jsonschema.validate(client.get(f"{address}.json").json(), schema)


@pytest.mark.parametrize("form", ["pdf", "docx", "md"])
def test_files_are_the_brief_itself(client: httpx.Client, example_record: Path, form: str) -> None:
    with Record(example_record, read_only=True) as record:
        made = brief(record, ("GE", "KZ"), on=ON, form=form)  # type: ignore[arg-type]
    address = links.brief("KZ", "GE", form=form, on=ON)
    assert f'href="{address}"' in client.get(ADDRESS, params={"on": ON}).text
    answer = client.get(address, timeout=60)  # the first PDF loads the fonts
    assert answer.status_code == 200
    assert answer.content == made
    assert answer.headers["content-type"] == TYPES[form]  # type: ignore[index]
    assert answer.headers["content-disposition"] == f'attachment; filename="brief-GE-KZ-{ON}.{form}"'


@pytest.mark.parametrize(
    ("asked", "status"),
    [
        ("/parties/KZ/GE/brief", 308),
        ("/parties/Georgia/KZ/brief", 308),
        ("/parties/GE/GE/brief", 308),
        ("/parties/Atlantis/GE/brief", 404),
        ("/parties/GE/GE/brief.pdf", 400),
        ("/parties/GE/KZ/brief?on=2024-13", 400),
        ("/parties/GE/KZ/brief?on=soon", 422),
        ("/parties/GE/KZ/brief.odt", 422),
    ],
)
def test_what_cannot_be_is_told_and_what_has_another_address_leads_there(
    client: httpx.Client, asked: str, status: int
) -> None:
    assert client.get(asked).status_code == status


def test_the_day_asked_for_goes_along(client: httpx.Client) -> None:
    for ending in ("", ".json"):
        answer = client.get(f"/parties/KZ/Georgia/brief{ending}", params={"on": ON})
        assert answer.headers["location"] == f"/parties/GE/KZ/brief{ending}?on={ON}"


def test_the_page_of_two_leads_to_it(client: httpx.Client) -> None:
    assert f'href="{ADDRESS}"' in client.get("/parties/GE/KZ").text


def test_its_plot_has_a_style_for_every_shade(client: httpx.Client) -> None:
    styles = client.get("/static/brief.css").text
    assert all(f".brief .shade-{nth} " in styles for nth in range(10))
