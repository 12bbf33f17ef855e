"""Makers of what the parts of an engine share, without an engine."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from flowdesk.engine.inputs import Values
from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.engine.timers import Timers
from flowdesk.engine.world import World
from flowdesk.plan.progress import Progress
from flowdesk.store.store import Store
from tests.builders import plan_of
from tests.engine.fake_executor import FakeExecutor

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from flowdesk.plan.plan import Plan, Task
    from flowdesk.plan.states import RunState

MOMENT = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)


def request_in(folder: Path, run_id: str = "run-1") -> RunRequest:
    """A request for a run of `folder`/p.toml, whose store is in that folder too."""
    return RunRequest(run_id, folder / "p.toml", "[tasks]", folder, MOMENT)


def values_of(*tasks: Task) -> Values:
    """The values of a run of these tasks that has just begun."""
    plan = plan_of(*tasks)
    return Values(plan, Progress(plan))


class Bench:
    """A store of its own, in which plans are run, asked of and looked at."""

    def __init__(self, store: Store, home: Path) -> None:
        self.store = store
        self.home = home

    def world(self, plan: Plan) -> World:
        """The world of a run that is not written down."""
        progress = Progress(plan)
        values, request = Values(plan, progress), request_in(self.home)
        return World(plan, request, self.store, FakeExecutor(), progress, values, Timers())

    def engine(self, plan: Plan, executor: FakeExecutor, run_id: str = "run-1") -> Engine:
        """An engine for a new run."""
        return Engine(plan, request_in(self.home, run_id), store=self.store, executor=executor)

    def run(self, plan: Plan, executor: FakeExecutor | None = None, run_id: str = "run-1") -> RunState:
        """Run a plan to its end."""
        return self.engine(plan, executor or FakeExecutor(), run_id).run()

    def resumed(self, executor: FakeExecutor | None = None, run_id: str = "run-1") -> RunState:
        """Take a run up and bring it to its end."""
        return Engine.resumed(run_id, store=self.store, executor=executor or FakeExecutor()).run()

    def ask(self, kind: str, task: str | None = None, **data: object) -> None:
        """Ask something of the run, as another process does."""
        with Store.open(self.home) as elsewhere, elsewhere.transaction():
            elsewhere.add_request("run-1", kind, task, data)

    def asks_once(self, kind: str, task: str | None = None, **data: object) -> Callable[[], None]:
        """What asks at its first call, and does nothing at the next ones."""
        left = [(kind, task, data)]

        def ask() -> None:
            if left:
                kind, task, data = left.pop()
                self.ask(kind, task, **data)

        return ask

    def answers(self, run_id: str = "run-1") -> list[str | None]:
        """The answers to all that was asked."""
        return [row.answer for row in self.store.requests(run_id)]

    def states(self, run_id: str = "run-1") -> dict[str, str]:
        """How the tasks stand, by name."""
        return {row.name: row.state.value for row in self.store.tasks(run_id)}

    def tries(self, name: str, run_id: str = "run-1") -> list[str]:
        """How the tries of a task ended."""
        return [row.state.value for row in self.store.tries(run_id) if row.name == name]

    def reasons(self, name: str, run_id: str = "run-1") -> list[str | None]:
        """Why they ended so."""
        return [row.reason for row in self.store.tries(run_id) if row.name == name]


class Killed(BaseException):
    """The engine is gone in the middle of its run."""


def killed_at(job: str, executor: FakeExecutor) -> FakeExecutor:
    """The executor, whose engine dies when it waits while this job is under way."""

    def die() -> None:
        if job in executor._under_way:
            raise Killed

    executor.on_wait = die
    return executor
