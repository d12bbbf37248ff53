"""Links: which encounter is part of which, which follows which, what founded a body."""

from communique.reader.bodies import Standing
from communique.reader.engagements.draft import Draft
from communique.reader.page import Page
from communique.reading import Link, Relation

WITHIN_A_VISIT = frozenset({"meeting", "ceremony", "signing", "session"})


def find_links(page: Page, drafts: list[Draft], bodies: list[Standing]) -> tuple[Link, ...]:
    """Every link between the drafts, ids as `close` gives them."""
    return tuple(_part_of(page, drafts))


def _part_of(page: Page, drafts: list[Draft]) -> list[Link]:
    links = []
    for n, draft in enumerate(drafts, start=1):
        for m, whole in enumerate(drafts, start=1):
            if draft is whole or not _within(draft, whole):
                continue
            trigger = draft.trigger
            relation: Relation = "part_of"
            evidence = page.quoted(trigger.start, trigger.end, rule="links.part_of")
            links.append(Link(from_id=f"E{n}", to_id=f"E{m}", relation=relation, evidence=evidence))
            break
    return links


def _within(draft: Draft, whole: Draft) -> bool:
    if whole.kind == "visit" and draft.kind in WITHIN_A_VISIT:
        travellers = {id(part.figure) for part in whole.parts if part.figure is not None}
        return any(id(figure) in travellers for figure in draft.figures) and _same_time(draft, whole)
    if whole.kind in ("session", "conference") and draft.kind in ("meeting", "signing"):
        return draft.sentence == whole.sentence or (
            draft.body is None and _same_time(draft, whole) and whole.kind == "session"
        )
    return False


def _same_time(draft: Draft, whole: Draft) -> bool:
    if draft.country is not None and whole.country is not None and draft.country.key != whole.country.key:
        return False
    if draft.time is None or whole.time is None or draft.time.start is None or whole.time.start is None:
        return True
    start, end = whole.time.start, whole.time.end or whole.time.start
    return start[:7] <= draft.time.start[:7] <= end[:7]
