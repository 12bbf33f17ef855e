"""What warden and runner have between them for a job's log: a pipe for each stream, a slate and a desk.

The runner's stdout and stderr, and those of all that a task starts, are pipes that the warden reads. So a
task can die in any way and what it printed is written, and what it does to its descriptors harms no file.

At a job's end all of it must be in the log before `finished` goes out. Where the pipes are empty and the
warden holds nothing (see `slate`), it is, and the runner says so itself. Else it leaves its message at the
desk, a socket to the warden, which empties the pipes, closes the log and passes the message on.
"""

from __future__ import annotations

import os
import select

from flowdesk.executors.worker.core import socket
from flowdesk.executors.worker.log_writer import ERR, NOTE, OUT
from flowdesk.executors.worker.slate import Slate

STREAMS = OUT, ERR, NOTE
"""In the order in which they are read: a note is about what was printed before it."""


class LogPipes:
    """Made by the warden before it forks the runner; each keeps its own ends then."""

    def __init__(self) -> None:
        pipes = {stream: os.pipe() for stream in STREAMS}
        self.reading = {stream: ends[0] for stream, ends in pipes.items()}
        self.writing = {stream: ends[1] for stream, ends in pipes.items()}
        self.slate = Slate()
        self.desk, self.front = socket.socketpair()
        """The warden's end, and the runner's."""
        self._ends = select.poll()

    def keep_wardens(self) -> None:
        """Close what is the runner's."""
        for descriptor in self.writing.values():
            os.close(descriptor)
        self.front.close()
        for descriptor in self.reading.values():
            os.set_blocking(descriptor, False)

    def keep_runners(self) -> None:
        """Close what is the warden's; but the pipes' reading ends tell whether something is in them."""
        for descriptor in self.reading.values():
            self._ends.register(descriptor, select.POLLIN)
        self.desk.close()

    def have_more(self) -> bool:
        """Whether something is in a pipe that nobody has read; for the runner."""
        return bool(self._ends.poll(0))
