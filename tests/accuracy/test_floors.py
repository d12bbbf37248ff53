"""What the reader reaches on the gold beside this file, and on ../shared/gold, may not fall below floors.toml.

Messages give figures only: what the check gold holds is not to be seen by who writes the reader.
"""

from functools import cache
from pathlib import Path

import pytest

from communique.evaluate import Scores
from communique.evaluate.floors import FIGURES, Floors, falls, find_file, load_floors, measure

FOLDERS = (Path(__file__).parent, Path(__file__).parents[2].parent / "shared" / "gold")
SETS = load_floors(Path(__file__).with_name("floors.toml"))


@cache
def _scores(reports: str) -> dict[str, Scores]:
    """By set: the scores of all sets that share a file of reports, which is read once."""
    sets = [floors for floors in SETS if floors.reports == reports]
    return {floors.name: scores for floors, scores in measure(sets, FOLDERS)}


@pytest.mark.parametrize("floors", SETS, ids=lambda floors: floors.name)
def test_no_figure_falls_below_its_floor(floors: Floors) -> None:
    if not all(find_file(name, FOLDERS).exists() for name in (floors.gold, floors.reports)):
        pytest.skip(f"needs ../shared/gold/{floors.gold} and {floors.reports}")
    scores = _scores(floors.reports)[floors.name]
    assert scores.marks, f"no report of {floors.gold} has an id that begins with {floors.ids!r}"
    assert scores.missing == 0, f"{scores.missing} of {len(scores.marks)} reports were not read"
    fallen = falls(floors, scores)
    assert not fallen, "\n".join(fallen)


def test_every_set_has_a_floor_for_every_figure() -> None:
    assert [floors.name for floors in SETS] == ["seed", "dev wd", "dev c", "own", "check wd", "check c", "aside"]
    assert all(floors.floors.keys() == set(FIGURES) for floors in SETS)


def test_two_sets_lie_beside_the_floors_and_need_nothing_else() -> None:
    beside = [floors for floors in SETS if floors.name in ("own", "aside")]
    assert all((FOLDERS[0] / name).exists() for floors in beside for name in (floors.reports, floors.gold))
