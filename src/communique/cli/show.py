"""`communique show`: one thing of the record, with the words it stands on."""

from collections.abc import Callable
from contextlib import suppress
from typing import TYPE_CHECKING

import click

from communique.cli.options import color_option, json_option, record_option
from communique.errors import NotInRecord

if TYPE_CHECKING:
    from communique.record import Body, BodyLine, Engagement, Person, PersonLine, Record, StoredReport

    Entry = StoredReport | Engagement | Person | Body
    Way = Callable[[str], Entry]

SHOWN_NEAR = 5  # people and bodies that an ambiguous name is said to fit


@click.command("show")
@click.argument("what", metavar="ID|NAME")
@record_option
@json_option
@color_option
def command(what: str, record: str, as_json: bool, color: bool | None) -> None:
    """Show a report with its citations in colour, an engagement, a person or a standing body.

    It is told by its id; a person or a body also by name, or by any part of the name that no other has.

    For example: communique show E-3f9a2c1b

    For example: communique show "Joint Working Group"
    """
    show(record, what, as_json=as_json, color=color)


def show(path: str, what: str, *, as_json: bool, color: bool | None) -> None:
    """Write the entry of this id or name; raises NotInRecord where there is none."""
    from communique.cli.printing import views
    from communique.cli.printing.output import console, write_json
    from communique.record import Record
    from communique.record.entries import to_json

    with Record(path, read_only=True) as record:
        entry = find(record, what)
        if as_json:
            write_json(to_json(entry))
            return
        out = console(color)
        for block in views.view(entry):
            out.print(block, soft_wrap=getattr(block, "no_wrap", None))


def find(record: "Record", what: str) -> "Entry":
    """The entry of this id, else the person or body of this name, else the only one with it as part of its name.

    Raises NotInRecord where there is none, or more than one.
    """
    with suppress(NotInRecord):
        return record.report(what)
    by_id: dict[str, Way] = {"E-": record.engagement, "P-": record.person, "B-": record.body}
    if what[:2] in by_id:
        return by_id[what[:2]](what)
    told = [f"no report {what!r} in the record"]
    for way in (record.person, record.body):
        try:
            return way(what)
        except NotInRecord as error:  # it names the nearest there are
            told.append(str(error))
    near = _near(record, what)
    if len(near) == 1:
        return by_id[near[0].id[:2]](near[0].id)
    if near:
        shown = "; ".join(map(_called, near[:SHOWN_NEAR]))
        more = f"; and {len(near) - SHOWN_NEAR} more" if len(near) > SHOWN_NEAR else ""
        raise NotInRecord(f"{what!r} may be more than one person or body; give the id: {shown}{more}")
    raise NotInRecord(" · ".join(told))


def _near(record: "Record", what: str) -> "list[PersonLine | BodyLine]":
    """Who and what has this in the name; where nobody has, who has it in rank or office."""
    from communique.resolve import fold

    people = record.people(text=what)
    named = [each for each in people if fold(what) in fold(each.name)]
    return [*named, *record.bodies(text=what)] or list(people)


def _called(near: "PersonLine | BodyLine") -> str:
    """Id, name and parties, to tell namesakes apart."""
    codes = getattr(near, "parties", None) or filter(None, [getattr(near, "party", None)])
    return f"{near.id} {near.name} ({' '.join(codes) or 'party not reported'})"
