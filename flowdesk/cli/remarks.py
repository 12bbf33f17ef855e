"""What there is to tell of a task beside its state: what it waits for, how far it is, what it asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.cli.times import duration
from flowdesk.plan.instances import task_of
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState, words

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

CACHED = "unchanged, values used again"


def remark(view: RunView, name: str, *, now: float) -> str:
    """Return it for the task of a name; nothing where its values say more. `now`: seconds since the epoch."""
    task = view.task(name)
    if task.asks is not None and task.state is TaskState.RUNNING:
        return str(task.asks["question"])
    if mapped := view.mapped(name):
        return progress(mapped)
    if task.state is TaskState.RUNNING:
        return waits_for(view.plan, name)
    if task.retry_at is not None and task.state is TaskState.UP_FOR_RETRY:
        left = max(0.0, task.retry_at - now)
        return f"next try in {duration(left)}" + (f": {task.reason}" if task.reason else "")
    if task.cached_from is not None:
        return CACHED
    return task.reason or ""


def answering(name: str, asks: Mapping[str, Any], number: int | None) -> str:
    """Return the command that answers a question, with all answers: "flowdesk approve 3 check yes|no"."""
    from shlex import quote

    answers = "|".join(quote(str(choice)) for choice in asks.get("choices") or ()) or "ANSWER"
    return f"flowdesk approve {'RUN' if number is None else number} {quote(name)} {answers}"


def progress(mapped: Mapping[TaskState, int]) -> str:
    """Return how far the tasks made of a mapped one are: "3 of 10 done, 1 failed"."""
    counts = {state: count for state, count in mapped.items() if count}
    done = sum(count for state, count in counts.items() if state.is_final)
    bad = [f"{count:,} {words(state)}" for state, count in counts.items() if state in WORTH_TELLING]
    return ", ".join([f"{done:,} of {sum(counts.values()):,} done", *bad])


WORTH_TELLING = (
    TaskState.FAILED,
    TaskState.UPSTREAM_FAILED,
    TaskState.UP_FOR_RETRY,
    TaskState.SKIPPED,
    TaskState.CANCELLED,
)


def waits_for(plan: Plan, name: str) -> str:
    """Return what a `wait` task waits for; nothing of another task."""
    task = plan.tasks[task_of(name)]
    if task.kind is not Kind.WAIT:
        return ""
    what, target = task.code
    match what:
        case "file":
            return f"waits for the file {target}"
        case "seconds":
            return f"waits {duration(float(target))}"
        case _:
            return f"waits until {target}"
