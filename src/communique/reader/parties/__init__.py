"""Parties: the state or organisation somebody acts for, and the words that say so.

settle.py   said at the name, in an office, before the titles; else the publisher's own
posts.py    posts that only one party has: `European Commissioner`, `Taoiseach`
sides.py    whose delegation somebody leads, belongs to or stands in for
foreign.py  who acts for another state than the publisher's though no words at the name say for which
across.py   who meets the publisher's own, and is not said to act for anybody
"""

from communique.reader.parties.across import part_sides
from communique.reader.parties.foreign import own_regions
from communique.reader.parties.settle import most_named, office_party, settle_parties

__all__ = ["most_named", "office_party", "own_regions", "part_sides", "settle_parties"]
