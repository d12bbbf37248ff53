"""Around: the country of an encounter whose own words say none, among those told around it, by a learned model.

another encounter of the same people, or of the same days    → its country
the dateline, a place in the sentence before or after         → the country it lies in

Which of them is meant, if any, hangs on many weak signs at once. The model weighs them (`reader/learned`); where there
is none, the country stays empty.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from communique.reader.engagements.draft import Draft
from communique.reader.engagements.setting.elsewhere import is_elsewhere
from communique.reader.engagements.setting.reach import distance
from communique.reader.engagements.setting.sites import Site, find_sites
from communique.reader.engagements.setting.soil import country_of_dateline
from communique.reader.learned import model, up_to
from communique.reader.marks import Mark
from communique.reader.page import Page

MODEL = "ground"
# How likely a country must be to be taken: at .55 two of three are right in cross-validation over the gold
# (`python -m bench train`), and of the countries that were left empty four of ten are found.
MEANT = 0.55
# Sentences: what a report no longer than this leaves open stays so; it is none of those the model was trained on.
SHORT = 2
# Encounters told before and after whose country may be meant, counted from the nearest.
BEFORE, AFTER = 3, 2
# Sentences away in which a place may be told.
NEAR = 1
# Costs of reaching a place within the sentence are told apart by halves, up to this.
FARTHEST = 10
_ORDER = frozenset({"first", "following", "forthcoming", "last", "next", "previous", "second", "third", "upcoming"})


@dataclass(frozen=True, slots=True)
class Offer:
    """A country that may be an encounter's own, where it comes from, and what is seen of the two together."""

    country: Mark
    source: str
    signs: list[str]


def settle_grounds(page: Page, drafts: Sequence[Draft]) -> None:
    """Let encounters without a country have the likeliest of those around them, where one is likely."""
    learned = model(MODEL)
    if learned is None or len(page.sentences) <= SHORT:
        return
    for draft, found in zip(drafts, offers(page, drafts), strict=True):
        scored = [(learned.score(names(draft, offer)), offer) for offer in found]
        score, best = max(scored, key=lambda each: each[0], default=(0.0, None))
        if best is not None and score >= MEANT:
            draft.country = replace(best.country, rule="setting.around")


def names(draft: Draft, offer: Offer) -> list[str]:
    """The features of an offer: its signs, alone, with the kind of encounter, and with where the country is from."""
    return [
        *offer.signs,
        *(f"{draft.kind}:{sign}" for sign in offer.signs),
        *(f"{offer.source}:{sign}" for sign in offer.signs),
    ]


def offers(page: Page, drafts: Sequence[Draft]) -> list[list[Offer]]:
    """For each encounter without a country those around it; none for one that has no soil."""
    found: list[list[Offer]] = []
    for at, draft in enumerate(drafts):
        if draft.country is not None or not draft.has_soil:
            found.append([])
            continue
        whole = _of_draft(page, draft, drafts)
        near = [*_of_others(page, at, drafts), *_of_dateline(page, draft), *_of_sites(page, draft, drafts)]
        found.append(
            [replace(each, signs=[*each.signs, *_of_country(page, draft, drafts, each), *whole]) for each in near]
        )
    return found


def _of_draft(page: Page, draft: Draft, drafts: Sequence[Draft]) -> list[str]:
    """What is known of the encounter itself."""
    told = {each.country.key for each in drafts if each.country is not None and each.is_done == draft.is_done}
    noun = draft.trigger.noun
    order = next((child.lower_ for child in noun.lefts if child.lower_ in _ORDER), "-") if noun is not None else "-"
    return [
        f"kind={draft.kind}",
        f"status={draft.status}",
        f"form={draft.trigger.form}",
        f"order={order}",
        f"place={draft.place is not None}",
        f"dated={draft.day is not None}",
        f"parts={up_to(len(draft.parts), 2)}",
        f"title={page.in_title(draft.trigger.start)}",
        f"countries={up_to(len(told), 3)}",
        f"dateline={page.front.masthead.dateline_place is not None}",
        f"home={page.home is not None}",
    ]


def _of_country(page: Page, draft: Draft, drafts: Sequence[Draft], offer: Offer) -> list[str]:
    """What is known of a country: whose it is, and how often the report has it for others."""
    key = offer.country.key
    parties = {part.party_key for part in draft.parts} - {None}
    told = [each.country.key for each in drafts if each.country is not None]
    return [
        f"soil={'home' if key == page.home else 'abroad'}",
        f"party={key in parties if parties else 'none'}",
        f"most={told.count(key) * 2 > len(told)}",
    ]


def _of_others(page: Page, at: int, drafts: Sequence[Draft]) -> Iterator[Offer]:
    """The countries of the encounters told nearest before and after."""
    draft = drafts[at]
    sides = (("before", list(reversed(drafts[:at])), BEFORE), ("after", list(drafts[at + 1 :]), AFTER))
    for side, told, most in sides:
        placed = [other for other in told if other.country is not None and other.has_soil]
        for rank, other in enumerate(placed[:most]):
            if other.country is not None:
                yield Offer(other.country, f"{side}={rank}", [f"{side}={rank}", *_beside(page, draft, other)])


def _beside(page: Page, draft: Draft, other: Draft) -> list[str]:
    """How another encounter stands to one: whether its people, days and kind are the same."""
    shared = sum(any(figure is each for each in other.figures) for figure in draft.figures)
    parties = {part.party_key for part in draft.parts} & {part.party_key for part in other.parts} - {None}
    return [
        f"of={other.kind}",
        f"{draft.kind}<{other.kind}",
        f"{draft.status}<{other.status}",
        f"gap={up_to(abs(draft.sentence - other.sentence), 4)}",
        f"shared={'none' if not draft.figures else 'all' if shared == len(draft.figures) else up_to(shared, 1)}",
        f"shared-parties={up_to(len(parties), 2)}",
        f"days={_days(draft, other)}",
        f"beside={draft.beside is other}",
        f"of-title={page.in_title(other.trigger.start)}",
        f"place-rule={other.place.rule if other.place is not None else '-'}",
        f"country-rule={other.country.rule if other.country is not None else '-'}",
    ]


def _days(one: Draft, other: Draft) -> str:
    """How the days of two encounters lie: the same, within, so many apart, or untold."""
    here = one.time.start if one.time is not None else None
    first = other.time.start if other.time is not None else None
    if here is None or first is None:
        return "untold" if here is first else "untold-here" if here is None else "untold-there"
    if here.startswith(first) or first.startswith(here):
        return "same"
    last = (other.until or other.time).end if other.time is not None else None
    if first <= here <= (last or first):
        return "within"
    if one.day is None or other.day is None:
        return "apart"
    return f"apart-{up_to(abs((one.day - other.day).days), 3)}"


def _of_dateline(page: Page, draft: Draft) -> Iterator[Offer]:
    """The country of the dateline's city."""
    country, anchor = country_of_dateline(page), page.front.anchor
    if country is None:
        return
    away = (draft.day - anchor).days if draft.day is not None and anchor is not None else None
    told = "untold" if away is None else "before" if away < -1 else "after" if away > 0 else str(-away)
    signs = ["dateline", f"away={told}", f"away={draft.kind}:{draft.status}:{told}", f"at={up_to(draft.sentence, 5)}"]
    yield Offer(country, "dateline", signs)


def _of_sites(page: Page, draft: Draft, drafts: Sequence[Draft]) -> Iterator[Offer]:
    """The countries of the places named in its sentence and those beside it."""
    for away in range(-NEAR, NEAR + 1):
        number = draft.sentence + away
        if not 0 <= number < len(page.sentences):
            continue
        sentence = page.sentences[number]
        others = [each for each in drafts if each.sentence == number and each is not draft]
        for rank, site in enumerate(find_sites(page, sentence.start_char, sentence.end_char)):
            if site.country is None or not page.runs(site.start) or is_elsewhere(page, draft.trigger, site):
                continue
            taken = any(_holds(each, site) for each in others)
            signs = [f"site={away}", f"sort={draft.kind}:{away}:{site.kind}:{site.use}"]
            signs += [
                f"{sign}={away}:{told}"
                for sign, told in (
                    ("of", site.kind), ("use", site.use), ("rank", up_to(rank, 2)), ("taken", taken),
                    ("others", up_to(len(others), 2)),
                )
            ]  # fmt: skip
            yield Offer(site.country, f"site={away}", signs + (_within(page, draft, site) if not away else []))


def _within(page: Page, draft: Draft, site: Site) -> list[str]:
    """How a place stands to the words of an encounter in their own sentence."""
    trigger = draft.trigger
    return [
        f"cost={up_to(int(2 * distance(page, trigger, site.start, site.end)), FARTHEST)}",
        f"behind={site.start > trigger.end}",
    ]


def _holds(draft: Draft, site: Site) -> bool:
    return draft.place is not None and draft.place.start < site.end and site.start < draft.place.end
