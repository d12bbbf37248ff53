"""Seats: who of the people of a page sits in on an encounter, by a learned model.

Grammar says who stands beside the words that tell of an encounter; who takes part without standing there (told a
sentence before, by a pronoun, as the guest of the visit) hangs on many weak signs. The model weighs them
(`reader/learned`); where there is none, what the grammar found stays.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.parts import is_barred
from communique.reader.learned import model, up_to
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

MODEL = "seat"
# How likely somebody must be to take part: at .45 precision and recall balance in cross-validation over the gold.
SEATED = 0.45
NEAR = 2  # sentences away from an encounter, where somebody must be named to sit in on it unseen by the grammar
WIDE_GAP = 25  # characters; gaps between a name and the trigger are told apart by so many


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
            leads = seat.part is not None and seat.part.leads is not None  # whoever leads is there
            if leads or learned.score(names(draft, seat)) >= SEATED:
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
    """For each encounter everybody who takes part by the grammar or is named near it, with what is seen of them."""
    places: dict[int, list[tuple[int, Mention]]] = {}
    for mention in who.mentions:
        figure = who.figure(mention)
        if figure is not None:
            places.setdefault(id(figure), []).append((page.sentence_number(mention.start), mention))
    found = []
    for draft in drafts:
        seats = []
        for order, figure in enumerate(page.figures):
            part = next((each for each in draft.parts if each.figure is figure), None)
            told = places.get(id(figure), [])
            if part is None and (is_barred(page, who, draft, figure) or _is_met_apart(draft, figure, drafts)):
                continue
            if part is not None or any(abs(number - draft.sentence) <= NEAR for number, _ in told):
                signs = _known(page, draft, figure, part, drafts)
                signs += _told(draft, told) + _close(page, who, draft, told)
                signs += [f"order={up_to(order, 4)}", f"figures={up_to(len(page.figures), 6)}"]
                seats.append(Seat(figure, part, signs))
        found.append(seats)
    return found


def _is_met_apart(draft: Draft, figure: Figure, drafts: Sequence[Draft]) -> bool:
    """Whether the same words tell that somebody was met apart: `met separately with X and Y`."""
    if not draft.apart:
        return False
    same = [other for other in drafts if other is not draft and other.trigger_span == draft.trigger_span]
    return any(figure in other.figures for other in same)


def _known(page: Page, draft: Draft, figure: Figure, part: Part | None, drafts: Sequence[Draft]) -> list[str]:
    """What is known of a person and an encounter, wherever they stand in the text."""
    own = figure.party.key if figure.party is not None else None
    others = {each.party_key for each in draft.parts if each.figure is not figure}
    elsewhere = [other for other in drafts if other is not draft and figure in other.figures]
    country = "none" if draft.country is None else "own" if draft.country.key == own else "other"
    return [
        f"found={part is not None}",
        f"found-as={part.role if part is not None else '-'}",
        f"others={up_to(len(draft.parts) - (part is not None), 3)}",
        f"party={'none' if own is None else 'home' if own == page.home else 'other'}",
        f"party-there={own in others}",
        f"home-there={page.home in others}",
        f"abroad-there={bool(others - {page.home, None})}",
        f"elsewhere={up_to(len(elsewhere), 3)}",
        f"elsewhere-in-sentence={any(other.sentence == draft.sentence for other in elsewhere)}",
        f"elsewhere-alike={any(other.kind == draft.kind for other in elsewhere)}",
        f"encounters={up_to(len(drafts), 5)}",
        f"first={draft is drafts[0]}",
        f"form={draft.trigger.form}",
        f"status={draft.status}",
        f"country={country}",
        f"offices={up_to(len(figure.offices), 2)}",
    ]


def _told(draft: Draft, told: Sequence[tuple[int, Mention]]) -> list[str]:
    """How far in sentences a person is told from an encounter, before and after."""
    away = [number - draft.sentence for number, _ in told]
    return [
        f"near={up_to(min(map(abs, away), default=9), 5)}",
        f"after={up_to(min((each for each in away if each >= 0), default=9), 4)}",
        f"before={up_to(min((-each for each in away if each <= 0), default=9), 4)}",
        f"here={up_to(away.count(0), 2)}",
        f"told={up_to(len(away), 4)}",
    ]


def _close(page: Page, who: Who, draft: Draft, told: Sequence[tuple[int, Mention]]) -> list[str]:
    """The grammar of a person's words in the encounter's own sentence, and in those beside it."""
    signs: list[str] = []
    for number, mention in told:
        away = number - draft.sentence
        if abs(away) > 1:
            continue
        word = page.tokens(mention.start, mention.end).root
        if away:
            signs.append(f"{'next' if away > 0 else 'last'}:{mention.sort}:{word.dep_}")
        else:
            signs += _here(who, draft, mention, word)
    return list(dict.fromkeys(signs))


def _here(who: Who, draft: Draft, mention: Mention, word: "Token") -> list[str]:
    trigger, head = draft.trigger, draft.trigger.head
    side = "before" if mention.start < trigger.start else "after"
    gap = trigger.start - mention.end if side == "before" else mention.start - trigger.end
    subject = clause.subject(head)
    low, high = min(mention.end, trigger.end), max(mention.start, trigger.start)
    between = [each for each in who.within(low, high) if each.sort == "name"]
    return [
        f"{side}:{mention.sort}",
        f"{side}:gap={up_to(max(0, gap) // WIDE_GAP, 4)}",
        f"{side}:{word.dep_}",
        f"same-head={word.head == head}",
        f"in-subject={subject is not None and _holds(subject, mention)}",
        f"below={_holds(head, mention)}",
        f"between={up_to(len(between), 2)}",
    ]


def _holds(word: "Token", mention: Mention) -> bool:
    return bool(word.left_edge.idx <= mention.start <= word.right_edge.idx)
