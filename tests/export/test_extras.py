import pytest

from communique.errors import MissingExtra
from communique.export.extras import needed_for


def test_a_library_that_is_not_installed_is_told_with_the_extra_that_brings_it() -> None:
    with (
        pytest.raises(MissingExtra, match=r"Graphs needs no_such_library; .*communique\[exports\]"),
        needed_for("Graphs"),
    ):
        __import__("no_such_library")
