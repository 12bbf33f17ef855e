"""Carries out a shell task: a process in a group of its own, watched to its end."""

from __future__ import annotations

import os
import time

from flowdesk.executors.worker import inputs
from flowdesk.executors.worker.core import signal
from flowdesk.executors.worker.exit_signal import exit_of
from flowdesk.executors.worker.note import note
from flowdesk.executors.worker.outcome import Outcome, failed, killed, signal_name
from flowdesk.executors.worker.process_tree import end_group
from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.executors.worker.refused import Refused
from flowdesk.executors.worker.shell_pushes import push_last_line, push_written
from flowdesk.executors.worker.spawn import NotStarted, spawn
from flowdesk.executors.worker.surroundings import variables
from flowdesk.executors.worker.tee import Tee, copy_until_exit, writer_to

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.carry_out import Tell
    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.place import Place
    from flowdesk.executors.worker.pushes import Pushes

MEANINGS = {126: "found, but not executable", 127: "command not found"}
SOON = 0.02
"""Seconds after which a task lasts, so that its process is told of."""

SIGNALLED = 128
"""A shell exits with this plus the number of the signal that ended its last command."""


class Shell:
    """One shell task. `tell` is told the pid of its process: at once only if it does not end soon."""

    def __init__(self, job: Job, place: Place, pushes: Pushes, tell: Tell) -> None:
        self._job = job
        self._place = place
        self._pushes = pushes
        self._tell = tell
        stdout, stderr = place.takers or (writer_to(1) if RETURN_VALUE in job.declared else None, None)
        self._stdout = Tee(stdout) if stdout else None
        self._stderr = Tee(stderr) if stderr else None
        self._pid = 0
        self._status: int | None = None

    def run(self) -> Outcome:
        """Carry it out and push what it pushed. Nothing of its process group is left then."""
        self._place.pushes.lay()
        try:
            self._run()
            return self._push(self._outcome())
        except NotStarted as refusal:
            return failed(str(refusal))
        finally:
            self._place.pushes.clear()
            for tee in self._tees():
                tee.close()

    def _tees(self) -> list[Tee]:
        return [tee for tee in (self._stdout, self._stderr) if tee]

    def _run(self) -> None:
        stdout = self._stdout.writing if self._stdout else 1
        stderr = self._stderr.writing if self._stderr else 2
        try:
            self._pid = spawn(self._job, self._environment, stdout, stderr)
        finally:
            for tee in self._tees():
                os.close(tee.writing)
        try:
            with self._pushes.cancellation.acting(lambda: end_group(self._pid, signal.SIGTERM)):
                self._wait()
        finally:
            end_group(self._pid)
            if self._status is None:  # an exception in the middle: Ctrl-C in the engine's own process
                _, self._status = os.waitpid(self._pid, 0)
            for tee in self._tees():
                tee.copy()

    def _wait(self) -> None:
        tees, started = self._tees(), {"say": "started", "pid": self._pid}
        with exit_of(self._pid) as exits:
            soon = time.monotonic() + SOON
            if copy_until_exit(tees, exits, self._is_over, deadline=soon):
                self._tell.later(started)
                return
            self._tell.now(started)
            copy_until_exit(tees, exits, self._is_over)

    def _is_over(self) -> bool:
        gone, status = os.waitpid(self._pid, os.WNOHANG)
        if gone:
            self._status = status
        return bool(gone)

    def _environment(self) -> dict[bytes, bytes]:
        job = self._job
        added = {
            **job.env,
            **inputs.variables(job),
            "FLOWDESK_PUSH": self._place.pushes.path,
            "FLOWDESK_RUN_ID": job.run_id,
            "FLOWDESK_TASK": job.task,
            "FLOWDESK_TRY": str(job.try_number),
            **({"FLOWDESK_MAP_INDEX": str(job.map_index)} if job.map_index >= 0 else {}),
        }
        return {**variables(), **{os.fsencode(name): os.fsencode(text) for name, text in added.items()}}

    def _outcome(self) -> Outcome:
        code = os.waitstatus_to_exitcode(self._status or 0)
        if self._pushes.cancellation.acted:
            return Outcome("cancelled", "cancelled")
        if code < 0:
            return killed(-code)
        if code in self._job.skip_on_exit_code:
            return Outcome("skipped", f"exit code {code}", code)
        if code == 0:
            return Outcome("success", None, 0)
        meaning = MEANINGS.get(code) or (signal_name(code - SIGNALLED) if code > SIGNALLED else None)
        return failed(f"exit code {code} ({meaning})" if meaning else f"exit code {code}", code)

    def _lacks_return_value(self) -> bool:
        return RETURN_VALUE in self._job.declared and RETURN_VALUE not in self._pushes.values

    def _push(self, outcome: Outcome) -> Outcome:
        """Push also after a failure: what was pushed stays readable, as in Airflow."""
        self._pushes.settle()
        try:
            if self._place.pushes.is_touched:
                push_written(self._pushes, self._place.pushes.path)
            if outcome.state == "success" and self._stdout and self._lacks_return_value():
                push_last_line(self._pushes, self._stdout.last_line)
        except Refused as refusal:
            if outcome.state == "success":
                told = failed(str(refusal), outcome.exit_code)
                return told._replace(refused_key=refusal.key, at=refusal.at)
            note(str(refusal))
        return outcome
