"""Matter: topics, outcomes and documents of encounters, over reports written for these tests."""

import pytest

import communique
from communique.reading import Account, Reading

LEAD = (
    "RIGA, 3 May 2021. Latvian Minister of Defence Janis Ozols met with Estonian Minister of Defence Kalle Laan "
    "in Riga on Monday."
)


def read(told: str) -> Reading:
    return communique.read(f"{LEAD}\n\n{told}\n", published="2021-05-04")


def meeting(told: str) -> Account:
    """The account of the meeting in LEAD, with something told after it."""
    return next(account for account in read(told).engagements if account.kind.value == "meeting")


def topics(told: str) -> list[str]:
    return [topic.value for topic in meeting(told).topics]


def outcomes(told: str) -> list[str]:
    return [outcome.value for outcome in meeting(told).outcomes]


def documents(told: str) -> list[tuple[str, str]]:
    return [
        (document.name.value, document.status.value if document.status is not None else "")
        for account in read(told).engagements
        for document in account.documents
    ]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The ministers discussed air defence.", ["air defence"]),
        ("They exchanged candid views on the security of the Baltic Sea.", ["the security of the Baltic Sea"]),
        ("The talks focused on the protection of undersea cables.", ["the protection of undersea cables"]),
        ("The training of reservists was then reviewed.", ["The training of reservists"]),
        ("The defence of airports topped the agenda of the talks.", ["The defence of airports"]),
        ("Military mobility was among the issues taken up.", ["Military mobility"]),
        ("Views were exchanged on the situation in Ukraine.", ["the situation in Ukraine"]),
        ("The two sides touched upon the purchase of coastal radars.", ["the purchase of coastal radars"]),
        ("The two ministers compared notes on the draft of recruits.", ["the draft of recruits"]),
        ("The conversation then turned to the closing of the border.", ["the closing of the border"]),
        ("The ministers discussed with their generals the repair of roads.", ["the repair of roads"]),
        ("The talks encompassed the purchase of coastal radars.", ["the purchase of coastal radars"]),
        ("Issues related to the repair of roads were deliberated.", ["Issues related to the repair of roads"]),
        ("Views were shared on the closing of the border.", ["the closing of the border"]),
        ("On the agenda of the talks was the draft of recruits.", ["the draft of recruits"]),
        ("The two ministers made an assessment of the state of the fleet.", ["the state of the fleet"]),
        ("The second part of the talks dealt with the repair of roads.", ["the repair of roads"]),
        (
            "The state of the fleet was reviewed, in particular the repair of hulls and the training of divers.",
            ["The state of the fleet", "the repair of hulls", "the training of divers"],
        ),
    ],
)
def test_words_that_put_a_matter_on_the_table(told: str, wanted: list[str]) -> None:
    assert topics(told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "The ministers discussed air defence, border security and the training of reservists.",
            ["air defence", "border security", "the training of reservists"],
        ),
        (
            "The ministers discussed key challenges, including migration and cyber attacks.",
            ["key challenges", "migration", "cyber attacks"],
        ),
        (
            "The ministers discussed the state of the fleet, as well as the repair of roads.",
            ["the state of the fleet", "the repair of roads"],
        ),
        (
            "The ministers reviewed cooperation in the fields of mine clearance, military medicine and training.",
            ["cooperation", "mine clearance", "military medicine", "training"],
        ),
        (
            "The ministers discussed the repair of roads, which began in May, and the training of reservists.",
            ["the repair of roads", "the training of reservists"],
        ),
        (
            "The ministers discussed their political, economic and cultural ties.",
            ["their political, economic and cultural ties"],
        ),
        ("The ministers discussed trade and investment in the region.", ["trade and investment in the region"]),
        (
            "The ministers discussed the resumption of cargo flights and cooperation in coffee processing.",
            ["the resumption of cargo flights", "cooperation in coffee processing"],
        ),
        (
            "The ministers discussed the transfer of army training and exchange of border patrols.",
            ["the transfer of army training", "exchange of border patrols"],
        ),
        (
            "The ministers discussed the strengthening of cooperation and coordination between their armies.",
            ["the strengthening of cooperation and coordination between their armies"],
        ),
        (
            "The ministers discussed areas where their interests, plans and budgets diverge.",
            ["areas where their interests, plans and budgets diverge"],
        ),
    ],
)
def test_items_of_an_enumeration(told: str, wanted: list[str]) -> None:
    assert topics(told) == wanted


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        ("The ministers discussed air defence, and Mr Ozols thanked his guest for the visit.", ["air defence"]),
        ("The ministers discussed air defence and visited a barracks.", ["air defence"]),
        ("The ministers discussed air defence during the dinner.", ["air defence"]),
        ("The ministers discussed air defence, which both countries lack.", ["air defence"]),
    ],
)
def test_a_topic_ends_with_its_clause(told: str, wanted: list[str]) -> None:
    assert topics(told) == wanted


def test_what_something_else_is_for_is_no_topic() -> None:
    assert topics("Mr Ozols praised the efforts to tackle smuggling.") == []


@pytest.mark.parametrize(
    "told",
    [
        "Mr Laan reviewed the guard of honour.",
        "Mr Laan addressed the parliament.",
        "Mr Ozols conferred on him the Order of the Bear.",
        "Mr Laan spoke out about the blockade.",
    ],
)
def test_what_is_done_to_a_crowd_or_in_honour_is_no_topic(told: str) -> None:
    assert topics(told) == []


def test_an_aim_is_a_topic() -> None:
    found = communique.read(
        "Latvian Minister of Defence Janis Ozols met with Estonian Minister of Defence Kalle Laan in Riga "
        "on Monday to strengthen naval cooperation.",
        published="2021-05-04",
    )
    assert [topic.value for topic in found.engagements[0].topics] == ["naval cooperation"]


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "They agreed to open a hotline and to hold a joint exercise.",
            ["to open a hotline", "to hold a joint exercise"],
        ),
        ("It was decided that the navies would meet every year.", ["the navies would meet every year"]),
        ("Both sides struck a deal on the exchange of officers.", ["the exchange of officers"]),
        ("The ministers tasked their staffs to draw up a plan.", ["to draw up a plan"]),
        ("The ministers approved a five-year schedule of exercises.", ["a five-year schedule of exercises"]),
        (
            "They agreed to open a hotline and repair the bridge.",
            ["to open a hotline", "repair the bridge"],
        ),
        ("The protocol envisages the exchange of officers.", ["the exchange of officers"]),
        ("Under the protocol, Latvia will repair the bridge.", ["Latvia will repair the bridge"]),
        ("The joint commission was established in 1994.", []),
        ("They condemned the launch of a missile.", []),
        ("They did not agree to open a hotline.", []),
    ],
)
def test_outcomes(told: str, wanted: list[str]) -> None:
    assert outcomes(told) == wanted


def test_an_invitation_is_an_outcome_of_the_meeting_it_was_made_at() -> None:
    assert outcomes("Mr Ozols accepted the invitation to visit Tallinn in June.") == [
        "the invitation to visit Tallinn in June"
    ]


def test_what_one_side_commits_to_is_no_outcome() -> None:
    assert outcomes("Mr Laan committed to a larger budget.") == []


def test_a_matter_inside_an_outcome_is_no_topic() -> None:
    assert topics("They agreed to discuss the hotline again in autumn.") == []


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "After the talks the ministers signed a Memorandum of Understanding on Naval Training.",
            [("Memorandum of Understanding on Naval Training", "signed")],
        ),
        ("The ministers adopted a joint declaration.", [("joint declaration", "agreed")]),
        ("A readmission agreement is expected to be signed in June.", [("readmission agreement", "proposed")]),
        (
            "They discussed the implementation of the 2014 Treaty of Friendship.",
            [("2014 Treaty of Friendship", "in force")],
        ),
        ("The ministers praised several initiatives.", []),
    ],
)
def test_documents_and_what_became_of_them(told: str, wanted: list[tuple[str, str]]) -> None:
    assert documents(told) == wanted


def test_a_matter_is_not_given_to_a_summit_in_whose_margins_others_met() -> None:
    found = communique.read(
        "President Janis Ozols of Latvia met with President Kalle Laan of Estonia on the margins of the NATO Summit. "
        "They discussed air defence.",
        published="2021-05-04",
    )
    given = {account.kind.value: [topic.value for topic in account.topics] for account in found.engagements}
    assert given["meeting"] == ["air defence"]
    assert given.get("conference", []) == []


def test_what_will_be_discussed_belongs_to_what_is_planned() -> None:
    found = read(
        "On 10 May the Latvian minister will meet in Warsaw with Polish Defence Minister Jan Zielny. "
        "The two will discuss the purchase of tanks."
    )
    given = {account.status.value: [topic.value for topic in account.topics] for account in found.engagements}
    assert given == {"held": [], "planned": ["the purchase of tanks"]}


@pytest.mark.parametrize(
    ("told", "wanted"),
    [
        (
            "They signed a treaty on extradition and a memorandum on radars.",
            [("treaty on extradition", "signed"), ("memorandum on radars", "signed")],
        ),
        ("They put their signatures to a memorandum on radars.", [("memorandum on radars", "signed")]),
        ("The staffs initialled the 2022 activity plan.", [("2022 activity plan", "agreed")]),
    ],
)
def test_instruments_joined_and_ways_to_sign(told: str, wanted: list[tuple[str, str]]) -> None:
    assert documents(told) == wanted
