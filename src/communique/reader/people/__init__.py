"""People: who is named, with rank and offices.

names.py      runs of capitalised words that nothing of the lexicon claims
titles.py     what stands around a name: a `Styled` person
things.py     names that are of palaces, bases, cities
untitled.py   full names that their sentence tells to be people
namesakes.py  whether two written forms name one person
figures.py    one `Figure` for each person of the report
groups.py     those who take part without a name, and ships
blocs.py      a few states that go by one word
"""

from communique.reader.people.figures import Figure, content_words, everyone, find_people, post_words

__all__ = ["Figure", "content_words", "everyone", "find_people", "post_words"]
