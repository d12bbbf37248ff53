"""The forms that are one file: each by its name, as the pieces of that file."""

from collections.abc import Callable, Iterable
from typing import TypeAlias

from communique.export import calendar, events, graphs, historian
from communique.export.csv_lines import csv_lines
from communique.export.entities.followthemoney import entities
from communique.export.entities.popolo import popolo
from communique.export.entities.schema_org import json_ld
from communique.export.json_lines import engagements, json_lines, readings
from communique.export.mentions import mentions
from communique.record import Record

Form: TypeAlias = Callable[[Record], Iterable[str | bytes]]

FORMS: dict[str, Form] = {
    "readings": lambda record: json_lines(readings(record)),
    "engagements": lambda record: json_lines(engagements(record)),
    "mentions": lambda record: json_lines(mentions(record)),
    "events": lambda record: csv_lines(events.EVENTS(record)),
    "followthemoney": lambda record: json_lines(entities(record)),
    "popolo": popolo,
    "json-ld": json_ld,
    "graphml": graphs.graphml,
    "gexf": graphs.gexf,
    "history-visits": historian.visits,
    "history-trips": historian.trips,
    "calendar": lambda record: calendar.calendar(record.each_engagement()),
}
DYADS: Form = lambda record: csv_lines(events.DYADS(record))  # noqa: E731
