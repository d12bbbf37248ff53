"""Ways of saying: which verbs, alone or with words that go with them, tell that something is said."""

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary

if TYPE_CHECKING:
    from spacy.tokens import Token

TAKES = frozenset({"clause", "that", "quote", "noun", "thing", "speech", "as", "to", "we"})
PASSED_OVER = 3  # small words that may stand between two words of a phrase: `came up with a new proposal`


@dataclass(frozen=True, slots=True)
class Frame:
    """One row of `saying_verbs`: the phrase, what stands as content, where content and addressee are told."""

    words: tuple[str, ...]
    takes: frozenset[str]
    after: tuple[str, ...]
    to: str
    impersonal: str

    @property
    def quotes(self) -> bool:
        """Whether a sentence of somebody's own words may stand beside it."""
        return bool(self.takes & {"clause", "quote"})


@dataclass(frozen=True, slots=True)
class Framed:
    """A verb of the text with the frame it stands in, and the last word of the phrase."""

    verb: "Token"
    frame: Frame
    last: "Token"

    @property
    def start(self) -> int:
        """The offset of the verb."""
        return int(self.verb.idx)

    @property
    def end(self) -> int:
        """The offset beyond the phrase."""
        return int(self.last.idx) + len(self.last)


@cache
def _frames() -> dict[str, tuple[Frame, ...]]:
    """The frames by their first word, those with more words first."""
    columns: list[Column | str] = [
        "phrase",
        Column("takes", values=TAKES, many=True, optional=True),
        Column("after", many=True, optional=True),
        Column("to", values=frozenset({"object", "of"}), optional=True),
        Column("impersonal", values=frozenset({"that", "yes"}), optional=True),
    ]
    by_first: dict[str, list[Frame]] = {}
    for row in table("saying_verbs", columns):
        words = tuple(row["phrase"].split())
        frame = Frame(words, frozenset(row.many("takes")), row.many("after"), row["to"], row["impersonal"])
        by_first.setdefault(words[0], []).append(frame)
    return {first: tuple(sorted(rows, key=lambda frame: -len(frame.words))) for first, rows in by_first.items()}


def framed(verb: "Token") -> Framed | None:
    """The longest frame a verb stands in."""
    if verb.pos_ not in ("VERB", "AUX") or verb.dep_ == "amod" or (verb.i and verb.nbor(-1).tag_ == "PRP$"):
        return None  # `their shared concerns` are not said
    for frame in _frames().get(verb.lemma_.lower(), ()):
        last = _last_word(verb, frame.words[1:])
        if last is not None:
            return Framed(verb, frame, last)
    return None


def _last_word(verb: "Token", words: tuple[str, ...]) -> "Token | None":
    """The last of the words of a phrase where they follow the verb, with only small words between."""
    last, passed = verb, 0
    for word in words:
        while True:
            if last.i + 1 >= len(verb.doc):
                return None
            last = last.nbor()
            if word in (last.lower_, last.lemma_):
                break
            passed += 1
            if passed > PASSED_OVER or last.pos_ not in ("ADV", "DET", "ADJ", "PRON"):
                return None
    return last


def is_speech(token: "Token") -> bool:
    """Whether a noun tells what one feels or grants in words: `condolences`, `gratitude`."""
    nouns = vocabulary("speech_nouns")
    return token.lower_ in nouns or token.lemma_.lower() in nouns
