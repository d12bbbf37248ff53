import pytest

from communique.sources.history.remarks import meetings


def met(text: str) -> list[str]:
    """`office|name|party` of each counterpart."""
    found = []
    for meeting in meetings(text):
        told = meeting.counterpart
        parts = (" + ".join(text[start:end] for start, end in told.offices), told.name and text[slice(*told.name)])
        found.append("|".join([*(part or "" for part in parts), told.party[1] if told.party else ""]))
    return found


@pytest.mark.parametrize(
    ("text", "counterparts"),
    [
        ("Met with President Ruiz.", ["President|Ruiz|"]),
        ("Informal visit; met Prime Minister Dahl and Queen Astrid II.", ["Prime Minister|Dahl|", "Queen|Astrid II|"]),
        ("Met with President Ruiz, Foreign Minister Di Mauro, and senior officials.", ["President|Ruiz|", "Foreign Minister|Di Mauro|"]),
        ("Met with senior officials, and with Soviet Foreign Minister Orlov.", ["Foreign Minister|Orlov|RU"]),
        ("Discussed the Bosnian crisis with King Omar of Jordan.", ["King|Omar|JO"]),
        ("Discussed trade with Chancellor Braun, and arms control with Russian Foreign Minister Orlov.", ["Chancellor|Braun|", "Foreign Minister|Orlov|RU"]),
        ("Briefed Premier St. Laurent on the talks.", ["Premier|St. Laurent|"]),
        ("Audience with Pope Gaius II.", ["Pope|Gaius II|VA"]),
        ("Met with King Omar VI. Returned to U.S. June 3.", ["King|Omar VI|"]),
        ("Met with King Omar V.", ["King|Omar V|"]),
        ("Met with the Amir of Kuwait. Addressed troops.", ["Amir||KW"]),
        ("Met with Secretary for External Affairs Clay.", ["Secretary for External Affairs|Clay|"]),
        ("Met with Kurdish Regional President Baran.", ["Regional President|Baran|"]),
        ("Attended the funeral of King Olaf and conferred with West German Chancellor Braun.", ["Chancellor|Braun|DE"]),
        ("Met with President Ruiz of Peru, July 16; and President Lima of Brazil, July 17.", ["President|Ruiz|PE", "President|Lima|BR"]),
        ("Accompanied President Stone to a meeting with King Omar.", ["King|Omar|"]),
    ],
)  # fmt: skip
def test_who_was_met(text: str, counterparts: list[str]) -> None:
    assert met(text) == counterparts


@pytest.mark.parametrize(
    "text",
    [
        "Working visit.",
        "Attended the inauguration of President Ruiz.",
        "Accompanied President Stone.",
        "Met with the Foreign Ministers of Peru and Brazil.",
        "Met with the widow of President Ruiz.",
        "Was unable to meet with President Ruiz.",
        "Came to meet with President Ruiz.",
        "Met with students and dedicated the King Omar Library.",
        "Met with officials of British Columbia.",
        "Met with the Chief Prosecutor of the Tribunal.",
    ],
)
def test_nobody_is_told_to_be_met(text: str) -> None:
    assert met(text) == []


def test_the_day_beside_a_counterpart() -> None:
    text = "Private visit. Met with President Stone June 6; met July 9 with King Omar of Jordan."
    assert [text[slice(*each.day)] if each.day else None for each in meetings(text)] == ["June 6", "July 9"]
    assert meetings("Met with President Stone April 23–24.")[0].day is None  # no single day
