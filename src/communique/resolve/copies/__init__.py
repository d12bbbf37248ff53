"""Which reports are one: a story put out by several outlets, a page saved twice, a report corrected later.

Two that may be are found by their sketches (`sketching`) and then held against each other sentence by sentence
(`aligning`, `judging`): they must agree in every date, number and name of what they tell alike, since the session of
this year and that of last year are told in the same words. `settling` says which of several counts.
"""

from communique.resolve.copies.judging import VERSION, Told, address, judge
from communique.resolve.copies.settling import Repeat, settle
from communique.resolve.copies.sketching import sketch

__all__ = ["VERSION", "Repeat", "Told", "address", "judge", "settle", "sketch"]
