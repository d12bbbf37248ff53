"""Where places lie: what is told settles it, and nothing is guessed."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import LexiconError
from communique.lexicon.coordinates import Spot, coordinates, folded, spot

COUNTRIES = sorted(coordinates())


@pytest.mark.parametrize(
    ("place", "country", "name"),
    [
        ("Baku", "AZ", "Baku"),
        ("Kiev", "UA", "Kyiv"),
        ("the White House", "US", "Washington"),
        ("Washington, D.C.", "US", "Washington"),
        ("the Navy Museum in Tallinn", "EE", "Tallinn"),
        ("Sao Paulo", "BR", "São Paulo"),
        ("Tripoli", "LB", "Tripoli"),
        ("Tripoli", "LY", "Tripoli"),
    ],
)
def test_a_city_lies_where_its_country_is(place: str, country: str, name: str) -> None:
    found = spot(place, country)
    assert found
    assert (found.name, found.country) == (name, country)


def test_where_a_city_lies_is_told_in_degrees_north_and_east() -> None:
    found = spot("Montevideo", "UY")
    assert found
    assert found.latitude == pytest.approx(-34.9, abs=0.05)
    assert found.longitude == pytest.approx(-56.2, abs=0.05)


def test_a_name_that_settles_its_country_needs_none_told() -> None:
    assert spot("Ankara", None) == spot("Ankara", "TR") != None  # noqa: E711


@pytest.mark.parametrize(
    ("place", "country"),
    [
        ("Ankara", "MG"),  # told elsewhere than any such city is
        ("Arlington", "US"),  # in Texas or in Virginia
        ("San José", None),  # the name of large cities of several countries
        ("California", "US"),
        ("the ministry", None),
        ("", "AZ"),
        ("", None),
    ],
)
def test_what_is_not_settled_lies_nowhere(place: str, country: str | None) -> None:
    assert spot(place, country) is None


@settings(max_examples=50)
@given(st.data())
def test_every_name_of_the_table_leads_to_its_city(data: st.DataObject) -> None:
    code = data.draw(st.sampled_from(COUNTRIES))
    name, city = data.draw(st.sampled_from(sorted(coordinates()[code].items(), key=lambda each: each[0])))
    assert spot(name, code) == city
    assert spot(f"The {name.upper()}", code) in (city, spot(name.upper(), code))
    assert city.country == code
    assert coordinates()[code][folded(city.name)] == city


@pytest.mark.parametrize("cell", ["Baku", "Baku north east", "Baku 91.0 0.0", "Baku 40.38 180.01", "Bakou=Baku"])
def test_a_row_that_breaks_the_rules_is_told(cell: str, monkeypatch: pytest.MonkeyPatch) -> None:
    from communique.lexicon import coordinates as module
    from communique.lexicon.tables import Row

    row = Row("coordinates.tsv", 6, {"code": "AZ", "places": cell})
    with pytest.raises(LexiconError, match=r"coordinates.tsv:6: .*Baku"):
        dict(module._named(row))


def test_two_names_of_one_city_are_one_spot() -> None:
    assert spot("Washington", "US") == spot("White House", "US") == Spot("Washington", "US", 38.9, -77.04)
