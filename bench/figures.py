"""The figures of docs/accuracy.md: its table, and the diagram of how true the scores are."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bench.accuracy import FLOORS
from bench.gold import FOLDERS, OWN_ASIDE, PROJECT, SET_ASIDE, WRITTEN_ON, Read, read
from communique.evaluate import GROUPS, Scores, score
from communique.evaluate.calibration import Calibration, calibrate
from communique.evaluate.diagram import diagram
from communique.evaluate.floors import figures, find_file, load_floors
from communique.evaluate.rule_scores import scored

PAGE = PROJECT / "docs" / "accuracy.md"
DIAGRAM = PROJECT / "docs" / "calibration.svg"
COLUMNS = {  # set of the floors file: how the page calls it
    "dev wd": "releases, written on",
    "dev c": "dense, written on",
    "own": "own, written on",
    "check wd": "releases, set aside",
    "check c": "dense, set aside",
    "aside": "own, set aside",
}
PANELS = {
    WRITTEN_ON[0]: "Releases and dense, written on",
    WRITTEN_ON[1]: "Own, written on",
    SET_ASIDE: "Set aside",
    OWN_ASIDE: "Own, set aside",
}
BEGIN, END = "<!-- {}: written by `python -m bench figures` -->", "<!-- end -->"


def write_figures() -> str:
    """Read all gold, write the page's figures and the diagram, and return the figures; nothing else is shown."""
    found = {name: list(read(find_file(name, FOLDERS))) for name in PANELS}
    scores = {floors.name: _score(found[floors.gold], floors.ids) for floors in load_floors(FLOORS)}
    table = "\n".join(_table({COLUMNS[name]: each for name, each in scores.items() if name in COLUMNS}))
    calibrations = [_calibration(PANELS[name], rows) for name, rows in found.items()]
    told = "\n".join(_errors(calibrations))
    DIAGRAM.write_text(diagram(calibrations), encoding="utf-8")
    page = PAGE.read_text(encoding="utf-8")
    PAGE.write_text(_put(_put(page, "figures", table), "calibration", told), encoding="utf-8")
    return f"{table}\n\n{told}\n"


def _score(rows: Iterable[Read], ids: str) -> Scores:
    of = list(rows)
    texts = {each.gold["id"]: each.text for each in of}
    return score((each.gold for each in of), (each.reading for each in of), texts, ids=ids)


def _calibration(name: str, rows: Iterable[Read]) -> Calibration:
    of = list(rows)
    return calibrate(name, scored([each.gold for each in of], [each.reading for each in of]))


def _table(columns: dict[str, Scores]) -> Iterator[str]:
    heads = (f"{name} ({len(scores.marks)})" for name, scores in columns.items())
    yield _row("group", *heads)
    yield _row(*("---" for _ in (None, *columns)))
    reached = [figures(scores) for scores in columns.values()]
    for figure, shown in (("micro", "all (micro)"), *((group, group) for group in GROUPS)):
        yield _row(shown, *(f"{each[figure]:.2f}" for each in reached))
    alarms = (f"{scores.false_alarms} of {scores.negatives}" for scores in columns.values())
    yield _row("given an engagement that have none", *alarms)
    citations = (f"{len(scores.false_citations)} of {scores.citations:,}" for scores in columns.values())
    yield _row("false citations", *citations)


def _errors(calibrations: Sequence[Calibration]) -> Iterator[str]:
    yield _row("reports", "values judged", "right", "expected calibration error")
    yield _row(*("---" for _ in range(4)))
    for each in calibrations:
        right = sum(one.right for one in each.bins) / max(1, each.seen)
        yield _row(each.name.lower(), f"{each.seen:,}", f"{right:.2f}", f"{each.error:.3f}")


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def _put(page: str, what: str, text: str) -> str:
    """The page with this text where its figures of this name stand."""
    begin = BEGIN.format(what)
    there = re.compile(f"{re.escape(begin)}.*?{re.escape(END)}", re.DOTALL)
    if not there.search(page):
        raise ValueError(f"{PAGE.name} has no place for the {what}; add the lines {begin} and {END}")
    return there.sub(lambda _: f"{begin}\n\n{text}\n\n{END}", page)
