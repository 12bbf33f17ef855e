"""One run from its first event to its last: the loop that brings plan, store and executor together.

The loop is thin. What may start and what follows from an outcome is `plan.progress`'s to say, what
is written the store's, how a task is carried out the executor's. Its own rules are about order:

* A try's row is committed before its process exists, and a success together with its values before
  anything downstream starts. Killed at any instant, the store says less than happened, never more.
* One transaction a turn: all reports that came in together are one commit. Where there is nothing to
  write down, there is no turn, and nobody else is kept from the store.
* What starts nothing (a job has begun, a value was pushed) waits a moment for what does: most tasks are over
  by then, and a turn less is a flush to the disk less.
* What is committed is handed over before anybody else hears of it: tasks run while those who watch take their
  time.
* Where tasks are over sooner than a commit is, the ends of all that run are one turn, see `pace`.
* It waits in the executor (epoll), not in asyncio: measured 7,200 against 5,000 calls a second, and
  124 ms of import less.
* One process works on a run, by its lease in the store. Whoever else wants something of it asks for it
  by a request.
"""

from __future__ import annotations

import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from flowdesk.engine.beginning import begin
from flowdesk.engine.overdue import take_up_timers
from flowdesk.engine.pace import Pace
from flowdesk.engine.parts import Parts, parts_of
from flowdesk.engine.requests import Requests
from flowdesk.engine.resume import request_of, world_of
from flowdesk.engine.timers import Due
from flowdesk.engine.tries import GATHERING
from flowdesk.errors import FlowdeskError
from flowdesk.executors.executor import Finished
from flowdesk.plan.written import from_json

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Self

    from flowdesk.engine.jobs import RunRequest
    from flowdesk.executors.executor import Executor, Job, Report
    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.states import RunState
    from flowdesk.store.rows import RunRow
    from flowdesk.store.store import Store


class Engine:
    """Runs one plan once. Make one, maybe hand its `cancel` to a signal handler, call `run`."""

    def __init__(self, plan: Plan, request: RunRequest, *, store: Store, executor: Executor) -> None:
        self._plan = plan
        self._request = request
        self._store = store
        self._executor = executor
        self._left: RunRow | None = None
        self._parts: Parts | None = None
        self._early: tuple[str, bool] | None = None
        self._to_start: list[Job] = []
        self._pace = Pace()
        self._look_at_notices: Callable[[], None] = lambda: None
        self.complaints: list[str] = []
        """Sentences about what went wrong beside the run: those who could not be told of it."""

    @classmethod
    def resumed(cls, run_id: str, *, store: Store, executor: Executor) -> Self:
        """An engine for a run that another one left, or that is over and of which something is asked.

        Raises:
            RunUnknown: there is no such run.
            PlanUnreadable: another version of flowdesk wrote its plan.
        """
        run = store.find_run(run_id)
        plan = from_json(store.plan_text(run.id))
        engine = cls(plan, request_of(run, store), store=store, executor=executor)
        engine._left = run
        return engine

    def cancel(self, reason: str, *, at_once: bool = False) -> None:
        """Ask the run to end: running tasks are ended, the rest never start. Safe in a signal handler.

        With `at_once`, which may follow a call without, tasks get no time to clean up.
        """
        if self._parts is None:
            self._early = (reason, at_once)
        else:
            self._parts.control.cancel(reason, at_once=at_once)

    def run(self) -> RunState:
        """Run to the end and return how it ended.

        Raises:
            RunExists, RunHeld: there is such a run already, or another process works on it.
            UsageError: as many runs of the pipeline are under way as it allows; a secret is not there.
            FlowdeskError: the store refused to take something up. The caller closes the executor;
                the run then reads as interrupted, and all that was committed is there.
        """
        with ExitStack() as listening:
            with self._store.transaction():
                parts = self._begin()
                listening.enter_context(self._told(parts))  # of what happens at once, too
                listening.enter_context(self._handing_over())
            state = self._until_over(parts)
        self._remove_old_runs()
        return state

    def _until_over(self, parts: Parts) -> RunState:
        if parts.world.plan.timeout is not None:
            parts.world.timers.add(Due.RUN_TIMEOUT, parts.world.run_id, parts.world.plan.timeout)
        requests = Requests(parts)
        reports: list[Report] = []
        while True:
            with self._store.transaction():
                parts.tries.take_up(reports)
                requests.take_up()
                take_up_timers(parts)
                parts.control.end_what_is_asked()
                jobs = parts.starter.start_ready() if parts.control.may_start else []
                ending = parts.control.ending() if parts.world.progress.is_over else None
                if ending is not None:
                    self._store.finish_run(parts.world.run_id, *ending)
                self._to_start = jobs
                self._pace.commit()
            if ending is not None:
                return ending[0]
            reports = self._news(parts, requests)

    def _news(self, parts: Parts, requests: Requests) -> list[Report]:
        """Wait until there is something to do, and return what the executor reports of it."""

        def wait(timeout: float) -> list[Report]:
            return parts.tries.sift(self._executor.wait(timeout))

        while True:
            is_in_haste = parts.starter.may_have_more and parts.control.may_start
            reports = wait(0 if is_in_haste else parts.world.timers.timeout())
            if reports and not is_in_haste:
                reports = self._pace.gathered(_joined(reports, wait), wait)
            self._look_at_notices()
            is_asked = parts.control.is_asked or parts.world.timers.is_due
            if is_in_haste or reports or is_asked or requests.are_there:  # a turn looks for requests itself
                return reports

    @contextmanager
    def _handing_over(self) -> Iterator[None]:
        """While inside, hand jobs to the executor once they are committed, before anybody else hears of it.

        So the tasks run already while those who watch take their time.
        """
        self._store.watchers.insert(0, self._hand_over)
        try:
            yield
        finally:
            self._store.watchers.remove(self._hand_over)

    def _hand_over(self, _events: list[Event]) -> None:
        jobs, self._to_start = self._to_start, []
        self._pace.start([job.id for job in jobs])
        for job in jobs:
            self._executor.start(job)

    @contextmanager
    def _told(self, parts: Parts) -> Iterator[None]:
        """While inside, tell whom the file wants to be told."""
        plan = parts.world.plan
        if plan.notify is None and not any(task.notify for task in plan.tasks.values()):
            yield
            return
        from flowdesk.engine.telling import Telling

        telling = Telling(parts.world, parts.leaves)
        self._store.watchers.append(telling)
        self._look_at_notices = telling.look
        try:
            yield
        finally:
            self._store.watchers.remove(telling)
            self.complaints += telling.close()

    def _begin(self) -> Parts:
        """The parts of an engine for the run, which is written down."""
        plan, request, store, executor = self._plan, self._request, self._store, self._executor
        if self._left is None:
            world = begin(plan, request, store=store, executor=executor)
        else:
            store.resume_run(self._left.id)
            world = world_of(plan, request, store=store, executor=executor)
        parts = parts_of(world)
        if any(task.env_from for task in plan.tasks.values()):
            parts.leaves.secrets.check()
        if self._left is not None:
            parts.control.take_over(self._left)
        elif request.parent is not None:
            parts.control.pause_with(request.parent)
        parts.tries.move(world.progress.begin())
        self._parts = parts
        if self._early is not None:
            reason, at_once = self._early
            parts.control.cancel(reason, at_once=at_once)
        return parts

    def _remove_old_runs(self) -> None:
        """Remove what the file does not want to be kept. What hinders it is no failure of the run."""
        if self._plan.keep_runs is not None and self._request.parent is None:
            try:
                self._store.clean(path=str(self._request.path), keep=self._plan.keep_runs)
            except FlowdeskError as error:
                self.complaints.append(f"old runs could not be removed: {error}")


def _joined(reports: list[Report], wait: Callable[[float], list[Report]]) -> list[Report]:
    """The reports, with those that come a moment later, unless something has finished."""
    last = time.monotonic() + GATHERING
    while not any([isinstance(one, Finished) for one in reports]):  # noqa: C419 - a generator takes longer
        left = last - time.monotonic()
        more = wait(left) if left > 0 else []
        if not more:
            break
        reports = reports + more
    return reports
