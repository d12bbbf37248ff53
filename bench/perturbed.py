"""Reports in any number, made by perturbing real readings: other names, other parties, other days, citations true.

A record of a hundred thousand engagements cannot be read in a benchmark, but it can be filled: each copy of a reading
has its people renamed letter by letter, its parties exchanged for others and its days moved, so that it tells of
other encounters of the same shape, as likely to be told twice as those it was made from.
"""

import datetime
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from communique import lexicon
from communique.reading import JSON, Reading
from communique.report import Report

LETTERS = ("bdgkpt", "cfhjqsvxz", "lmnrw", "aeiouy")  # a letter is exchanged for one of its like, so names stay names
YEARS = 40  # days are moved within these
PARTY_FIELDS = frozenset({"party", "parties", "country"})

_DATE = re.compile(r"(\d{4})(-\d\d)?(-\d\d)?")
_WORD = re.compile(r"[^\W\d_]{3,}")

Pair = tuple[Report, Reading]


def perturbed(pairs: Sequence[Pair], count: int, *, seed: int = 7) -> Iterator[Pair]:
    """So many reports with readings, each made from one of the pairs in turn; the same ones for the same seed.

    Copies of one round keep what they share: a name told by two of the pairs is renamed alike, so that their accounts
    are still of one encounter.
    """
    codes = sorted(each.code for each in lexicon.load().territories)
    for nth in range(count):
        turn, which = divmod(nth, len(pairs))
        round_ = f"{seed}.{turn}"
        yield _perturb(*pairs[which], round_=round_, change=_Change(random.Random(round_), codes))


class _Change:
    """What one round of copies exchanges."""

    def __init__(self, chance: random.Random, codes: Sequence[str]) -> None:
        self._letters: dict[str, str] = {}
        for like in LETTERS:
            others = list(like)
            chance.shuffle(others)
            self._letters |= dict(zip(like + like.upper(), "".join(others) + "".join(others).upper(), strict=True))
        mixed = list(codes)
        chance.shuffle(mixed)
        self._parties = dict(zip(codes, mixed, strict=True))
        self._days = chance.randrange(YEARS * 365)

    def name(self, words: str) -> str:
        """The words with their letters exchanged."""
        return "".join(self._letters.get(letter, letter) for letter in words)

    def party(self, code: str) -> str:
        """The party that stands for another."""
        return self._parties.get(code, code)

    def day(self, edtf: str) -> str:
        """A day, month or year moved, as precise as it was."""
        return _DATE.sub(self._moved, edtf)

    def _moved(self, told: re.Match[str]) -> str:
        year, month, day = told.groups()
        first = datetime.date(int(year), int((month or "-01")[1:]), int((day or "-01")[1:]))
        moved = first - datetime.timedelta(days=self._days)
        return moved.isoformat()[: len(told[0])]


def _perturb(report: Report, reading: Reading, *, round_: str, change: _Change) -> Pair:
    told = reading.to_json()
    names = sorted(_name_words(told), key=len, reverse=True)
    text = report.text
    if names:
        text = re.sub(rf"\b(?:{'|'.join(map(re.escape, names))})\b", lambda found: change.name(found[0]), text)
    text += f"\n\n{round_}"  # a text of its own, also where nobody is named
    id = f"{report.id}/{round_}"  # noqa: A001
    published = change.day(report.published) if report.published else None
    told["report"] |= {"id": id, "published": published}
    perturbed = Reading.from_json(_changed(told, "", set(names), text, change), text)
    return replace(report, id=id, text=text, published=published), perturbed


def _name_words(told: JSON) -> set[str]:
    """The words of all names of persons in a reading."""
    names = [name["value"] for person in told["people"] for name in (person["name"], *person["mentions"])]
    return {word for name in names for word in _WORD.findall(name)}


def _changed(part: Any, field: str, names: set[str], text: str, change: _Change) -> Any:
    """A part of a reading as the perturbed text tells it; `field` is the one it stands in."""
    if isinstance(part, list):
        return [_changed(each, field, names, text, change) for each in part]
    if not isinstance(part, dict):
        return part
    if "quote" not in part:
        return {key: _changed(each, key, names, text, change) for key, each in part.items()}
    value, quote = part["value"], text[part["start"] : part["end"]]
    if field in PARTY_FIELDS:
        value = change.party(value)
    elif field in ("start", "end", "dateline_date"):
        value = change.day(value)
    elif isinstance(value, str):
        value = _WORD.sub(lambda found: change.name(found[0]) if found[0] in names else found[0], value)
    return {**part, "value": value, "quote": quote}
