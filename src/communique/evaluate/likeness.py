"""When two values count as the same: names, spans, people, speakers and bodies, as the codebook's last section says."""

import re
import unicodedata
from collections import Counter
from typing import Any

from communique.reading import JSON

SAME_WORDS = 0.6  # token F1 at which two spans are the same; fixed by the codebook
SAME_OFFICE = 0.5  # token F1 at which an office stands for its unnamed holder
SAME_SPEAKER = 0.5  # token F1 at which two speakers are the same; an office may be shortened

_WORD = re.compile(r"[^\W_]+")
_EMPTY_WORDS = frozenset({"the", "a", "an", "s"})
_WRAPPINGS = ("value", "q", "quote", "name", "text")  # where a value may stand in an object, first found first taken


def plain(value: Any) -> Any:
    """A value without what it is wrapped in: `{"value": 3, "quote": "third"}` is 3, `{"q": "Baku", "n": 2}` is Baku."""
    while isinstance(value, dict):
        value = next((value[key] for key in _WRAPPINGS if value.get(key) is not None), None)
    return value


def listed(value: Any) -> list[Any]:
    """A value as a list: None is no value, a lone value is one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def folded_words(text: Any) -> list[str]:
    """The words of a text in order, without case, diacritics, articles and possessives."""
    decomposed = unicodedata.normalize("NFKD", str(text)).casefold()
    folded = "".join(char for char in decomposed if not unicodedata.combining(char))
    return [word for word in _WORD.findall(folded) if word not in _EMPTY_WORDS]


def overlap(one: Any, other: Any) -> float:
    """Token F1 of two texts, each word counted as often as it stands there: 0 is no word shared, 1 all."""
    words, others = Counter(folded_words(one)), Counter(folded_words(other))
    shared = (words & others).total()
    return 2 * shared / (words.total() + others.total()) if shared else 0.0


def same_words(one: Any, other: Any) -> bool:
    """Whether two spans, wrapped or plain, say the same by SAME_WORDS; an empty span is the same as none."""
    one, other = plain(one), plain(other)
    return bool(one and other) and overlap(one, other) >= SAME_WORDS


def same_name(one: Any, other: Any) -> bool:
    """Whether two names can be one person's: one holds the other, or last names agree and first names do not clash."""
    words, others = folded_words(one or ""), folded_words(other or "")
    if not words or not others:
        return False
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    return words[-1] == others[-1] and _same_first_name(words[0], others[0])


def _same_first_name(one: str, other: str) -> bool:
    return one == other or (min(len(one), len(other)) == 1 and one[0] == other[0])


def offices(person: JSON) -> list[Any]:
    """The posts named for somebody, as plain texts."""
    given = listed(person.get("office", person.get("offices")))
    return [office for office in map(plain, given) if office]


def same_person(one: JSON, other: JSON) -> bool:
    """Whether two participants are one: by name where both have one, by office where neither has."""
    name, other_name = plain(one.get("name")), plain(other.get("name"))
    if name and other_name:
        return same_name(name, other_name)
    if name or other_name:
        return False
    return any(overlap(a, b) >= SAME_OFFICE for a in offices(one) for b in offices(other))


def same_body(one: JSON, other: JSON) -> bool:
    """Whether any name or alias of one standing body is that of the other."""
    return any(same_words(a, b) for a in _names_of(one) for b in _names_of(other))


def _names_of(body: JSON) -> list[Any]:
    return [body.get("name"), *listed(body.get("aliases"))]


def same_statement(one: JSON, other: JSON) -> bool:
    """Whether the same speaker says the same."""
    return same_speaker(plain(one.get("speaker")), plain(other.get("speaker"))) and same_words(
        one.get("content"), other.get("content")
    )


def same_speaker(one: Any, other: Any) -> bool:
    """Whether two plain speakers are one: by name, by most words of an office, or both `sides`."""
    if one is None or other is None or "sides" in (one, other):
        return bool(one == other)
    return same_name(one, other) or overlap(one, other) >= SAME_SPEAKER
