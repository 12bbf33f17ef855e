"""The command that opens the window at what it shows: to be sent to a colleague or kept in a note."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from flowdesk.gui.language import tr

if TYPE_CHECKING:
    from flowdesk.gui.session import Session


def way_here(session: Session, task: str = "") -> str:
    """A line for a shell; with a task, that one is selected. Without a run, the latest one is shown."""
    words = ["flowdesk", "open", str(session.path)]
    if session.run:
        words += ["--run", str(session.run.number)]
    if task:
        words += ["--task", task]
    return shlex.join(words)


def copy_way(session: Session, task: str = "") -> None:
    """Put it into the clipboard."""
    QGuiApplication.clipboard().setText(way_here(session, task))


def why_no_way(session: Session) -> str:
    """Why there is none, as a sentence; "" if there is."""
    return "" if session.path else tr("No file is open")
