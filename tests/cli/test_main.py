"""The command line as a whole: its table of commands, what it loads, and how it ends."""

import os
import signal
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path

import click
import pytest

import communique.cli
from communique.cli import COMMANDS, main

CLI = Path(communique.cli.__file__).parent
HEAVY = {"alembic", "pydantic", "rich", "spacy", "sqlalchemy"}
HELP_SECONDS = 0.4


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([_script(), *arguments], capture_output=True, text=True, check=False, timeout=60)


def _script() -> str:
    return str(Path(sys.executable).with_name("communique"))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_is_true(name: str) -> None:
    module, line = COMMANDS[name]
    command = import_module(module).command
    assert isinstance(command, click.Command)
    assert command.name == name
    assert module == f"communique.cli.{name}"
    assert line.endswith(".")
    assert len(line) < 70


def test_every_command_is_in_the_table() -> None:
    commands = {file.stem for file in CLI.glob("*.py") if "\ndef command(" in file.read_text(encoding="utf-8")}
    assert commands == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_has_help(name: str) -> None:
    command: click.Command = import_module(COMMANDS[name][0]).command
    assert command.help
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, option.name
            assert option.help.endswith((".", ")")), option.name


def test_help_lists_every_command_and_loads_none() -> None:
    look = "import sys; from communique.cli import main; main(['--help']); print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60)
    loaded = set(done.stdout.split("\n"))
    assert "communique.cli" in loaded
    assert not HEAVY & loaded
    assert not {module for module, _ in COMMANDS.values()} & loaded
    for name, (_, line) in COMMANDS.items():
        assert f"  {name} " in done.stdout
        assert line in done.stdout


def test_loading_the_commands_loads_nothing_heavy() -> None:
    modules = [module for name, (module, _) in COMMANDS.items() if name != "demo"]  # it reads and asks at once
    look = f"import sys, importlib; [importlib.import_module(m) for m in {modules}]; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", look], capture_output=True, text=True, check=True, timeout=60)
    assert not HEAVY & set(done.stdout.split())


def test_help_is_quick() -> None:
    def seconds() -> float:
        start = time.perf_counter()
        assert run("--help").returncode == 0
        return time.perf_counter() - start

    assert min(seconds() for _ in range(5)) < HELP_SECONDS


def test_wrong_use_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["no-such-command"]) == 2
    assert main(["engagements", "--kind", "brawl"]) == 2
    assert main([]) == 2
    assert "no-such-command" in capsys.readouterr().err


def test_help_and_version_end_with_0(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert main(["schema", "--help"]) == 0
    assert communique.__version__ in capsys.readouterr().out


def test_an_error_is_one_line_on_stderr(tmp_path: Path) -> None:
    done = run("people", "--record", str(tmp_path / "nowhere.db"))
    assert done.returncode == 1
    assert done.stdout == ""
    assert done.stderr.count("\n") == 1
    assert done.stderr.startswith("communique: ")
    assert "nowhere.db" in done.stderr


def test_an_error_cannot_steer_the_terminal(tmp_path: Path) -> None:
    done = run("people", "--record", str(tmp_path / "a\x1b[31m\nb.db"))
    assert "\x1b" not in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_closed_pipe_is_no_complaint() -> None:
    with subprocess.Popen([_script(), "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 128 + signal.SIGPIPE


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs a named pipe")
def test_ctrl_c_is_one_line(tmp_path: Path) -> None:
    gold, pipe = tmp_path / "gold.jsonl", tmp_path / "pipe"
    gold.write_text('{"id": "a"}\n', encoding="utf-8")
    os.mkfifo(pipe)
    command = [_script(), "evaluate", str(gold), "--readings", str(pipe)]
    # Once the pipe opens for writing the command has begun to read from it, and waits.
    with (
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process,
        pipe.open("w", encoding="utf-8"),
    ):
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.strip() == "communique: stopped; what is in the record is safe"
