"""Every value names a rule that is told of."""

from communique import Reader, examples
from communique.reader.rules import rules, told_by
from communique.reading import citations
from communique.report import Cited


def test_every_rule_of_the_example_readings_is_told() -> None:
    found = {
        citation.rule
        for reading in Reader().read_many(examples.reports())
        for citation in citations(reading)
        if isinstance(citation, Cited)
    }
    assert len(found) > 50
    assert {rule for rule in found if told_by(rule) is None} == set()


def test_an_unknown_rule_is_told_by_none() -> None:
    assert told_by("oracle.says") is None
    assert told_by("engagements.verb.call_on") == "engagements.verb.*"


def test_each_rule_has_a_line() -> None:
    assert all(line and "\n" not in line for line in rules().values())
