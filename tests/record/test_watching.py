"""Whoever watches a record notices what anybody writes to it, and nothing else."""

from pathlib import Path

from communique import examples
from communique.reader import Reader
from communique.record import Record


def test_every_write_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "record.db"
    pairs = [(each, Reader().read(each)) for each in examples.reports()[:2]]
    with Record(path) as writer, Record(path, read_only=True) as watcher:
        seen = watcher.changes()
        assert watcher.changes() == seen
        writer.engagements()
        watcher.counts()
        assert watcher.changes() == seen
        for pair in pairs:
            own = writer.changes()
            writer.add(*pair)
            assert writer.changes() != own
            assert watcher.changes() != seen
            seen = watcher.changes()
        with Record(path) as other:
            other.rebuild()
        assert watcher.changes() != seen
