"""People compared by name together with party, office, rank and time, on invented names."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve import people
from communique.resolve.clustering import JOINED, clustered
from communique.resolve.folding import fold_name
from communique.resolve.mentions import PersonForm

MINISTER, STAFF = "Minister of Defence", "Chief of the General Staff"


def form(name: str, party: str | None = "OM", **more: Any) -> PersonForm:
    told: dict[str, Any] = {
        "id": f"P-{name}-{party}",
        "folded": fold_name(name),
        "party": party,
        "written": (name,),
        "company": (party,) if party else (),
        "seen": ("2019-04-02", "2019-04-02"),
        "vague": people.is_vague(name, party),
    }
    return PersonForm(**{**told, **more})


def test_reasons_are_words_of_a_desk_officer() -> None:
    left = form("Bahram Ghoreishian", "IR", offices=("Deputy Minister of Defence",), ranks=("Brigadier General",))
    right = form("B. Qoreyshian", "IR", offices=("Iranian deputy defense minister",), seen=("2019-04-05", "2019-04-06"))
    found = people.compare(left, right)
    assert found.words == (
        "same name otherwise spelled (Qoreyshian, Ghoreishian), initial fits (B., Bahram); "
        "same office: Iranian deputy defense minister; both of Iran; reported 3 days apart"
    )
    assert found.rule == "people.initials"


def test_what_tells_two_apart_is_said() -> None:
    left, right = form("Nguyen Duc Thinh", "VN"), form("Nguyen Duc Thanh", "VN")
    assert "other names beside Nguyen Duc (Thanh, Thinh)" in people.compare(left, right).words
    assert people.compare(form("Ana Reyes"), form("Jon Marburton")).words == "other names (Ana Reyes, Jon Marburton)"


@pytest.mark.parametrize(
    ("more", "joined"),
    [
        ({"offices": (MINISTER,)}, True),
        ({"offices": ("defence minister of Oman",)}, True),
        ({"ranks": ("Lt. Gen.",)}, True),
        ({}, False),
        ({"offices": (STAFF,)}, False),
        ({"offices": ("Deputy Minister of Defence",)}, False),
        ({"offices": (MINISTER,), "party": "SA", "company": ("SA",)}, False),
    ],
)
def test_a_family_name_alone_needs_office_or_rank(more: dict[str, Any], joined: bool) -> None:
    full = form("Mohammed bin Salim Al Hinawi", offices=(MINISTER,), ranks=("Lieutenant General",))
    assert (people.compare(full, form("Al-Hinawi", **more)).score >= JOINED) == joined


def test_a_family_name_alone_goes_to_the_one_whose_post_fits() -> None:
    minister = form("Mohammed Al Hinawi", offices=(MINISTER,))
    staff = form("Said Al Hinawi", offices=(STAFF,), ranks=("Lieutenant General",))
    alone = form("al-Hinawy", ranks=("Lt. Gen.",))
    assert together(minister, staff, alone) == {frozenset({minister.id}), frozenset({staff.id, alone.id})}


def test_a_family_name_alone_that_fits_two_goes_to_neither() -> None:
    some, others = form("Mohammed Al Hinawi", ranks=("Colonel",)), form("Said Al Hinawi", ranks=("Colonel",))
    assert len(together(some, others, form("Al Hinawi", ranks=("Colonel",)))) == 3


def test_a_shorter_name_does_not_bring_brothers_together() -> None:
    brothers = form("Mohammed bin Salim Al Hinawi"), form("Mohammed bin Hamad Al Hinawi")
    groups = together(*brothers, form("Mohammed Al Hinawi"))
    assert not any({each.id for each in brothers} <= group for group in groups)


def test_a_longer_name_brings_its_parts_together() -> None:
    parts = [form(each, "ES", offices=(MINISTER,)) for each in ("María Olmedo", "Teresa Olmedo")]
    assert len(together(*parts)) == 2
    assert (
        len(together(*parts, form("María Teresa Olmedo de la Cuesta", "ES", offices=("Spanish defence minister",))))
        == 1
    )


@pytest.mark.parametrize(
    ("name", "party", "other", "joined"),
    [
        ("Li Wei", "CN", {}, False),
        ("Li Wei", "CN", {"offices": (MINISTER,)}, True),
        ("Kim Il", "KP", {}, False),
        ("Kim Il", "KP", {"ranks": ("Colonel",)}, True),
    ],
)
def test_short_names_need_more(name: str, party: str, other: dict[str, Any], joined: bool) -> None:
    one = form(name, party, offices=(MINISTER,), ranks=("Colonel",), seen=("2009-01-01", "2009-01-01"))
    two = form(" ".join(reversed(name.split())), party, **other)
    assert (people.compare(one, two).score >= JOINED) == joined


@pytest.mark.parametrize("initials", ["S. Al Hinawi", "S. H. Al Hinawi", "SH Hinawi"])
def test_initials_fit(initials: str) -> None:
    assert people.compare(form("Said bin Hamad Al Hinawi"), form(initials)).score >= JOINED


def test_other_initials_do_not() -> None:
    assert people.apart(form("Said bin Hamad Al Hinawi"), form("M. Al Hinawi"))


def test_a_party_mistaken_in_one_report() -> None:
    right = form("Serik Tulegenbay", "KZ", offices=("Minister of Defence",), company=("IR", "KZ"))
    wrong = form("Serik Tolegenbay", "KG", offices=("Defense Minister",), company=("IR", "KG", "KZ"))
    assert people.compare(right, wrong).score >= JOINED
    far = form("Serik Tolegenbay", "KG", company=("KG", "TJ"), seen=("2001-01-01", "2001-01-01"))
    assert people.compare(right, far).score < JOINED
    assert people.apart(right, far)


def test_a_generation_apart() -> None:
    late = form("Said Al Hinawi", seen=("2020-01-01", "2020-01-01"))
    assert people.compare(late, form("Saeed al-Hinawi", seen=("2019-01-01", "2019-01-01"))).score >= JOINED
    assert people.compare(late, form("Saeed al-Hinawi", seen=("1970-01-01", "1970-01-01"))).score < JOINED


@pytest.mark.parametrize(
    ("one", "other"), [("Hassan Al Hinawi", "Hussein Al Hinawi"), ("Yacouba Belloua", "Yakubu Belloua")]
)
def test_words_that_are_doubtfully_one_need_the_post(one: str, other: str) -> None:
    assert people.compare(form(one), form(other)).score < JOINED
    posted = form(one, offices=(MINISTER,)), form(other, offices=("defence minister",))
    assert people.compare(*posted).score >= JOINED


def test_a_new_holder_of_an_office_is_new() -> None:
    before, after = (
        form("Ion Cebotaresco", "MD", offices=(MINISTER,)),
        form("Vasile Branzaresco", "MD", offices=(MINISTER,)),
    )
    assert people.compare(before, after).score == 0
    assert people.apart(before, after)


def test_vague_names() -> None:
    assert all(people.is_vague(each) for each in ("Al-Hinawi", "Marburton", "B. Ghoreishian", "AK Rathodkar", "M."))
    assert not any(
        people.is_vague(each) for each in ("Said Al Hinawi", "Li Wei", "Jean-Pierre Essomba", "Ben Marburton")
    )
    assert not people.is_vague("Van Khiem", "VN")


NAMES = """Said bin Hamad Al Hinawi|Saeed al-Hinawy|S. Al Hinawi|Al-Hinawi|Bahram Ghoreishian|B. Qoreyshian|Rodrigo Alarcón Benavides|
Rodrigo A. Benavides|Nguyen Duc Thinh|Duc Thinh Nguyen|Kim Yong-chol|Kim Yongchul|Li Wei|M.|Jon Marburton|Jonathan Marburton|Ghoreishian|
Abdulrahman Al-Ghumaidi|Abdul Rahman al Ghumaidi|Rezvani-Far|Mohsen Rezvanifar|Mohsen Rezvani Far|Papachatzis|Ö. Çağlayan|Özgür Çağlayan"""


def told_of(name: str, party: str | None, company: list[str], posts: dict[str, Any], day: str) -> PersonForm:
    around = tuple(sorted({*company, *([party] if party else [])}))
    return form(name, party, id=f"P-{name}-{party}-{around}-{posts}-{day}", company=around, seen=(day, day), **posts)


FORMS = st.builds(
    told_of,
    st.sampled_from(NAMES.replace("\n", "").split("|")),
    st.sampled_from(["OM", "IR", "VN", None]),
    st.sampled_from([["IR", "OM"], ["KR", "VN"], []]),
    st.sampled_from(
        [{}, {"offices": (MINISTER,)}, {"ranks": ("Colonel",), "offices": (STAFF,)}, {"ranks": ("General",)}]
    ),
    st.sampled_from(["2019-04-02", "2019-04-20", "2003-01-01"]),
)


@given(FORMS, FORMS)
def test_comparing_is_symmetric(one: PersonForm, other: PersonForm) -> None:
    assert people.compare(one, other) == people.compare(other, one)
    assert people.compare(one, other).words == people.compare(other, one).words
    assert people.apart(one, other) == people.apart(other, one)
    assert 0 <= people.compare(one, other).score <= 1


@given(FORMS, FORMS)
def test_what_joins_shares_a_key_and_is_not_apart(one: PersonForm, other: PersonForm) -> None:
    if people.compare(one, other).score >= JOINED:
        assert people.keys(one) & people.sought(other)
        assert not people.apart(one, other)


@given(FORMS, st.sampled_from(["offices", "ranks", "written", "company"]))
def test_the_order_of_what_is_told_says_nothing(one: PersonForm, part: str) -> None:
    told = (*getattr(one, part), "Colonel", "Attaché")
    left, right = (form(one.written[0], one.party, **{part: each}) for each in (told, told[::-1]))
    other = form("Said Al Hinawi", offices=(STAFF,))
    assert people.compare(left, other).score == people.compare(right, other).score
    assert people.keys(left) == people.keys(right)


@given(st.lists(FORMS, min_size=2, max_size=5, unique_by=lambda each: each.id), st.randoms())
def test_groups_do_not_depend_on_order(forms: list[PersonForm], random: Any) -> None:
    assert together(*forms) == together(*random.sample(forms, len(forms)))


def together(*forms: PersonForm) -> set[frozenset[str]]:
    """The groups that these forms are joined to."""
    by_id = {each.id: each for each in forms}
    groups = clustered(
        {each.id: each.vague for each in forms},
        [people.compare(one, other) for one, other in permutations(forms, 2)],
        apart=lambda left, right: people.apart(by_id[left], by_id[right]),
    )
    return {frozenset(each) for each in groups}
