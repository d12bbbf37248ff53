"""The command: `python -m fuzz [TARGET …] [--seconds N]`. Fuzzes each target so long, and says how often it ran.

Each runs in a process of its own, for libFuzzer ends the one it is in. What it found worth keeping lies in
`.fuzz/TARGET/` and is begun from the next time; an input that broke something lies in `.fuzz/` by its name.
"""

import argparse
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from fuzz.seeds import SEEDS, TEXT

FOUND = Path(__file__).parents[1] / ".fuzz"
INSIDE = "--inside"  # before a target and seconds: fuzz it in this process
SLOWEST = 60  # seconds that one input may take: as long as a parser is given
MEMORY = 4_000  # MB that the process may have: a parser's own 2,000 beside the language model
LONGEST = 20_000  # bytes of an input
SEEN_INTO = ["communique", "docx", "email", "feedparser", "markdown_it", "pdfminer", "trafilatura", "warcio"]

HISTORY = {
    "history_markup": b"<visits><visit><id>1</id><start-date>1990-05-01</start-date><end-date>1990-05-03</end-date>"
    b"<visitor>President Ana Ruiz</visitor><from>Peru</from></visit></visits>",
    "history_lines": b'{"id": "visit-1", "kind": "visit", "visitor": "President Ana Ruiz", "start": "1990-05-01", '
    b'"end": "1990-05-03", "country": "Peru"}\n',
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Fuzz the targets named, all of them where none is; 1 where one broke."""
    given = sys.argv[1:] if arguments is None else list(arguments)
    if given[:1] == [INSIDE]:
        return _inside(given[1], int(given[2]))
    from fuzz.targets import TARGETS

    parser = argparse.ArgumentParser(prog="python -m fuzz", description="Fuzz the sources and the reader.")
    parser.add_argument("targets", nargs="*", metavar="TARGET", help=f"{', '.join(TARGETS)} (default: all)")
    parser.add_argument("--seconds", type=int, default=60, help="how long each (default 60)")
    asked = parser.parse_args(given)
    unknown = sorted(set(asked.targets) - set(TARGETS))
    if unknown:
        parser.error(f"no target is called {unknown[0]!r}; there are {', '.join(TARGETS)}")
    broken = [name for name in asked.targets or TARGETS if not _run(name, asked.seconds)]
    sys.stdout.write(f"broken: {', '.join(broken)}; the inputs lie in {FOUND}\n" if broken else "none broke\n")
    return 1 if broken else 0


def _run(name: str, seconds: int) -> bool:
    """Fuzz one target in a process of its own; whether it held."""
    command = [sys.executable, "-m", "fuzz", INSIDE, name, str(seconds)]
    done = subprocess.run(command, capture_output=True, text=True, errors="replace", check=False)
    ran = re.search(r"stat::number_of_executed_units: *(\d+)", done.stderr)
    covered = re.findall(r"cov: (\d+)", done.stderr)
    told = f"{int(ran[1]):,} executions" if ran else "ended before it was done"
    held = done.returncode == 0 and ran is not None
    sys.stdout.write(f"{name}: {told}, {covered[-1] if covered else 0} edges{'' if held else ': BROKEN'}\n")
    sys.stdout.flush()
    if not held:
        sys.stdout.write(done.stderr[-3000:])
    return held


def _inside(name: str, seconds: int) -> int:
    """Fuzz here; libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=SEEN_INTO):
        from fuzz.targets import TARGETS
    kept = FOUND / name
    kept.mkdir(parents=True, exist_ok=True)
    (kept / "seed").write_bytes(HISTORY.get(name) or (SEEDS[name]() if name in SEEDS else TEXT.encode()))
    target = TARGETS[name]
    with atheris.instrument_imports(include=SEEN_INTO):
        target((kept / "seed").read_bytes())  # so that what is imported late is seen into too
    options = [f"-max_total_time={seconds}", f"-timeout={SLOWEST}", f"-rss_limit_mb={MEMORY}", f"-max_len={LONGEST}"]
    where = [f"-artifact_prefix={FOUND}/{name}-", "-print_final_stats=1", str(kept)]
    atheris.Setup([name, *options, *where], target)
    atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
