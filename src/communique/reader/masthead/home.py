"""The publisher's own party: the country or organisation whose officials are named without saying whose they are."""

import re
from functools import cache
from urllib.parse import urlsplit

from communique import lexicon
from communique.lexicon import Hit, Kind
from communique.lexicon.tables import Column, table
from communique.reader.marks import Marks
from communique.reader.masthead.head import Head
from communique.reader.parties.posts import told_by_post
from communique.report import Cited, Report

Span = tuple[int, int]
NOBODY = "-"
_OF_STATE = re.compile(
    r"(?:the )?(?:(?:royal|federal|democratic|people's|islamic) )*"
    r"(?:government|republic|kingdom|state|embassy|presidency)"
    r"(?: of| in)?\b[^.:]{0,50}|[^.:]{0,20} (?:government|embassy)",
    re.IGNORECASE,
)
_TELLING: tuple[tuple[Kind, ...], ...] = (
    ("publisher",),
    ("country", "demonym", "organisation"),
    ("seat",),
    ("place",),
)
_PARTY = Column("party", optional=True)


def find_home(
    report: Report,
    marks: Marks,
    head: Head,
    *,
    publisher: Cited[str] | None,
    source: Cited[str] | None,
) -> tuple[str | None, Cited[str] | None]:
    """The party (ISO code or short name) and the words it stands on.

    What the source says stands on none: the address of the page, and where nothing else tells it the publisher's name.
    """
    spans = [
        *([(publisher.start, publisher.end)] if publisher else []),
        *([(source.start, source.end)] if source else []),
        *head.letterheads,
        *(span for span in (head.place, head.country) if span),
    ]
    stands = [(party, span) for span in spans if (party := _party(marks.text[slice(*span)]))]
    stands = stands or _government(marks, head) or _of_alike(marks, publisher)
    party = party_of(report.url) or (stands[0][0] if stands else _party(report.publisher or ""))
    span = next((span for told, span in stands if told == party), None)
    cited = Cited(report.text, *span, value=party, rule="masthead.home") if party and span else None
    return party, cited


def _government(marks: Marks, head: Head) -> list[tuple[str, Span]]:
    """`Government of Malawi`, `Republic of Cyprus`, `10 Downing Street`: a head line that is only whose it is."""
    for start, end in head.titles:
        line = marks.text[start:end]
        if _OF_STATE.fullmatch(line) and (party := _party(line)):
            return [(party, (start, end))]
    return []


def _of_alike(marks: Marks, publisher: Cited[str] | None) -> list[tuple[str, Span]]:
    """Of publishers called alike the one whose country the text speaks of, where it speaks of only one of theirs."""
    if publisher is None:
        return []
    hits = marks.hits_in(publisher.start, publisher.end)
    countries = {sense.detail for hit in hits for sense in hit.senses if sense.kind == "publisher"}
    named = {
        sense.key for hit in marks.hits for sense in hit.senses if sense.kind in ("country", "demonym", "seat", "place")
    }
    told = countries & named
    return [(told.pop(), (publisher.start, publisher.end))] if len(told) == 1 else []


def _party(text: str) -> str | None:
    """The country or organisation that the words of a name tell of: a publisher's own, or the first one in them."""
    known = lexicon.load()
    for kinds in _TELLING:
        for hit in known.find(text, kinds=kinds):
            party = _country_of(hit) if hit.kind == "publisher" else hit.key
            # in an institution's name even a country that is called like something else (Georgia) is one
            doubtful = hit.senses[0].care and hit.kind in ("publisher", "place")
            if party and "|" not in party and not doubtful:
                return party
    told = told_by_post(text)
    return told[0] if told else None


def _country_of(publisher: Hit) -> str | None:
    """The country of a publisher; None where several are called alike (the APS of Algiers and that of Dakar)."""
    countries = {sense.detail for sense in publisher.senses if sense.kind == "publisher"}
    return countries.pop() if len(countries) == 1 else None


def party_of(url: str | None) -> str | None:
    """The party that an address belongs to: by the longest ending in `domains.tsv`, else by its country's ending."""
    if not url:
        return None
    try:
        host = urlsplit(url if "//" in url else f"//{url}").hostname or ""
    except ValueError:
        return None
    labels = host.split(".")
    endings = (".".join(labels[i:]) for i in range(len(labels)))
    found = next((domains()[ending] for ending in endings if ending in domains()), None)
    return found if found != NOBODY else None


@cache
def domains() -> dict[str, str]:
    """Party by the end of an address; `-` for endings that are sold to anybody."""
    return {row["domain"]: row["party"] or NOBODY for row in table("domains", ["domain", _PARTY])}
