"""What is fuzzed: each takes any bytes, and raises where something happened that must not.

Parsers that run in a process of their own run in this one here, so that a fuzzer sees into them; what they raise is
caught as it is there. A source must give nothing but reports and Problems, a reading no citation that is not true.
"""

import io
import json
import zlib
from collections.abc import Callable, Iterator
from functools import cache, partial
from typing import IO, TYPE_CHECKING, Any

from communique.report import Report
from communique.sources import FORMATS, Format, Meter, Problem, history
from communique.sources.confined import Confined, Entry, Extract
from communique.sources.confined.child import answers_to
from communique.sources.confined.parent import entry, extract
from communique.sources.limits import NESTED_LIMIT
from communique.sources.opening.source import opened

if TYPE_CHECKING:
    from communique import Reader

SAID = (EOFError, zlib.error, UnicodeDecodeError, OSError)  # what `communique.sources.taking` makes Problems of

Target = Callable[[bytes], None]


class Here(Confined):
    """Parsers in this process, with the answers that they would have given in one of their own."""

    def call(self, function: Callable[..., Extract], raw: bytes, **options: Any) -> Extract:
        """As there."""
        (answer,) = answers_to(f"{function.__module__}:{function.__qualname__}", raw, options)
        return extract(_through_json(answer))

    def each(self, function: Callable[..., Iterator[Entry]], raw: bytes, **options: Any) -> Iterator[Entry]:
        """As there."""
        for answer in answers_to(f"{function.__module__}:{function.__qualname__}", raw, options, many=True):
            if answer is not None:
                yield entry(_through_json(answer))


def _through_json(answer: dict[str, Any] | None) -> dict[str, Any]:
    told: dict[str, Any] = json.loads(json.dumps(answer))
    return told


def source(form: Format, data: bytes) -> None:
    """Take bytes for a file of this format, whatever they are."""
    for found in _taken(io.BytesIO(data), form, NESTED_LIMIT):
        assert isinstance(found, Problem) or (isinstance(found, Report) and found.text), found
        if isinstance(found, Problem):
            assert "\n" not in str(found)
            assert found.what
            assert found.mend


def _taken(stream: IO[bytes], form: Format | None, depth: int) -> Iterator[Report | Problem]:
    try:
        given = opened(stream, where="fuzzed", name="fuzzed", meter=Meter(), confined=Here())
        if not given.head:
            return
        if depth:
            given.within = lambda inner, _where, _name: _taken(inner, None, depth - 1)
        told = form or next(each for each in FORMATS if each.fits(given))
        yield from told.reports(given)
    except SAID as error:
        yield Problem("fuzzed", None, f"cannot be read ({type(error).__name__})", "mend it")


def reader(data: bytes) -> None:
    """Read bytes as the text of a report: each citation is held against it, on a way through JSON."""
    from communique.reading import Reading

    text = data.decode("utf-8", "replace")
    if text.strip():
        reading = _ungated().read(Report("fuzzed", text, published="2023-05-17"))
        assert Reading.from_json(json.loads(json.dumps(reading.to_json())), text) == reading


@cache
def _ungated() -> "Reader":
    from communique import Reader

    return Reader(gated=False)  # through all steps, whatever the text tells of


def _name(form: Format) -> str:
    return str(getattr(form, "__name__", "")).rpartition(".")[2]


TARGETS: dict[str, Target] = {
    **{_name(form): partial(source, form) for form in FORMATS},
    **{f"history_{_name(form)}": partial(source, form) for form in history.FORMATS},
    "reader": reader,
}
"""Every source, and the reader, by name."""
