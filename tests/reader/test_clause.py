"""Clauses: subjects, passives and verbs of nouns."""

from communique.reader import clause
from communique.reader.parser import parser


def test_a_second_verb_borrows_its_subject() -> None:
    doc = parser()("The minister arrived in Oslo and met the king.")
    met = next(token for token in doc if token.lower_ == "met")
    found = clause.subject(met)
    assert found is not None
    assert found.lower_ == "minister"


def test_a_passive_is_told_from_an_active() -> None:
    doc = parser()("The envoy was received by the president.")
    assert clause.is_passive(next(token for token in doc if token.lower_ == "received"))
    doc = parser()("The president received the envoy.")
    assert not clause.is_passive(next(token for token in doc if token.lower_ == "received"))


def test_the_verb_of_a_noun_is_found_through_a_preposition() -> None:
    doc = parser()("The ministers took part in the conference.")
    verb = clause.verb_of(next(token for token in doc if token.lower_ == "conference"))
    assert verb is not None
    assert verb.lower_ == "took"


def test_nouns_of_measure_stand_for_what_they_measure() -> None:
    doc = parser()("Norwegian and Chilean frigates launched ten days of war games.")
    games = next(token for token in doc if token.text == "games")
    found = clause.verb_of(games)
    assert found is not None
    assert found.text == "launched"
