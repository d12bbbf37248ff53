"""Who speaks: a person, the words for a side or an office, or both sides together."""

import re
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.statements.frames import Framed
from communique.reader.statements.said import SIDES, Voice
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

_SPOKESPERSON = re.compile(r"\bspokes\w+|\bpress (?:secretary|officer|attaché|attache|service|office)\b", re.IGNORECASE)
_JOINT = re.compile(r"\bjoint\b|\bcommuniqu[eé]\b|\bleaders['’]|^we, ", re.IGNORECASE | re.MULTILINE)
_OPENING_LENGTH = 400  # characters in which a text says that it is a joint one
# What may stand between the one who speaks and the verb: `X, for his part, said`.
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:in (?:his|her|its|their|the) turn|in turn|for (?:his|her|its|their) part|on (?:his|her|its|their) (?:part|side)|"
    r"meanwhile|too|also|further|furthermore|then|again|who|later|likewise|has|had|have|was|were|is|in (?:response|reply|return)|"
    r"on the occasion|\w+ly)\b[\s,]*)*"
)


class Speakers:
    """Answers who says a verb of saying."""

    def __init__(self, page: Page, who: Who) -> None:
        self._page = page
        self._who = who
        self._joint = bool(_JOINT.search(page.marks.text[:_OPENING_LENGTH]))

    def of(self, said: Framed, before: Voice | None) -> Voice | None:
        """Who says it; `before` is who spoke last in the sentence, for a verb that borrows its subject."""
        verb = said.verb
        own = _own_subject(verb)
        if own is not None:
            return self.told(own, verb)
        beside = self._beside(verb)
        if beside is not None:
            return beside
        if before is not None and verb.tag_ in ("VBG", "VBD", "VBZ", "VBP", "VBN", "VB"):
            return before
        borrowed = clause.subject(verb)
        return self.told(borrowed, verb) if borrowed is not None else None

    def told(self, head: "Token", verb: "Token") -> Voice | None:
        """The voice of a subject: the mention its head word lies in."""
        if head.lower_ == "we":
            words = (head.idx, head.idx + len(head))
            return Voice(*words, SIDES, "statements.we") if self._joint else None
        several = self._several(head)
        if several is not None:
            return several
        start, end = head.left_edge.idx, head.right_edge.idx + len(head.right_edge)
        if start < verb.idx < end:
            end = verb.idx
        for mention in self._who.within(start, end):
            if mention.start <= head.idx < mention.end:
                return self.voice(mention)
        # The parser takes the last word of a name for its head, or a title before it.
        near = [m for m in self._who.within(start, end) if m.start <= head.idx + len(head) + 1 and m.sort == "name"]
        return self.voice(near[-1]) if near and near[-1].end >= head.idx else None

    def agent(self, verb: "Token") -> Voice | None:
        """Who a passive verb is said by: `was stressed by the minister`."""
        for child in verb.children:
            if child.dep_ == "agent" or (child.lower_ == "by" and child.i > verb.i):
                for below in child.children:
                    if below.dep_ == "pobj":
                        return self.told(below, verb)
        return None

    def at(self, start: int, end: int) -> Voice | None:
        """The voice of the first mention that begins in a range."""
        found = self._who.within(start, end)
        return self.voice(found[0]) if found else None

    def voice(self, mention: Mention) -> Voice | None:
        """The voice of a mention; None for what cannot speak, or speaks only for others."""
        words = (mention.start, mention.end)
        if mention.sort == "sides":
            return Voice(*words, SIDES, "statements.sides")
        figure = self._who.figure(mention)
        if figure is not None:
            return Voice(*words, figure.name.key, "statements.speaker")
        if mention.sort in ("office", "side", "group", "guest", "host", "other"):
            return Voice(*words, self._page.report.text[mention.start : mention.end], "statements.speaker")
        if mention.sort == "party" and mention.mark is not None and mention.mark.kind == "country":
            head = self._who.head_of(mention.mark.key)
            name = head.name.key if head is not None else self._page.report.text[mention.start : mention.end]
            return Voice(*words, name, "statements.state")
        return None

    def speaks_for_others(self, voice: Voice) -> bool:
        """Whether a voice is a spokesperson's."""
        around = self._page.marks.text[max(0, voice.start - 60) : voice.end + 60]
        figure = next((f for f in self._page.figures if f.name.key == voice.value), None)
        if figure is None:
            return bool(_SPOKESPERSON.search(self._page.marks.text, voice.start, voice.end))
        posts = [office.key for office in figure.offices]
        near = around if voice.value in around else ""
        return any(_SPOKESPERSON.search(post) for post in posts) or bool(
            re.search(rf"spokes\w+\s+(?:[\w.]+\s+){{0,2}}{re.escape(voice.value)}", near)
        )

    def _beside(self, verb: "Token") -> Voice | None:
        """Who is named directly before a finite verb, or directly after one that comes before its subject."""
        if verb.tag_ not in ("VBD", "VBZ", "VBP"):
            return None
        text = self._page.marks.text
        sentence = verb.sent
        before = [m for m in self._who.within(sentence.start_char, verb.idx) if m.end <= verb.idx]
        if before and _BETWEEN.fullmatch(text, before[-1].end, verb.idx) and before[-1].sort != "party":
            return self.voice(before[-1])
        after = self._who.within(verb.idx + len(verb), verb.idx + len(verb) + 6)
        if after and after[0].sort != "party" and text[verb.idx - 2 : verb.idx].strip() in (",", '"', "'", ",\"", ""):
            return self.voice(after[0]) if _inverted(text, verb) else None
        return None

    def _several(self, head: "Token") -> Voice | None:
        """Two or more who speak together: `sides` where they are of several parties, else their words."""
        others = [other for other in head.conjuncts if other.i > head.i]
        if not others:
            return None
        start, end = head.left_edge.idx, others[-1].right_edge.idx + len(others[-1].right_edge)
        named = [m for m in self._who.within(start, end) if m.sort in ("name", "office", "side", "party")]
        parties = {self._party(mention) for mention in named}
        if len(named) < 2:
            return None
        words = (named[0].start, named[-1].end)
        if len(parties - {None}) > 1 or (None in parties and len(parties) > 1):
            return Voice(*words, SIDES, "statements.several")
        figures = {id(self._who.figure(m)) for m in named}
        if len(figures) < 2:
            return None
        return Voice(*words, self._page.report.text[words[0] : words[1]], "statements.several")

    def _party(self, mention: Mention) -> str | None:
        figure: Figure | None = self._who.figure(mention)
        if figure is not None:
            return figure.party.key if figure.party is not None else None
        return mention.mark.key if mention.mark is not None and mention.sort in ("side", "party") else None


def _own_subject(verb: "Token") -> "Token | None":
    for child in verb.children:
        if child.dep_ in clause.SUBJECTS:
            relative = child.lower_ in ("who", "which", "that") and verb.dep_ == "relcl"
            return verb.head if relative else child
    return None


def _inverted(text: str, verb: "Token") -> bool:
    """Whether a verb stands after what was said: after a comma or a closing mark."""
    before = text[: verb.idx].rstrip()
    return before[-1:] in (",", '"', "'", "”", "»", "’", "?", "!")
