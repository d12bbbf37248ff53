"""What the shipped tables hold, and the rules that only one table has."""

import shutil
from pathlib import Path

import pytest

from communique import lexicon
from communique.errors import LexiconError
from communique.lexicon import entries, tables
from communique.lexicon.fold import plain

DATA = Path(entries.__file__).parent / "data"

# The members of the United Nations, as the codes of ISO 3166-1: https://www.un.org/en/about-us/member-states
UN_MEMBERS = """
AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG CR
CI HR CU CY CZ KP CD DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID IR
IQ IE IL IT JM JP JO KZ KE KI KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MC MN ME MA MZ MM NA NR
NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA KR MD RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG SK SI SB SO
ZA SS ES LK SD SR SE CH SY TJ TH TL TG TO TT TN TR TM TV UG UA AE GB TZ US UY UZ VU VE VN YE ZM ZW
"""


def test_every_member_of_the_un_is_a_territory_with_people_and_a_capital() -> None:
    known = lexicon.load()
    members = UN_MEMBERS.split()
    assert len(members) == 193
    city_states = {"SG", "MC"}
    for code in members:
        territory = known.territory_of(code)
        assert territory is not None, code
        assert territory.demonyms, code
        assert territory.capitals or code in city_states, code


def test_the_other_territories() -> None:
    codes = {territory.code for territory in lexicon.load().territories}
    assert {"VA", "PS", "XK", "TW", "HK", "MO", "GL", "PR"} <= codes
    former = {"CS", "YU"}  # states of the reports of their time, by the codes they had
    assert former <= codes
    assert len(codes - former) == 250  # ISO 3166-1 has 249, and XK
    assert all(len(code) == 2 and code.isascii() and code.isupper() for code in codes)


def test_every_capital_is_a_place_of_its_country() -> None:
    known = lexicon.load()
    places = {plain(name): group.codes for group in known.places for name in (*group.sure, *group.doubtful)}
    for territory in known.territories:
        for capital in territory.capitals:
            assert places[plain(capital)][0] == territory.code, capital


def test_names_for_display() -> None:
    known = lexicon.load()
    assert known.name_of("TR") == lexicon.name_of("TR") == "Türkiye"
    assert known.name_of("NATO") == lexicon.name_of("NATO") == "NATO"
    assert known.territory_of("ZZ") is lexicon.territory_of("ZZ") is None


def test_ranks_are_ordered_by_grade() -> None:
    known = lexicon.load()
    order = [
        "Marshal", "General", "Lieutenant General", "Major General", "Brigadier General", "Colonel",
        "Lieutenant Colonel", "Major", "Captain Lieutenant", "Lieutenant", "Second Lieutenant", "Sergeant",
    ]  # fmt: skip
    ranks = [known.rank_of(name) for name in order]
    grades = [rank.grade for rank in ranks if rank]
    assert len(grades) == len(order)
    assert grades == sorted(grades, reverse=True)
    assert len(set(grades)) == len(grades)
    for rank in known.ranks:
        assert rank.general == (rank.rank_class in ("military", "police") and rank.grade >= 11), rank.name
        assert (rank.grade == 0) == (rank.rank_class == "style"), rank.name


def test_ordinals() -> None:
    ordinals = lexicon.load().ordinals
    assert set(ordinals.values()) == set(range(1, 101))
    for written, number in [
        ("first", 1), ("1st", 1), ("inaugural", 1), ("2nd", 2), ("third", 3), ("11th", 11), ("twelfth", 12), ("xi", 11),
        ("xl", 40), ("xivth", 14), ("twenty-first", 21), ("twenty first", 21), ("22nd", 22), ("hundredth", 100),
        ("ninety-ninth", 99), ("xixth", 19), ("113th", None), ("1th", None), ("ic", None),
    ]:  # fmt: skip
        assert ordinals.get(written) == number


def test_every_level_of_office_is_used() -> None:
    assert {term.kind for term in lexicon.load().office_heads} == entries.LEVELS


def test_all_tables_of_the_folder_are_well_formed() -> None:
    for path in sorted(DATA.glob("*.tsv")):
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        widths = {line.count("\t") for line in lines}
        assert len(widths) == 1, path.name
        assert len(lines) > 1, path.name


def break_table(folder: Path, monkeypatch: pytest.MonkeyPatch, *, name: str, old: str, new: str) -> None:
    """Let the lexicon read a copy of its data in which one table has a wrong row."""
    shutil.copytree(DATA, folder / "data")
    path = folder / "data" / f"{name}.tsv"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    monkeypatch.setattr(tables, "files", lambda package: folder)


@pytest.mark.parametrize(
    ("name", "old", "new", "words"),
    [
        ("organisations", "\nNATO\talliance\tNATO\t", "\nNATO\talliance\tNATO\tIMF;", "'IMF' stands on line"),
        ("organisations", "\nNATO\talliance\tNATO\t", "\nNATO\talliance\tOTAN\t", "party 'OTAN' is no organisation"),
        ("ranks", "\nColonel\tmilitary\t", "\nColonel\tnavy\t", "'navy' is unknown; use one of: diplomatic, military"),
        ("office_heads", "\nprime minister\thead of government", "\nprime minister\tboss", "'boss' is unknown"),
        ("publishers", "\nXinhua\tCN\t", "\nXinhua\tZZ\t", "'ZZ' is unknown"),
        ("venues", "\nRU\t", "\nRU|ZZ\t", "'RU|ZZ' is unknown; use codes of territories.tsv"),
        ("territories", "\nAZ\tAzerbaijan\t", "\nAZ\t-\t", "column name: no value"),
        ("territories", "\tHolland\n", "\tHollande\n", "care: 'Hollande' is no name of Netherlands"),
        ("ordinals", "\n2\tsecond;", "\n2\tfirst;second;", "'first' stands on line"),
        ("honorifics", "\nSir\tbefore\t", "\nSir\tbeside\t", "'beside' is unknown; use one of: after, before"),
        ("shields", "\ngeneral staff\n", "\nzeneral staff\n", "is not in its place; sort the rows by phrase"),
    ],
)
def test_a_wrong_row_stops_loading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str, words: str
) -> None:
    break_table(tmp_path, monkeypatch, name=name, old=old, new=new)
    with pytest.raises(LexiconError) as raised:
        lexicon.load.__wrapped__()
    assert str(raised.value).startswith(f"{name}.tsv:")
    assert words in str(raised.value)


def test_no_common_noun_hides_a_country() -> None:
    """What a longer name swallows is not found, so offices, bodies and documents name no country."""
    known = lexicon.load()
    for term in (*known.office_heads, *known.body_kinds, *known.document_kinds):
        for form in (term.name, *term.other):
            assert not known.find(form.title(), kinds={"country", "demonym", "organisation"}), form


def test_places_credit_geonames() -> None:
    head = (DATA / "places.tsv").read_text(encoding="utf-8")[:1000]
    assert "GeoNames (https://www.geonames.org), licence CC BY 4.0" in head


@pytest.mark.parametrize(
    ("name", "codes", "doubtful"),
    [
        ("Kyiv", "UA", False),
        ("Kiev", "UA", False),
        ("Yangon", "MM", False),
        ("Rangoon", "MM", False),
        ("Mumbai", "IN", False),
        ("Bombay", "IN", False),
        ("Geneva", "CH", False),
        ("Warsaw", "PL", False),
        ("Nice", "FR", True),
        ("Bath", "GB", True),
        ("Split", "HR", True),
        ("Georgia", "US", True),
        ("San José", "CR|US", False),
        ("Valencia", "VE|ES", False),
    ],
)
def test_places_of_one_country_or_several(name: str, codes: str, doubtful: bool) -> None:
    groups = [group for group in lexicon.load().places if name in (*group.sure, *group.doubtful)]
    assert [("|".join(group.codes), name in group.doubtful) for group in groups] == [(codes, doubtful)]


@pytest.mark.parametrize("name", ["Of", "Best", "Asia", "Summit", "Metro"])
def test_words_that_are_no_places(name: str) -> None:
    assert not [group for group in lexicon.load().places if name in (*group.sure, *group.doubtful)]
