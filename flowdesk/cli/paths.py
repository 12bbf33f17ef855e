"""Paths as people read them: from here where that is shorter."""

from __future__ import annotations

import os
from pathlib import Path


def shown(path: str | os.PathLike[str]) -> str:
    """Return the path as seen from the current directory, or as it is where that is shorter."""
    whole = os.fspath(path)
    try:
        from_here = os.path.relpath(whole)
    except (OSError, ValueError):  # the current directory is gone
        return whole
    return from_here if len(from_here) < len(whole) else whole


def identity(path: str | os.PathLike[str]) -> Path:
    """Return the path by which the store knows a pipeline: absolute and without `..`, symlinks kept."""
    return Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow symlinks


def root() -> Path:
    """Return the folder from which other programs count paths: GitHub's workspace, else the current one."""
    return Path(os.environ.get("GITHUB_WORKSPACE") or os.getcwd())  # noqa: PTH109 - as identity() has it


def from_root(path: str | os.PathLike[str]) -> str | None:
    """Return a path counted from the root, or None where it lies outside."""
    try:
        return identity(path).relative_to(root()).as_posix()
    except (OSError, ValueError):
        return None
