"""`communique evaluate`: how good readings are, against gold."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from communique.cli.files import written_whole
from communique.cli.options import jobs_option, json_option
from communique.cli.printing.output import progress, write_json
from communique.wording import words

if TYPE_CHECKING:
    from communique.evaluate import Scores
    from communique.evaluate.calibration import Calibration
    from communique.report import Report

GOLD_NAME, REPORTS_NAME = ".gold.jsonl", ".reports.jsonl"  # dev.gold.jsonl lies beside dev.reports.jsonl
EXISTING = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command("evaluate")
@click.argument("gold", type=EXISTING)
@click.option("--reports", type=EXISTING, help="The gold's reports; else X.reports.jsonl beside X.gold.jsonl.")
@click.option("--readings", type=EXISTING, help="Score these readings; else the reader reads the reports now.")
@click.option("--ids", default="", metavar="PREFIX", help="Only reports whose id begins with this.")
@click.option("--misses", type=click.IntRange(min=0), default=0, metavar="N", help="Show N values read wrongly.")
@click.option("--group", metavar="G", help="Misses of this group only, e.g. participant.")
@click.option("--intervals", is_flag=True, help="Add 95 % intervals of F1, from resampled reports.")
@click.option("--calibration", metavar="FILE.svg", help="Draw there how far the scores of values tell the truth.")
@jobs_option
@json_option
def command(
    gold: Path,
    reports: Path | None,
    readings: Path | None,
    ids: str,
    misses: int,
    group: str | None,
    intervals: bool,
    calibration: str | None,
    jobs: int | None,
    as_json: bool,
) -> int:
    """Score readings against the GOLD file: precision, recall and F1 by group of fields.

    GOLD has one gold reading a line. A report that cannot be read or a false citation makes the exit status 1.

    For example: communique evaluate dev.gold.jsonl --misses 20 --group statement
    """
    from communique import evaluate

    if group is not None and group not in evaluate.GROUPS:
        raise click.BadParameter(f"{group!r} is not one of: {', '.join(evaluate.GROUPS)}", param_hint="--group")
    known, unread = load(gold, reports or beside(gold), ids=ids, needed=readings is None), 0
    if readings is None:
        read, unread = read_now(known, jobs=jobs)
    else:
        read = evaluate.load_readings(readings)
    texts = {report.id: report.text for report in known}
    wanted = evaluate.load_gold(gold)
    scores = evaluate.score(wanted, read, texts, ids=ids)
    name = gold.name.removesuffix(GOLD_NAME) + (f" {ids}" if ids else "")
    drawn = draw_calibration(calibration, name, wanted, read, ids=ids) if calibration else None
    write_scores(scores, misses=misses, group=group, intervals=intervals, calibration=drawn, as_json=as_json)
    return 1 if unread or scores.false_citations else 0


def beside(gold: Path) -> Path | None:
    """The file of reports that lies beside a gold file, if any."""
    if not gold.name.endswith(GOLD_NAME):
        return None
    reports = gold.with_name(gold.name.removesuffix(GOLD_NAME) + REPORTS_NAME)
    return reports if reports.exists() else None


def load(gold: Path, reports: Path | None, *, ids: str, needed: bool) -> "list[Report]":
    """The gold's reports whose id begins with `ids`; where they are `needed`, a usage error if there are none."""
    from communique import evaluate

    known = [report for report in evaluate.load_reports(reports) if report.id.startswith(ids)] if reports else []
    if needed and not known:
        what = f"{reports}: no report's id begins with {ids!r}" if reports else f"no reports beside {gold}"
        raise click.UsageError(f"{what}; name the gold's reports with --reports FILE, or readings with --readings FILE")
    return known


def read_now(reports: "list[Report]", *, jobs: int | None) -> tuple[list[Any], int]:
    """The reader's readings of reports, and how many it could not read; each of those is told on stderr."""
    from communique.errors import ReaderError
    from communique.reader.many import read_many

    results = [each for _, each in progress(read_many(reports, jobs=jobs), total=len(reports), label="reading")]
    failed = [each for each in results if isinstance(each, ReaderError)]
    for error in failed:
        click.echo(f"communique: {words.line(error)}", err=True)
    return [each for each in results if not isinstance(each, ReaderError)], len(failed)


def draw_calibration(file: str, name: str, gold: list[Any], readings: list[Any], *, ids: str) -> "Calibration":
    """The calibration of the scores of the readings' values against gold, drawn as a diagram into the file."""
    from communique.evaluate.calibration import calibrate
    from communique.evaluate.diagram import diagram
    from communique.evaluate.rule_scores import scored

    found = calibrate(name, scored(gold, readings, ids=ids))
    with written_whole(file) as stream:
        stream.write(diagram([found]).encode("utf-8"))
    return found


def write_scores(
    scores: "Scores",
    *,
    misses: int,
    group: str | None,
    intervals: bool = False,
    calibration: "Calibration | None" = None,
    as_json: bool = False,
) -> None:
    """The table of scores, then as many misses as asked for; or all of it as JSON."""
    from communique import evaluate

    wrong = [miss for miss in scores.misses if group in (None, miss.group)]
    if as_json:
        drawn = {"calibration": calibration.to_json()} if calibration else {}
        write_json(scores.to_json() | drawn | {"misses": [_miss_json(miss) for miss in wrong[:misses]]})
        return
    click.echo(evaluate.table(scores, intervals=scores.bootstrap() if intervals and scores.marks else None))
    if calibration:
        values = words.count(calibration.seen, "value")
        click.echo(f"expected calibration error of the scores of {values}: {calibration.error:.3f}")
    for miss in wrong[:misses]:
        click.echo(f"\n{miss.group} · {words.line(miss.where)}")
        click.echo(f"  gold  {_value(miss.gold)}\n  read  {_value(miss.read)}")


def _value(value: Any) -> str:
    if isinstance(value, dict) and "value" in value:
        return _value(value["value"])
    if isinstance(value, dict):
        return ", ".join(f"{key} {_value(each)}" for key, each in value.items() if each not in (None, [], False))
    if isinstance(value, list | tuple):
        return words.listed([_value(each) for each in value])
    return words.EMPTY if value is None else words.line(value)


def _miss_json(miss: Any) -> dict[str, Any]:
    return {"group": miss.group, "where": miss.where, "gold": miss.gold, "read": miss.read}
