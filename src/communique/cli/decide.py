"""`communique decide`: what a person decides about the record."""

from typing import TYPE_CHECKING, get_args

import click

from communique.cli.options import json_option, record_option
from communique.resolve.decisions import Verdict
from communique.wording import parties
from communique.wording.words import count

if TYPE_CHECKING:
    from communique.record import Decided

VERDICTS = tuple(each for each in get_args(Verdict) if each != "undo")  # `communique undo` does that

CODED = ("party", "country")  # fields that hold the code of a party


def _cite(context: click.Context, parameter: click.Parameter, given: str | None) -> tuple[str, int, int] | None:  # noqa: ARG001
    """`REPORT:START:END`; the report's id may have colons."""
    if given is None:
        return None
    report, *offsets = given.rsplit(":", 2)
    if (
        not report
        or len(offsets) < len(("start", "end"))
        or not all(each.isascii() and each.isdigit() for each in offsets)
    ):
        raise click.BadParameter(f"{given!r}: write REPORT:START:END, with offsets in characters of the report's text")
    start, end = map(int, offsets)
    return report, start, end


@click.command("decide")
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("what", nargs=-1, required=True, metavar="WHAT...")
@click.option(
    "--account", metavar="REPORT[#E1]", help="With `different`: part this account from the engagement's rest."
)
@click.option("--value", metavar="V", help="The value that is accepted or rejected, or what it is edited to.")
@click.option("--cite", callback=_cite, metavar="REPORT:START:END", help="With `edit`: the words that say so.")
@click.option("--why", metavar="TEXT", help="The reason, for whoever reads the history.")
@click.option("--by", metavar="NAME", help="Who decides; else COMMUNIQUE_USER, else the system's user.")
@record_option
@json_option
def command(
    verdict: Verdict,
    what: tuple[str, ...],
    account: str | None,
    value: str | None,
    cite: tuple[str, int, int] | None,
    why: str | None,
    by: str | None,
    record: str,
    as_json: bool,
) -> None:
    """Overrule what the record was judged to say; `communique undo` takes it back.

    `same`, `different` and `unsure` take the ids of two engagements, people or bodies; `different` also one
    engagement and --account. `accept`, `reject`, `unsure` and `edit` take an id and a field. `revoke` takes a rule, or
    RULE@VERSION, and parts what it joined.

    For example: communique decide same P-3f9a2c1b04d7 P-77a0c14e9b52 --why "one man, two spellings"

    For example: communique decide edit E-3f9a2c1b04d7 place --value Batumi --cite 2020-02-12-tbilisi:40:46

    For example: communique decide revoke people.initials
    """
    decide(record, verdict, what, account=account, value=value, cite=cite, why=why, by=by, as_json=as_json)


def decide(
    path: str,
    verdict: Verdict,
    what: tuple[str, ...],
    *,
    account: str | None,
    value: str | None,
    cite: tuple[str, int, int] | None,
    why: str | None,
    by: str | None,
    as_json: bool,
) -> None:
    """Add the decision to the record, and say what it is called and what it did."""
    from communique.record import Record

    field = what[1].partition(":")[0] if len(what) > 1 else ""
    if value is not None and field in CODED:
        value = parties.code(value)
    with Record(path, make=False) as record:
        before = record.counts()
        made = record.decide(verdict, *what, account=account, value=value, cite=cite, why=why, by=by)
        after = record.counts()
    changed = [
        f"{count(is_, *nouns)} in place of {was:,}"
        for was, is_, nouns in (
            (before.engagements, after.engagements, ("engagement", "engagements")),
            (before.people, after.people, ("person", "people")),
            (before.bodies, after.bodies, ("standing body", "standing bodies")),
        )
        if was != is_
    ]
    say(made, changed, as_json=as_json)


def say(made: "Decided", changed: list[str], *, as_json: bool) -> None:
    """Say which decision was added; what it changed goes where messages go."""
    from communique.cli.printing.decided import sentence
    from communique.cli.printing.output import write_json
    from communique.record.entries import to_json

    if as_json:
        write_json(to_json(made))
        return
    click.echo(f"{made.id}  {sentence(made)}")
    if changed:
        click.echo(f"The record now has {', '.join(changed)}.", err=True)
