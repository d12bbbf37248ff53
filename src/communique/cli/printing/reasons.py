"""The values of a reading on a page: score, field, value, words and rule, a row each, then what the rules say.

Loaded by `communique explain`, never by `--help`: it stands on rich.
"""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from communique import reading
from communique.cli.printing.marks import KINDS, STYLES
from communique.cli.printing.tables import Column, plain
from communique.reading import JSON
from communique.wording import parties, words

PARTS: dict[str, type] = {  # where a value stands: the part of a reading it is a field of
    "": reading.Reading,
    "report": reading.Masthead,
    "engagements": reading.Account,
    "engagements.participants": reading.Participant,
    "engagements.documents": reading.Document,
    "people": reading.Person,
    "bodies": reading.Body,
    "bodies.heads": reading.Head,
    "statements": reading.Statement,
    "links": reading.Link,
}
SINGULAR = {
    "bodies": "body",
    "documents": "document",
    "engagements": "engagement",
    "heads": "head",
    "links": "link",
    "participants": "participant",
    "people": "person",
    "statements": "statement",
}

LIKELY, DOUBTFUL = 0.8, 0.6  # scores from which a value is green, and below which red
EIGHTHS = "▁▂▃▄▅▆▇█"
QUOTE_LENGTH = 60  # characters of a citation in a row; `--json` has all
COLUMNS = (
    Column("Score", 5),
    Column("Field", 16, style="dim"),
    Column("Value", share=4),
    Column("In the words, at", share=4),
    Column("By the rule", share=4, style="dim"),
)
INDEX = re.compile(r"\[(\d+)\]")


def page(explained: JSON) -> Iterator[RenderableType]:
    """The values of one reading, section by section, and the rules at its foot."""
    values = explained["values"]
    yield Text(words.line(explained["report"]), "bold").append(f"  read by {explained['reader']}", "not bold dim")
    if not values:
        yield Text("\nNothing in it was read.", "dim")
        return
    yield Text(f"{words.count(len(values), 'value')}; about {_expected(values)} of 100 are likely to be right.", "dim")
    yield Text()
    yield plain(*COLUMNS)
    for section, within in groupby(values, key=_section):
        yield Text(_title(section), "bold")
        yield _rows(section, list(within))
        yield Text()
    yield Text("Rules, and how many values each read", "bold")
    yield _rules(values)
    yield Text()


def _expected(values: list[JSON]) -> int:
    scores: list[float] = [each["score"] for each in values]
    return round(100 * sum(scores) / len(scores))


def _section(value: JSON) -> str:
    """`engagements[0]`, `report`: the outermost part a value stands in."""
    return str(value["path"]).partition(".")[0]


def _title(part: str) -> str:
    """`engagement 1` for `engagements[0]`."""
    name, *index = INDEX.split(part)[:2]
    return " ".join([SINGULAR.get(name, name), *(str(int(each) + 1) for each in index)])


def _rows(section: str, values: list[JSON]) -> Table:
    """A row a value; one without values before those of each part within the section."""
    table = plain(*COLUMNS, header=False)
    before = ""
    for each in values:
        *inner, field = each["path"].removeprefix(f"{section}.").split(".")
        part = ".".join(inner)
        if part != before:
            table.add_row("", _title(part), "", "", "")
            before = part
        label = f"  {INDEX.sub('', field)}" if inner else INDEX.sub("", field)
        table.add_row(_score(each["score"]), label, _value(each), _words(each), words.line(each["rule"]))
    return table


def _score(score: float) -> Text:
    style = "green" if score >= LIKELY else "red" if score < DOUBTFUL else "yellow"
    bar = EIGHTHS[min(len(EIGHTHS) - 1, int(score * len(EIGHTHS)))]
    return Text().append(f"{bar} ", style).append(f"{100 * score:3.0f}", style)


def _value(each: JSON) -> Text:
    """The value in the colour of its kind, a party or country also by name."""
    path = INDEX.sub("", each["path"])
    where, _, field = path.rpartition(".")
    value, kind = each["value"], KINDS[PARTS[where]][field]
    shown = Text().append(words.line("yes" if value is True else value), f"{STYLES[kind]} not bold")
    if field in ("party", "parties", "country") and parties.name(value) != value:
        shown.append(f" {parties.name(value)}", "dim")
    return shown


def _words(each: JSON) -> Text:
    """The words cited, where they are not the value itself, and their offsets."""
    same = each["quote"] == each["value"]
    quote = "" if same else f"“{words.short(each['quote'], QUOTE_LENGTH)}” "
    return Text().append(quote).append(f"{each['start']}–{each['end']}", "dim")


def _rules(values: list[JSON]) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(justify="right", style="dim", min_width=len("100"))
    table.add_column(overflow="fold")
    table.add_column(style="dim")
    told = {each["family"] or each["rule"]: each["told"] for each in values}
    for rule, number in sorted(Counter(each["family"] or each["rule"] for each in values).items()):
        table.add_row(str(number), rule, words.line(told[rule]))
    return table
