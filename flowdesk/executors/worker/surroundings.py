"""The directory, environment and import path that a job is carried out in."""

from __future__ import annotations

import os
import sys

from flowdesk.executors.worker import leavings
from flowdesk.executors.worker.refused import Refused
from flowdesk.xcom.passwords import STORE, hide

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.job import Job


class Surroundings:
    """How it is around this process when this is made, and after every job.

    `home` is the directory to come back to, as a descriptor or a path. `pushes` is the path for
    `$FLOWDESK_PUSH`: what is made for a task lies beside it.
    """

    def __init__(self, home: int | str, pushes: str) -> None:
        self._home = home
        self._pushes = pushes
        self._environment = variables()
        self._names_store = STORE in os.environ
        self._path = sys.path.copy()
        self._mask = os.umask(0)
        os.umask(self._mask)

    def enter(self, job: Job) -> None:
        """Go to where the job is to be carried out.

        Raises:
            Refused: the directory cannot be entered, or a variable cannot be set.
        """
        try:
            os.chdir(leavings.fresh_folder(self._pushes) if job.temporary_cwd else job.cwd)
        except OSError as error:
            folder = "a temporary one" if job.temporary_cwd else job.cwd
            raise Refused(f"its directory cannot be entered: {folder}: {error.strerror}") from error
        sys.path.insert(0, job.folder)
        if self._names_store:
            hide(os.environ)
        if job.env:
            try:
                os.environ.update(job.env)
            except ValueError as error:
                raise Refused(f"its environment cannot be set: {error}") from error

    def leave(self, job: Job) -> None:
        """Come back, whatever the task has done to them."""
        os.chdir(self._home)
        if job.temporary_cwd:
            leavings.clear(self._pushes)
        os.umask(self._mask)
        sys.path[:] = self._path
        if variables() != self._environment:
            os.environb.clear()
            os.environb.update(self._environment)


def variables() -> dict[bytes, bytes]:
    """A copy of this process's environment."""
    # A copy by way of os.environb takes forty times as long, more than all the rest of a small job.
    data: dict[bytes, bytes] = vars(os.environ)["_data"]
    return data.copy()
