"""What tests of commands share: asking a record as somebody would type it."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple, Protocol

import pytest

from communique.cli import main


class Answer(NamedTuple):
    """What a command said, and its exit status."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


Ask = Callable[..., Answer]


class Console(Protocol):
    """Commands on a record, on a console of so many columns; `columns` of one command may be others."""

    def __call__(self, record: Path, *, columns: int = 110) -> Ask: ...


@pytest.fixture
def console(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Console:
    def on(record: Path, *, columns: int = 110) -> Ask:
        monkeypatch.setenv("COMMUNIQUE_RECORD", str(record))
        monkeypatch.setenv("COMMUNIQUE_USER", "desk")
        for name in ("FORCE_COLOR", "NO_COLOR"):
            monkeypatch.delenv(name, raising=False)

        def asked(*arguments: str, columns: int = columns) -> Answer:
            monkeypatch.setenv("COLUMNS", str(columns))
            status = main(arguments)
            said = capsys.readouterr()
            return Answer(status, said.out, said.err)

        return asked

    return on
