"""What the reader reaches on ../shared/gold, in the form of the floors file."""

from pathlib import Path

from communique.evaluate.floors import falls, load_floors, measure, raised, to_toml

FLOORS = Path(__file__).parents[1] / "tests" / "accuracy" / "floors.toml"
GOLD = Path(__file__).parents[2] / "shared" / "gold"

HEADER = """\
# The figures that may not fall: least F1 by set and group, read by tests/accuracy/test_floors.py.
# `python -m bench accuracy --pin` raises them to what the reader now reaches and lowers none. Lower them by hand, only
# on purpose, and say why in the commit.

"""


def accuracy(*, pin: bool, jobs: int = 1) -> tuple[str, list[str]]:
    """The floors raised to what is reached, as TOML, and what has fallen; `pin` writes the file.

    Figures only: what the gold holds and what was missed in it is not shown.
    """
    measured = list(measure(load_floors(FLOORS), GOLD, jobs=jobs))
    text = HEADER + to_toml(raised(floors, scores) for floors, scores in measured)
    if pin:
        FLOORS.write_text(text, encoding="utf-8")
    return text, [fall for floors, scores in measured for fall in falls(floors, scores)]
