"""What a list may be restricted to, one filter a kind of entry; what is not set does not restrict."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class EngagementFilter:
    """Which engagements are asked for.

    `parties`: codes that must all take part. `person` and `body`: an id or a name. `from_day` and `to_day`:
    EDTF or a prefix of a day (`2017`, `2017-10`), inclusive; an engagement matches where it overlaps, and one
    without a day never does. `year`: those that begin in it. `text`: words of the report, `"…"` for a phrase.
    `level`: that of the encounter, the lower of its sides. `office`: words of an office somebody took part in, for
    `office_party` where that is set. `topic`: its wording, whole; `places`: names of places as reports have them, any
    of which an account tells; `outlet`: the publisher of a report that tells of it.
    `conflicts`: only those whose accounts contradict each other in something. `exact`: only those that begin on a day
    which is told, and not in a month or year.
    `latest`: by last day instead, the latest first, so that `limit` keeps those. `limit` of them, `after` so many.
    """

    parties: tuple[str, ...] = ()
    person: str | None = None
    body: str | None = None
    level: str | None = None
    office: str | None = None
    office_party: str | None = None
    kind: str | None = None
    status: str | None = None
    topic: str | None = None
    places: tuple[str, ...] = ()
    outlet: str | None = None
    year: str | None = None
    from_day: str | None = None
    to_day: str | None = None
    text: str | None = None
    conflicts: bool = False
    exact: bool = False
    latest: bool = False
    limit: int | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFilter:
    """Which people: with `text` in their names, ranks or offices, of a `party`, reported in an office of a `level`.

    `limit` of them, `after` so many; so in all filters.
    """

    text: str | None = None
    party: str | None = None
    level: str | None = None
    limit: int | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyFilter:
    """Which bodies: with `text` in their names, of all these `parties`, which met in a `year`."""

    text: str | None = None
    parties: tuple[str, ...] = ()
    year: str | None = None
    limit: int | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFilter:
    """Which statements: by a `speaker` (a person's id, or words of a name or office), for a `party`.

    `text` are words of what was said, `verb` is the verb of saying or its beginning, `year` and `outlet` are those of
    the report.
    """

    speaker: str | None = None
    party: str | None = None
    text: str | None = None
    verb: str | None = None
    year: str | None = None
    outlet: str | None = None
    limit: int | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFilter:
    """Which reports: with all words of `text` (`"…"` for a phrase), of an `outlet` as its reports name it.

    `year` and `month` (`2017-10`) are those of the day it is from; `silent`: those that gave no engagement.
    """

    text: str | None = None
    outlet: str | None = None
    year: str | None = None
    month: str | None = None
    silent: bool = False
    limit: int | None = None
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentFilter:
    """Which instruments: of encounters of all these `parties`, with `text` in their names, told to be of a `status`.

    `from_day` and `to_day` are days of the encounter, as in `EngagementFilter`, `year` is that in which it began;
    `only_open`: those that no report tells to be signed or in force.
    """

    parties: tuple[str, ...] = ()
    text: str | None = None
    status: str | None = None
    year: str | None = None
    from_day: str | None = None
    to_day: str | None = None
    only_open: bool = False
    limit: int | None = None
    after: int = 0
