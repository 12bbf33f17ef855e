"""The directory, environment and import path that a job is carried out in."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.executors.worker import leavings
from flowdesk.executors.worker.refused import Refused
from flowdesk.xcom.passwords import hide

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.executors.worker.job import Job


@contextmanager
def surroundings(job: Job, pushes: str) -> Iterator[None]:
    """Go there, and come back afterwards, whatever the task has done to them.

    `pushes` is the path for `$FLOWDESK_PUSH`: what is made for the task lies beside it.

    Raises:
        Refused: the directory cannot be entered, or a variable cannot be set.
    """
    environment, path, mask = variables(), list(sys.path), os.umask(0)
    os.umask(mask)
    before = os.open(".", os.O_RDONLY)  # not its path: that may be gone meanwhile
    try:
        _enter(job, pushes)
        yield
    finally:
        os.fchdir(before)
        os.close(before)
        if job.temporary_cwd:
            leavings.clear(pushes)
        os.umask(mask)
        sys.path[:] = path
        if variables() != environment:
            os.environb.clear()
            os.environb.update(environment)


def _enter(job: Job, pushes: str) -> None:
    try:
        os.chdir(leavings.fresh_folder(pushes) if job.temporary_cwd else job.cwd)
    except OSError as error:
        folder = "a temporary one" if job.temporary_cwd else job.cwd
        raise Refused(f"its directory cannot be entered: {folder}: {error.strerror}") from error
    sys.path.insert(0, job.folder)
    hide(os.environ)
    try:
        os.environ.update(job.env)
    except ValueError as error:
        raise Refused(f"its environment cannot be set: {error}") from error


def variables() -> dict[bytes, bytes]:
    """A copy of this process's environment."""
    # A copy by way of os.environb takes forty times as long, more than all the rest of a small job.
    data: dict[bytes, bytes] = vars(os.environ)["_data"]
    return data.copy()
