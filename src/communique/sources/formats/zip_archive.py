"""ZIP: what lies in it is taken in file by file, as in a folder. Nothing is unpacked to where its names say.

A web archive packed for browsing (WACZ, https://specs.webrecorder.net/wacz/1.1.1/) is a ZIP of WARCs with an index,
lists of pages and checksums beside them: only the WARCs are taken, whatever the rest says of them.
"""

import re
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from tempfile import TemporaryFile
from typing import IO

from communique.report import Report
from communique.sources.limits import ARCHIVE_LIMIT, ARCHIVE_UNPACKED, CHUNK, MEMBERS_LIMIT, NESTED_LIMIT
from communique.sources.opening.inputs import id_of
from communique.sources.opening.source import Source
from communique.sources.problem import Problem

NAME = "ZIP archives, WACZ"
NEEDS: tuple[str, ...] = ()

UNPACK = "unpack it and give the folder"
ENCRYPTED = 0x1  # flag of a member; APPNOTE.TXT of PKWARE, 4.4.4
PACKED = "datapackage.json"  # what makes a ZIP with WARCs in `archive/` a WACZ

_WARC = re.compile(r"archive/[^/]+\.warc(\.gz)?")


def fits(source: Source) -> bool:
    """The signature of a first member, or of the end of an empty archive; a workbook is another thing."""
    return source.head.startswith((b"PK\x03\x04", b"PK\x05\x06")) and b"xl/" not in source.head


def reports(source: Source) -> Iterator[Report | Problem]:
    """The reports of all members by name, as from a folder; hidden ones are passed over."""
    if source.within is None:
        yield source.problem(f"lies in {NESTED_LIMIT} archives within each other", UNPACK)
        return
    with TemporaryFile() as file:
        copied = 0
        while piece := source.stream.read(CHUNK):
            copied += file.write(piece)
            if copied > ARCHIVE_LIMIT:
                yield source.problem(f"is an archive of more than {ARCHIVE_LIMIT:,} bytes", UNPACK)
                return
        try:
            with zipfile.ZipFile(file) as archive:
                yield from _members(archive, source)
        except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError) as error:
            yield source.problem(f"is a broken ZIP archive ({error}); what came before is read", "copy it again")


def _members(archive: zipfile.ZipFile, source: Source) -> Iterator[Report | Problem]:
    assert source.within
    members = [each for each in archive.infolist() if not each.is_dir() and not _hidden(each.filename)]
    warcs = [each for each in members if _WARC.fullmatch(each.filename)]
    if warcs and any(each.filename == PACKED for each in members):
        members = warcs
    if not members:
        yield source.problem("is an archive without reports", "give one that has some")
    if len(members) > MEMBERS_LIMIT:
        yield source.problem(f"holds more than {MEMBERS_LIMIT:,} files", UNPACK)
        return
    left = [ARCHIVE_UNPACKED]
    for member in sorted(members, key=lambda each: each.filename):
        where, name = f"{source.where}/{member.filename}", f"{source.id}/{id_of(member.filename)}"
        if ".." in PurePosixPath(member.filename).parts or member.filename.startswith(("/", "\\")):
            yield Problem(where, None, "has a name that leads out of its archive", "give it another name")
        elif member.flag_bits & ENCRYPTED:
            yield Problem(where, None, "is encrypted", "unpack it with its password and give the file")
        else:
            yield from _member(archive, member, where=where, name=name, source=source, left=left)


def _member(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, *, where: str, name: str, source: Source, left: list[int]
) -> Iterator[Report | Problem]:
    assert source.within
    try:
        with archive.open(member) as stream:
            yield from source.within(_Bounded(stream, left), where, name)  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError) as error:
        yield Problem(where, None, f"cannot be unpacked ({error}); what came before is read", "copy it again")


def _hidden(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return any(each.startswith(".") and each != ".." for each in parts) or parts[:1] == ("__MACOSX",)


class _Bounded:
    """A member as it is unpacked; OSError where all of them together come to more than ARCHIVE_UNPACKED."""

    def __init__(self, stream: IO[bytes], left: list[int]) -> None:
        self._stream = stream
        self._left = left

    def read(self, size: int = -1) -> bytes:
        piece = self._stream.read(size)
        self._left[0] -= len(piece)
        if self._left[0] < 0:
            raise OSError(f"its archive unpacks to more than {ARCHIVE_UNPACKED:,} bytes")
        return piece
