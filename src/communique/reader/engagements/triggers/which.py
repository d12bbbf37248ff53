"""Which: the place or year right after the one word that tells of a visit or a signing, which says which it was.

her visit | to Kyiv            → `visit to Kyiv`
an agreement signed | in 2006  → `signed in 2006`
"""

import re
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.alternation import alternation
from communique.lexicon.calendar import MONTHS, calendar_words
from communique.reader import clause
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token


@cache
def _which() -> dict[Kind, re.Pattern[str]]:
    month = rf"{alternation(each.capitalize() for each in calendar_words(*MONTHS))}\b"
    place = rf"(?!{month})[A-ZÀ-Þ][\w'’-]+(?:[ \t](?!{month})[A-ZÀ-Þ][\w'’-]+){{0,2}}(?<!['’]s)"
    return {
        "visit": re.compile(rf"[ \t]+(?:to|in|at)[ \t]+{place}"),
        "signing": re.compile(rf"[ \t]+in[ \t]+(?:(?:{month}[ \t]+)?(?:19|20)\d\d\b|{place})"),
    }


def with_which(word: "Token", kind: Kind) -> int:
    """The offset beyond a word and the place or year that says which visit or signing it tells of."""
    end = int(word.idx) + len(word)
    which = _which().get(kind)
    found = which.match(clause.text_of(word.doc), end, word.sent.end_char) if which is not None else None
    return found.end() if found is not None else end
