"""Carries out jobs in warm worker processes on this machine.

A worker is started when a job needs one and kept for the next, up to `slots`. One selector watches all
of them, so `wait` costs the same with one worker or with fifty. How the two sides talk: see `talk`.

Refused: `concurrent.futures` and `multiprocessing` (a quarter of the calls per second, pickle, and a
worker that dies takes the whole pool with it), a process per job (import time on every call).
"""

from __future__ import annotations

import os
import selectors
import time
from collections import deque
from typing import TYPE_CHECKING

from flowdesk.executors.boot import at_once
from flowdesk.executors.executor import Finished, Started
from flowdesk.executors.reports import died, finished, reports
from flowdesk.executors.waker import Waker
from flowdesk.executors.worker.outcome import failed
from flowdesk.executors.worker_process import WorkerProcess, interpreter_of

if TYPE_CHECKING:
    from flowdesk.executors.channel import Channel
    from flowdesk.executors.executor import Job, Report

GRACE = 5.0
"""Seconds between SIGTERM and SIGKILL."""

LEAST_SLOTS = 4
"""Tasks wait more than they compute, so even one core takes a few."""


class Local:
    """The executor for this machine. See `flowdesk.executors.executor.Executor`."""

    def __init__(self, slots: int | None = None, *, grace: float = GRACE) -> None:
        self.slots = slots or max(LEAST_SLOTS, os.cpu_count() or 1)
        self._grace = grace
        self._busy: dict[str, WorkerProcess] = {}
        self._idle: list[WorkerProcess] = []
        self._leaving: list[WorkerProcess] = []
        self._reports: list[Report] = []
        self._to_cancel: deque[tuple[str, float]] = deque()
        self._selector = selectors.DefaultSelector()
        self._waker = Waker()
        self._selector.register(self._waker, selectors.EVENT_READ)

    def warm_up(self) -> None:
        """Start workers before there are jobs for them, or take those that were started ahead."""
        try:
            for _ in range(at_once(self.slots)):
                self._idle.insert(0, self._started(None))  # the first is ready first, and taken first
        except OSError:  # told of a job that needs one
            return

    def start(self, job: Job) -> None:
        """Begin a job and return at once.

        Raises:
            RuntimeError: all slots are taken.
            ValueError: the job has nothing to carry out.
        """
        if len(self._busy) >= self.slots:
            raise RuntimeError(f"all {self.slots} slots are taken")
        try:
            worker = self._worker_for(job)
        except OSError as error:  # the machine's limits: processes, open files, memory
            self._reports.append(finished(job.id, failed(f"no worker process could be started: {error}")))
            return
        self._busy[job.id] = worker
        worker.begin(job)
        if worker.caller is not None:
            self._reports.append(Started(job.id, worker.caller))
        if worker.talk.has_unsent:
            self._watch(worker, worker.talk)

    def cancel(self, job: str, *, at_once: bool = False) -> None:
        """End a job and all its processes; nothing happens if it is over already.

        The next `wait` does it, as this may interrupt any line of ours from a signal handler.
        """
        self._to_cancel.append((job, 0.0 if at_once else self._grace))
        self._waker.ring()

    def wait(self, timeout: float | None) -> list[Report]:
        """Wait for the next reports, `timeout` seconds at the most (None: without end)."""
        deadline = None if timeout is None else time.monotonic() + timeout
        woken = False
        self._cancel_asked()
        while not self._reports and not woken:
            left = None if deadline is None else deadline - time.monotonic()
            events = self._selector.select(left)
            if not events and deadline is not None and time.monotonic() >= deadline:
                break
            woken = any([self._take_up(key, mask) for key, mask in events])  # noqa: C419 - each has an effect
            self._cancel_asked()
        reports, self._reports = self._reports, []
        return reports

    def wake(self) -> None:
        """Let `wait` return now. May be called from a signal handler."""
        self._waker.ring()

    def close(self) -> None:
        """End every job and process that is left."""
        for worker in [*self._busy.values(), *self._idle]:
            self._dismiss(worker)
        for worker in self._leaving:
            worker.await_end()
        self._selector.close()
        self._waker.close()

    def _cancel_asked(self) -> None:
        while self._to_cancel:
            job, grace = self._to_cancel.popleft()
            worker = self._busy.get(job)
            if worker is not None:
                worker.cancel(grace)
                self._watch(worker, worker.control)

    def _worker_for(self, job: Job) -> WorkerProcess:
        """A warm worker that serves this run, else a new one."""
        self._catch_up()
        for worker in reversed(self._idle):
            if worker.can_take(job):
                self._idle.remove(worker)
                return worker
        if self._idle and len(self._idle) + len(self._busy) >= self.slots:
            self._dismiss(self._idle[0])
        return self._started(interpreter_of(job))

    def _started(self, interpreter: str | None) -> WorkerProcess:
        worker = WorkerProcess(interpreter)
        self._watch(worker, worker.talk)
        self._watch(worker, worker.control)
        return worker

    def _catch_up(self) -> None:
        """Take up what is there by now: a worker that was killed while it was idle must not get a job."""
        for key, mask in self._selector.select(0):
            if key.data is not None:  # `wake` is for `wait`
                self._take_up(key, mask)

    def _watch(self, worker: WorkerProcess, channel: Channel) -> None:
        """Have the selector watch a channel, for writing too while something is unsent."""
        events = selectors.EVENT_READ | (selectors.EVENT_WRITE if channel.has_unsent else 0)
        known = self._selector.get_map().get(channel.fileno())
        if known is None:
            self._selector.register(channel, events, (worker, channel))
        elif known.events != events:
            self._selector.modify(channel, events, (worker, channel))

    def _take_up(self, key: selectors.SelectorKey, mask: int) -> bool:
        """Take up what is ready on one descriptor; true if it was `wake`."""
        if key.data is None:
            self._waker.settle()
            return True
        worker, channel = key.data
        if worker.is_dismissed:  # by another descriptor of the same round
            return False
        if mask & selectors.EVENT_WRITE:
            channel.flush()
            self._watch(worker, channel)
        if mask & selectors.EVENT_READ:
            if channel is worker.control:
                self._hear_warden(worker)
            else:
                self._hear_runner(worker)
        return False

    def _hear_runner(self, worker: WorkerProcess) -> None:
        for message in worker.hear():
            if worker.job is None:  # what a thread of a task says after the task's end
                continue
            said = reports(worker.job, message)
            self._reports += said
            if isinstance(said[-1], Finished):
                self._free(worker, is_last=message["last"])
        if not worker.is_dismissed and not worker.talk.is_open:
            self._selector.unregister(worker.talk)

    def _free(self, worker: WorkerProcess, *, is_last: bool) -> None:
        """Keep a worker for the next job, if it may have one."""
        job, worker.job = worker.job, None
        self._busy.pop(job or "")
        if is_last or worker.cancelled:
            self._dismiss(worker)
        else:
            self._idle.append(worker)

    def _hear_warden(self, worker: WorkerProcess) -> None:
        messages = worker.control.receive()
        if not messages and worker.control.is_open:
            return
        if worker.talk.is_open:
            self._hear_runner(worker)
        if worker.is_dismissed:
            return
        if worker.control.is_open or messages:
            last_words = messages[0]
        else:
            last_words = worker.last_words()
            worker.end_remains()
        if worker.job is not None:
            self._reports.append(died(worker.job, last_words, cancelled=worker.cancelled))
        self._dismiss(worker)

    def _dismiss(self, worker: WorkerProcess) -> None:
        """Let a worker go. It ends by itself; its process is collected later."""
        for channel in (worker.talk, worker.control):
            if channel.fileno() in self._selector.get_map():
                self._selector.unregister(channel)
        worker.dismiss()
        if worker in self._idle:
            self._idle.remove(worker)
        if worker.job is not None:
            del self._busy[worker.job]
        self._leaving = [one for one in self._leaving if not one.is_gone()] + [worker]
