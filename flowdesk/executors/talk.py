"""How an executor and a worker talk: JSON messages, each behind its length, over two sockets.

A worker is two processes. The *warden* watches and never runs anybody's code; its child, the *runner*,
carries out one job at a time in its main thread. A watching thread inside the runner was refused: a
callable may fork, which is unsafe beside a thread (Python 3.12 warns), and one that never lets go of
the interpreter's lock (a regular expression gone wild) would silence the thread as well.

The rules, by `say`:

* executor -> runner, on the talk socket: `job`, only while the runner has none. It leaves out what is as in
  the job before (`job_message.REPEATED`), so that folder, context and params are told once.
* runner -> executor, on the talk socket: `up` once, with its `pid`, which is that of every callable. Then for
  each job `started` with the `pid` of a shell task, any number of `pushed`, and one `finished`.
* What can wait for `finished` comes in it, a list of such messages in order under `held`: what is pushed when
  the task is over (the value that a function returned), and the `started` of what did not last. So a short
  task costs the executor one message. `finished` leaves out what an `Outcome` has by default. With `last`,
  the runner takes no further job: the task left something behind that only a fresh process is rid of.
* runner -> warden, at the desk: a `finished` that waits for the log, see `worker.log_pipes`. The warden
  passes it on, on the talk socket: the runner says nothing before it has the next job.
* executor -> warden, on the control socket: `cancel`, once at the most. The worker gets no job after
  that, so a cancel that comes too late hits nobody else's job.
* warden -> executor, on the control socket: `died`, when the runner is gone and all that it left is
  ended. Nothing follows.
* The control socket closed: the executor is done with the worker, or dead (kill -9 included). The
  warden ends the whole tree at once. So no orphan outlives an engine, and closing is all it takes.

The runner may block while it sends; the executor never does (see `channel`), so that they cannot wait
for each other.
"""

from __future__ import annotations

import json
import struct

TYPE_CHECKING = False
if TYPE_CHECKING:
    import socket
    from typing import Any

# Any: what else is in a message depends on its `say`.
Message = dict[str, "Any"]

MARK = "FLOWDESK_WORKER"
"""An environment variable that a worker and everything it starts carry, so that they can be found."""

PIECE = 1 << 16
"""The most bytes that are taken from a connection at once. With twice as much, each time would get
the room for them of the kernel, and give it back: six times as long as the taking itself."""

LENGTH = struct.Struct(">Q")


def pack(message: Message) -> bytes:
    """The message as it goes over a socket."""
    body = json.dumps(message).encode("ascii")
    return LENGTH.pack(len(body)) + body


class Inbox:
    """Gathers what arrives and hands out whole messages."""

    def __init__(self) -> None:
        self._data = bytearray()

    def feed(self, data: bytes) -> None:
        """Add bytes as they came."""
        self._data += data

    def take(self) -> Message | None:
        """The next whole message, or None: not there yet."""
        if len(self._data) < LENGTH.size:
            return None
        end = LENGTH.size + LENGTH.unpack_from(self._data)[0]
        if len(self._data) < end:
            return None
        body = self._data[LENGTH.size : end].decode("ascii")  # of bytes, json would look for their encoding
        del self._data[:end]
        message: Message = json.loads(body)
        return message


class Receiver:
    """The end of a connection that messages are awaited at, taken from it by as much as there is."""

    def __init__(self, connection: socket.socket) -> None:
        self._connection = connection
        self._inbox = Inbox()

    def receive(self) -> Message | None:
        """Wait for the next message; None when the other end is closed."""
        while True:
            message = self._inbox.take()
            if message is not None:
                return message
            try:
                data = self._connection.recv(PIECE)
            except ConnectionResetError:
                return None
            if not data:
                return None
            self._inbox.feed(data)


def receive(connection: socket.socket) -> Message | None:
    """Wait for the next message; None when the other end is closed."""
    packed = receive_packed(connection)
    return None if packed is None else unpack(packed)


def receive_packed(connection: socket.socket) -> bytearray | None:
    """Wait for the next message, and leave it as it came; None when the other end is closed."""
    head = _exactly(connection, LENGTH.size)
    if head is None:
        return None
    body = _exactly(connection, LENGTH.unpack(head)[0])
    return None if body is None else head + body


def unpack(packed: bytearray) -> Message:
    """What `pack` has packed."""
    message: Message = json.loads(memoryview(packed)[LENGTH.size :].tobytes())
    return message


def _exactly(connection: socket.socket, size: int) -> bytearray | None:
    data = bytearray()  # bytes would be copied with every piece
    while len(data) < size:
        try:
            more = connection.recv(min(size - len(data), 1 << 20))
        except ConnectionResetError:
            return None
        if not more:
            return None
        data += more
    return data
