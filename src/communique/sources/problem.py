"""What was wrong with an input, as one line that somebody can act on."""

from dataclasses import dataclass

SHOWN = 200  # characters of a name or a value that a line repeats


@dataclass(frozen=True, slots=True)
class Problem:
    """Something in an input that is not as it should be.

    `where` is the input as the user named it, `line` counts from 1 where there are lines, `what` says what is wrong
    and `mend` what to do. `lost` is False where the report was read all the same and this is only to be known.
    """

    where: str
    line: int | None
    what: str
    mend: str
    lost: bool = True

    def __str__(self) -> str:
        place = self.where if self.line is None else f"{self.where}:{self.line}"
        return f"{printable(place)}: {printable(self.what)}; {printable(self.mend)}"


def printable(text: str) -> str:
    r"""`text` fit for a line on a terminal: what does not print (`\n`, escapes, surrogates) is written as an escape."""
    shown = text if len(text) <= SHOWN else text[:SHOWN] + "…"
    return "".join(each if each.isprintable() else each.encode("unicode_escape").decode("ascii") for each in shown)
