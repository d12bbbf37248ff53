"""Engagements: which encounters a report tells of.

triggers.py  the words that tell of an encounter
parts.py     who took part, on which side
status.py    held, under way, planned, proposed, cancelled
setting.py   when and where
gather.py    one draft an encounter, however often it is told
matter.py    topics, outcomes, documents
roles.py     host and guest, by whose soil it is
close.py     drafts → cited accounts
"""

from communique.reader.engagements.close import close
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.find import find_engagements

__all__ = ["Draft", "Part", "close", "find_engagements"]
