import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from communique.sources.opening.decode import decode, looks_binary

RUSSIAN = "Министр обороны принял в Баку посла. Стороны обсудили военное сотрудничество."
FRENCH = "Le ministre a reçu l’ambassadeur à Abidjan, Côte d'Ivoire – “entretien cordial”."
SPANISH = "El ministro de Defensa español recibió en Bogotá a su homólogo."


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "cp1251"),
        ("Встреча в Баку", "cp1251"),
        ("The Minister met Mr. Иванов in Moscow on Tuesday and discussed cooperation.", "cp1251"),
        (FRENCH, "cp1252"),
        ("Talks in Malmö on Monday between the defence ministers of Sweden and Norway.", "cp1252"),
        (SPANISH, "latin-1"),
    ],
)
def test_eight_bit_text_is_read_where_its_encoding_can_be_told(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found is not None
    assert found.text == text
    assert not found.usual


def test_what_latin_1_alone_has_is_read_as_such() -> None:
    found = decode("Après la réunion à Yaoundé\x85 les délégués\x81 signèrent.".encode("latin-1"))
    assert found is not None
    assert found.encoding == "latin-1"


@pytest.mark.parametrize(
    "raw", [bytes(range(128, 256)) * 3, b"Yaound\xe9\0 and more", bytes(range(256)), b"\xff\xfe\xfd"]
)
def test_what_cannot_be_told_is_not_guessed(raw: bytes) -> None:
    assert decode(raw) is None


def test_the_encoding_found_in_the_same_file_settles_a_short_text() -> None:
    raw = "Баку".encode("cp1251")
    found = decode(raw, hint="cp1251")
    assert found is not None
    assert found.text == "Баку"


def test_utf16_without_a_mark_is_no_text() -> None:
    assert looks_binary("The Minister met his counterpart.".encode("utf-16-le"))
    assert decode("The Minister met his counterpart.".encode("utf-16-le")) is None


def test_a_few_nuls_are_text() -> None:
    found = decode(b"The Minister\0 met\0 his counterpart.")
    assert found is not None
    assert found.text.count("\0") == 2


@given(st.text(st.characters(exclude_categories=())))
def test_utf8_is_kept_to_the_character(text: str) -> None:
    raw = text.encode("utf-8", "surrogatepass")
    assume(not looks_binary(raw))
    found = decode(raw)
    assert found is not None
    assert found.usual
    assert found.text == text
