"""Posts that only one party has."""

from communique.reader.parties.posts import told_by_post


def test_the_post_tells_the_party_and_where_it_stands() -> None:
    assert told_by_post("the outgoing European Commissioner") == ("EU", 13, 34)
    assert told_by_post("Minister of Health") is None
