"""What all parts of an engine share: a run's plan, what is known of it, where it is kept and carried out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.instances import name_of, task_of
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from flowdesk.engine.inputs import Values
    from flowdesk.engine.jobs import RunRequest
    from flowdesk.engine.timers import Timers
    from flowdesk.executors.executor import Executor
    from flowdesk.plan.plan import Plan, Task
    from flowdesk.plan.progress import Progress
    from flowdesk.store.store import Store


class World(NamedTuple):
    """One run. `progress` says what may come next, `values` what its tasks have pushed."""

    plan: Plan
    request: RunRequest
    store: Store
    executor: Executor
    progress: Progress
    values: Values
    timers: Timers

    @property
    def run_id(self) -> str:
        """The id of the run."""
        return self.request.run_id

    def task(self, name: str) -> Task:
        """The task of the plan that is called so, or that it was made of."""
        return self.plan.tasks[task_of(name)]

    def has(self, name: str) -> bool:
        """Whether there is a task of this name, by its id or made of a mapped one."""
        if name in self.plan.tasks:
            return True
        task = next((task for task in self.plan.tasks if name.startswith(f"{task}[")), None)
        return task is not None and name in self.names(task)

    def names(self, name: str) -> list[str]:
        """What carries a task out: those made of it once it is expanded, else itself."""
        count = self.progress.expanded(name) if name in self.plan.tasks else None
        return [name] if count is None else [name_of(name, index) for index in range(count)]


class Attempt(NamedTuple):
    """One try of a task: the task's name, and the try's number from 1."""

    name: str
    number: int

    @property
    def id(self) -> str:
        """What executors and timers know it by, unique in a run."""
        return f"{self.name}/{self.number}"
