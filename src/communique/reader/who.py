"""Who a word stands for where the text does not name them: pronouns, the guest, the other one, a side."""

import re
from bisect import bisect_left

from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention

FEMALE = frozenset(
    {
        "mrs",
        "ms",
        "mme",
        "miss",
        "madam",
        "madame",
        "dame",
        "smt",
        "lady",
        "queen",
        "princess",
        "sheikha",
        "daw",
        "señora",
        "señorita",
    }
)
MALE = frozenset({"mr", "sir", "lord", "king", "prince", "sheikh", "shri", "u", "señor", "datuk"})
SENTENCES_BACK = 3  # how far back a pronoun looks


class Who:
    """Answers who is meant, over the mentions of one page; `guests` and `hosts` come with the engagements."""

    def __init__(self, page: Page, mentions: list[Mention]) -> None:
        self._page = page
        self.mentions = mentions
        self._starts = [mention.start for mention in mentions]
        self.guests: list[Figure] = []
        self.hosts: list[Figure] = []
        self._gender = {id(figure): _gender(figure) for figure in page.figures}

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a range."""
        first = bisect_left(self._starts, start)
        return self.mentions[first : bisect_left(self._starts, end)]

    def figure(self, mention: Mention) -> Figure | None:
        """The person a mention stands for, or None where the text does not settle it."""
        if mention.figure is not None:
            return mention.figure
        if mention.sort == "pronoun":
            return self._pronoun(mention)
        if mention.sort == "guest":
            return self._first(self.guests, home=False)
        if mention.sort == "host":
            return self._first(self.hosts, home=True)
        if mention.sort == "other":
            return self._other(mention)
        if mention.sort == "side":
            return self.head_of(mention.mark.key) if mention.mark is not None else None
        return None

    def _first(self, known: list[Figure], *, home: bool) -> Figure | None:
        """The first of those known; before the engagements are read, the first of the publisher's own or of the others."""
        if known:
            return known[0]
        party = self._page.home
        if party is None:
            return None
        return next((f for f in self._page.figures if f.party is not None and (f.party.key == party) is home), None)

    def head_of(self, party: str) -> Figure | None:
        """The first person named of a party."""
        return next((f for f in self._page.figures if f.party is not None and f.party.key == party), None)

    def _pronoun(self, mention: Mention) -> Figure | None:
        """The subject that was named last: in this sentence before the pronoun, else in those before it."""
        wanted = "female" if self._page.marks.text[mention.start].lower() == "s" else "male"
        number = self._page.sentence_number(mention.start)
        for back in range(SENTENCES_BACK + 1):
            if number - back < 0:
                break
            sentence = self._page.sentences[number - back]
            end = mention.start if back == 0 else sentence.end_char
            named = [m.figure for m in self.within(sentence.start_char, end) if m.figure is not None]
            fitting = [f for f in named if self._gender[id(f)] in (wanted, None)]
            if fitting:
                return fitting[0]
        return None

    def _other(self, mention: Mention) -> Figure | None:
        """`his counterpart`: the other of two, once it is known who they are."""
        pair = [*self.hosts[:1], *self.guests[:1]]
        before = self._subject_before(mention.start)
        others = [figure for figure in pair if figure is not before]
        return others[0] if before in pair and len(others) == 1 else None

    def _subject_before(self, offset: int) -> Figure | None:
        sentence = self._page.sentence_at(offset)
        named = [m for m in self.within(sentence.start_char, offset) if m.sort in ("name", "office", "pronoun")]
        return self.figure(named[0]) if named else None


def _gender(figure: Figure) -> str | None:
    """What a courtesy says of it; names say nothing here."""
    for place in figure.places:
        for title in (*place.honorifics, *place.ranks):
            word = re.sub(r"\W", "", title.key).casefold()
            if word in FEMALE:
                return "female"
            if word in MALE:
                return "male"
    return None
