"""Parsers of foreign formats, run in a process of their own with bounds on time and memory.

A file made to harm can make a parser loop, fill the memory or fall over; then only that process ends, and the file is
one Problem. `parent` keeps the process and asks it, `child` is what runs in it, `extract` is what it answers with.
"""

from communique.sources.confined.extract import Entry, Extract, Refused
from communique.sources.confined.parent import Confined

__all__ = ["Confined", "Entry", "Extract", "Refused"]
