import pytest

from communique.resolve.titles import title


def words(*of: str) -> frozenset[str]:
    return frozenset(of)


@pytest.mark.parametrize(
    ("name", "subjects"),
    [
        ("Kazakh-Iranian Joint Working Group on Naval and Naval-Technical Cooperation", words("navy", "technical")),
        ("Iran-Kazakhstan Joint Military Working Group", words("military")),
        ("third session of the Joint Border Security Committee", words("border", "security")),
        ("GHANA-TOGO JOINT BORDER SECURITY COMMITTEE", words("border", "security")),
        ("Senegalo-Gambian Presidential Council", words()),
        ("diplomatic consultations between the two foreign ministries", words("diplomatic")),
        ("Franco-German 2+2 talks", words("2+2")),
        ("Joint Military Follow-up Committee", words("military", "follow-up")),
        ("EU-US Energy Council", words("energy", "EU")),
    ],
)
def test_what_a_body_is_about(name: str, subjects: frozenset[str]) -> None:
    assert title(name).subjects == subjects


def test_words_that_tell_a_second_body_apart() -> None:
    assert title("Joint Military Follow-up Committee").telling == words("follow-up")
    assert title("naval working group").telling == title("navy working group").telling == words("navy")


def test_kind_level_and_abbreviation() -> None:
    said = title("High-Level Joint Commission on Defence (HLJC)")
    assert (said.kinds, said.levels, said.short) == (words("committee"), words("high"), "HLJC")
    assert title("Joint Military Cooperation Committee").initials == "JMCC"
    assert title("JMCC").short == "JMCC"


@pytest.mark.parametrize(
    "name", ["the working group", "Joint Commission of Iran and Oman", "bilateral talks of both countries"]
)
def test_a_generic_name(name: str) -> None:
    assert title(name).generic
