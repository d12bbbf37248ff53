"""Spellings: every way to write every entry of the lexicon, and the sense it then has."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.lexicon.entries import Places, Rank, Term, Territory
from communique.lexicon.finder import Kind, Name, Sense

if TYPE_CHECKING:
    from communique.lexicon import Lexicon

LEAST_WRITTEN_OUT = 4  # letters; a shorter word in a rank is taken for an abbreviation, exact in its capitals


def names_of(lexicon: "Lexicon") -> Iterator[Name]:
    """All names of a lexicon."""
    for territory in lexicon.territories:
        yield from _territory(territory)
    for each in lexicon.organisations:
        yield Name((each.name, *each.other), Sense("organisation", each.party, each.name))
    for publisher in lexicon.publishers:
        sense = Sense("publisher", publisher.name, publisher.country, publisher.care)
        yield Name((publisher.name, *publisher.other), sense)
    for honorific in lexicon.honorifics:
        sense = Sense("honorific", honorific.name, honorific.position, honorific.care)
        yield Name((honorific.name, *honorific.other), sense)
    for rank in lexicon.ranks:
        yield from _rank(rank)
    yield from _terms("office_head", lexicon.office_heads)
    yield from _terms("body_kind", lexicon.body_kinds)
    yield from _terms("document_kind", lexicon.document_kinds)
    for places in (*lexicon.venues, *lexicon.places):
        yield from _places(places)
    yield Name(lexicon.shields, None, any_case=True)


def _terms(kind: Kind, terms: tuple[Term, ...]) -> Iterator[Name]:
    for term in terms:
        yield Name((term.name, *term.other), Sense(kind, term.kind, term.name, term.care), any_case=True)


def _territory(territory: Territory) -> Iterator[Name]:
    code, name = territory.code, territory.name
    yield from _with_care(territory, (name, *territory.other), Sense("country", code, name))
    yield from _with_care(territory, territory.demonyms, Sense("demonym", code, name))
    yield Name(territory.seats, Sense("seat", code, name))
    yield Name(territory.institutions, Sense("institution", code, name))


def _with_care(territory: Territory, forms: tuple[str, ...], sense: Sense) -> Iterator[Name]:
    yield Name(tuple(form for form in forms if form not in territory.care), sense)
    yield Name(tuple(form for form in forms if form in territory.care), replace(sense, care=True))


def _places(places: Places) -> Iterator[Name]:
    key = "|".join(places.codes)
    yield Name(places.sure, Sense("place", key))
    yield Name(places.doubtful, Sense("place", key, care=True))


def _rank(rank: Rank) -> Iterator[Name]:
    sense = Sense("rank", rank.name, rank.rank_class)
    forms = (rank.name, *rank.other)
    written_out = () if rank.capital else tuple(form for form in forms if _written_out(form))
    yield Name(written_out, sense, any_case=True)
    yield Name(tuple(form for form in forms if form not in written_out), sense)


def _written_out(form: str) -> bool:
    words = form.replace("-", " ").split()
    return all(word.isalpha() and (len(word) >= LEAST_WRITTEN_OUT or word == "Air") for word in words)
