"""On whose word a report speaks: a spokesperson, a press service, a ministry that said, announced or informed.

A source is found by what stands around it (`according to X`, `a statement by X said`, `, X announced`) and must be,
or belong to, somebody who speaks for others: a word of `source_words.tsv`.
"""

import re
from dataclasses import dataclass
from functools import cache

from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Marks
from communique.reader.masthead.head import Head
from communique.reader.masthead.lines import Line
from communique.reader.masthead.phrases import phrases, telling_words, titled_phrases
from communique.report import Cited

Span = tuple[int, int]
TABLE = "source_words"
DESKS = ("speaker", "desk")
SOURCES = (*DESKS, "house", "seat")
REACH = 20_000  # characters of running text; who is named first only after that is no source of the whole

# the words of a source: no mark that ends a clause, but for the full stops of initials and ranks (`U.S.`, `Brig. Gen.`)
_STOP = r"(?:(?<=\b[A-Z])|(?<=\b(?:Lt|Dr|Mr|Ms))|(?<=\b(?:Gen|Col|Maj|Adm|Cdr|Sgt))|(?<=\b(?:Brig|Capt|Cmdr|Comd)))\."
_WHO = rf"(?P<who>(?:[^,.;:\n\"]|{_STOP}){{2,110}}?(?:\([A-Z][\w-]*\))?(?:, (?:[A-Z][\w'-]*\.?[ -]?){{2,5}}(?=,))?)"
_AND_NAME = r"(?:, (?:the )?[A-Z][^,.;\n]{2,60}(?=[.;\n]))?"
# what may follow a verb of saying at the end of a sentence that was told on somebody's word
_SENTENCE_END = (
    r"(?: (?:the )?(?:press|media|reporters|journalists|newsmen|correspondents?|(?:news )?agency|newspaper|us"
    r"|[A-Z][\w-]+(?: [A-Z][\w-]+){0,3}))?"
    r"(?: (?:on|in|at|via|through|late|early|earlier|yesterday|today|here|this|during)\b"
    r"(?:(?!\bthat\b)[^,;.\n]){0,50})?"
    r"\s*(?:\.(?!\d)|[,\n]|$)"
)
_CUT = re.compile(
    r" (?:on|that|which|who|in an?|in its|in his|late|early|earlier|yesterday|today|here"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b"
)
_SMALL_WORDS = frozenset(
    {"of", "for", "in", "to", "at", "and", "the", "a", "an", "on", "with", "al", "bin", "de", "s", "country",
     "nation", "kingdom", "republic", "government", "organization", "organisation", "bloc", "alliance", "union",
     "bureau", "presidential", "state"}
)  # fmt: skip
_PERSON = re.compile(r"(?i:(?:acting |deputy )?(?:head|chief|director|commander|representative)\b)")


def find_source(text: str, marks: Marks, rows: list[Line], head: Head) -> Cited[str] | None:
    """Whom the publisher names as its source, the first that the text names."""
    title = head.titles[0][0] if head.titles else head.body_start
    for shape in (_statement_by(), _statement_of()):
        if match := shape.match(marks.text, title):
            return _cited(text, match.span("who"), "masthead.statement_by")
    for row in rows:
        if head.body_start < row.end and row.start < head.body_start + REACH and (found := _in_paragraph(row, marks)):
            _, span, rule = min(found)
            return _cited(text, span, rule)
    return None


def _in_paragraph(row: Line, marks: Marks) -> list[tuple[int, Span, str]]:
    """(where the words for it begin, the source, the rule) of all sources that a paragraph names."""
    words = re.findall(r"\w+", row.text.lower())
    if telling_words(TABLE, *SOURCES).isdisjoint(words):
        return []
    end = min(row.end + 1, row.start + REACH)  # with the line's end, which ends a clause
    return [
        (match.start(), span, pattern.rule)
        for pattern in _patterns()
        if not any(telling_words(TABLE, *kinds).isdisjoint(words) for kinds in pattern.needs)
        for match in pattern.shape.finditer(marks.text, row.start, end)
        if (span := _source(match, marks))
    ]


def _source(match: re.Match[str], marks: Marks) -> Span | None:
    """The source without the day or form of what it said; None where it is nobody who speaks for others."""
    who, start = match["who"], match.start("who")
    base, comma, _ = who.partition(",")
    if comma and not (_PERSON.match(base) or _speaker(*DESKS).search(who)):
        who = base
    for words in (who, base) if comma else (who,):  # the base alone where what follows the comma is another clause
        cut = _CUT.search(words)
        shown = words[: cut.start()] if cut else words
        if _names_source(shown, start, marks):
            return start, start + len(shown)
    return None


def _names_source(who: str, start: int, marks: Marks) -> bool:
    """Whether words name somebody who speaks for others and nothing else: no verb, no other noun in small letters.

    Whoever holds another office speaks for themselves: `Army Commander X` is no source, `Army spokesman X` is.
    """
    spokes = _speaker(*DESKS).search(who)
    head = spokes or _speaker("house", "seat").search(who)
    if not head or (not spokes and _holds_office(who, start, head, marks)):
        return False
    beside = re.findall(r"[^\W\d_][\w'-]*", who[: head.start()] + " " + who[head.end() :])
    return all(not word[0].islower() or _institutional(word.removesuffix("'s")) for word in beside)


def _holds_office(who: str, start: int, head: re.Match[str], marks: Marks) -> bool:
    """Whether an office or rank stands in the words, outside the institution's name."""
    return any(
        hit.sense("office_head", "rank")
        for hit in marks.hits
        if start <= hit.start < start + len(who)
        and not (start + head.start() <= hit.start and hit.end <= start + head.end())
    )


def _institutional(word: str) -> bool:
    return (
        word in _SMALL_WORDS
        or word in vocabulary("office_modifiers")
        or word.capitalize() in vocabulary("institution_words")
        or re.fullmatch(phrases(TABLE, "speaker", "desk", "house", "paper"), word) is not None
    )


_UTTERED = (
    r"statements?|remarks|comments?|readouts?|announcements?|press (?:conference|briefing|release|statement)|briefing"
    r"|answers?|repl(?:y|ies)|responses?|notes?"
)


@cache
def _statement_by() -> re.Pattern[str]:
    """A title: `Statement by NSC Spokesperson X Y on ...`."""
    return re.compile(
        rf"(?:Joint |Press |Regular |Weekly |Daily )*(?i:{_UTTERED}) (?i:by|from|of) (?i:the )?"
        rf"(?P<who>[^,:\n]{{0,80}}?\b{phrases(TABLE, 'speaker')}\b(?: to the [A-Z]\w+(?: [A-Z]\w+)?)?"
        r"(?: [A-Z][\w.'-]+){0,4}?)"
        r"(?= (?:(?i:on|in|at|about|regarding|following|after|ahead|of|concerning|and)\b|&|[A-Z]\w+ing\b)"
        r"|[,:]|\s*(?:\n|$))"
    )


@cache
def _statement_of() -> re.Pattern[str]:
    """A title: `Government Spokesperson X Y's Regular Press Conference on ...`."""
    return re.compile(
        rf"(?i:the )?(?P<who>[^,:\n]{{0,60}}?\b{phrases(TABLE, 'speaker')}\b(?: [A-Z][\w.'-]+?){{0,4}}?)'s? "
        rf"(?:[A-Z][a-z]+ ){{0,2}}(?i:{_UTTERED})\b"
    )


@dataclass(frozen=True, slots=True)
class _Pattern:
    """One way to name a source; `who` is it. `needs`: of each of these groups of kinds a word must be in the text."""

    rule: str
    needs: tuple[tuple[str, ...], ...]
    shape: re.Pattern[str]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    paper, verb, lead = phrases(TABLE, "paper"), titled_phrases(TABLE, "verb"), phrases(TABLE, "lead")
    desk = phrases(TABLE, *DESKS)
    start = r"(?:(?<![^\n])|(?<=[.!?\"] ))"
    of = r"(?:by|of|from|(?:issued|released|published|signed) by)"
    name = r"(?:[A-Z][\w'-]*\.?[ -]?){2,5}"
    leading = rf"\b{lead} (?:(?:an? |the )?{paper} {of} )?(?:the |an? )?"
    both = (("verb",), ("paper",))
    shapes = (
        ("masthead.according_to", (("lead",),), rf"{leading}(?P<who>[^,.;:\n\"]{{2,110}}{_AND_NAME})(?=[,.;:\n])"),
        ("masthead.paper_of", (("paper",),), rf"\b(?i:an?|the|in an?) {paper} {of} {_WHO}(?:,| {verb}\b)"),
        ("masthead.said_paper_of", both, rf"\b{verb} (?:an?|the) {paper} {of} {_WHO}(?=[,.;\n])"),
        ("masthead.paper_reads", both, rf"\b{verb} (?:an?|the) {_WHO} {paper}(?=[,.;\n])"),
        ("masthead.as_source_said", (("verb",),), rf"\b[Aa]s {_WHO},? {verb}\b,"),
        (
            "masthead.named_speaker",
            (("verb",), DESKS),
            rf"{start}(?P<who>{name}, (?:an? |the )?(?=[^,\n]*\b{desk}\b)[^,\n]+), {verb}\b",
        ),
        ("masthead.paper_said", both, rf"(?:(?<![^\n])|(?<=[,.;] ))[Aa]n? {_WHO} {paper} (?:on \w+ )?{verb}\b"),
        ("masthead.in_a_paper", both, rf"\b[Ii]n an? {paper}(?: (?:on )?\w+| issued \w+)?, {_WHO} {verb}\b"),
        ("masthead.source_said", (("verb",),), rf"(?:, |\n){_WHO},? {verb}\b{_SENTENCE_END}"),
        ("masthead.said_in_a_paper", both, rf"{start}{_WHO} {verb} (?:on \w+ )?in an? (?:\w+ )?{paper}\b"),
        ("masthead.speaker_said", (("verb",), DESKS), rf"{start}(?=[^.\n]{{0,90}}\b{desk}\b){_WHO},? {verb}\b"),
    )
    return tuple(_Pattern(rule, needs, re.compile(shape)) for rule, needs, shape in shapes)


@cache
def _speaker(*kinds: str) -> re.Pattern[str]:
    return re.compile(rf"\b{phrases(TABLE, *kinds)}\b")


def _cited(text: str, span: Span, rule: str) -> Cited[str]:
    return Cited(text, *span, value=text[slice(*span)], rule=rule)
