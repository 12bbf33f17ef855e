"""What of a plan this version checks but cannot run yet: one sentence for each task, before a run starts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind, Task

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.plan.plan import Plan

RUNS = frozenset({Kind.BASH, Kind.COMMAND, Kind.PYTHON, Kind.JOINT})
"""The kinds of task that can be carried out."""

_PLAIN = Task("plain", Kind.JOINT)
_FIELDS = ("retry_backoff", "max_retry_delay", "timeout", "pool", "pool_slots", "priority", "interpreter")
"""Fields of a task that change how it runs and are not obeyed yet."""


def unsupported(plan: Plan) -> list[str]:
    """One sentence for each task that cannot run as it is written yet; empty where the plan can run."""
    return [sentence for task in plan.tasks.values() for sentence in _of_task(task)]


def _of_task(task: Task) -> Iterator[str]:
    if task.kind not in RUNS:
        yield (f"'{task.id}': flowdesk cannot run `{task.kind}` tasks yet; `flowdesk validate` checks them")
        return
    fields = [name for name in _FIELDS if getattr(task, name) != getattr(_PLAIN, name)]
    if any(pull.earlier for pull in task.pulls):
        fields.append("earlier")
    if fields:
        said = ", ".join(f"`{name}`" for name in fields)
        yield f"'{task.id}': flowdesk does not obey {said} yet; `flowdesk validate` checks it"
