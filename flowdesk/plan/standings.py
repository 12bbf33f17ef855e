"""How each task of a run stands, and each one made of a mapped task: moved along `MOVES` and no other way.

It keeps the counts that say whether the run is over and how it ended. A mapped task stands for those
made of it, so they are counted apart; and as in Airflow a teardown has no say in how a run ends, unless
there is nothing else.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of, split, task_of
from flowdesk.plan.states import MOVES, OPEN, RunState, TaskState, words
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.plan import Plan, Task


class IllegalMove(Exception):
    """A task was moved along no line of `MOVES`, or something was asked of it out of turn."""


class StillRunning(IllegalMove):
    """What is to be cleared or marked is running; `names` are all of it that is."""

    def __init__(self, names: list[str]) -> None:
        super().__init__(f"{names[0]} is running: cancel it first")
        self.names = names


class Move(NamedTuple):
    """A task's new state. `delay` is in seconds until its next try (with UP_FOR_RETRY only).

    `task` is a name: an id, or `train[3]`. `reason` says why where no try of the task itself brought the
    move about.
    """

    task: str
    state: TaskState
    reason: str | None = None
    delay: float = 0.0


class Standing(NamedTuple):
    """How a task stood when its run was left: what `Progress.restored` goes on from.

    `failures` are the failed tries since it was last cleared; `expanded` is how many tasks were made of it.
    """

    name: str
    state: TaskState
    tries: int = 0
    failures: int = 0
    expanded: int | None = None


class Standings:
    """The states, tries and failures of all names. `expanded` has the mapped tasks that were expanded."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.states: dict[str, TaskState] = dict.fromkeys(plan.tasks, TaskState.WAITING)
        self.tries: dict[str, int] = {}
        self.failures: dict[str, int] = {}
        self.expanded: dict[str, int] = {}
        self.owners: dict[str, str] = {}
        self.made: dict[str, list[str]] = {}
        self.counts: dict[str, Counter[TaskState]] = {}
        self.left = len(plan.tasks)
        self.watcher: Callable[[str, TaskState, TaskState], None] | None = None
        self._ended: dict[TaskState, int] = {}
        silent = {task.id for task in plan.tasks.values() if task.teardown is not None}
        self._silent = silent if len(silent) < self.left else frozenset()

    def task(self, name: str) -> Task:
        """The task, as the plan has it, that a name is of."""
        return self.plan.tasks[self.owners.get(name, name)]

    def live(self, task: str) -> list[str]:
        """The names that carry a task out: those made of it once it is expanded, else itself."""
        return self.made[task][: self.expanded[task]] if task in self.expanded else [task]

    def move(self, name: str, state: TaskState, *, reason: str | None = None, delay: float = 0.0) -> Move:
        """Move a task. Raises IllegalMove where `MOVES` has no such line."""
        before = self.states[name]
        if state not in MOVES[before]:
            raise IllegalMove(f"{name} cannot move from {before} to {state}")
        self._count(name, before, state)
        return Move(name, state, reason, delay)

    def expand(self, task: str, count: int) -> list[Move]:
        """Let a task be `count` ones, which wait. Returns the moves of those it was in an earlier life."""
        made = self.made.setdefault(task, [])
        moves = [
            self.move(name, TaskState.WAITING, reason=f"{task} was expanded anew")
            for name in made[:count]
            if self.states[name] is TaskState.REMOVED
        ]
        for index in range(len(made), count):
            self.add(name_of(task, index))
        moves += self.remove(made[count:], f"{task} was expanded into fewer")
        self.expanded[task] = count
        return moves

    def remove(self, names: list[str], reason: str) -> list[Move]:
        """Take those away that wait and will not be needed."""
        waiting = [name for name in names if self.states[name] is TaskState.WAITING]
        return [self.move(name, TaskState.REMOVED, reason=reason) for name in waiting]

    def add(self, name: str) -> None:
        """Take up a name made of a mapped task."""
        task = self.owners[name] = task_of(name)
        self.states[name] = TaskState.WAITING
        self.made.setdefault(task, []).append(name)
        self.counts.setdefault(task, Counter())[TaskState.WAITING] += 1

    def restore(self, standing: Standing) -> None:
        """Take up how a name stood. A try that ran was interrupted, so its task waits again."""
        name, state = standing.name, standing.state
        if name not in self.states:
            self.add(name)
        if standing.expanded is not None:
            self.expanded[name] = standing.expanded
        elif state is TaskState.RUNNING:
            state = TaskState.WAITING
        self._count(name, self.states[name], state)
        self.tries[name], self.failures[name] = standing.tries, standing.failures

    def complete(self) -> None:
        """Put what was made of the expanded tasks in order, once all has been restored."""
        for task, count in self.expanded.items():
            for index in range(count):
                if name_of(task, index) not in self.states:
                    self.add(name_of(task, index))
        for made in self.made.values():
            made.sort(key=lambda name: split(name)[1])

    def end_of(self, task: str) -> TaskState:
        """What those made of an expanded task make of it: RUNNING until all of them ended."""
        counts = self.counts[task]
        if any(counts[state] for state in OPEN):
            return TaskState.RUNNING
        for state in _WEIGHTS:
            if counts[state]:
                return state
        return TaskState.SKIPPED

    def told(self, task: str, state: TaskState) -> str | None:
        """In words how many of those made of a task ended like it, unless all succeeded."""
        if state is TaskState.SUCCESS:
            return None
        return f"{self.counts[task][state]} of {self.expanded[task]} {words(state)}"

    @property
    def outcome(self) -> RunState:
        """How the run stands: RUNNING until it is over, then what its tasks make of it."""
        if self.left:
            return RunState.RUNNING
        if self._ended.get(TaskState.CANCELLED):
            return RunState.CANCELLED
        failed = self._ended.get(TaskState.FAILED) or self._ended.get(TaskState.UPSTREAM_FAILED)
        return RunState.FAILED if failed else RunState.SUCCESS

    def _count(self, name: str, before: TaskState, state: TaskState) -> None:
        self.states[name] = state
        if name in self.owners:
            counts = self.counts[self.owners[name]]
            counts[before] -= 1
            counts[state] += 1
        else:
            self._count_ends(name, before, state)
        if self.watcher is not None:
            self.watcher(name, before, state)

    def _count_ends(self, task: str, before: TaskState, state: TaskState) -> None:
        self.left += (before not in OPEN) - (state not in OPEN)
        if task not in self._silent:
            if before not in OPEN:
                self._ended[before] -= 1
            if state not in OPEN:
                self._ended[state] = self._ended.get(state, 0) + 1


_WEIGHTS = (TaskState.FAILED, TaskState.UPSTREAM_FAILED, TaskState.CANCELLED, TaskState.SUCCESS)
"""The first of these that one of them ended in is how a mapped task ended; else all were skipped."""
