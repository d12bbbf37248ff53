"""Scoring how a record joins reports: which accounts are one engagement, which names one person, which one body.

B-cubed over the mentions of the truth (Bagga and Baldwin 1998): a mention's precision is the share of those put
together with it that belong with it, its recall the share of those that belong with it that were put there. A mention
that was not read is alone.
"""

import json
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from communique.errors import GoldError
from communique.evaluate.likeness import folded_words, overlap, same_name
from communique.reading import JSON

KINDS = ("account", "person", "body")
LEAST = {"account": 0.3, "person": 1.0, "body": 0.4}  # likeness from which words read stand for a mention of the truth
HELD = 0.9  # the likeness of words of which one are within the other
EQUAL_NAME, LIKE_NAME = 2.0, 1.0


@dataclass(frozen=True, slots=True)
class Joined:
    """How well one kind was joined; of `mentions` in the truth, `missed` were not read."""

    mentions: int
    missed: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


@dataclass(frozen=True, slots=True)
class JoiningScores:
    """How well a record joins, by kind; and the pairs of engagements that must stay apart but were joined."""

    kinds: Mapping[str, Joined]
    wrongly_joined: tuple[tuple[str, str, str], ...]


def load_truth(path: Path | str) -> JSON:
    """The truth of a set of reports; raises GoldError, naming the file, where it is none."""
    try:
        truth = json.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(
            f"{path}: cannot be read: {error.strerror}; name a file of accounts that belong together"
        ) from None
    except ValueError as error:
        raise GoldError(f"{path}: not JSON: {error}") from None
    if not isinstance(truth, dict) or not {"engagements", "persons", "bodies"} <= truth.keys():
        raise GoldError(f"{path}: expected an object with engagements, persons and bodies")
    return truth


def score_joining(truth: JSON, mentions: Iterable[JSON]) -> JoiningScores:
    """How well mentions, as `communique export mentions` writes them, are joined by a truth's lights."""
    rows: dict[tuple[str, str], list[JSON]] = defaultdict(list)
    for row in mentions:
        rows[row["kind"], str(row["report"])].append(row)
    kinds = {}
    for kind, items in _mentions(truth).items():
        keys = [key for _, _, key in items]
        found, missed = _resolved(kind, items, rows)
        kinds[kind] = Joined(len(items), missed, *b_cubed(keys, found))
        if kind == "account":
            where: dict[str, set[Hashable]] = defaultdict(set)
            for key, id in zip(keys, found, strict=True):  # noqa: A001
                where[key].add(id)
    wrong = [(one, other, why) for one, other, why in truth.get("never_join", ()) if where[one] & where[other]]
    return JoiningScores(kinds, tuple(wrong))


def _mentions(truth: JSON) -> dict[str, list[tuple[str, str, str]]]:
    """By kind: report, words and key of every mention of the truth."""
    return {
        "account": [(a["report"], a["trigger"], e["key"]) for e in truth["engagements"] for a in e["accounts"]],
        "person": [(m["report"], m["name"], p["key"]) for p in truth["persons"] for m in p["mentions"]],
        "body": [(m["report"], m["name"], b["key"]) for b in truth["bodies"] for m in b["mentions"]],
    }


def _resolved(
    kind: str, items: Sequence[tuple[str, str, str]], rows: Mapping[tuple[str, str], list[JSON]]
) -> tuple[list[Hashable], int]:
    """What each mention of the truth was resolved to (itself where it was not read), and how many were not read."""
    used: dict[str, set[int]] = defaultdict(set)
    found: list[Hashable] = []
    missed = 0
    for nth, (report, words, _) in enumerate(items):
        here = rows.get((kind, report), [])
        best = _best(here, words, kind, used[report])
        if best is None:
            missed += 1
            found.append(("missed", nth))
        else:
            used[report].add(best)
            found.append(here[best]["id"])
    return found, missed


def _best(rows: Sequence[JSON], words: str, kind: str, used: set[int]) -> int | None:
    """Which row of the report stands for the words; the only one stands for an account whatever it says."""
    free = [(_like(kind, words, row.get("quote") or ""), -nth) for nth, row in enumerate(rows) if nth not in used]
    if free and max(free)[0] >= LEAST[kind]:
        return -max(free)[1]
    return 0 if free and kind == "account" and len(rows) == 1 else None


def _like(kind: str, words: str, said: str) -> float:
    if kind == "person":
        if folded_words(words) == folded_words(said):
            return EQUAL_NAME
        return LIKE_NAME if same_name(words, said) else 0.0
    within = bool(said and words) and (said in words or words in said)
    return max(overlap(words, said), HELD if within else 0.0)


def b_cubed(truth: Sequence[Hashable], found: Sequence[Hashable]) -> tuple[float, float]:
    """Precision and recall of what mentions were put together as, given in the order of what they truly belong to."""
    belong, put = _clusters(truth), _clusters(found)
    shared = [(len(belong[t] & put[f]), len(put[f]), len(belong[t])) for t, f in zip(truth, found, strict=True)]
    count = len(shared) or 1
    return sum(s / p for s, p, _ in shared) / count, sum(s / b for s, _, b in shared) / count


def _clusters(keys: Sequence[Any]) -> dict[Any, set[int]]:
    clusters: dict[Any, set[int]] = defaultdict(set)
    for nth, key in enumerate(keys):
        clusters[key].add(nth)
    return clusters
