"""What is said: where the content of a verb of saying begins, and whom it is said to."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reader.page import Page, token_end
from communique.reader.refer import Mention
from communique.reader.statements.extent import reach
from communique.reader.statements.frames import Framed, is_speech
from communique.reader.statements.quotes import Quotation, Quotations
from communique.reader.statements.said import Voice
from communique.reader.statements.speaker import Speakers
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

THAT_WITHIN = 14  # words after a verb in which the `that` of its clause is looked for: "told reporters in Oslo that"
SOMEBODY = ("name", "office", "pronoun", "guest", "host", "other", "side", "group")
_LEADING = re.compile(r"(?:[\s,:;–—-]|\b(?:that|also|again|yesterday|today)\b)+", re.IGNORECASE)
_MARKS = " \t\n,:;–—-"
_TRAILING = " \t\n,;:.–—-"
_CLAUSE_WORDS = ("that", "how", "what", "why", "whether")
_COLON_QUOTE = re.compile(r"[^\"“„«\n.]{0,80}[:,]\s*[\"“„«'‘]")


@dataclass(frozen=True, slots=True)
class Content:
    """Half-open offsets of what is said, whether it all stands in quotation marks, and to whom it is said."""

    start: int
    end: int
    direct: bool
    form: str
    addressee: Voice | None = None


class Contents:
    """Finds the content of verbs of saying on one page."""

    def __init__(self, page: Page, who: Who, quotations: Quotations, speakers: Speakers) -> None:
        self._page = page
        self._who = who
        self._quotations = quotations
        self._speakers = speakers

    def of(self, said: Framed) -> Content | None:
        """What is said after a verb, as its frame has it."""
        addressee = self._addressee(said)
        for finder in (self._quoted, self._clause, self._after, self._infinitive, self._named, self._noun):
            found = finder(said, addressee)
            if found is not None:
                start, nominal, form = found
                return self.cut(said, start, nominal=nominal, form=form, addressee=addressee[0] if addressee else None)
        return None

    def cut(
        self, said: Framed, start: int, *, nominal: bool, form: str, addressee: Voice | None = None
    ) -> Content | None:
        """The content from an offset to where it ends, without marks and joining words at its ends."""
        end = reach(self._page, self._who, self._quotations, said, start, nominal=nominal)
        quotation = self._quotations.at(start)
        inside = quotation is not None and quotation.start <= start + 1
        start, end = trim(self._page.marks.text, start, end, direct=inside)
        if end - start < 3:
            return None
        direct = (
            quotation is not None
            and quotation.start <= start + 1
            and end >= quotation.end - 2
            and end <= quotation.outer_end
        )
        return Content(start, end, direct, "direct" if direct else form, addressee)

    # Where the content begins, one finder a form: (offset, whether it is a noun phrase, the form), or None.

    def _quoted(self, said: Framed, _: object) -> tuple[int, bool, str] | None:
        """`told NINA: "..."`."""
        match = _COLON_QUOTE.match(self._page.report.text, said.end) if said.frame.quotes else None
        quotation = self._quotations.at(match.end() - 1) if match is not None else None
        if quotation is None or not quotation.is_sentence or not quotation.begins:
            return None
        between = self._page.doc.char_span(said.end, quotation.start, alignment_mode="contract")
        if between is not None and any(t.lower_ in _CLAUSE_WORDS or t.pos_ == "VERB" for t in between):
            return None
        return quotation.start, False, "direct"

    def _clause(self, said: Framed, addressee: tuple[Voice | None, int] | None) -> tuple[int, bool, str] | None:
        """`said that ...`, `asked whether ...`, and a clause without a word before it."""
        takes = said.frame.takes
        if not takes & {"clause", "that"}:
            return None
        that = self._that(said, addressee[1] if addressee else said.end)
        if that is not None:
            return (token_end(that) if that.lower_ == "that" else that.idx), False, "clause"
        if "clause" not in takes:
            return None
        if self._after(said, addressee) is not None:
            return None
        for child in said.verb.children:
            if child.dep_ == "ccomp" and child.i > said.last.i:
                start = max(child.left_edge.idx, said.end, addressee[1] if addressee else 0)
                return start, False, "clause"
        return self._bare_clause(said, addressee[1] if addressee else said.end)

    def _bare_clause(self, said: Framed, start: int) -> tuple[int, bool, str] | None:
        """`said X is ready` where the parser does not see the clause: a subject right after the verb, then its verb."""
        rest = [token for token in said.verb.doc[said.last.i + 1 : said.verb.sent.end] if token.idx >= start]
        if not rest or rest[0].pos_ not in ("PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"):
            return None
        for token in rest[1:]:
            if token.tag_ in ("VBD", "VBZ", "VBP", "MD"):
                return rest[0].idx, False, "clause"
            if token.text in (",", ";", ":") or token.lower_ in ("and", "that", "which", "who"):
                return None
        return None

    def _that(self, said: Framed, start: int) -> "Token | None":
        """The word that opens the clause: before any other verb, and not inside quotation marks."""
        for token in said.verb.doc[said.last.i + 1 : said.last.i + 1 + THAT_WITHIN]:
            if token.sent.start != said.verb.sent.start or token.text in (";", ":"):
                return None
            if self._quotations.at(token.idx) is not None and token.idx > start + 2:
                return None
            beside = token.i == said.last.i + 1
            if token.lower_ == "that" and not beside and said.frame.to != "object" and _is_relative(token):
                return None
            if token.lower_ in _CLAUSE_WORDS and token.dep_ not in ("det", "nsubj", "nsubjpass", "dobj", "pobj"):
                return token
            if token.lower_ == "that" and token.i == said.last.i + 1 and token.nbor().pos_ != "NOUN":
                return token
            if token.pos_ in ("VERB", "AUX") and token.idx >= start:
                return None
        return None

    def _after(self, said: Framed, addressee: tuple[Voice | None, int] | None) -> tuple[int, bool, str] | None:
        """`thanked him for ...`, `informed the guest of ...`."""
        if not said.frame.after:
            return None
        at = addressee[1] if addressee else said.end
        for token in said.verb.doc[said.last.i + 1 : said.verb.sent.end]:
            if token.idx < at or self._quotations.at(token.idx) is not None:
                continue
            if token.lower_ in said.frame.after:
                return token_end(token), True, "nominal"
            if token.pos_ in ("VERB", "AUX") and token.dep_ not in ("amod", "compound"):
                break
        return None

    def _infinitive(self, said: Framed, addressee: tuple[Voice | None, int] | None) -> tuple[int, bool, str] | None:
        """`urged them to ...`, `proposed to ...`."""
        if "to" not in said.frame.takes:
            return None
        for token in said.verb.doc[said.last.i + 1 : said.verb.sent.end - 1]:
            if token.text in (",", ";", ".") and said.frame.to != "object":
                break
            if token.lower_ == "to" and token.nbor().tag_ == "VB":
                named = said.frame.to == "object" and (addressee is None or addressee[0] is None)
                return (said.end if named else token.idx), False, "infinitive"
        return None

    def _named(self, said: Framed, _: object) -> tuple[int, bool, str] | None:
        """`described training as the bridge`, `called it "a habit"`."""
        if "as" not in said.frame.takes or said.last.i + 1 >= said.verb.sent.end:
            return None
        rest = said.verb.doc[said.last.i + 1 : said.verb.sent.end]
        has_as = any(token.lower_ == "as" for token in rest)
        bare = said.frame.words[0] in ("call", "term", "dub", "label", "deem", "consider")
        if not (has_as or bare) or rest[0].lower_ in ("for", "on", "upon", "at", "by", "off", "in", "from"):
            return None
        if bare and not has_as and not self._has_two_objects(said):
            return None
        return rest[0].idx, False, "named"

    def _has_two_objects(self, said: Framed) -> bool:
        children = [child for child in said.verb.children if child.i > said.verb.i]
        if any(child.dep_ in ("oprd", "ccomp", "xcomp") for child in children):
            return True
        objects = [child for child in children if child.dep_ in ("dobj", "attr", "dative")]
        return len(objects) > 1 or any(
            quotation is not None and quotation.start - said.end > 4 for quotation in [self._first_quotation(said)]
        )

    def _first_quotation(self, said: Framed) -> Quotation | None:
        sentence = said.verb.sent
        return next((q for q in self._quotations.all if said.end <= q.start < sentence.end_char), None)

    def _noun(self, said: Framed, addressee: tuple[Voice | None, int] | None) -> tuple[int, bool, str] | None:
        """`noted the importance of ...`: the noun phrase after the verb."""
        takes = said.frame.takes
        if not takes & {"noun", "thing", "speech", "we"}:
            return None
        start = max(said.end, addressee[1] if addressee and said.frame.words[0] in ("wish", "bring") else 0)
        head = self._object(said, start)
        if head is None:
            return None
        if "speech" in takes and not takes & {"noun"} and not is_speech(head):
            return None
        if "thing" in takes and self._is_somebody(head):
            return None
        return min(head.left_edge.idx, head.idx) if head.left_edge.idx >= start else head.idx, True, "nominal"

    def _object(self, said: Framed, start: int) -> "Token | None":
        """The head of the object: the parser's, else the first noun after the phrase."""
        for child in said.verb.children:
            if (
                child.dep_ in ("dobj", "attr", "oprd", "dative")
                and child.idx >= start
                and child.pos_ in ("NOUN", "PROPN", "PRON", "NUM")
                and child.i > said.last.i
            ):
                return child
        for token in said.verb.doc[said.last.i + 1 : said.verb.sent.end]:
            if token.idx < start:
                continue
            if token.pos_ == "ADP" and len(said.frame.words) == 1:
                return None
            if token.pos_ in ("VERB", "AUX") and token.tag_ == "VBG":
                return token
            if token.pos_ in ("NOUN", "PROPN", "NUM", "PRON"):
                return (
                    token.head
                    if token.dep_ in ("compound", "poss", "amod", "nmod") and token.head.i > token.i
                    else token
                )
            if token.pos_ in ("VERB", "AUX", "PUNCT") and token.tag_ not in ("VBN", "``", "''"):
                return None
        return None

    def _is_somebody(self, head: "Token") -> bool:
        return any(
            mention.sort in SOMEBODY and mention.start <= head.idx < mention.end
            for mention in self._who.within(max(0, head.idx - 150), head.idx + 1)
        )

    def _addressee(self, said: Framed) -> tuple[Voice | None, int] | None:
        """Who is spoken to, and the offset beyond the words that tell."""
        if said.frame.to == "object":
            return self._at(said.end, said.verb.sent.end_char)
        if said.frame.to == "of" and self._page.marks.text[said.end : said.end + 4] == " of ":
            return self._at(said.end + 4, said.verb.sent.end_char)
        to = said.verb.doc[said.last.i + 1] if said.last.i + 1 < len(said.verb.doc) else None
        if to is not None and to.lower_ == "to" and "to" not in said.frame.words:
            return self._at(token_end(to), said.verb.sent.end_char)
        return None

    def _at(self, start: int, limit: int) -> tuple[Voice | None, int] | None:
        """The mention directly at an offset, articles passed over, with those joined to it."""
        found = self._who.within(start, min(limit, start + 12))
        if not found:
            return None
        mention: Mention = found[0]
        between = self._page.marks.text[start : mention.start]
        if not re.fullmatch(r"[\s,]*(?:(?:the|his|her|its|all|both|our|their|Mr|Mrs|Ms|Dr)\b[.\s]*)*", between):
            return None
        if self._page.marks.text[mention.end : mention.end + 2] in ("'s", "' "):
            return None  # `praised Peru's role`
        return self._speakers.voice(mention), mention.end


def _is_relative(that: "Token") -> bool:
    """Whether `that` belongs to the noun before it: `responding to the crisis that the war has created`."""
    stands_for_it = that.nbor(-1).pos_ == "NOUN" and that.dep_ in ("nsubj", "dobj", "pobj", "nsubjpass")
    return stands_for_it or that.head.dep_ == "relcl"


def trim(text: str, start: int, end: int, *, direct: bool = False) -> tuple[int, int]:
    """Offsets without the spaces and marks at both ends, and without the words that join what is not quoted."""
    leading = _LEADING.match(text, start, end) if not direct else None
    if leading is not None:
        start = leading.end()
    while start < end and text[start] in _MARKS:
        start += 1
    while end > start and text[end - 1] in _TRAILING:
        end -= 1
    return start, end
