"""What each command may import: whoever needs more has to say so here, and what it costs its start."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from flowdesk.cli.app import COMMANDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PIPELINE = """
[tasks.a]
bash = "echo score=0.5 >> $FLOWDESK_PUSH"
push.score = "float"
[tasks.b]
python = "work:check"
pull.score = "a:score"
"""
CHECK = "def check(score): assert score == 0.5\n"

HEAVY = """
_hashlib argparse ast asyncio base64 csv ctypes dataclasses datetime decimal difflib dis email gettext http
importlib.metadata inspect json locale logging multiprocessing pathlib platform random re selectors shlex
shutil socket sqlite3 subprocess tarfile tempfile textwrap threading typing unittest urllib.parse uuid xml
zipfile zoneinfo
"""
"""The modules of the standard library that take half a millisecond or more to import."""

STORED = "datetime json pathlib re sqlite3"
"""What it takes to ask the store."""

CLICK = "click datetime difflib gettext locale platform re shutil textwrap threading typing uuid"
"""What click brings with it: 13 ms, as long as an interpreter takes to start."""

RUNNING = f"{STORED} locale selectors socket subprocess threading"
"""Besides, what it takes to start workers."""

CHECKING = (
    "annotated_types pydantic pydantic_core tomli typing_extensions typing_inspection _hashlib ast base64"
    " dataclasses datetime decimal dis inspect json locale pathlib platform random re shutil textwrap"
    " threading typing urllib.parse uuid zoneinfo"
)
"""What it takes to check a file: 130 ms."""

PYDANTIC = f"{CHECKING} csv email importlib.metadata selectors socket tempfile zipfile"
"""Where pydantic looks for its plugins besides."""


class May(NamedTuple):
    """The parts of flowdesk that a command may import, and which heavy or foreign modules."""

    parts: str
    others: str = ""


TABLE = {
    "--version": May("cli"),
    "--help": May("cli errors records", CLICK),
    "run p.toml": May("cli engine errors executors model plan records store xcom", f"{RUNNING} shutil shlex"),
    "run -q p.toml": May("cli engine errors executors model plan records store xcom", RUNNING),
    "run -q first.toml": May(
        "cli engine errors executors model plan records store xcom", f"{RUNNING} {CHECKING}"
    ),
    "validate p.toml": May("cli errors model plan records store xcom", f"{CLICK} json pathlib"),
    "validate first.toml": May("cli errors model plan records store xcom", f"{CLICK} {CHECKING}"),
    "runs": May("cli errors plan records store xcom", STORED),
    "runs --json": May("cli errors plan records store xcom", STORED),
    "show": May("cli errors plan records store xcom", STORED),
    "show 1 a": May("cli errors plan records store xcom", STORED),
    "xcom list": May("cli errors plan records store xcom", STORED),
    "xcom get a score": May("cli errors plan records store xcom", f"{CLICK} {STORED}"),
    "logs a": May("cli errors plan records store xcom", f"{CLICK} {STORED}"),
    "explain FD203": May("cli errors model records", f"{CLICK} pathlib tomli"),
    "schema": May("cli errors model records xcom", f"{CLICK} {PYDANTIC}"),
    "graph p.toml": May("cli errors model plan records store xcom", f"{CLICK} {PYDANTIC}"),
    "completion bash": May("cli errors records", CLICK),
}
"""By command line. `p.toml` has been run before, and its plan is kept; `first.toml` has not."""

NEVER = {"gui", "layout"}
"""Parts that no command needs but those that open the window or draw."""


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two pipelines, one of which has run."""
    folder = tmp_path_factory.mktemp("imports")
    (folder / "work.py").write_text(CHECK)
    os.utime(folder / "work.py", (1, 1))  # else it might have been changed while it was checked
    for name in ("p.toml", "first.toml"):
        (folder / name).write_text(PIPELINE)
    assert list(imported("run -q p.toml", folder))
    return folder


def imported(line: str, folder: Path) -> Iterator[str]:
    """Carry a command out; give the names of the modules it imports."""
    environment = {**os.environ, "FLOWDESK_HOME": str(folder / "home")}
    environment.pop("FLOWDESK_STORE", None)
    told = _told(["-m", "flowdesk", *line.split()], cwd=folder, env=environment)
    yield from (name for name in told if name not in bare())


@cache
def bare() -> frozenset[str]:
    """What this Python imports by itself as it starts: some systems have it bring modules of theirs."""
    return frozenset(_told(["-c", "pass"]))


def _told(arguments: list[str], *, cwd: Path | None = None, env: dict[str, str] | None = None) -> list[str]:
    command = [sys.executable, "-X", "importtime", *arguments]
    told = subprocess.run(command, capture_output=True, text=True, cwd=cwd, env=env, check=True)
    rows = [row for row in told.stderr.splitlines() if row.startswith("import time:")]
    return [row.rpartition("|")[2].strip() for row in rows]


def is_foreign(module: str) -> bool:
    """Whether somebody else wrote it."""
    top = module.partition(".")[0]
    own = {"flowdesk", "imported package", "sitecustomize", "usercustomize", "org"}
    return top not in sys.stdlib_module_names | own and not top.startswith("_") and "__mypyc" not in top


@pytest.mark.parametrize("line", TABLE)
def test_a_command_imports_no_more_than_it_may(line: str, world: Path) -> None:
    if "first" in line:
        for kept in (world / "home" / "cache" / "plans").iterdir():
            kept.unlink()
    found = set(imported(line, world))
    parts = {name.split(".")[1] for name in found if name.startswith("flowdesk.")}
    others = {name for name in found if name in HEAVY.split()} | {
        name.partition(".")[0] for name in found if is_foreign(name)
    }
    assert parts - set(TABLE[line].parts.split()) == set()
    assert others - set(TABLE[line].others.split()) == set()
    if "first" in line:
        assert list(imported("run -q p.toml", world))  # what was kept of it is kept again


@pytest.mark.parametrize("line", TABLE)
def test_the_window_is_for_what_opens_it(line: str) -> None:
    assert not NEVER & set(TABLE[line].parts.split())


def test_the_window_starts_before_anything_heavy_is_imported(world: Path) -> None:
    command = [sys.executable, "-X", "importtime", "-m", "flowdesk", "open", "p.toml"]
    environment = {**os.environ, "FLOWDESK_HOME": str(world / "home"), "QT_QPA_PLATFORM": "offscreen"}
    before = []
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=world, env=environment) as opening:
        assert opening.stderr is not None
        for row in opening.stderr:
            name = row.rpartition("|")[2].strip()
            if name.startswith(("shiboken", "PySide6", "flowdesk.gui")):
                break
            if name not in bare():
                before.append(name)
        opening.kill()
    foreign = {name.partition(".")[0] for name in before if is_foreign(name)}
    assert foreign <= {"click"}
    assert not {"sqlite3", "subprocess", "socket", "dataclasses"} & set(before)


def test_every_short_command_is_in_the_table() -> None:
    """Short is what people and other programs ask often: all that reads, and what starts a run."""
    listed = {line.split()[0] for line in TABLE} - {"--version", "--help"}
    assert listed <= COMMANDS.keys()
    assert {"run", "validate", "runs", "show", "xcom", "logs", "explain", "schema", "graph"} <= listed
