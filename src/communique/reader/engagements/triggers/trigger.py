"""A trigger: the words that tell of one encounter, and the grammar they stand in."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from communique.reader.engagements.triggers.rows import Phase
from communique.reading import Kind, Role

if TYPE_CHECKING:
    from spacy.tokens import Token

Form = Literal["verb", "held", "noun"]


@dataclass(frozen=True, slots=True)
class Trigger:
    """The shortest words that tell of an encounter, `start:end`.

    `head` is the word that governs them, `noun` the name of the encounter where one stands there; `form` says whether
    a verb tells of it, a noun held by a verb, or a bare noun. `subject` and `target` are the roles of the two sides, as
    in the active. `wants` is what the object's side must hold; `ahead` the kind where it is still to come, if another;
    `phase` what the words themselves say of the status; `talk` whether they report only that there was talk; `dated`
    whether they hold the day, so that no other time and no place of the sentence is its own.
    """

    start: int
    end: int
    head: "Token"
    kind: Kind
    form: Form
    subject: Role
    target: Role | None
    passive: bool
    wants: str
    rule: str
    noun: "Token | None" = None
    ahead: Kind | None = None
    phase: Phase | None = None
    talk: bool = False
    dated: bool = False

    @property
    def is_plain_present(self) -> bool:
        """Whether its verb stands in the plain present, which in running text with a day tells of a programme."""
        head = self.head
        helped = any(child.dep_ in ("aux", "auxpass") for child in head.lefts)
        return head.tag_ in ("VBZ", "VBP") and head.lemma_ != "be" and not helped
