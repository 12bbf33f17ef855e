"""Has a graph drawn by a process of its own, while the window goes on."""

from __future__ import annotations

import sys
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QObject, QProcess, Signal
from shiboken6 import isValid

from flowdesk.gui.export.job import to_text
from flowdesk.gui.language import tr
from flowdesk.gui.work import Work

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.export.job import Job
    from flowdesk.gui.work import Workshop
    from flowdesk.plan.events import Event

# -P: a module in the folder that the window was started in must not stand in for one of ours.
COMMAND = ("-P", "-m", "flowdesk.gui.export.child")


class Drawer(QObject):
    """Draws one graph at a time. Either `drawn` follows or `failed`, unless it is stopped."""

    drawn = Signal(object)  # bytes
    failed = Signal(str)  # a sentence

    def __init__(self, workshop: Workshop | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workshop = workshop
        self._is_wanted = False
        self._process = QProcess(self)
        self._process.setProgram(sys.executable)
        self._process.setArguments(COMMAND)
        self._process.finished.connect(self._on_process_finished)
        self._process.errorOccurred.connect(self._on_process_error_occurred)
        app = QCoreApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.stop)

    def start(self, job: Job, events: Sequence[Event] = ()) -> None:
        """Draw this; `events` are those of its run."""
        self._is_wanted = True
        write = partial(to_text, job, events)
        if self._workshop is None:
            self._hand_over(write())
        else:  # of ten thousand tasks it takes a quarter of a second
            self._workshop.give(Work(write, self._hand_over, self._fail))

    def stop(self) -> None:
        """Draw no more."""
        self._is_wanted = False
        if self._process.state() is not QProcess.ProcessState.NotRunning:
            self._process.kill()
            self._process.waitForFinished()

    def _hand_over(self, text: str) -> None:
        if isValid(self) and self._is_wanted:
            self._process.start()
            self._process.write(text.encode())
            self._process.closeWriteChannel()

    def _fail(self, error: Exception) -> None:
        raise error

    def _tell_failure(self, said: str) -> None:
        if self._is_wanted:
            self._is_wanted = False
            self.failed.emit(said or tr("The graph could not be drawn."))

    def _on_process_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        if code or status is QProcess.ExitStatus.CrashExit:
            said = cast("bytes", self._process.readAllStandardError().data()).decode(errors="replace")
            self._tell_failure(said.strip().rpartition("\n")[2])
        elif self._is_wanted:
            self._is_wanted = False
            self.drawn.emit(self._process.readAllStandardOutput().data())

    def _on_process_error_occurred(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self._tell_failure(tr("No process could be started to draw the graph."))
