"""The parts of a document that is a ZIP archive (DOCX, ODT): looked over before one of them is unpacked."""

from io import BytesIO
from zipfile import BadZipFile, ZipFile

from communique.sources.confined import Refused
from communique.sources.limits import PARTS_LIMIT, UNPACKED_LIMIT

BROKEN = ("is a document that is broken or ends too early", "save it again")
TOO_LARGE = (f"unpacks to more than {UNPACKED_LIMIT:,} bytes of text, or {PARTS_LIMIT:,} parts", "save it as text")
MARKUP = (".xml", ".rels")


def opened(raw: bytes) -> ZipFile:
    """The archive; raises Refused where it is broken, or its parts are more than a document has.

    A part is never unpacked beyond the size it is listed with here, whatever it really holds.
    """
    try:
        archive = ZipFile(BytesIO(raw))
    except (BadZipFile, ValueError, OSError):
        raise Refused(*BROKEN) from None
    parts = archive.infolist()
    markup = sum(part.file_size for part in parts if part.filename.endswith(MARKUP))
    everything = sum(part.file_size for part in parts)
    if len(parts) > PARTS_LIMIT or markup > UNPACKED_LIMIT or everything > 4 * UNPACKED_LIMIT:
        raise Refused(*TOO_LARGE)
    return archive


def part(archive: ZipFile, name: str) -> bytes | None:
    """A part unpacked, None where there is none; raises Refused where it is broken."""
    try:
        return archive.read(name)
    except KeyError:
        return None
    except (BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError):
        raise Refused(*BROKEN) from None
