"""The record in the forms others use. The same record gives the same bytes.

export.json_lines(export.readings(record))   the readings as stored, one a line
export.json_lines(export.engagements(record))
export.json_lines(export.mentions(record))   which words of which report stand for whom
export.csv_lines(export.tables.TABLES["engagements"](record))
export.brief.brief(record, ("AZ", "IR"), on="2018-01-01", form="pdf")
"""

from communique.export import brief, tables
from communique.export.csv_lines import csv_lines
from communique.export.json_lines import engagements, json_lines, readings
from communique.export.mentions import mentions

__all__ = ["brief", "csv_lines", "engagements", "json_lines", "mentions", "readings", "tables"]
