"""Read press reports of official meetings between states, and keep the record of them.

    import communique

    reading = communique.read(text, published="2017-10-24")
    record = communique.Record("communique.db")

Everything is loaded at first use, so that `import communique` costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from communique.errors import CommuniqueError
    from communique.reader import Reader, read
    from communique.reading import Reading
    from communique.record import Record
    from communique.report import Citation, Cited, Report

__version__ = "0.1.0"

__all__ = ["Citation", "Cited", "CommuniqueError", "Reader", "Reading", "Record", "Report", "__version__", "read"]

_HOMES = {
    "Citation": "communique.report",
    "Cited": "communique.report",
    "CommuniqueError": "communique.errors",
    "Reader": "communique.reader",
    "Reading": "communique.reading",
    "Record": "communique.record",
    "Report": "communique.report",
    "read": "communique.reader",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'communique' has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return __all__
