"""Bytes → text: UTF-8, or the encoding that can be told from the bytes, or nothing."""

import codecs
from dataclasses import dataclass

# The eight-bit encodings that press reports are found in; with more to choose from, short texts are told wrongly.
EIGHT_BIT = ("cp1251", "cp1252", "latin_1")

CONTROL_SHARE = 0.3  # of the characters: above it, bytes that happen to be valid UTF-8 are no text (UTF-16 has half)
_TEXT_CONTROLS = b"\t\n\v\f\r\x1b"
_CONTROLS = bytes(set(range(32)) - set(_TEXT_CONTROLS))


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and the encoding it was found to be in, as a user knows it."""

    text: str
    encoding: str

    @property
    def usual(self) -> bool:
        """Whether it was UTF-8, so that nothing needs to be said."""
        return self.encoding == "utf-8"


def decode(raw: bytes, *, hint: str | None = None) -> Decoded | None:
    """The text of `raw`, None where its encoding cannot be told.

    UTF-8 is certain where it is valid (lone surrogates written out as three bytes are let through). Else `hint`, the
    encoding found elsewhere in the same file, and else what the bytes look like, if they look like one thing only.
    """
    if looks_binary(raw):
        return None
    try:
        return Decoded(raw.decode("utf-8", "surrogatepass"), "utf-8")
    except UnicodeDecodeError:
        pass
    encoding = hint or _told_from(raw)
    try:
        return Decoded(raw.decode(encoding), encoding) if encoding else None
    except UnicodeDecodeError:
        return None


def looks_binary(raw: bytes) -> bool:
    """Whether `raw` (or what it begins) is no text: mostly control characters, or with NULs and not even UTF-8."""
    controls = len(raw) - len(raw.translate(None, _CONTROLS))
    return controls > CONTROL_SHARE * len(raw) or (b"\0" in raw and not _begins_utf8(raw))


def _begins_utf8(raw: bytes) -> bool:
    try:
        codecs.getincrementaldecoder("utf-8")("surrogatepass").decode(raw)
    except UnicodeDecodeError:
        return False
    return True


def _told_from(raw: bytes) -> str | None:
    from charset_normalizer import from_bytes

    # `chaos` is the share of unlikely characters; an equal one for two encodings settles nothing.
    found = sorted(from_bytes(raw, cp_isolation=list(EIGHT_BIT)), key=lambda match: match.chaos)
    if not found or (len(found) > 1 and found[0].chaos == found[1].chaos):
        return None
    return found[0].encoding.replace("latin_1", "latin-1")
