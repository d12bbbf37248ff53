"""Titles in the Historian's rows: which words are an office, a style or a rank, and whom a word stands for.

The words are the lexicon's: heads of offices, ranks, and the tables `listed_titles` and `former_states`.
"""

from dataclasses import dataclass
from functools import cache
from typing import Literal

from communique import lexicon
from communique.lexicon import Column, table

Use = Literal["office", "rank", "name", "sovereign"]

OTHER = Column("other", optional=True, many=True)
USES = frozenset({"office", "rank", "name", "sovereign"})


@dataclass(frozen=True, slots=True)
class Title:
    """What the words of a title are used as, whom it alone tells of, and how high the post is."""

    use: Use
    party: str = ""
    level: str = ""
    several: bool = False


@cache
def titles() -> dict[str, Title]:
    """Every title, in lower case."""
    known: dict[str, Title] = {}
    lists = lexicon.load()
    for rank in lists.ranks:
        for form in (rank.name, *rank.other):
            known[form.lower()] = Title("rank")
    for head in lists.office_heads:
        forms = {form.lower() for form in (head.name, *head.other)}
        for form in forms:
            known[form] = Title("office", level=head.kind, several=_is_plural(form, forms))
    for row in table("listed_titles", ["title", Column("as", values=USES), Column("party", optional=True), OTHER]):
        for form in (row["title"], *row.many("other")):
            before = known.get(form)
            use: Use = row["as"]  # type: ignore[assignment]
            known[form] = Title(use, row["party"], before.level if before else "")
    return known


def _is_plural(form: str, forms: set[str]) -> bool:
    """`ministers` beside `minister`, `secretaries` beside `secretary`, `ministers of defence`."""
    words = form.split()
    for i, word in enumerate(words):
        for singular in (word.removesuffix("s"), word.removesuffix("ies") + "y", word.removesuffix("men") + "man"):
            if singular != word and " ".join([*words[:i], singular, *words[i + 1 :]]) in forms:
                return True
    return False


@cache
def parties() -> dict[str, str]:
    """The party that a name of a country or its people, or of an organisation, stands for; "" where none is settled."""
    known: dict[str, str] = {}
    lists = lexicon.load()
    for territory in lists.territories:
        for form in (territory.name, *territory.other, *territory.demonyms):
            known[form] = "" if known.get(form, territory.code) != territory.code else territory.code
    for organisation in lists.organisations:
        for form in (organisation.name, *organisation.other):
            known.setdefault(form, organisation.party)
    for row in table("former_states", ["name", Column("code", optional=True), Column("iso", optional=True), OTHER]):
        for form in (row["name"], *row.many("other")):
            known[form] = row["code"]
    return known


@cache
def states() -> dict[str, str]:
    """As `parties`, without the names of peoples: what may follow `of`."""
    peoples = {form for territory in lexicon.load().territories for form in territory.demonyms}
    return {name: code for name, code in parties().items() if name not in peoples}


@cache
def countries() -> dict[str, str]:
    """The code of each name of a country, "" where it is none that a code settles."""
    codes = {territory.code for territory in lexicon.load().territories}
    return {name: code for name, code in parties().items() if not code or code in codes}


def country_of(written: str) -> str | None:
    """The code of a country as a row writes it: `Korea, Republic of`, `Siam (Thailand)`; None where not settled."""
    known = countries()
    bare, _, bracket = written.replace("’", "'").partition(" (")
    first, _, last = bare.partition(", ")
    names = [bare, *([f"{last} {first}", f"{last} the {first}"] if last else []), bracket.removesuffix(")")]
    for name in names:
        for form in (name, name.removeprefix("The "), name.replace("St. ", "Saint ")):
            if form in known:
                return known[form] or None
    return None
