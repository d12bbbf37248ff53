import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.resolve.names.parts import parse


def told(name: str, party: str | None = None) -> str:
    """The parts of a name: initials with a stop, articles in brackets."""
    marks = {"word": "{}", "initial": "{}.", "article": "({})"}
    return " ".join(marks[each.kind].format(each.text) for each in parse(name, party).parts)


@pytest.mark.parametrize(
    ("name", "party", "parts"),
    [
        ("Said bin Hamad Al Hinawi", "OM", "said (bin) hamad (al) hinawi"),
        ("Al-Hinawi", "OM", "(al) hinawi"),
        ("Abdullah ash-Shami", "SY", "abdullah (ash) shami"),
        ("An Jong-geun", None, "an jong geun"),
        ("Ashraf Abdel Hamid El Shazlawy", "EG", "ashraf abdhamid (el) shazlawy"),
        ("Abd al-Rahman Salih", "YE", "abdrahman salih"),
        ("Abdurrahman Salih", "YE", "abdrahman salih"),
        ("Abdullah Salih", "YE", "abdullah salih"),
        ("H.-R. Daneshkhah", "IR", "h. r. daneshkhah"),
        ("Ye. Kozhabekov", "KZ", "ye. kozhabekov"),
        ("AK Rathodkar", "IN", "a. k. rathodkar"),
        ("LI Wei", "CN", "li wei"),
        ("BAMBANG WIRASAKTI", "ID", "bambang wirasakti"),
        ("Phan Van Khiem", "VN", "phan van khiem"),
        ("Pieter van der Berghof", "NL", "pieter (van) (der) berghof"),
        ("Ben Marburton", "GB", "ben marburton"),
        ("María de la Cuesta", "ES", "maria (de) (la) cuesta"),
        ("Seán O’Dunlevy", "IE", "sean odunlevy"),
        ("Shin'ichi Ohta", "JP", "shinichi ohta"),
        ("Łukasz Brzęcki", "PL", "lukasz brzecki"),
        ("Haji Azman bin Salleh", "BN", "(haji) azman (bin) salleh"),
        ("***", None, ""),
    ],
)
def test_parts(name: str, party: str | None, parts: str) -> None:
    assert told(name, party) == parts


@given(st.text(max_size=40), st.sampled_from(["VN", "OM", "GB", None]))
def test_any_writing_has_parts(written: str, party: str | None) -> None:
    name = parse(written, party)
    assert all(each.text and each.letters and each.shown for each in name.parts)
    assert len(name.words) + len(name.initials) <= len(name.parts)
    assert name is parse(written, party)
