"""The command: `python -m bench [NAME …] [--reports N] [--runs N]`, or one of the measures of `bench.alone`."""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bench import corpus
from bench.alone import MEASURES
from bench.asking import asking
from bench.deciding import deciding
from bench.keeping import adding, memory
from bench.machine import machine, versions
from bench.pages import pages
from bench.peers import peers
from bench.reading import reading
from bench.rows import Benchmark, Failed, Row, table
from bench.start import start
from bench.steps import steps
from bench.stream import jobs, stream
from communique.errors import CommuniqueError

BENCHMARKS: dict[str, Benchmark] = {
    "reading": reading,
    "start": start,
    "memory": memory,
    "adding": adding,
    "asking": asking,
    "steps": steps,
}
NAMED: dict[str, Benchmark] = {  # run where they are named: they take minutes
    "peers": peers,
    "jobs": jobs,
    "stream": stream,
    "pages": pages,
    "deciding": deciding,
}
ON_A_RECORD = ("asking", "pages", "deciding")
WITH_GOLD = ("scores", "misses", "train")
RESULTS = Path(__file__).parents[1] / ".bench"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the benchmarks named, all of them where none is; 1 where one failed or a floor has fallen."""
    asked = _parse(arguments)
    if asked.names and asked.names[0] in MEASURES:
        return _measure(asked)
    names = asked.names or list(BENCHMARKS)
    reports = list(corpus.reports(asked.reports, short=asked.short))
    _note(f"{machine()} · {len(reports)} of {corpus.name(short=asked.short)} · {asked.runs} runs")
    rows: list[Row] = []
    failures: list[str] = []
    for name in names:
        _note(f"{name} …")
        try:
            more = {"record": asked.record} if name in ON_A_RECORD else {}
            rows += (BENCHMARKS | NAMED)[name](reports, asked.runs, **more)
        except (Failed, CommuniqueError) as failure:
            failures.append(f"{name}: {failure}")
    if rows:
        sys.stdout.write(table(rows) + "\n")
        _note(f"written to {_keep(rows, asked, len(reports))}")
    for line in failures:
        _note(line)
    return 1 if failures else 0


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench", description="Measure speed, memory and start of communique."
    )
    parser.add_argument(
        "names",
        nargs="*",
        metavar="NAME",
        help=f"{', '.join(BENCHMARKS)} (default: these), {', '.join(NAMED)}, or one of {', '.join(MEASURES)}",
    )
    parser.add_argument("--reports", type=_positive, default=100, help="how many reports (default 100)")
    parser.add_argument(
        "--short",
        action="store_true",
        help="short press reports instead of long releases; `memory` always takes the long ones",
    )
    parser.add_argument("--runs", type=_positive, default=3, help="how many runs (default 3)")
    parser.add_argument(
        "--record", type=Path, help=f"with {', '.join(ON_A_RECORD)}: measure a copy of this record, not one made here"
    )
    parser.add_argument("--pin", action="store_true", help="with accuracy: raise the floors to what is reached")
    parser.add_argument(
        "--gold", type=Path, nargs="+", default=[], help="with scores, misses and train: learn from these instead"
    )
    asked = parser.parse_args(arguments)
    wrong = _wrong_use(asked)
    if wrong:
        parser.error(wrong)
    return asked


def _wrong_use(asked: argparse.Namespace) -> str:
    names = [*BENCHMARKS, *NAMED, *MEASURES]
    unknown = set(asked.names) - set(names)
    if unknown:
        return f"no benchmark is called {min(unknown)!r}; there are {', '.join(names)}"
    alone = next((name for name in MEASURES if name in asked.names), None)
    if alone and len(asked.names) > 1:
        return f"{alone} runs alone"
    if asked.pin and alone != "accuracy":
        return "--pin goes with accuracy"
    return f"--gold goes with {', '.join(WITH_GOLD)}" if asked.gold and alone not in WITH_GOLD else ""


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{number} is not 1 or more")
    return number


def _measure(asked: argparse.Namespace) -> int:
    """One of the measures that run alone."""
    try:
        text, fallen = MEASURES[asked.names[0]](asked)
    except CommuniqueError as error:
        _note(f"{asked.names[0]}: {error}")
        return 1
    sys.stdout.write(text)
    for fall in fallen:
        _note(fall)
    return 1 if fallen else 0


def _keep(rows: list[Row], asked: argparse.Namespace, reports: int) -> Path:
    now = datetime.now(UTC)
    found: dict[str, Any] = {
        "when": now.isoformat(timespec="seconds"),
        "machine": machine(),
        "versions": versions(),
        "corpus": corpus.name(short=asked.short),
        "reports": reports,
        "runs": asked.runs,
        "rows": [row.to_json() for row in rows],
    }
    RESULTS.mkdir(exist_ok=True)
    path = RESULTS / f"{now:%Y-%m-%dT%H-%M-%S}.json"
    path.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return path.relative_to(RESULTS.parent)


def _note(line: str) -> None:
    sys.stderr.write(line + "\n")


if __name__ == "__main__":
    sys.exit(main())
