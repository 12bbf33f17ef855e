"""Plays a small plan through in every order and with every outcome, and says who started without what."""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING

from flowdesk.plan.plan import Kind
from flowdesk.plan.progress import Progress
from flowdesk.plan.states import TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from flowdesk.plan.plan import Plan

Step = tuple[str, TryState | None, tuple[str, ...] | None]
"""A task starts (None) or ends, maybe as a branch with what it picked."""


def missed(plan: Plan) -> set[tuple[str, str]]:
    """All pairs of a task and a direct upstream that had not succeeded when the task started."""
    found: set[tuple[str, str]] = set()
    seen: set[tuple[object, ...]] = set()
    left: list[list[Step]] = [[]]
    while left:
        steps = left.pop()
        progress = _played(plan, steps)
        ready = progress.ready()
        states = tuple(progress.state(task) for task in plan.tasks)
        if (states, *ready) in seen:
            continue
        seen.add((states, *ready))
        for task in ready:
            found |= {
                (task, source)
                for source in plan.tasks[task].upstream
                if progress.state(source) is not TaskState.SUCCESS
            }
        left += [[*steps, step] for step in _next(plan, progress, ready)]
    return found


def _played(plan: Plan, steps: list[Step]) -> Progress:
    progress = Progress(plan)
    progress.begin()
    for task, outcome, followed in steps:
        if outcome is None:
            progress.start(task)
        else:
            progress.finish(task, outcome, followed=followed)
    return progress


def _next(plan: Plan, progress: Progress, ready: Collection[str]) -> Iterator[Step]:
    for task in ready:
        yield task, None, None
    for task, spec in plan.tasks.items():
        if progress.state(task) is not TaskState.RUNNING:
            continue
        yield task, TryState.FAILED, None
        if spec.skip_on_exit_code:
            yield task, TryState.SKIPPED, None
        if spec.kind is Kind.BRANCH:
            counts = range(len(spec.choices) + 1)
            for picked in chain(*(combinations(spec.choices, count) for count in counts)):
                yield task, TryState.SUCCESS, picked
        else:
            yield task, TryState.SUCCESS, None
            if spec.kind is Kind.SHORT_CIRCUIT:
                yield task, TryState.SUCCESS, ()
