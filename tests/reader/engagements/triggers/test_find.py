"""Triggers: the wordings of each kind of encounter, and what is none."""

import pytest

from communique.reader.engagements.triggers import find_triggers
from communique.reader.marks import mark
from communique.reader.parser import parser

TOLD = {
    "meeting": [
        "Minister Ortega sat down on Monday in Doha with the Qatari admiral.",
        "The Minister spent two hours with his Omani colleague.",
        "The highlight was a call on the Deputy Minister.",
        "The Deputy Prime Minister received Mr. Peter Lund, ambassador-designate of Norway.",
        "Talks were held on Monday between the defence ministers of Chad and Niger.",
        "The two ministers had a get-together on Thursday.",
        "Foreign Minister Adeyemi exchanged views with his Danish colleague on climate.",
        "Egypt, Jordan discuss border security",
        "While hosting General Ito at the headquarters, the Chief of Staff recalled the long friendship.",
        "The Chief of the Navy had a working lunch with the Belgian admiral.",
        "The interlocutors met face to face in Geneva.",
        "A delegation led by Major General Osei paid a courtesy call on the Chief of Defence Staff.",
        "The Chargé d'affaires was summoned to the Foreign Ministry.",
        "The Deputy Minister called on the President to discuss fisheries.",
        "Officials prepared the presidential encounter of 2 November in Quito.",
        "The note was made public after bilateral engagements with the Vice President of Suriname.",
        "The delegates of both countries would go back to the table in May.",
    ],
    "call": [
        "The ministers met for a short virtual meeting.",
        "Minister Ono discussed the harvest over phone with Secretary Hill.",
        "Minister Ono spoke by telephone with Secretary Hill.",
        "The chiefs of staff met via video link.",
        "Secretary calls Foreign Minister Tanaka",
        "The foreign ministers held a virtual meeting.",
        "The President received a phone call from the President of France.",
        "In a separate phone call later in the day the two spoke of grain.",
    ],
    "visit": [
        "The President of Malta is expected in Tunis next week.",
        "The Deputy Minister flew to the capital.",
        "The sides agreed to send a team of experts to Accra.",
        "INS Trishul docked in Port Louis on Monday.",
        "The Army Chief returned from a visit to Kazakhstan.",
        "The Chief of the Air Staff is paying an official visit to Italy.",
        "Two Russian warships made a port call to Colombo.",
        "The Prime Minister extended an invitation to the President to visit Nepal.",
        "He recalled the port call of the frigate at Tema.",
        "In the afternoon the Omani delegation moved to Porto.",
        "They recalled the trip of the Finnish Minister in 2019.",
        "It was agreed on sending a group of army doctors to Rome.",
    ],
    "session": [
        "The committee's second meeting, in Dublin last year, ended without a communique.",
        "The Joint Working Group met in Kampala.",
        "The 12th round of the strategic dialogue was convened in Ottawa.",
        "Annual bilateral defence consultations were held in Prague.",
        "The next BPC will take place in Quito.",
        "The technical working group will be called together again by the end of March.",
    ],
    "conference": [
        "Minister Diaz addressed the Munich Security Conference.",
        "The Heads of State will raise it at the European Council of 20 and 21 June.",
        "Kenya hosted a regional seminar on maritime security in Mombasa.",
        "Foreign ministers of the Visegrad Group will gather in Bratislava.",
        "They will see each other at COP33 in Lisbon.",
        "Transport Ministers from Palau and Samoa have gathered in Koror.",
        "He flew home after an economic forum in Tromso.",
        "A meeting of Nordic defence ministers in Oslo was on the agenda.",
        "On the sidelines of the 60th session of the UN General Assembly he spoke of trade.",
    ],
    "signing": [
        "The ministers put pen to paper on a status of forces agreement.",
        "The visit was crowned by the signing of a cooperation agreement.",
        "The two countries entered into a memorandum on border security in 2005.",
        "The ambassadors initialled a draft treaty.",
        "The two ministers put their names to a joint declaration.",
        "They regret that the tax agreement concluded in 2004 is seldom used.",
        "With the Omani side, the fate of the accords concluded in Muscat last May and the fishery were also discussed.",
        "The ministries will subscribe four agreements on Friday.",
    ],
    "ceremony": [
        "The King was welcomed with full military honours.",
        "The two generals led the closing rites in Nara.",
        "A wreath was laid at the monument by General Kovács.",
        "Ambassador Lee presents letters of credence to King",
        "Admiral Costa was awarded the Medal of Naval Merit.",
        "The Minister was accorded a guard of honour on arrival.",
        "The ambassador offered incense at the Temple of Peace.",
        "Admiral Ruiz was welcomed with full military honours.",
        "The guest paid tribute to the memory of the fallen.",
        "The Consul gave a dinner in his honour.",
    ],
    "exercise": [
        "Exercise Northern Shield began on Monday in Norway.",
        "Joint drills were staged off the coast of Senegal.",
        "Soldiers from both countries will train together in October.",
        'The two were together during the "Granite Shore" exercise.',
        "A joint patrol of the river was proposed.",
        "The first edition of the drill took place in Malta.",
    ],
    "correspondence": [
        "A message came from the Sultan of Oman.",
        "President Nagy sent a cable of condolences to the Sultan of Oman.",
        "A letter from the Prime Minister was handed to the President by Minister Aziz.",
        "The King congratulated the President in a telegram.",
    ],
}

NOT_TOLD = [
    "The levy rests on a report to the Congress of June 28, 2012.",
    "The Minister called on Parliament to adopt the budget.",
    "The proposal met with criticism.",
    "The army must meet the requirements of modern war.",
    "The visiting professor spoke about history.",
    "The ministers may meet again if conditions allow.",
    "The Minister welcomed the decision.",
    "The case was called on Monday.",
    "The strike of the dockers was called off.",
    "A consensus was arrived at on the budget.",
    "The President called for a ceasefire.",
    "They did not meet.",
    "The Committee reached agreement.",
    'The general called the camp "our second home".',
    "The Minister continued to work on the plan.",
    "Admiral Costa is in good health.",
    "The ministry's message was clear.",
    "The brigade built on the foundation laid by its founder.",
    "The Secretary General of the Amber Coast Forum agreed.",
    "Cooperation in the G20 grows.",
    "Minister Belo will send the protocol to the Grand National Assembly of Freedonia.",
    "The troops raided three camps on the fringes of Sambor Forest.",
    "Judge Belo received her LL.M. from the University of Porto in 1999.",
    "No talks between the presidents of Chad and Niger are on the agenda.",
    "She advised the members of Congress with skill.",
    "The Call to Action for the Andes is hers.",
]


def kinds(text: str) -> set[str]:
    """The kinds of the triggers of a text."""
    return {trigger.kind for trigger in find_triggers(parser()(mark(text).text))}


@pytest.mark.parametrize(("kind", "text"), [(kind, text) for kind, texts in TOLD.items() for text in texts])
def test_each_kind_is_told_in_many_wordings(kind: str, text: str) -> None:
    assert kind in kinds(text)


@pytest.mark.parametrize("text", NOT_TOLD)
def test_other_senses_tell_of_nothing(text: str) -> None:
    assert kinds(text) == set()


def triggers(text: str) -> set[str]:
    """The words that tell, of each trigger of a text."""
    plain = mark(text).text
    return {plain[trigger.start : trigger.end] for trigger in find_triggers(parser()(plain))}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The third round is pencilled in for May.", "third round is pencilled in"),
        ("They looked ahead to the Baltic defence ministers' meeting in Riga.", "Baltic defence ministers' meeting"),
        ("They saw the signing of a new trade agreement between Chile and Peru.", "signing of a new trade agreement"),
        ("The seminar, which opened in Split on Monday, was praised.", "seminar"),
        ("The joint seminar drew to a close on Friday in Split.", "joint seminar drew to a close"),
        ("The defence ministers of the two states last convened in Malta in 2019.", "last convened"),
        ("Exercise Amber Wave will be conducted in Gdynia in May.", "Exercise Amber Wave will be conducted"),
    ],
)
def test_a_noun_is_cited_with_its_verb_or_by_itself(text: str, words: str) -> None:
    assert words in triggers(text)
