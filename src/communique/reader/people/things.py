"""Things: capitalised words beside a title that name no person: a palace, a base, a city before somebody's post."""

from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks
from communique.reader.people.titles import Styled

_LOCATING = frozenset({"in", "at", "near", "outside", "around"})


def names_a_thing(marks: Marks, place: Styled) -> bool:
    """Whether what stands around a candidate's name tells that it is no person's."""
    before, beyond = marks.index_at(place.name.start), marks.index_at(place.name.end)
    if place.ranks or place.honorifics:
        return _base(marks, place, beyond)
    if not place.offices or any(office.start < place.name.start for office in place.posts):
        return False
    at = before - 1 if before > 1 and marks.words[before - 1].text == "the" else before
    if at and marks.gap(before) == marks.gap(at) == " " and marks.words[at - 1].text.casefold() in _LOCATING:
        return True  # `in Port Cruz, Ambassador X`
    return beyond - before == 1 and _ends_a_name(marks, before)


def _base(marks: Marks, place: Styled, beyond: int) -> bool:
    """`King Faris Air Base`: a style in the name of an institution or a place."""
    if any(rank.detail != "style" for rank in place.ranks) or not place.ranks or beyond >= len(marks.words):
        return False
    following = marks.words[beyond].text
    known = following in vocabulary("place_nouns") or following in vocabulary("institution_words")
    return marks.gap(beyond) == " " and known and not marks.is_a(beyond, "office_head", "country", "demonym")


def _ends_a_name(marks: Marks, i: int) -> bool:
    """`Government Palace, the Special Envoy`: one word behind another that names of institutions are made of."""
    return (
        i > 0
        and marks.gap(i) == " "
        and marks.words[i - 1].capital
        and not marks.is_a(i - 1, "rank", "honorific", "office_head", "demonym", "country")
    )
