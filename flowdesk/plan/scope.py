"""What every check of a contract looks at: what a file says, what follows from it, where problems go."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.errors import Place
from flowdesk.plan.findings import At, at
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.model.code import Function
    from flowdesk.model.document import Document
    from flowdesk.model.file import PipelineFile
    from flowdesk.plan.findings import Findings
    from flowdesk.plan.inherit import Inheritance
    from flowdesk.plan.plan import Plan, Source, Task


class Scope(NamedTuple):
    """One document, its plan, and the problems found so far."""

    document: Document
    file: PipelineFile
    plan: Plan
    inheritance: Inheritance
    findings: Findings

    def tasks_having(self, *fields: str) -> Iterator[Task]:
        """The tasks of the plan of which the file says something of one of these fields."""
        tasks = self.plan.tasks
        return (tasks[name] for name in self.file.having(*fields) if name in tasks)

    def declaration(self, source: Source) -> At:
        """Where a task declares that it pushes a key; the task itself where it does not."""
        table = self.file.tasks[source.task]
        if source.key in table.push:
            return at("tasks", source.task, "push", source.key, part="both")
        return at("tasks", source.task, "returns" if table.returns else "push", part="both")

    def definition(self, function: Function) -> list[tuple[str, Place]]:
        """Where a function is defined, if that is known: the other end of a problem with it."""
        if function.path is None or function.line is None:
            return []
        there = Place(str(function.path), function.line, 1, function.line, 1)
        return [(f"'{function.name}' is defined here", there)]
