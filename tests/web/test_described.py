"""The pages are what their OpenAPI description says: whatever is asked, none breaks, and each answer has its schema."""

import re
from pathlib import Path
from typing import Any

import httpx
import pytest
import schemathesis
from fastapi.routing import APIRoute
from hypothesis import HealthCheck, given, settings
from schemathesis.specs.openapi.checks import response_schema_conformance, status_code_conformance

from communique.web.pages import pages

PATHS = [each.path for each in pages.router.routes if isinstance(each, APIRoute) and each.include_in_schema]

# Enough to meet each parameter with odd values; all pages together take seconds, not minutes.
ASKED = settings(
    max_examples=12, derandomize=True, deadline=None, database=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture(scope="session")
def described(client: httpx.Client) -> schemathesis.BaseSchema:
    """The description of the pages, asked of the server itself."""
    return schemathesis.openapi.from_url(f"{client.base_url}/openapi.json")


@pytest.mark.parametrize("path", PATHS)
def test_no_page_breaks_and_every_answer_has_its_schema(path: str, described: schemathesis.BaseSchema) -> None:
    page = described[path.replace(":path", "")]["GET"]

    @ASKED
    @given(case=page.as_strategy())
    def asked(case: "schemathesis.Case[Any]") -> None:
        answer = case.call()
        assert answer.status_code < 500
        case.validate_response(answer, checks=[response_schema_conformance, status_code_conformance])

    asked()


@pytest.mark.parametrize("path", PATHS)
def test_every_page_is_told_of_in_the_docs(path: str) -> None:
    told = (Path(__file__).parents[2] / "docs" / "pages.md").read_text(encoding="utf-8")
    page = re.sub(r"\{(\w+)(:path)?\}", lambda part: part[1].upper(), path.removesuffix(".json").removesuffix(".csv"))
    assert f"`{'/' if page == '/index' else page}`" in told
