"""Clauses: who does what in a sentence, asked of the parser's tree."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

SUBJECTS = ("nsubj", "nsubjpass", "csubj")
# A verb without a subject of its own has the subject of the verb it hangs on in these relations.
BORROWING = ("conj", "xcomp", "advcl", "ccomp", "pcomp", "dep", "acl", "acomp", "oprd")
# Nouns that only measure what follows them: `launched ten days of war games`.
MEASURES = frozenset({"day", "week", "hour", "month", "series", "string", "bout", "burst"})
# How many verbs joined one to the next (`to meet, to discuss, to agree …`) are looked along.
LONGEST_CHAIN = 16


def subject(verb: "Token", *, depth: int = 6) -> "Token | None":
    """The head word of who does it: the verb's own subject, the noun it modifies, or that of the verb above."""
    own = [child for child in verb.children if child.dep_ in SUBJECTS]
    if own:  # a dateline may be taken for another subject before it
        before = [child for child in own if child.i < verb.i]
        return _antecedent(verb, before[-1] if before else own[0])
    if verb.dep_ in ("relcl", "acl"):
        return verb.head
    if verb.dep_ in BORROWING and verb.head != verb and depth:
        above = verb.head
        if above.dep_ == "prep":  # "after meeting with ..."
            above = above.head
        return subject(above, depth=depth - 1)
    return None


def _antecedent(verb: "Token", found: "Token") -> "Token":
    """What a relative pronoun stands for."""
    if found.lower_ in ("who", "which", "that") and verb.dep_ == "relcl":
        return verb.head
    return found


def objects(verb: "Token") -> list["Token"]:
    """The head words of what it is done to or with: direct objects, and those of its prepositions, in order."""
    found = []
    for child in verb.children:
        if child.i < verb.i:
            continue
        if child.dep_ in ("dobj", "dative", "attr", "oprd"):
            found.append(child)
        elif child.dep_ in ("prep", "agent", "dative"):
            found += [below for below in child.children if below.dep_ in ("pobj", "pcomp")]
    return found


def prepositional(head: "Token", *prepositions: str, depth: int = 8) -> list["Token"]:
    """The objects of these prepositions where they hang on `head`, or on what hangs on it by `of` or `with`."""
    found = []
    for child in head.children:
        if child.dep_ in ("prep", "agent") and child.lower_ in prepositions:
            found += [below for below in child.children if below.dep_ in ("pobj", "pcomp")]
        elif child.dep_ == "prep" and depth:
            for below in child.children:
                found += prepositional(below, *prepositions, depth=depth - 1)
    return found


def is_passive(verb: "Token") -> bool:
    """Whether something is done to the subject."""
    if any(child.dep_ in ("auxpass", "nsubjpass") for child in verb.children):
        return True
    return (
        verb.tag_ == "VBN"
        and verb.dep_ in ("acl", "relcl")
        and not any(c.lower_ in ("has", "had", "have") for c in verb.children)
    )


def auxiliaries(verb: "Token") -> list[str]:
    """The auxiliary words and the negation before a verb, lower case, those of the verb it is joined to included."""
    for _ in range(LONGEST_CHAIN):
        own = [child.lower_ for child in verb.lefts if child.dep_ in ("aux", "auxpass", "neg")]
        if own or verb.dep_ != "conj" or verb.head.pos_ not in ("VERB", "AUX"):
            return own
        verb = verb.head
    return []


def text_of(doc: "Doc") -> str:
    """The text of a parsed page, joined from its tokens once."""
    text: str | None = doc.user_data.get("text")
    if text is None:
        text = doc.user_data["text"] = doc.text
    return text


def forms(doc: "Doc") -> list[tuple[str, str]]:
    """Each token's word and lemma in small letters, listed once: what tables of words are held against."""
    listed: list[tuple[str, str]] | None = doc.user_data.get("forms")
    if listed is None:
        listed = doc.user_data["forms"] = [(token.lower_, token.lemma_.lower()) for token in doc]
    return listed


def span_of(token: "Token") -> tuple[int, int]:
    """The offsets of a word with all that hangs on it."""
    left, right = token.left_edge, token.right_edge
    return left.idx, right.idx + len(right)


def verb_of(noun: "Token") -> "Token | None":
    """The verb a noun is subject or object of, directly or through a preposition."""
    above = noun.head
    while (
        above != noun
        and (above.dep_ in ("prep", "pobj", "agent", "conj", "appos", "compound") or above.lemma_ in MEASURES)
        and above.pos_ not in ("VERB", "AUX")
    ):
        noun, above = above, above.head
    return above if above.pos_ in ("VERB", "AUX") else None
