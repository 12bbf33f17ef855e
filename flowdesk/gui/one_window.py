"""One window for each user, store and screen: who comes second hands his files to the first, and goes.

The first window listens on a local socket that nobody else can open (where: `gui.address`). A visitor sends
one line of JSON, `{"files": [absolute paths], "run": and "task": what to show of the first, "token": the
desktop's leave to come to the front}`, and goes once it is answered with `ok`; one that is not answered in
time opens a window of its own. A socket whose window was killed refuses, and is taken over; a lock file keeps
two visitors from doing so at once.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

if TYPE_CHECKING:
    from collections.abc import Sequence

PATIENCE = 2000  # milliseconds
LARGEST = 1 << 20  # bytes of a message
ANSWER = b"ok\n"
TOKEN = "XDG_ACTIVATION_TOKEN"  # noqa: S105 - no secret: freedesktop.org's protocol for coming to the front


def hand_over(where: Path, files: Sequence[Path], *, run: str = "", task: str = "") -> bool:
    """Have the window that listens there open these files and come to the front; False where none answers.

    Of the first one, it shows this run and this task, if they are given.
    """
    socket = QLocalSocket()
    socket.connectToServer(str(where))
    if not socket.waitForConnected(PATIENCE):
        return False
    token = os.environ.get(TOKEN, "")
    message = {"files": [str(file) for file in files], "run": run, "task": task, "token": token}
    socket.write(json.dumps(message).encode() + b"\n")
    if not socket.waitForBytesWritten(PATIENCE):
        return False
    while not socket.canReadLine():
        if not socket.waitForReadyRead(PATIENCE):
            return False
    return bytes(socket.readLine().data()) == ANSWER


class Door(QObject):
    """Listens for visitors at an address, once `open` has said that it is free."""

    knocked = Signal(object)
    """list[Path]: the files that a visitor brought; the window is to come to the front."""
    pointed = Signal(str, str)
    """After `knocked`, if a visitor asks for a run or a task of the first file: which."""

    def __init__(self, where: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_server_new_connection)
        self._visitors: list[QLocalSocket] = []

    def open(self) -> bool:
        """Listen from now on; False where somebody else does."""
        lock = QLockFile(f"{self._where}.lock")
        if not lock.tryLock(PATIENCE):
            return False
        try:
            if _answers(self._where):
                return False
            QLocalServer.removeServer(str(self._where))
            return self._server.listen(str(self._where))
        finally:
            lock.unlock()

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    def _on_server_new_connection(self) -> None:
        while self._server.hasPendingConnections():
            visitor = self._server.nextPendingConnection()
            self._visitors.append(visitor)
            visitor.readyRead.connect(self._on_visitor_ready_read)
            visitor.disconnected.connect(self._on_visitor_disconnected)

    def _on_visitor_ready_read(self) -> None:
        for visitor in self._visitors:
            if visitor.canReadLine():
                self._listen_to(visitor)
            elif visitor.bytesAvailable() > LARGEST:
                visitor.abort()

    def _listen_to(self, visitor: QLocalSocket) -> None:
        said = _said(bytes(visitor.readLine().data()))
        if said is None:
            visitor.abort()
            return
        files, run, task = said
        visitor.write(ANSWER)
        visitor.flush()
        self.knocked.emit(files)
        if files and (run or task):
            self.pointed.emit(run, task)

    def _on_visitor_disconnected(self) -> None:
        gone = [
            one for one in self._visitors if one.state() is QLocalSocket.LocalSocketState.UnconnectedState
        ]
        self._visitors = [one for one in self._visitors if one not in gone]
        for visitor in gone:
            visitor.deleteLater()


def _answers(where: Path) -> bool:
    socket = QLocalSocket()
    socket.connectToServer(str(where))
    return socket.waitForConnected(PATIENCE)


def _said(line: bytes) -> tuple[list[Path], str, str] | None:
    """The files, run and task of a message, its token taken over; None for one that is none of ours."""
    try:
        message = json.loads(line)
        files, token = message["files"], message["token"]
        run, task = message.get("run", ""), message.get("task", "")
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    if not isinstance(files, list) or not all(isinstance(one, str) for one in [*files, run, task]):
        return None
    if isinstance(token, str) and token:
        os.environ[TOKEN] = token  # where Qt looks for it
    return [Path(file) for file in files], run, task
