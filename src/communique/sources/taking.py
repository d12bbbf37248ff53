"""One input after the other → Reports: each opened, its format told, and what is wrong with it said in its place."""

import sys
import zlib
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path
from typing import IO

from communique.report import Report
from communique.sources.confined import Confined
from communique.sources.formats import FORMATS, Format, missing
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
) -> Iterator[Report | Problem]:
    """The reports that `inputs` (files, folders, `-` for stdin) hold, in order, and what is wrong with them.

    Nothing is held but the report at hand (and the digest of each id, since the same report twice is one report and
    the same id with another text is a Problem). `meter` is told of every byte taken; `leave_out` are resolved paths
    that are passed over in folders; `formats` are those to tell the inputs by, the last of which fits anything. Raises
    nothing for bad input.
    """
    seen: dict[str, bytes] = {}
    with Confined() as confined:
        opens = partial(opened, meter=meter or Meter(), confined=confined)
        for found in find(inputs, leave_out=leave_out):
            if isinstance(found, Problem):
                yield found
            else:
                yield from _reports(found, stdin or sys.stdin.buffer, opens, seen, formats)


def _reports(
    found: Input, stdin: IO[bytes], opens: Callable[..., Source], seen: dict[str, bytes], formats: Sequence[Format]
) -> Iterator[Report | Problem]:
    try:
        with found.path.open("rb") if found.path else nullcontext(stdin) as stream:
            source = opens(stream, where=found.where, name=found.id)
            if source.encoding:
                yield source.problem(f"is {source.encoding.upper()}, and read so", "nothing need be done", lost=False)
            if not source.head:
                yield source.problem("is empty", "give a text, or leave it out")
                return
            form = next(each for each in formats if each.fits(source))
            lacking = missing(form)
            if lacking:
                what = f"is one of {form.NAME}, which need {' and '.join(lacking)}"
                yield source.problem(what, "pip install 'communique[formats]'")
                return
            yield from _once(form.reports(source), source, seen)
    except EOFError:
        yield Problem(found.where, None, "is gzip that ends too early; what came before is read", "copy it again")
    except zlib.error as error:
        yield Problem(found.where, None, f"is broken gzip ({error}); what came before is read", "copy it again")
    except UnicodeDecodeError as error:
        what = f"is marked as {error.encoding} but is not, or ends too early; what came before is read"
        yield Problem(found.where, None, what, "save it as UTF-8")
    except OSError as error:
        yield Problem(found.where, None, f"cannot be read ({error.strerror or error})", "check it, and its permissions")


def _once(items: Iterator[Report | Problem], source: Source, seen: dict[str, bytes]) -> Iterator[Report | Problem]:
    """The items without reports that were there before; `seen` has the digest of each id."""
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        digest = bytes.fromhex(item.digest)
        before = seen.get(item.id)
        if before is None:
            seen[item.id] = digest
            yield item
        elif before != digest:
            what = f"the id {item.id!r} was there before with another text; this one was passed over"
            yield source.problem(what, "give each report its own id")
