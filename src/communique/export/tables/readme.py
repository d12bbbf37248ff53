"""The page beside the tables: which record they were made from, how much it holds, what it covers."""

from collections.abc import Iterable, Iterator

import communique
from communique.export.tables.column import Table
from communique.record import Record
from communique.record.questions import Outlet
from communique.wording import words

DIGITS = 12  # of the digest that a record is cited by


def readme(record: Record, tables: Iterable[Table], file_of: dict[str, str]) -> Iterator[str]:
    """The lines of README.md; `file_of` has the file of each table by its name."""
    counts, covered = record.counts(), record.coverage()
    undated = record.contact().undated
    yield "# Tables of a communiqué record\n\n"
    yield f"Record `{record.digest()[:DIGITS]}`, written by communique {communique.__version__}. "
    yield "The same reports, readings and decisions have the same number, and give these files byte for byte.\n\n"
    yield "| file | a row is |\n|---|---|\n"
    for table in tables:
        yield f"| `{file_of[table.name]}` | {table.row_is} |\n"
    yield "\nThe codebook says what each column holds. A value stands on words of a report: `report`, `quote`, `start` "
    yield "and `end` give them, in Unicode code points. Empty means that no report tells.\n\n"
    yield "## How much\n\n"
    for number, noun, plural in (
        (counts.reports, "report", None),
        (counts.engagements, "engagement", None),
        (counts.people, "person", "people"),
        (counts.bodies, "body", "bodies"),
        (counts.statements, "statement", None),
        (counts.documents, "document", None),
    ):
        yield f"- {words.count(number, noun, plural)}\n"
    yield f"\n{words.count(undated, 'engagement')} held on a day that no report tells: in no year of `dyad_years`.\n\n"
    yield "## What it covers\n\n"
    yield f"Reports from {covered.whole.first or 'no day'} to {covered.whole.last or 'no day'}; "
    yield f"{words.count(covered.silent, 'report')} gave no engagement.\n\n"
    yield "| outlet | reports | first | last | months without a report |\n|---|---|---|---|---|\n"
    for outlet in covered.outlets:
        yield _outlet(outlet)


def _outlet(outlet: Outlet) -> str:
    name = words.line(outlet.name or "not named").replace("|", "\\|")
    return f"| {name} | {outlet.reports} | {outlet.first or ''} | {outlet.last or ''} | {len(outlet.gaps)} |\n"
