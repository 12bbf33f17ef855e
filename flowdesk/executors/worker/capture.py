"""The runner's part in logging: everything that a try prints goes to the pipes its warden reads.

At the level of file descriptors, so that what C code and grandchildren print is there too; and line by
line, so that the log can be followed while the task runs.
"""

from __future__ import annotations

import os
import sys

from flowdesk.executors.talk import Message, pack
from flowdesk.executors.worker import libc, note
from flowdesk.executors.worker.log_writer import ERR, NOTE, OUT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

    from flowdesk.executors.worker.job import Job
    from flowdesk.executors.worker.log_pipes import LogPipes


class Capture:
    """Puts this process's streams in order, at once and for every job."""

    def __init__(self, pipes: LogPipes) -> None:
        self._pipes = pipes
        self._job: Job | None = None
        self._streams = sys.stdout, sys.stderr
        self._places = (os.open(os.devnull, os.O_RDWR), 0), (pipes.writing[OUT], 1), (pipes.writing[ERR], 2)
        libc.buffer_lines()
        # Before the pipes are there: made upon files, the streams would look for their place in them.
        for stream in (sys.stdout, sys.stderr):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", line_buffering=True)  # type: ignore[union-attr]  # the interpreter's own
        self._settle()
        notes = pipes.writing[NOTE]
        note.go_to(lambda data: os.write(notes, data))

    def tell(self) -> None:
        """Say which log is on, and what must not stand in it.

        Raises:
            OSError: it is too much to say.
        """
        if self._job is not None:
            self._pipes.slate.tell(self._job.log, self._job.secrets)

    def begin(self, job: Job) -> None:
        """Have what is printed from now on written to the job's log.

        Raises:
            OSError: it cannot be.
        """
        self._job = job
        self.tell()
        self._streams = sys.stdout, sys.stderr

    def end(self) -> None:
        """Have all that was printed in the pipes, and the streams in their places."""
        sys.stdout, sys.stderr = streams = self._streams
        _flush(streams)
        libc.flush()
        self._settle()
        _flush(streams)  # what a closed descriptor did not take must not get into the next log

    def is_written(self) -> bool:
        """Whether all that was printed is in the log. Then the log is no longer on."""
        slate = self._pipes.slate
        # In this order: the warden is busy from before it reads until what it read is written.
        if self._pipes.have_more() or slate.is_busy:
            return False
        slate.clear()
        return True

    def leave(self, message: Message) -> None:
        """Leave the message that ends the job with the warden, who writes the log first."""
        self._pipes.front.sendall(pack(message))

    def _settle(self) -> None:
        """Put the pipes in their places, whatever a task has done to them."""
        for descriptor, place in self._places:
            os.dup2(descriptor, place)
        for place in (1, 2):  # node.js makes them so, for all who have the pipe
            os.set_blocking(place, True)


def _flush(streams: tuple[TextIO, ...]) -> None:
    for stream in streams:
        try:
            stream.flush()
        except (OSError, ValueError):  # a task may close even that, or the descriptor below it
            continue
