"""Which engagements are rows of the Historian's lists, and what a row says.

What was imported from the lists is given back as it was written. Of what reports tell, a visit held in the United
States by a foreign head of state or government is a row, and one abroad by the president or the secretary of state,
where both of its days are told exactly; everybody else has no place in the lists.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from communique.export.entities.naming import title
from communique.record import Record
from communique.record.entries import Engagement, Participant, Told
from communique.resolve.levels import level_of
from communique.resolve.statuses import HAPPENED
from communique.sources import history
from communique.sources.history.rows import FIELDS, fields
from communique.wording import parties, words

List = Literal["visit", "trip"]

HERE = "US"
LEADERS = ("head of state", "head of government")
ROLES = {"President": "president", "Secretary of State": "secretary"}  # of whose trips there is a list, by office
VISIT = "E1"  # the account of a row that is the visit; the others are meetings during it


@dataclass(frozen=True, slots=True)
class Row:
    """A row: `fields` are those of `communique.sources.history.rows`, `written` is the day it was first told."""

    fields: dict[str, str]
    written: str

    @property
    def order(self) -> tuple[str, int]:
        """By day, then by number, as the lists are."""
        return self.fields["start"], int(self.fields["id"])


def rows(record: Record, kind: List) -> list[Row]:
    """The rows of one of the lists, in their order."""
    found = (row for each in record.each_engagement() for row in _rows(record, each) if row.fields["kind"] == kind)
    return sorted(found, key=lambda row: row.order)


def _rows(record: Record, told: Engagement) -> Iterator[Row]:
    """The rows that tell of an engagement; where none does, the one that reports make."""
    if told.kind.value != "visit":
        return
    listed = [each for each in told.tellings if each.report.startswith(history.PREFIX)]
    for telling in listed:
        if telling.account.endswith(VISIT):
            yield _given_back(record.text(telling.report).text)
    if not listed and (row := _reported(told)):
        yield row


def _given_back(text: str) -> Row:
    found = {field: text[slice(*at)] for field, at in fields(text).items()}
    row = {field: found.get(field, "") for field in FIELDS}
    return Row({**row, "id": row["id"].rpartition("-")[2]}, row["start"])


def _reported(told: Engagement) -> Row | None:
    """The row of a visit that reports tell of; None where the lists have no place for it."""
    days = _day(told.start), _day(told.end or told.start)
    guests = [each for each in told.participants if each.role and each.role.value == "guest" and each.party]
    if told.status.value not in HAPPENED or told.country is None or not all(days):
        return None
    row = _visit(guests) if told.country.value == HERE else _trip(told, guests)
    if row is None:
        return None
    number = str(int(told.id.rpartition("-")[2], 16))  # theirs are numbers, and the id of an engagement is one
    dated = {"id": number, "start": days[0] or "", "end": days[1] or "", "remarks": _remarks(told, guests)}
    first = min((day for each in told.tellings if (day := each.day) and _exact(day)), default=dated["start"])
    return Row({**dict.fromkeys(FIELDS, ""), **row, **dated}, first)


def _visit(guests: Sequence[Participant]) -> dict[str, str] | None:
    leaders = [each for each in guests if each.party and each.party.value != HERE and _level(each) in LEADERS]
    named = [_called(each) for each in leaders if each.name]
    states = dict.fromkeys(each.party.value for each in leaders if each.party)
    if not named or len(states) != 1:
        return None
    return {"kind": "visit", "visitor": words.listed(named), "country": parties.name(next(iter(states)))}


def _trip(told: Engagement, guests: Sequence[Participant]) -> dict[str, str] | None:
    for each in guests:
        role = next((role for office, role in ROLES.items() if _holds(each, office)), None)
        if each.party and each.party.value == HERE and each.name and role and told.country:
            place = told.place.value if told.place else ""
            country = parties.name(told.country.value)
            return {"kind": "trip", "role": role, "name": each.name.value, "country": country, "place": place}
    return None


def _remarks(told: Engagement, guests: Sequence[Participant]) -> str:
    """Whom the visitor met, as the lists say it and `import` reads it; else only what it was."""
    hosts = [each for each in told.participants if each not in guests and each.name and each.office]
    return f"Met with {words.listed([_called(each) for each in hosts])}." if hosts else f"{title(told)}."


def _called(each: Participant) -> str:
    parts = [each.office[0].value if each.office else "", each.name.value if each.name else ""]
    return " ".join(part for part in parts if part)


def _level(each: Participant) -> str | None:
    return level_of(office.value for office in each.office)


def _holds(each: Participant, office: str) -> bool:
    return any(told.value.casefold().startswith(office.casefold()) for told in each.office)


def _day(told: Told[str] | None) -> str | None:
    return told.value if told and _exact(told.value) else None


def _exact(edtf: str) -> bool:
    try:
        return date.fromisoformat(edtf).isoformat() == edtf
    except ValueError:
        return False
