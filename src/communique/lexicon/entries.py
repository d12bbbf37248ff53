"""Entries: what the tables of the lexicon hold, one dataclass and one function a table.

Each function reads its table and checks what only it knows; see `tables` for the rules common to all.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from communique.lexicon.tables import Column, Row, table

RankClass = Literal["military", "police", "diplomatic", "style"]

RANK_CLASSES = frozenset({"military", "police", "diplomatic", "style"})
LEVELS = frozenset(
    {
        "head of state",
        "head of government",
        "minister",
        "deputy",
        "chief of defence",
        "service chief",
        "envoy",
        "legislature",
        "official",
    }
)
YES_NO = frozenset({"yes", "no"})
POSITIONS = frozenset({"before", "after"})
CASES = frozenset({"any", "capital"})


@dataclass(frozen=True, slots=True)
class Territory:
    """A country or territory. `code` is ISO 3166-1 alpha-2 (XK for Kosovo); `name` is for display.

    `seats` are buildings and districts that stand for its government (Kremlin), `institutions` its forces,
    ministries and chambers by names that tell the country without naming it (TNI, Knesset); `care` are those of its
    names that mean something else as well (Holland, CAR).
    """

    code: str
    name: str
    other: tuple[str, ...]
    demonyms: tuple[str, ...]
    capitals: tuple[str, ...]
    seats: tuple[str, ...]
    institutions: tuple[str, ...]
    care: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Organisation:
    """An international organisation, or an organ, force or mission of one.

    `name` is the usual short name; `party` is whom those in it act for: itself, or the organisation it belongs to.
    """

    name: str
    kind: str
    party: str
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank or style. `grade` compares ranks (16 marshal … 10 colonel … 1; 0 for styles)."""

    name: str
    rank_class: str
    branch: str
    grade: int
    general: bool
    capital: bool
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Honorific:
    """A courtesy before a name (Mr, H.E.) or a mark after it ((Retd), PhD); never a rank."""

    name: str
    position: str
    care: bool
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A common noun or phrase and what it is: head of an office, kind of body, kind of document.

    `kind` is the level of an office, or the codebook's word for the body or document. `care` marks words
    that often mean something else.
    """

    name: str
    kind: str
    care: bool
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Publisher:
    """A news agency, outlet or press service. `country` is a code, or "" for none."""

    name: str
    country: str
    care: bool
    other: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Places:
    """The cities and venues of one country, or of several where their names alone do not settle it.

    `doubtful` are names that need more evidence than the bare word: `Bath`, `Florence`, a small town's.
    """

    codes: tuple[str, ...]
    sure: tuple[str, ...]
    doubtful: tuple[str, ...]


OTHER = Column("other", optional=True, many=True)
CARE = Column("care", values=YES_NO)


def territories() -> tuple[Territory, ...]:
    """All countries and territories, by code."""
    names = ("other", "demonyms", "capitals", "seats", "institutions", "care")
    lists = [Column(name, optional=True, many=True) for name in names]
    rows = table("territories", [Column("code"), Column("name"), *lists])
    found = tuple(Territory(row["code"], row["name"], *(row.many(name) for name in names)) for row in rows)
    for row, each in zip(rows, found, strict=True):
        strange = set(each.care).difference((each.name,), each.other, each.demonyms)
        if strange:
            raise row.error(f"care: {min(strange)!r} is no name of {each.name}", "write it as it stands in this row")
    return found


def organisations() -> tuple[Organisation, ...]:
    """All international organisations, by short name."""
    rows = tuple(_distinct(table("organisations", ["name", "kind", "party", OTHER])))
    names = {row["name"] for row in rows}
    for row in rows:
        if row["party"] not in names:
            raise row.error(f"party {row['party']!r} is no organisation", "use the name of a row of this table")
    return tuple(Organisation(row["name"], row["kind"], row["party"], row.many("other")) for row in rows)


def ranks() -> tuple[Rank, ...]:
    """All ranks and styles, by name."""
    columns: list[Column | str] = [
        "name",
        Column("class", values=RANK_CLASSES),
        "branch",
        Column("grade", number=True),
        Column("general", values=YES_NO),
        Column("case", values=CASES),
        OTHER,
    ]
    return tuple(
        Rank(
            row["name"],
            row["class"],
            row["branch"],
            int(row["grade"]),
            row["general"] == "yes",
            row["case"] == "capital",
            row.many("other"),
        )
        for row in _distinct(table("ranks", columns))
    )


def honorifics() -> tuple[Honorific, ...]:
    """All honorifics and after-name marks."""
    rows = _distinct(table("honorifics", ["name", Column("position", values=POSITIONS), CARE, OTHER]))
    return tuple(Honorific(row["name"], row["position"], row["care"] == "yes", row.many("other")) for row in rows)


def office_heads() -> tuple[Term, ...]:
    """Heads of offices (`Minister`, `Chief of the General Staff`); `kind` is the level."""
    return _terms("office_heads", "level", LEVELS)


def body_kinds() -> tuple[Term, ...]:
    """Words for standing bodies; `kind` is the codebook's."""
    return _terms("body_kinds", "kind")


def document_kinds() -> tuple[Term, ...]:
    """Words for instruments; `kind` is the plain word for it."""
    return _terms("document_kinds", "kind")


def publishers(codes: frozenset[str]) -> tuple[Publisher, ...]:
    """All news agencies, outlets and press services; their countries must be among `codes`."""
    rows = table("publishers", ["name", Column("country", optional=True, values=codes), CARE, OTHER])
    return tuple(Publisher(row["name"], row["country"], row["care"] == "yes", row.many("other")) for row in rows)


def places(codes: frozenset[str]) -> tuple[Places, ...]:
    """Cities of the world, by the countries they lie in; `|` joins the countries of names that several share."""
    return tuple(_places("places", codes))


def venues(codes: frozenset[str]) -> tuple[Places, ...]:
    """Well-known palaces, bases and halls, by the country they lie in."""
    return tuple(_places("venues", codes))


def ordinals() -> dict[str, int]:
    """Ordinals as written, casefolded: `first`, `21st`, `twenty-first` → 21; Roman numerals as `xxi`."""
    rows = _distinct(table("ordinals", [Column("number", number=True), Column("words", many=True)]), ("words",))
    return {form.casefold(): int(row["number"]) for row in rows for form in row.many("words")}


def shields() -> tuple[str, ...]:
    """Phrases in which a word of the lexicon is not what it seems (`General Staff`, `on board`)."""
    return tuple(row["phrase"] for row in table("shields", ["phrase"]))


def _terms(name: str, kind: str, values: frozenset[str] | None = None) -> tuple[Term, ...]:
    rows = _distinct(table(name, ["name", Column(kind, values=values), CARE, OTHER]))
    return tuple(Term(row["name"], row[kind], row["care"] == "yes", row.many("other")) for row in rows)


def _places(name: str, codes: frozenset[str]) -> Iterator[Places]:
    columns = [Column("codes"), Column("sure", optional=True, many=True), Column("doubtful", optional=True, many=True)]
    for row in _distinct(table(name, columns), ("sure", "doubtful")):
        here = tuple(row["codes"].split("|"))
        if not codes.issuperset(here):
            raise row.error(f"{row['codes']!r} is unknown", "use codes of territories.tsv, joined by | where several")
        yield Places(here, row.many("sure"), row.many("doubtful"))


def _distinct(rows: Iterable[Row], columns: tuple[str, ...] = ("name", "other")) -> Iterator[Row]:
    """The rows, while no form stands in two of them."""
    seen: dict[str, int] = {}
    for row in rows:
        for form in (form for column in columns for form in row.many(column)):
            if form in seen:
                raise row.error(f"{form!r} stands on line {seen[form]} too", "keep it in one of the two")
            seen[form] = row.line
        yield row
