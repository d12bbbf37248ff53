"""A reading: what one reader read in one report. The public data model and its JSON form.

Every field is described in `docs/codebook.md`. Values are `Cited`: they carry the words they stand on.
None means "not reported" unless the field says otherwise.
"""

from collections.abc import Callable
from dataclasses import dataclass, field, fields
from functools import cache
from types import NoneType
from typing import Any, Literal, TypeAlias, TypeVar, get_args, get_origin, get_type_hints

from communique.errors import BadReading, FalseCitation
from communique.report import Citation, Cited

JSON: TypeAlias = dict[str, Any]

Kind = Literal["meeting", "call", "visit", "session", "conference", "signing", "ceremony", "exercise", "correspondence"]
Status = Literal["held", "under way", "planned", "proposed", "cancelled"]
Role = Literal["host", "guest", "participant"]
DocumentStatus = Literal["signed", "agreed", "proposed", "in force"]
Relation = Literal["part_of", "follows", "established_by"]
Undated = Literal["not reported", "ambiguous"]

FOREIGN = "language.report"  # the rule of the one citation in `foreign` where the whole report is not English


@dataclass(frozen=True, slots=True, kw_only=True)
class Masthead:
    """The report as its reading names it: `id`, `url`, `published` and `title` as given, the rest cited."""

    id: str
    url: str | None = None
    published: str | None = None
    title: str | None = None
    publisher: Cited[str] | None = None
    attributed_to: Cited[str] | None = None
    dateline_place: Cited[str] | None = None
    dateline_date: Cited[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody the report names: how it writes them, and the posts it gives them. `id` is `P1`, `P2`, …"""

    id: str
    name: Cited[str]
    rank: Cited[str] | None = None
    office: tuple[Cited[str], ...] = ()
    party: Cited[str] | None = None
    mentions: tuple[Cited[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Who took part in one engagement, and how.

    `person` is the id of a `Person` of the same reading; it and `name` are None where only an office or a
    delegation is told of. `party` is ISO 3166-1 alpha-2, or an organisation's usual short name.
    """

    person: str | None = None
    name: Cited[str] | None = None
    rank: Cited[str] | None = None
    office: tuple[Cited[str], ...] = ()
    party: Cited[str] | None = None
    role: Cited[Role] | None = None
    leads: Cited[bool] | None = None
    mentions: tuple[Cited[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An instrument that an engagement discussed, agreed, signed or rests on."""

    name: Cited[str]
    status: Cited[DocumentStatus] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """One report's telling of one engagement. `id` is `E1`, `E2`, … within the reading.

    `start` and `end` are EDTF level 1 days, months or years (`2017-10-24`, `2017-10`, `2017`); where `start`
    is None, `undated` says whether the day is not reported or the words for it are ambiguous.
    `country` is ISO 3166-1 alpha-2. `mentions` are the other words that tell of it or name it.
    """

    id: str
    kind: Cited[Kind]
    status: Cited[Status]
    trigger: Cited[str]
    start: Cited[str] | None = None
    end: Cited[str] | None = None
    undated: Undated | None = None
    place: Cited[str] | None = None
    country: Cited[str] | None = None
    body: Cited[str] | None = None
    session_number: Cited[int] | None = None
    participants: tuple[Participant, ...] = ()
    topics: tuple[Cited[str], ...] = ()
    outcomes: tuple[Cited[str], ...] = ()
    documents: tuple[Document, ...] = ()
    mentions: tuple[Cited[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Who heads a body, for which party."""

    name: Cited[str]
    party: Cited[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A standing body between parties. `id` is `B1`, `B2`, … within the reading."""

    id: str
    name: Cited[str]
    aliases: tuple[Cited[str], ...] = ()
    kind: Cited[str] | None = None
    parties: tuple[Cited[str], ...] = ()
    areas: tuple[Cited[str], ...] = ()
    heads: tuple[Head, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What somebody said, as said by them. `speaker` has the value `sides` where both spoke."""

    speaker: Cited[str]
    verb: Cited[str]
    content: Cited[str]
    addressee: Cited[str] | None = None
    direct: bool = False
    about: tuple[Cited[str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """How an engagement or body stands to an engagement; `evidence` is the words that say so."""

    from_id: str = field(metadata={"json": "from"})
    to_id: str = field(metadata={"json": "to"})
    relation: Relation
    evidence: Cited[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one reader read in one report. `reader` names the reader and its version.

    `foreign` are the passages that are not English, which nothing was read in; their value is the language (ISO 639).
    """

    report: Masthead
    reader: str
    engagements: tuple[Account, ...] = ()
    people: tuple[Person, ...] = ()
    bodies: tuple[Body, ...] = ()
    statements: tuple[Statement, ...] = ()
    links: tuple[Link, ...] = ()
    foreign: tuple[Cited[str], ...] = ()

    @property
    def language(self) -> str | None:
        """The language of a report that is not English, so that nothing was read in it; None for all others."""
        return next((each.value for each in self.foreign if each.rule == FOREIGN), None)

    def to_json(self) -> JSON:
        """The reading as JSON-ready dicts and lists, in the shape `communique schema` prints."""
        data: JSON = _to_json(self)
        return data

    @staticmethod
    def from_json(data: JSON, text: str) -> "Reading":
        """The reading that `to_json` wrote, each citation checked against `text` again.

        Raises BadReading where the shape is another or a citation is not true of the text.
        """
        reading: Reading = _from_json(Reading, data, text, "reading")
        return reading


# The JSON form: dataclasses as objects, tuples as lists, a Cited as {value, quote, start, end, rule}.

Part = TypeVar("Part")


def json_name(name: str, metadata: Any) -> str:
    """The key that stands for a dataclass field in JSON."""
    return str(metadata.get("json", name))


def _fields_of(part: Any) -> tuple[tuple[str, str, Any], ...]:
    """(field name, JSON key, resolved type) of each field of a dataclass."""
    hints = get_type_hints(part)
    return tuple((f.name, json_name(f.name, f.metadata), hints[f.name]) for f in fields(part))


# Cached so rather than decorated: mypy holds that a class is not hashable.
_shape: Callable[[Any], tuple[tuple[str, str, Any], ...]] = cache(_fields_of)


def _to_json(value: Any) -> Any:
    if isinstance(value, Cited):
        return {
            "value": value.value,
            "quote": value.quote,
            "start": value.start,
            "end": value.end,
            "rule": value.rule,
        }
    if isinstance(value, tuple):
        return [_to_json(each) for each in value]
    if hasattr(value, "__dataclass_fields__"):
        return {key: _to_json(getattr(value, name)) for name, key, _ in _shape(type(value))}
    return value


def _from_json(kind: Any, data: Any, text: str, where: str) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if NoneType in arguments:
        if data is None:
            return None
        (kind,) = (each for each in arguments if each is not NoneType)
        origin, arguments = get_origin(kind), get_args(kind)
    if origin is Cited:
        return _cited(arguments[0], data, text, where)
    if origin is tuple:
        if not isinstance(data, list):
            raise BadReading(f"{where}: expected a list, found {type(data).__name__}; see `communique schema`")
        return tuple(_from_json(arguments[0], each, text, f"{where}[{i}]") for i, each in enumerate(data))
    if origin is Literal:
        if data not in arguments:
            raise BadReading(f"{where}: {data!r} is not one of {', '.join(map(repr, arguments))}")
        return data
    if hasattr(kind, "__dataclass_fields__"):
        return _part(kind, data, text, where)
    if type(data) is not kind:  # not isinstance: to Python True is an int
        raise BadReading(f"{where}: expected {kind.__name__}, found {type(data).__name__}; see `communique schema`")
    return data


def _part(kind: type[Part], data: Any, text: str, where: str) -> Part:
    if not isinstance(data, dict):
        raise BadReading(f"{where}: expected an object, found {type(data).__name__}; see `communique schema`")
    shape = _shape(kind)
    unknown = data.keys() - {key for _, key, _ in shape}
    if unknown:
        raise BadReading(f"{where}: unknown field {min(unknown)!r}; see `communique schema`")
    given = {name: _from_json(hint, data[key], text, f"{where}.{key}") for name, key, hint in shape if key in data}
    try:
        return kind(**given)
    except TypeError as error:
        raise BadReading(f"{where}: {error}; see `communique schema`") from None


def _cited(kind: Any, data: Any, text: str, where: str) -> Cited[Any]:
    shape = {"value": kind, "quote": str, "start": int, "end": int, "rule": str}
    if not isinstance(data, dict) or data.keys() != shape.keys():
        raise BadReading(f"{where}: expected a cited value: {', '.join(shape)}; see `communique schema`")
    given = {key: _from_json(shape[key], data[key], text, f"{where}.{key}") for key in shape}
    try:
        return Cited(text, **given)
    except FalseCitation as error:
        raise BadReading(f"{where}: {error}") from None


def citations(part: Any) -> list[Citation]:
    """Every citation in a reading or a part of one, in reading order."""
    if isinstance(part, Citation):
        return [part]
    if isinstance(part, tuple):
        return [each for item in part for each in citations(item)]
    if hasattr(part, "__dataclass_fields__"):
        return [each for name, _, _ in _shape(type(part)) for each in citations(getattr(part, name))]
    return []
