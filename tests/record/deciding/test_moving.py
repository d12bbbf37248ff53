"""What would move between two that may be one, and what one is joined of."""

from communique.record import Record


def test_what_is_told_of_either_is_what_their_pages_tell(record: Record) -> None:
    speaking = [each.id for each in record.people() if record.person(each.id).statements]
    one, other = (record.person(each) for each in speaking[:2])
    found = record.moving(one.id, other.id)
    assert (found.kind, found.one_now) == ("person", False)
    for side, person in ((found.left, one), (found.right, other)):
        assert {each.id for each in side.encounters} == {each.id for each in person.engagements}
        assert {each.id for each in side.statements} == {each.id for each in person.statements}
        assert side.all_encounters == len(person.engagements)
        assert side.all_statements == len(person.statements)
        for each in side.encounters:
            assert record.text(each.report).text[each.start : each.end] == each.quote


def test_of_two_names_of_one_each_has_its_own(record: Record) -> None:
    speaking = [each.id for each in record.people() if record.person(each.id).statements]
    one, other = speaking[:2]
    before = record.moving(one, other)
    record.decide("same", one, other)
    assert {each.id for each in record.parts(one)} == {one, other}
    after = record.moving(one, other)
    assert after.one_now
    assert after.left.statements == before.left.statements
    assert after.right.statements == before.right.statements


def test_an_engagement_is_joined_of_accounts(record: Record) -> None:
    engagement = next(each for each in record.engagements() if len(each.tellings) > 1)
    found = record.parts(engagement.id)
    assert [each.id for each in found] == [each.id for each in engagement.tellings]
    assert found[0].name == f"{engagement.tellings[0].report}#{engagement.tellings[0].account}"
    moving = record.moving(found[0].id, found[1].id)
    assert (moving.one_now, moving.left.all_encounters, moving.left.all_statements) == (True, 1, 0)
    assert moving.left.encounters[0].report == engagement.tellings[0].report


def test_bodies_have_their_sessions(record: Record) -> None:
    one, other = (record.body(each.id) for each in record.bodies()[:2])
    found = record.moving(one.id, other.id)
    assert {each.engagement.id for each in one.sessions} <= {each.id for each in found.left.encounters}
    assert found.right.all_encounters >= len(other.sessions)
