"""What reading into a record takes: the peak of memory of a whole process, and the rate of adding alone."""

import json
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from bench import corpus
from bench.rows import Failed, Row, seconds
from communique.reader import Reader
from communique.reader.many import read_many
from communique.reading import Reading
from communique.record import Record
from communique.report import Report


def memory(reports: list[Report], runs: int) -> Iterator[Row]:
    """Peak memory and rate of a process of its own that reads the reports into a new record."""
    found = [_apart(len(reports)) for _ in range(runs)]
    yield Row("read into a record: peak memory", "MB", tuple(each["peak_mb"] for each in found))
    yield Row("read into a record: rate", "reports/s", tuple(len(reports) / each["seconds"] for each in found))


def adding(reports: list[Report], runs: int) -> Iterator[Row]:
    """The rate at which readings made before are added to a new record."""
    readings = list(zip(reports, Reader().read_many(reports), strict=True))
    taken = []
    for _ in range(runs):
        with TemporaryDirectory() as folder, Record(Path(folder) / "bench.db") as record:
            taken.append(seconds(lambda: [record.add(report, read) for report, read in readings]))
    yield Row("add to a record", "reports/s", tuple(len(reports) / each for each in taken))


def _apart(number: int) -> dict[str, float]:
    arguments = [sys.executable, "-m", "bench.keeping", str(number)]
    done = subprocess.run(arguments, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[1])
    if done.returncode:
        raise Failed(f"reading into a record ended with {done.returncode}: {done.stderr.strip()[-200:]}")
    found: dict[str, float] = json.loads(done.stdout)
    return found


def _keep(number: int) -> dict[str, float]:
    """Read so many reports into a new record, in this process."""
    begun = perf_counter()
    with TemporaryDirectory() as folder, Record(Path(folder) / "bench.db") as record:
        for report, result in read_many(corpus.reports(number)):
            if isinstance(result, Reading):
                record.add(report, result)
    return {"seconds": perf_counter() - begun, "peak_mb": peak() / 1e6}


def peak() -> int:
    """The most memory this process has held, in bytes."""
    try:  # Linux lets a process begin with its parent's peak in `ru_maxrss`; this is its own
        lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
    except (OSError, StopIteration):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        return peak if sys.platform == "darwin" else peak * 1024  # macOS counts bytes, others kilobytes


if __name__ == "__main__":
    sys.stdout.write(json.dumps(_keep(int(sys.argv[1]))))
