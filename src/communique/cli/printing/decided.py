"""Decisions as people read them: in a sentence, in a table, and one on a page with what was shown."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from communique.cli.printing.tables import Column, identity, plain
from communique.wording import words

if TYPE_CHECKING:
    from rich.console import RenderableType
    from rich.text import Text

    from communique.record import Decided

NAMES = 4  # names of a side in a row
PAIRS = {"same": "is the same as", "different": "is not", "unsure": "may or may not be"}


def sentence(made: "Decided") -> str:
    """What was decided, in one line."""
    shown = made.shown or {}
    if made.verdict in PAIRS and "left" in shown:
        how = "is no account of" if made.field == "account" else PAIRS[made.verdict]
        return f"{side(shown.get('left', {}))} {how} {side(shown.get('right', {}))}"
    if made.verdict == "undo":
        return f"{made.undoes} is taken back"
    if made.verdict == "revoke":
        return f"what the rule {words.line(made.rule)} joined is parted"
    return f"{side(shown.get('of', {}))}: {made.field} {_of_value(made, shown)}"


def side(shown: Mapping[str, Any]) -> str:
    """One side as it was shown: its id and what it is called."""
    names = [shown.get("name"), *(shown.get("people") or [])[:NAMES]]
    what = [shown.get("kind"), shown.get("start"), shown.get("place")] if "people" in shown else [shown.get("party")]
    told = ", ".join(words.line(each) for each in (*what, *names) if each)
    return f"{shown.get('id', '')} ({told})" if told else str(shown.get("id", ""))


def table(entries: "Sequence[Decided]", *, header: bool = True) -> "RenderableType":
    """Which decision, when and by whom, what was decided and why, one a row."""
    from rich.text import Text

    made = plain(
        Column("Decision", 14),
        Column("When", 10),
        Column("Who", share=1),
        Column("What", share=4),
        Column("Why", share=2),
        header=header,
    )
    for each in entries:
        what = Text(sentence(each), style="" if each.stands else "dim strike")
        if state := _state(each):
            what.append(f"\n{state}", "dim")
        made.add_row(
            identity(each.id),
            each.made_at[:10],
            Text(words.line(each.made_by)),
            Text(each.verdict, "bold").append("  ").append_text(what),
            Text(words.line(each.why or "")),
        )
    return made


def page(made: "Decided") -> "Iterator[RenderableType]":
    """One decision, with what was shown to whoever made it."""
    from rich.text import Text

    yield Text(made.verdict, "bold").append(f"  {sentence(made)}", "not bold")
    yield Text(f"{made.id} · {made.made_at} · {words.line(made.made_by)}", "dim")
    if made.why:
        yield Text(words.line(made.why))
    if state := _state(made):
        yield Text(state)
    lines = list(_shown(made.shown or {}))
    if lines:
        yield Text("\nWhat was shown", "bold")
    yield from lines


def _of_value(made: "Decided", shown: Mapping[str, Any]) -> str:
    meant = (shown.get("meant") or {}).get("value")
    if made.verdict == "edit":
        was = f" in place of {words.line(meant)}" if meant is not None else ""
        return f"is {words.line(made.value)}{was}"
    if made.verdict == "unsure":
        return f"{words.line(meant)} may or may not be right"
    return f"{words.line(meant)} is {made.verdict}ed"


def _state(made: "Decided") -> str:
    if made.undone_by:
        return f"taken back by {made.undone_by}"
    return "" if made.fits else "does not fit the current reading"


def _shown(shown: Mapping[str, Any]) -> "Iterator[Text]":
    """What was shown, value by value."""
    from rich.text import Text

    for label in ("left", "right", "of"):
        if label in shown:
            yield Text().append(f"{label}  ", "dim").append(side(shown[label]))
            for key, value in shown[label].items():
                if key not in ("id", "name") and value not in (None, [], ""):
                    yield Text().append(f"    {key}  ", "dim").append(_flat(value))
    for each in shown.get("likenesses", ()):
        if isinstance(each, Mapping):
            rule = f"  {each['rule']}@{each['version']}"
            yield Text().append(f"{each['score']:.2f}  ", "bold").append(words.line(each["words"])).append(rule, "dim")
    for field, (left, right) in (shown.get("differs") or {}).items():
        yield Text().append(f"{field}  ", "dim").append(f"{words.line(left)} against {words.line(right)}")
    for each in shown.get("values", ()):
        quote = f"  “{words.line(each['quote'])}” in {words.line(each['report'])}"
        yield Text().append(words.line(each["value"])).append(quote, "dim")


def _flat(value: Any) -> str:
    if isinstance(value, Mapping):
        return " ".join(_flat(each) for each in value.values() if each is not None)
    if isinstance(value, Iterable) and not isinstance(value, str):
        return "; ".join(_flat(each) for each in value)
    return words.line(value)
