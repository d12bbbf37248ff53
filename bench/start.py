"""How soon a process answers: import, help, the first reading of a cold start."""

import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from bench.rows import Failed, Row, by_run
from communique.report import Report

_FIRST_READING = """
import communique
communique.read("OSLO, 3 May. Minister Mira Example met Minister Nora Sample in Oslo.", published="2021-05-03")
"""


def start(reports: list[Report], runs: int) -> Iterator[Row]:  # noqa: ARG001 - every benchmark is called alike
    """Seconds of whole processes; an empty Python stands first, since every other includes it."""
    python, command = sys.executable, str(Path(sys.executable).with_name("communique"))
    works = {
        "python -c pass": [python, "-c", "pass"],
        "import communique": [python, "-c", "import communique"],
        "communique --help": [command, "--help"],
        "first reading": [python, "-c", _FIRST_READING],
    }
    for arguments in works.values():  # the first start of each also reads its files from the disk
        _run(arguments)
    for name, taken in by_run(runs, {name: partial(_run, each) for name, each in works.items()}).items():
        yield Row(f"start: {name}", "s", tuple(taken))


def _run(arguments: list[str]) -> None:
    done = subprocess.run(arguments, capture_output=True, text=True, check=False)
    if done.returncode:
        raise Failed(f"{' '.join(arguments[:2])} … ended with {done.returncode}: {done.stderr.strip()[-200:]}")
