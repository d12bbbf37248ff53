"""Theirs: days of a sentence that are not those of the encounter told in it."""

import pytest

from communique import read

MINISTER = "Defence Minister of Estonia Tarvo Kuusmets"
GUEST = "Defence Minister of Latvia Arnis Bērzkalns"
PUBLISHED = "2022-03-16"  # a Wednesday


def starts(text: str, kind: str) -> list[str | None]:
    """The first days of the encounters of a kind."""
    found = [account for account in read(text, published=PUBLISHED).engagements if account.kind.value == kind]
    assert found, text
    return [account.start.value if account.start is not None else None for account in found]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"{MINISTER} flew to Riga on Monday to meet with {GUEST}.", "meeting"),
        (
            f"{MINISTER} arrived in Riga on Monday to attend the 4th session of the Estonia-Latvia Commission.",
            "session",
        ),
        (f"{MINISTER} will tour the port of Riga tomorrow before meeting with {GUEST}.", "meeting"),
        (f"From 10 to 12 March {MINISTER} visited Riga and met with {GUEST}.", "meeting"),
        (f"{MINISTER} met with {GUEST} in Riga. A trip by the minister to Minsk was scrapped on Monday.", "visit"),
        (f"{MINISTER} on Monday received visiting {GUEST}.", "visit"),
        (f"{MINISTER} will be the first Estonian minister to travel to Malta since 2009.", "visit"),
    ],
)
def test_the_day_of_something_else_dates_nothing(text: str, kind: str) -> None:
    assert set(starts(text, kind)) == {None}


@pytest.mark.parametrize(
    ("text", "kind", "start"),
    [
        (f"{MINISTER} flew to Riga and met with {GUEST} on Monday.", "meeting", "2022-03-14"),
        (f"{MINISTER} was to fly home on Sunday. On Monday he met with {GUEST}.", "meeting", "2022-03-14"),
        (f"{MINISTER} met with {GUEST} on Monday before leaving for home.", "meeting", "2022-03-14"),
        (f"{MINISTER} called on {GUEST} in Riga on Monday.", "meeting", "2022-03-14"),
        (f"{GUEST} has been on a visit to Estonia since Monday.", "visit", "2022-03-14"),
    ],
)
def test_its_own_day_stays(text: str, kind: str, start: str) -> None:
    assert start in starts(text, kind)
