"""What the finders of statements hand on: who speaks, with which words, and what."""

from dataclasses import dataclass

from communique.reader.page import Page
from communique.reading import Statement
from communique.report import Cited

SIDES = "sides"


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks or is spoken to: the words that tell who, and whom they stand for.

    `value` is the name as first written in full, `sides` for both together, or the words themselves.
    """

    start: int
    end: int
    value: str
    rule: str

    @property
    def is_sides(self) -> bool:
        """Whether both sides speak together."""
        return self.value == SIDES


@dataclass(frozen=True, slots=True)
class Said:
    """One statement: half-open offsets of verb and content, the speaker, the addressee where told."""

    verb: tuple[int, int]
    speaker: Voice
    content: tuple[int, int]
    rule: str
    direct: bool = False
    addressee: Voice | None = None


def close(page: Page, said: Said) -> Statement:
    """The statement with every part cited."""
    return Statement(
        speaker=_cited(page, said.speaker),
        verb=page.quoted(*said.verb, rule=said.rule),
        content=page.quoted(*said.content, rule=said.rule),
        addressee=_cited(page, said.addressee) if said.addressee is not None else None,
        direct=said.direct,
    )


def _cited(page: Page, voice: Voice) -> Cited[str]:
    return page.cite(voice.start, voice.end, value=voice.value, rule=voice.rule)
