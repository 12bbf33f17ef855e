"""The examples that come with flowdesk, and the place where they can be edited.

In a checkout they lie in `pipelines/` and are opened there. Where flowdesk is installed they lie inside
the package, which the next version replaces; so the whole folder (pipelines call functions that lie beside
them) is copied to the user's home first, and files that are there already stay as they are.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.assets import asset
from flowdesk.model.head import read_head

if TYPE_CHECKING:
    from flowdesk.model.head import Head

FIRST = ("xcom", "shell", "mapping", "params", "approval")
"""The order in which somebody new would read them; the others follow by name."""


class Examples:
    """The examples of `folder`, which are copied to `place` if they `are_copied`."""

    def __init__(self, folder: Path, place: Path, *, are_copied: bool) -> None:
        self.folder = folder
        self.place = place
        self.are_copied = are_copied

    def heads(self) -> list[Head]:
        """What there is, the ones to read first at the head."""
        heads = [head for path in sorted(self.folder.glob("*.toml")) if (head := read_head(path))]
        return sorted(heads, key=lambda head: (_rank(head.path.stem), head.path.name))

    def take_out(self, example: Path) -> Path:
        """The file to be opened for an example, copied if need be. Raises OSError."""
        if not self.are_copied:
            return example
        self.place.mkdir(parents=True, exist_ok=True)
        for file in self.folder.iterdir():
            there = self.place / file.name
            if file.is_file() and not there.exists():
                shutil.copyfile(file, there)
        return self.place / example.name


def examples() -> Examples:
    """The examples of this installation."""
    inside = asset("pipelines")
    place = Path.home() / "flowdesk-examples"
    beside = asset().parent / "pipelines"
    return (
        Examples(inside, place, are_copied=True)
        if inside.is_dir()
        else Examples(beside, place, are_copied=False)
    )


def _rank(stem: str) -> int:
    return FIRST.index(stem) if stem in FIRST else len(FIRST)
