"""The pages are complete, and what they tell to type can be typed."""

import re
import shlex
import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, get_args

import click
import pytest

from communique import cli, reading
from communique.cli.export import CSV, FILES, TABLES
from communique.report import Cited

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
WRITTEN = [*PAGES, ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md"]

SECTION = re.compile(r"^## (.+)$", re.MULTILINE)
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)")
IMAGE = re.compile(r"!\[([^\]]*)\]\(([^)\s]+)\)")
OTHER_PROGRAMS = {"export", "git", "gzip", "head", "jq", "less", "pip", "python3"}
PARTS = [part for part in vars(reading).values() if is_dataclass(part) and part.__module__ == reading.__name__]


def sections(page: Path) -> dict[str, str]:
    """The level-two sections of a page by heading."""
    _, *parts = SECTION.split(page.read_text(encoding="utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def command(name: str) -> click.Command:
    found = import_module(cli.COMMANDS[name][0]).command
    assert isinstance(found, click.Command)
    return found


def test_there_is_a_section_on_every_command() -> None:
    first, *on_commands = sections(DOCS / "commands.md")
    assert first == "What they share"
    assert on_commands == list(cli.COMMANDS)


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_its_section_tells_every_option_and_no_other(name: str) -> None:
    text = sections(DOCS / "commands.md")[name]
    options = {each for option in command(name).params if isinstance(option, click.Option) for each in _long(option)}
    told = {each for row in re.findall(r"^\| (`-.*?) \|", text, re.MULTILINE) for each in re.findall(r"--[\w-]+", row)}
    assert told == options


def _long(option: click.Option) -> list[str]:
    return [each for each in (*option.opts, *option.secondary_opts) if each.startswith("--")]


def test_every_command_and_every_form_is_told_by_what_it_is_for() -> None:
    text = (DOCS / "what-for.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\(commands\.md#(\w+)\)", text)) == set(cli.COMMANDS)
    assert set(re.findall(r"`([\w-]+)`(?=[, |])", text)) == {*FILES, CSV, TABLES}
    formats = {link.partition("#")[2] for link in LINK.findall(text) if link.startswith("formats.md#")}
    inputs, outputs = ("What can be read", "Exports")
    headings = re.findall(r"^##+ (.+)$", (DOCS / "formats.md").read_text(encoding="utf-8"), re.MULTILINE)
    wanted = [each for each in headings if each not in (inputs, outputs, "What is wrong with an input")]
    assert formats == {_anchor(each) for each in wanted}


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_its_section_shows_it_at_work(name: str) -> None:
    assert f"$ communique {name}" in sections(DOCS / "commands.md")[name]


def typed() -> Iterator[tuple[str, str]]:
    """(page, line) of each line that a page tells to type."""
    for page in WRITTEN:
        for language, block in FENCE.findall(page.read_text(encoding="utf-8")):
            if language == "console":
                for line in block.replace("\\\n", " ").splitlines():
                    if line.startswith("$ "):
                        yield page.name, line.removeprefix("$ ")


def commands(line: str) -> Iterator[list[str]]:
    """The commands of a line of shell, without where they read from and write to."""
    words = shlex.shlex(line, posix=True, punctuation_chars="|&;<>")
    words.whitespace_split = True
    one: list[str] = []
    redirected = False
    for word in words:
        if redirected or word in ("<", ">"):
            redirected = not redirected
        elif word in ("|", "&&", ";"):
            yield one
            one = []
        else:
            one.append(word)
    yield one


LINES = sorted(set(typed()))


def test_the_pages_tell_what_to_type() -> None:
    assert len(LINES) > 30
    assert {name for _, line in LINES for name in cli.COMMANDS if f"communique {name}" in line} == set(cli.COMMANDS)


@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}: {line}" for page, line in LINES])
def test_what_they_tell_to_type_can_be_typed(
    page: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for program, *arguments in commands(line):
        if program == "communique":
            _parse(arguments)
        elif program == "make":
            assert re.search(rf"^{arguments[0]}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
        else:
            assert program in OTHER_PROGRAMS, f"{page}: what is {program}?"


def _parse(arguments: list[str]) -> None:
    """Parse a command line as click does, without running it; raises click.UsageError where it is wrong."""
    name, *rest = arguments
    if name.startswith("-"):
        assert name in {"--help", "--version", "-h"}
        return
    assert name in cli.COMMANDS
    for each in rest:
        if each.endswith(".jsonl"):
            Path(each).touch()  # so that what must exist does
    if "--help" not in rest:
        command(name).make_context(name, rest)


def test_a_wrong_line_would_be_found() -> None:
    with pytest.raises(click.UsageError):
        _parse(["engagements", "--no-such-option"])
    with pytest.raises(click.UsageError):
        _parse(["engagements", "--kind", "brawl"])


@pytest.mark.parametrize("part", PARTS, ids=lambda part: str(part.__name__))
def test_the_codebook_tells_every_field_and_no_other(part: type) -> None:
    text = sections(DOCS / "codebook.md")[part.__name__].split("\n### ")[0]
    table = re.findall(r"^\| `(\w+)` \|", text.split("| relation |")[0], re.MULTILINE)
    assert table == [reading.json_name(each.name, each.metadata) for each in fields(part)]


def test_the_codebook_tells_what_a_cited_value_is() -> None:
    table = re.findall(r"^\| `(\w+)` \|", sections(DOCS / "codebook.md")["Cited values"], re.MULTILINE)
    assert sorted(table) == sorted(each.name for each in fields(Cited))


CHOICES: dict[str, Any] = {
    "Kind": reading.Kind,
    "Status": reading.Status,
    "Role": reading.Role,
    "DocumentStatus": reading.DocumentStatus,
    "Relation": reading.Relation,
    "Undated": reading.Undated,
}


@pytest.mark.parametrize("choices", CHOICES.values(), ids=CHOICES.keys())
def test_the_codebook_tells_every_value(choices: Any) -> None:
    text = (DOCS / "codebook.md").read_text(encoding="utf-8")
    for value in get_args(choices):
        assert f"`{value}`" in text


def test_every_page_is_in_the_navigation() -> None:
    listed = re.findall(r"^\s+- (\S+\.md)$", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(listed) == [page.relative_to(DOCS).as_posix() for page in PAGES]


def test_nothing_is_fetched_by_the_pages() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    assert "font: false" in settings
    assert "http" not in settings


def _anchors(page: Path) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {_anchor(heading) for heading in headings}


def _anchor(heading: str) -> str:
    return re.sub(r"[^\w\s-]", "", heading.lower()).strip().replace(" ", "-")


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.name))
def test_pictures_stand_beside_their_page(page: Path) -> None:
    for told, picture in IMAGE.findall(page.read_text(encoding="utf-8")):
        assert told, f"{picture} needs words for who cannot see it"
        assert picture.startswith("https://") or (page.parent / picture).exists(), picture


def test_the_figures_of_accuracy_have_their_place() -> None:
    text = (DOCS / "accuracy.md").read_text(encoding="utf-8")
    for what in ("figures", "calibration"):  # `python -m bench figures` writes between these
        assert re.search(rf"<!-- {what}: .*? -->\n\n\| .*?\|\n\n<!-- end -->", text, re.DOTALL)


@pytest.mark.parametrize("page", WRITTEN, ids=lambda page: str(page.name))
def test_links_lead_somewhere(page: Path) -> None:
    for link in LINK.findall(FENCE.sub("", page.read_text(encoding="utf-8"))):
        if link.startswith("https://"):
            continue
        file, _, anchor = link.partition("#")
        target = (page.parent / file).resolve() if file else page
        assert target.exists(), link
        assert not anchor or anchor in _anchors(target), link


def test_the_python_page_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    text = (DOCS / "python.md").read_text(encoding="utf-8")
    names: dict[str, Any] = {}
    for language, block in FENCE.findall(text):
        if language == "python":
            exec(compile(block, "docs/python.md", "exec"), names)
    assert (tmp_path / "communique.db").exists()


def test_the_changelog_knows_this_version() -> None:
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert "## [Unreleased]" in text or f"## [{sys.modules['communique'].__version__}]" in text
