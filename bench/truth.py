"""What a set of reports truly tells of, and how near a joining of its accounts comes to it.

A set is `X.reports.jsonl` beside `X.truth.json`: the engagements with their accounts, each by its report and the words
that tell of it; pairs that must stay apart; and of each engagement the `conflicts`: field, and by value the reports.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, product

from communique.evaluate.joining import Joined, b_cubed
from communique.reading import JSON, Account

Match = tuple[str, str | None]
"""An engagement of the truth, and the account read that stands for one of its accounts; None where none is."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A field of an engagement in which reports are held to contradict each other; `keys` are those of the truth."""

    keys: frozenset[str]
    field: str
    party: str | None
    sides: tuple[frozenset[str], ...]


def matched(truth: JSON, texts: Mapping[str, str], read: Mapping[str, tuple[str, Account]]) -> list[Match]:
    """For each account of the truth the one read on its words, each at most once.

    `texts` are those of the reports by id; `read` has by id of each account its report and what it tells.
    """
    free: dict[str, list[str]] = defaultdict(list)
    for id, (report, _) in read.items():  # noqa: A001
        free[report].append(id)
    found: list[Match] = []
    for engagement in truth["engagements"]:
        for told in engagement["accounts"]:
            start = texts[told["report"]].find(told["trigger"])
            words = range(start, start + len(told["trigger"]))
            ranked = [(_shared(read[id][1], words), id) for id in free[told["report"]]]  # noqa: A001
            shared, best = max(ranked, default=(0, ""))
            if shared:
                free[told["report"]].remove(best)
            found.append((engagement["key"], best if shared else None))
    return found


def _shared(account: Account, words: range) -> int:
    """How many characters the words that tell of an account share with these."""
    told = (account.trigger, *account.mentions)
    return max(0, *(min(each.end, words.stop) - max(each.start, words.start) for each in told))


def scored(matches: Sequence[Match], whole: Mapping[str, str]) -> Joined:
    """How well the accounts of the truth are joined; one that was not read is alone."""
    found = [whole[id] if id else f"not read {nth}" for nth, (_, id) in enumerate(matches)]  # noqa: A001
    missed = sum(id is None for _, id in matches)  # noqa: A001
    return Joined(len(matches), missed, *b_cubed([key for key, _ in matches], found))


def wrongly_joined(truth: JSON, matches: Iterable[Match], whole: Mapping[str, str]) -> list[tuple[str, str]]:
    """The pairs that must stay apart and came together."""
    wholes = defaultdict(set)
    for key, id in matches:  # noqa: A001
        if id:
            wholes[key].add(whole[id])
    return [(one, other) for one, other, *_ in truth.get("never_join", []) if wholes[one] & wholes[other]]


def contradictions(truth: JSON, shown: Sequence[Shown]) -> tuple[int, int, int]:
    """How many conflicts of the truth are shown, how many there are, and how many are shown that are none."""
    wanted = [(each["key"], conflict) for each in truth["engagements"] for conflict in each["conflicts"]]
    true = [{nth for nth, each in enumerate(shown) if _is(each, key, conflict)} for key, conflict in wanted]
    return sum(map(bool, true)), len(wanted), len(shown) - len(set().union(*true))


def _is(shown: Shown, key: str, conflict: JSON) -> bool:
    """Whether what is shown is this conflict: two reports that truly differ stand on two sides of it."""
    if key not in shown.keys or shown.field != conflict["field"] or conflict.get("party") not in (None, shown.party):
        return False
    return any(
        some & left and others & right
        for (left, right), (some, others) in product(_pairs(conflict["values"].values()), _pairs(shown.sides))
    )


def _pairs(sides: Iterable[Iterable[str]]) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Any two sides, either way round."""
    for one, other in combinations(map(frozenset, sides), 2):
        yield one, other
        yield other, one
