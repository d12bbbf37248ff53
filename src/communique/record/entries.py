"""What the record answers with: frozen entries whose every value is `Told`, cited to the report that tells it.

The words are those of the reading (`communique.reading`), but seen across reports: a person here is the same
person in every report, and each value names its report.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import Any, Generic, TypeVar

from communique.reading import JSON, DocumentStatus, Kind, Reading, Relation, Role, Status, Undated
from communique.report import Report
from communique.resolve.agreement import Field
from communique.resolve.decisions import Reference, Verdict

Value = TypeVar("Value", bound=str | int | bool, covariant=True)


@dataclass(frozen=True, slots=True)
class Told(Generic[Value]):
    """A value, and the words of a report it stands on: `text[start:end] == quote` in the report of that id."""

    value: Value
    report: str
    start: int
    end: int
    quote: str
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """A report of the record with its reading; `aliases` are other ids the same text came under.

    `ids`, where one report is asked for, has the record's id for each of the reading's (`E1`, `P1`, `B1`). So have the
    others: `copy_of` and `corrected_by` name the report that counts in its place, `copies` and `corrects` those in
    whose place this one does.
    """

    report: Report
    reading: Reading
    aliases: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    copy_of: str | None = None
    corrected_by: str | None = None
    copies: tuple[str, ...] = ()
    corrects: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportLine:
    """A report in a list: `day` is the day it is from (publication, else dateline), the rest what it tells."""

    id: str
    day: str | None
    publisher: str | None
    title: str | None
    url: str | None
    engagements: int
    statements: int
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Which account of which report tells of an engagement; `day` is the day the report is from.

    `id` is that of the account, `E-…` too: it leads to the engagement the account is judged to tell of. `status` is
    what it was when the report told of it: the engagement's history, in the order of the tellings.
    """

    report: str
    account: str
    id: str
    status: Told[Status]
    trigger: Told[str]
    day: str | None = None
    url: str | None = None
    publisher: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part in an engagement, as told. `person` is a person's id (`P-…`), None where nobody is named."""

    person: str | None = None
    name: Told[str] | None = None
    rank: Told[str] | None = None
    office: tuple[Told[str], ...] = ()
    party: Told[str] | None = None
    role: Told[Role] | None = None
    leads: Told[bool] | None = None
    mentions: tuple[Told[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An instrument an engagement discussed, agreed, signed or rests on."""

    name: Told[str]
    status: Told[DocumentStatus] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How `from_id` (engagement or body) stands to `to_id` (engagement or body); both are ids of the record."""

    from_id: str
    to_id: str
    relation: Relation
    evidence: Told[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Engagement:
    """An encounter, and what its accounts tell of it together. `id` is `E-…`; `body_id` is the `B-…` of `body`.

    Where several accounts tell of it (`tellings`, by the day of their reports), each value is the one shown first, and
    `fields` has all that are told, by whom, and whether they agree; where one account does, it is empty.
    Days are EDTF level 1 (`2017-10-24`, `2017-10`, `2017`); `undated` says why `start` is None.
    """

    id: str
    kind: Told[Kind]
    status: Told[Status]
    trigger: Told[str]
    start: Told[str] | None = None
    end: Told[str] | None = None
    undated: Undated | None = None
    place: Told[str] | None = None
    country: Told[str] | None = None
    body: Told[str] | None = None
    body_id: str | None = None
    session_number: Told[int] | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[Told[str], ...] = ()
    outcomes: tuple[Told[str], ...] = ()
    documents: tuple[Document, ...] = ()
    links: tuple[Link, ...] = ()
    tellings: tuple[Telling, ...] = ()
    fields: tuple[Field, ...] = ()

    @property
    def conflicts(self) -> tuple[Field, ...]:
        """The fields in which its accounts contradict each other."""
        return tuple(each for each in self.fields if each.state == "conflict")

    @property
    def parties(self) -> tuple[str, ...]:
        """The parties that took part, each once, in the order told."""
        return tuple(dict.fromkeys(each.party.value for each in self.participants if each.party))


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, as said by them. `person` is the speaker's id where the speaker is a known person."""

    id: str
    speaker: Told[str]
    verb: Told[str]
    content: Told[str]
    person: str | None = None
    party: str | None = None
    addressee: Told[str] | None = None
    direct: bool = False
    about: tuple[Told[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """A rank and office somebody was reported with, for a party.

    `first` and `last` are the days of the first and last report that vouch for it (None: no such report is
    dated); it is not known to have held before or after. `citations` has one entry a report and wording.
    """

    rank: str | None
    office: str | None
    party: str | None
    first: str | None
    last: str | None
    citations: tuple[Told[str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonLine:
    """A person in a list: the latest posting reported, all of them, and in how many reports and engagements.

    Here a posting is cited to the first report that tells each wording; `Person` has all its citations.
    """

    id: str
    name: str
    party: str | None
    posting: Posting | None
    reports: int
    engagements: int
    postings: tuple[Posting, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody, over all reports. `names` holds every mention as written; `name` is the fullest of them."""

    id: str
    name: str
    party: str | None
    names: tuple[Told[str], ...] = ()
    postings: tuple[Posting, ...] = ()
    engagements: tuple[Engagement, ...] = ()
    statements: tuple[Statement, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """One meeting of a body: `number` where told, `start` in EDTF, and the engagement in which it met.

    `since` are the days since the session before, where the day of both is known.
    """

    engagement: Engagement
    number: int | None = None
    start: str | None = None
    since: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who was reported to head a body for a party, from the first to the last report that says so.

    `name` and `party` are as the first of them has it; `citations` has the name in each.
    """

    name: Told[str]
    party: Told[str] | None = None
    person: str | None = None
    first: str | None = None
    last: str | None = None
    citations: tuple[Told[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyLine:
    """A standing body in a list: how many sessions are known, the highest number, and the latest day, in EDTF."""

    id: str
    name: str
    parties: tuple[str, ...]
    sessions: int
    last_number: int | None
    last_day: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A standing body over all reports. `name` is the fullest form; `names` and `aliases` are as written.

    `sessions` are in order, `missing` the numbers between them that no report tells of; `heads` are by party and time;
    `founding` are the links to what established it.
    """

    id: str
    name: str
    parties: tuple[str, ...]
    names: tuple[Told[str], ...] = ()
    aliases: tuple[Told[str], ...] = ()
    kind: tuple[Told[str], ...] = ()
    areas: tuple[Told[str], ...] = ()
    heads: tuple[Head, ...] = ()
    sessions: tuple[Session, ...] = ()
    missing: tuple[int, ...] = ()
    founding: tuple[Link, ...] = ()
    links: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words of a report that stand for an engagement (an account's trigger), a person or a body, and its id."""

    kind: str
    report: str
    quote: str
    start: int
    end: int
    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What somebody decided, as it was made: who, when, why, and `shown`, what they saw.

    `left` and `right` are the words it speaks of, by the digest of their report; see `resolve.decisions.Decision`.
    `group` is the id (`G-…`) of those that were made at once, None for one made alone.
    `undone_by` is the id of what took it back, and `fits` False where its words stand for nothing in a current
    reading.
    """

    id: str
    verdict: Verdict
    made_at: str
    made_by: str
    kind: str | None = None
    left: tuple[Reference, ...] = ()
    right: tuple[Reference, ...] = ()
    field: str | None = None
    value: str | int | bool | None = None
    cited: Reference | None = None
    rule: str | None = None
    undoes: str | None = None
    why: str | None = None
    shown: JSON | None = None
    group: str | None = None
    undone_by: str | None = None
    fits: bool = True

    @property
    def stands(self) -> bool:
        """Whether it is not taken back."""
        return self.undone_by is None


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """What an answer rests on: how many reports, from which outlets (name and number, most first), between which days.

    An outlet's name is None where its reports do not name it; `first` and `last` are None where no report is dated.
    """

    reports: int
    outlets: tuple[tuple[str | None, int], ...] = ()
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much the record holds."""

    reports: int
    engagements: int
    people: int
    bodies: int
    statements: int
    documents: int
    first_day: str | None = None
    last_day: str | None = None


def to_json(entry: Any) -> Any:
    """Any entry as JSON-ready dicts and lists, with the field names as keys."""
    if isinstance(entry, Reading):
        return entry.to_json()
    if isinstance(entry, tuple | list):
        return [to_json(each) for each in entry]
    if isinstance(entry, Mapping):
        return {key: to_json(value) for key, value in entry.items()}
    if is_dataclass(entry):
        shown: JSON = {each.name: to_json(getattr(entry, each.name)) for each in fields(entry)}
        return shown
    return entry
