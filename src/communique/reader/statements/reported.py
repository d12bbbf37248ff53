"""Reported speech: a verb of saying with what follows it, what stands before it, or what it is done to."""

import re
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.page import Page, token_end
from communique.reader.statements.content import Content, Contents, trim
from communique.reader.statements.frames import Framed, framed, is_speech
from communique.reader.statements.quotes import Quotations
from communique.reader.statements.said import SIDES, Said, Voice
from communique.reader.statements.speaker import Speakers

if TYPE_CHECKING:
    from spacy.tokens import Token

# What is not yet, or not surely, said.
_UNSAID = frozenset(
    {"will", "shall", "'ll", "wo", "may", "might", "could", "should", "can", "must", "would", "not", "n't", "never"}
)
_SAID_YET = frozenset({"say"})  # `would only say that`
_GLAD = frozenset({"pleased", "proud", "delighted", "glad", "honoured", "honored", "happy"})  # `is pleased to announce`
_ENCOUNTERS = frozenset(
    {
        "meet",
        "speak",
        "talk",
        "call",
        "phone",
        "telephone",
        "write",
        "join",
        "host",
        "hold",
        "receive",
        "convene",
        "gather",
        "take",
        "use",
        "visit",
        "send",
        "welcome",
    }
)
_RESOLVING = frozenset({"pledge", "vow", "promise", "direct", "instruct"})  # of both sides: an outcome, not a statement
_STOP = re.compile(r"[.!?]\s|\n")
_SUBORDINATE = frozenset(
    {"if", "when", "while", "after", "as", "since", "although", "though", "before", "once", "according"}
)
_FEELING_AT = frozenset({"with", "for", "at", "over", "about", "that", "in", "of"})
FARTHEST = 140  # characters between a quotation and the verb that attributes it


class Reported:
    """Finds the statements that verbs of saying make."""

    def __init__(self, page: Page, quotations: Quotations, speakers: Speakers, contents: Contents) -> None:
        self._page = page
        self._quotations = quotations
        self._speakers = speakers
        self._contents = contents

    def find(self) -> list[Said]:
        """Every statement of the running text that has a verb of saying, in text order."""
        found: list[Said] = []
        for sentence in self._page.sentences:
            before: Voice | None = None
            for token in sentence:
                said = framed(token)
                if said is None or not self._tells(said):
                    continue
                statement = self._statement(said, before)
                if statement is not None:
                    before = statement.speaker
                    self._speakers.heard(before)
                    found.append(statement)
        return found

    def _tells(self, said: Framed) -> bool:
        """Whether a verb stands in the running text, outside of quotations, and tells what has been said."""
        at = said.start
        return (
            self._page.runs(at)
            and not self._page.in_title(at)
            and self._quotations.at(at) is None
            and not _is_unsaid(said)
        )

    def _statement(self, said: Framed, before: Voice | None) -> Said | None:
        if clause.is_passive(said.verb) or _opens_passive(said.verb):
            return self._passive(said)
        if "we" in said.frame.takes and not _in_first_person(said.verb, before):
            return None
        voice = self._speakers.of(said, before)
        if voice is None:
            return None
        if voice.is_sides and (said.frame.words[0] in _RESOLVING or _each_other(said)):
            return None
        content = self._as_told(said) or (self._ahead(said, voice) if said.frame.quotes else None)
        if said.frame.words[0] == "look" and said.verb.tag_ == "VBZ":
            return None  # what an announcement looks forward to
        content = content or self._contents.of(said)
        if content is None or (not content.direct and self._speakers.speaks_for_others(voice)):
            return None
        return _said(said, voice, content)

    # What stands before the verb: `"...", he said`; `X is ready, the minister noted`.

    def _ahead(self, said: Framed, voice: Voice) -> Content | None:
        start = min(said.start, voice.start)
        quoted = self._quoted_ahead(said, start)
        if quoted is not None:
            return quoted
        return self._told_ahead(said, voice, start)

    def _quoted_ahead(self, said: Framed, start: int) -> Content | None:
        text = self._page.marks.text
        quotation = self._quotations.before(start)
        if quotation is None or not quotation.begins or start - quotation.outer_end > FARTHEST:
            return None
        between = text[quotation.outer_end : start]
        ends = text[quotation.end - 1] if text[quotation.end - 1] in ",?!." else between[:1]
        if not ends or ends not in ",?!" or _STOP.search(between) or between[:1] == ".":
            return None
        if self._frame_between(quotation.outer_end, said) or (not quotation.is_sentence and ends != ","):
            return None
        begins = text[: quotation.start - 1].rstrip()[-1:]
        if begins and begins not in '.!?:"”»\n)—–-' and not text[: quotation.start - 1].endswith("\n"):
            return None
        content = trim(text, quotation.start, quotation.end, direct=True)
        return Content(*content, True, "direct")

    def _frame_between(self, start: int, said: Framed) -> bool:
        return any(framed(token) is not None for token in self._page.tokens(start, said.end) if token.i < said.verb.i)

    def _told_ahead(self, said: Framed, voice: Voice, start: int) -> Content | None:
        """A clause before the one who speaks, after a comma: the longer side where the words go on."""
        text = self._page.marks.text
        sentence = self._page.sentence_at(said.start)
        opening = self._page.running_from(sentence.start_char)
        before = re.sub(
            r"(?:\b(?:the|a|an|mr|ms|mrs|dr|h\.?e)\b\.?\s*)+$", "", text[opening:start], flags=re.IGNORECASE
        )
        start = opening + len(before)
        if not before.rstrip().endswith(",") or self._contents_follow(said):
            return None
        after = text[max(said.end, voice.end) : sentence.end_char]
        if re.match(
            r"\s*,\s*(?!add|not|stress|describ|call|say|refer|when|while|who|after|during|in\b|as\b)\w+\s+\w+\s+\w+",
            after,
        ) and len(after) > len(before):
            return self._contents.cut(said, max(said.end, voice.end), nominal=False, form="attributed")
        words = self._page.tokens(opening, start)
        if said.frame.takes == {"quote"} or words[0].tag_ in ("VBG", "VBN") or words[0].lower_ in _SUBORDINATE:
            return None
        if not any(
            (t.pos_ in ("VERB", "AUX") and t.tag_ not in ("VBG", "VBN", "TO", "VB")) or t.tag_ == "MD" for t in words
        ):
            return None
        content = trim(text, opening, start)
        return Content(*content, False, "attributed") if content[1] - content[0] > 2 else None

    def _as_told(self, said: Framed) -> Content | None:
        """`As the minister noted, X is ready`: what follows the comma."""
        marks = [child for child in said.verb.children if child.lower_ == "as" and child.i < said.verb.i]
        end = self._page.sentence_at(said.start).end_char
        comma = self._page.marks.text.find(",", said.end, min(end, said.end + FARTHEST))
        if not marks or marks[0].dep_ == "prep" or comma < 0:
            return None
        return self._contents.cut(said, comma + 1, nominal=False, form="as_told")

    def _contents_follow(self, said: Framed) -> bool:
        content = self._contents.of(said)
        if content is None or content.form != "nominal":
            return content is not None
        return any(child.dep_ == "dobj" and child.i > said.verb.i for child in said.verb.children)

    # What is done to the content: `it was stressed that`, `satisfaction was expressed with`.

    def _passive(self, said: Framed) -> Said | None:
        subject = next((c for c in said.verb.children if c.dep_ in ("nsubjpass", "nsubj", "expl")), None)
        if subject is None:
            return None
        agent = self._speakers.agent(said.verb)
        if said.frame.to == "object":
            return self._done_to(said, subject, agent)
        if subject.lower_ == "it":
            content = self._contents.of(said) if said.frame.impersonal or agent else None
            voice = agent or self._side_before(said) or self._sides(said, subject)
            return _said(said, voice, content) if content is not None and content.form == "clause" else None
        felt = self._felt(said, agent or self._sides(said, subject)) if is_speech(subject) else None
        if felt is not None:
            return felt
        if agent is None and said.frame.impersonal != "yes":
            return None
        start, end = trim(self._page.marks.text, *clause.span_of(subject))
        if not said.frame.takes & {"noun", "thing"} or end <= start or end > said.start:
            return None
        return _said(said, agent or self._sides(said, subject), Content(start, end, False, "passive"))

    def _done_to(self, said: Framed, subject: "Token", agent: Voice | None) -> Said | None:
        """`The diplomat was congratulated by the minister on ...`."""
        content = self._contents.of(said)
        if agent is None or content is None:
            return None
        addressee = self._speakers.told(subject, said.verb)
        return Said(
            (said.start, said.end), agent, (content.start, content.end), f"statements.{content.form}", False, addressee
        )

    def _felt(self, said: Framed, voice: Voice) -> Said | None:
        """`Confidence was voiced by the envoy that ...`."""
        for token in said.verb.doc[said.last.i + 1 : said.verb.sent.end]:
            if token.lower_ in _FEELING_AT and token.idx >= max(said.end, voice.end if voice.start > said.start else 0):
                content = self._contents.cut(said, token_end(token), nominal=True, form="passive")
                return _said(said, voice, content) if content is not None else None
        return None

    def _sides(self, said: Framed, subject: "Token") -> Voice:
        start, end = sorted((subject.idx, said.start))
        return Voice(start, max(said.end, end), SIDES, "statements.impersonal")

    def _side_before(self, said: Framed) -> Voice | None:
        """`On the EU side it was explained that ...`."""
        sentence = self._page.sentence_at(said.start)
        match = re.search(
            r"\b(?:on|from) the (?:part of )?", self._page.marks.text[sentence.start_char : said.start], re.IGNORECASE
        )
        if match is None:
            return None
        at = sentence.start_char + match.end()
        return self._speakers.side_at(at, at + 2)


def _said(said: Framed, voice: Voice, content: Content) -> Said:
    return Said(
        (said.start, said.end),
        voice,
        (content.start, content.end),
        f"statements.{content.form}",
        content.direct,
        content.addressee,
    )


def _in_first_person(verb: "Token", before: Voice | None) -> bool:
    """Whether a verb is said by those who publish the text: `we support`, `we recognise X and support Y`."""
    joined = verb.dep_ == "conj" and before is not None and before.is_sides
    return joined or any(child.lower_ in ("we", "us", "all") for child in verb.children)


def _each_other(said: Framed) -> bool:
    """Whether those who speak are told of each other: `briefed each other on X` is talk between them."""
    following = said.verb.doc[said.last.i + 1 : said.last.i + 3].text.lower()
    return following in ("each other", "one another")


def _opens_passive(verb: "Token") -> bool:
    """Whether a bare participle tells what was done to somebody: `Asked by reporters, ...`."""
    if verb.tag_ != "VBN" or any(child.dep_ in ("aux", "nsubj") for child in verb.children):
        return False
    return any(child.dep_ == "agent" or child.lower_ in ("by", "about") for child in verb.children)


def _is_unsaid(said: Framed) -> bool:
    """What will be said, or was not, has not been said; `met to express` has."""
    verb = said.verb
    helpers = set(clause.auxiliaries(verb))
    first_person = any(child.lower_ == "we" for child in verb.children)
    if (
        helpers & _UNSAID
        and not (verb.lemma_ in _SAID_YET and "would" in helpers)
        and not (first_person and "never" in helpers)
    ):
        return True
    if verb.tag_ == "VB" and "to" in helpers:
        return not _meets_to(verb)
    return False


def _meets_to(verb: "Token") -> bool:
    """Whether an infinitive tells what an encounter that was held was for."""
    above = verb.head
    if verb.dep_ == "conj" and above.tag_ == "VB":
        return _meets_to(above)
    if above.lower_ in _GLAD or above.lemma_ in ("like", "wish", "want"):
        return True
    while above.head.i != above.i and above.pos_ not in ("VERB", "AUX"):
        above = above.head
    return above.tag_ == "VBD" and above.lemma_ in _ENCOUNTERS
