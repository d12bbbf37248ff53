"""Names of bodies compared, on invented names: one under drifting names, two under near ones."""

from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve import bodies
from communique.resolve.clustering import JOINED, clustered
from communique.resolve.folding import fold_name
from communique.resolve.mentions import BodyForm

GROUP = "Kazakh-Iranian Joint Working Group on Military and Military-Technical Cooperation"

SAME = [
    ("KZ IR", GROUP, "Iran-Kazakhstan Joint Military Working Group"),
    ("KZ IR", GROUP, "Kazakh-Iranian working group on military cooperation"),
    ("KZ IR", GROUP, "Joint Working Group on Military-Technical and Military Cooperation of Iran and Kazakhstan"),
    ("KG TR", "Kyrgyz-Turkish commission on military-technical matters", "Joint Commission on Military-Technical Cooperation"),
    ("GB OM", "Joint Military Consultative Committee (JMCC)", "Omani-British Joint Military Consultative Commission"),
    ("PK JO", "Pakistan-Jordan Joint Military Cooperation Committee (JMCC)", "Jordanian-Pakistani Joint Military Committee"),
    ("PK JO", "Pakistan-Jordan Joint Military Cooperation Committee", "JMCC"),
    ("PE BO", "Peru-Bolivia High-Level Binational Committee on Defence", "high-level binational defense committee"),
    ("GH TG", "GHANA-TOGO JOINT BORDER SECURITY COMMITTEE", "Joint Committee on Border Security"),
    ("BR ZA", "Brazil-South Africa Joint Defense Committee", "South Africa-Brazil Joint Defence Committee (JDC)"),
    ("MN KR", "Mongolia-Republic of Korea Vice-Ministerial Defence Consultation", "vice-ministerial defense talks"),
    ("IQ KW", "Kuwaiti-Iraqi Joint Ministerial Committee", "Iraqi-Kuwaiti Joint Higher Ministerial Committee"),
    ("IQ KW", "Joint Technical and Legal Committee", "Joint Technical and Legal Committee for maritime boundaries"),
    ("NP CN", "Nepal-China Diplomatic Consultation Mechanism", "diplomatic consultations between the two foreign ministries"),
    ("SN GM", "Senegalo-Gambian Presidential Council", "Gambia-Senegal Presidential Council"),
    ("CL AR", "Permanent Security Committee of Chile and Argentina (COMPERSEG)", "Argentine-Chilean Permanent Security Committee"),
    ("IR TM", "joint border commission of Iran and Turkmenistan", "Turkmen-Iranian joint frontier commission"),
    ("TZ MZ", "Joint Permanent Commission on Defence and Security", "Mozambique-Tanzania Joint Permanent Defence and Security Commission"),
    ("VN NZ", "Vietnam-New Zealand Working Group on Peacekeeping Training", "fifth Working Group on Peacekeeping Training"),
    ("FR DE", "2+2 dialogue of France and Germany", "Franco-German 2+2 talks"),
]  # fmt: skip

DIFFERENT = [
    ("KZ IR", GROUP, "Kazakh-Iranian Joint Working Group on Naval and Naval-Technical Cooperation"),
    ("DZ TN", "Algerian-Tunisian Joint Military Committee", "Joint Military Follow-up Committee"),
    ("KG TR", "Joint Commission on Military-Technical Cooperation", "Kyrgyz-Turkish commission on military education"),
    ("IQ KW", "Kuwaiti-Iraqi Joint Ministerial Committee", "Joint Technical and Legal Committee"),
    ("IN US", "India-US Defence Policy Group", "India-US Cyber Dialogue"),
    ("IN US", "Joint Defence Committee", "defence dialogue"),
    ("PL UA", "Joint Committee on Trade", "Joint Committee on Education"),
    ("FR DE", "Joint Defence Committee", "Steering Committee on Defence"),
    ("EG GR", "Joint Committee on Energy", "Joint Committee on Tourism"),
]


def form(name: str, parties: str = "KZ IR", **more: Any) -> BodyForm:
    sorted_parties = tuple(sorted(parties.split()))
    told: dict[str, Any] = {
        "id": f"B-{name}-{parties}",
        "folded": fold_name(name),
        "parties": sorted_parties,
        "written": (name,),
        "company": sorted_parties,
        "seen": ("2019-04-02", "2019-04-02"),
        "vague": bodies.is_vague(name, sorted_parties),
    }
    return BodyForm(**{**told, **more})


@pytest.mark.parametrize(("parties", "one", "other"), SAME)
def test_one_body_under_two_names(parties: str, one: str, other: str) -> None:
    left, right = form(one, parties), form(other, parties)
    found = bodies.compare(left, right)
    assert found.score >= JOINED, found
    assert not bodies.apart(left, right)
    assert bodies.keys(left) & bodies.keys(right)


@pytest.mark.parametrize(("parties", "one", "other"), DIFFERENT)
def test_two_bodies_of_near_names(parties: str, one: str, other: str) -> None:
    found = bodies.compare(form(one, parties), form(other, parties))
    assert found.score < JOINED, found


def test_one_abbreviation_of_other_states_is_another_body() -> None:
    left, right = form("Joint Committee (JMCC)", "GB OM"), form("Joint Committee (JMCC)", "JO PK")
    assert bodies.compare(left, right).score == 0
    assert bodies.apart(left, right)


@pytest.mark.parametrize(
    "name", ["working group", "the Joint Working Group", "bilateral commission of the two countries"]
)
def test_a_name_that_any_body_may_have_is_vague(name: str) -> None:
    assert bodies.is_vague(name, ("IR", "KZ"))
    assert not bodies.is_vague(f"{name} on naval matters", ("IR", "KZ"))
    assert bodies.is_vague(f"{name} on naval matters", ())


def test_a_vague_name_goes_to_the_body_that_met_on_its_days() -> None:
    days = ("2015-11-24", "2015-11-25")
    military = form(GROUP, met=((1, days),))
    naval = form("Kazakh-Iranian naval working group", met=((1, ("2017-10-24", "2017-10-25")),))
    vague = form("working group", met=((1, days),), scope="d")
    assert together(military, naval, vague) == {frozenset({military.id, vague.id}), frozenset({naval.id})}


def test_a_vague_name_that_fits_two_bodies_goes_to_neither() -> None:
    military, naval, vague = form(GROUP), form("Kazakh-Iranian naval working group"), form("working group", scope="d")
    assert len(together(military, naval, vague)) == 3


def test_sessions_of_other_numbers_are_one_body() -> None:
    first = form("Military Working Group", met=((1, ("2015-11-24", "2015-11-25")),))
    fourth = form("Working Group on Military Cooperation", met=((4, ("2021-05-04", "2021-05-05")),))
    assert bodies.compare(first, fourth).score >= JOINED


@pytest.mark.parametrize(
    ("parties", "company", "joined"),
    [
        ("TG", "GH TG", True),
        ("", "GH TG", True),
        ("TG", "BJ TG", False),
        ("", "BJ TG", False),
        ("BJ TG", "BJ TG", False),
    ],
)
def test_parties_that_a_report_tells_in_part(parties: str, company: str, joined: bool) -> None:
    full = form("Joint Border Security Committee", "GH TG")
    part = form("Joint Committee on Border Security", parties, company=tuple(company.split()))
    assert (bodies.compare(full, part).score >= JOINED) == joined
    assert bodies.apart(full, part) != joined


def test_reasons_are_words_of_a_desk_officer() -> None:
    found = bodies.compare(form(GROUP), form("Kazakh-Iranian Military Commission"))
    assert found.words == (
        "subject told shorter (military); other kinds of body (group; committee); same parties (Iran, Kazakhstan)"
    )
    assert found.rule == "bodies.part_of_subject"


def test_an_alias_may_be_of_another_body() -> None:
    assert bodies.contradict("Joint Military Committee", "Joint Military Follow-up Committee")
    assert not bodies.contradict("Joint Military Committee", "the committee")
    assert not bodies.contradict("Joint Military Committee", "JMC")


NAMES = st.sampled_from(
    [name for _, one, other in SAME + DIFFERENT for name in (one, other)] + ["working group", "JMCC"]
)
FORMS = st.builds(
    lambda name, parties, company, number: form(
        name, parties, company=(*company, *parties.split()), met=((number, None),)
    ),
    NAMES,
    st.sampled_from(["KZ IR", "GB OM", "JO PK", "KZ", ""]),
    st.sampled_from([("IR", "KZ"), ("GB", "OM"), ()]),
    st.sampled_from([None, 1, 2]),
)


@given(FORMS, FORMS)
def test_comparing_is_symmetric(one: BodyForm, other: BodyForm) -> None:
    assert bodies.compare(one, other) == bodies.compare(other, one)
    assert bodies.compare(one, other).words == bodies.compare(other, one).words
    assert bodies.apart(one, other) == bodies.apart(other, one)
    assert 0 <= bodies.compare(one, other).score <= 1


@given(FORMS.filter(lambda each: len(each.parties) > 1))
def test_a_form_is_like_itself_and_shares_its_keys(each: BodyForm) -> None:
    assert not bodies.apart(each, each)
    assert bodies.keys(each)
    assert bodies.compare(each, each).score >= JOINED


@given(st.lists(FORMS, min_size=2, max_size=5, unique_by=lambda each: each.id))
def test_what_joins_shares_a_key(forms: list[BodyForm]) -> None:
    for one, other in permutations(forms, 2):
        if bodies.compare(one, other).score >= JOINED:
            assert bodies.keys(one) & bodies.keys(other)


@given(st.lists(FORMS, min_size=2, max_size=5, unique_by=lambda each: each.id), st.randoms())
def test_groups_do_not_depend_on_order(forms: list[BodyForm], random: Any) -> None:
    shuffled = random.sample(forms, len(forms))
    assert together(*forms) == together(*shuffled)


def together(*forms: BodyForm) -> set[frozenset[str]]:
    """The groups that these forms are joined to."""
    by_id = {each.id: each for each in forms}
    found = [bodies.compare(one, other) for one, other in permutations(forms, 2)]
    groups = clustered(
        {each.id: each.vague for each in forms},
        found,
        apart=lambda left, right: bodies.apart(by_id[left], by_id[right]),
    )
    return {frozenset(each) for each in groups}
