"""Those who write to a record through one server take turns, in one process and in several."""

import threading
from pathlib import Path

import pytest

from communique.errors import RecordError
from communique.record import Record
from communique.web.writing import Writer


@pytest.mark.parametrize("several", [False, True])
def test_one_at_a_time(record_copy: Path, tmp_path: Path, *, several: bool) -> None:
    turn = tmp_path / "turn"
    turn.touch()
    writers = [Writer(record_copy, turn=turn) for _ in range(4 if several else 1)]
    inside: list[int] = []
    most: list[int] = []

    def write(writer: Writer) -> None:
        for _ in range(3):
            with writer.record() as record:
                inside.append(1)
                most.append(len(inside))
                record.decide("unsure", *[each.id for each in record.people()[:2]], by="x")
                inside.pop()

    threads = [threading.Thread(target=write, args=(writers[nth % len(writers)],)) for nth in range(4)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    for writer in writers:
        writer.close()
    assert most == [1] * 12
    with Record(record_copy, read_only=True) as record:
        assert len(record.decisions()) == 12


def test_it_is_kept_open_until_it_is_closed(record_copy: Path) -> None:
    writer = Writer(record_copy)
    with writer.record() as one:
        pass
    with writer.record() as other:
        assert one is other
    writer.close()
    with writer.record() as another:
        assert another is not one
    writer.close()


def test_a_missing_record_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(RecordError), Writer(tmp_path / "none.db").record():
        pass
    assert not (tmp_path / "none.db").exists()
