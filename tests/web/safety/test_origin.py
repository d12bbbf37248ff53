"""What other sites make a browser send is refused, and so is a server's name that is not its own."""

import httpx
import pytest

ELSEWHERE = [
    {"origin": "https://evil.example"},
    {"origin": "null"},
    {"referer": "https://evil.example/page"},
    {"sec-fetch-site": "cross-site"},
    {"sec-fetch-site": "same-site"},
    {},
]


@pytest.mark.parametrize("headers", ELSEWHERE)
def test_a_form_of_another_site_is_refused(client: httpx.Client, headers: dict[str, str]) -> None:
    refused = client.post("/logout", headers=headers)
    assert refused.status_code == 403
    assert "another site" in refused.text


def test_a_form_of_our_own_is_let_in(client: httpx.Client) -> None:
    own = str(client.base_url).rstrip("/")
    for headers in ({"origin": own}, {"referer": f"{own}/users"}, {"sec-fetch-site": "same-origin"}):
        assert client.post("/logout", headers=headers).status_code == 303


def test_a_name_that_another_site_made_lead_here_is_refused(client: httpx.Client) -> None:
    assert client.get("/engagements", headers={"host": "evil.example"}).status_code == 421
    assert client.get("/engagements", headers={"host": "localhost:1"}).status_code == 200
