"""Names made comparable: two ways of writing that differ only in case, accents, punctuation or spacing fold alike."""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

REMEMBERED = 10_000  # names and offices come again and again; folding is most of the work of comparing them

_BETWEEN_WORDS = re.compile(r"[\W_]+")


@lru_cache(maxsize=REMEMBERED)
def fold(name: str) -> str:
    """The name without case, combining marks, punctuation and surplus spacing: `Al-Šāmī ` gives `al sami`.

    Folding twice changes nothing more. A name of punctuation alone folds to the empty string.
    """
    # Case folding may compose and decomposing may uncover case, so both are done twice (Unicode, D145/D147).
    caseless = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold()).casefold()
    letters = "".join(each for each in unicodedata.normalize("NFKD", caseless) if not unicodedata.combining(each))
    return _BETWEEN_WORDS.sub(" ", letters).strip()


def fold_name(name: str) -> str:
    """The folded name to compare by; a name of signs alone, which folds to nothing, stands for itself."""
    return fold(name) or name


def fullest(forms: Iterable[str]) -> str:
    """The form to show of several written ones: most words, then longest, then first in code point order.

    It depends on which forms there are and not on their order, so a record shows the same name however it was filled.
    """
    return min(forms, key=lambda form: (-len(fold(form).split()), -len(form), form))
