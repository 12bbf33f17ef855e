"""One worker as the executor holds it: its process, the two channels to it, and the job it has."""

from __future__ import annotations

import os
import signal
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.executors.boot import boot, new_mark, taken_ahead
from flowdesk.executors.channel import Channel
from flowdesk.executors.job_message import CALLED, Known, job_message
from flowdesk.executors.talk import MARK
from flowdesk.executors.worker import leavings
from flowdesk.executors.worker.process_tree import end, processes
from flowdesk.executors.worker.push_file import path_of

if TYPE_CHECKING:
    from typing import IO

    from flowdesk.executors.executor import Job
    from flowdesk.executors.talk import Message

MOST_COMPLAINTS = 1 << 16
"""How much of what an interpreter said that does not work is looked at, in bytes."""


class WorkerProcess:
    """A worker process, started at once. `job` is the id of the job that it has.

    It serves one run from one folder, those of its first job, under one interpreter (None: ours): modules
    that it has imported are neither shared between runs nor mistaken for those of the same name in another
    folder. `cancelled` workers take no further job.
    """

    def __init__(self, interpreter: str | None = None) -> None:
        ahead = taken_ahead() if interpreter is None else None
        self.mark = ahead[0] if ahead else new_mark()
        self.job: str | None = None
        self.cancelled = False
        self.is_dismissed = False
        self._pid: int | None = None
        """The runner's."""
        self._calls = False
        self._interpreter = interpreter
        self._serves: tuple[str, str] | None = None
        self._known: Known = {}
        self._complaints = _scratch_file() if self._interpreter else None
        try:
            booted = ahead[1] if ahead else boot(self.mark, self._interpreter, complaints=self._complaints)
        except OSError:
            self._forget_complaints()
            raise
        self._process, talk, control = booted
        self.talk = Channel(talk)
        self.control = Channel(control)

    def can_take(self, job: Job) -> bool:
        """Whether the job is of the run and folder that this worker serves, and for its interpreter.

        One whose runner is gone takes none, even before its warden has told of it.
        """
        serves = job.run_id, job.folder
        is_for = self._interpreter == interpreter_of(job) and self._serves in (None, serves)
        return is_for and self.talk.is_open

    def begin(self, job: Job) -> None:
        """Hand over a job."""
        self.job = job.id
        self._serves = job.run_id, job.folder
        self._calls = job.kind in CALLED
        self.talk.send(job_message(job, self._known))

    def hear(self) -> list[Message]:
        """What the runner has said of its job. Which process it is, is said but once."""
        messages = self.talk.receive()
        if not messages or messages[0]["say"] != "up":
            return messages
        self._pid = messages[0]["pid"]
        started = [] if self.caller is None else [{"say": "started", "pid": self.caller}]
        return [*started, *messages[1:]]

    @property
    def caller(self) -> int | None:
        """The process that calls the function of the job, which is the runner itself, once it is known."""
        return self._pid if self._calls else None

    def cancel(self, grace: float) -> None:
        """Ask for the job's end: SIGTERM now, SIGKILL after `grace` seconds. Asked again, only 0 counts."""
        self._end_stillborn()
        if not self.cancelled or not grace:
            self.cancelled = True
            self.control.send({"say": "cancel", "grace": grace})
            self._wake()

    def dismiss(self) -> None:
        """Close the channels: the worker ends everything it has started, and itself."""
        self.is_dismissed = True
        self._end_stillborn()
        self._forget_complaints()
        self.talk.close()
        self.control.close()
        self._wake()

    def is_gone(self) -> bool:
        """Whether its process has ended."""
        return self._process.poll() is not None

    def await_end(self) -> int:
        """Wait for the end of a worker that has been dismissed or is dying; give its return code."""
        return self._process.wait()

    def last_words(self) -> Message:
        """Wait for the end of a worker whose warden is gone without a word, and find some for it."""
        self._end_stillborn()
        code = self.await_end()
        if self._complaints is None or self.talk.has_news():
            return {"say": "lost", "status": code}
        self._complaints.seek(0)
        said = self._complaints.read(MOST_COMPLAINTS).decode(errors="replace").strip().splitlines()
        why = said[-1].strip() if said else f"it ended with code {code} before it took the task"
        return {"say": "lost", "status": code, "reason": f"interpreter {self._interpreter}: {why}"}

    def end_remains(self) -> None:
        """End what is left of a worker whose warden was killed, so that nobody was there to do it."""
        while any([end(pid) for pid in self._remains()]):  # noqa: C419 - all of them
            pass
        leavings.clear(path_of(self.mark))

    def _wake(self) -> None:
        """Let a warden that somebody has stopped (SIGSTOP) hear what it is told."""
        if self._process.returncode is None:  # else its id may be another's by now
            with suppress(ProcessLookupError, PermissionError):
                os.kill(self._process.pid, signal.SIGCONT)

    def _end_stillborn(self) -> None:
        """End what may not be a Python at all: nobody is in there yet who would do it when it is told."""
        if self._interpreter and not self.talk.has_news() and self._process.poll() is None:
            self.end_remains()

    def _forget_complaints(self) -> None:
        if self._complaints:
            self._complaints.close()

    def _remains(self) -> list[int]:
        return [
            process.pid
            for process in processes()
            if process.state != "Z"
            if process.session == self._process.pid or _carries(process.pid, f"{MARK}={self.mark}")
        ]


def interpreter_of(job: Job) -> str | None:
    """The interpreter that a job needs a worker of; None: any will do, and ours is at hand."""
    return job.interpreter if job.kind in CALLED else None


def _scratch_file() -> IO[bytes]:
    import tempfile

    return tempfile.TemporaryFile()


def _carries(pid: int, variable: str) -> bool:
    """Whether a process was started with the variable in its environment."""
    try:
        return variable.encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:  # gone, or somebody else's
        return False
