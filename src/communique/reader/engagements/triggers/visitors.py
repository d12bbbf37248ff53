"""Visitors: `received visiting Foreign Minister X`, a visit told by one word before whoever is on it."""

from typing import TYPE_CHECKING

from communique.reader.engagements.triggers.trigger import Trigger

if TYPE_CHECKING:
    from spacy.tokens import Token


def visitor_trigger(word: "Token") -> Trigger | None:
    """The visit that `visiting` tells of before a title or a name; before a plain noun it is one told already.

    What hangs on what there the parser tells in too many ways (`with visiting ...` is one who visits), the order of the
    words does not.
    """
    if word.lower_ != "visiting" or word.i + 1 >= len(word.doc):
        return None
    if word.i and (word.nbor(-1).pos_ == "AUX" or word.nbor(-1).lower_ in ("by", "after", "before", "while", "when")):
        return None
    following = word.nbor()
    if not following.text[0].isupper() or following.is_sent_start:
        return None
    return Trigger(
        word.idx,
        word.idx + len(word),
        word,
        "visit",
        "verb",
        "guest",
        None,
        passive=False,
        wants="visitor",
        rule="engagements.visitor",
        phase="under way",
    )
