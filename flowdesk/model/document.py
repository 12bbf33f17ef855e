"""A pipeline file that was read: what it says, what is wrong with it, and where everything stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from flowdesk.model.code import Functions
from flowdesk.model.losses import Losses
from flowdesk.model.page import Page

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.errors import Place, Problem
    from flowdesk.model.file import PipelineFile
    from flowdesk.model.places import Loc, Part

DEEP = 2
"""The keys that name a task, a group or a pool: ("tasks", id)."""


@dataclass
class Document:
    """A file and what was read from it, with the files that it includes. Nothing of it changes.

    `pipeline` is what could be made of the files, without what is broken in them: `losses` tells what that
    is. It is None where nothing could be made of them; then too `problems` says why.
    `included` has the page on which a task, group or pool of another file stands, by ("tasks", id);
    `pages` are all included ones, in the order of reading. `inner` are the pipelines that tasks run, by
    the path that the task has for them; those that cannot be read are not in it.
    """

    path: Path
    text: str
    pipeline: PipelineFile | None = None
    functions: Functions = field(default_factory=Functions)
    problems: list[Problem] = field(default_factory=list)
    losses: Losses = field(default_factory=Losses)
    included: dict[Loc, Page] = field(default_factory=dict)
    pages: list[Page] = field(default_factory=list)
    inner: dict[str, Document] = field(default_factory=dict)

    @property
    def files(self) -> tuple[Path, ...]:
        """All files that say what this pipeline is, this one first."""
        return (self.path, *(page.path for page in self.pages))

    def place(self, loc: Loc, part: Part = "value") -> Place:
        """Where a field stands, by its path: ("tasks", "a", "pull", "x", "from", 1).

        The short form of a field answers for the long one. Where nothing is written at `loc`, the
        nearest field around it answers; the value of a `[table]` is its header's last key.
        """
        return self._page_of(loc).place(loc, part)

    def place_in(self, loc: Loc, offset: int) -> Place:
        """Where character number `offset` (from 0) of the text at `loc` stands; past its end, the quotes."""
        return self._page_of(loc).place_in(loc, offset)

    def task_at(self, line: int) -> str | None:
        """The id of the task to which a line (from 1) of this file belongs, if it belongs to one."""
        return self._own.task_at(line)

    @cached_property
    def _own(self) -> Page:
        return Page(self.path, self.text)

    def _page_of(self, loc: Loc) -> Page:
        return self.included.get(loc[:DEEP], self._own)
