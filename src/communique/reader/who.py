"""Who a word stands for where the text does not name them: pronouns, the guest, the other one, a side."""

import re
from bisect import bisect_left
from collections import Counter

from communique.lexicon.vocabulary import vocabulary
from communique.reader.clause import SUBJECTS
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.parties import office_party
from communique.reader.people import Figure, content_words
from communique.reader.refer import Mention

SENTENCES_BACK = 4  # how far back a pronoun looks
# Levels of which a bare word (`the Omani commander`) does not tell apart.
UNSURE_LEVELS = frozenset({"official", "service chief", "chief of defence"})
PERSONS = ("name", "office", "pronoun")
_SPOKESPERSON = re.compile(r"\bspokes\w+|\bpress (?:secretary|officer)\b", re.IGNORECASE)
_OWN = re.compile(r"\b(?:his|her)\b", re.IGNORECASE)


class Who:
    """Answers who is meant, over the mentions of one page; `guests` and `hosts` come with the engagements."""

    def __init__(self, page: Page, mentions: list[Mention]) -> None:
        self._page = page
        # A state in a dateline takes part in nothing.
        self.mentions = [mention for mention in mentions if page.runs(mention.start)]
        self._starts = [mention.start for mention in self.mentions]
        self.guests: list[Figure] = []
        self.hosts: list[Figure] = []
        self._gender = {id(figure): _gender(figure) for figure in page.figures}
        self._learn_genders()

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a range."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end)]

    def figure(self, mention: Mention) -> Figure | None:
        """The person a mention stands for, or None where the text does not settle it."""
        if mention.sort == "office" and mention.mark is not None:
            return self._holder(mention, mention.mark)
        if mention.figure is not None:
            return mention.figure
        if mention.sort == "pronoun":
            return self.pronoun(mention.start)
        if mention.sort == "guest":
            return self._first(self.guests, home=False)
        if mention.sort == "host":
            return self._first(self.hosts, home=True)
        if mention.sort == "other":
            return self._other(mention)
        if mention.sort == "side":
            return self.head_of(mention.mark.key) if mention.mark is not None else None
        return None

    def head_of(self, party: str) -> Figure | None:
        """The first person named of a party, spokespersons left out."""
        return next(iter(self.of_party(party)), None)

    def pronoun(self, start: int) -> Figure | None:
        """Whom `he`, `her` and the like at an offset stand for: the subject that was named last."""
        wanted = "female" if self._page.marks.text[start : start + 3].lower() in ("she", "her") else "male"
        number = self._page.sentence_number(start)
        for back in range(min(SENTENCES_BACK, number) + 1):
            sentence = self._page.sentences[number - back]
            end = start if back == 0 else sentence.end_char
            for figure in self._candidates(sentence.start_char, end):
                if self._gender[id(figure)] in (wanted, None):
                    return figure
        return None

    def may_be(self, name: str, pronoun: str) -> bool:
        """Whether somebody of a name may be called `he` or `she`, as far as the text says."""
        wanted = "female" if pronoun == "she" else "male"
        return all(self._gender[id(f)] in (wanted, None) for f in self._page.figures if f.name.key == name)

    def _candidates(self, start: int, end: int) -> list[Figure]:
        """Whom a pronoun after a range may stand for: who does something in it before whom it is done to.

        Subjects that are joined by `and` are `they`, so they come last.
        """
        named = [m for m in self.within(start, end) if m.sort in ("name", "office", "guest", "host", "side")]
        ranked = sorted(named, key=lambda mention: (self._standing(mention), mention.start))
        figures = [self.figure(mention) for mention in ranked]
        return [figure for figure in figures if figure is not None]

    def _standing(self, mention: Mention) -> int:
        """How near a mention is to being the one a sentence is about: 0 the subject, 1 others, 2 one of several."""
        for token in self._page.tokens(mention.start, mention.end):
            if token.dep_ in SUBJECTS:
                return 2 if any(other.i > token.i for other in token.conjuncts) else 0
        return 1

    def of_party(self, party: str) -> list[Figure]:
        """Those named who act for a party, spokespersons left out."""
        return [
            figure
            for figure in self._page.figures
            if figure.party is not None
            and figure.party.key == party
            and not any(_SPOKESPERSON.search(office.key) for office in figure.offices)
        ]

    def _first(self, known: list[Figure], *, home: bool) -> Figure | None:
        """The first of those known; before engagements are read, the first of the publisher's own or of the others."""
        if known:
            return known[0]
        party = self._page.home
        if party is None:
            return None
        return next((f for f in self._page.figures if f.party is not None and (f.party.key == party) is home), None)

    def _holder(self, mention: Mention, office: Mark) -> Figure | None:
        """Who holds an office told in short; of several the publisher's own, since reports call their own so."""
        words = content_words(office.key)
        party = office_party(self._page.marks, mention.start, mention.end)
        if party is not None:
            several = self._page.tokens(mention.start, mention.end).root.tag_ in ("NNS", "NNPS")
            return mention.figure if several else mention.figure or self._posted(party.key, office)
        before = [f for f in self._page.figures if f.places[0].start < mention.start]
        holders = [f for f in before if any(words <= content_words(held.key) for held in f.offices)]
        own = [f for f in holders if f.party is not None and f.party.key == self._page.home]
        own = own or [f for f in holders if f in self.hosts]
        if len(holders) > 1 and own and mention.figure not in own:
            return own[0]
        if mention.figure is None and not holders:
            holders = [f for f in before if f.rank is not None and f.rank.key.casefold() == office.key.casefold()][-1:]
        return mention.figure or (holders[0] if len(holders) == 1 else None)

    def holder(self, party: str, office: Mark) -> Figure | None:
        """Who holds for a party an office told of several at once: `the foreign ministers of X and Y`."""
        named = {word.removesuffix("s") for word in content_words(office.key)}
        if not office.detail:
            return None
        theirs = [f for f in self.of_party(party) if any(o.detail == office.detail for o in f.offices)]
        alike = [f for f in theirs if any(len(named & content_words(o.key)) > 1 for o in f.offices)]
        return alike[0] if len(alike) == 1 else theirs[0] if len(theirs) == 1 else None

    def _posted(self, party: str, office: Mark) -> Figure | None:
        """The one person of a party whose post is of the level of an office, or whose post is not told."""
        theirs = self.of_party(party)
        fitting = [f for f in theirs if not f.offices or any(o.detail == office.detail for o in f.offices)]
        if not fitting and office.detail in UNSURE_LEVELS:
            fitting = theirs
        return fitting[0] if len(fitting) == 1 else None

    def _other(self, mention: Mention) -> Figure | None:
        """`his counterpart`: the other of two, once it is known who they are."""
        pair = [*self.hosts[:1], *self.guests[:1]]
        if len(pair) < 2:
            first = {figure.party.key: figure for figure in reversed(self._page.figures) if figure.party is not None}
            pair = [figure for figure in self._page.figures if figure in first.values()][:2]
        before = self._subject_before(mention.start)
        others = [figure for figure in pair if figure is not before]
        return others[0] if before in pair and len(others) == 1 else None

    def _subject_before(self, offset: int) -> Figure | None:
        number = self._page.sentence_number(offset)
        for sentence in self._page.sentences[max(0, number - 1) : number + 1][::-1]:
            named = [m for m in self.within(sentence.start_char, min(offset, sentence.end_char)) if m.sort in PERSONS]
            if named:
                return self.figure(named[0])
        return None

    def _learn_genders(self) -> None:
        """Let `his` and `her` say it where only one person is named before them in their sentence."""
        votes: dict[int, Counter[str]] = {}
        for sentence in self._page.sentences:
            for own in _OWN.finditer(self._page.marks.text, sentence.start_char, sentence.end_char):
                named = {id(m.figure) for m in self.within(sentence.start_char, own.start()) if m.figure is not None}
                others = [m for m in self.within(sentence.start_char, own.start()) if m.sort == "pronoun"]
                if len(named) == 1 and not others:
                    gender = "female" if own.group().lower() == "her" else "male"
                    votes.setdefault(named.pop(), Counter())[gender] += 1
        for key, counted in votes.items():
            if self._gender.get(key) is None and len(counted) == 1:
                self._gender[key] = next(iter(counted))


def _gender(figure: Figure) -> str | None:
    """What a courtesy says of it; names say nothing here."""
    for place in figure.places:
        for title in (*place.honorifics, *place.ranks, *place.offices):
            for word in re.findall(r"\w+", title.key.casefold()):
                if word in vocabulary("female_titles"):
                    return "female"
                if word in vocabulary("male_titles"):
                    return "male"
    return None
