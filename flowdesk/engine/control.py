"""Whether a run goes on: it may be told to end, at once or in good order, and to pause.

What ends a run is asked for in three ways (a signal, a request, the run's own time limit) and done in one.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import RunState, TryState
from flowdesk.store.errors import RunUnknown

if TYPE_CHECKING:
    from flowdesk.engine.held import HeldTries
    from flowdesk.engine.tries import Tries
    from flowdesk.engine.world import World
    from flowdesk.store.rows import RunRow


class Control:
    """Ends a run and pauses it. `reason` is why it is being ended.

    `is_paused`: nothing further starts, but what cleans up after a run that is being ended.
    """

    def __init__(self, world: World, tries: Tries, held: HeldTries) -> None:
        self._world = world
        self._tries = tries
        self._held = held
        self.reason: str | None = None
        self.is_paused = False
        self._before: tuple[RunState, RunState, str | None] | None = None
        """Of a run that was over: what its tasks made of it, and how it ended and why."""
        self._ends_as = RunState.CANCELLED
        self._at_once = False
        self._done: list[bool] = []

    def cancel(self, reason: str, *, at_once: bool = False) -> None:
        """Ask the run to end. Safe in a signal handler, and again; with `at_once` nothing gets time."""
        self.reason = self.reason or reason
        self._at_once |= at_once
        for job in self._to_end():
            # Not left to the loop: an executor without processes hears nothing else while it has a job.
            self._world.executor.cancel(job, at_once=at_once)
        self._world.executor.wake()

    def time_out(self, seconds: float) -> None:
        """End the run because its time is up: it has failed."""
        if self.reason is None:
            self._ends_as = RunState.FAILED
            self.cancel(f"timed out after {seconds:g}s")

    def take_over(self, left: RunRow) -> None:
        """Go on with a run that another engine left. One that was paused goes on: somebody wants it to."""
        if self._world.progress.is_over:
            self._before = (self._world.progress.outcome, left.state, left.reason)
        if left.paused:
            self.pause(is_paused=False)

    def pause(self, *, is_paused: bool) -> None:
        """Start nothing further, or go on; so do the runs that tasks of this one are."""
        store, run_id = self._world.store, self._world.run_id
        self.is_paused = is_paused
        store.set_paused(run_id, is_paused)
        if any(task.kind is Kind.PIPELINE for task in self._world.plan.tasks.values()):
            for run in store.inner_runs(run_id):
                if run.state is RunState.RUNNING and run.paused != is_paused:
                    store.add_request(run.id, "pause" if is_paused else "resume")

    def pause_with(self, outer: str) -> None:
        """Begin paused where the run that this one is a task of is paused: nobody could have asked it."""
        with suppress(RunUnknown):
            if self._world.store.find_run(outer).paused:
                self.pause(is_paused=True)

    @property
    def may_start(self) -> bool:
        """Whether what is ready is started."""
        return not self.is_paused or self.reason is not None

    @property
    def is_asked(self) -> bool:
        """Whether something is asked that has not been done."""
        return self.reason is not None and self._at_once not in self._done

    def end_what_is_asked(self) -> None:
        """Do once what was asked: what waits never starts, what runs is ended. Teardowns still run."""
        if self.reason is None or not self.is_asked:
            return
        self._done.append(self._at_once)
        self._tries.move(self._world.progress.cancel(self.reason, hard=self._at_once))
        for job in self._to_end():
            self._tries.cancel(job, at_once=self._at_once)
        for attempt in self._held.let_go():
            self._tries.end(attempt, Finished(attempt.id, TryState.CANCELLED, self.reason))

    def ending(self) -> tuple[RunState, str | None]:
        """How the run has ended, and why where that is not plain."""
        outcome = self._world.progress.outcome
        if self._before is not None and self.reason is None and outcome is self._before[0]:
            return self._before[1:]
        # A cancellation that came too late to end anything is no reason.
        if outcome is not RunState.CANCELLED:
            return outcome, None
        return self._ends_as, self.reason

    def _to_end(self) -> list[str]:
        """The jobs that a cancellation ends: all but teardowns, unless it is at once."""
        carried = list(self._tries.carried.items())
        return [
            job
            for job, attempt in carried
            if self._at_once or self._world.task(attempt.name).teardown is None
        ]
