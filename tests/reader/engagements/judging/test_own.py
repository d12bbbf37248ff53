"""Own affairs: what one state does by itself is no engagement, and firms are no states."""

import pytest

from communique import read

OFFICE = "The White House Office of Rural Policy is part of the Executive Office."


@pytest.mark.parametrize(
    "text",
    [
        (
            "Readout of Senior Adviser Dana Whitlock's Call with Farmers\n\nToday, White House Senior Adviser Dana Whitlock "
            "led a call with farmers, ranchers and foresters to discuss the new soil programme. She thanked them for their "
            f"patience. The callers asked for seed. {OFFICE}"
        ),
        (
            "Readout of the Interagency Working Group on Rural Bridges\n\nToday, White House Chief of Staff Ned Orrin "
            f"convened the Interagency Working Group on Rural Bridges. It agreed on a list of bridges. {OFFICE} The next "
            "list is due in May."
        ),
        (
            "Rawalpindi - 9 May, 2022\n\nGeneral Adnan Saleem Rathore, Chief of Army Staff, visited the Central Ordnance "
            "Depot, Lahore, today. The depot stores spare parts bought from Sweden in 1994. Later, the General interacted "
            "with officers and men of the depot. He praised their work."
        ),
        (
            "SEOUL, Oct. 4 -- Daram Cable Co. said Tuesday it has signed a contract worth 90 billion won to supply cable to "
            "Polish carrier Wisla Telekom S.A. over two years. The agreement was concluded in Warsaw between Daram chief "
            "executive Kim Seo-yul and Wisla chief executive Jan Gorski. Its stock rose. A plant is planned."
        ),
    ],
)
def test_one_state_by_itself_makes_no_engagement(text: str) -> None:
    assert read(text).engagements == ()


@pytest.mark.parametrize(
    "text",
    [
        (
            "Readout of Senior Adviser Dana Whitlock's Call with Kenya\n\nToday, White House Senior Adviser Dana Whitlock "
            "held a call with Kenyan Agriculture Minister Peter Mwaniki to discuss the new soil programme. She thanked him "
            f"for his patience. Both sides asked for seed. {OFFICE}"
        ),
        (
            "Rawalpindi - 9 May, 2022\n\nGeneral Lars Ekdahl, Chief of Army Staff of Sweden, called on General Adnan Saleem "
            "Rathore, Chief of Army Staff, today. They discussed training. The guest thanked the host. He left in the "
            "evening."
        ),
        (
            "SEOUL, Oct. 4 -- The defence ministers of South Korea and Poland signed a memorandum Tuesday under which Daram "
            "Cable Co. will supply cable. The signing took place in Warsaw. Its stock rose. A plant is planned."
        ),
    ],
)
def test_with_another_state_in_it_there_is_one(text: str) -> None:
    assert read(text).engagements


def test_a_region_called_like_a_state_is_at_home() -> None:
    home = (
        "The White House\n\nFirst Lady Carol Dunne was in Georgia on Monday to meet teachers. White House staff said "
        "that she would go there again. The schools of Atlanta need teachers. She likes schools."
    )
    abroad = home.replace("The schools of Atlanta need", "The Georgian schools of Tbilisi need")
    assert read(home, published="2022-05-04").engagements == ()
    countries = {
        account.country.value for account in read(abroad, published="2022-05-04").engagements if account.country
    }
    assert countries == {"GE"}
