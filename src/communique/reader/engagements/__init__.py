"""Engagements: which encounters a report tells of.

What happens to a report, in the order in which `find.py` lets it happen:

triggers/      the words that tell of an encounter
draft.py       what is gathered of one: a draft, begun for each trigger
setting/       whether, when and where it was, and which body met
participants/  who took part, on which side, who received whom, who led
judging/       which drafts tell of one encounter, which of several, and which of none between states
matter/        what was on the table, what came of it, which instruments
close.py       drafts → accounts, each value on its words

A room takes what the rooms above it have found; only `find.py` knows them all.
"""

from communique.reader.engagements.close import close
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.find import find_engagements
from communique.reader.engagements.setting.around import settle_grounds

__all__ = ["Draft", "Part", "close", "find_engagements", "settle_grounds"]
