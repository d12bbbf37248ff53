"""Options that several commands share, so that they are named and explained alike everywhere."""

from collections.abc import Callable
from typing import Any, TypeVar

import click

DEFAULT_RECORD = "communique.db"

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
    """`--jobs N` as the parameter `jobs`: how many processes read at once."""
    return click.option(
        "--jobs",
        "-j",
        type=click.IntRange(min=1),
        default=1,
        show_default=True,
        metavar="N",
        help="Read with N processes.",
    )(function)
