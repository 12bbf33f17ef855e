"""The directory, environment and import path that a job is carried out in."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from flowdesk.executors.worker.refused import Refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.executors.worker.job import Job


@contextmanager
def surroundings(job: Job) -> Iterator[None]:
    """Go there, and come back afterwards, whatever the task has done to them.

    Raises:
        Refused: the directory cannot be entered.
    """
    environment, path, before = _variables(), list(sys.path), os.getcwd()  # noqa: PTH109 - pathlib is slow to import
    try:
        os.chdir(job.cwd)
    except OSError as error:
        raise Refused(f"its directory cannot be entered: {job.cwd}: {error.strerror}") from error
    sys.path.insert(0, job.folder)
    os.environ.update(job.env)
    try:
        yield
    finally:
        os.chdir(before)
        sys.path[:] = path
        if _variables() != environment:
            os.environb.clear()
            os.environb.update(environment)


def _variables() -> dict[bytes, bytes]:
    # A copy by way of os.environb takes forty times as long, more than all the rest of a small job.
    data: dict[bytes, bytes] = vars(os.environ)["_data"]
    return data.copy()
