"""The hand-kept history: the Office of the Historian's lists of trips and visits, as reports and readings of their own.

The lists are those of the trips of US presidents and secretaries of state abroad, and of the visits of foreign leaders
to the United States. `FORMATS` makes each row a report (`history/visit-2138`), `read` makes a report of a row a
reading by the reader `history 1`: that beginning, `READER_NAME`, tells accounts of the hand-kept lists from others.
"""

from communique.sources.history import lines, markup
from communique.sources.history.row_reading import READER, READER_NAME, read
from communique.sources.history.rows import PREFIX, is_row

__all__ = ["FORMATS", "PREFIX", "READER", "READER_NAME", "is_row", "lines", "markup", "read"]

FORMATS = (markup, lines)  # the first that fits is it
