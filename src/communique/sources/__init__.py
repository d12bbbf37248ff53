"""Files, folders, feeds, JSON lines, stdin → Reports.

The way in: `opening` finds the files and opens each (gzip and byte order marks taken off), the first of `formats` that
fits its beginning turns it into reports, and `taking` goes from one to the next. What cannot be read becomes a
`Problem` in its place and the rest goes on.
"""

from communique.sources.formats import FORMATS, Format
from communique.sources.opening.inputs import Input, find, total_size
from communique.sources.opening.source import Meter, Source
from communique.sources.problem import Problem
from communique.sources.taking import take, take_found

__all__ = ["FORMATS", "Format", "Input", "Meter", "Problem", "Source", "find", "take", "take_found", "total_size"]
