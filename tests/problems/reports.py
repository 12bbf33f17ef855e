"""The reports on wrong files: what `flowdesk validate` prints of each, without colours."""

from __future__ import annotations

import os
from contextlib import chdir, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from flowdesk.cli.border import main

FOLDER = Path(__file__).parent
"""Where the files and the modules that they name lie; reports call them by their bare names."""

ASKED = "# flowdesk validate FILE "


def wrong_files() -> list[Path]:
    """All wrong files, by name; those that others include lie further down."""
    return sorted(FOLDER.glob("*.toml"))


def expected(file: Path) -> Path:
    """Where the report that a file should get is kept."""
    return file.with_suffix(".txt")


def arguments(file: Path) -> list[str]:
    """What follows `flowdesk validate FILE`: the file's first line may say it."""
    first = file.read_text("utf-8", errors="replace").partition("\n")[0]
    return first.removeprefix(ASKED).split() if first.startswith(ASKED) else []


def report(file: Path) -> str:
    """What `flowdesk validate FILE` prints, called in the file's folder, to no terminal."""
    out, err = StringIO(), StringIO()
    environment = patch.dict(os.environ, {"NO_COLOR": "1"})
    with chdir(FOLDER), environment, redirect_stdout(out), redirect_stderr(err):
        main(["validate", file.name, *arguments(file)])
    return (out.getvalue() + err.getvalue()).replace(f"{FOLDER}/", "")
