"""How long the pages take that many readers ask for at once, each made anew or kept."""

import threading
from collections.abc import Iterator, Sequence
from http import HTTPStatus
from pathlib import Path
from statistics import quantiles
from time import perf_counter
from urllib.parse import quote, urlencode

from bench.rows import Failed, Row
from bench.served import Served, served
from communique.record import EngagementFilter, Record
from communique.report import Report
from communique.wording.parties import name

READERS = 20
WORDS = ("defence", "cooperation", "navy", "training", "border", "exercise", "visit", "agreement", "group", "Ali")

Addresses = dict[str, list[str]]


def pages(reports: list[Report], runs: int, *, record: Path | None = None) -> Iterator[Row]:
    """Milliseconds of every page, for twenty readers who ask at the same moment after something was written.

    Each asks for another entry where there are others. `again` is the same once more, as it was kept.
    """
    with served(reports, record) as site:
        for page, addresses in _addresses(site.record).items():
            taken = [_asked(site, addresses) for _ in range(runs)]
            for nth, when in enumerate(("", " again")):
                yield Row(f"page {page}{when}, p50", "ms", tuple(_percentile(run[nth], 50) for run in taken))
                yield Row(f"page {page}{when}, p95", "ms", tuple(_percentile(run[nth], 95) for run in taken))


def _asked(site: Served, addresses: Sequence[str]) -> tuple[list[float], list[float]]:
    """Milliseconds of each reader's page, made anew and kept."""
    site.change()
    return _at_once(site, addresses), _at_once(site, addresses)


def _at_once(site: Served, addresses: Sequence[str]) -> list[float]:
    begin = threading.Barrier(READERS)
    taken: list[float] = []
    wrong: list[str] = []

    def read(address: str) -> None:
        client = site.client()
        client.connect()
        begin.wait()
        at = perf_counter()
        client.request("GET", address)
        answer = client.getresponse()
        answer.read()
        taken.append(1000 * (perf_counter() - at))
        if answer.status != HTTPStatus.OK:
            wrong.append(f"{address}: {answer.status}")
        client.close()

    readers = [threading.Thread(target=read, args=(addresses[nth % len(addresses)],)) for nth in range(READERS)]
    for each in readers:
        each.start()
    for each in readers:
        each.join()
    if wrong or len(taken) < READERS:
        raise Failed("; ".join(wrong) or "a reader got no answer")
    return taken


def _percentile(taken: Sequence[float], which: int) -> float:
    return quantiles(taken, n=100, method="inclusive")[which - 1]


def _addresses(path: Path) -> Addresses:
    """The addresses of every page, twenty of those that there are many of."""
    with Record(path, read_only=True) as record:
        met = record.engagements(EngagementFilter(latest=True, limit=READERS))
        parties = [each.code for each in record.parties(READERS).entries]
    pairs = [(one, other) for one in parties[:5] for other in parties if one < other][:READERS]
    present = {each.person for engagement in met for each in engagement.participants if each.person}
    return {
        "start": ["/"],
        "search": [_asking("/search", words=each) for each in (*WORDS, *(name(each) for each in parties[:10]))],
        "engagements": ["/engagements", *(_asking("/engagements", party=each) for each in parties)],
        "engagement": [f"/engagements/{quote(each.id)}" for each in met],
        "report": [f"/reports/{quote(each.tellings[0].report, safe='')}" for each in met],
        "parties": ["/parties"],
        "party": [f"/parties/{each}" for each in parties],
        "pair": [f"/parties/{min(each)}/{max(each)}" for each in pairs],
        "people": ["/people", *(_asking("/people", party=each) for each in parties)],
        "person": [f"/people/{each}" for each in sorted(present)[:READERS]],
        "bodies": ["/bodies", *(_asking("/bodies", party=each) for each in parties)],
        "documents": ["/documents", *(_asking("/documents", party=each) for each in parties)],
        "topics": ["/topics", *(_asking("/topics", party=each) for each in parties)],
        "statements": ["/statements", *(_asking("/statements", party=each) for each in parties)],
        "reports": ["/reports"],
        "review": ["/review"],
        "review look": ["/review/look"],
        "decisions": ["/decisions"],
    }


def _asking(page: str, **asked: str) -> str:
    return f"{page}?{urlencode(asked)}"
