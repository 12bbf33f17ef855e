"""The executor's end of a socket to a worker: it never blocks, in either direction."""

from __future__ import annotations

import socket

from flowdesk.executors.talk import PIECE, Inbox, Message, pack


class Channel:
    """Sends and receives messages without ever waiting.

    `is_open` turns false once the other end has closed.
    """

    def __init__(self, connection: socket.socket) -> None:
        connection.setblocking(False)  # noqa: FBT003 - the socket module takes it by position
        self._connection = connection
        self._inbox = Inbox()
        self._unsent = bytearray()
        self.is_open = True
        self._has_heard = False

    def fileno(self) -> int:
        """For a selector."""
        return self._connection.fileno()

    @property
    def has_unsent(self) -> bool:
        """Whether something waits for the socket to take it."""
        return self.is_open and bool(self._unsent)

    def has_news(self) -> bool:
        """Whether anything ever came, be it received already or not."""
        if not self._has_heard and self.is_open:
            try:
                self._has_heard = bool(self._connection.recv(1, socket.MSG_PEEK))
            except OSError:  # nothing yet, or for ever
                return False
        return self._has_heard

    def send(self, message: Message) -> None:
        """Send now what the socket takes; `flush` sends the rest."""
        packed = pack(message)
        if not self._unsent:
            packed = packed[self._sent(packed) :]
        self._unsent += packed

    def _sent(self, data: bytes | bytearray) -> int:
        """How many bytes the socket takes now."""
        try:
            return self._connection.send(data)
        except BlockingIOError:
            return 0
        except OSError:
            # The other end is gone. What it said last is still there to be read, so only sending ends.
            return len(data)

    def flush(self) -> None:
        """Send what is left, as far as the socket takes it."""
        while self._unsent and (sent := self._sent(self._unsent[:PIECE])):
            del self._unsent[:sent]

    def receive(self) -> list[Message]:
        """Give every message that has arrived as a whole."""
        while self.is_open:
            try:
                data = self._connection.recv(PIECE)
            except BlockingIOError:
                break
            except OSError:
                data = b""
            self._inbox.feed(data)
            self.is_open = bool(data)
            if 0 < len(data) < PIECE:
                break
        messages = []
        while (message := self._inbox.take()) is not None:
            messages.append(message)
        self._has_heard = self._has_heard or bool(messages)
        return messages

    def close(self) -> None:
        """Close this end."""
        self._connection.close()
