"""Report → Reading, in small steps.

words.py        the words of a text, with markup blanked
marks.py        what the lexicon knows of them; offices.py, complements.py, names.py: the grammars over them
masthead/       who publishes, where and when: the dateline
times/          the days the text gives
people.py       who is named, with rank and offices: titles.py, untitled.py, namesakes.py
parties.py      for whom they act: sides.py, foreign.py
refer.py        every place that stands for somebody; who.py: pronouns and parts
bodies/         standing bodies and their numbers
engagements/    which encounters are told of, with whom, when, where, about what
statements.py   who said what
links/          what is part of what, what follows what
reader.py       the order of all this
rules.py        which rules there are
many.py         many reports, on many processes
"""

from communique.reader.reader import Reader, read

__all__ = ["Reader", "read"]
