"""Around: the country of an encounter that says none, by what is told around it."""

from communique import read
from communique.reader.bodies import find_bodies, find_sittings
from communique.reader.engagements.draft import Draft
from communique.reader.engagements.find import find_engagements
from communique.reader.engagements.setting.around import Offer, names, offers
from communique.reader.page import Page
from communique.reader.parser import parser
from communique.reader.reader import open_page
from communique.reader.refer import find_mentions
from communique.reader.who import Who
from communique.reader.words import plain
from communique.reading import Account
from communique.report import Report

LUSAKA = (
    "LUSAKA, June 3, 2021 (ZNA) -- President Peter Banda received the President of Finland, Matti Laine, at State House "
    "in Lusaka on Wednesday.\n\nPresident Laine arrived on Tuesday with a delegation of business leaders.\n\n"
    "The two leaders spoke of forests and of schools."
)


def told(text: str) -> tuple[Page, list[Draft]]:
    page = open_page(Report("test", text), parser()(plain(text)))
    who = Who(page, find_mentions(page.marks, page.figures))
    return page, find_engagements(page, who, find_sittings(page, find_bodies(page)))


def account(text: str, kind: str) -> Account:
    return next(each for each in read(text).engagements if each.kind.value == kind)


def offered(text: str, kind: str) -> list[Offer]:
    page, drafts = told(text)
    return next(found for draft, found in zip(drafts, offers(page, drafts), strict=True) if draft.kind == kind)


def test_a_visitor_is_where_he_is_received() -> None:
    visit = account(LUSAKA, "visit")
    assert visit.country is not None
    assert (visit.country.value, visit.country.rule) == ("ZM", "setting.around")
    assert visit.country.quote.casefold() == "lusaka"


def test_what_is_offered_is_from_other_encounters_the_dateline_and_places_near() -> None:
    found = offered(LUSAKA, "visit")
    assert {offer.source for offer in found} == {"before=0", "dateline", "site=-1"}
    assert "ZM" in {offer.country.key for offer in found}


def test_nothing_is_offered_to_what_says_its_country_or_has_no_soil() -> None:
    assert offered(LUSAKA, "meeting") == []
    call = (
        "LUSAKA, June 3, 2021 (ZNA) -- President Peter Banda spoke by telephone with President of Finland Matti Laine."
    )
    assert offered(call, "call") == []


def test_signs_are_told_alone_with_the_kind_and_with_where_the_country_is_from() -> None:
    page, drafts = told(LUSAKA)
    visit = next(draft for draft in drafts if draft.kind == "visit")
    offer = next(offer for found in offers(page, drafts) for offer in found if offer.source == "before=0")
    assert {"shared=all", "visit:shared=all", "before=0:shared=all"} <= set(names(visit, offer))


def test_nothing_around_gives_nothing() -> None:
    text = "Minister of Defence Paul Okello signed an agreement on training with the Minister of Defence of Norway."
    assert all(each.country is None or each.country.rule != "setting.around" for each in read(text).engagements)
