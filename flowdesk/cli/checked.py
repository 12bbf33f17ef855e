"""Reading and checking a file, for every command that takes one."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from flowdesk.errors import FileRefused, Problem, Severity
from flowdesk.model.codes import Code
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.plan.plan import Plan
from flowdesk.plan.runnable import unsupported
from flowdesk.store.plan_cache import KeptPlan

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from flowdesk.model.document import Document
    from flowdesk.store.plan_cache import PlanCache


@dataclass(frozen=True, slots=True)
class Report:
    """What came of checking a file. `texts` are those that were checked, by file; `parts` it includes."""

    path: Path
    plan: Plan | None
    problems: list[Problem]
    texts: dict[str, str]
    parts: tuple[Path, ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether the file may not run."""
        return self.plan is None or any(problem.severity is Severity.ERROR for problem in self.problems)


def checked(path: Path, *, text: str | None = None) -> Report:
    """Check a pipeline file, or `text` as if it stood there."""
    document = read(path, text=text)
    found = check(document)
    texts = {str(page.path): page.text for page in document.pages}
    texts[str(document.path)] = document.text
    return Report(path, found.plan, found.problems, texts, document.files[1:])


def plan_of(path: Path, cache: PlanCache) -> KeptPlan:
    """Check a pipeline file that is to run, and keep what comes of it.

    Raises:
        FileRefused: the file has errors, or says what cannot be run yet.
    """
    document = read(path)
    found = check(document)
    if found.plan is None or not found.ok:
        raise FileRefused(found.problems)
    if unsupported(found.plan):
        raise FileRefused(list(_not_yet(found.plan, document)))
    cache.keep(document, found.plan, found.problems)
    return KeptPlan(found.plan, found.problems, document.text)


def _not_yet(plan: Plan, document: Document) -> Iterator[Problem]:
    """What cannot be run yet, each where it is written."""
    parts: dict[tuple[str, ...], Plan] = {("pipeline",): replace(plan, tasks={}, groups={})}
    parts |= {("groups", group.id): Plan(plan.name, {}, {group.id: group}) for group in plan.groups.values()}
    parts |= {("tasks", task.id): Plan(plan.name, {task.id: task}) for task in plan.tasks.values()}
    for loc, part in parts.items():
        for sentence in unsupported(part):
            yield Problem(Code.NOT_YET, sentence, document.place(loc, "key"))
