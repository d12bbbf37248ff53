"""Which: the place or year right after the one word that tells of a visit or a signing, which says which it was.

her visit | to Kyiv            → `visit to Kyiv`
an agreement signed | in 2006  → `signed in 2006`
"""

import re
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reading import Kind

if TYPE_CHECKING:
    from spacy.tokens import Token

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
_PLACE = rf"(?!{_MONTH})[A-ZÀ-Þ][\w'’-]+(?:[ \t](?!{_MONTH})[A-ZÀ-Þ][\w'’-]+){{0,2}}(?<!['’]s)"
_WHICH: dict[Kind, re.Pattern[str]] = {
    "visit": re.compile(rf"[ \t]+(?:to|in|at)[ \t]+{_PLACE}"),
    "signing": re.compile(rf"[ \t]+in[ \t]+(?:(?:{_MONTH}[ \t]+)?(?:19|20)\d\d\b|{_PLACE})"),
}


def with_which(word: "Token", kind: Kind) -> int:
    """The offset beyond a word and the place or year that says which visit or signing it tells of."""
    end = int(word.idx) + len(word)
    which = _WHICH.get(kind)
    found = which.match(clause.text_of(word.doc), end, word.sent.end_char) if which is not None else None
    return found.end() if found is not None else end
