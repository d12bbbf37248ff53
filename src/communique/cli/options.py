"""Options that several commands share, so that they are named and explained alike everywhere."""

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any, TypeVar

import click

DEFAULT_RECORD = "communique.db"
SHOWN = 50  # lines of an answer where no --limit says otherwise

_DAY = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")

Function = TypeVar("Function", bound=Callable[..., Any])


def record_option(function: Function) -> Function:
    """`--record FILE` as the parameter `record`, a path as text."""
    return click.option(
        "--record",
        metavar="FILE",
        envvar="COMMUNIQUE_RECORD",
        default=DEFAULT_RECORD,
        show_default=True,
        help="The record (or set COMMUNIQUE_RECORD).",
    )(function)


def columns_option(function: Function) -> Function:
    """`--columns FIELD=NAME,…` as the parameter `columns`, a dict from fields of a report to columns of a table."""
    return click.option(
        "--columns",
        metavar="FIELD=NAME,...",
        callback=_columns,
        help="What the columns of tables are called, e.g. text=body,published=date.",
    )(function)


def _columns(context: click.Context, parameter: click.Parameter, value: str | None) -> dict[str, str]:
    from communique.sources.fields import FIELDS

    columns: dict[str, str] = {}
    for each in value.split(",") if value else ():
        field, _, name = (part.strip() for part in each.partition("="))
        if field not in FIELDS or not name:
            what = f"{each!r} is not FIELD=NAME with one of the fields {', '.join(FIELDS)}"
            raise click.BadParameter(what, context, parameter)
        columns[field] = name
    return columns


def json_option(function: Function) -> Function:
    """`--json` as the parameter `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help="Write JSON, for programs.")(function)


def color_option(function: Function) -> Function:
    """`--color/--no-color` as the parameter `color`: True, False, or None to let the output decide."""
    return click.option(
        "--color/--no-color",
        default=None,
        help="Colour the output, or do not; else only on a terminal (NO_COLOR and FORCE_COLOR are heeded).",
    )(function)


def limit_option(function: Function) -> Function:
    """`--limit N` as the parameter `limit`, None for all."""
    return click.option("--limit", type=click.IntRange(min=1), metavar="N", help="Show at most N.")(function)


def jobs_option(function: Function) -> Function:
    """`--jobs N` as the parameter `jobs`: how many processes read at once; None for as many as are worth starting."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        metavar="N",
        help="Read with N processes; else one a core, where there is enough to read.",
    )(function)


def day(context: click.Context, parameter: click.Parameter, given: str | None) -> str | None:  # noqa: ARG001
    """A callback that takes a day, a month or a year."""
    if given is not None and not _DAY.fullmatch(given):
        raise click.BadParameter(f"{given!r} is not a day, month or year; write 2017-10-24, 2017-10 or 2017")
    return given


def on_option(tells: str) -> Callable[[Function], Function]:
    """`--on DAY` as the parameter `on`, a day, month or year; else today by the clock of this machine."""
    return click.option("--on", callback=_day_or_today, metavar="DAY", help=tells)


def _day_or_today(context: click.Context, parameter: click.Parameter, given: str | None) -> str:
    return day(context, parameter, given) or datetime.now().astimezone().date().isoformat()


def span_options(function: Function) -> Function:
    """`--from` and `--to` as the parameters `from_day` and `to_day`."""
    function = click.option("--to", "to_day", callback=day, metavar="DAY", help="On or before.")(function)
    told = "On or after: 2017-10-24, 2017-10 or 2017."
    return click.option("--from", "from_day", callback=day, metavar="DAY", help=told)(function)


def parties_options(function: Function) -> Function:
    """`--between A B` and `--party P` as the parameters `between` and `party`; see `parties.asked`."""
    told = "This party took part; may be given again."
    function = click.option("--party", multiple=True, metavar="P", help=told)(function)
    told = "Both parties took part: codes or names of countries."
    return click.option("--between", nargs=2, metavar="A B", help=told)(function)


def shown_option(function: Function) -> Function:
    """`--limit N` as the parameter `limit`, SHOWN where it is not given."""
    return click.option(
        "--limit", type=click.IntRange(min=1), default=SHOWN, show_default=True, metavar="N", help="Show at most N."
    )(function)
