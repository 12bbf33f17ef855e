"""What is known of a pipeline's file after a look at it: read, checked, and which files had a say in it.

Without Qt: a look is taken in the workshop's thread, and what comes back is not changed any more.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.errors import Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from flowdesk.errors import Problem
    from flowdesk.model.document import Document
    from flowdesk.plan.plan import Plan

MOST_MODULES = 300
"""So many Python files beside the pipeline are watched; a folder with more is no pipeline's own."""


@dataclass(frozen=True)
class Look:
    """One look at a file. `plan` is None where nothing can be drawn.

    `texts` are the files that can be shown, by path, the pipeline's own first; `watched` are the files
    and folders whose change calls for another look, whether they are there or not.
    """

    document: Document
    plan: Plan | None
    problems: list[Problem]
    texts: Mapping[str, str] = field(default_factory=dict)
    watched: frozenset[Path] = frozenset()

    @property
    def errors(self) -> int:
        """How many problems forbid a run."""
        return sum(problem.severity is Severity.ERROR for problem in self.problems)

    def task_at(self, file: str, line: int) -> str | None:
        """The task to which a line (from 1) of one of the pipeline's files belongs."""
        if file == str(self.document.path):
            return self.document.task_at(line)
        pages = (page for page in self.document.pages if str(page.path) == file)
        return next((page.task_at(line) for page in pages), None)

    def lines_of(self, task: str) -> tuple[str, range]:
        """The file in which a task is written, and its lines (from 1); none where none of that id is."""
        place = self.document.place(("tasks", task), "key")
        if place.file not in self.texts:
            return "", range(0)
        lines = self.texts[place.file].split("\n")
        last = place.line - 1
        for line in range(place.line, len(lines) + 1):
            if self.task_at(place.file, line) != task:
                break
            last = line
        while last > place.line and not lines[last - 1].strip():
            last -= 1
        return place.file, range(place.line, last + 1)

    @cached_property
    def by_task(self) -> dict[str, list[Problem]]:
        """The problems that stand in a task, by its id."""
        found: dict[str, list[Problem]] = {}
        for problem in self.problems:
            if task := self.task_at(problem.place.file, problem.place.line):
                found.setdefault(task, []).append(problem)
        return found


def look_at(path: Path) -> Look:
    """Read and check the file at `path`. Whatever an author can do wrong is in the problems."""
    # pydantic and the parsers are loaded here, in the workshop's thread, not before the window is there.
    from flowdesk.model.reader import read
    from flowdesk.plan.build import check

    document = read(path)
    checked = check(document)
    texts = _texts(document, checked.problems)
    watched = frozenset(_watched(document))
    look = Look(document, checked.plan, checked.problems, texts, watched)
    # Found now, in this thread, for the window to ask later.
    look.task_at(str(path), 1)
    assert look.by_task is not None  # noqa: S101 - a cached property is asked once
    return look


def look_back(path: Path, text: str) -> Look:
    """Look at what the file at `path` said once, to show it. Nobody asks what is wrong with it any more."""
    from flowdesk.model.reader import read

    look = Look(read(path, text=text), None, [], {str(path): text})
    look.task_at(str(path), 1)
    return look


def _texts(document: Document, problems: Iterable[Problem]) -> dict[str, str]:
    texts = {str(document.path): document.text}
    texts |= {str(page.path): page.text for page in document.pages}
    for problem in problems:
        for place in (problem.place, *(other.place for other in problem.related)):
            if place.file not in texts:
                texts[place.file] = _text_of(Path(place.file))
    return texts


def _text_of(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace")
    except OSError:
        return ""


def _watched(document: Document) -> Iterator[Path]:
    yield from document.files
    for function in document.functions.found.values():
        if function.path:
            yield function.path
    for fault in document.functions.faults.values():
        if fault.path:
            yield fault.path
    folder = document.path.parent
    yield folder
    try:
        yield from sorted([*folder.glob("*.py"), *folder.glob("*/*.py")])[:MOST_MODULES]
    except OSError:  # the folder is gone, or not ours to read
        return
    finally:
        for inner in document.inner.values():
            yield from inner.files
