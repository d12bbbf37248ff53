"""Signs: what is seen of somebody beside an encounter, as the features of the learned model of seats."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.reader import clause
from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.back import points_back
from communique.reader.engagements.participants.company import company_before, is_ahead
from communique.reader.learned import up_to
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.refer import Mention
from communique.reader.who import Who

if TYPE_CHECKING:
    from spacy.tokens import Token

WIDE_GAP = 25  # characters; gaps between a name and the trigger are told apart by so many
FAR = 9  # sentences; where somebody is told nowhere
_SPOKESPERSON = re.compile(r"\bspokes\w+|\bpress (?:secretary|officer)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Telling:
    """A place that stands for somebody: its sentence, the words, whether words of company stand before it."""

    sentence: int
    mention: Mention
    company: bool


@dataclass(slots=True)
class Room:
    """A page with its encounters, and where everybody is told."""

    page: Page
    who: Who
    drafts: Sequence[Draft]
    told: dict[int, list[Telling]] = field(init=False)
    rank: dict[int, int] = field(init=False)  # how many of their party are named before each of the people
    sentences: list[list[int]] = field(init=False)  # those of each encounter's words
    named: list[dict[int, int]] = field(init=False)  # where everybody is named last before each encounter's words
    pointed: list[bool] = field(init=False)  # whether both sides together do what each encounter tells

    def __post_init__(self) -> None:
        self.told = self._tellings()
        counted: Counter[str | None] = Counter()
        self.rank = {}
        for figure in self.page.figures:
            self.rank[id(figure)] = counted[_party(figure)]
            counted[_party(figure)] += 1
        numbers = [[self.page.sentence_number(each.start) for each in draft.triggers] for draft in self.drafts]
        self.sentences = [sorted({draft.sentence, *own}) for draft, own in zip(self.drafts, numbers, strict=True)]
        self.named = [self._named_before(draft.trigger.start) for draft in self.drafts]
        self.pointed = [points_back(self.who, draft.trigger) for draft in self.drafts]

    def _tellings(self) -> dict[int, list[Telling]]:
        told: dict[int, list[Telling]] = {}
        for mention in self.who.mentions:
            figure = self.who.figure(mention)
            if figure is not None:
                number = self.page.sentence_number(mention.start)
                company = company_before(self.page, number, mention.start)
                told.setdefault(id(figure), []).append(Telling(number, mention, company))
        return told

    def _named_before(self, start: int) -> dict[int, int]:
        return {
            key: max(
                (m.start for m in (each.mention for each in told) if m.start < start and m.sort == "name"), default=-1
            )
            for key, told in self.told.items()
        }

    def away(self, at: int, sentence: int) -> int:
        """How many sentences a sentence stands after the nearest words of an encounter, before them if negative."""
        return min((sentence - own for own in self.sentences[at]), key=abs)

    def tellings(self, figure: Figure) -> list[Telling]:
        """Where somebody is told."""
        return self.told.get(id(figure), [])


def signs_of(room: Room, at: int, figure: Figure, part: Part | None) -> list[str]:
    """Everything seen of somebody beside the encounter of a number."""
    return [
        *_known(room, at, figure, part),
        *_others(room, at, figure),
        *_told(room, at, figure),
        *_company(room, at, figure),
        *_close(room, at, figure),
    ]


def _known(room: Room, at: int, figure: Figure, part: Part | None) -> list[str]:
    """What is known of a person and an encounter, wherever they stand in the text."""
    draft, page = room.drafts[at], room.page
    own = _party(figure)
    country = "none" if draft.country is None else "own" if draft.country.key == own else "other"
    return [
        f"found={part is not None}",
        f"found-as={part.role if part is not None else '-'}",
        f"party={'none' if own is None else 'home' if own == page.home else 'other'}",
        f"rank={up_to(room.rank[id(figure)], 3)}",
        f"order={up_to(next(n for n, each in enumerate(page.figures) if each is figure), 4)}",
        f"figures={up_to(len(page.figures), 6)}",
        f"encounters={up_to(len(room.drafts), 5)}",
        f"first={at == 0}",
        f"form={draft.trigger.form}",
        f"status={draft.status}",
        f"country={country}",
        f"offices={up_to(len(figure.offices), 2)}",
        f"speaks={any(_SPOKESPERSON.search(office.key) for office in figure.offices)}",
    ]


def _others(room: Room, at: int, figure: Figure) -> list[str]:
    """Who else takes part, who of them is met elsewhere, and where else somebody takes part."""
    draft, page = room.drafts[at], room.page
    own = _party(figure)
    others = [part for part in draft.parts if part.figure is not figure]
    parties = {part.party_key for part in others}
    named = {part.party_key for part in others if part.figure is not None}
    elsewhere = [other for other in room.drafts if other is not draft and figure in other.figures]
    partners = [
        other for other in elsewhere if any(part.figure in other.figures for part in others if part.figure is not None)
    ]
    fills = "none" if not parties else "same" if own in parties else "lone" if len(parties) == 1 else "more"
    return [
        f"others={up_to(len(others), 3)}",
        f"party-there={own in parties}",
        f"party-named={own in named}",
        f"home-there={page.home in parties}",
        f"abroad-there={bool(parties - {page.home, None})}",
        f"fills={fills}",
        f"fills={fills}:rank={up_to(room.rank[id(figure)], 2)}",
        f"partners={up_to(len(partners), 2)}",
        f"partners={up_to(len(partners), 2)}:fills={fills}",
        f"pointed={room.pointed[at]}:partners={up_to(len(partners), 1)}",
        f"elsewhere={up_to(len(elsewhere), 3)}",
        f"elsewhere-in-sentence={any(other.sentence == draft.sentence for other in elsewhere)}",
        f"elsewhere-alike={any(other.kind == draft.kind for other in elsewhere)}",
        f"elsewhere-before={any(other.sentence <= draft.sentence for other in elsewhere)}:fills={fills}",
    ]


def _told(room: Room, at: int, figure: Figure) -> list[str]:
    """How far in sentences a person is told from an encounter, before and after, and what lies between."""
    told = room.tellings(figure)
    away = [room.away(at, each.sentence) for each in told]
    near = min(map(abs, away), default=FAR)
    between = _between(room, at, told)
    return [
        f"near={up_to(near, 5)}",
        f"after={up_to(min((each for each in away if each >= 0), default=FAR), 5)}",
        f"before={up_to(min((-each for each in away if each <= 0), default=FAR), 5)}",
        f"here={up_to(away.count(0), 2)}",
        f"told={up_to(len(away), 4)}",
        f"between={up_to(between, 2)}",
        f"between={up_to(between, 2)}:near={up_to(near, 3)}",
        f"recent={_recent(room, at, figure)}",
    ]


def _between(room: Room, at: int, told: Sequence[Telling]) -> int:
    """How many other encounters are told between an encounter and where somebody is told nearest to it."""
    if not told:
        return 0
    nearest = min(told, key=lambda each: abs(room.away(at, each.sentence))).sentence
    own = min(room.sentences[at], key=lambda each: abs(each - nearest))
    low, high = min(own, nearest), max(own, nearest)
    return sum(
        any(low < each < high or each == nearest != own for each in sentences)
        for k, sentences in enumerate(room.sentences)
        if k != at
    )


def _recent(room: Room, at: int, figure: Figure) -> str:
    """How many others, of all and of their own party, are named between somebody and the words after them."""
    last = room.named[at]
    own = last.get(id(figure), -1)
    if own < 0:
        return "never"
    later = [each for each in room.page.figures if last.get(id(each), -1) > own]
    return f"{up_to(len(later), 2)}:{up_to(len([each for each in later if _party(each) == _party(figure)]), 1)}"


def _party(figure: Figure) -> str | None:
    return figure.party.key if figure.party is not None else None


def _company(room: Room, at: int, figure: Figure) -> list[str]:
    """Whether words of company tell of a person (`also present were`), and how that stands to an encounter."""
    told = [each for each in room.tellings(figure) if each.company]
    if not told:
        return ["company=no"]
    draft = room.drafts[at]
    nearest = min(told, key=lambda each: abs(room.away(at, each.sentence)))
    away = room.away(at, nearest.sentence)
    where = "here" if away == 0 else "after" if away > 0 else "before"
    turns = sum(
        any(draft.sentence < each <= nearest.sentence for each in sentences)
        for k, sentences in enumerate(room.sentences)
        if k != at and room.drafts[k].kind != "visit"
    )
    sentence = room.page.sentences[nearest.sentence]
    words = {token.lemma_.lower() for token in sentence}
    noun = draft.trigger.noun.lemma_.lower() if draft.trigger.noun is not None else draft.kind
    done = "ahead" if is_ahead(room.page, nearest.sentence) else "told"
    first = not any(other.kind == draft.kind for other in room.drafts[:at])
    named = f"named={draft.kind in words or noun in words}"
    return [
        "company=yes",
        f"company={where}:turns={up_to(turns, 1)}",
        f"company={where}:first={first}",
        f"company:{named}:turns={up_to(turns, 1)}",
        f"company:{done}:{draft.status}",
        f"company:party-there={_party(figure) in {part.party_key for part in draft.parts}}:turns={up_to(turns, 1)}",
    ]


def _close(room: Room, at: int, figure: Figure) -> list[str]:
    """The grammar of a person's words in the encounter's own sentence, and in those beside it."""
    signs: list[str] = []
    for each in room.tellings(figure):
        away = each.sentence - room.drafts[at].sentence
        if abs(away) > 1:
            continue
        word = room.page.tokens(each.mention.start, each.mention.end).root
        if away:
            signs.append(f"{'next' if away > 0 else 'last'}:{each.mention.sort}:{word.dep_}")
        else:
            signs += _here(room.who, room.drafts[at], each.mention, word)
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
        f"names-between={up_to(len(between), 2)}",
    ]


def _holds(word: "Token", mention: Mention) -> bool:
    return bool(word.left_edge.idx <= mention.start <= word.right_edge.idx)
