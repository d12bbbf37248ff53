"""Libraries that only some forms need."""

from collections.abc import Iterator
from contextlib import contextmanager

from communique.errors import MissingExtra


@contextmanager
def needed_for(form: str) -> Iterator[None]:
    """Around the import of a library of the extra `exports`; raises MissingExtra where it is not installed."""
    try:
        yield
    except ModuleNotFoundError as error:
        said = f"{form} needs {error.name}; install it with: pip install 'communique[exports]'"
        raise MissingExtra(said) from None
