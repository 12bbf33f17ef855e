"""The architecture as a test: imports only run down, and each heavy library has one home."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGE = Path(__file__).parent.parent / "flowdesk"

BELOW: dict[str, set[str]] = {
    "records": set(),
    "errors": {"records"},
    "xcom": {"records"},
    "assets": set(),
    "model": {"records", "errors", "xcom"},
    "plan": {"records", "errors", "xcom", "model"},
    "store": {"records", "errors", "xcom", "model", "plan"},
    "executors": {"records", "errors", "xcom", "model", "plan"},
    "layout": {"records", "errors", "xcom", "model", "plan"},
    "engine": {"records", "errors", "xcom", "model", "plan", "store", "executors"},
    "cli": {"records", "errors", "xcom", "assets", "model", "plan", "store", "executors", "layout", "engine"},
    "gui": {"records", "errors", "xcom", "assets", "model", "plan", "store", "layout", "engine"},
}
"""Each part of the package and the parts it may import. The command line may start the window."""

HOMES: dict[str, set[str]] = {
    "PySide6": {"gui"},
    "pyqtgraph": {"gui"},
    "sqlite3": {"store"},
    "psycopg": {"store"},
    "pymysql": {"store"},
    "aiosql": {"store"},
    "cryptography": {"store"},
    "pydantic": {"model"},
    "tomli": {"model"},
    "cronsim": {"model"},
    "tree_sitter": {"model"},
    "tree_sitter_toml": {"model"},
    "subprocess": {"executors"},
    "multiprocessing": {"executors"},
    "click": {"cli"},
    "rich": {"cli"},
}
"""Each heavy or dangerous library and the only parts that may import it."""

NEVER = {"pickle", "cPickle", "dill", "cloudpickle", "marshal", "shelve"}
"""Opening a run must never run code."""


def parts() -> dict[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        inside = file.relative_to(PACKAGE)
        found.setdefault(inside.parts[0].removesuffix(".py"), []).append(file)
    return found


def imports(file: Path) -> Iterator[tuple[int, str]]:
    """Give the line and full name of every import, wherever in the file it stands."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{file}:{node.lineno}: imports are written whole"
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


DOORS = ("flowdesk.gui.app.", "flowdesk.gui.export.headless.")
"""Through which the command line starts the window, and has graphs drawn without one."""


def starts_the_window(part: str, name: str) -> bool:
    return part == "cli" and name.startswith(DOORS)


def is_ours_alone(name: str) -> bool:
    return name in {"flowdesk", "flowdesk.__version__"}


@pytest.mark.parametrize("part", sorted(set(parts()) - {"__init__", "__main__"}))
def test_imports_only_run_down(part: str) -> None:
    assert part in BELOW, f"flowdesk/{part} has no place among the layers yet: add it to BELOW"
    wrong = [
        f"{file.relative_to(PACKAGE)}:{line} imports {name}"
        for file in parts()[part]
        for line, name in imports(file)
        if name.split(".")[0] == "flowdesk" and not is_ours_alone(name)
        if name.split(".")[1] not in BELOW[part] | {part} and not starts_the_window(part, name)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("part", sorted(parts()))
def test_each_heavy_library_stays_in_its_home(part: str) -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)}:{line} imports {name}"
        for file in parts()[part]
        for line, name in imports(file)
        if part not in HOMES.get(name.split(".")[0], {part}) or name.split(".")[0] in NEVER
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("file", sorted(PACKAGE.rglob("*.py")), ids=lambda file: file.stem)
def test_nothing_evaluates_text_as_code(file: Path) -> None:
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    names = [call.func.id for call in calls if isinstance(call.func, ast.Name)]
    assert not {"eval", "exec", "compile"} & set(names)


STARTS = {"fork", "forkpty", "posix_spawn", "posix_spawnp", "system", "popen", "execv", "execve", "execvp"}
"""The functions of `os` that begin a process."""


@pytest.mark.parametrize("part", sorted(set(parts()) - {"executors"}))
def test_processes_begin_in_the_executors_only(part: str) -> None:
    wrong = [
        f"{file.relative_to(PACKAGE)}:{node.lineno} calls os.{node.attr}"
        for file in parts()[part]
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in STARTS
        if isinstance(node.value, ast.Name) and node.value.id == "os"
    ]
    assert not wrong, "\n".join(wrong)


def test_every_file_says_in_one_sentence_what_it_holds() -> None:
    for file in PACKAGE.rglob("*.py"):
        first = (ast.get_docstring(ast.parse(file.read_text("utf-8"))) or "").partition("\n")[0]
        assert first.endswith((".", "?")), f"{file.relative_to(PACKAGE)}: {first!r}"
