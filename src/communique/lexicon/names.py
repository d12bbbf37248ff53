"""Names: every way to write every entry of the lexicon, and the sense it then has."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from communique.lexicon.entries import Place, Rank, Term, Territory
from communique.lexicon.finder import Kind, Name, Sense

if TYPE_CHECKING:
    from communique.lexicon import Lexicon

LEAST_WRITTEN_OUT = 4  # letters; a shorter word in a rank is taken for an abbreviation, exact in its capitals


class Named(Protocol):
    """An entry with one usual name and others."""

    @property
    def name(self) -> str: ...  # noqa: D102

    @property
    def other(self) -> tuple[str, ...]: ...  # noqa: D102


def names(lexicon: "Lexicon") -> Iterator[Name]:
    """All names of a lexicon."""
    for territory in lexicon.territories:
        yield from _territory(territory)
    for organisation in lexicon.organisations:
        yield from _forms(organisation, Sense("organisation", organisation.name, organisation.kind))
    for publisher in lexicon.publishers:
        yield from _forms(publisher, Sense("publisher", publisher.name, publisher.country, publisher.care))
    for honorific in lexicon.honorifics:
        yield from _forms(honorific, Sense("honorific", honorific.name, honorific.position, honorific.care))
    for rank in lexicon.ranks:
        yield from _rank(rank)
    yield from _terms("office_head", lexicon.office_heads)
    yield from _terms("body_kind", lexicon.body_kinds)
    yield from _terms("document_kind", lexicon.document_kinds)
    yield from (_place(place) for place in (*lexicon.venues, *lexicon.places))
    yield from (Name(phrase, None) for phrase in lexicon.shields)


def _forms(entry: Named, sense: Sense, *, any_case: bool = False) -> Iterator[Name]:
    return (Name(form, sense, any_case) for form in (entry.name, *entry.other))


def _terms(kind: Kind, terms: tuple[Term, ...]) -> Iterator[Name]:
    for term in terms:
        yield from _forms(term, Sense(kind, term.kind, term.name, term.care), any_case=True)


def _territory(territory: Territory) -> Iterator[Name]:
    code, name = territory.code, territory.name
    yield from _forms(territory, Sense("country", code, name))
    yield from (Name(form, Sense("demonym", code, name)) for form in territory.demonyms)
    yield from (Name(form, Sense("seat", code, form)) for form in territory.seats)
    yield from (Name(form, Sense("place", code, territory.capitals[0])) for form in territory.capitals)


def _place(place: Place) -> Name:
    return Name(place.name, Sense("place", "|".join(place.codes), place.name, place.care))


def _rank(rank: Rank) -> Iterator[Name]:
    sense = Sense("rank", rank.name, rank.rank_class)
    for form in (rank.name, *rank.other):
        yield Name(form, sense, any_case=not rank.capital and _written_out(form))


def _written_out(form: str) -> bool:
    words = form.replace("-", " ").split()
    return all(word.isalpha() and (len(word) >= LEAST_WRITTEN_OUT or word == "Air") for word in words)
