"""What setups and teardowns ask of a run, besides trigger rules. The semantics are Airflow 3's.

A setup has a scope: what comes after it and before a teardown of it, or all that comes after it where it has
none. A task in the scope waits for the setup whatever its own rule is, and goes the way of a setup that did
not succeed. A teardown runs once all before it ended, if any of its setups succeeded; where all were
skipped so is it, else it is upstream_failed. All before it are those in the scope, however far: where a run
is cancelled what is next to the teardown ends at once, and what was set up is still in use further up.
Whoever clears a task clears the setups in whose scope it is and their teardowns with it.

Source: Airflow 3's `trigger_rule_dep.py` (`_evaluate_setup_constraint`, `ALL_DONE_SETUP_SUCCESS`) and
`AbstractOperator.get_upstreams_only_setups_and_teardowns`. Here a task that a teardown names is a setup
also where the file does not say `setup = true` of it, and a teardown may have a trigger rule of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.states import OPEN, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from flowdesk.plan.downstream import Downstream
    from flowdesk.plan.plan import Plan, Task


class Setups:
    """The setups of a plan. `setups_of` has those of each teardown, `needs` those in whose scope a task is.

    `scopes` has who looks at how a task ends, besides its direct downstream: what is in the scope of a setup,
    and the teardown of what is in use. `needs` leaves out the direct upstream, which the rule looks at.
    """

    def __init__(self, plan: Plan, downstream: Downstream) -> None:
        self._plan = plan
        self._downstream = downstream
        teardowns = [task for task in plan.tasks.values() if task.teardown is not None]
        named = {setup for task in teardowns for setup in task.teardown or ()}
        self.setups = {task.id for task in plan.tasks.values() if task.setup or task.id in named}
        self.setups_of = {task.id: self._undone_by(task) for task in teardowns}
        self._teardowns: dict[str, list[str]] = {setup: [] for setup in self.setups}
        for teardown, setups in self.setups_of.items():
            for setup in setups:
                self._teardowns[setup].append(teardown)
        self._around: dict[str, list[str]] = {}
        self.needs: dict[str, list[str]] = {}
        self.scopes: dict[str, list[str]] = {}
        for setup in plan.tasks:
            if setup in self.setups:
                self._add_scope(setup)
        self._users = {teardown: self._users_of(teardown) for teardown in self.setups_of}
        self._in_use: dict[str, str] = {}
        for teardown, users in self._users.items():
            for user in users:
                self.scopes.setdefault(user, []).append(teardown)

    def verdict(self, task: str, state: Callable[[str], TaskState]) -> TaskState | None:
        """RUNNING: nothing stands against it; a final state or None as of a trigger rule."""
        if task in self.setups_of:
            return _of_teardown([state(setup) for setup in self.setups_of[task]])
        return _of_scope([state(setup) for setup in self.needs[task]])

    def is_in_use(self, teardown: str, state: Callable[[str], TaskState]) -> bool:
        """Whether anything in its scope has not ended. It costs little to ask that again and again."""
        known = self._in_use.get(teardown)
        if known is not None and state(known) in OPEN:
            return True
        user = next((user for user in self._users.get(teardown, ()) if state(user) in OPEN), None)
        if user is not None:
            self._in_use[teardown] = user
        return user is not None

    def asks(self, task: str) -> bool:
        """Whether `verdict` has anything to say of a task."""
        return task in self.needs or bool(self.setups_of.get(task))

    def is_due(self, teardown: str, state: Callable[[str], TaskState], tries: Mapping[str, int]) -> bool:
        """Whether a teardown has something to undo although its run is cancelled."""
        if setups := self.setups_of[teardown]:
            return any(state(setup) in (TaskState.SUCCESS, TaskState.RUNNING) for setup in setups)
        return any(tries.get(task) for task in self._plan.tasks[teardown].upstream)

    def belonging(self, tasks: Iterable[str]) -> Iterator[str]:
        """The setups and teardowns that are cleared together with these tasks."""
        for task in tasks:
            if task in self.setups:
                yield from self._teardowns[task]
            elif task not in self.setups_of:
                for setup in self._around.get(task, ()):
                    yield setup
                    yield from self._teardowns[setup]

    def _undone_by(self, teardown: Task) -> tuple[str, ...]:
        return teardown.teardown or tuple(task for task in teardown.upstream if task in self.setups)

    def _users_of(self, teardown: str) -> list[str]:
        """What is before a teardown in its scope, without the direct upstream: for that there is the rule."""
        task, setups = self._plan.tasks[teardown], set(self.setups_of[teardown])
        before = _reached([teardown], lambda one: self._plan.tasks[one].upstream)
        return [
            user
            for user in before
            if user not in task.upstream and (not setups or not setups.isdisjoint(self._around.get(user, ())))
        ]

    def _add_scope(self, setup: str) -> None:
        after = _reached([setup], self._downstream.of)
        if teardowns := self._teardowns[setup]:
            before = _reached(teardowns, lambda task: self._plan.tasks[task].upstream)
            after = {task: None for task in after if task in before}
        for task in after:
            if task not in self.setups_of:
                self._around.setdefault(task, []).append(setup)
                if setup not in self._plan.tasks[task].upstream:
                    self.needs.setdefault(task, []).append(setup)
                    self.scopes.setdefault(setup, []).append(task)


def _of_teardown(setups: list[TaskState]) -> TaskState | None:
    if not setups or TaskState.SUCCESS in setups:
        return TaskState.RUNNING
    if any(state in OPEN for state in setups):
        return None
    if all(state is TaskState.SKIPPED for state in setups):
        return TaskState.SKIPPED
    is_failed = TaskState.FAILED in setups or TaskState.UPSTREAM_FAILED in setups
    return TaskState.UPSTREAM_FAILED if is_failed else TaskState.CANCELLED


def _of_scope(setups: list[TaskState]) -> TaskState | None:
    if TaskState.FAILED in setups or TaskState.UPSTREAM_FAILED in setups:
        return TaskState.UPSTREAM_FAILED
    for state in (TaskState.CANCELLED, TaskState.SKIPPED):
        if state in setups:
            return state
    return None if any(state in OPEN for state in setups) else TaskState.RUNNING


def _reached(starts: Iterable[str], nexts: Callable[[str], Iterable[str]]) -> dict[str, None]:
    """What can be reached, nearest first, without the starts."""
    begun = list(starts)
    found: dict[str, None] = {}
    for task in begun:  # grows while it is walked
        for other in nexts(task):
            if other not in found:
                found[other] = None
                begun.append(other)
    return found
