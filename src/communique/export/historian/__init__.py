"""The Office of the Historian's XML: visits of foreign leaders to the United States, and trips of its own abroad.

rows.py     which engagements are rows of the lists, and what a row says
markup.py   rows as the XML of https://github.com/HistoryAtState/visits and /travels, by their schema
"""

from communique.export.historian.markup import trips, visits

__all__ = ["trips", "visits"]
