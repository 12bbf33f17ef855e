"""How one shown run stands, built by applying its events in order.

Without Qt and without the store, so that the same object shows a run that is going on, one that
ended long ago, and any moment in between: applying the first n events gives the run as it stood then.
What is handed out is replaced and never changed, so another thread may read a view at any time.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from flowdesk.plan.plan import Plan


@dataclass(frozen=True, slots=True)
class TaskView:
    """How a task stands. The times, in seconds since the epoch, and the reason are of its last try."""

    state: TaskState = TaskState.WAITING
    tries: int = 0
    started_at: float | None = None
    finished_at: float | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class ValueView:
    """A value as edges and tables show it: of the last try that pushed its key. `size` in bytes."""

    type: str
    preview: str
    try_number: int
    size: int
    at: float


@dataclass(slots=True)
class Changes:
    """What a batch of events changed; empty is false."""

    tasks: set[str] = field(default_factory=set)
    values: set[tuple[str, str]] = field(default_factory=set)
    run: bool = False

    def __bool__(self) -> bool:
        return self.run or bool(self.tasks) or bool(self.values)


class RunView:
    """One run of `plan`; without a run id, the plan before any run: every task waits.

    `running` and `failed` are ids of tasks, in the order they began to run and failed.
    """

    def __init__(self, plan: Plan, run_id: str | None = None) -> None:
        self.plan = plan
        self.run_id = run_id
        self.run_state: RunState | None = None
        self.reason: str | None = None
        self.started_at: float | None = None
        self.finished_at: float | None = None
        self.running: tuple[str, ...] = ()
        self.failed: tuple[str, ...] = ()
        self.last_seq = 0
        self._tasks: dict[str, TaskView] = {}
        self._values: dict[str, Mapping[str, ValueView]] = {}
        self._counts: Counter[TaskState] = Counter({TaskState.WAITING: len(plan.tasks)})

    def task(self, task: str) -> TaskView:
        """How a task stands; one that no event named waits."""
        return self._tasks.get(task, _WAITING)

    def value(self, task: str, key: str) -> ValueView | None:
        """The value that the last try to push `key` pushed, or None before any did."""
        return self.values(task).get(key)

    def values(self, task: str) -> Mapping[str, ValueView]:
        """What a task pushed, by key, of each key the last; in the order of the pushes."""
        return self._values.get(task, {})

    def count(self, state: TaskState) -> int:
        """How many tasks are in `state`."""
        return self._counts[state]

    @property
    def done(self) -> int:
        """How many tasks will not move again by themselves."""
        return sum(number for state, number in self._counts.items() if state.is_final)

    def apply(self, events: Iterable[Event]) -> Changes:
        """Take up events, in their order; those already applied change nothing."""
        changes = Changes()
        for event in events:
            if event.seq > self.last_seq:
                self.last_seq = event.seq
                _APPLY[event.kind](self, event, changes)
        return changes

    def interrupt(self) -> Changes:
        """Note that the run's engine died, which no event could say."""
        changed = self.run_state is RunState.RUNNING
        if changed:
            self.run_state = RunState.INTERRUPTED
        return Changes(run=changed)

    def _start_run(self, event: Event, changes: Changes) -> None:
        self.run_state = RunState.RUNNING
        self.started_at = event.at
        changes.run = True

    def _finish_run(self, event: Event, changes: Changes) -> None:
        self.run_state = RunState(event.data["state"])
        self.reason = event.data.get("reason")
        self.finished_at = event.at
        changes.run = True

    def _start_try(self, event: Event, changes: Changes) -> None:
        task, number = _of_try(event)
        self._set_task(task, TaskView(TaskState.RUNNING, number, event.at), changes)

    def _finish_try(self, event: Event, changes: Changes) -> None:
        task, number = _of_try(event)
        state = TaskState(event.data["task_state"])
        started = self.task(task).started_at
        self._set_task(task, TaskView(state, number, started, event.at, event.data.get("reason")), changes)

    def _move_task(self, event: Event, changes: Changes) -> None:
        task = _of_task(event)
        old = self.task(task)
        state = TaskState(event.data["state"])
        end = event.at if old.finished_at is None else old.finished_at
        view = TaskView(state, old.tries, old.started_at, end, event.data.get("reason"))
        self._set_task(task, view, changes)

    def _push_value(self, event: Event, changes: Changes) -> None:
        task, number = _of_try(event)
        data = event.data
        key = data["key"]
        value = ValueView(data["type"], data["preview"], number, data["size"], event.at)
        others = {name: other for name, other in self.values(task).items() if name != key}
        self._values[task] = {**others, key: value}
        changes.values.add((task, key))

    def _set_task(self, task: str, view: TaskView, changes: Changes) -> None:
        before = self.task(task).state
        self._counts[before] -= 1
        self._counts[view.state] += 1
        self._tasks[task] = view
        if view.state is not before:
            self.running = _moved(self.running, task, TaskState.RUNNING, (before, view.state))
            self.failed = _moved(self.failed, task, TaskState.FAILED, (before, view.state))
        changes.tasks.add(task)


_WAITING = TaskView()

_APPLY: dict[EventKind, Callable[[RunView, Event, Changes], None]] = {
    EventKind.RUN_STARTED: RunView._start_run,  # noqa: SLF001 - the table is the class's own
    EventKind.TRY_STARTED: RunView._start_try,  # noqa: SLF001 - as above
    EventKind.VALUE_PUSHED: RunView._push_value,  # noqa: SLF001 - as above
    EventKind.TRY_FINISHED: RunView._finish_try,  # noqa: SLF001 - as above
    EventKind.TASK_MOVED: RunView._move_task,  # noqa: SLF001 - as above
    EventKind.RUN_FINISHED: RunView._finish_run,  # noqa: SLF001 - as above
}


def _of_task(event: Event) -> str:
    if event.task is None:
        raise ValueError(f"event {event.seq} ({event.kind}) names no task")
    return event.task


def _of_try(event: Event) -> tuple[str, int]:
    if event.try_number is None:
        raise ValueError(f"event {event.seq} ({event.kind}) names no try")
    return _of_task(event), event.try_number


def _moved(
    tasks: tuple[str, ...], task: str, state: TaskState, move: tuple[TaskState, TaskState]
) -> tuple[str, ...]:
    """Return those in a state after a move from one to another."""
    before, after = move
    if after is state:
        return (*tasks, task)
    return tuple(other for other in tasks if other != task) if before is state else tasks
