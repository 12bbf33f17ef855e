"""What a shell task pushes at its end: its `$FLOWDESK_PUSH`, and the last line of its output."""

from __future__ import annotations

import os

from flowdesk.executors.worker import push_file
from flowdesk.executors.worker.note import note
from flowdesk.executors.worker.pushes import RETURN_VALUE
from flowdesk.executors.worker.refused import Refused

TYPE_CHECKING = False
if TYPE_CHECKING:
    from flowdesk.executors.worker.pushes import Pushes


def push_written(pushes: Pushes, path: str) -> None:
    """Push what the task wrote to its `$FLOWDESK_PUSH`.

    Raises:
        Refused: the file cannot be read as such, a key is not declared or a value does not fit.
    """
    try:
        # Not waiting, as a task may put a pipe in the file's place, at which a reader waits for ever.
        with os.fdopen(os.open(path, os.O_RDONLY | os.O_NONBLOCK), "rb") as file:
            text = _decoded(file.read() or b"", "$FLOWDESK_PUSH")
    except FileNotFoundError:  # the task removed it
        return
    except OSError as error:
        raise Refused(f"$FLOWDESK_PUSH cannot be read: {error.strerror}") from error
    try:
        entries = push_file.parse(text, secret=pushes.has_secrets)
    except Refused as refusal:
        refusal.key = ""
        raise
    for key, value, line in entries:
        _push(pushes, key, value, f"$FLOWDESK_PUSH, line {line}")


def push_last_line(pushes: Pushes, line: bytes) -> None:
    """Push the last line of stdout as the return value; an empty one is absent.

    Raises:
        Refused: it does not fit the declared type.
    """
    if line:
        what = "the last line of stdout"
        _push(pushes, RETURN_VALUE, _decoded(line, what), what)


def _push(pushes: Pushes, key: str, text: str, at: str) -> None:
    try:
        pushes.push_text(key, text)
    except Refused as refusal:
        refusal.at = at
        raise


def _decoded(data: bytes, what: str) -> str:
    try:
        return data.decode()
    except UnicodeDecodeError:
        note(f"{what} is not UTF-8; what is not is escaped with backslashes")
        return data.decode("utf-8", "backslashreplace")
