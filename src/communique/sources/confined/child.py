"""What runs in the process of its own: one parser after the other, on bytes that come in, with the answers as JSON.

Python's audit hook lets it neither connect, nor start a program, nor write a file, whatever a parser is led to do.
"""

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import asdict
from importlib import import_module
from typing import IO, Any

from communique.sources.confined.extract import Refused
from communique.sources.limits import PARSE_MEMORY

# Events of Python's audit hooks (PEP 578), by how their names begin.
FORBIDDEN: tuple[str, ...] = (
    *("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "subprocess.", "os.system", "os.exec"),
    *("os.posix_spawn", "os.spawn", "os.fork", "os.remove", "os.rename", "os.rmdir", "os.startfile"),
)
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC


def main() -> None:
    """Answer until there is no more to answer. What the parsers print goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    sys.dont_write_bytecode = True
    confine(int(sys.argv[1]) if len(sys.argv) > 1 else PARSE_MEMORY)
    serve(sys.stdin.buffer, answers)


def serve(asked: IO[bytes], answers: IO[bytes]) -> None:
    """Each question is a line of JSON (`function`, `size`, `options`) and as many bytes; each answer is a line of it.

    Where `many` are asked for, a last line `null` says that there are no more.
    """
    while line := asked.readline():
        question = json.loads(line)
        raw = asked.read(question["size"])
        for answer in answers_to(question["function"], raw, question["options"], many=question["many"]):
            answers.write(json.dumps(answer).encode("ascii") + b"\n")
            answers.flush()


def answers_to(
    function: str, raw: bytes, options: dict[str, Any], *, many: bool = False
) -> Iterator[dict[str, Any] | None]:
    """The fields of what a function (`module:name`) makes of `raw`, or `refused`; of `many`, then None."""
    module, _, name = function.partition(":")
    try:
        found = getattr(import_module(module), name)(raw, **options)
        for each in found if many else (found,):
            yield asdict(each)
    except Refused as refused:
        yield {"refused": refused.said}
    except MemoryError:
        yield {"refused": ("takes more memory to read than a report does", "save it as text")}
    except RecursionError:
        yield {"refused": ("is nested deeper than can be read", "save it as text")}
    except Exception as error:  # a parser may fall over anything; that is a fault of the file, not of the program
        told = " ".join(str(error).split())[:100]
        yield {"refused": (f"cannot be read ({type(error).__name__}{': ' + told if told else ''})", "save it as text")}
    else:
        if many:
            yield None


def confine(memory: int) -> None:
    """Bound the memory of this process, where the system can, and take from it what no parser needs."""
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    except (ImportError, ValueError, OSError):
        pass  # not a POSIX system, or one that sets no such bound: the time is bounded all the same
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: tuple[Any, ...]) -> None:
    if event.startswith(FORBIDDEN):
        raise PermissionError(f"{event} is not for a parser")
    if event == "open" and isinstance(arguments[2], int) and arguments[2] & WRITING:
        raise PermissionError("no parser writes files")


if __name__ == "__main__":
    main()
