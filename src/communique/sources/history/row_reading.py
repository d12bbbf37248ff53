"""The report of a row → a reading: one visit, and a meeting of its own for each counterpart the remarks tell of."""

import re
from dataclasses import replace
from typing import TypeVar

from communique.lexicon import Column, table
from communique.reading import Account, Link, Masthead, Participant, Person, Reading, Role, Status
from communique.report import Cited, Report
from communique.sources.history.persons import Span, Told
from communique.sources.history.remarks import Meeting, meetings
from communique.sources.history.rows import fields
from communique.sources.history.settling import acts_for_row, day_of, names_a_day, not_met, within
from communique.sources.history.titles import country_of
from communique.sources.history.visitors import visitors

Word = TypeVar("Word", bound=str)

_SEVERAL = re.compile(r"[,;/&]|\band\b")  # a row's place that is more than one: which a meeting was in is not told

READER_NAME = "history"
READER = f"{READER_NAME} 1"
HERE = "US"  # where a visit of a foreign leader lies, and for whom a traveller of the lists acts


def read(report: Report) -> Reading:
    """The reading of a report that `FORMATS` made of a row; empty where the text is no row's."""
    head = Masthead(id=report.id, url=report.url, published=report.published, title=report.title)
    at = fields(report.text)
    if not {"kind", "start", "end"} <= at.keys():
        return Reading(report=head, reader=READER)
    return _RowReader(report, at).reading(head)


class _RowReader:
    """Reads one row; everything it makes is cited to the row's text."""

    def __init__(self, report: Report, at: dict[str, Span]) -> None:
        self._text = report.text
        self._at = at
        self._kind = self._value("kind")
        self._visit = self._kind == "visit"
        self._people: list[Person] = []

    def reading(self, head: Masthead) -> Reading:
        """All that the row tells."""
        travellers = self._visitors() if self._visit else self._traveller()
        country = self._country()
        visit = Account(
            id="E1",
            kind=self._cited("visit", self._at["kind"], "kind"),
            status=self._held(self._at["kind"]),
            trigger=self._words(self._at["kind"], "kind"),
            start=self._words(self._at["start"], "start"),
            end=self._words(self._at["end"], "end"),
            place=self._place(),
            country=country,
            participants=tuple(travellers),
        )
        met = self._meetings(travellers, country)
        links = tuple(
            Link(from_id=each.id, to_id="E1", relation="part_of", evidence=self._linked(each.trigger)) for each in met
        )
        return Reading(report=head, reader=READER, engagements=(visit, *met), people=tuple(self._people), links=links)

    # The visit

    def _country(self) -> Cited[str] | None:
        if self._visit:
            return self._cited(HERE, self._at["kind"], "visit_country")
        code = country_of(self._value("country"))
        return self._cited(code, self._at["country"], "country") if code else None

    def _place(self) -> Cited[str] | None:
        return self._words(self._at["place"], "place") if "place" in self._at else None

    def _traveller(self) -> list[Participant]:
        """The one who made a trip: the row has the name and the role apart."""
        roles = {row["role"]: row for row in table("listed_roles", ["role", Column("office"), Column("party")])}
        row = roles.get(self._value("role"))
        office = (self._cited(row["office"], self._at["role"], "role"),) if row else ()
        party = self._cited(row["party"], self._at["role"], "role") if row else None
        guest: Cited[Role] = self._cited("guest", self._at["kind"], "role_in_visit")
        name = self._words(self._at["name"], "name")
        return [self._taking_part(name, None, office, party, guest)]

    def _visitors(self) -> list[Participant]:
        at = self._at["visitor"][0]
        code = country_of(self._value("country"))
        home = self._cited(code, self._at["country"], "country") if code else None
        guest: Cited[Role] = self._cited("guest", self._at["kind"], "role_in_visit")
        found = []
        for told in visitors(self._value("visitor")):
            party = self._party_told(told, at, "visitor") if told.party and told.party[1] else home
            found.append(self._person(told, at, "visitor", party, guest))
        return found

    # The meetings

    def _meetings(self, travellers: list[Participant], country: Cited[str] | None) -> tuple[Account, ...]:
        if "remarks" not in self._at:
            return ()
        remarks = self._value("remarks")
        told = [each for each in meetings(remarks) if not not_met(each, remarks, self._kind)]
        before: set[str] = set()
        accounts = []
        for number, each in enumerate(told, 2):
            of_row = each.counterpart.party is None and acts_for_row(
                each, self._value("role"), country.value if country else None, frozenset(before)
            )
            if of_row:
                before.add(f"{each.counterpart.level} {each.counterpart.former}")
            accounts.append(self._meeting(f"E{number}", each, travellers, country, of_row=of_row))
        return tuple(accounts)

    def _meeting(
        self,
        id: str,  # noqa: A002
        meeting: Meeting,
        travellers: list[Participant],
        country: Cited[str] | None,
        *,
        of_row: bool,
    ) -> Account:
        at = self._at["remarks"][0]
        trigger = within(meeting.trigger, at)
        told = meeting.counterpart
        party = country if of_row else self._party_told(told, at, "remarks")
        if party is None and told.name:
            known = self._known(self._words(within(told.name, at), "remarks"))
            party = known.party if known else None
        at_home = party is not None and country is not None and party.value == country.value
        host: Cited[Role] = self._cited("host" if at_home else "participant", trigger, "role_in_meeting")
        guest: Cited[Role] = self._cited("guest" if at_home else "participant", trigger, "role_in_meeting")
        counterpart = self._person(told, at, "remarks", party, host)
        start = self._day(meeting)
        return Account(
            id=id,
            kind=self._cited("meeting", trigger, "remarks"),
            status=self._held(trigger),
            trigger=self._words(trigger, "remarks"),
            start=start,
            end=start,
            undated=None if start else "not reported",
            place=None if _SEVERAL.search(self._value("place")) else self._place(),
            country=country,
            participants=(*(replace(each, role=guest) for each in travellers), counterpart),
        )

    def _day(self, meeting: Meeting) -> Cited[str] | None:
        """The day the remarks tell, else the row's where it is of one day and the remarks name none."""
        start, end = self._value("start"), self._value("end")
        if meeting.day:
            span = within(meeting.day, self._at["remarks"][0])
            day = day_of(self._text[slice(*span)], start, end)
            return self._cited(day, span, "day") if day else None
        one_day = start == end and not names_a_day(self._value("remarks"))
        return self._cited(start, self._at["start"], "one_day") if one_day else None

    # Persons

    def _person(self, told: Told, at: int, rule: str, party: Cited[str] | None, role: Cited[Role]) -> Participant:
        name = self._words(within(told.name, at), rule) if told.name else None
        rank = self._words(within(told.rank, at), rule) if told.rank else None
        office = tuple(self._words(within(span, at), rule) for span in told.offices)
        return self._taking_part(name, rank, office, party, role)

    def _taking_part(
        self,
        name: Cited[str] | None,
        rank: Cited[str] | None,
        office: tuple[Cited[str], ...],
        party: Cited[str] | None,
        role: Cited[Role],
    ) -> Participant:
        known = self._known(name) if name else None
        id = known.id if known else f"P{len(self._people) + 1}" if name else None  # noqa: A001
        mentions = (name,) if name else ()
        if id and name and not known:
            self._people.append(Person(id=id, name=name, rank=rank, office=office, party=party, mentions=mentions))
        return Participant(person=id, name=name, rank=rank, office=office, party=party, role=role, mentions=mentions)

    def _known(self, name: Cited[str]) -> Person | None:
        """The person whom the row has told of by this name already."""
        return next((each for each in self._people if each.name.value == name.value), None)

    def _party_told(self, told: Told, at: int, rule: str) -> Cited[str] | None:
        if told.party is None or not told.party[1]:
            return None
        return self._cited(told.party[1], within(told.party[0], at), rule)

    # Citations

    def _value(self, field: str) -> str:
        return self._text[slice(*self._at[field])] if field in self._at else ""

    def _words(self, span: Span, rule: str) -> Cited[str]:
        return self._cited(self._text[slice(*span)], span, rule)

    def _cited(self, value: Word, span: Span, rule: str) -> Cited[Word]:
        return Cited(self._text, *span, value=value, rule=f"{READER_NAME}.{rule}")

    def _held(self, span: Span) -> Cited[Status]:
        return self._cited("held", span, "status")

    def _linked(self, trigger: Cited[str]) -> Cited[str]:
        return self._words((trigger.start, trigger.end), "part_of")
