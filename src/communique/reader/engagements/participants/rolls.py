"""Rolls: a delegation that somebody sends, told by who leads it and by a list of its members.

The Minister named a delegation to the Kingdom of Tonga to attend the coronation.
The Honourable A, High Commissioner, will lead the delegation.
Members of the delegation:
Mr B, Deputy Secretary …
"""

import re

from communique.reader.engagements.draft import Draft, Part
from communique.reader.page import Page
from communique.reader.people import Figure

_HEADING = re.compile(
    r"^[^\w\n]*(?:(?:the )?(?:other )?members of (?:the|this|our)\b[^\n]{0,40}\b(?:delegation|mission|party)"
    r"|(?:the )?(?:[\w-]+ ){0,2}delegation(?: members)?"
    r"(?: (?:is|consists of|comprises|includes|will include|will comprise))?)"
    r"[^\w\n]*$",
    re.IGNORECASE | re.MULTILINE,
)
_LEADS = re.compile(
    r"\b(?:will (?:also )?(?:lead|head)|is to (?:lead|head)|leads|heads|is (?:leading|heading))"
    r" (?:the|this) (?:[\w-]+ ){0,3}(?:delegation|mission)\b",
    re.IGNORECASE,
)
# What those who are sent attend: encounters of these kinds told in the sentence that sends them.
ATTENDED = frozenset({"ceremony", "conference"})
# The rule by which somebody's own post says for whom they act.
OWN_POST = "parties.office"
# How far into its line a member may be named, behind a bullet, a courtesy and a rank.
LATEST_NAME = 60


def call_rolls(page: Page, drafts: list[Draft]) -> None:
    """Let those travel who lead a delegation that is sent or stand in its roll, and not whoever sends it."""
    sent = [draft for draft in drafts if draft.kind == "visit" and _is_delegation(draft)]
    if not sent:
        return
    members = _members(page)
    if not members:
        return
    _share_party([figure for figure, _ in members])
    parties = {figure.party.key if figure.party is not None else None for figure, _ in members}
    for draft in drafts:
        if any(draft is each or _is_attended(draft, each) for each in sent):
            words = draft.trigger_span
            guests = [Part(figure, figure.name, "guest", words, leads, figure.party) for figure, leads in members]
            others = [
                part
                for part in draft.parts
                if draft.kind != "visit" and (part.role == "host" or part.party_key not in parties)
            ]
            draft.parts[:] = [*guests, *(part for part in others if not any(part.is_same(each) for each in guests))]


def _share_party(members: list[Figure]) -> None:
    """Let those act for whom the first acts for, whose own posts name no state: a delegation is of one party."""
    for figure in members[1:]:
        if figure.party is None or figure.party.rule != OWN_POST:
            figure.party = members[0].party


def _is_delegation(draft: Draft) -> bool:
    noun = draft.trigger.noun
    return noun is not None and noun.lemma_.lower() in ("delegation", "mission")


def _is_attended(draft: Draft, visit: Draft) -> bool:
    return draft.kind in ATTENDED and draft.sentence == visit.sentence and draft.trigger.start > visit.trigger.start


def _members(page: Page) -> list[tuple[Figure, tuple[int, int] | None]]:
    """Whoever leads and whoever is listed, each once, with the words that say that they lead."""
    members: list[tuple[Figure, tuple[int, int] | None]] = []
    for figure, words in [*_leaders(page), *((figure, None) for figure in _listed(page))]:
        if not any(figure is known for known, _ in members):
            members.append((figure, words))
    return members


def _leaders(page: Page) -> list[tuple[Figure, tuple[int, int]]]:
    """Whoever `will lead the delegation`, with the words that say so: the first named in their sentence."""
    found = []
    for words in _LEADS.finditer(page.marks.text):
        sentence = page.sentence_at(words.start())
        figure = _first_named(page, sentence.start_char, words.start())
        if figure is not None:
            found.append((figure, words.span()))
    return found


def _listed(page: Page) -> list[Figure]:
    """Whoever is named at the head of the lines under a roll's heading, up to the first line that names nobody."""
    text = page.marks.text
    found: list[Figure] = []
    for heading in _HEADING.finditer(text):
        for line in re.finditer(r"[^\n]+", text[heading.end() :]):
            start = heading.end() + line.start()
            figure = _first_named(page, start, start + min(LATEST_NAME, len(line.group())))
            if figure is None and line.group().strip():
                break
            if figure is not None:
                found.append(figure)
    return found


def _first_named(page: Page, start: int, end: int) -> Figure | None:
    named = [(place.start, figure) for figure in page.figures for place in figure.places if start <= place.start < end]
    return min(named, key=lambda each: each[0])[1] if named else None
