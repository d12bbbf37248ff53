"""One input after the other → Reports: each opened, its format told, and what is wrong with it said in its place."""

import sys
import zlib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from pathlib import Path
from typing import IO

from communique.report import Report
from communique.sources.confined import Confined
from communique.sources.formats import FORMATS, Format, missing
from communique.sources.limits import NESTED_LIMIT
from communique.sources.opening.inputs import Input, find
from communique.sources.opening.source import Meter, Source, opened
from communique.sources.problem import Problem


def take(
    inputs: Sequence[str],
    *,
    stdin: IO[bytes] | None = None,
    meter: Meter | None = None,
    leave_out: Collection[Path] = (),
    formats: Sequence[Format] = FORMATS,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Report | Problem]:
    """The reports that `inputs` (files, folders, `-` for stdin) hold, in order, and what is wrong with them.

    Nothing is held but the report at hand (and the digest of each id, since the same report twice is one report and
    the same id with another text is a Problem). `meter` is told of every byte taken; `leave_out` are resolved paths
    that are passed over in folders; `formats` are those to tell the inputs by, the last of which fits anything;
    `columns` says of fields of a report how their columns in a table are called. Raises nothing for bad input.
    """
    found = find(inputs, leave_out=leave_out)
    return take_found(found, stdin=stdin, meter=meter, formats=formats, columns=columns)


def take_found(
    found: Iterable[Input | Problem],
    *,
    stdin: IO[bytes] | None = None,
    meter: Meter | None = None,
    formats: Sequence[Format] = FORMATS,
    columns: Mapping[str, str] | None = None,
) -> Iterator[Report | Problem]:
    """As `take`, of inputs that were found already; the Problems among them stay in their place."""
    with Confined() as confined:
        taking = _Taking(meter or Meter(), confined, formats, columns or {})
        for each in found:
            if isinstance(each, Problem):
                yield each
            else:
                yield from taking.input(each, stdin or sys.stdin.buffer)


class _Taking:
    """What opens inputs and tells their formats; `_seen` has the digest of each id, `_compared` is the last report."""

    def __init__(self, meter: Meter, confined: Confined, formats: Sequence[Format], columns: Mapping[str, str]) -> None:
        self._meter = meter
        self._confined = confined
        self._formats = formats
        self._columns = columns
        self._seen: dict[str, bytes] = {}
        self._compared: Report | None = None

    def input(self, found: Input, stdin: IO[bytes]) -> Iterator[Report | Problem]:
        """The reports of a file or of stdin."""
        try:
            with found.path.open("rb") if found.path else nullcontext(stdin) as stream:
                yield from self._reports(stream, found.where, found.id, self._meter, NESTED_LIMIT)
        except OSError as error:
            yield _unreadable(found.where, error)

    def _reports(
        self, stream: IO[bytes], where: str, name: str, meter: Meter, depth: int
    ) -> Iterator[Report | Problem]:
        """The reports of an opened input; of one that holds others, those of archives no deeper than `depth`."""
        try:
            source = opened(stream, where=where, name=name, meter=meter, confined=self._confined)
            source.columns = self._columns
            if depth:
                source.within = lambda inner, place, called: self._reports(inner, place, called, Meter(), depth - 1)
            yield from self._told(source)
        except EOFError:
            yield Problem(where, None, "is gzip that ends too early; what came before is read", "copy it again")
        except zlib.error as error:
            yield Problem(where, None, f"is broken gzip ({error}); what came before is read", "copy it again")
        except UnicodeDecodeError as error:
            what = f"is marked as {error.encoding} but is not, or ends too early; what came before is read"
            yield Problem(where, None, what, "save it as UTF-8")
        except OSError as error:
            yield _unreadable(where, error)

    def _told(self, source: Source) -> Iterator[Report | Problem]:
        if source.encoding:
            yield source.problem(f"is {source.encoding.upper()}, and read so", "nothing need be done", lost=False)
        if not source.head:
            yield source.problem("is empty", "give a text, or leave it out")
            return
        form = next(each for each in self._formats if each.fits(source))
        lacking = missing(form)
        if lacking:
            what = f"is one of {form.NAME}, which need {' and '.join(lacking)}"
            yield source.problem(what, "pip install 'communique[formats]'")
            return
        yield from self._once(form.reports(source), source)

    def _once(self, items: Iterator[Report | Problem], source: Source) -> Iterator[Report | Problem]:
        """The items without reports that were there before."""
        for item in items:
            # what lies in another file was compared when that was opened
            if isinstance(item, Problem) or item is self._compared:
                yield item
                continue
            digest = bytes.fromhex(item.digest)
            before = self._seen.get(item.id)
            if before is None:
                self._seen[item.id] = digest
                self._compared = item
                yield item
            elif before != digest:
                what = f"the id {item.id!r} was there before with another text; this one was passed over"
                yield source.problem(what, "give each report its own id")


def _unreadable(where: str, error: OSError) -> Problem:
    return Problem(where, None, f"cannot be read ({error.strerror or error})", "check it, and its permissions")
