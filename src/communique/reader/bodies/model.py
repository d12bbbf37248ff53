"""A standing body as read, and a sitting of one."""

from dataclasses import dataclass, field
from typing import Literal

from communique.lexicon.vocabulary import vocabulary
from communique.reader.marks import Mark

# What the words of a name say: that states sit in it together, that it is of a kind in which they may, but where a
# state's own offices may too (a working group), that it is of a kind that is most often one state's own (a committee),
# that it belongs to an organisation, that it is a relation (an alliance) and a body only once it is founded, or that
# it is a series of conferences and no standing body at all.
Sort = Literal["joint", "shared", "doubtful", "organ", "relation", "series"]


@dataclass(frozen=True, slots=True)
class Place:
    """A place that names a body. `mark.detail` is the codebook's word for its kind, `head` the words for it here."""

    mark: Mark
    head: str
    sort: Sort

    @property
    def start(self) -> int:
        """Where the name begins."""
        return self.mark.start

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.mark.end


@dataclass(slots=True)
class Standing:
    """A standing body as read: every place that names it, and the parties its name tells."""

    places: list[Place]
    parties: list[Mark] = field(default_factory=list)

    @property
    def kind(self) -> str:
        """The codebook's word for what it is."""
        return self.places[0].mark.detail

    @property
    def sort(self) -> Sort:
        """What the words for its kind say of whose it is, at the place that says most."""
        sorts = {place.sort for place in self.places}
        return next(sort for sort in ("series", "relation", "organ", "joint", "shared", "doubtful") if sort in sorts)

    @property
    def name(self) -> Mark:
        """The longest form."""
        return max((place.mark for place in self.places), key=lambda mark: (mark.end - mark.start, -mark.start))

    @property
    def between_parties(self) -> bool:
        """Whether its name says that more than one party sits in it."""
        return self.sort == "joint" or (self.sort in ("shared", "doubtful", "organ") and len(self.parties) >= 2)

    @property
    def may_meet(self) -> bool:
        """Whether a meeting of it can be an engagement; organs of one state sit among themselves."""
        return (self.sort in ("shared", "organ", "series") and not self.is_own) or self.between_parties

    @property
    def is_own(self) -> bool:
        """Whether a word of its name says that it is one state's: `the Interagency Working Group`."""
        own = vocabulary("body_own_words")
        return any(word in own for place in self.places for word in place.mark.key.casefold().split())


@dataclass(frozen=True, slots=True)
class Sitting:
    """Words that tell of a meeting of a body: its name, or `the third session` where the name is told elsewhere.

    `number` is the ordinal with its offsets; `regular` says that the words call it annual, next or last.
    """

    start: int
    end: int
    body: Standing
    number: tuple[int, int, int] | None
    regular: bool
