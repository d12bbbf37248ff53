"""The example reports that ship with the package, for the demo and for a first look.

They were written for this project in the styles of many outlets: the persons and events are invented, the
countries real. `reports.jsonl` is in the form `communique read` takes, one report a line.
"""

import json
from functools import cache
from pathlib import Path

from communique.report import Report

PATH = Path(__file__).parent / "reports.jsonl"


@cache
def reports() -> tuple[Report, ...]:
    """The example reports, oldest first."""
    lines = PATH.read_text(encoding="utf-8").splitlines()
    return tuple(_report(json.loads(line)) for line in lines)


def _report(data: dict[str, str]) -> Report:
    return Report(data["id"], data["text"], published=data["published"], title=data["title"])
