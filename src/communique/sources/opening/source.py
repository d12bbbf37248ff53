"""One opened input: a stream of bytes from which gzip and byte order marks are already taken."""

import codecs
import gzip
import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from typing import IO, TYPE_CHECKING, Any

from communique.sources.confined import Confined, Entry, Extract
from communique.sources.limits import CHUNK, HEAD
from communique.sources.problem import Problem

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

GZIP = b"\x1f\x8b"

# UTF-32 first: its little-endian mark begins with that of UTF-16.
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(slots=True)
class Meter:
    """How many bytes of the inputs have been taken in so far, as they lie on the disk."""

    taken: int = 0


Within = Callable[[IO[bytes], str, str], Iterator[Any]]
"""Takes in a file that lies in another: gives its reports and Problems."""


@dataclass(slots=True)
class Source:
    """An opened input; `line` is the one being read, from 1, where the format has lines.

    `where` is the input as the user named it; `id` is for a report that brings none; `head` is the beginning by
    which the format is told, and `stream` gives the bytes from the beginning on, in an encoding that has ASCII in it.
    `encoding` is the one a byte order mark named, if it was another than UTF-8; the bytes are UTF-8 already.
    `confined` is the process in which foreign formats are parsed; without one, each file has its own.
    `columns` are the fields of a report whose columns in a table have other names, with those names.
    `within` takes in what an archive holds: a stream, its name and its id; None where archives are nested too deep.
    """

    where: str
    id: str
    head: bytes
    stream: IO[bytes] = field(repr=False)
    encoding: str | None = None
    line: int | None = None
    confined: Confined | None = field(default=None, repr=False)
    columns: Mapping[str, str] = field(default_factory=dict)
    within: "Within | None" = field(default=None, repr=False)

    @property
    def whole_in_head(self) -> bool:
        """Whether `head` is all there is."""
        return len(self.head) < HEAD

    def problem(self, what: str, mend: str, *, lost: bool = True) -> Problem:
        """A Problem in this source, at the line being read."""
        return Problem(self.where, self.line, what, mend, lost)

    def whole(self, limit: int) -> bytes | None:
        """All of it, or None where it is more than `limit` bytes."""
        raw = self.stream.read(limit + 1)
        return raw if len(raw) <= limit else None

    def parsed(self, parse: Callable[..., Extract], raw: bytes, **options: Any) -> Extract:
        """`parse(raw, **options)`, run in a process of its own; raises Refused where it gives no report."""
        if self.confined:
            return self.confined.call(parse, raw, **options)
        with Confined() as confined:
            return confined.call(parse, raw, **options)

    def each_parsed(self, parse: Callable[..., Iterator[Entry]], raw: bytes, **options: Any) -> Iterator[Entry]:
        """What `parse(raw, **options)` finds one after the other, as `parsed`."""
        if self.confined:
            yield from self.confined.each(parse, raw, **options)
            return
        with Confined() as confined:
            yield from confined.each(parse, raw, **options)


def opened(stream: IO[bytes], *, where: str, name: str, meter: Meter, confined: Confined | None = None) -> Source:
    """The Source that `stream` holds; `name` is the id of a report in it that brings none.

    Here and later from the Source's stream: OSError, EOFError or zlib.error where gzip is broken, UnicodeDecodeError
    where a byte order mark is not true.
    """
    head, chunks = _head(_counted(stream, meter))
    if head.startswith(GZIP):
        head, chunks = _head(_pieces(gzip.GzipFile(fileobj=_stream(chunks))))
    encoding = None
    for mark, named in MARKS:
        if head.startswith(mark):
            encoding = None if named == "utf-8" else named[:6]
            head, chunks = _head(_as_utf8(chunks, mark, named))
            break
    return Source(where, name, head, _stream(chunks), encoding, confined=confined)


def _stream(chunks: Iterable[bytes]) -> io.BufferedReader:
    return io.BufferedReader(_Chunks(chunks))


def _pieces(stream: IO[bytes] | gzip.GzipFile) -> Iterator[bytes]:
    while piece := stream.read(CHUNK):
        yield piece


def _counted(stream: IO[bytes], meter: Meter) -> Iterator[bytes]:
    for piece in _pieces(stream):
        meter.taken += len(piece)
        yield piece


def _head(chunks: Iterator[bytes]) -> tuple[bytes, Iterator[bytes]]:
    """The beginning, at most HEAD bytes, and the chunks as if it had not been looked at."""
    seen: list[bytes] = []
    size = 0
    while size < HEAD and (chunk := next(chunks, b"")):
        seen.append(chunk)
        size += len(chunk)
    return b"".join(seen)[:HEAD], chain(seen, chunks)


def _as_utf8(chunks: Iterator[bytes], mark: bytes, encoding: str) -> Iterator[bytes]:
    """The chunks without their mark, as UTF-8; lone surrogates are let through."""
    if encoding == "utf-8":
        yield next(chunks).removeprefix(mark)
        yield from chunks
        return
    decoder = codecs.getincrementaldecoder(encoding)("surrogatepass")
    yield decoder.decode(next(chunks)).removeprefix("\ufeff").encode("utf-8", "surrogatepass")
    for chunk in chunks:
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass")
    yield decoder.decode(b"", final=True).encode("utf-8", "surrogatepass")


class _Chunks(io.RawIOBase):
    """A stream over chunks of bytes, so that a beginning can be looked at where there is no going back (stdin)."""

    def __init__(self, chunks: Iterable[bytes]) -> None:
        self._chunks = iter(chunks)
        self._left = b""

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        while not self._left:
            chunk = next(self._chunks, None)
            if chunk is None:
                return 0
            self._left = chunk
        room = memoryview(buffer)
        size = min(len(room), len(self._left))
        room[:size] = self._left[:size]
        self._left = self._left[size:]
        return size
