"""Sides: whose delegation somebody leads, belongs to or stands in for, where the sentence says so.

the Cuban delegation headed by X · Jordan was represented by X · from Sweden, X · heading the Argentine one X
X led the Georgian side · X chaired it for Rwanda · X, accompanied by Y
"""

import re

from communique.reader.marks import PARTIES, Mark, Marks
from communique.reader.people.ships import find_ships
from communique.reader.people.titles import Styled

# How far from somebody, in characters, the words may stand that tell whose side that is.
REACH = 160
_BODY = (
    r"(?:['’]s)?(?:\s+(?:[\w'’-]+|\([\w-]{2,10}\))){0,6}?\s+"
    r"(?i:delegation|side|team|part|party|group|contingent|mission|commission|section|leg|one|half|representation|"
    r"delegates|officers|embassy|forces?|army|navy|participants)\b"
)
_LED = r"(?:led|headed|fronted|captained|chaired|co-chaired|presided(?:\s+over)?|represented|commanded|guided)"
_IS = r"(?:(?:was|is|were|will be|would be|being|had been)\s+)"
_THE = r"(?:the\s+|its\s+|his\s+|her\s+|their\s+)?"
# Between a party and somebody after it.
_BEFORE = (
    # the Cuban delegation [of five, which was] headed by X
    re.compile(
        rf"{_BODY}[^.;\n]{{0,80}}?\b(?:{_LED}\s+by|under|comprising|comprised|includ(?:ed|ing)|consisting of)\s+{_THE}$"
    ),
    # Jordan was represented by X; [the Kenyan team by General Y,] and that of Ghana by X
    re.compile(rf"(?:['’]s)?\s+{_IS}?(?:{_LED}\s+)?by\s+{_THE}$"),
    re.compile(rf"{_BODY}\s+(?:[-–—]\s+)?by\s+{_THE}$"),
    # a mission of the Kenyan General Staff headed by X
    re.compile(rf"(?:['’]s)?(?:\s+[A-Z][\w'’-]+){{0,5}},?\s+(?:which\s+)?{_IS}?{_LED}\s+by\s+{_THE}$"),
    # the Ghanaian leader was accompanied by X
    re.compile(
        rf"\s+(?:[\w-]+\s+){{1,4}}?,?\s*(?:who\s+)?{_IS}?(?:accompanied|flanked|escorted|assisted|seconded)\s+by\s+{_THE}$"
    ),
)
# After words like `heading the` or `from`: what may follow the party before somebody is named.
_CUE = re.compile(
    r"\b(?:from|for|representing|heading|leading|chairing|on behalf of|at the head of|in charge of|speaking for)"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CAME = r"(?:(?:there\s+)?(?:was|is|were|came|comes|stood|sat|spoke|will be|would be|attended|participated)\s*,?\s*)"
_AFTER_CUE = re.compile(rf"(?:{_BODY})?\s*,?\s*{_CAME}?{_THE}$")
# Between somebody and a party after it.
_HEADS = (
    r"(?:led|leads?|heads?|headed|fronted|fronts?|chairs?|chaired|co-chairs?|co-chaired|heading|leading|chairing|"
    r"represented|represents|representing|(?:stood|stands|standing|was|is) at the head of|"
    r"(?:spoke|speaks|speaking|signed|signs|answered|sat) for|on behalf of)"
)
_AFTER = re.compile(
    rf"\s*,?\s*(?:who\s+)?(?:(?:is|was|are|to|will|would|had|has|have|jointly|also|then|earlier|who)\s+){{0,3}}{_HEADS}\s+{_THE}$"
)
_CHAIRS_FOR = re.compile(
    r"[^.;\n]{0,60}\b(?:co-)?chair(?:s|ed|ing)\b(?:\s+(?:it|the\s+\w+|this\s+\w+))?\s+for\s+(?:the\s+)?$"
)
_A_SIDE = re.compile(rf"{_BODY}|\s*(?:[,.;]|and\b|at\b|in\b|during\b|$)")
# Between two people, the second of whom acts for whom the first does, or the first for the second.
_WITH = re.compile(
    rf"\s*,?\s*(?:who\s+)?{_IS}?(?:also\s+)?(?:accompanied by|flanked by|deputi[sz](?:ed|ing) for|"
    r"st(?:ood|anding|ands) in for|represented by|represent(?:ed|ing)|acting for|on behalf of|substituting for|"
    r"accompanying|together with (?:his|her) (?:deputy|assistant|aide),?)\s+(?:the\s+|his\s+|her\s+|their\s+|its\s+)?$"
)
# `X introduced his successor, Y`: who follows, precedes or helps somebody acts for whom they act for.
_LIKE = re.compile(r"(?:successor|predecessor|deputy|aide|adjutant|second-in-command)s?", re.IGNORECASE)
_OWN = re.compile(r"[^.;\n]{0,80}\b(?:his|her)\s+(?:designated\s+)?$")
# `Accompanying X were Y and Z`.
_ACCOMPANYING = re.compile(r"\b(?:accompanying|flanking|assisting)\s+(?:the\s+)?$", re.IGNORECASE)
_WERE = re.compile(rf"\s+(?:[\w ]{{1,30}}\s+)?(?:was|were|is|are|will be)\s+{_THE}$")
# Two told one after another of one side: `the Kenyan side by X, Y and Z`.
_LISTED = re.compile(
    r"\s*(?:,|;|,?\s+and|,?\s+as well as|,?\s+along with)\s+(?:also\s+)?(?:the\s+|his\s+|her\s+|its\s+)?$"
)
_SHIPS_POST = re.compile(
    r"\b(?:of|aboard) the (?:visiting )?(?:ship|vessel|destroyer|frigate|corvette|submarine|warship)\b"
)
_SHIP_NOUN = r"(?:ships?|vessels?|destroyers?|frigates?|corvettes?|submarines?|warships?|cutters?)"
# `the Japanese destroyer`; `the destroyer 'Kaze' of the Japan Maritime Self-Defense Force`.
_SHIPS = (
    re.compile(rf"[A-Z][\w-]+ (?:[a-z-]+ ){{0,3}}{_SHIP_NOUN}\b"),
    re.compile(rf"\b{_SHIP_NOUN}\b[^.;\n]{{0,40}}? of the (?:[A-Z][\w-]+ ?){{1,3}}"),
)


def side_of(marks: Marks, place: Styled) -> Mark | None:
    """The party whose side somebody is said to be on, cited to the party's words."""
    return _from_left(marks, place) or _from_right(marks, place)


def _from_left(marks: Marks, place: Styled) -> Mark | None:
    for hit in reversed(marks.hits_in(place.start - REACH, place.start)):
        gap = marks.text[hit.end : place.start]
        if "\n" in gap:
            return None
        sense = marks.party(hit, *PARTIES)
        if sense is None:
            continue
        if any(pattern.fullmatch(gap) for pattern in _BEFORE) or (
            _AFTER_CUE.fullmatch(gap) and _CUE.search(marks.text, max(0, hit.start - 30), hit.start)
        ):
            return Mark(hit.start, hit.end, sense.kind, sense.key, "sides.before")
    return None


def _from_right(marks: Marks, place: Styled) -> Mark | None:
    for hit in marks.hits_in(place.end, place.end + REACH):
        gap = marks.text[place.end : hit.start]
        if "\n" in gap:
            return None
        sense = marks.party(hit, *PARTIES)
        if sense is None:
            continue
        if _CHAIRS_FOR.fullmatch(gap) or (_AFTER.fullmatch(gap) and _A_SIDE.match(marks.text, hit.end)):
            return Mark(hit.start, hit.end, sense.kind, sense.key, "sides.after")
    return None


def ship_of(marks: Marks, place: Styled) -> Mark | None:
    """`the Commanding Officer of the ship`: whose the last ship is that the text told of before."""
    if not any(_SHIPS_POST.search(office.key) for office in place.offices):
        return None
    told = [party for _, party in find_ships(marks) if party is not None and party.start < place.start]
    for match in (match for pattern in _SHIPS for match in pattern.finditer(marks.text, 0, place.start)):
        for hit in marks.hits_in(*match.span()):
            if (sense := marks.party(hit, *PARTIES)) is not None:
                told.append(Mark(hit.start, hit.end, sense.kind, sense.key, "sides.ship"))
    return max(told, key=lambda party: party.start, default=None)


def listed_with(marks: Marks, one: Styled, other: Styled) -> bool:
    """Whether two people are named side by side in one list."""
    return one.end < other.start and bool(_LISTED.fullmatch(marks.text[one.end : other.start]))


def go_together(marks: Marks, one: Styled, other: Styled) -> bool:
    """Whether of two people named one after the other both act for the same party."""
    if not one.end < other.start <= one.end + REACH:
        return False
    between = marks.text[one.end : other.start]
    before = marks.text[max(0, one.start - 20) : one.start]
    if _ACCOMPANYING.search(before) and _WERE.fullmatch(between):
        return True
    own = other.relation is not None and _LIKE.fullmatch(other.relation.key) and _OWN.fullmatch(between)
    return bool(own or _WITH.fullmatch(between))
