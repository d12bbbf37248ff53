"""How far reported speech reaches: from where it begins to where the next thing is told.

The parser's tree alone ends contents too early (a hyphen, a list) or too late (`..., and he thanked ...`); here the
words up to the end of the sentence are taken, less what belongs to another verb of telling.
"""

from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.page import Page, token_end
from communique.reader.statements.frames import Framed, framed
from communique.reader.statements.quotes import Quotations
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

JOINING = frozenset(
    {
        "and",
        "but",
        "while",
        "whereas",
        "whilst",
        "yet",
        "or",
        "as",
        "well",
        "though",
        "although",
        ",",
        ";",
        "–",
        "—",
        "-",
    }
)
_PASSED = frozenset({"ADV", "AUX", "SPACE"})
_OPENING = frozenset({"advcl", "ROOT", "csubj", "nsubj"})
_FINITE = ("VBD", "VBZ", "VBP")
_COURTESIES = frozenset({"HE", "H.E.", "Mr", "Mr.", "Ms", "Ms.", "Mrs", "Mrs.", "Dr", "Dr.", "Hon", "Hon."})
_RELATIVE = frozenset({"which", "who", "whom", "whose"})


def reach(page: Page, who: Who, quotations: Quotations, said: Framed, start: int, *, nominal: bool) -> int:
    """The offset at which the content that begins at `start` ends."""
    quoted = quotations.at(start)
    if quoted is not None and quoted.start >= start - 1 and quoted.is_sentence:
        return quoted.end
    sentence = page.sentence_at(start)
    end = min(sentence.end_char, _main_clause(said.verb, sentence.end_char))
    for token in page.doc[said.last.i + 1 : sentence.end]:
        if token.idx < start or (quotations.at(token.idx) is not None):
            continue
        if token.text == ";" or (nominal and _is_aside(token)):
            return min(end, token.idx)
        if token.idx > start and _begins_anew(who, said, token, start, nominal=nominal):
            return _boundary(who, token, start)
    return end


def _main_clause(verb: "Token", end: int) -> int:
    """Where the clause goes on that a participle or a relative clause stands in or before.

    `Noting X, the minister thanked ...`, `The minister, who noted X, thanked ...`.
    """
    above = verb.head.head if verb.dep_ == "relcl" else verb.head
    if above.i <= verb.i or (verb.dep_ != "relcl" and (verb.tag_ != "VBG" or verb.dep_ not in _OPENING)):
        return end
    subjects = [child for child in above.children if child.dep_ in clause.SUBJECTS and child.i > verb.i]
    if subjects:
        return int(subjects[0].left_edge.idx)
    return int(above.idx) if above.tag_ in _FINITE else end


def _is_aside(token: "Token") -> bool:
    """Whether a word begins a clause that adds something the speaker did not say: `, which fell on ...`."""
    return token.lower_ in _RELATIVE and token.i > 0 and token.nbor(-1).text == ","


def _begins_anew(who: Who, said: Framed, token: "Token", start: int, *, nominal: bool) -> bool:
    """Whether a verb tells the next thing, rather than being part of what is said."""
    if token.pos_ not in ("VERB", "AUX"):
        return False
    first = _first_of(who, token)
    joined = first.i > 0 and first.nbor(-1).lower_ in JOINING
    if not joined or first.idx <= start:
        return False
    if token.tag_ == "VBG":
        return _adds(said, token)
    if token.tag_ not in _FINITE and not _finite_by_form(said, token):
        return False
    return _told_beside(said, token, start, own=first.i < token.i and _names(who, first, token), nominal=nominal)


def _adds(said: Framed, token: "Token") -> bool:
    """`..., adding that`, `while stressing`: a participle of saying, the speaker's unless it is inside the content."""
    found = framed(token)
    if found is None or token.nbor(-1).lower_ not in (",", "while", "whilst", "and", "–", "—"):
        return False
    return token.head.i <= said.verb.i or (found.last.i + 1 < len(token.doc) and found.last.nbor().lower_ == "that")


def _finite_by_form(said: Framed, token: "Token") -> bool:
    """The parser takes the past of a joined verb for a participle: `welcomed ... and underscored`."""
    above = token.head.i <= said.verb.i or token.dep_ == "ROOT"
    return token.tag_ == "VBN" and above and framed(token) is not None


def _told_beside(said: Framed, token: "Token", start: int, *, own: bool, nominal: bool) -> bool:
    """Whether a joined finite verb stands beside the verb of saying, not inside of what it says."""
    if said.verb.tag_ in _FINITE and token.tag_ in _FINITE and (said.verb.tag_ == "VBD") != (token.tag_ == "VBD"):
        return False  # `said that X is ready and stresses`: another tense is another's speech
    saying = framed(token) is not None
    if own:
        return saying or (nominal and not _within(said, token))
    inner = token.dep_ == "conj" and token.head.idx >= start and token.head.tag_ == token.tag_ and not nominal
    if inner and (not saying or framed(token.head) is not None):
        return False  # joined to a verb of the content in the same tense: `said they welcomed X and promised Y`
    return saying or nominal or token.head.i <= said.verb.i


def _within(said: Framed, token: "Token") -> bool:
    """Whether the tree hangs a verb below a noun of the content."""
    above = token
    while above.head.i != above.i and above.i != said.verb.i:
        if above.dep_ in ("relcl", "acl", "ccomp", "advcl"):
            return above.head.i != said.verb.i
        above = above.head
    return False


def _first_of(who: Who, token: "Token") -> "Token":
    """The first word of what belongs to a verb before it: adverbs, auxiliaries and its named subject."""
    first = token
    for child in token.children:
        if child.dep_ in clause.SUBJECTS and child.i < token.i:
            return child.left_edge
    while first.i > 0 and (first.nbor(-1).pos_ in _PASSED or first.nbor(-1).lower_ in ("also", "further")):
        first = first.nbor(-1)
    before = [m for m in who.within(max(0, first.idx - 200), first.idx) if 0 <= first.idx - m.end <= 1]
    if before and before[-1].sort != "party":
        opening = token.doc.char_span(before[-1].start, before[-1].end, alignment_mode="expand")
        assert opening is not None, "a mention has words"
        first = opening[0]
        while first.i > 0 and (first.nbor(-1).pos_ in ("DET", "ADJ") or first.nbor(-1).text in _COURTESIES):
            first = first.nbor(-1)
    return first


def _names(who: Who, first: "Token", token: "Token") -> bool:
    """Whether somebody is named between the first word of a clause and its verb."""
    return any(mention.sort != "party" for mention in who.within(first.idx, token.idx))


def _boundary(who: Who, token: "Token", start: int) -> int:
    """Where the content ends before a verb that begins anew: its joining words are nobody's."""
    last = _first_of(who, token)
    while last.i > 0 and last.nbor(-1).lower_ in JOINING and last.nbor(-1).idx > start:
        last = last.nbor(-1)
    return max(start, token_end(last.nbor(-1)) if last.i > 0 else start)
