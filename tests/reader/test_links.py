"""Links: what is part of what, what follows what, what founded a body; and what is none of these."""

import communique
from communique.reading import Reading


def reading(text: str) -> Reading:
    return communique.read(text, published="2023-05-16")


def links(text: str) -> set[tuple[str, str, str]]:
    """(kind of the first, relation, kind of the other); bodies are `body`."""
    read = reading(text)
    kinds = {account.id: account.kind.value for account in read.engagements}
    return {(kinds.get(each.from_id, "body"), each.relation, kinds[each.to_id]) for each in read.links}


def rules(text: str) -> set[str]:
    return {each.evidence.rule for each in reading(text).links}


def test_talks_and_wreaths_on_a_visit_are_part_of_it() -> None:
    text = (
        "Minister of Defence of Kenya Peter Wafula arrived in Lima on an official visit on 14 May 2023. "
        "On 15 May Peter Wafula met with Minister of Defence of Peru Luis Quiroga."
    )
    assert links(text) == {("meeting", "part_of", "visit")}


def test_a_visit_of_long_ago_holds_nothing_of_today() -> None:
    text = (
        "Minister of Defence of Peru Luis Quiroga received Minister of Defence of Kenya Peter Wafula on 15 May 2023. "
        "Wafula had visited Lima in 2018."
    )
    assert ("meeting", "part_of", "visit") not in links(text)


def test_what_a_delegation_is_sent_for_is_part_of_its_visit() -> None:
    text = (
        "President Ana Salcedo of Peru today announced a Presidential Delegation to Kenya to attend the inauguration of "
        "Peter Wafula on 20 June 2023 in Nairobi."
    )
    assert links(text) <= {("ceremony", "part_of", "visit")}


def test_a_meeting_on_the_margins_is_part_of_the_conference() -> None:
    text = (
        "President Peter Wafula of Kenya met today with President Luis Quiroga of Peru "
        "on the sidelines of the Pacific Ports Summit."
    )
    assert links(text) == {("meeting", "part_of", "conference")}
    assert rules(text) == {"links.margins"}


def test_what_is_signed_at_a_session_is_part_of_it() -> None:
    text = (
        "The second session of the Kenya-Peru Joint Commission was held in Lima on 15 May 2023. "
        "At the close, Minister Peter Wafula of Kenya and Minister Luis Quiroga of Peru signed a memorandum."
    )
    assert ("signing", "part_of", "session") in links(text)


def test_who_heads_a_body_and_is_received_is_received_at_its_session() -> None:
    text = (
        "On 15 May, Minister of Defence of Peru Luis Quiroga met with the delegation led by the Deputy Minister of "
        "Defence of Kenya, the head of the Peru-Kenya Joint Working Group on Military Medicine from the Kenyan side, "
        "Major General Peter Wafula. The sides spoke about rescue at sea. "
        "The first meeting of the Peru-Kenya Joint Working Group on Military Medicine was held in Lima on 15 May."
    )
    assert ("meeting", "part_of", "session") in links(text)


def test_sessions_of_one_body_follow_each_other_by_their_numbers() -> None:
    text = (
        "The fourth meeting of the Chile-Peru Joint Committee on Hydrography was held in Lima on 15 May 2023. "
        "The fifth meeting will be held in Arica in 2024. The third meeting had been held in Iquique in 2021."
    )
    read = reading(text)
    number = {a.id: a.session_number.value for a in read.engagements if a.session_number is not None}
    told = {(number[each.from_id], number[each.to_id]) for each in read.links if each.relation == "follows"}
    assert told == {(4, 3), (5, 4)}


def test_a_meeting_follows_the_call_it_is_told_to_follow() -> None:
    text = (
        "Minister Peter Wafula of Kenya met on 15 May 2023 with Minister Luis Quiroga of Peru in Lima. "
        "The meeting followed their 2 March phone call."
    )
    assert ("meeting", "follows", "call") in links(text)


def test_a_call_at_the_end_of_the_same_afternoon_follows_nothing() -> None:
    text = (
        "Minister Peter Wafula of Kenya held talks with Minister Luis Quiroga of Peru in Lima on 15 May. "
        "After the talks, Peter Wafula met with President Ana Salcedo of Peru."
    )
    assert not any(relation == "follows" for _, relation, _ in links(text))


def test_a_return_visit_follows_the_talks_at_which_it_was_asked_for() -> None:
    text = (
        "Minister Peter Wafula of Kenya met on 15 May with Minister Luis Quiroga of Peru in Lima. "
        "He invited Luis Quiroga to pay a return visit to Nairobi in October."
    )
    assert ("visit", "follows", "meeting") in links(text)


def test_a_body_is_established_by_the_signing_it_owes_its_existence_to() -> None:
    text = (
        "The third session of the Kenyan-Peruvian Working Group on Military Medicine opened in Lima on 15 May 2023. "
        "The working group owes its existence to a memorandum signed in Nairobi in 2019."
    )
    assert ("body", "established_by", "signing") in links(text)


def test_a_body_set_up_now_is_established_by_the_encounter_told_of() -> None:
    text = (
        "Minister Peter Wafula of Kenya met on 15 May 2023 with Minister Luis Quiroga of Peru in Lima. "
        "Both sides agreed to set up a joint task team on rescue at sea."
    )
    assert ("body", "established_by", "meeting") in links(text)


def test_a_body_only_talked_of_is_not_established() -> None:
    text = (
        "Minister Peter Wafula of Kenya met on 15 May 2023 with Minister Luis Quiroga of Peru in Lima. "
        "They discussed establishing a joint task team on rescue at sea."
    )
    assert links(text) == set()


def test_no_link_is_told_twice() -> None:
    text = (
        "The fourth meeting of the Chile-Peru Joint Committee was held in Lima on 15 May 2023, following the third "
        "meeting of the Chile-Peru Joint Committee in 2021. The previous meeting was held in Arica in 2021."
    )
    told = [(each.from_id, each.relation, each.to_id) for each in reading(text).links]
    assert len(told) == len(set(told))


def test_the_next_meeting_follows_the_one_at_which_it_was_agreed() -> None:
    text = (
        "Defence Minister of Estonia Ilmar Kask received Defence Minister of Sweden Tomas Berg in Tallinn on 15 May 2023. "
        "The ministers agreed to hold their next meeting in Stockholm in October 2023."
    )
    assert links(text) == {("meeting", "follows", "meeting")}
    assert rules(text) == {"links.next"}


def test_a_meeting_follows_the_previous_one() -> None:
    text = (
        "Defence Minister of Estonia Ilmar Kask met Defence Minister of Sweden Tomas Berg in Tallinn on 15 May 2023. "
        "The previous meeting was held in Stockholm in June 2021."
    )
    first, second = reading(text).engagements
    assert [(each.from_id, each.to_id) for each in reading(text).links] == [(first.id, second.id)]


def test_a_visitor_goes_farther_in_the_country() -> None:
    text = (
        "Defence Minister of Sweden Tomas Berg arrived in Tashkent on 15 May 2023 on an official visit to Uzbekistan. "
        "On 17 May he will travel to Samarkand."
    )
    assert links(text) == {("visit", "part_of", "visit")}


def test_what_a_session_signs_is_the_sessions() -> None:
    text = (
        "Foreign Minister of Ghana Kwame Ofori is on an official visit to Vietnam. On 15 May 2023 he co-chaired "
        "the third session of the Vietnam-Ghana Joint Commission with Foreign Minister of Vietnam Tran Van Minh. "
        "At the end of the session the two ministers signed an agreement on fisheries."
    )
    assert ("signing", "part_of", "session") in links(text)
    assert ("signing", "part_of", "visit") not in links(text)


def test_what_the_hosts_alone_are_told_to_do_is_of_the_only_visit() -> None:
    text = (
        "Defence Minister of Sweden Tomas Berg arrived in Tashkent on 15 May 2023 on an official visit to Uzbekistan. "
        "In the evening Defence Minister of Uzbekistan Rustam Alimov gave a dinner in his honour."
    )
    assert links(text) == {("ceremony", "part_of", "visit")}


def test_what_is_followed_by_another_does_not_follow_it() -> None:
    text = (
        "Defence Minister of Estonia Ilmar Kask met Defence Minister of Sweden Tomas Berg on 15 May 2023. "
        "The meeting was followed by the signing of an agreement on training between Estonia and Sweden."
    )
    assert not any(relation == "follows" for _, relation, _ in links(text))
