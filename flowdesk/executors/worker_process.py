"""One worker as the executor holds it: its process, the two channels to it, and the job it has."""

from __future__ import annotations

import uuid
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.executors.boot import boot
from flowdesk.executors.channel import Channel
from flowdesk.executors.job_message import job_message
from flowdesk.executors.talk import MARK
from flowdesk.executors.worker.process_tree import end, processes
from flowdesk.executors.worker.push_file import path_of

if TYPE_CHECKING:
    from flowdesk.executors.executor import Job


class WorkerProcess:
    """A worker process, started at once. `job` is the id of the job that it has.

    It serves one run from one folder: modules that it has imported are neither shared between runs nor
    mistaken for those of the same name in another folder. `cancelled` workers take no further job.
    """

    def __init__(self, job: Job) -> None:
        self.mark = uuid.uuid4().hex
        self.serves = _served(job)
        self.job: str | None = None
        self.cancelled = False
        self.is_dismissed = False
        self._process, talk, control = boot(self.mark)
        self.talk = Channel(talk)
        self.control = Channel(control)

    def can_take(self, job: Job) -> bool:
        """Whether the job is of the run and folder that this worker serves."""
        return self.serves == _served(job)

    def begin(self, job: Job) -> None:
        """Hand over a job."""
        self.job = job.id
        self.talk.send(job_message(job))

    def cancel(self, grace: float) -> None:
        """Ask for the job's end: SIGTERM now, SIGKILL after `grace` seconds. Asked again, only 0 counts."""
        if not self.cancelled or not grace:
            self.cancelled = True
            self.control.send({"say": "cancel", "grace": grace})

    def dismiss(self) -> None:
        """Close the channels: the worker ends everything it has started, and itself."""
        self.is_dismissed = True
        self.talk.close()
        self.control.close()

    def is_gone(self) -> bool:
        """Whether its process has ended."""
        return self._process.poll() is not None

    def await_end(self) -> int:
        """Wait for the end of a worker that has been dismissed or is dying; give its return code."""
        return self._process.wait()

    def end_remains(self) -> None:
        """End what is left of a worker whose warden was killed, so that nobody was there to do it."""
        while any([end(pid) for pid in self._remains()]):  # noqa: C419 - all of them
            pass
        Path(path_of(self.mark)).unlink(missing_ok=True)

    def _remains(self) -> list[int]:
        return [
            process.pid
            for process in processes()
            if process.state != "Z"
            if process.session == self._process.pid or _carries(process.pid, f"{MARK}={self.mark}")
        ]


def _served(job: Job) -> tuple[str, str]:
    return job.run_id, job.folder


def _carries(pid: int, variable: str) -> bool:
    """Whether a process was started with the variable in its environment."""
    try:
        return variable.encode() in Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
    except OSError:  # gone, or somebody else's
        return False
