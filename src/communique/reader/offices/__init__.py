"""Offices: the posts a report names, from their first modifier to their last complement.

grammar.py      the head of a post with what stands before it
complements.py  what stands behind it: `of the Armed Forces`, `for Europe and Africa`
holders.py      what else belongs to it because the rank of who holds it comes right behind
"""

from communique.reader.offices.grammar import find_offices

__all__ = ["find_offices"]
