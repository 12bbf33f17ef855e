"""The warden's part in logging: reads the pipes and writes the log that is on."""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress

from flowdesk.executors.talk import pack, receive_packed, unpack
from flowdesk.executors.worker.core import socket
from flowdesk.executors.worker.log_pipes import STREAMS
from flowdesk.executors.worker.log_writer import ERR, NOTE, LogWriter

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from flowdesk.executors.worker.log_pipes import LogPipes

PIECE = 1 << 16
CAPACITY = 1 << 20
"""The most that a pipe holds anywhere: who has read that much has read all that was there."""


class LogKeeper:
    """Keeps the log of one job after the other. `talk` is the runner's, for what it leaves at the desk."""

    def __init__(self, pipes: LogPipes, talk: socket.socket) -> None:
        self._pipes = pipes
        self._slate = pipes.slate
        self._talk = talk
        self._number = 0
        self._writer: LogWriter | None = None
        self._path: str | None = None
        self._trouble: str | None = None
        self.descriptors = [*pipes.reading.values(), pipes.desk.fileno()]
        """For `select`."""

    @property
    def patience(self) -> float | None:
        """Seconds until `settle` has something to do."""
        due = self._writer.due if self._writer is not None else None
        return None if due is None else min(max(0.0, due - time.time()), 1.0)

    def take(self, ready: Collection[int]) -> None:
        """Read what is there: not all that comes, or a task that never rests would keep the warden."""
        self._slate.is_busy = True
        for stream in STREAMS:
            if self._pipes.reading[stream] in ready:
                self._read(stream)
        if self._writer is not None:
            self._trying(self._writer.write_due)
        self._slate.is_busy = self._holds
        if self._pipes.desk.fileno() in ready:
            self._serve()

    def hang_up(self) -> None:
        """The runner is gone: pass on its last message if it left one, and let the executor see the end."""
        desk = self._pipes.desk.fileno()
        if desk in self.descriptors and select.select([desk], [], [], 0)[0]:
            self._serve()
        with suppress(OSError):  # the executor is gone as well
            self._talk.shutdown(socket.SHUT_WR)

    def finish(self, *, note: str | None = None) -> str | None:
        """Read all that is there, add the note and close the log; give why it could not be written, if so."""
        self._slate.is_busy = True
        for stream in STREAMS:
            left = CAPACITY
            while left > 0 and (read := self._read(stream)):
                left -= read
        if note is not None:
            self._feed(NOTE, f"{note}\n".encode("utf-8", "backslashreplace"))
        self._close()
        trouble, self._trouble, self._number = self._trouble, None, 0
        self._slate.clear()
        self._slate.is_busy = False
        return trouble

    @property
    def _holds(self) -> bool:
        return self._trouble is not None or (self._writer is not None and self._writer.holds)

    def _serve(self) -> None:
        """Pass on the message that ends a job, once its log is written."""
        packed = receive_packed(self._pipes.desk)
        if packed is None:  # the runner is dying
            self.descriptors.remove(self._pipes.desk.fileno())
            return
        trouble = self.finish()
        with suppress(OSError):  # the executor is gone
            self._talk.sendall(packed if trouble is None else unlogged(packed, trouble))

    def _read(self, stream: bytes) -> int:
        pipe = self._pipes.reading[stream]
        try:
            data = os.read(pipe, PIECE)
        except BlockingIOError:
            return 0
        if data:
            self._feed(stream, data)
        elif pipe in self.descriptors:  # nobody can write to it any more
            self.descriptors.remove(pipe)
        return len(data)

    def _feed(self, stream: bytes, data: bytes) -> None:
        number = self._slate.number
        if number and number != self._number:
            self._open()
        elif not self._number and stream == ERR:  # the runner came to grief before its first job
            with suppress(OSError):
                os.write(2, data)
        if number and self._writer is not None:
            writer = self._writer
            self._trying(lambda: writer.feed(stream, data))

    def _open(self) -> None:
        """Open the log that is on; where it is open already, the job has got more secrets."""
        job = self._slate.read()
        self._number = job.number
        if self._writer is not None and job.path == self._path:
            self._writer.learn(job.secrets)
            return
        self._close()
        self._trouble, self._path = None, job.path
        try:
            self._writer = LogWriter(job.path, job.secrets)
        except OSError as error:
            self._trouble = str(error)

    def _close(self) -> None:
        if self._writer is not None:
            writer, self._writer = self._writer, None
            self._trying(writer.close)

    def _trying(self, act: Callable[[], None]) -> None:
        """Write, and remember the first time that it fails."""
        try:
            act()
        except OSError as error:
            self._trouble = self._trouble or str(error)


def unlogged(packed: bytearray, trouble: str) -> bytes:
    """The end of a try whose log is not whole: no success."""
    message = unpack(packed)
    if message["state"] == "success":
        message.update(state="failed", reason=f"its log cannot be written: {trouble}")
    return pack(message)
