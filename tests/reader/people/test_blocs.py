"""Words for a few states together."""

import pytest

from communique.reader.people.blocs import blocs_in


@pytest.mark.parametrize(
    ("words", "states"),
    [
        ("Baltic defence ministers", {"EE", "LT", "LV"}),
        ("police chiefs of the Baltic states", {"EE", "LT", "LV"}),
        ("envoys of the Benelux", {"BE", "LU", "NL"}),
        ("envoys of GUAM member states", {"AZ", "GE", "MD", "UA"}),
        ("envoys of the GUAM", set()),
        ("speakers of the Baltic", set()),
    ],
)
def test_a_bloc_is_its_states_where_they_are_meant(words: str, states: set[str]) -> None:
    assert {mark.key for _, _, marks in blocs_in(words, 0, len(words)) for mark in marks} == states
