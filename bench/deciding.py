"""How many decisions a second the pages take from several reviewers at once; none may be lost."""

import json
import threading
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from pathlib import Path
from time import perf_counter
from typing import Any
from urllib.parse import urlencode

from bench.rows import Failed, Row
from bench.served import Served, served
from communique.record import Record
from communique.report import Report

CLIENTS = 8
DECISIONS = 1000
REJECTED = 5  # of so many decisions one rejects; the others accept

Doubt = dict[str, Any]


def deciding(reports: list[Report], runs: int, *, record: Path | None = None) -> Iterator[Row]:
    """Decisions a second, of eight reviewers who decide on other values each; fails where one is lost."""
    rates = []
    for _ in range(runs):
        with served(reports, record) as site:
            waiting = _waiting(site)
            begun = perf_counter()
            stored = _decided(site, waiting)
            rates.append(stored / (perf_counter() - begun))
            with Record(site.record, read_only=True) as made:
                if len(made.decisions()) != stored:
                    raise Failed(f"{stored} decisions were acknowledged, {len(made.decisions())} are in the record")
    yield Row(f"decide: {CLIENTS} reviewers at once, {DECISIONS:,} decisions", "a second", tuple(rates))


def _waiting(site: Served) -> list[Doubt]:
    """Values that are to be decided on."""
    client = site.client()
    found: list[Doubt] = []
    before = ""
    while len(found) < DECISIONS:
        client.request("GET", "/review.json?below=1" + (f"&before={before}" if before else ""))
        values = json.loads(client.getresponse().read())["values"]
        found += values["entries"]
        before = values["further"]
        if before is None:
            break
    client.close()
    return found[:DECISIONS]


def _decided(site: Served, waiting: Sequence[Doubt]) -> int:
    """How many decisions were acknowledged; a value that went with another that was rejected is not decided on."""
    acknowledged: list[Doubt] = []
    wrong: list[int] = []

    def review(mine: Sequence[Doubt]) -> None:
        client = site.client()
        for nth, each in enumerate(mine):
            form = {name: each[name] for name in ("of", "field", "report", "start", "end")}
            form["verdict"] = "reject" if nth % REJECTED == 0 else "accept"
            headers = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "same-origin"}
            client.request("POST", "/review/value", urlencode(form), headers)
            answer = client.getresponse()
            answer.read()
            if answer.status == HTTPStatus.SEE_OTHER:
                acknowledged.append(each)
            elif answer.status != HTTPStatus.BAD_REQUEST:
                wrong.append(answer.status)
        client.close()

    clients = [threading.Thread(target=review, args=(waiting[nth::CLIENTS],)) for nth in range(CLIENTS)]
    for each in clients:
        each.start()
    for each in clients:
        each.join()
    if wrong:
        raise Failed(f"decisions were answered with {sorted(set(wrong))}")
    return len(acknowledged)
