"""Parties: the state or organisation somebody acts for, and the words that say so."""

import re

from communique import lexicon
from communique.reader.marks import Mark, Marks
from communique.reader.people import Figure, Styled

# After these words inside an office stands where somebody is sent, not whom they act for.
_SENT = re.compile(r"\b(?:to|in|at|accredited to)\s+(?:the\s+)?$")
_KINDS = ("country", "demonym", "organisation", "seat")


def office_party(marks: Marks, start: int, end: int) -> Mark | None:
    """The party named in an office: the first one that is not where its holder is sent."""
    for hit in marks.hits:
        if hit.start >= end:
            break
        sense = hit.sense("country", "demonym", "organisation", "seat")
        if hit.start < start or sense is None or "|" in sense.key:
            continue
        if not _SENT.search(marks.text, start, hit.start):
            return Mark(hit.start, hit.end, sense.kind, sense.key, "parties.office")
    return None


def settle_parties(marks: Marks, figures: list[Figure], home: str | None) -> None:
    """Give every figure its party: said at the name, in an office, beside it, or the publisher's own."""
    for figure in figures:
        figure.party = _said(marks, figure)
    for figure in figures:
        if figure.party is None:
            figure.party = _shared(marks, figure, figures)
    for figure in figures:
        if figure.party is None and home is not None:
            figure.party = _own(figure, home)


def _said(marks: Marks, figure: Figure) -> Mark | None:
    for place in figure.places:
        if place.party is not None and place.party.kind != "demonym":
            return Mark(place.party.start, place.party.end, place.party.kind, place.party.key, "parties.beside")
        for office in place.offices:
            party = office_party(marks, office.start, office.end)
            if party is not None:
                return party
        beside = _before(marks, place)
        if beside is not None:
            return beside
    return None


def _before(marks: Marks, place: Styled) -> Mark | None:
    """`Italian Admiral X`, `his Turkish counterpart, X`, `Australia's X`: a party just before the titles."""
    first = marks.index_at(place.start)
    for i in range(first - 1, max(-1, first - 4), -1):
        if marks.gap(i + 1).strip() not in ("", "'s", ","):
            return None
        for hit in marks.known[i]:
            sense = hit.sense("demonym", "country")
            possessive = marks.text[hit.end : hit.end + 2] == "'s"
            if sense is not None and "|" not in sense.key and (sense.kind == "demonym" or possessive):
                return Mark(hit.start, hit.end, sense.kind, sense.key, "parties.before")
        if marks.words[i].text not in ("counterpart", "colleague", "s", "opposite", "number"):
            return None
    return None


def _shared(marks: Marks, figure: Figure, figures: list[Figure]) -> Mark | None:
    """`Ministers A and B of X`: the party named after the last of a list whose titles are one."""
    return None


def _own(figure: Figure, home: str) -> Mark:
    """The publisher's own official, named without a country: cited to the office, or to the name."""
    words = figure.offices[0] if figure.offices else figure.name
    return Mark(words.start, words.end, "home", home, "parties.home")


def is_party(key: str) -> bool:
    """Whether a key is a country's code or an organisation's short name of the lexicon."""
    known = lexicon.load()
    return any(t.code == key for t in known.territories) or any(o.name == key for o in known.organisations)
