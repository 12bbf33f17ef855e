"""Drives the progress of small plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.plan import Expand, Group
from flowdesk.plan.progress import Move, Progress
from flowdesk.plan.states import TaskState, TryState
from flowdesk.plan.trigger import TriggerRule
from tests.builders import bash, plan_of

if TYPE_CHECKING:
    from flowdesk.plan.plan import Plan, Task

S, F = TryState.SUCCESS, TryState.FAILED


def begun(*tasks: Task, groups: dict[str, int] | None = None, **header: object) -> Progress:
    """The progress of a run that has begun. `groups` says how often each group is tried again."""
    progress = Progress(planned(*tasks, groups=groups, **header), spread=lambda: 0.0)
    progress.begin()
    return progress


def planned(*tasks: Task, groups: dict[str, int] | None = None, **header: object) -> Plan:
    """A plan of these tasks and groups with retries."""
    made = {group: Group(group, retries=retries) for group, retries in (groups or {}).items()}
    return plan_of(*tasks)._replace(groups=made, **header)  # type: ignore[arg-type]  # fields of Plan


def end(progress: Progress, name: str, outcome: TryState = S) -> list[Move]:
    """Start and finish a name."""
    progress.start(name)
    return progress.finish(name, outcome)


def states(progress: Progress, *names: str) -> list[str]:
    """How names stand, in words."""
    return [str(progress.state(name)) for name in names]


def told(moves: list[Move]) -> list[tuple[str, str]]:
    """Moves without their reasons."""
    return [(move.task, str(move.state)) for move in moves]


def ruled(task: str, rule: str, *upstream: str) -> Task:
    """A shell task with this trigger rule."""
    return bash(task, *upstream)._replace(trigger_rule=TriggerRule(rule))


def mapped(task: str, *upstream: str, retries: int = 0, limit: int | None = None) -> Task:
    """A shell task that is expanded; at most `limit` of what is made of it runs at once."""
    expand = (Expand("item", items="[]"),)
    return bash(task, *upstream, retries=retries)._replace(expand=expand, max_active_tasks=limit)


def setup(task: str, *upstream: str) -> Task:
    """A setup task."""
    return bash(task, *upstream)._replace(setup=True)


def teardown(task: str, *upstream: str, of: tuple[str, ...] = ()) -> Task:
    """A teardown of setups, which comes after them and `upstream`."""
    return ruled(task, "all_done", *upstream, *of)._replace(teardown=of)


def replayed(plan: Plan, moves: list[Move]) -> dict[str, TaskState]:
    """How all stand after these moves, who waited before."""
    return {**dict.fromkeys(plan.tasks, TaskState.WAITING), **{move.task: move.state for move in moves}}
