"""Whoever the file says is to be told of a run, told by its events as they are committed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.answers import listed
from flowdesk.engine.notifying import Happened, Notifying
from flowdesk.executors.notifier import Notifier
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.home import log_path

if TYPE_CHECKING:
    from flowdesk.engine.leaves import Leaves
    from flowdesk.engine.world import World

LOG = "notify"
"""The name, among the logs of tasks, of what notifiers print; in brackets, as no task is called."""


class Telling:
    """A watcher of the store. `look` now and then, and `close` at the end: it waits a little for the last."""

    def __init__(self, world: World, leaves: Leaves) -> None:
        request = world.request
        self._home, self._run_id = request.home, request.run_id
        self._progress = world.progress
        self._notifier = Notifier(log_path(request.home, request.run_id, f"[{LOG}]", 1))
        self._notifying = Notifying(
            world.plan,
            self._notifier,
            path=request.path,
            run_id=request.run_id,
            number=leaves.number,
            rendered=leaves.renderer.argv,
        )
        self.look = self._notifier.look

    def __call__(self, events: list[Event]) -> None:
        """Tell of what was committed."""
        for event in events:
            if event.run_id != self._run_id:
                continue
            if event.kind is EventKind.RUN_FINISHED:
                self._notifying.tell_end(
                    RunState(event.data["state"]), event.data["reason"] or self._failures()
                )
            elif event.kind is EventKind.TRY_FINISHED:
                self._tell_of_try(event)
            elif event.kind is EventKind.TASK_MOVED and event.name is not None:
                state, reason = TaskState(event.data["state"]), event.data["reason"]
                self._notifying.tell(Happened(event.name, state, reason))

    def close(self) -> list[str]:
        """Wait for the last notifiers, a little. Returns a sentence about each that failed."""
        self._notifier.close()
        return self._notifier.complaints

    def _failures(self) -> str | None:
        """Which tasks failed, in words, where that is why the run did."""
        failed = [name for name in self._progress.failed() if self._progress.state(name) is TaskState.FAILED]
        return f"{listed(failed)} failed" if failed else None

    def _tell_of_try(self, event: Event) -> None:
        if event.name is None or event.try_number is None:
            return
        log = log_path(self._home, self._run_id, event.name, event.try_number)
        state = TaskState(event.data["task_state"])
        self._notifying.tell(Happened(event.name, state, event.data["reason"], event.try_number, str(log)))
