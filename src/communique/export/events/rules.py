"""The rules by which engagements have event codes: `data/rules.tsv`, checked."""

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal, get_args

from communique.lexicon.tables import Column, Row, table
from communique.reading import Kind, Status

Asks = Literal["one host", "third place", "three parties"]
Source = Literal["all", "guests", "hosts"]

DATA = Path(__file__).parent / "data"
DOCUMENT = "document"  # beside the kinds of engagements: an instrument signed at one
KINDS = frozenset({*get_args(Kind), DOCUMENT})
EVENTS = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE"})
MODES = frozenset({"phone", "visit", "third-party", "multilateral"})

_CAMEO = re.compile(r"(0[1-9]|1\d|20)\d{1,2}")
_ROOT = {"AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06"}


@dataclass(frozen=True, slots=True)
class Rule:
    """What an engagement must be, and how it is then coded; see the head of the table."""

    name: str
    kinds: frozenset[str]
    statuses: frozenset[str]
    asks: Asks | None
    words: tuple[str, ...]
    cameo: str
    event: str
    mode: str | None
    context: str | None
    source: Source


@cache
def rules(path: Path = DATA / "rules.tsv") -> tuple[Rule, ...]:
    """The rules in their order; raises LexiconError at a row that breaks the table's rules."""
    columns: list[Column | str] = [
        Column("nth", number=True),
        "rule",
        Column("kind", many=True, values=KINDS),
        Column("status", many=True, values=frozenset(get_args(Status))),
        Column("asks", optional=True, values=frozenset(get_args(Asks))),
        Column("words", optional=True, many=True),
        "cameo",
        Column("event", values=EVENTS),
        Column("mode", optional=True, values=MODES),
        Column("context", optional=True, values=frozenset({"diplomatic", "military"})),
        Column("source", values=frozenset(get_args(Source))),
    ]
    return tuple(_rule(row) for row in table(path, columns))


def _rule(row: Row) -> Rule:
    if not _CAMEO.fullmatch(row["cameo"]):
        raise row.error(f"{row['cameo']!r} is no code of CAMEO", "write three or four digits, such as 042 or 0312")
    if not row["cameo"].startswith(_ROOT[row["event"]]):
        raise row.error(f"{row['cameo']} is not converted to {row['event']}", "take PLOVER's event from its own table")
    asks: Asks | None = row["asks"] or None  # type: ignore[assignment]
    source: Source = row["source"]  # type: ignore[assignment]
    return Rule(
        name=row["rule"],
        kinds=frozenset(row.many("kind")),
        statuses=frozenset(row.many("status")),
        asks=asks,
        words=row.many("words"),
        cameo=row["cameo"],
        event=row["event"],
        mode=row["mode"] or None,
        context=row["context"] or None,
        source=source,
    )
