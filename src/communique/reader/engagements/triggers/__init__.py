"""Triggers: the words that tell of an encounter.

rows.py      the tables of verbs and nouns, by the word at which they are looked up
phrases.py   whether a row's words follow, and what sort of thing a noun stands for
kinds.py     what the words around make of it: a call of a meeting by video
verbs.py     `met with`, `arrived`, `hosted`: a verb that tells of it
nouns.py     `held talks`, `the third round of`, `a visit`: a noun that does
spans.py     which words of verb and noun are the trigger
which.py     which visit or signing one word tells of: its place or year
visitors.py  `received visiting Foreign Minister X`: a visit in one word
talks.py     `they discussed`: a meeting without a verb of meeting
sessions.py  a session told by the name of the body that sits
instruments.py  a signing told by the date of what was signed
find.py      all of them in one text
trigger.py   what each makes: the words and the grammar they stand in
"""

from communique.reader.engagements.triggers.find import TALKED, find_triggers
from communique.reader.engagements.triggers.trigger import Form, Trigger

__all__ = ["TALKED", "Form", "Trigger", "find_triggers"]
