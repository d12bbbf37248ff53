"""Closing: drafts become accounts, each value on its words."""

from typing import TYPE_CHECKING

from communique.reader.engagements.draft import Draft, Part
from communique.reader.marks import Mark
from communique.reader.page import Page
from communique.reader.people import Figure
from communique.reader.times import Time
from communique.reading import Account, Document, DocumentStatus, Participant
from communique.report import Cited

if TYPE_CHECKING:
    from spacy.tokens import Token

NAMING = frozenset(
    {"amod", "compound", "nummod", "nmod"}
)  # how words before a noun depend on it that belong to its name


def close(page: Page, drafts: list[Draft], ids: dict[int, str]) -> tuple[Account, ...]:
    """The accounts of the drafts, `E1`, `E2`, … in order; `ids` are those of the figures, by identity."""
    return tuple(_account(page, draft, f"E{number}", ids) for number, draft in enumerate(drafts, start=1))


def _account(page: Page, draft: Draft, name: str, ids: dict[int, str]) -> Account:
    trigger = draft.trigger
    start, end = _days(page, draft)
    undated = None
    if start is None and end is None:
        undated = draft.time.undated or "not reported" if draft.time is not None else "not reported"
    return Account(
        id=name,
        kind=page.cite(trigger.start, trigger.end, value=draft.kind, rule=trigger.rule),
        status=page.cite(trigger.start, trigger.end, value=draft.status, rule="engagements.status"),
        trigger=page.quoted(trigger.start, trigger.end, rule=trigger.rule),
        start=start,
        end=end,
        undated=undated,
        place=page.quoted(draft.place.start, draft.place.end, rule=draft.place.rule) if draft.place else None,
        country=page.cite(draft.country.start, draft.country.end, value=draft.country.key, rule=draft.country.rule)
        if draft.country
        else None,
        body=page.marked(draft.body) if draft.body else None,
        session_number=page.cite(
            draft.number[1].start, draft.number[1].end, value=draft.number[0], rule=draft.number[1].rule
        )
        if draft.number
        else None,
        participants=tuple(_participant(page, part, ids) for part in draft.parts),
        topics=tuple(page.quoted(s.start, s.end, rule=s.rule) for s in draft.topics),
        outcomes=tuple(page.quoted(s.start, s.end, rule=s.rule) for s in draft.outcomes),
        documents=tuple(
            Document(
                name=page.quoted(s.start, s.end, rule=s.rule),
                status=page.cite(s.start, s.end, value=status, rule="matter.document_status"),
            )
            for s, status in draft.documents
        ),
        mentions=tuple(page.quoted(start, end, rule=rule) for start, end, rule in _mentions(draft)),
    )


def _mentions(draft: Draft) -> list[tuple[int, int, str]]:
    """The other words for the encounter: further tellings, and the nouns that name it where a verb tells of it."""
    first = draft.trigger
    spans = [(each.start, each.end, each.rule) for each in draft.triggers[1:]]
    spans += [(*_named(each.noun), each.rule) for each in draft.triggers if each.noun is not None]
    outside = {(start, end): rule for start, end, rule in spans if not first.start <= start < end <= first.end}
    return [(*span, rule) for span, rule in sorted(outside.items())]


def _named(noun: "Token") -> tuple[int, int]:
    """A noun with what stands before it and belongs to its name: `first regular session`."""
    words = [noun, *(child for child in noun.lefts if child.dep_ in NAMING)]
    start = min(words, key=lambda word: word.i)
    return start.idx, noun.idx + len(noun)


def _days(page: Page, draft: Draft) -> tuple[Cited[str] | None, Cited[str] | None]:
    """Start and end, the end from words of its own where there are such."""
    start = _cite_day(page, draft.time, draft.time.start) if draft.time is not None else None
    last = draft.until or draft.time
    return start, _cite_day(page, last, last.end) if last is not None else None


def _cite_day(page: Page, time: Time, value: str | None) -> Cited[str] | None:
    return page.cite(time.start_offset, time.end_offset, value=value, rule=time.rule) if value is not None else None


def _participant(page: Page, part: Part, ids: dict[int, str]) -> Participant:
    role = page.cite(*part.role_words, value=part.role, rule="engagements.role")
    leads = page.cite(*part.leads, value=True, rule="parts.leads") if part.leads else None
    if part.figure is None:
        return Participant(
            office=(page.marked(part.words),), party=cite_party(page, part.party), role=role, leads=leads
        )
    figure = part.figure
    return Participant(
        person=ids[id(figure)],
        name=page.marked(figure.name),
        rank=page.marked(figure.rank) if figure.rank else None,
        office=tuple(page.marked(office) for office in figure.offices),
        party=cite_party(page, figure.party),
        role=role,
        leads=leads,
        mentions=mentions(page, figure),
    )


def mentions(page: Page, figure: Figure) -> tuple[Cited[str], ...]:
    """Each distinct written form of a name, where it first stands."""
    forms: dict[str, Mark] = {}
    for place in figure.places:
        forms.setdefault(place.name.key, place.name)
    return tuple(page.marked(mark) for mark in forms.values())


def cite_party(page: Page, party: Mark | None) -> Cited[str] | None:
    """A party's code on the words it was told by."""
    return page.cite(party.start, party.end, value=party.key, rule=party.rule) if party is not None else None


__all__ = ["DocumentStatus", "cite_party", "close", "mentions"]
