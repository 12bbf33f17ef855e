"""How one shown run stands, built by applying its events in order.

Without Qt and without the store, so that the same object shows a run that is going on, one that
ended long ago, and any moment in between: applying the first n events gives the run as it stood then.
What is handed out is replaced and never changed, so another thread may read a view at any time.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import name_of, split, task_of
from flowdesk.plan.shown_values import ShownValues, ValueView
from flowdesk.plan.states import RunState, TaskState
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from flowdesk.plan.plan import Plan

__all__ = ["Changes", "RunView", "TaskView", "ValueView"]


class TaskView(NamedTuple):
    """How a task stands. The times, in seconds since the epoch, and the reason are of its last try.

    `asks` is what a person is to answer while it runs: {question, choices, until}; `cached_from` the run
    whose values were used again; `retry_at` when the next try is due.
    """

    state: TaskState = TaskState.WAITING
    tries: int = 0
    started_at: float | None = None
    finished_at: float | None = None
    reason: str | None = None
    asks: Mapping[str, Any] | None = None
    cached_from: str | None = None
    retry_at: float | None = None


class Changes:
    """What a batch of events changed; empty is false."""

    def __init__(
        self,
        tasks: set[str] | None = None,
        values: set[tuple[str, str]] | None = None,
        *,
        run: bool = False,
    ) -> None:
        self.tasks = tasks or set()
        self.values = values or set()
        self.run = run

    def __bool__(self) -> bool:
        return self.run or bool(self.tasks) or bool(self.values)


class RunView:
    """One run of `plan`; without a run id, the plan before any run: every task waits.

    `running` and `failed` are ids of tasks, in the order they began to run and failed. Whatever counts
    and lists tasks takes a mapped one for one; what was made of it is asked for by name ("train[3]").
    `paused`: nothing further starts.
    """

    def __init__(self, plan: Plan, run_id: str | None = None) -> None:
        self.plan = plan
        self.run_id = run_id
        self.run_state: RunState | None = None
        self.reason: str | None = None
        self.started_at: float | None = None
        self.finished_at: float | None = None
        self.idle = 0.0
        """Seconds for which the run was over, before somebody asked for more of it."""
        self.running: tuple[str, ...] = ()
        self.failed: tuple[str, ...] = ()
        self.last_seq = 0
        self.paused = False
        self._mapped: dict[str, Counter[TaskState]] = {}
        self._tasks: dict[str, TaskView] = {}
        self._values = ShownValues(plan)
        self._counts: Counter[TaskState] = Counter({TaskState.WAITING: len(plan.tasks)})

    def task(self, task: str) -> TaskView:
        """How a task stands; one that no event named waits."""
        return self._tasks.get(task, _WAITING)

    def mapped(self, task: str) -> Mapping[TaskState, int] | None:
        """How many of the tasks made of a mapped one are in which state; None before it was expanded."""
        return self._mapped.get(task)

    def instances(self, task: str) -> list[str]:
        """The names of the tasks made of a mapped one, in the order of their index."""
        of_it = self._mapped.get(task)
        return [name_of(task, index) for index in range(of_it.total())] if of_it else []

    def removed(self, task: str) -> list[str]:
        """The names of what an earlier expansion of a mapped task made, and a later one left out."""
        found, index = [], sum(self._mapped.get(task, Counter()).values())
        while index and (name := name_of(task, index)) in self._tasks:
            found.append(name)
            index += 1
        return found

    def questions(self) -> dict[str, Mapping[str, Any]]:
        """What people are asked, by the name of the task that waits for the answer, the oldest first."""
        asking = [name for task in self.running for name in (task, *self.instances(task))]
        asked = {name: self.task(name).asks for name in asking}
        return {name: asks for name, asks in asked.items() if asks is not None}

    def value(self, task: str, key: str) -> ValueView | None:
        """The value that the last try to push `key` pushed, or None before any did."""
        return self.values(task).get(key)

    def values(self, task: str) -> Mapping[str, ValueView]:
        """What a task pushed, by key, of each key the last; in the order of the pushes. Takes names too."""
        return self._values.of(task)

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
        self.started_at = event.at if self.started_at is None else self.started_at
        self.idle += 0.0 if self.finished_at is None else max(0.0, event.at - self.finished_at)
        self.reason = self.finished_at = None
        changes.run = True

    def _pause_run(self, event: Event, changes: Changes) -> None:
        self.paused = event.kind is EventKind.RUN_PAUSED
        changes.run = True

    def _finish_run(self, event: Event, changes: Changes) -> None:
        self.run_state = RunState(event.data["state"])
        self.reason = event.data.get("reason")
        self.finished_at = event.at
        self.paused = False
        changes.run = True

    def _expand_task(self, event: Event, changes: Changes) -> None:
        task = _of_task(event)
        names = (name_of(task, index) for index in range(event.data["count"]))
        self._mapped[task] = Counter(self.task(name).state for name in names)
        self._values.forget(task)
        old = self.task(task)
        self._set_task(task, TaskView(TaskState.RUNNING, old.tries, event.at), changes)

    def _start_try(self, event: Event, changes: Changes) -> None:
        name, number = _of_try(event)
        asks = event.data.get("asks")
        self._set_task(name, TaskView(TaskState.RUNNING, number, event.at, asks=asks), changes)

    def _finish_try(self, event: Event, changes: Changes) -> None:
        name, number = _of_try(event)
        data = event.data
        delay = data.get("delay")
        view = TaskView(
            TaskState(data["task_state"]),
            number,
            self.task(name).started_at,
            event.at,
            data.get("reason"),
            cached_from=data.get("cached_from"),
            retry_at=event.at + delay if delay else None,
        )
        self._set_task(name, view, changes)

    def _move_task(self, event: Event, changes: Changes) -> None:
        name = _of_task(event)
        old = self.task(name)
        state = TaskState(event.data["state"])
        start = old.started_at if state.is_final else None
        end = (old.finished_at or event.at) if state.is_final else None
        self._set_task(name, TaskView(state, old.tries, start, end, event.data.get("reason")), changes)
        if state is TaskState.REMOVED:
            self._values.forget(task_of(name))

    def _push_value(self, event: Event, changes: Changes) -> None:
        changes.values.add(self._values.push(_of_task(event), event))

    def _edit_value(self, event: Event, changes: Changes) -> None:
        changes.values.add(self._values.edit(_of_task(event), event))

    def _set_task(self, name: str, view: TaskView, changes: Changes) -> None:
        task = task_of(name)
        before = self.task(name).state
        self._tasks[name] = view
        counts = self._counts if task == name else self._mapped.setdefault(task, Counter())
        if task == name or split(name)[1] < counts.total():  # beyond lies what an earlier expansion made
            counts[before] -= 1
            counts[view.state] += 1
        if view.state is not before and task == name:
            self.running = _moved(self.running, task, TaskState.RUNNING, (before, view.state))
            self.failed = _moved(self.failed, task, TaskState.FAILED, (before, view.state))
        changes.tasks.add(task)


_WAITING = TaskView()

_APPLY: dict[EventKind, Callable[[RunView, Event, Changes], None]] = {
    EventKind.RUN_STARTED: RunView._start_run,  # noqa: SLF001 - the table is the class's own
    EventKind.RUN_RESUMED: RunView._start_run,  # noqa: SLF001 - as above
    EventKind.RUN_PAUSED: RunView._pause_run,  # noqa: SLF001 - as above
    EventKind.RUN_CONTINUED: RunView._pause_run,  # noqa: SLF001 - as above
    EventKind.TASK_EXPANDED: RunView._expand_task,  # noqa: SLF001 - as above
    EventKind.REQUEST_ANSWERED: lambda _view, _event, _changes: None,
    EventKind.TRY_STARTED: RunView._start_try,  # noqa: SLF001 - as above
    EventKind.VALUE_PUSHED: RunView._push_value,  # noqa: SLF001 - as above
    EventKind.VALUE_EDITED: RunView._edit_value,  # noqa: SLF001 - as above
    EventKind.TRY_FINISHED: RunView._finish_try,  # noqa: SLF001 - as above
    EventKind.TASK_MOVED: RunView._move_task,  # noqa: SLF001 - as above
    EventKind.RUN_FINISHED: RunView._finish_run,  # noqa: SLF001 - as above
}


def _of_task(event: Event) -> str:
    """The name of the task that an event is about."""
    if event.name is None:
        raise ValueError(f"event {event.seq} ({event.kind}) names no task")
    return event.name


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
