"""Report → Reading, in small steps.

words.py        the words of a text, with markup blanked
marks.py        what the lexicon knows of them
gate.py         which paragraphs are worth parsing
masthead/       who publishes, where and when: the dateline
times/          the days the text gives
offices/        the posts it names
people/         who is named, with rank and offices
parties/        for whom they act
refer.py        every place that stands for somebody; who.py: pronouns and parts
bodies/         standing bodies and their numbers
engagements/    which encounters are told of, with whom, when, where, about what
statements/     who said what
links/          what is part of what, what follows what
page.py         what the steps hand on
reader.py       the order of all this
rules.py        which rules there are; score.py: how likely a value is right; learned/: the models
parser.py       the parse under it; clause.py: who does what in a sentence
many.py         many reports, on many processes
"""

from communique.reader.reader import Reader, read

__all__ = ["Reader", "read"]
