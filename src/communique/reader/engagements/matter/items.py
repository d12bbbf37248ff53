"""Items: an enumeration's parts, each by itself where it can stand alone.

the training of divers, purchase of equipment, as well as other matters   → three
key challenges, including trade and energy                                → the whole and each item
trade and investment in the region                                       → one: what follows belongs to both
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

_JOINING = frozenset({"and", "or", "&", "plus"})
# Phrases that join or open items, longest first.
_JOINTS = (
    ("as", "well", "as"), ("in", "addition", "to"), ("along", "with"), ("together", "with"), ("among", "them"),
    ("in", "particular"), ("such", "as"), ("including",), ("particularly",), ("especially",), ("notably",),
    ("foremost",), ("followed", "by"),
)  # fmt: skip
_OPENING = frozenset(_JOINTS[4:])
_JOINT_WORDS = frozenset({*(joint[0] for joint in _JOINTS), "in"})
# `cooperation in the fields of A and B`: the whole, and each field.
_FIELDS = frozenset({"areas", "fields", "spheres", "domains", "sectors", "subjects", "topics", "realms"})
_FIELDS_OF = frozenset({"of", "like", "as"})
_PREPOSITIONS = frozenset(
    {"on", "of", "about", "regarding", "concerning", "to", "for", "in", "over", "around", "upon", "by"}
)
# Prepositions that, after an opening word, tell how and where rather than name an item.
_MEANS = frozenset({"via", "at", "through", "by", "in", "from", "under", "within", "how", "to"})
# Prepositions whose noun goes on over commas.
_TIES = frozenset({"of", "to", "between", "with", "for", "among"})
# Prepositions by which a noun tells what it is of, and those that belong to what goes before.
_TELLING = frozenset({"of", "in", "for", "with", "between", "on", "to", "from", "against", "at"})
_NOT_APART = frozenset({"among", "between", "by", "from", "with"})
_EMPTY_HEADS = frozenset({"issue", "matter", "question", "topic", "area", "field", "point"})
_STARTS = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "VERB", "ADV", "ADP", "SCONJ", "X", "PUNCT", "SYM"})

Range = tuple[int, int]


def items(doc: "Doc", start: int, end: int) -> list[Range]:
    """The items of the tokens `start:end`, in order."""
    found: list[Range] = []
    for part in _opened(doc, start, end):
        parts = _enumerated(doc, *part, listed=part[0] > start)
        found += [clean for each in parts if (clean := _clean(doc, *each)) is not None]
    return found


def _opened(doc: "Doc", start: int, end: int) -> Iterator[Range]:
    """The whole, and what each `including` opens."""
    begin, i = start, start
    while i < end:
        joint = _joint(doc, i, end)
        if joint is not None and _opens(joint) and i > begin and not _tells_means(doc, i + len(joint), end):
            yield begin, i
            begin = i + len(joint)
        i += len(joint) if joint is not None else 1
    if begin < end:
        yield begin, end


def opening_end(doc: "Doc", i: int, end: int) -> int | None:
    """The word after one that opens items (`in particular`, `followed by`), where one stands at `i`."""
    joint = _joint(doc, i, end)
    return i + len(joint) if joint is not None and _opens(joint) else None


def _joint(doc: "Doc", i: int, end: int) -> tuple[str, ...] | None:
    if doc[i].lower_ not in _JOINT_WORDS:
        return None
    if doc[i].lower_ == "in":
        return _fields_joint(doc, i, end)
    for joint in _JOINTS:
        if i + len(joint) <= end and tuple(token.lower_ for token in doc[i : i + len(joint)]) == joint:
            return joint
    return None


def _fields_joint(doc: "Doc", i: int, end: int) -> tuple[str, ...] | None:
    """`in the fields of`, `in such areas as`, where these words open several items; else None or `in particular`."""
    words = [token.lower_ for token in doc[i : min(i + 5, end)]]
    if words[1:2] == ["particular"]:
        return ("in", "particular")
    if words[1:3] == ["addition", "to"]:
        return ("in", "addition", "to")
    at = next((n for n, word in enumerate(words) if word in _FIELDS), None)
    if at is None or at + 1 >= len(words):
        return None
    beyond = at + 2 if words[at + 1] in _FIELDS_OF else at + 3 if words[at + 1 : at + 3] == ["such", "as"] else None
    return tuple(words[:beyond]) if beyond is not None else None


def _opens(joint: tuple[str, ...] | None) -> bool:
    return joint is not None and (joint in _OPENING or joint[-1] in _FIELDS_OF)


def _tells_means(doc: "Doc", i: int, end: int) -> bool:
    return i >= end or doc[i].lower_ in _MEANS


def _enumerated(doc: "Doc", start: int, end: int, *, listed: bool) -> list[Range]:
    """Items between commas and at the last `and`; `listed` where an opening word says that these are items."""
    segments = _segments(doc, start, end)
    if len(segments) > 1 and _belong_to_one(doc, segments):
        return [(start, end)]
    last_start, last_end, closed = segments[-1]
    if len(segments) > 1 and closed:
        return [(a, b) for a, b, _ in segments]
    listed = listed or len(segments) > 1
    cut = _last_joint(doc, last_start, last_end, listed=listed)
    if cut is None:
        return [(a, b) for a, b, _ in segments]
    return [*((a, b) for a, b, _ in segments[:-1]), (last_start, cut), (cut, last_end)]


def _belong_to_one(doc: "Doc", segments: list[tuple[int, int, bool]]) -> bool:
    """Whether what follows the first comma goes on what the first part ends in.

    `equal measures of security, freedom and prosperity`, `arrangements with Bahrain, Sudan and Morocco`.
    """
    start, end, _ = segments[0]
    if doc[end - 1].dep_ == "amod" and doc[end - 1].head.i >= end:  # `our political, economic and security ties`
        return True
    at = next((i for i in range(end - 1, start, -1) if doc[i].pos_ == "ADP"), None)
    if at is None or not _bare(doc, at + 1, end) or doc[start].lemma_.lower() in _EMPTY_HEADS:
        return False
    others = [_past_joint(doc, a, b)[0] for a, b, _ in segments[1:]]
    if not all(_bare(doc, a, b) for a, (_, b, _) in zip(others[:-1], segments[1:-1], strict=True)):
        return False
    proper = doc[end - 1].pos_ == "PROPN" and all(doc[a].pos_ == "PROPN" for a in others)
    if doc[at].lower_ == "of" and any(b - a > 1 for a, (_, b, _) in zip(others, segments[1:], strict=True)):
        return proper
    return proper or (doc[at].lower_ in _TIES and all(doc[a].pos_ in ("NOUN", "ADJ", "PROPN") for a in others))


def _bare(doc: "Doc", start: int, end: int) -> bool:
    """Whether words are one noun with nothing but adjectives."""
    return end - start <= 3 and all(
        token.pos_ in ("NOUN", "PROPN", "ADJ", "CCONJ") or (token.lower_ == "the" and end - start > 1)
        for token in doc[start:end]
    )


def _segments(doc: "Doc", start: int, end: int) -> list[tuple[int, int, bool]]:
    """Parts between commas and before `as well as`; whether a joining word opens each."""
    found: list[tuple[int, int, bool]] = []
    begin, closed, depth = start, False, 0
    i = start
    while i < end:
        depth += (doc[i].text == "(") - (doc[i].text == ")")
        joint = _joint(doc, i, end)
        here = not depth and i > begin and (doc[i].text == "," or (joint is not None and not _opens(joint)))
        if here:
            following, joined = _past_joint(doc, i, end)
            if following < end and _begins_item(doc, begin, following, joined=joined):
                found.append((begin, i, closed))
                begin, closed = following, joined
                i = following
                continue
        i += 1
    found.append((begin, end, closed))
    return found


def _past_joint(doc: "Doc", i: int, end: int) -> tuple[int, bool]:
    """The word after commas and joining words, and whether there was a joining word."""
    joined = False
    while i < end:
        joint = _joint(doc, i, end)
        if joint is not None and not _opens(joint):
            i, joined = i + len(joint), True
        elif doc[i].text == "," or doc[i].lower_ in _JOINING:
            joined = joined or doc[i].lower_ in _JOINING
            i += 1
        else:
            break
    return i, joined


def _begins_item(doc: "Doc", begin: int, i: int, *, joined: bool) -> bool:
    """Whether a word after a comma begins an item beside the one that begins at `begin`."""
    token = doc[i]
    if (
        token.pos_ not in _STARTS
        or token.tag_ in ("WDT", "WP", "VBD", "VBZ", "VBN")
        or _opens(_joint(doc, i, len(doc)))
    ):
        return False
    if _inside_relative(doc, begin, i):
        return False
    if token.tag_ == "VB":
        return doc[begin].lower_ == "how" or doc[begin].tag_ == "VB"
    if token.pos_ == "ADP" or token.lower_ == "to":
        return token.lower_ in _PREPOSITIONS and (joined or doc[begin - 1].lower_ == token.lower_)
    if token.pos_ == "ADJ":
        return token.head.i > i and token.head.pos_ in ("NOUN", "PROPN") and not _pair_of_adjectives(doc, i)
    if token.tag_ == "VBG":
        return joined or token.dep_ != "advcl" or any(other.tag_ == "VBG" for other in doc[begin:i])
    return True


def _pair_of_adjectives(doc: "Doc", i: int) -> bool:
    """`candid, substantive discussion`: a comma between two words of one noun."""
    return doc[i - 1].text == "," and doc[i - 2].pos_ == "ADJ" and doc[i - 2].head.i > i


def _inside_relative(doc: "Doc", begin: int, i: int) -> bool:
    """Whether a word lies before the verb of a relative clause: `areas where our interests, values and views part`."""
    return any(
        token.dep_ == "relcl" and token.left_edge.i < i < token.i and token.left_edge.i > begin
        for token in doc[i : min(i + 15, len(doc))]
    )


def _last_joint(doc: "Doc", start: int, end: int, *, listed: bool) -> int | None:
    """The joining word before the last item, or None where what it joins is one."""
    roots = _roots(doc, start, end)
    cuts = [token for token in doc[start + 1 : end - 1] if token.lower_ in _JOINING]
    for cut in cuts:
        joined = _joined(cut, end)
        if joined is None:
            continue
        if (
            joined.head in roots
            and joined.pos_ in ("NOUN", "PROPN", "VERB", "PRON", "NUM", "X")
            and (listed or _stand_alone(start, cut.i, joined))
        ):
            return cut.i
    for cut in cuts:
        following = doc[cut.i + 1]
        if following.lower_ in ("other", "others") or (
            following.lower_ in _PREPOSITIONS and start and following.lower_ == doc[start - 1].lower_
        ):
            return cut.i
        if _is_parallel(doc, start, cut.i, end, listed=listed):
            return cut.i
    return next((cut.i for cut in reversed(cuts) if _are_both_told(doc, start, cut.i, end)), None)


def _is_parallel(doc: "Doc", start: int, cut: int, end: int, *, listed: bool) -> bool:
    """Whether the words after a joining word begin as an item does: `the state of X and the need to ...`.

    The parser often hangs such a second noun on the nearest one.
    """
    following = doc[cut + 1]
    if following.tag_ == "VBG" and doc[start].tag_ == "VBG":
        return True
    if following.dep_ not in ("det", "poss") or following.pos_ not in ("DET", "PRON"):
        return False
    if not (listed or doc[start].dep_ in ("det", "poss", "amod", "compound") or doc[start].pos_ == "NOUN"):
        return False
    noun = following.head
    if noun.pos_ != "NOUN" or noun.i <= cut or any(token.lower_ in ("between", "both") for token in doc[start:cut]):
        return False
    return any(child.dep_ in ("prep", "acl", "relcl") and cut < child.i < end for child in noun.children)


def _are_both_told(doc: "Doc", start: int, cut: int, end: int) -> bool:
    """Whether each side is a noun with what it is of: `supply of potash equipment and cooperation in transit`.

    Not `the strengthening of cooperation and coordination between them`: one bare word may be beside the next.
    """
    led = next((i for i in range(cut - 1, start, -1) if doc[i].pos_ == "ADP"), None)
    if (
        led is None
        or doc[led].lower_ in _NOT_APART
        or any(token.lower_ in ("both", "between") for token in doc[start:cut])
    ):
        return False
    noun = cut + 1
    while (
        noun + 1 < end
        and doc[noun + 1].pos_ in ("ADJ", "NOUN", "PROPN", "NUM", "PART", "PUNCT")
        and doc[noun + 1].text != ","
    ):
        noun += 1
    if doc[noun].pos_ != "NOUN" or doc[cut - 1].pos_ not in ("NOUN", "PROPN"):
        return False
    told = noun + 1 < end and doc[noun + 1].lower_ in _TELLING
    if doc[cut - 1].pos_ == "PROPN":
        return told or doc[cut + 1].pos_ == "DET"
    return told and sum(token.pos_ in ("NOUN", "PROPN") for token in doc[led + 1 : cut]) > 1


def _roots(doc: "Doc", start: int, end: int) -> list["Token"]:
    """The head words of a stretch and those joined to them."""
    roots = [token for token in doc[start:end] if not start <= token.head.i < end or token.head == token]
    for token in doc[start:end]:
        if token.dep_ == "conj" and token.head in roots and token not in roots:
            roots.append(token)
    return roots


def _joined(cut: "Token", end: int) -> "Token | None":
    """What a joining word joins on its right."""
    return next((token for token in cut.head.children if token.dep_ == "conj" and cut.i < token.i < end), None)


def _stand_alone(start: int, cut: int, joined: "Token") -> bool:
    """Whether both sides of a lone `and` say something by themselves.

    `trade and investment in the region`: a bare noun before what the second is told of belongs to it too.
    """
    left = joined.head
    if left.pos_ == "VERB" or joined.pos_ == "VERB":
        return left.tag_ == joined.tag_ and left.tag_ != "VB"
    if any(child.dep_ in ("det", "poss", "amod", "nummod") and child.i > cut for child in joined.children):
        right_own = True
    else:
        right_own = any(child.dep_ == "compound" for child in joined.children)
    left_own = cut - start > 1
    shared = any(child.dep_ in ("prep", "relcl", "acl") for child in joined.children) and cut - start <= 2
    return left_own and right_own and not (shared and not any(c.dep_ in ("det", "poss") for c in joined.children))


def _clean(doc: "Doc", start: int, end: int) -> Range | None:
    """An item without the words that join it."""
    start, _ = _past_joint(doc, start, end)
    while start < end and (doc[start].lower_ in _PREPOSITIONS or doc[start].is_punct or doc[start].is_space):
        start += 1
    while end > start and (doc[end - 1].text in ",.:–-" or doc[end - 1].is_space or doc[end - 1].lower_ in _JOINING):
        end -= 1
    if end > start and doc[start].lower_ == "among":  # `covered, among other things, X`
        return None
    if end - start == 2 and doc[start].lower_ == "other":  # `and other areas`
        return None
    if all(token.pos_ in ("PRON", "ADV", "AUX", "DET", "PUNCT") for token in doc[start:end]):
        return None
    return (start, end) if end > start else None
