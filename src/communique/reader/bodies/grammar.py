"""How far the name of a body reaches to both sides of the word for its kind.

    [Party-Party | Modifier | Capitalised]*  KIND  [(ABBR)]  [on | for | of | between  item (, item)* (and item)*]*

An item is a party, a run of capitalised words, the words for institutions of parties (`the foreign ministries`), or,
after `on` and `for`, a plain noun phrase (`unexploded ordnance`).
"""

import re
from dataclasses import dataclass
from typing import Final

from communique import lexicon
from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks

PREPOSITIONS = frozenset({"on", "for", "of", "between", "among"})
SUBJECTS = frozenset({"on", "for"})
INSIDE = (" ", "-", "–", "' ", "/", " & ")
DASHED = (" - ", " – ")  # only between parties: `Vietnam – Indonesia Defence Policy Dialogue`
PARTIES: Final = ("country", "demonym", "organisation")
# Longest plain noun phrase that a name ends with: `on migration and border security` has four.
PLAIN_WORDS = 5
_LABEL = re.compile(r"[A-Z][A-Z0-9&-]{1,11}(?=\))")
# `the field of`, `the area of` before what a body deals with.
_FIELD = re.compile(r" in (?:the )?(?:fields?|areas?|spheres?)$")


@dataclass(frozen=True, slots=True)
class Grammar:
    """The words of a page, with the parser's nouns and verbs, and the words of dates, by where they begin."""

    marks: Marks
    nouns: frozenset[int]
    verbs: frozenset[int]
    dated: frozenset[int]

    def left(self, first: int, limit: int) -> int:
        """The index of the first word of a name whose kind begins at word `first`; never before `limit`."""
        at = first
        while at > limit and (self.marks.gap(at) in INSIDE or self._dashed(at) or self._shortened(at)):
            step = self._step_left(at, limit)
            if step == at:
                break
            at = step
        while at < first and self._stops(at):
            at += 1
        return at

    def _dashed(self, at: int) -> bool:
        return self.marks.gap(at) in DASHED and all(self.marks.is_a(i, *PARTIES) for i in (at - 1, at))

    def _shortened(self, at: int) -> bool:
        """Whether the word before ends in the stop of a party's short form: `Korea-U.S. Dialogue`."""
        return self.marks.gap(at) == ". " and self.marks.is_a(at - 1, *PARTIES)

    def _step_left(self, at: int, limit: int) -> int:
        word, marks = self.marks.words[at - 1], self.marks
        party = next((hit for hit in marks.known[at - 1] if hit.sense(*PARTIES)), None)
        if party is not None and party.start < word.end and word.capital:
            return max(limit, marks.index_at(party.start))
        if word.text.casefold() in ("and", "to") and at - 2 >= limit and marks.words[at - 2].capital:
            return at - 2 if self._paired(at - 2, word.text, at) else at
        if not word.capital and word.text not in vocabulary("body_modifiers"):
            return at
        return at if self._stops(at - 1) else at - 1

    def _paired(self, left: int, link: str, right: int) -> bool:
        """`Defence and Security Committee`, `Navy to Navy Staff Talks`."""
        word = self.marks.words[left].text
        if link == "to":
            return word.casefold() == self.marks.words[right].text.casefold()
        return word.casefold() in vocabulary("body_modifiers") or self.marks.is_a(left, "country", "demonym")

    def _stops(self, i: int) -> bool:
        """Whether a word cannot begin a name: an ordinal, a small word, a verb of a title."""
        word = self.marks.words[i]
        folded = word.text.casefold()
        if folded in vocabulary("body_modifiers") or self.marks.is_a(i, *PARTIES):
            return False
        if folded.removesuffix("-ever") in lexicon.load().ordinals or word.text in lexicon.load().ordinals:
            return True
        if folded in vocabulary("body_never_first"):
            return True
        return folded in vocabulary("function_words") or word.start in self.verbs or word.text[0].isdigit()

    def right(self, beyond: int) -> int:
        """The index beyond the last word of a name whose kind ends before word `beyond`."""
        at = beyond
        while at < len(self.marks.words):
            step = self._step_right(at)
            if step == at:
                break
            at = step
        return at

    def _step_right(self, at: int) -> int:
        gap, word, marks = self.marks.gap(at), self.marks.words[at], self.marks
        if gap == " (" and (label := _LABEL.match(marks.text, word.start)):
            return marks.index_at(label.end())
        if gap not in (" ", ") ") or at + 1 >= len(marks.words):
            return at
        if word.text in PREPOSITIONS:
            return self._phrase(at + 1, word.text) or at
        if word.text == "in" and at + 3 < len(marks.words):
            of = next((i for i in range(at + 2, at + 5) if i < len(marks.words) and marks.words[i].text == "of"), None)
            if of is not None and _FIELD.search(marks.text, word.start - 1, marks.words[of].start - 1):
                return self._phrase(of + 1, "on") or at
        return at

    def _phrase(self, start: int, preposition: str) -> int:
        """The index beyond `item, item and item`; 0 where no item follows."""
        alone = at = self._item(start, preposition)
        while at and at + 1 < len(self.marks.words):
            listed = at
            while self._listed_on(listed):
                step = self._item(listed, preposition, joined=True)
                if not step:
                    break
                listed = step
            if listed + 1 >= len(self.marks.words) or self.marks.words[listed].text not in ("and", "&"):
                break
            if self.marks.gap(listed) not in (" ", ", "):
                break
            step = self._item(listed + 1, preposition, joined=True)
            if not step or not self._alike(at - 1, step - 1, preposition):
                break
            at = step
        half = preposition == "between" and 0 < at == alone and at < len(self.marks.words)
        if half and self.marks.gap(at).startswith(" ("):
            return 0  # `between the Amber Guard (AG) and ...`: half of them is no name
        return at

    def _listed_on(self, at: int) -> bool:
        """Whether a comma, and no `and` after it, stands before a word."""
        words = self.marks.words
        return at < len(words) and self.marks.gap(at) == ", " and words[at].text != "and"

    def _alike(self, last: int, other: int, preposition: str) -> bool:
        """After `of` only parties are listed; after the others anything is."""
        return preposition != "of" or (self.marks.is_a(last, *PARTIES) and self.marks.is_a(other, *PARTIES))

    def _item(self, start: int, preposition: str, *, joined: bool = False) -> int:
        """The index beyond one item; 0 where none begins here."""
        marks, i = self.marks, start
        articles = ("the",) if preposition in SUBJECTS else ("the", "their", "its", "both")
        if i < len(marks.words) and marks.words[i].text in articles and marks.gap(i) in (" ", ", "):
            i += 1
        if i >= len(marks.words) or (joined and self._begins_a_person(i)):
            return 0
        end = self._run(i)
        if end == i and preposition in SUBJECTS:
            end = self._plain(i)
        if end == i:
            return 0
        if end + 1 < len(marks.words) and marks.words[end].text == "of" and marks.gap(end) == " ":
            return self._item(end + 1, "of") or end
        return end

    def _run(self, start: int) -> int:
        """Capitalised words, and the words for institutions of parties, that follow each other."""
        marks, i = self.marks, start
        while i < len(marks.words) and (i == start or marks.gap(i) in (" ", "-", "/", "' ", " & ")):
            word = marks.words[i]
            if i > start and self._begins_a_person(i):
                break
            if not (word.capital or word.text in vocabulary("body_parties")) or word.start in self.dated:
                break
            i += 1
        return i

    def _plain(self, start: int) -> int:
        """A plain noun phrase: at most PLAIN_WORDS nouns and adjectives."""
        marks, i = self.marks, start
        while i < min(start + PLAIN_WORDS, len(marks.words)) and (i == start or marks.gap(i) in (" ", "-")):
            if marks.words[i].start not in self.nouns or marks.words[i].start in self.dated:
                break
            i += 1
        return i

    def _begins_a_person(self, i: int) -> bool:
        """Whether a rank, an office or a name of two words begins here."""
        marks, start = self.marks, self.marks.words[i].start
        if marks.is_a(i, "rank", "honorific") or any(office.start == start for office in marks.offices):
            return True
        return any(name.start == start and " " in name.key for name in marks.names)
