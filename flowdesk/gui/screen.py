"""Where there is no screen, Qt aborts the program with a core dump; here that is one sentence and exit 1.

An exception cannot leave through Qt's own code, so the program ends right where Qt would have ended it.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QtMsgType, qInstallMessageHandler

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMessageLogContext

WAY_OUT = "`flowdesk run` and `flowdesk show` need none"


@contextmanager
def sentence_without_screen() -> Iterator[None]:
    """While inside, which is while the application is made, end the program in a sentence if Qt ends it."""
    said: list[str] = []

    def take(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        said.append(message)
        if kind is QtMsgType.QtFatalMsg:
            sys.stderr.write(f"flowdesk: {_sentence(said)}\n")
            sys.stderr.flush()
            os._exit(1)

    before = qInstallMessageHandler(take)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        sys.stderr.writelines(f"{message}\n" for message in said)


def _sentence(said: list[str]) -> str:
    if not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))):
        return f"there is no screen for a window: set DISPLAY or WAYLAND_DISPLAY; {WAY_OUT}"
    why = said[0].partition("\n")[0].strip().removesuffix(".")  # what follows is how Qt went on from there
    return f"there is no screen for a window ({why}); {WAY_OUT}"
