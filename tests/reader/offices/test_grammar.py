"""Offices: the whole post, and no more than it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.reader.marks import Marks, mark
from communique.reader.offices import find_offices
from communique.reader.people.names import find_names


def offices(text: str) -> list[str]:
    return [office.key for office in find_offices(mark(text))]


@pytest.mark.parametrize(
    "office",
    [
        "Minister of Defence of the Republic of Kenya",
        "Cabinet Secretary for Foreign and Diaspora Affairs",
        "Permanent Secretary, Ministry of Housing and Lands, Mauritius",
        "Director, U.S. Trade and Development Agency",
        "Chargé d'Affaires a.i.",
        "Chief of Army Staff (COAS)",
        "Defence Attachés (DAs) to Nigeria",
        "Special Secretary (Defence)",
        "Ambassador of Peru to the Kingdom of Spain",
        "Türkiye's national defense minister",
        "Republic of Korea President",
        "Minister of Foreign Affairs, International Trade and Worship",
        "Coordinating Minister for Political, Legal, and Security Affairs",
        "Mayor of Los Angeles",
        "Undersecretary for Latin America and the Caribbean",
        "Department of National Defense (DND) Secretary",
        "Head of the OSCE Centre in Ashgabat",
        "Egypt's ambassador in Khartoum",
        "Middle East and North Africa Coordinator",
        "co-chair of the Joint Working Group from the Latvian side",
        "Deputy Chief of the General Staff of the Armed Forces of Ghana",
        "Under Secretary for Economic Growth, Energy, and the Environment",
        "Minister Delegate to the Head of Government in charge of the National Defence Administration",
        "Secretary for Relations with States and International Organizations",
        "Minister of Health of the Republic of China (Taiwan)",
        "Secretary (West), Ministry of External Affairs",
        "Principal Secretary, Republic of Kenya",
        "Ambassador of Peru in Doha",
        "member of the Political Bureau",
    ],
)
def test_a_post_is_told_whole(office: str) -> None:
    assert offices(f"On Monday the talks were opened by the {office}.") == [office]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Talks in Baku Minister Ali Rahimov led.", ["Minister"]),
        ("He met Chitra Rao of Japan and National Security Advisor Kim Duri.", ["National Security Advisor"]),
        ("Secretary Austin and Chairman Doe spoke.", ["Secretary", "Chairman"]),
        ("Deputy Prime Minister B. Ganbold and Kenya's Minister of Trade Ruth Oloo met.",
         ["Deputy Prime Minister", "Kenya's Minister of Trade"]),
        ("Bangladesh Ambassador to Thailand Saida Nasrin was present.", ["Bangladesh Ambassador to Thailand"]),
        ("They flew to King George Island on an official visit.", []),
        ("A wreath was laid at President Ho Lan's Mausoleum.", []),
        ("He chairs it for Rwanda.", []),
        ("the minister, Ministry officials said", ["minister", "Ministry officials"]),
    ],
)  # fmt: skip
def test_a_post_ends_where_it_ends(text: str, expected: list[str]) -> None:
    assert offices(text) == expected


PIECES = st.lists(
    st.sampled_from(
        [
            "Minister",
            "of",
            "Defence",
            "Kenya",
            "and",
            ",",
            "General",
            "Ali",
            "Veli",
            "'s",
            "the",
            "(",
            ")",
            "Chief",
            "to",
        ]
    ),
    max_size=25,
).map(" ".join)


@given(PIECES)
def test_offices_are_true_spans_and_overlap_neither_each_other_nor_names(text: str) -> None:
    marks: Marks = mark(text)
    marks.offices = find_offices(marks)
    marks.names = find_names(marks)
    spans = sorted((one.start, one.end, one.key) for one in (*marks.offices, *marks.names))
    after = 0
    for start, end, key in spans:
        assert marks.text[start:end] == key
        assert start >= after
        after = end


@pytest.mark.parametrize(
    "office",
    [
        "Commander 2nd Division",
        "Commander Tanga Naval Area",
        "Chief Hydrographer to the Government of India",
        "Defence Attaché of the Embassy of the Republic of Peru in Doha",
    ],
)
def test_what_stands_before_the_rank_of_a_holder_is_of_the_post(office: str) -> None:
    assert offices(f"He was met by the {office}, Rear Admiral Bo Lind, and left.") == [office]


@pytest.mark.parametrize("text", ["The Minister of Health Bo Lind, General Ann Mora and others came."])
def test_a_name_before_another_is_of_no_post(text: str) -> None:
    assert offices(text) == ["Minister of Health"]


def test_a_name_with_an_initial_ends_a_post() -> None:
    assert offices("He met the President of the United States Joel R. Stone, Jr., in May.") == [
        "President of the United States"
    ]
