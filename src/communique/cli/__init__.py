"""The `communique` command.

Invariant: naming the commands loads none of them. `COMMANDS` says which there are and in which module each
lives; a module is imported when its command is called.

To add a command: write `cli/NAME.py` with a click command named `command` (a thin function that parses, a plain
one that works), and give it a line in `COMMANDS`; `docs/commands.md` must have a section on it.
A command returns its exit status, or None for 0.

Exit status: 0 all well; 1 something could not be read, found or written; 2 wrong use; 130 stopped by Ctrl-C.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from typing import Any

import click

from communique import __version__
from communique.errors import CommuniqueError
from communique.wording import words

FAILED, WRONG_USE, STOPPED, PIPE_CLOSED = 1, 2, 128 + 2, 128 + 13  # as a shell reports SIGINT and SIGPIPE

COMMANDS: dict[str, tuple[str, str]] = {
    "read": ("communique.cli.read", "Read reports and keep what they say in the record."),
    "watch": ("communique.cli.watch", "Read what is new in folders and feed files, again and again."),
    "import": ("communique.cli.import", "Take in a history kept by hand, as accounts of their own."),
    "show": ("communique.cli.show", "Show a report, an engagement, a person or a body."),
    "engagements": ("communique.cli.engagements", "List engagements: who met whom, when, where."),
    "people": ("communique.cli.people", "List the people reports name, and their posts."),
    "bodies": ("communique.cli.bodies", "List standing bodies and their sessions."),
    "statements": ("communique.cli.statements", "List what was said, and by whom."),
    "contact": ("communique.cli.contact", "Count encounters by level or kind, over the years."),
    "compare": ("communique.cli.compare", "Show what accounts of one encounter tell, side by side."),
    "documents": ("communique.cli.documents", "List what was signed, agreed, and is still to be signed."),
    "topics": ("communique.cli.topics", "List topics, and when they first came up."),
    "pending": ("communique.cli.pending", "List what was announced and never reported held."),
    "postings": ("communique.cli.postings", "List who was reported in an office on a day."),
    "coverage": ("communique.cli.coverage", "Show which outlets and months the record covers."),
    "brief": ("communique.cli.brief", "Write a brief on two parties, to carry: PDF, DOCX, HTML."),
    "serve": ("communique.cli.serve", "Open the record in a browser, to look at and to review."),
    "user": ("communique.cli.user", "Look after the accounts of the pages."),
    "export": ("communique.cli.export", "Write the record in a form for other programs."),
    "review": ("communique.cli.review", "List what is worth a look, and decide on it at once."),
    "decide": ("communique.cli.decide", "Say what is one, what is not, and which values are right."),
    "undo": ("communique.cli.undo", "Take back a decision."),
    "history": ("communique.cli.history", "List what people decided, who, when and why."),
    "rebuild": ("communique.cli.rebuild", "Make anew all that follows from reports and decisions."),
    "reread": ("communique.cli.reread", "Read reports of the record again with this reader."),
    "explain": ("communique.cli.explain", "Show each value read, the rule behind it, and how sure it is."),
    "evaluate": ("communique.cli.evaluate", "Score readings against a gold file."),
    "schema": ("communique.cli.schema", "Print the JSON Schema of a reading."),
    "doctor": ("communique.cli.doctor", "Say what works, what is missing, and how to mend it."),
    "demo": ("communique.cli.demo", "Read the example reports and show the record they make."),
}


class Commands(click.Group):
    """The group that knows its commands by name and imports them when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The commands in the order somebody meets them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of this name, imported now."""
        if cmd_name not in COMMANDS:
            return None
        command = import_module(COMMANDS[cmd_name][0]).command
        command.short_help = COMMANDS[cmd_name][1]
        assert isinstance(command, click.Command)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; where nobody reads its output to the end, stop without complaint."""
        try:
            status = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The interpreter's last flush must not complain either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return PIPE_CLOSED
        return status

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of commands for `--help`, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="communique")
def group() -> None:
    """Read press reports of official meetings between states, and keep a cited record of them.

    Begin with `communique demo`, or with `communique read FILE…` and then `communique engagements`.
    The record is the file that COMMUNIQUE_RECORD or --record names, else communique.db in this folder.
    """


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit status; errors end as one line on stderr."""
    _write_any_text()
    try:
        status = group.main(args=arguments, prog_name="communique", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (KeyboardInterrupt, click.Abort):
        return _failed("stopped; what is in the record is safe", STOPPED)
    except CommuniqueError as error:
        return _failed(str(error), FAILED)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        return _failed(f"{where}{error.strerror or error}", FAILED)
    return status if isinstance(status, int) else 0


def _failed(message: str, status: int) -> int:
    click.echo(f"communique: {words.line(message)}", err=True)
    return status


def _write_any_text() -> None:
    # A report may hold characters the terminal's encoding lacks, and lone surrogates that no encoding has.
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
