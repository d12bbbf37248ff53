"""Rows: the tables of verbs and nouns that tell of encounters, by the word at which they are looked up."""

from dataclasses import dataclass
from functools import cache
from typing import Literal, cast, get_args

from communique.lexicon.tables import Column, table
from communique.lexicon.vocabulary import vocabulary
from communique.reading import Kind, Role

Phase = Literal["held", "under way", "planned", "proposed", "postponed", "cancelled"]
KINDS = frozenset(get_args(Kind))
# The kind of a noun that says only that it is another of what was named before: `the next edition`.
SAME = "same"
_ROLES = frozenset(get_args(Role))
_PHASES = frozenset(get_args(Phase))
_USES = frozenset(
    {
        "manner",
        "remote",
        "unnamed",
        "state",
        "talk",
        "sitting",
        "recurring",
        "members",
        "many",
        "assembly",
        "occasion",
        "sitting-act",
    }
)
SENT = "<sent>"
_OBJECTS = frozenset({"person", "place", "arrival", "document", "any", "company", "body"})


@dataclass(frozen=True, slots=True)
class VerbRow:
    """One row of `event_verbs`."""

    words: tuple[str, ...]
    kind: Kind
    subject: Role
    target: Role | None
    object: str
    ahead: Kind | None
    phase: Phase | None

    @property
    def rule(self) -> str:
        """The name of the rule: its words."""
        return f"engagements.verb.{'_'.join(word for word in self.words if word != '~')}"


@dataclass(frozen=True, slots=True)
class TalkRow:
    """One row of `talk_verbs`."""

    words: tuple[str, ...]
    sure: bool

    @property
    def rule(self) -> str:
        """The name of the rule: its words."""
        return f"engagements.talk.{'_'.join(self.words)}"


@dataclass(frozen=True, slots=True)
class NounRow:
    """One row of `event_nouns`; `kind` is None for another of what was named before."""

    words: tuple[str, ...]
    kind: Kind | None
    alone: bool


@dataclass(frozen=True, slots=True)
class HoldingRow:
    """One row of `holding_verbs`; `kinds` is empty where it holds every kind."""

    words: tuple[str, ...]
    phase: Phase
    kinds: frozenset[str]


@cache
def words_for(use: str) -> frozenset[str]:
    """The words of `event_words` for one use: `manner`, `remote`, ..."""
    rows = table("event_words", ["word", Column("uses", many=True, values=_USES)])
    return frozenset(row["word"] for row in rows if use in row.many("uses"))


@cache
def verb_rows() -> dict[str, tuple[VerbRow, ...]]:
    """Rows of `event_verbs` by their first word, longest first."""
    columns: list[Column | str] = [
        "words",
        Column("kind", values=KINDS),
        Column("subject", values=_ROLES),
        Column("target", values=_ROLES, optional=True),
        Column("object", values=_OBJECTS),
        Column("ahead", values=KINDS, optional=True),
        Column("phase", values=_PHASES, optional=True),
    ]
    by_first: dict[str, list[VerbRow]] = {}
    for row in table("event_verbs", columns):
        for words in _spelled(row["words"]):
            entry = VerbRow(
                tuple(words.split()),
                cast(Kind, row["kind"]),
                cast(Role, row["subject"]),
                cast("Role | None", row["target"] or None),
                row["object"],
                cast("Kind | None", row["ahead"] or None),
                cast("Phase | None", row["phase"] or None),
            )
            by_first.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in by_first.items()}


def _spelled(words: str) -> list[str]:
    """The words of a row, with each of those that are sent in the place of `<sent>`."""
    return [words.replace(SENT, each) for each in sorted(vocabulary("sent_nouns"))] if SENT in words else [words]


@cache
def talk_rows() -> dict[str, tuple[TalkRow, ...]]:
    """Rows of `talk_verbs` by their first word, longest first."""
    by_first: dict[str, list[TalkRow]] = {}
    for row in table("talk_verbs", ["words", Column("sure", values=frozenset({"yes", "no"}))]):
        entry = TalkRow(tuple(row["words"].split()), row["sure"] == "yes")
        by_first.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in by_first.items()}


@cache
def noun_rows() -> dict[str, tuple[NounRow, ...]]:
    """Rows of `event_nouns` by their last word, longest first."""
    columns: list[Column | str] = [
        "noun",
        Column("kind", values=KINDS | {SAME}),
        Column("alone", values=frozenset({"yes", "no"})),
    ]
    by_last: dict[str, list[NounRow]] = {}
    for row in table("event_nouns", columns):
        kind = None if row["kind"] == SAME else cast(Kind, row["kind"])
        entry = NounRow(tuple(row["noun"].replace("-", " - ").split()), kind, row["alone"] == "yes")
        by_last.setdefault(entry.words[-1], []).append(entry)
    return {last: tuple(sorted(rows, key=lambda row: -len(row.words))) for last, rows in by_last.items()}


@cache
def holding_rows() -> dict[str, tuple[HoldingRow, ...]]:
    """Rows of `holding_verbs` by their first word, longest first."""
    columns: list[Column | str] = [
        "words",
        Column("phase", values=_PHASES),
        Column("of", values=KINDS, many=True, optional=True),
    ]
    by_first: dict[str, list[HoldingRow]] = {}
    for row in table("holding_verbs", columns):
        entry = HoldingRow(tuple(row["words"].split()), cast(Phase, row["phase"]), frozenset(row.many("of")))
        by_first.setdefault(entry.words[0], []).append(entry)
    return {first: tuple(sorted(rows, key=lambda row: -len(row.words))) for first, rows in by_first.items()}
