"""Receiving: who is host and who guest, by a learned model.

The verb and the soil say it where they are told; where they are not, who comes to whom hangs on many weak signs: whose
report it is, who of them travels elsewhere on the page, who is posted abroad. A model for each role weighs them
(`reader/learned`), and the likeliest role is taken; where there is none, what the rules said stays.
"""

from collections.abc import Sequence

from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.roles import is_at_home
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.learned import model, up_to
from communique.reader.page import Page
from communique.reading import Role

ROLES: tuple[Role, ...] = ("host", "guest", "participant")
MODELS: dict[Role, str] = {role: f"role_{role}" for role in ROLES}
NEAR = 2  # sentences away, where what another encounter says of somebody counts as near

Told = tuple[Part, Role]  # a part with the role the words of its encounter give it


def weigh_roles(page: Page, drafts: Sequence[Draft], told: Sequence[Sequence[Role]]) -> None:
    """Give everybody the likeliest role; `told` are the roles by the words, before the rules of soil."""
    models = {role: learned for role, name in MODELS.items() if (learned := model(name)) is not None}
    if len(models) < len(ROLES):
        return
    for draft, signs in zip(drafts, signs_of(page, drafts, told), strict=True):
        if draft.has_soil:
            for part, each in zip(draft.parts, signs, strict=True):
                scores = {role: learned.score(each) for role, learned in models.items()}
                part.role = max(scores, key=scores.__getitem__)


def signs_of(page: Page, drafts: Sequence[Draft], told: Sequence[Sequence[Role]]) -> list[list[list[str]]]:
    """For each encounter what is seen of each of its parts, as features."""
    soil = _soil_of_dateline(page)
    found = []
    for draft, roles in zip(drafts, told, strict=True):
        parts = list(zip(draft.parts, roles, strict=True))
        whole = _of_draft(page, draft)
        own = [
            [*_of_part(page, draft, each, soil), f"place={up_to(place, 3)}", *_of_others(parts, each[0])]
            for place, each in enumerate(parts)
        ]
        found.append(
            [
                _crossed(draft, each, [*signs, *_elsewhere(draft, each[0], drafts)], whole)
                for each, signs in zip(parts, own, strict=True)
            ]
        )
    return found


def _crossed(draft: Draft, each: Told, signs: list[str], whole: list[str]) -> list[str]:
    """The signs alone, with what the rules say, and with the kind of encounter."""
    by_rule, told = f"found={each[0].role}", f"told={each[1]}"
    return [
        *signs, *whole, *(f"{by_rule}:{sign}" for sign in (*signs, *whole)),
        *(f"{draft.kind}:{sign}" for sign in signs), f"{draft.kind}:{by_rule}:{told}",
        f"{draft.trigger.rule}:{told}:{by_rule}", f"{lemma(draft.trigger.head)}:{told}:{by_rule}",
    ]  # fmt: skip


def _soil_of_dateline(page: Page) -> str | None:
    place = page.front.masthead.dateline_place
    hits = page.marks.hits_in(place.start, place.end) if place is not None else []
    told = [sense.key for hit in hits if (sense := hit.sense("country", "place", "seat")) is not None]
    return next((key for key in told if "|" not in key), None)


def _of_draft(page: Page, draft: Draft) -> list[str]:
    parties = {part.party_key for part in draft.parts} - {None}
    return [
        draft.kind,
        f"rule={draft.trigger.rule}",
        f"status={draft.status}",
        f"form={draft.trigger.form}",
        f"passive={draft.trigger.passive}",
        f"country={draft.country.rule if draft.country is not None else None}",
        f"parties={up_to(len(parties), 4)}",
        f"home-there={page.home in parties}",
        f"soil-there={draft.country is not None and draft.country.key in parties}",
        f"placed={draft.place.rule if draft.place is not None else None}",
        f"body={draft.body is not None}",
        f"title={page.in_title(draft.trigger.start)}",
    ]


def _of_part(page: Page, draft: Draft, each: Told, dateline: str | None) -> list[str]:
    part, told = each
    own = part.party_key
    country = draft.country.key if draft.country is not None else None
    return [
        f"found={part.role}",
        f"told={told}",
        f"named={part.figure is not None}",
        f"words={part.words.kind}",
        f"soil={'unknown' if country is None else is_at_home(own, country)}",
        f"dateline={'unknown' if dateline is None else dateline == own}",
        f"home={'none' if own is None else 'unknown' if page.home is None else own == page.home}",
        f"home-and-dateline={own == page.home}:{None if dateline is None else dateline == own}",
        f"resides={part.resides}",
        f"leads={part.leads is not None}",
    ]


def _of_others(parts: Sequence[Told], part: Part) -> list[str]:
    """What the words and the rules say of those who act for others."""
    others = [(other, told) for other, told in parts if other.party_key != part.party_key]
    signs = {f"other-told={told}" for _, told in others} or {"alone"}
    signs |= {f"other-found={other.role}" for other, _ in others}
    signs |= {f"other-resides={other.resides}" for other, _ in others}
    return sorted(signs)


def _elsewhere(draft: Draft, part: Part, drafts: Sequence[Draft]) -> list[str]:
    """What the other encounters of the page say: who travels, whose country is visited, who is what there."""
    own = part.party_key
    theirs = {other.party_key for other in draft.parts} - {own, None}
    signs: set[str] = set()
    for other in drafts:
        if other is draft:
            continue
        near = "near" if abs(other.sentence - draft.sentence) <= NEAR else "far"
        if other.kind == "visit" and other.country is not None:
            signs.add(f"visited={other.country.key == own}")
            signs.add(f"visited-theirs={other.country.key in theirs}")
        for each in other.parts:
            mine = part.figure is not None and each.figure is part.figure
            if mine or (own is not None and each.party_key == own):
                who = "self" if mine else "party"
                signs.add(f"{who}-elsewhere={other.kind == 'visit'}:{each.role}")
                signs.add(f"{who}-{near}={each.role}")
    return sorted(signs)
