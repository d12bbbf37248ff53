"""Receiving: who is host and who guest, by a learned model.

The verb and the soil say it where they are told; where they are not, who comes to whom hangs on many weak signs: whose
report it is, who of them travels elsewhere on the page, who is posted abroad. A model for each role weighs them
(`reader/learned`), and the likeliest role is taken; where there is none, what the rules said stays.
"""

from collections.abc import Sequence

from communique.reader.engagements.draft import Draft, Part
from communique.reader.engagements.participants.roles import WITHOUT_SOIL, is_at_home
from communique.reader.engagements.setting.sites import country_at
from communique.reader.engagements.setting.soil import at_seat, resides
from communique.reader.engagements.triggers.phrases import lemma
from communique.reader.learned import model, up_to
from communique.reader.page import Page
from communique.reading import Role

ROLES: tuple[Role, ...] = ("host", "guest", "participant")


def weigh_roles(page: Page, drafts: Sequence[Draft], told: Sequence[Sequence[Role]]) -> None:
    """Give everybody the likeliest role; `told` are the roles by the words, before the rules of soil."""
    models = {role: learned for role in ROLES if (learned := model(f"role_{role}")) is not None}
    if len(models) < len(ROLES):
        return
    for draft, signs in zip(drafts, signs_of(page, drafts, told), strict=True):
        if draft.kind not in WITHOUT_SOIL:
            for part, each in zip(draft.parts, signs, strict=True):
                part.role = max(ROLES, key=lambda role: models[role].score(each))


def signs_of(page: Page, drafts: Sequence[Draft], told: Sequence[Sequence[Role]]) -> list[list[list[str]]]:
    """For each encounter what is seen of each of its parts, as features: alone, and with the kind of encounter."""
    found = []
    soil = _soil_of_dateline(page)
    for draft, roles in zip(drafts, told, strict=True):
        whole = _of_draft(page, draft)
        parts = []
        for place, (part, role) in enumerate(zip(draft.parts, roles, strict=True)):
            others = [
                (other, theirs)
                for other, theirs in zip(draft.parts, roles, strict=True)
                if other.party_key != part.party_key
            ]
            signs = _of_part(page, draft, part, soil)
            signs += [f"told={role}", f"place={up_to(place, 3)}"]
            signs += [f"other-told={theirs}" for theirs in sorted({theirs for _, theirs in others})] or ["alone"]
            signs += [f"other-found={theirs}" for theirs in sorted({other.role for other, _ in others})]
            signs += sorted({f"other-resides={resides(other)}" for other, _ in others})
            signs += _elsewhere(draft, part, others, drafts)
            both = f"found={part.role}"
            parts.append(
                [
                    *signs, *whole, *(f"{both}:{sign}" for sign in (*signs, *whole)),
                    *(f"{draft.kind}:{sign}" for sign in signs), f"{draft.kind}:{both}:told={role}",
                    f"{draft.trigger.rule}:told={role}:{both}",
                    f"{lemma(draft.trigger.head)}:told={role}:{both}",
                ]
            )  # fmt: skip
        found.append(parts)
    return found


def _soil_of_dateline(page: Page) -> str | None:
    place = page.front.masthead.dateline_place
    country = country_at(page, place.start, place.end) if place is not None else None
    return country.key if country is not None else None


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
        f"at-seat={at_seat(page, draft)}",
        f"body={draft.body is not None}",
        f"title={page.in_title(draft.trigger.start)}",
    ]


def _of_part(page: Page, draft: Draft, part: Part, dateline: str | None) -> list[str]:
    own = part.party_key
    country = draft.country.key if draft.country is not None else None
    return [
        f"found={part.role}",
        f"named={part.figure is not None}",
        f"words={part.words.kind}",
        f"soil={'unknown' if country is None else is_at_home(own, country)}",
        f"dateline={'unknown' if dateline is None else dateline == own}",
        f"home={'none' if own is None else 'unknown' if page.home is None else own == page.home}",
        f"home-and-dateline={own == page.home}:{None if dateline is None else dateline == own}",
        f"resides={resides(part)}",
        f"leads={part.leads is not None}",
    ]


def _elsewhere(draft: Draft, part: Part, others: Sequence[tuple[Part, Role]], drafts: Sequence[Draft]) -> list[str]:
    """What the other encounters of the page say: who travels, whose country is visited, in which role somebody is there."""
    own = part.party_key
    theirs = {other.party_key for other, _ in others} - {None}
    signs: set[str] = set()
    for other in drafts:
        if other is draft:
            continue
        near = "near" if abs(other.sentence - draft.sentence) <= 2 else "far"
        if other.kind == "visit" and other.country is not None:
            signs.add(f"visited={other.country.key == own}")
            if other.country.key in theirs:
                signs.add("visited-theirs")
        for each in other.parts:
            if part.figure is not None and each.figure is part.figure:
                signs.add(f"self-elsewhere={other.kind == 'visit'}:{each.role}")
                signs.add(f"self-{near}={each.role}")
            elif own is not None and each.party_key == own:
                signs.add(f"party-elsewhere={other.kind == 'visit'}:{each.role}")
                signs.add(f"party-{near}={each.role}")
    return sorted(signs)
