"""Text as a database can hold it: of any code points, and back as it was."""

import re

from sqlalchemy import Dialect, Text, TypeDecorator

_UNSTORABLE = re.compile("[\x00\x1a\ud800-\udfff]")
_STORED = re.compile("\x1a([0-9a-f]{4})")


class Words(TypeDecorator[str]):
    """Text of any code points, kept exactly: a database takes neither NUL nor lone surrogates.

    Those, and the escape sign itself (U+001A SUBSTITUTE), are stored as U+001A and four hexadecimal digits; every
    other text is stored as it is. What is read back is what was given, so offsets stay true.
    """

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As stored."""
        if value is None or not _UNSTORABLE.search(value):
            return value
        return _UNSTORABLE.sub(lambda found: f"\x1a{ord(found[0]):04x}", value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """As given."""
        if value is None or "\x1a" not in value:
            return value
        return _STORED.sub(lambda found: chr(int(found[1], 16)), value)
