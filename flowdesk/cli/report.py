"""What came of checking a file, as it is told; and where that is kept, without checking it again."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.errors import Severity
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.errors import Problem
    from flowdesk.store.plan_cache import PlanCache


class Report(NamedTuple):
    """What came of checking a file. `texts` are those that were checked, by file; `parts` it includes.

    `tasks` is how many tasks it has; None: no plan could be made of it.
    """

    path: Path
    tasks: int | None
    problems: list[Problem]
    texts: dict[str, str]
    parts: tuple[Path, ...] = ()

    @property
    def refuses(self) -> bool:
        """Whether the file may not run."""
        return self.tasks is None or any(problem.severity is Severity.ERROR for problem in self.problems)


def kept_report(path: Path, cache: PlanCache) -> Report | None:
    """Return the report of a file that has not changed since it was checked, if it was good and is kept."""
    kept = cache.find_verdict(path)
    if kept is None:
        return None
    return Report(path, kept.tasks, kept.problems, kept.texts, tuple(map(Path, kept.parts)))
