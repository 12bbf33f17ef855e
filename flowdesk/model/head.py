"""What the first lines of a pipeline's file say about it, without checking the rest: for lists of files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST = 4 << 20
"""Bytes; no pipeline is written that large, and nobody waits for a list of them."""
LEFT_OUT = {"node_modules", "__pycache__", "site-packages", "venv", "build", "dist"}
MOST_LOOKED_AT = 5000


class Head(NamedTuple):
    """A pipeline's file, its name and its description, both as they stand there or as they would be."""

    path: Path
    name: str
    description: str


def read_head(path: Path) -> Head | None:
    """The head of a pipeline; None for a file that cannot be read, is no TOML or has no tasks."""
    import tomli

    try:
        if path.stat().st_size > LARGEST:
            return None
        table = tomli.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(table.get("tasks"), dict):
        return None
    about = table.get("pipeline")
    said = about if isinstance(about, dict) else {}
    name, description = said.get("name"), said.get("description")
    return Head(
        path,
        name if isinstance(name, str) and name else path.stem,
        " ".join(description.split()) if isinstance(description, str) else "",
    )


def pipelines_in(folder: Path) -> list[Head]:
    """The pipelines in a folder and below it, sorted by path; what is hidden or made by tools is left out."""
    found = (read_head(path) for path in _files(folder))
    return sorted((head for head in found if head), key=lambda head: head.path)


def _files(folder: Path) -> Iterator[Path]:
    looked = 0
    for here, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name[0] != "." and name not in LEFT_OUT)
        for name in sorted(names):
            looked += 1
            if looked > MOST_LOOKED_AT:
                return
            if name.endswith(".toml") and name != "pyproject.toml":
                yield Path(here, name)
