"""`communique explain`: every value of a reading, the words and the rule it stands on, and how likely it is right."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from communique.cli.files import STDOUT
from communique.cli.options import color_option, json_option, record_option
from communique.cli.printing.output import console, write_json
from communique.cli.printing.problems import Problems
from communique.errors import NotInRecord
from communique.reading import JSON

if TYPE_CHECKING:
    from communique.report import Report


@click.command("explain")
@click.argument("report", metavar="REPORT")
@record_option
@json_option
@color_option
def command(report: str, record: str, as_json: bool, color: bool | None) -> int:
    """Show every value of a report's reading with the words, the rule and the score it stands on.

    REPORT is a file (all reports in it), `-` for standard input, or the id of a report in the record. The score says
    how likely the value is right, from 0 to 100: it is the share of values of its field and rule that were right on
    annotated reports.

    For example: communique explain report.txt
    """
    from communique.cli.printing.reasons import page

    found, lost = readings(report, record)
    explained = [explain(each) for each in found]
    if as_json:
        write_json(explained)
    else:
        out = console(color)
        for each in explained:
            for block in page(each):
                out.print(block)
    return 1 if lost else 0


def readings(report: str, record: str) -> tuple[list[JSON], int]:
    """The readings asked for, read now or from the record, and how many problems lost something, each told."""
    from communique.reader import Reader
    from communique.record import Record

    if report == STDOUT or Path(report).exists():
        reports, lost = _taken(report)
        return [each.to_json() for each in Reader().read_many(reports)], lost
    try:
        with Record(record, read_only=True) as kept:
            return [kept.report(report).reading.to_json()], 0
    except NotInRecord as error:
        raise NotInRecord(f"{report}: no such file, and {error}") from None


def _taken(name: str) -> "tuple[list[Report], int]":
    from communique.sources import Problem, take

    problems = Problems(lambda line: click.echo(line, err=True))
    reports: list[Report] = []
    lost = 0
    for item in take([name]):
        if isinstance(item, Problem):
            problems.add(item)
            lost += item.lost
        else:
            reports.append(item)
    problems.end()
    return reports, lost


def explain(reading: JSON) -> JSON:
    """A reading's values in reading order, each with its path, its citation, its rule and what that says, its score."""
    from communique.reader.rules import rules, told_by
    from communique.reader.score import score, values

    told = rules()
    return {
        "report": reading["report"]["id"],
        "reader": reading["reader"],
        "values": [
            {
                "path": value.path,
                **value.cited,
                "family": told_by(value.cited["rule"]),
                "told": told.get(told_by(value.cited["rule"]) or "", ""),
                "score": round(score(value.field, value.cited["rule"]), 3),
            }
            for value in values(reading)
        ],
    }
