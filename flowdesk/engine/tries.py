"""The tries that are under way, from their row in the store to their end and what follows from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.engine.inputs import Held
from flowdesk.engine.timers import Due
from flowdesk.executors.executor import Finished, Pushed, Started
from flowdesk.plan.plan import Kind
from flowdesk.plan.states import TaskState, TryState
from flowdesk.store.rows import FinishedTry
from flowdesk.xcom.values import decode, type_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from flowdesk.engine.leaves import Leaves
    from flowdesk.engine.world import Attempt, World
    from flowdesk.executors.executor import Job, Report
    from flowdesk.plan.progress import Move


GATHERING = 0.02
"""Seconds that what starts nothing may wait for what does, to be written down with it."""


class Tries:
    """Writes down what executors report, and ends tries. `carried` are those an executor has, by id."""

    def __init__(self, world: World, leaves: Leaves) -> None:
        self._world = world
        self._leaves = leaves
        self.carried: dict[str, Attempt] = {}
        self._jobs: dict[str, Job] = {}
        self._new_pids: dict[str, int] = {}
        self._old_pids: dict[str, int] = {}
        self._are_pids_awaited = False
        self._instead: dict[str, Finished] = {}
        self._has_group_retries = any(group.retries for group in world.plan.groups.values())
        self._noted = world.progress.group_retries

    def carry(self, attempt: Attempt, job: Job) -> Job:
        """Note that an executor is about to carry out an attempt; from now on its reports are taken up."""
        self.carried[job.id] = attempt
        self._jobs[job.id] = job
        return job

    def sift(self, reports: list[Report]) -> list[Report]:
        """Those of the reports that are to be written down now.

        Which process a try has waits for its end, as most are over in no time: it is written with that.
        """
        left: list[Report] = [report for report in reports if not isinstance(report, Started)]
        if len(left) < len(reports):
            self._keep_pids(report for report in reports if isinstance(report, Started))
        return left

    def take_up(self, reports: Iterable[Report]) -> None:
        """Write down what happened to jobs."""
        for report in reports:
            attempt = self.carried[report.job]
            if isinstance(report, Pushed):
                self._push(attempt, report)
            elif isinstance(report, Finished):
                del self.carried[report.job]
                self._finish(attempt, self._jobs.pop(report.job), self._told(report))

    def record_pids(self) -> None:
        """Write down which processes the tries have that have lasted since this was last called."""
        for job, pid in self._old_pids.items():
            attempt = self.carried[job]
            self._world.store.record_pid(self._world.run_id, attempt.name, attempt.number, pid)
        self._old_pids, self._new_pids = self._new_pids, {}
        self._await_pids(is_awaited=bool(self._old_pids))

    def _keep_pids(self, reports: Iterable[Started]) -> None:
        for report in reports:
            self._new_pids[report.job] = report.pid
        if not self._are_pids_awaited:
            self._await_pids(is_awaited=True)

    def _await_pids(self, *, is_awaited: bool) -> None:
        self._are_pids_awaited = is_awaited
        if is_awaited:
            self._world.timers.add(Due.PIDS, self._world.run_id, GATHERING)

    def _pid(self, job: str) -> int | None:
        """The process of a job that is over, unless it is written down already."""
        return self._new_pids.pop(job, None) or self._old_pids.pop(job, None)

    def push(self, attempt: Attempt, key: str, value: str, *, type: str | None = None) -> None:  # noqa: A002 - the word of the file
        """Keep a value (JSON text, or a reference) that an attempt pushed."""
        self._push(attempt, Pushed(attempt.id, key, type or type_name(value), value))

    def _push(self, attempt: Attempt, pushed: Pushed) -> None:
        world, key, value = self._world, pushed.key, pushed.value
        secret = False
        for push in world.task(attempt.name).push:
            if push.key == key:
                secret = push.secret
                break
        if secret:
            self._leaves.secrets.learn(decode(value))
        elif self._leaves.mask(value) != value:
            secret = True  # it has a secret in it: nothing of that is to be kept in plain text
        world.values.push(attempt.name, key, Held(value, attempt.number, secret=secret))
        world.store.push_value(
            world.run_id,
            attempt.name,
            attempt.number,
            key=key,
            type=pushed.type,
            value=value,
            secret=secret,
            size=pushed.size,
            preview=pushed.preview,
        )

    def end(self, attempt: Attempt, finished: Finished, *, cached_from: str | None = None) -> None:
        """Write down how an attempt ended and what follows from it."""
        world, progress = self._world, self._world.progress
        own, *others = progress.finish(
            attempt.name, finished.state, followed=finished.followed, retry=not finished.no_retry
        )
        ended = FinishedTry(
            finished.state,
            own.state,
            finished.reason,
            finished.exit_code,
            finished.signal,
            own.delay,
            failures=progress.failures(attempt.name),
            followed=finished.followed,
            cached_from=cached_from,
            pid=self._pid(attempt.id),
        )
        world.store.finish_try(world.run_id, attempt.name, attempt.number, ended)
        if own.state is TaskState.UP_FOR_RETRY:
            world.timers.add(Due.RETRY, attempt.id, own.delay)
        self.move(others)

    def move(self, moves: Iterable[Move]) -> None:
        """Write down moves that no try brought about."""
        for move in moves:
            cleared = move.state is TaskState.WAITING
            failures = self._world.progress.failures(move.task) if cleared else None
            self._world.store.move_task(
                self._world.run_id, move.task, move.state, move.reason, failures=failures
            )
        self._note_group_retries()

    def cancel(self, job: str, *, at_once: bool = False, instead: Finished | None = None) -> None:
        """Have the executor end an attempt. `instead` is how it has then ended, unless it was over before."""
        if instead is not None:
            self._instead[job] = instead
        self._world.executor.cancel(job, at_once=at_once)

    def is_ending(self, job: str) -> bool:
        """Whether an attempt is being ended already."""
        return job in self._instead

    def _finish(self, attempt: Attempt, job: Job, finished: Finished) -> None:
        task = self._world.task(attempt.name)
        if task.kind is Kind.PIPELINE:
            finished, pushed = self._leaves.inner.ended(task, job, finished)
            for push in pushed:
                self._push(attempt, push)
        if finished.refused_key is not None:
            finished = finished._replace(reason=self._leaves.blame.reason(task, attempt.name, finished))
        self.end(attempt, finished)

    def _note_group_retries(self) -> None:
        if not self._has_group_retries:
            return
        counts = self._world.progress.group_retries
        for group, count in counts.items():
            if self._noted.get(group, 0) != count:
                self._world.store.note_group_retry(self._world.run_id, group, count)
        self._noted = counts

    def _told(self, finished: Finished) -> Finished:
        instead = self._instead.pop(finished.job, None)
        is_ours = instead is not None and finished.state is TryState.CANCELLED
        return instead if is_ours and instead is not None else finished
