"""Lists a page at a time: how long they are, and what else they could be restricted to.

A facet is counted under all restrictions but its own, so that each of its choices tells how long the list would be.
"""

from communique.record.listing.listing import Listing, PartyLine

__all__ = ["Listing", "PartyLine"]
