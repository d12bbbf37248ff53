"""Floors: the figures that readings of a set of gold may not fall below.

A floors file is TOML, a table a set:

    ["dev wd"]
    reports = "dev.reports.jsonl"
    gold = "dev.gold.jsonl"
    ids = "wd"                      # only reports whose id begins so
    false_alarms = 0.125            # at most this share of the reports without an engagement may be given one
    floors = { micro = 0.6, macro = 0.5, report = 0.4, … }  # least F1; any group may stand here
"""

import math
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from communique.errors import GoldError
from communique.evaluate import load_gold, load_reports, score
from communique.evaluate.scores import GROUPS, Scores
from communique.reader.many import read_many
from communique.reading import Reading

FIGURES = ("micro", "macro", *GROUPS)  # what may have a floor
ROUNDING = 1e-9  # 0.2 as 2pr/(p+r) may come out a little less
STEPS = 100  # floors are pinned downwards to hundredths, so that another machine's rounding in the model breaks none

_TEXTS = ("reports", "gold", "ids")


@dataclass(frozen=True, slots=True, kw_only=True)
class Floors:
    """The floors of one set: which gold and reports it is, and the least F1 of each figure."""

    name: str
    reports: str  # file name
    gold: str  # file name
    ids: str  # how the ids of its reports begin
    false_alarms: float  # the greatest share of negatives that may be given an engagement
    floors: Mapping[str, float]


def load_floors(path: Path | str) -> list[Floors]:
    """The sets of a floors file, in order; raises GoldError, with the file and the set, for what is none."""
    try:
        sets = tomllib.loads(Path(path).read_text(encoding="utf-8"))
    except OSError as error:
        raise GoldError(f"{path}: cannot be read: {error.strerror}; name a file of floors") from None
    except ValueError as error:
        raise GoldError(f"{path}: not TOML: {error}") from None
    return [_floors(name, given, f"{path}: [{name}]") for name, given in sets.items()]


def _floors(name: str, given: Any, where: str) -> Floors:
    if not isinstance(given, dict) or given.keys() != {*_TEXTS, "false_alarms", "floors"}:
        raise GoldError(f"{where}: expected a table with reports, gold, ids, false_alarms and floors, nothing else")
    floors = given["floors"]
    if not isinstance(floors, dict):
        raise GoldError(f"{where}: floors is not a table; write floors = {{ micro = 0.0 }}")
    unknown = floors.keys() - set(FIGURES)
    if unknown:
        raise GoldError(f"{where}: no figure is called {min(unknown)!r}; there are {', '.join(FIGURES)}")
    for key in _TEXTS:
        if not isinstance(given[key], str):
            raise GoldError(f"{where}: {key} is not a string")
    for key, share in {**floors, "false_alarms": given["false_alarms"]}.items():
        if not isinstance(share, int | float) or not 0 <= share <= 1:
            raise GoldError(f"{where}: {key} is {share!r}, not a number from 0 to 1")
    return Floors(name=name, **given)


def find_file(name: str, folders: Sequence[Path]) -> Path:
    """The file of this name in the first of the folders that has it, else where it would be in the last."""
    return next((folder / name for folder in folders if (folder / name).exists()), folders[-1] / name)


def measure(sets: Sequence[Floors], folders: Sequence[Path], *, jobs: int = 1) -> Iterator[tuple[Floors, Scores]]:
    """Each set with the scores of this reader on it, its files being in `folders`; each report is read once."""
    texts: dict[str, dict[str, str]] = {}
    readings: dict[str, list[Reading]] = {}
    for floors in sets:
        if floors.reports not in texts:
            reports = load_reports(find_file(floors.reports, folders))
            texts[floors.reports] = {report.id: report.text for report in reports}
            results = (result for _, result in read_many(reports, jobs=jobs))
            readings[floors.reports] = [result for result in results if isinstance(result, Reading)]
        gold = load_gold(find_file(floors.gold, folders))
        yield floors, score(gold, readings[floors.reports], texts[floors.reports], ids=floors.ids)


def figures(scores: Scores) -> dict[str, float]:
    """F1 by figure: `micro`, `macro` and each group."""
    groups = {group: counts.f1 for group, counts in scores.groups.items()}
    return {"micro": scores.micro.f1, "macro": scores.macro, **groups}


def falls(floors: Floors, scores: Scores) -> list[str]:
    """What has fallen below its floor, a sentence each; also too many false alarms, and any false citation."""
    found = figures(scores)
    fallen = [
        f"{floors.name}: F1 of {figure} is {found[figure]:.3f}, its floor {least}"
        for figure, least in floors.floors.items()
        if found[figure] < least - ROUNDING
    ]
    if scores.false_alarms > floors.false_alarms * scores.negatives:
        fallen.append(
            f"{floors.name}: {scores.false_alarms} of {scores.negatives} reports without an engagement got one, "
            f"at most the share {floors.false_alarms} may"
        )
    if scores.false_citations:
        fallen.append(f"{floors.name}: {len(scores.false_citations)} of {scores.citations} citations are false")
    return fallen


def raised(floors: Floors, scores: Scores, *, margin: float = 0.0, spare: int = 0) -> Floors:
    """The floors raised to `margin` below what these scores reach, and `spare` false alarms more; none is lowered."""
    share = (scores.false_alarms + spare) / scores.negatives if scores.negatives else 0.0
    reached = {figure: _outwards(f1 - margin, math.floor) for figure, f1 in figures(scores).items()}
    return replace(
        floors,
        false_alarms=min(floors.false_alarms, _outwards(share, math.ceil)),
        floors={figure: max(f1, floors.floors.get(figure, 0.0)) for figure, f1 in reached.items()},
    )


def _outwards(share: float, rounding: Callable[[float], int]) -> float:
    return rounding(round(min(1.0, max(0.0, share)) * STEPS, 6)) / STEPS  # 0.29 * 100 is 28.999999999999996


def to_toml(sets: Iterable[Floors]) -> str:
    """A floors file that `load_floors` reads."""
    return "\n".join(_table(floors) for floors in sets)


def _table(floors: Floors) -> str:
    lines = [
        f"[{_string(floors.name)}]",
        *(f"{key} = {_string(getattr(floors, key))}" for key in _TEXTS),
        f"false_alarms = {floors.false_alarms}",
        f"[{_string(floors.name)}.floors]",
        *(f"{_string(figure) if ' ' in figure else figure} = {least}" for figure, least in floors.floors.items()),
    ]
    return "\n".join(lines) + "\n"


def _string(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
