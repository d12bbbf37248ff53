"""Names: every way to write every entry of the lexicon, and the sense it then has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.lexicon.finder import Kind, Name, Sense

if TYPE_CHECKING:
    from communique.lexicon import Lexicon
    from communique.lexicon.entries import Place, Rank, Term, Territory

LEAST_WRITTEN_OUT = 4  # letters; a shorter word in a rank is taken for an abbreviation, exact in its capitals


def names(lexicon: "Lexicon") -> Iterator[Name]:
    """All names of a lexicon, the most telling first."""
    for territory in lexicon.territories:
        yield from _territory(territory)
    for organisation in lexicon.organisations:
        for form in (organisation.name, *organisation.other):
            yield Name(form, Sense("organisation", organisation.name, organisation.kind))
    for place in (*lexicon.venues, *lexicon.places):
        yield _place(place)
    for publisher in lexicon.publishers:
        for form in (publisher.name, *publisher.other):
            yield Name(form, Sense("publisher", publisher.name, publisher.country, publisher.care))
    for rank in lexicon.ranks:
        yield from _rank(rank)
    for honorific in lexicon.honorifics:
        for form in (honorific.name, *honorific.other):
            yield Name(form, Sense("honorific", honorific.name, honorific.position, honorific.care))
    for kind, terms in _term_tables(lexicon):
        for term in terms:
            for form in (term.name, *term.other):
                yield Name(form, Sense(kind, term.kind, term.name, term.care), any_case=True)
    for phrase in lexicon.shields:
        yield Name(phrase, None)


def _term_tables(lexicon: "Lexicon") -> "Iterator[tuple[Kind, tuple[Term, ...]]]":
    yield "office_head", lexicon.office_heads
    yield "body_kind", lexicon.body_kinds
    yield "document_kind", lexicon.document_kinds


def _territory(territory: "Territory") -> Iterator[Name]:
    for form in (territory.name, *territory.other):
        yield Name(form, Sense("country", territory.code, territory.name))
    for form in territory.demonyms:
        yield Name(form, Sense("demonym", territory.code, territory.name))
    for form in territory.seats:
        yield Name(form, Sense("seat", territory.code, form))
    for form in territory.capitals:
        yield Name(form, Sense("place", territory.code, territory.capitals[0]))


def _place(place: "Place") -> Name:
    return Name(place.name, Sense("place", "|".join(place.codes), place.name, place.care))


def _rank(rank: "Rank") -> Iterator[Name]:
    sense = Sense("rank", rank.name, rank.rank_class)
    for form in (rank.name, *rank.other):
        yield Name(form, sense, any_case=not rank.capital and _written_out(form))


def _written_out(form: str) -> bool:
    words = form.replace("-", " ").split()
    return all(word.isalpha() and (len(word) >= LEAST_WRITTEN_OUT or word == "Air") for word in words)
