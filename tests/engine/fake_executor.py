"""An executor without processes: a task does what the test says, in the order that it was started."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from flowdesk.executors.executor import Finished, Job, Pushed, Report
from flowdesk.plan.states import TryState

Act = Callable[[Job], Iterable[Report]]


def succeed(job: Job) -> list[Report]:
    return [Finished(job.id, TryState.SUCCESS)]


def fail(job: Job) -> list[Report]:
    return [Finished(job.id, TryState.FAILED, "exit code 1", exit_code=1)]


def push(**values: str) -> Act:
    """Push these (JSON texts by key), then succeed."""
    return lambda job: [*(Pushed(job.id, key, "int", value) for key, value in values.items()), *succeed(job)]


class FakeExecutor:
    """Keeps what it was given; `acts` says by task, or by `task/try`, what happens."""

    def __init__(self, acts: dict[str, Act] | None = None, slots: int = 8) -> None:
        self.slots = slots
        self.acts = acts or {}
        self.jobs: list[Job] = []
        self.cancelled: list[str] = []
        self.is_closed = False
        self.on_wait: Callable[[], None] = lambda: None
        self._under_way: dict[str, Job] = {}

    def start(self, job: Job) -> None:
        self.jobs.append(job)
        self._under_way[job.id] = job

    def cancel(self, job: str, *, at_once: bool = False) -> None:  # noqa: ARG002 - nothing to wait for
        self.cancelled.append(job)

    def wait(self, timeout: float | None) -> list[Report]:  # noqa: ARG002 - it never has to wait
        self.on_wait()
        ended = [job for job in self.cancelled if self._under_way.pop(job, None)]
        reports: list[Report] = [Finished(job, TryState.CANCELLED) for job in ended]
        for job in list(self._under_way.values()):
            act = self.acts.get(job.id) or self.acts.get(job.task, succeed)
            reports += (said := list(act(job)))
            if any(isinstance(report, Finished) for report in said):
                del self._under_way[job.id]
        return reports

    def wake(self) -> None:
        """There is nobody to wake."""

    def close(self) -> None:
        self.is_closed = True
