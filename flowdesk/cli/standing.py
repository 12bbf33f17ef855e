"""How the run that goes on stands, built from its events: what the progress displays draw from."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from flowdesk.plan.plan import Plan


class Shown(NamedTuple):
    """A pushed value as it is shown."""

    key: str
    type: str
    preview: str

    def __str__(self) -> str:
        return f"{self.key}: {self.type} = {self.preview}"


@dataclass(frozen=True, slots=True)
class Task:
    """How a task stands. Times are of its last try, values the latest of each key."""

    id: str
    state: TaskState = TaskState.WAITING
    tries: int = 0
    started_at: float | None = None
    finished_at: float | None = None
    reason: str | None = None
    values: tuple[Shown, ...] = ()


class Standing:
    """All tasks of a run. A display's thread may read it at any time: tasks are replaced, never changed."""

    def __init__(self, plan: Plan) -> None:
        self.pipeline = plan.name
        self.retries = {task.id: task.retries for task in plan.tasks.values()}
        self.tasks = {task: Task(task) for task in plan.tasks}
        self.counts = Counter({TaskState.WAITING: len(plan.tasks)})
        self.number: int | None = None
        self.started_at: float | None = None
        self.finished_at: float | None = None
        self.running: tuple[str, ...] = ()
        self.failed: tuple[str, ...] = ()
        self.is_ending: Callable[[], bool] = lambda: False

    @property
    def done(self) -> int:
        """How many tasks will not move any more."""
        return sum(count for state, count in self.counts.items() if state.is_final)

    def take(self, events: Iterable[Event]) -> None:
        """Bring what happened into the picture."""
        for event in events:
            if event.task is not None:
                self._put(_next(self.tasks[event.task], event))
            elif event.kind is EventKind.RUN_STARTED:
                self.started_at = event.at
            else:
                self.finished_at = event.at

    def _put(self, task: Task) -> None:
        before = self.tasks[task.id].state
        self.tasks[task.id] = task
        if task.state is before:
            return
        self.counts[before] -= 1
        self.counts[task.state] += 1
        if before is TaskState.RUNNING:
            self.running = tuple(name for name in self.running if name != task.id)
        if task.state is TaskState.RUNNING:
            self.running += (task.id,)
        elif task.state is TaskState.FAILED:
            self.failed += (task.id,)


def _next(task: Task, event: Event) -> Task:
    """Return the task as it stands after an event."""
    data = event.data
    match event.kind:
        case EventKind.TRY_STARTED:
            return replace(
                task,
                state=TaskState.RUNNING,
                tries=event.try_number or task.tries,
                started_at=event.at,
                finished_at=None,
                reason=None,
            )
        case EventKind.VALUE_PUSHED:
            pushed = Shown(data["key"], data["type"], data["preview"])
            others = tuple(value for value in task.values if value.key != pushed.key)
            return replace(task, values=(*others, pushed))
        case EventKind.TRY_FINISHED:
            state = TaskState(data["task_state"])
            return replace(task, state=state, finished_at=event.at, reason=data.get("reason"))
        case EventKind.TASK_MOVED:
            return replace(task, state=TaskState(data["state"]), reason=data.get("reason"))
        case _:
            return task
