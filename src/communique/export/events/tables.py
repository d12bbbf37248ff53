"""Coded events as tables: one row an event with its lists of parties, or one row a dyad."""

from collections.abc import Iterable
from typing import get_args

from communique.export.csv_lines import Cell
from communique.export.events import rules
from communique.export.events.actors import actor
from communique.export.events.coding import Event, events
from communique.export.tables.cells import BETWEEN, citation, joined, value
from communique.export.tables.column import CITATION, Column, Rows, Table
from communique.reading import Status
from communique.record import Record

CODED = (
    Column("engagement", "the id of the engagement that is coded"),
    Column("status", "whether it took place", values=get_args(Status)),
    Column("start_day", "its first day, as far as reports tell it", "day"),
    Column("end_day", "its last day", "day"),
    Column("cameo", "the code of CAMEO 1.1b3, with its leading 0"),
    Column("plover", "the event of PLOVER 0.8", values=tuple(sorted(rules.EVENTS))),
    Column("mode", "PLOVER's mode", values=tuple(sorted(rules.MODES))),
    Column("context", "PLOVER's context", values=("diplomatic", "military")),
    Column("rule", "the rule that coded it"),
    Column("mutual", "whether all act on all; told once here, in both directions as dyads", "truth"),
)


def _coded(event: Event) -> tuple[Cell, ...]:
    told, rule = event.engagement, event.rule
    return (
        *(told.id, told.status.value, value(told.start), value(told.end)),
        *(rule.cameo, rule.event, rule.mode, rule.context, rule.name, event.mutual),
    )


def _codes(parties: Iterable[str]) -> str:
    return BETWEEN.join(actor(each) for each in parties)


def _events(record: Record) -> Rows:
    for engagement in record.each_engagement():
        for each in events(engagement):
            sides = (joined(each.sources), joined(each.targets), _codes(each.sources), _codes(each.targets))
            yield *_coded(each), *sides, *citation(each.told)


EVENTS = Table(
    "events",
    "a coded event, with all its parties",
    (
        *CODED,
        Column("sources", "the parties that acted", "list"),
        Column("targets", "the parties they acted on", "list"),
        Column("source_actors", "the same by CAMEO: a state's ISO 3166-1 alpha-3 code, or IGO", "list"),
        Column("target_actors", "the same by CAMEO", "list"),
        *CITATION,
    ),
    _events,
)


def _dyads(record: Record) -> Rows:
    for engagement in record.each_engagement():
        for each in events(engagement):
            for source, target in each.dyads:
                yield *_coded(each), source, target, actor(source), actor(target), *citation(each.told)


DYADS = Table(
    "event_dyads",
    "a coded event from one party to one other",
    (
        *CODED,
        Column("source", "the party that acted"),
        Column("target", "the party it acted on"),
        Column("source_actor", "the same by CAMEO: a state's ISO 3166-1 alpha-3 code, or IGO"),
        Column("target_actor", "the same by CAMEO"),
        *CITATION,
    ),
    _dyads,
)
