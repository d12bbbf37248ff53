"""Seats: who of the people of a page sits in on an encounter, by a learned model.

Grammar says who stands beside the words that tell of an encounter; who takes part without standing there (told a
sentence before, by a pronoun, as the guest of the visit) hangs on many weak signs. The model weighs them
(`reader/learned`); where there is none, what the grammar found stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.parts import is_barred
from communique.reader.engagements.participants.signs import Room, signs_of
from communique.reader.learned import model
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.who import Who

MODEL = "seat"
# How likely somebody must be to take part: at .45 precision and recall balance in cross-validation over the gold.
SEATED = 0.45


@dataclass(frozen=True, slots=True)
class Seat:
    """One person beside one encounter: what is seen of the two together."""

    figure: Figure
    part: Part | None
    signs: list[str]


def settle_seats(page: Page, who: Who, drafts: list[Draft]) -> None:
    """Let those take part who do by the model, and drop those who do not."""
    learned = model(MODEL)
    if learned is None:
        return
    for draft, seats in zip(drafts, seats_of(page, who, drafts), strict=True):
        taken: dict[int, Part] = {}
        for seat in seats:
            part = seat.part
            sure = part is not None and (part.leads is not None or part.lent)  # who leads, and who met before
            if sure or learned.score(names(draft, seat)) >= SEATED:
                taken[id(seat.figure)] = seat.part or _part(draft, seat.figure)
        unnamed = [part for part in draft.parts if part.figure is None]
        kept = [part for part in draft.parts if part.figure is not None and id(part.figure) in taken]
        new = [part for part in taken.values() if not any(part is other for other in kept)]
        draft.parts[:] = [*kept, *new, *unnamed]


def _part(draft: Draft, figure: Figure) -> Part:
    return Part(figure, figure.name, "participant", draft.trigger_span, None, figure.party)


def names(draft: Draft, seat: Seat) -> list[str]:
    """The features of a seat: its signs, alone, with the kind of encounter, and with whether the grammar has it."""
    found, rule = f"found={seat.part is not None}", draft.trigger.rule
    return [
        *seat.signs,
        *(f"{draft.kind}:{sign}" for sign in seat.signs),
        *(f"{found}:{sign}" for sign in seat.signs),
        f"{rule}:{found}",
    ]


def seats_of(page: Page, who: Who, drafts: Sequence[Draft]) -> list[list[Seat]]:
    """For each encounter everybody who takes part by the grammar or may, with what is seen of them."""
    room = Room(page, who, drafts)
    found = []
    for at, draft in enumerate(drafts):
        seats = []
        for figure in page.figures:
            part = next((each for each in draft.parts if each.figure is figure), None)
            if part is None and (is_barred(page, who, draft, figure) or _is_met_apart(draft, figure, drafts)):
                continue
            seats.append(Seat(figure, part, signs_of(room, at, figure, part)))
        found.append(seats)
    return found


def _is_met_apart(draft: Draft, figure: Figure, drafts: Sequence[Draft]) -> bool:
    """Whether the same words tell that somebody was met apart: `met separately with X and Y`."""
    if not draft.apart:
        return False
    same = [other for other in drafts if other is not draft and other.trigger_span == draft.trigger_span]
    return any(figure in other.figures for other in same)
