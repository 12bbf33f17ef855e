"""Reading and checking a file, for every command that takes one."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from flowdesk.cli.report import Report
from flowdesk.errors import FileRefused, Problem
from flowdesk.model.reader import read
from flowdesk.plan.build import check
from flowdesk.store.plan_cache import KeptPlan

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.model.document import Document
    from flowdesk.plan.plan import Plan
    from flowdesk.store.plan_cache import PlanCache

    More = Callable[[Document, Plan], list[Problem]]


def checked(
    path: Path, *, text: str | None = None, more: More | None = None, cache: PlanCache | None = None
) -> Report:
    """Check a pipeline file, or `text` as if it stood there. `more` finds what nobody asks of every file.

    With a cache, what is told of a file that may run is kept in it.
    """
    document = read(path, text=text)
    found = check(document)
    problems = found.problems
    if cache is not None and found.plan is not None and found.ok:
        cache.keep_verdict(document, found.plan, problems)
    if more is not None and found.plan is not None:
        problems = sorted([*problems, *more(document, found.plan)], key=attrgetter("place", "code"))
    texts = {str(page.path): page.text for page in document.pages}
    texts[str(document.path)] = document.text
    tasks = None if found.plan is None else len(found.plan.tasks)
    return Report(path, tasks, problems, texts, document.files[1:])


def plan_of(path: Path, cache: PlanCache) -> KeptPlan:
    """Check a pipeline file that is to run, and keep what comes of it.

    Raises:
        FileRefused: the file has errors.
    """
    document = read(path)
    found = check(document)
    if found.plan is None or not found.ok:
        raise FileRefused(found.problems)
    cache.keep(document, found.plan, found.problems)
    return KeptPlan(found.plan, found.problems, document.text)
