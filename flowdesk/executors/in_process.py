"""Carries out jobs in this very process and thread, one at a time: for debugging, as `breakpoint()` works.

`wait` carries out what `start` has taken; nothing else happens while it does. Callables see the
terminal's stdin, and what they print goes to the terminal as well as to the log; what C code prints goes
to the terminal only. A running task is cancelled by `cancel` from a signal handler, or by Ctrl-C.

Only a function that another interpreter is to call gets a worker process, as this one cannot become that.
"""

from __future__ import annotations

import os
import select
import sys
from typing import TYPE_CHECKING
from uuid import uuid4

from flowdesk.executors.echo import echoed_to
from flowdesk.executors.executor import Finished, Started
from flowdesk.executors.job_message import CALLED, job_message
from flowdesk.executors.reports import finished, report
from flowdesk.executors.waker import Waker
from flowdesk.executors.worker.cancellation import Cancellation
from flowdesk.executors.worker.carry_out import Tell, carry_out
from flowdesk.executors.worker.empty_file import EmptyFile
from flowdesk.executors.worker.job import Job as WorkerJob
from flowdesk.executors.worker.log_writer import LogWriter
from flowdesk.executors.worker.outcome import Outcome, failed, without
from flowdesk.executors.worker.place import Place
from flowdesk.executors.worker.process_state import ProcessState
from flowdesk.executors.worker.process_tree import adopt_orphans, end_tree, processes
from flowdesk.executors.worker.push_file import path_of
from flowdesk.executors.worker.surroundings import Surroundings

if TYPE_CHECKING:
    from flowdesk.executors.executor import Job, Report
    from flowdesk.executors.local import Local
    from flowdesk.executors.talk import Message


class InProcess:
    """The executor for debugging. See `flowdesk.executors.executor.Executor`."""

    slots = 1

    def __init__(self) -> None:
        self._job: WorkerJob | None = None
        self._folder: str | None = None
        self._cancellation = Cancellation(hears_keyboard=True)
        self._reports: list[Report] = []
        self._waker = Waker()
        self._elsewhere: Local | None = None
        self._away: str | None = None
        adopt_orphans()

    def start(self, job: Job) -> None:
        """Take a job; the next `wait` but one carries it out, so that its `Started` is known before.

        Raises:
            RuntimeError: there is one already.
            ValueError: the job has nothing to carry out.
        """
        if self._job is not None or self._away is not None:
            raise RuntimeError("all 1 slots are taken")
        if job.interpreter and job.kind in CALLED:
            self._start_elsewhere(job)
            return
        self._job = WorkerJob(job_message(job))
        self._cancellation = Cancellation(hears_keyboard=True)
        self._reports.append(Started(job.id, os.getpid()))

    def cancel(self, job: str, *, at_once: bool = False) -> None:
        """End a job; from a signal handler also the one that is under way. A job in here has no grace."""
        if self._elsewhere is not None and self._away == job:
            self._elsewhere.cancel(job, at_once=at_once)
        if self._job is not None and self._job.id == job:
            self._cancellation.request()

    def wait(self, timeout: float | None) -> list[Report]:
        """Carry out the job, if there is one; else wait for `wake`, `timeout` seconds at the most."""
        if self._elsewhere is not None and self._away is not None:
            return self._heard_from(self._elsewhere, timeout)
        if not self._reports and self._job is not None:
            outcome = self._carry_out(self._job)
            self._reports.append(finished(self._job.id, outcome))
            self._job = None
        if not self._reports:
            select.select([self._waker], [], [], timeout)
        self._waker.settle()
        reports, self._reports = self._reports, []
        return reports

    def wake(self) -> None:
        """Let `wait` return, if it is not carrying out a job."""
        self._waker.ring()
        if self._elsewhere is not None:
            self._elsewhere.wake()

    def close(self) -> None:
        """Forget the modules that were imported for the jobs, and give back what is held."""
        self._forget()
        self._waker.close()
        if self._elsewhere is not None:
            self._elsewhere.close()
        adopt_orphans(adopting=False)

    def _start_elsewhere(self, job: Job) -> None:
        if self._elsewhere is None:
            from flowdesk.executors.local import Local

            self._elsewhere = Local(1)
        self._elsewhere.start(job)
        self._away = job.id

    def _heard_from(self, elsewhere: Local, timeout: float | None) -> list[Report]:
        reports = elsewhere.wait(timeout)
        if any(isinstance(report, Finished) for report in reports):
            self._away = None
        return reports

    def _carry_out(self, job: WorkerJob) -> Outcome:
        if self._cancellation.requested:
            return Outcome("cancelled", "cancelled")
        if job.folder != self._folder:
            self._forget()
            self._folder = job.folder
        try:
            log = LogWriter(job.log, job.secrets)
            try:
                return self._carry_out_logged(job, log)
            finally:
                log.close()
        except OSError as error:
            return failed(f"its log cannot be written: {error}")

    def _carry_out_logged(self, job: WorkerJob, log: LogWriter) -> Outcome:
        before, state = _children(), ProcessState()
        home = os.open(".", os.O_RDONLY)  # not its path: that may be gone meanwhile
        try:
            with echoed_to(log, job.secrets) as (stdout, stderr):

                def hide() -> None:
                    stdout.learn(job.secrets)
                    stderr.learn(job.secrets)

                pushes = path_of(uuid4().hex)
                file = EmptyFile(pushes)
                place = Place(file, Surroundings(home, pushes), (stdout.take, stderr.take), hide)
                try:
                    outcome = carry_out(job, place, self._cancellation, Tell(self._send, self._send))
                finally:
                    file.remove()
                return without(job.secrets, outcome)
        except KeyboardInterrupt:
            return Outcome("cancelled", "interrupted from the keyboard")
        finally:
            os.close(home)
            state.restore()
            _end_children(but=before)

    def _send(self, message: Message) -> None:
        if self._job is not None and message["say"] == "pushed":
            self._reports.append(report(self._job.id, message))

    def _forget(self) -> None:
        """Drop the modules of the last folder: another one may have some of the same names."""
        if self._folder is None:
            return
        prefix = self._folder + os.sep
        for name, module in list(sys.modules.items()):
            if (getattr(module, "__file__", None) or "").startswith(prefix):
                del sys.modules[name]


def _children() -> set[int]:
    return {process.pid for process in processes() if process.parent == os.getpid()}


def _end_children(*, but: set[int]) -> None:
    """End the processes that a task left, and those that become ours as their parents end."""
    known = set(but)
    while left := _children() - known:
        for child in left:
            end_tree(child)
        known |= left  # also one that is not ours to kill
