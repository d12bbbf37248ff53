"""Naming: how names of people are spelled and made up, as tables: sounds, syllables, articles, endings, customs."""

from dataclasses import dataclass
from functools import cache

from communique.lexicon.tables import Column, Row, table

YES_NO = frozenset({"yes", "no"})
FOLLOWING = frozenset({"any", "vowel", "consonant"})


@dataclass(frozen=True, slots=True)
class Custom:
    """How names of a party are made: see `name_customs.tsv`."""

    family_first: bool = False
    strict_vowels: bool = False
    script: str = ""
    called_by_given: bool = False
    letters: tuple[tuple[str, str], ...] = ()


ANY_CUSTOM = Custom()
LETTERS = Column("letters", optional=True, many=True)


@cache
def sounds() -> dict[str, tuple[str, str]]:
    """By letters (`^` for the beginning of a word, `$` for its end): how they are heard, and what must follow."""
    rows = table("name_sounds", ["letters", Column("sound", optional=True), Column("before", values=FOLLOWING)])
    return {row["letters"]: (row["sound"], row["before"]) for row in rows}


@cache
def distances() -> dict[tuple[str, str], int]:
    """By two sounds, in either order: how far apart they are, in hundredths; pairs that are not listed are 100."""
    found: dict[tuple[str, str], int] = {}
    for row in table("name_sound_pairs", ["sounds", Column("distance", number=True)]):
        one, mark, other = row["sounds"].partition("~")
        if len(one) != 1 or len(other) != 1 or not mark:
            raise row.error(f"{row['sounds']!r} are not two sounds", "write one letter, ~, one letter")
        found[one, other] = found[other, one] = int(row["distance"])
    return found


@cache
def syllables() -> dict[tuple[str, str], frozenset[str]]:
    """By script and a way of writing: the syllables it may stand for."""
    found: dict[tuple[str, str], frozenset[str]] = {}
    for row in table("name_syllables", ["syllable", Column("written", many=True)]):
        script = row["syllable"].partition(":")[0]
        for form in row.many("written"):
            found[script, form] = found.get((script, form), frozenset()) | {row["syllable"]}
    return found


@cache
def given_names() -> dict[str, frozenset[str]]:
    """By a given name or a short form of one: the names it may stand for."""
    found: dict[str, frozenset[str]] = {}
    for row in table("given_names", ["name", Column("forms", many=True)]):
        for form in (row["name"], *row.many("forms")):
            found[form] = found.get(form, frozenset()) | {row["name"]}
    return found


@cache
def articles() -> dict[str, bool]:
    """Articles and kinship words in names, and whether they are also written as one with the next word."""
    return {
        row["word"]: row["joined"] == "yes" for row in table("name_articles", ["word", Column("joined", values=YES_NO)])
    }


@cache
def endings() -> tuple[str, ...]:
    """Endings of family names that stand for each other, the longest first."""
    return tuple(
        sorted((row["ending"] for row in table("name_endings", ["ending", "group"])), key=lambda e: (-len(e), e))
    )


@cache
def customs() -> dict[str, Custom]:
    """By party: how its names are made."""
    columns = [
        Column("party"),
        *(Column(name, optional=True) for name in ("family", "vowels", "script", "given")),
        LETTERS,
    ]
    return {
        row["party"]: Custom(
            family_first=row["family"] == "first",
            strict_vowels=row["vowels"] == "strict",
            script=row["script"],
            called_by_given=row["given"] == "called",
            letters=_letters(row),
        )
        for row in table("name_customs", columns)
    }


def _letters(row: Row) -> tuple[tuple[str, str], ...]:
    """Letters and how they are read; in the order of the table, so that longer ones can stand first."""
    found = []
    for each in row.many("letters"):
        letters, mark, read = each.partition("=")
        if not letters or not mark:
            raise row.error(f"{each!r} does not say how letters are read", "write letters, =, and the letters to read")
        found.append((letters, read))
    return tuple(found)


def custom_of(party: str | None) -> Custom:
    """How names of a party are made; nothing of its own where the table has none."""
    return customs().get(party or "", ANY_CUSTOM)


@cache
def office_words() -> dict[str, tuple[str, ...]]:
    """By a word of an office: the words that mean it when offices are compared, none where it says nothing."""
    rows = table("office_words", ["word", Column("means", optional=True, many=True)])
    return {row["word"]: row.many("means") for row in rows}


SAYS = frozenset({"kind", "level", "telling", "subject", "weak", "nothing"})


@cache
def body_words() -> dict[str, tuple[str, str]]:
    """By a word in the name of a body: the word that stands for it, and what it says (see `body_words.tsv`)."""
    rows = table("body_words", ["word", Column("means", optional=True), Column("says", values=SAYS)])
    return {row["word"]: (row["means"], row["says"]) for row in rows}
