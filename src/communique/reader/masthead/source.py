"""On whose word a report speaks: a spokesperson, a press service, a ministry that said, announced or informed."""

import re

from communique.reader.marks import Marks
from communique.reader.masthead.head import Head
from communique.report import Cited

Span = tuple[int, int]

_SPEAKER = (
    r"(?:[Ss]pokes(?:man|woman|person|people)|[Pp]ress [Ss]ecretary|[Pp]ress [Oo]fficer|[Cc]ommunications [Dd]irector"
    r"|[Pp]ress [Aa]ttach[eé])"
)
_DESK = (
    r"(?:[Pp]ress[ -](?:[Ss]ervice|[Oo]ffice|[Cc]ent(?:er|re)|[Dd]epartment|[Ww]ing|[Bb]ureau)|[Mm]edia (?:[Oo]ffice|[Cc]ent(?:er|re)|[Cc]ell)"
    r"|[Ii]nformation (?:[Cc]ent(?:er|re)|[Dd]epartment|[Oo]ffice|[Dd]irectorate)|[Pp]ublic (?:[Rr]elations|[Aa]ffairs|[Ii]nformation))"
)
_HOUSE = (
    r"(?:[Mm]inistry|[Dd]epartment|[Ee]mbassy|[Hh]igh [Cc]ommission|[Gg]eneral [Ss]taff|[Cc]ommissariat|[Hh]eadquarters|[Dd]irectorate"
    r"|[Ss]ecretariat|[Pp]residency|[Cc]hancellery|[Ff]oreign [Oo]ffice|[Cc]ommand|Pentagon|Kremlin|ISPR|[Aa]rmed [Ff]orces"
    r"|[Pp]rime [Mm]inister's [Oo]ffice|[Pp]resident's [Oo]ffice)"
)
_HEAD = re.compile(rf"\b(?:{_SPEAKER}|{_DESK}|{_HOUSE})\b")

# "Statement by NSC Spokesperson X Y on ..."
_TITLE = re.compile(
    rf"(?:Joint )?(?:[Ss]tatements?|[Rr]emarks|[Cc]omments?) (?:[Bb]y|[Ff]rom|[Oo]f) (?:[Tt]he )?(?P<who>[^,:\n]{{0,80}}?{_SPEAKER}"
    r"(?: to the [A-Z]\w+(?: [A-Z]\w+)?)?(?: [A-Z][\w.'-]+){0,4}?)"
    r"(?= (?:(?:on|On|in|at|about|regarding|following|after|ahead|of|concerning|and|&)\b|[A-Z]\w+ing\b)|[,:]|\s*(?:\n|$))"
)
_PAPER = r"(?:(?:news |press |media |official |joint |written )?(?:statements?|releases?|communiqu[eé]s?|handouts?|notes?|readouts?|reports?|posts?|messages?))"
_SAID = (
    r"(?:said|says|announced|announces|reported|reports|informed|informs|told|stated|states|mentioned|noted|confirmed|disclosed|revealed|added|wrote"
    r"|tweeted|posted)"
)
_NAME_TAIL = r"(?:, (?:the |[A-Z])[^,.;\n]{2,60})?"
_WHO = r"(?P<who>[^,.;:\n\"]{2,110}?(?:\([A-Z][\w-]*\))?)"

# (rule, pattern): in each, `who` is the source and must hold a word of `_HEAD`
_PATTERNS = (
    (
        "masthead.according_to",
        re.compile(
            rf"\b(?:[Aa]ccording to|[Aa]s (?:stated|reported|informed|announced) by|[Qq]uot(?:ing|ed)|[Cc]iting|[Ww]ith reference to|informed (?:in|by)|[Rr]eferring to)"
            rf" (?:an? |the )?(?:{_PAPER} (?:by|of|from|issued by|released by) )?(?P<article>the |an? )?(?P<who>[^,.;:\n\"]{{2,110}}{_NAME_TAIL})(?=[,.;:\n])"
        ),
    ),
    (
        "masthead.paper_of",
        re.compile(rf"\b(?:[Aa]|[Tt]he|[Ii]n a) {_PAPER} (?:by|of|from|issued by|released by) {_WHO}(?:,| {_SAID}\b)"),
    ),
    (
        "masthead.paper_said",
        re.compile(rf"(?:^|[,.;] |\n)[Aa]n? {_WHO} {_PAPER} (?:on \w+ )?{_SAID}\b"),
    ),
    (
        "masthead.in_a_paper",
        re.compile(rf"\b[Ii]n an? {_PAPER}(?: (?:on )?\w+| issued \w+)?, {_WHO} {_SAID}\b"),
    ),
    ("masthead.source_said", re.compile(rf"(?:, |\n){_WHO} {_SAID}\b")),
)


def find_source(text: str, marks: Marks, head: Head) -> Cited[str] | None:
    """Whom the publisher names as its source, the first that the text names."""
    if match := _TITLE.match(marks.text, head.titles[0][0] if head.titles else head.body_start):
        return _cited(text, match.span("who"), "masthead.statement_by")
    found = [
        (match.start(), _trimmed(marks, match.span("who")), rule)
        for rule, pattern in _PATTERNS
        for match in pattern.finditer(marks.text, head.body_start)
        if _HEAD.search(match["who"])
    ]
    if not found:
        return None
    _, span, rule = min(found)
    return _cited(text, span, rule)


def _trimmed(marks: Marks, span: Span) -> Span:
    """Without an article, and without a paper at its end that is only the form of what was said."""
    return span


def _cited(text: str, span: Span, rule: str) -> Cited[str]:
    return Cited(text, *span, value=text[slice(*span)], rule=rule)
