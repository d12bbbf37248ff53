"""Who speaks: a person, the words for a side or an office, or both sides together."""

import re
from typing import TYPE_CHECKING

from communique.lexicon.vocabulary import vocabulary
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
_COUNTED = frozenset({"two", "three", "four", "five", "six", "both"})
_OF_MEETING = frozenset(
    {"two", "three", "four", "both", "meeting", "national", "security", "foreign", "defence", "defense", "prime"}
)
# What may stand between the one who speaks and the verb: `X, for his part, said`.
_BETWEEN = re.compile(
    r"[\s,]*(?:(?:in (?:his|her|its|their|the) turn|in turn|for (?:his|her|its|their) part|"
    r"on (?:his|her|its|their) (?:part|side)|in (?:response|reply|return)|"
    r"meanwhile|too|also|further|furthermore|then|again|who|later|likewise|has|had|have|was|were|is|"
    r"on the occasion|\w+ly)\b[\s,]*)*"
)


class Speakers:
    """Answers who says a verb of saying."""

    def __init__(self, page: Page, who: Who) -> None:
        self._page = page
        self._who = who
        self._last: Voice | None = None
        self._joint = bool(_JOINT.search(page.marks.text[:_OPENING_LENGTH]))

    def of(self, said: Framed, before: Voice | None) -> Voice | None:
        """Who says it; `before` is who spoke last in the sentence, for a verb that borrows its subject."""
        verb = said.verb
        purpose = _purpose_of(verb)
        if purpose is not None and before is None:
            return self.told(purpose, verb)
        own = _own_subject(verb)
        if own is not None:
            return self._again(own) or self.told(own, verb)
        beside = self._beside(verb)
        if beside is not None:
            return beside
        if before is not None:
            return before
        borrowed = clause.subject(verb)
        if borrowed is None and _in_list(verb):
            borrowed = _own_subject(verb.sent.root)
        return self.told(borrowed, verb) if borrowed is not None else self._set_off(verb)

    def _set_off(self, verb: "Token") -> Voice | None:
        """Who stands between commas where no subject is seen: `Turning to trade, the guest, noting X, said Y`."""
        text = self._page.marks.text
        for mention in reversed(self._who.within(verb.sent.start_char, verb.idx)):
            before = text[verb.sent.start_char : mention.start].rstrip()
            opening = re.search(r"(?:,|^)\s*(?:the)?$", before, re.IGNORECASE)
            if opening is not None and text[mention.end : mention.end + 1] == "," and mention.sort != "party":
                return self.voice(mention)
        return None

    def heard(self, voice: Voice) -> None:
        """Remember who spoke: the next `he` and `they` are theirs."""
        self._last = voice

    def _again(self, subject: "Token") -> Voice | None:
        """Who spoke before in this sentence or the one before it, where the subject is a pronoun for them."""
        last = self._last
        if last is None or self._page.sentence_number(subject.idx) - self._page.sentence_number(last.start) > 1:
            return None
        words = (subject.idx, subject.idx + len(subject))
        if subject.lower_ == "they":
            together = last.rule == "statements.several" and not last.is_sides
            return Voice(*words, last.value, last.rule) if together else None
        if any(m.sort == "name" for m in self._who.within(subject.sent.start_char, subject.idx)):
            return None  # `As for the admiral, he ...`
        if subject.lower_ not in ("he", "she") or last.is_sides or last.rule == "statements.several":
            return None
        if not self._who.may_be(last.value, subject.lower_):
            return None
        return Voice(*words, last.value, "statements.again")

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
        if any(child.lower_ == "visiting" for child in head.children):
            guest = self._who.figure(Mention(head.idx, head.idx + len(head), "guest"))
            if guest is not None:
                return Voice(head.idx, head.idx + len(head), guest.name.key, "statements.guest")
        if _is_together(head):
            return Voice(head.left_edge.idx, head.idx + len(head), SIDES, "statements.together")
        for mention in self._who.within(start, end):
            if mention.start <= head.idx < mention.end:
                return self.voice(mention)
        # The parser takes the last word of a name for its head, or a title before it.
        near = [m for m in self._who.within(start, end) if m.start <= head.idx + len(head) + 1 and m.sort == "name"]
        if near and near[-1].end >= head.idx:
            return self.voice(near[-1])
        return self._by_name(head)

    def _by_name(self, head: "Token") -> Voice | None:
        """Somebody who is named without rank or office: `Petrova, in response, thanked ...`."""
        marks = self._page.marks
        known = [f for f in self._page.figures if head.text in f.name.key.split()] if head.pos_ == "PROPN" else []
        if len(known) == 1:
            return Voice(head.idx, head.idx + len(head), known[0].name.key, "statements.name")
        name = next((mark for mark in marks.names if mark.start <= head.idx < mark.end), None)
        if name is None or re.search(
            r"\b(?:the|a|an)\s+$", marks.text[max(0, name.start - 5) : name.start], re.IGNORECASE
        ):
            return None
        last = name.key.split()[-1]
        first = next(mark for mark in marks.names if last in mark.key.split())
        fuller = first if len(first.key.split()) > len(name.key.split()) else name
        return Voice(name.start, name.end, fuller.key, "statements.name")

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

    def named_at(self, offset: int) -> Voice | None:
        """The voice of who is named at an offset, an article passed over; neither states nor organs."""
        found = [m for m in self._who.within(offset, offset + 5) if m.sort != "party"]
        if found:
            return self.voice(found[0])
        token = self._page.tokens(offset, offset + 1)[0]
        return self._by_name(token) if token.pos_ == "PROPN" else None

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

    def side_at(self, start: int, end: int) -> Voice | None:
        """The voice of the first side or party named in a range: its head, else its words."""
        found = [m for m in self._who.within(start, end) if m.mark is not None and m.sort in ("party", "side")]
        if not found or found[0].mark is None:
            return None
        head = self._who.head_of(found[0].mark.key)
        words = (found[0].start, found[0].end)
        value = head.name.key if head is not None else self._page.report.text[slice(*words)]
        return Voice(*words, value, "statements.side")

    def pronoun(self, start: int, end: int) -> Voice | None:
        """The voice of `him`, `her` and the like."""
        figure = self._who.pronoun(start)
        return Voice(start, end, figure.name.key, "statements.speaker") if figure is not None else None

    def speaks_for_others(self, voice: Voice) -> bool:
        """Whether a voice is a spokesperson's."""
        around = self._page.marks.text[max(0, voice.start - 60) : voice.end + 60]
        figure = next((f for f in self._page.figures if f.name.key == voice.value), None)
        if figure is None:
            return bool(_SPOKESPERSON.search(self._page.marks.text, voice.start, voice.end))
        source = self._page.front.masthead.attributed_to
        if source is not None and source.start <= voice.start < source.end:
            return True
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
        if after and after[0].sort != "party" and text[verb.idx - 2 : verb.idx].strip() in (",", '"', "'", ',"', ""):
            return self.voice(after[0]) if _inverted(text, verb) else None
        return None

    def _several(self, head: "Token") -> Voice | None:
        """Two or more who speak together: `sides` where they are of several parties, else their words."""
        others = [other for other in head.conjuncts if other.i > head.i]
        if not others:
            return None
        start, end = head.left_edge.idx, others[-1].right_edge.idx + len(others[-1].right_edge)
        if any(child.lower_ == "both" for child in head.children):
            return Voice(start, end, SIDES, "statements.several")
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
        if parties == {None}:
            return Voice(*words, SIDES, "statements.several")
        return Voice(*words, self._page.report.text[words[0] : words[1]], "statements.several")

    def _party(self, mention: Mention) -> str | None:
        figure: Figure | None = self._who.figure(mention)
        if figure is not None:
            return figure.party.key if figure.party is not None else None
        return mention.mark.key if mention.mark is not None and mention.sort in ("side", "party") else None


def _purpose_of(verb: "Token") -> "Token | None":
    """The subject of the encounter an infinitive tells the purpose of: `spoke with X to express ...`."""
    if verb.tag_ != "VB" or not any(child.lower_ == "to" for child in verb.children):
        return None
    above = verb.head
    while above.head.i != above.i and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return clause.subject(above) if above.pos_ in ("VERB", "AUX") else None


def _in_list(verb: "Token") -> bool:
    """Whether a verb goes on a list of what one subject did: `...; reaffirmed ...; and underscored ...`."""
    before = verb.nbor(-1) if verb.i else verb
    if before.lower_ == "and":
        before = before.nbor(-1) if before.i else before
    return verb.tag_ in ("VBD", "VBN") and before.text == ";"


def _is_together(head: "Token") -> bool:
    """Whether a plural stands for those who met: `the two presidents`, `both delegations`, `leaders`, `all of us`."""
    if head.lower_ == "all":
        return any(child.lower_ == "of" for child in head.children)
    if head.tag_ not in ("NNS", "NNPS"):
        return False
    if head.lower_ in vocabulary("gathered"):
        return not any(
            child.dep_ in ("poss", "amod", "compound", "prep") and child.lower_ not in _OF_MEETING
            for child in head.children
        )
    return any(child.lower_ in _COUNTED for child in head.children)


def _own_subject(verb: "Token") -> "Token | None":
    """The subject that hangs on the verb itself; of two the nearer: `Ghana, the minister stressed, would ...`."""
    subjects = [child for child in verb.children if child.dep_ in clause.SUBJECTS]
    if not subjects:
        return None
    nearest = min(subjects, key=lambda child: abs(child.i - verb.i))
    return verb.head if nearest.lower_ in ("who", "which", "that") and verb.dep_ == "relcl" else nearest


def _inverted(text: str, verb: "Token") -> bool:
    """Whether a verb stands after what was said: after a comma or a closing mark."""
    before = text[: verb.idx].rstrip()
    return before[-1:] in (",", '"', "'", "”", "»", "’", "?", "!")
