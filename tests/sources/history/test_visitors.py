import pytest

from communique.sources.history.visitors import visitors


def split(text: str) -> list[tuple[tuple[str, ...], str | None, str | None]]:
    return [
        (
            tuple(text[start:end] for start, end in told.offices),
            text[slice(*told.rank)] if told.rank else None,
            text[slice(*told.name)] if told.name else None,
        )
        for told in visitors(text)
    ]


@pytest.mark.parametrize(
    ("text", "offices", "rank", "name"),
    [
        ("President Ana Ruiz de la Vega", ("President",), None, "Ana Ruiz de la Vega"),
        ("President-elect Ruiz", ("President-elect",), None, "Ruiz"),
        ("President- elect Ruiz", ("President- elect",), None, "Ruiz"),
        ("Prime Minister-designate Omar Said", ("Prime Minister-designate",), None, "Omar Said"),
        ("Acting Prime Minister Olaf B. Hansen", ("Acting Prime Minister",), None, "Olaf B. Hansen"),
        ("Prime Minster Olaf Hansen", ("Prime Minster",), None, "Olaf Hansen"),
        (
            "President of the Council of Ministers Rosa Bianchi",
            ("President of the Council of Ministers",),
            None,
            "Rosa Bianchi",
        ),
        ("Chief of State Kofi Ansah", ("Chief of State",), None, "Kofi Ansah"),
        ("King Omar V", ("King",), None, "Omar V"),
        ("Pope Gaius II", ("Pope",), None, "Gaius II"),
        ("Prince Otto III", ("Prince",), None, "Otto III"),  # a sovereign: his only title
        ("Foreign Minister Prince Otto", ("Foreign Minister",), "Prince", "Otto"),
        ("Prime Minister-Prince Otto Amadi", ("Prime Minister",), "Prince", "Otto Amadi"),
        ("Amir Sheikh Omar bin Said al-Masri", ("Amir",), "Sheikh", "Omar bin Said al-Masri"),
        ("Premier and Prince Amadi", ("Premier",), "Prince", "Amadi"),
        ("Prime Minister and Foreign Minister Ole Dahl", ("Prime Minister", "Foreign Minister"), None, "Ole Dahl"),
        ("Lieutenant General Juan Prieto", (), "Lieutenant General", "Juan Prieto"),
        ("Governor General Earl of Thornby", ("Governor General",), None, "Earl of Thornby"),
        ("Governor General Lord Thornby", ("Governor General",), "Lord", "Thornby"),
        ("Prime Minister Amir Hosseini", ("Prime Minister",), None, "Amir Hosseini"),  # a given name here
        ("Prime Minister Major", ("Prime Minister",), None, "Major"),
        ("President Abel arap Koros", ("President",), None, "Abel arap Koros"),
        ("President Nur ul-Amin", ("President",), None, "Nur ul-Amin"),
        ("Prime Minister Willem F. (Wim) Bakker", ("Prime Minister",), None, "Willem F. (Wim) Bakker"),
        ("Jonas Petrauskas", (), None, "Jonas Petrauskas"),
    ],
)
def test_one_visitor(text: str, offices: tuple[str, ...], rank: str | None, name: str) -> None:
    assert split(text) == [(offices, rank, name)]


@pytest.mark.parametrize(
    "text",
    ["President Ana Ruiz and Prime Minister Juan Prieto", "President Ana Ruiz, Prime Minister Juan Prieto"],
)
def test_several_visitors(text: str) -> None:
    assert split(text) == [(("President",), None, "Ana Ruiz"), (("Prime Minister",), None, "Juan Prieto")]


def test_any_words_are_somebody() -> None:
    for text in ("of", "and and", "(", "The President", "1. 2.", "President"):
        visitors(text)
