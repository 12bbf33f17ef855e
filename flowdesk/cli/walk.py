"""The pipeline files that a command line means: those it names, and those in the folders it names.

A TOML file is a pipeline if it has a [pipeline] or a [tasks] table. That is looked up in its text, so that
a pipeline that is no valid TOML is found as well: it is the one that needs to be checked.
"""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from flowdesk.cli.paths import identity, shown
from flowdesk.errors import UsageError
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

STDIN = "-"

FOREIGN = frozenset({"pyproject.toml", "Cargo.toml", "Makefile.toml", "mise.toml", "pixi.toml"})
"""Files of other programs, some with [tasks] of their own."""

PASSED_OVER = frozenset({"node_modules", "site-packages", "venv", "__pycache__"})
"""Folders of installed things. Hidden ones, and environments under any name, are passed over too."""

_HEADERS = {
    name: re.compile(rf"^[ \t]*\[[ \t]*[\"']?{name}[\"']?[ \t]*[\].]", re.MULTILINE)
    for name in ("pipeline", "tasks")
}
_KEYS = {name: re.compile(rf"^[ \t]*[\"']?{name}[\"']?[ \t]*[.=]", re.MULTILINE) for name in _HEADERS}
_ANY_HEADER = re.compile(r"^[ \t]*\[", re.MULTILINE)


class Found(NamedTuple):
    """A file to check. One that is `named` is checked whatever it holds."""

    path: Path
    named: bool


def find(paths: Iterable[str], *, all_named: bool = True) -> list[Found]:
    """Return the files that are meant, each once, those of a folder by name.

    Without `all_named`, a named file counts as one that was found in a folder, and must have a [pipeline]
    table: one with tasks alone may be a part of a pipeline that is not among them.

    Raises:
        UsageError: a folder has no pipelines in it.
    """
    found: dict[Path, Found] = {}
    for name in paths:
        path = identity(name)
        if name == STDIN:
            files = [Found(path, named=True)]
        elif path.is_dir():
            files = [Found(file, named=False) for file in _inside(path)]
            if not files:
                raise UsageError(f"there is no pipeline in {shown(path)}")
        elif all_named or (_is_candidate(path.name) and _has_table("pipeline", _text(path))):
            files = [Found(path, named=all_named)]
        else:
            continue
        for file in files:
            found.setdefault(file.path, file)
    return list(found.values())


def _inside(folder: Path) -> Iterator[Path]:
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if _is_walked(os.path.join(here, name)))  # noqa: PTH118 - of a walk's many files
        for name in sorted(names):
            path = folder / here / name
            if _is_candidate(name) and _is_pipeline(_text(path)):
                yield path


def _is_walked(folder: str) -> bool:
    name = os.path.basename(folder)  # noqa: PTH119 - as above
    is_environment = os.path.exists(os.path.join(folder, "pyvenv.cfg"))  # noqa: PTH110, PTH118 - as above
    return not (name.startswith(".") or name in PASSED_OVER or is_environment)


def _is_candidate(name: str) -> bool:
    return name.endswith(".toml") and not name.startswith(".") and name not in FOREIGN


def _is_pipeline(text: str) -> bool:
    return _has_table("pipeline", text) or _has_table("tasks", text)


def _has_table(name: str, text: str) -> bool:
    """Whether a text has a table of this name: with a header, or as a key above all headers."""
    if _HEADERS[name].search(text):
        return True
    first = _ANY_HEADER.search(text)
    return bool(_KEYS[name].search(text, 0, first.start() if first else len(text)))


def _text(path: Path) -> str:
    """Return a file's text as far as it can be read: enough to see its tables."""
    try:
        return path.read_bytes().decode("utf-8", "replace") if path.is_file() else ""
    except OSError:
        return ""
