from __future__ import annotations

import re
import subprocess
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click
import pytest

from flowdesk.cli.app import COMMANDS, app
from flowdesk.cli.lazy import LazyGroup

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.cli.conftest import Told

HEAVY = {
    *(
        "PySide6",
        "aiosql",
        "asyncio",
        "click",
        "cryptography",
        "email",
        "jinja2",
        "pydantic",
        "rich",
        "shutil",
    ),
    *("sqlite3", "subprocess", "tomli", "tree_sitter"),
}

CLICK = {"click", "shutil"}
STORE = {"sqlite3"}
CHECK = {"pydantic", "email", "tomli", "tree_sitter", "subprocess", "asyncio"}

MAY_IMPORT = {
    "--version": set(),
    "--help": CLICK,
    "run --help": CLICK,
    "completion zsh": CLICK,
    "runs": STORE,
    "runs --limit 3 --json": STORE,
    "show": {*CLICK, *STORE},
    "xcom list": STORE,
    "xcom list 1": STORE,
    "xcom get a k": {*CLICK, *STORE, "email", "tomli", "subprocess"},
    "logs a": {*CLICK, *STORE},
    "cancel": {*CLICK, *STORE},
    "explain": CLICK,
    "explain FD207": {*CLICK, "tomli"},
    "schema": {*CLICK, *CHECK},
    "open --help": CLICK,
    "validate --help": CLICK,
    "validate a.toml": {*CLICK, *CHECK},
}
"""Each command and all that it may import of what is slow to import."""


def commands(group: LazyGroup, *names: str) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    for name in group.table:
        command = group.get_command(click.Context(group), name)
        assert command is not None
        yield (*names, name), command
        if isinstance(command, LazyGroup):
            yield from commands(command, *names, name)


@pytest.mark.parametrize("line", MAY_IMPORT)
def test_a_command_imports_only_what_it_needs(line: str) -> None:
    code = (
        "import sys; from flowdesk.cli.border import main; main(sys.argv[1:])\n"
        "print('modules', *{name.split('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *line.split()], capture_output=True, text=True, check=True
    )
    imported = set(done.stdout.splitlines()[-1].split()[1:])
    assert imported & HEAVY <= MAY_IMPORT[line]


@pytest.mark.parametrize("table", ["", "retries = 1", 'pull.x = "b:k"'])
def test_an_unchanged_file_runs_without_what_checked_it(tmp_path: Path, table: str) -> None:
    file = tmp_path / "p.toml"
    file.write_text(
        f'[tasks.b]\nbash = "echo k=1 >> $FLOWDESK_PUSH"\npush.k = "int"\n[tasks.a]\nbash = "true"\n{table}\n'
    )
    code = (
        "import sys; from flowdesk.cli.border import main; assert not main(['run', sys.argv[1], '--quiet'])\n"
        "print('modules', *{name.split('.')[0] for name in sys.modules})"
    )
    imported: set[str] = set()
    for known in (False, True):
        done = subprocess.run(
            [sys.executable, "-c", code, str(file)], capture_output=True, text=True, check=True
        )
        imported = set(done.stdout.splitlines()[-1].split()[1:])
        assert ("pydantic" in imported) is not known
    assert imported & HEAVY <= {"sqlite3", "subprocess"}


def test_the_table_names_commands_that_are_there() -> None:
    for entry in COMMANDS.values():
        module, _, attribute = entry.where.partition(":")
        assert isinstance(getattr(import_module(module), attribute), click.Command)


def test_every_command_has_help_with_an_example() -> None:
    for names, command in commands(app):
        assert command.help, names
        assert f"flowdesk {' '.join(names)}" in command.help, names


def test_help_can_be_asked_for_everywhere_with_h(flowdesk: Callable[..., Told]) -> None:
    for names, _ in commands(app):
        told = flowdesk(*names, "-h")
        assert told.code == 0, names
        assert told.out.startswith("Usage: flowdesk"), names
        assert "\\b" not in told.out, names


def test_examples_stand_on_lines_of_their_own(flowdesk: Callable[..., Told]) -> None:
    lines = flowdesk("run", "--help").out.splitlines()
    assert "    flowdesk run pipelines/xcom.toml --in-process" in lines


def test_alone_it_shows_its_help(flowdesk: Callable[..., Told]) -> None:
    told = flowdesk()
    assert told.code == 0
    assert re.search(r"^  run +Check a pipeline", told.out, re.MULTILINE)
