"""`communique review`: what is worth a look and nobody has decided, and deciding on all of it at once."""

from typing import TYPE_CHECKING, Any, get_args

import click

from communique.cli.options import color_option, json_option, record_option
from communique.resolve.decisions import Verdict
from communique.wording import parties
from communique.wording.words import count

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import RenderableType

    from communique.record import Record

VALUES, PAIRS = "values", ("engagement", "person", "body")
VERDICTS = tuple(each for each in get_args(Verdict) if each not in ("edit", "revoke", "undo"))
SHOWN = 50
MOST = 250  # what the record decides on at once at the most; a test holds them equal


@click.command("review")
@click.option(
    "--what",
    type=click.Choice((VALUES, *PAIRS)),
    default=VALUES,
    show_default=True,
    help="Unlikely values, or what may be one engagement, person or body.",
)
@click.option("--rule", metavar="RULE", help="By this rule.")
@click.option("--outlet", metavar="NAME", help="Values: told by this outlet, as its reports name it.")
@click.option("--party", metavar="P", help="Values: of reports that tell of this party.")
@click.option("--below", type=click.FloatRange(0, 1), metavar="SCORE", help="Values: scored below this (else 0.7).")
@click.option("--unsure", is_flag=True, help="Those of which somebody was unsure.")
@click.option("--limit", type=click.IntRange(1, MOST), default=SHOWN, show_default=True, metavar="N", help="At most N.")
@click.option("--decide", "verdict", type=click.Choice(VERDICTS), help="Say this of all that would be listed, at once.")
@click.option("--why", metavar="TEXT", help="With --decide: the reason, for whoever reads the history.")
@click.option("--by", metavar="NAME", help="With --decide: who; else COMMUNIQUE_USER, else the system's user.")
@record_option
@json_option
@color_option
def command(
    what: str,
    verdict: Verdict | None,
    why: str | None,
    by: str | None,
    record: str,
    *,
    as_json: bool,
    color: bool | None,
    limit: int,
    **asked: Any,
) -> None:
    """List what is worth a look and nobody has decided; with --decide, decide on all of it at once.

    What is decided at once is one group, and `communique undo GROUP` takes all of it back.

    For example: communique review --rule topics.verb.cover --below 0.6

    For example: communique review --rule topics.verb.cover --below 0.6 --decide reject --why "names, not topics"
    """
    if verdict is not None:
        decide(record, verdict, what, limit=limit, why=why, by=by, as_json=as_json, **asked)
    else:
        review(record, what, limit=limit, as_json=as_json, color=color, **asked)


def review(path: str, what: str, *, limit: int, as_json: bool, color: bool | None, **asked: Any) -> None:
    """Write what waits."""
    from communique.cli.printing.listing import write_list
    from communique.record import Record

    with Record(path, read_only=True) as record:
        found = waiting(record, what, limit=limit, **asked)
    if not found and not as_json:
        click.echo("Nothing waits under this filter.")
        return
    nouns = ("value", "values") if what == VALUES else ("pair", "pairs")
    write_list(found, _values if what == VALUES else _pairs, nouns=nouns, as_json=as_json, color=color, limit=None)


def decide(
    path: str,
    verdict: Verdict,
    what: str,
    *,
    limit: int,
    why: str | None,
    by: str | None,
    as_json: bool,
    **asked: Any,
) -> None:
    """Decide on all that waits, and say in which group, and what could not be decided so."""
    from communique.cli.printing.output import write_json
    from communique.record import Record
    from communique.record.entries import to_json

    with Record(path, make=False) as record:
        made = record.decide_all(verdict, waiting(record, what, limit=limit, **asked), why=why, by=by)
    if as_json:
        write_json(to_json(made))
        return
    for each in made.refused:
        click.echo(f"Left out: {each.why}", err=True)
    decided = count(len(made.decided), "decision")
    click.echo(
        f"{made.id}  {decided}; take back with: communique undo {made.id}" if made.id else "Nothing was decided."
    )


def waiting(
    record: "Record",
    what: str,
    *,
    limit: int,
    rule: str | None,
    outlet: str | None,
    party: str | None,
    below: float | None,
    unsure: bool,
) -> list[Any]:
    """What waits of what is asked for, at most `limit`; values are looked for in report after report until then."""
    if what != VALUES:
        return list(record.alike(what, rule=rule, limit=limit, unsure=unsure))
    if unsure:
        return list(record.unsure(limit=limit))[:limit]
    from communique.record.deciding.waiting import UNLIKELY

    of = parties.code(party) if party else None
    found: list[Any] = []
    before = None
    while len(found) < limit:
        doubts = record.doubts(
            below=UNLIKELY if below is None else below, rule=rule, outlet=outlet, party=of, before=before
        )
        found += doubts.entries
        before = doubts.further
        if before is None:
            break
    return found[:limit]


def _values(entries: "Sequence[Any]", *, header: bool = True) -> "RenderableType":
    """Which value, where it stands, and how likely it is."""
    from communique.cli.printing.tables import ID, Column, identity, plain
    from communique.wording import words

    table = plain(
        ID,
        Column("Field", 14),
        Column("Value", share=2),
        Column("Words", share=3),
        Column("Score", 5),
        Column("Rule", share=2),
        header=header,
    )
    for each in entries:
        field = words.line(each.field.partition(":")[0])
        quote = f"{words.line(each.quote)} ({words.line(each.report)}:{each.start}:{each.end})"
        table.add_row(identity(each.of), field, words.line(each.value), quote, f"{each.score:.2f}", each.rule)
    return table


def _pairs(entries: "Sequence[Any]", *, header: bool = True) -> "RenderableType":
    """Which two may be one, how like they are, and why."""
    from communique.cli.printing.tables import ID, Column, identity, plain
    from communique.wording import words

    table = plain(ID, ID, Column("Score", 5), Column("Why", share=3), Column("Rule", share=1), header=header)
    for each in entries:
        table.add_row(identity(each.left), identity(each.right), f"{each.score:.2f}", words.line(each.words), each.rule)
    return table
