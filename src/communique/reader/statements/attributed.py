"""Speech without a verb of saying: `According to X, ...`, `"..." - X`, `X: "..."`, and quotations that go on."""

import re

from communique.reader.page import Page
from communique.reader.statements.content import Contents, trim
from communique.reader.statements.frames import Frame, Framed
from communique.reader.statements.quotes import Quotation, Quotations
from communique.reader.statements.said import Said, Voice
from communique.reader.statements.speaker import Speakers
from communique.reader.who import Who

_ACCORDING = re.compile(r"\b(?:according to|in the (?:words|opinion|view|account) of)\s+", re.IGNORECASE)
_IN_HIS_WORDS = re.compile(
    r"\b(?:in|according to) (his|her)(?= (?:words|opinion|view|account))|\baccording to (him|her)\b", re.IGNORECASE
)
_DASH = re.compile(r"[\s.]*[-–—]+\s*(?:the\s+)?")
_BARE = Frame((), frozenset(), (), "", "")
REACH = 120  # characters of an attribution in the middle of a quoted sentence


class Attributed:
    """Finds the statements that are told as somebody's without a verb."""

    def __init__(self, page: Page, who: Who, quotations: Quotations, speakers: Speakers, contents: Contents) -> None:
        self._page = page
        self._who = who
        self._quotations = quotations
        self._speakers = speakers
        self._contents = contents

    def according_to(self) -> list[Said]:
        """What stands in a sentence with `according to` somebody."""
        found = []
        for match in _ACCORDING.finditer(self._page.marks.text):
            voice = self._speakers.named_at(match.end())
            if voice is not None:
                found.append(self._account(match.start(), voice, voice.end))
        for match in _IN_HIS_WORDS.finditer(self._page.marks.text):
            number = 1 if match.group(1) else 2
            voice = self._speakers.pronoun(*match.span(number))
            if voice is not None:
                end = re.compile(r"(?:\s\w+)?").match(self._page.marks.text, match.end(number)) if number == 1 else None
                found.append(self._account(match.start(), voice, end.end() if end else match.end()))
        return [said for said in found if said is not None]

    def _account(self, start: int, voice: Voice, end: int) -> Said | None:
        """The sentence less its attribution: what follows it, or what precedes it where nothing follows."""
        if not self._page.runs(start) or self._speakers.speaks_for_others(voice) or self._quotations.at(start):
            return None
        sentence = self._page.sentence_at(start)
        text = self._page.marks.text
        attribution = self._page.tokens(start, end)
        comma = text.find(",", end, sentence.end_char)
        if comma >= 0 and len(text[comma : sentence.end_char].split()) > 3:
            said = Framed(attribution[0], _BARE, attribution[-1])
            content = self._contents.cut(said, comma + 1, nominal=False, form="according")
            span = (content.start, content.end) if content is not None else (0, 0)
        else:
            span = trim(text, self._page.running_from(sentence.start_char), start)
        if len(text[slice(*span)].split()) < 3:
            return None
        words = (start, max(voice.start - 1, start + 2) if voice.end <= end and voice.start > start else end)
        return Said(words, voice, span, "statements.according")

    def quoted(self, known: list[Said]) -> list[Said]:
        """The quotations that no statement holds yet, where the text says whose they are."""
        found: list[Said] = []
        for quotation in self._quotations.all:
            if not quotation.is_sentence or not self._page.runs(quotation.start):
                continue
            if any(said.content[0] < quotation.end and quotation.start < said.content[1] for said in known):
                continue
            if quotation.begins:
                said = self._signed(quotation) or self._continued(quotation, [*known, *found])
            else:
                said = self._resumed(quotation, [*known, *found])
            if said is not None:
                found.append(said)
        return found

    def _signed(self, quotation: Quotation) -> Said | None:
        """`"..." - Commissioner X`, and `X: "..."`."""
        text = self._page.marks.text
        dash = _DASH.match(text, quotation.outer_end)
        if dash is not None and dash.group().strip(" .") and "\n" not in dash.group():
            voice = self._speakers.at(dash.end(), dash.end() + 1)
            if voice is not None:
                return self._direct(quotation, voice, (quotation.outer_end, dash.end()))
        colon = re.search(r":\s*$", text[max(0, quotation.start - 4) : quotation.start - 1])
        if colon is not None:
            at = quotation.start - 1 - len(colon.group())
            before = [m for m in self._who.within(max(0, at - 160), at) if at - 1 <= m.end <= at + 1]
            voice = self._speakers.voice(before[-1]) if before else None
            if voice is not None:
                return self._direct(quotation, voice, (at, at + 1))
        return None

    def _continued(self, quotation: Quotation, known: list[Said]) -> Said | None:
        """A quotation that goes on: after a sentence of the same paragraph, or a paragraph of its own."""
        text = self._page.marks.text
        earlier = [said for said in known if said.content[1] <= quotation.start and not said.speaker.is_sides]
        if not earlier:
            return None
        last = max(earlier, key=lambda said: (said.content[0], said.verb[0]))
        paragraph = text.rfind("\n", 0, quotation.start) + 1
        same = last.content[1] >= paragraph
        opening = text[paragraph : quotation.start - 1]
        if same and not re.search(r"[.!?][\"'”]?\s+$", opening):
            return None
        alone = not opening.strip() and not re.search(r"\w", self._rest(quotation))
        if not same and not (alone and last.direct):
            return None
        return self._direct(quotation, last.speaker, last.verb)

    def _resumed(self, quotation: Quotation, known: list[Said]) -> Said | None:
        """A sentence that goes on after its attribution: `"The sea," he said, "has no fences."`"""
        earlier = [said for said in known if said.direct and said.content[1] < quotation.start]
        if not earlier:
            return None
        last = max(earlier, key=lambda said: said.content)
        between = self._page.marks.text[last.content[1] : quotation.start - 1]
        if not last.content[1] <= last.verb[0] < quotation.start:
            return None
        if len(between) > REACH or not between.rstrip().endswith(",") or re.search(r"[.!?]\s", between):
            return None
        return self._direct(quotation, last.speaker, last.verb)

    def _rest(self, quotation: Quotation) -> str:
        text = self._page.marks.text
        end = text.find("\n", quotation.outer_end)
        return text[quotation.outer_end : end if end >= 0 else len(text)]

    def _direct(self, quotation: Quotation, voice: Voice, verb: tuple[int, int]) -> Said:
        return Said(
            verb,
            voice,
            trim(self._page.marks.text, quotation.start, quotation.end, direct=True),
            "statements.quoted",
            True,
        )
