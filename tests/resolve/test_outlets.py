"""Whose outlet a publisher is."""

import pytest

from communique.resolve.outlets import home_of


@pytest.mark.parametrize(
    ("publisher", "home"),
    [
        ("TASS", "RU"),
        ("Press service of the Ministry of Defence of the Republic of Kazakhstan", "KZ"),
        ("Moldovan Ministry of Defence", "MD"),
        ("Alborz News Agency", None),
        ("U.S. Embassy in Georgia", None),
        ("", None),
        (None, None),
    ],
)
def test_an_outlet_is_of_the_state_that_the_lexicon_or_its_name_says(publisher: str | None, home: str | None) -> None:
    assert home_of(publisher) == home
