"""The panel of the log: what the selected task printed, as it prints it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QVBoxLayout, QWidget

from flowdesk.gui.panels.find_bar import FindBar
from flowdesk.gui.panels.log_head import LogHeadLine
from flowdesk.gui.panels.log_text import LogText
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.followed import LogHead
    from flowdesk.plan.run_view import TaskView
    from flowdesk.plan.states import RunState

NO_TASK = "Select a task to read what it prints."
NOTHING_YET = "Nothing printed yet."
NOT_RUN = "This task has not run."


class LogPanel(QWidget):
    """The log of one try, found in with Ctrl+F."""

    log_chosen = Signal(str, int)
    """Task and try whose log is wanted; try 0 is the last, task "" is none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.task = ""
        self.head = LogHeadLine(self)
        self.text = LogText(self)
        self.find_bar = FindBar(self.text, "Find in the log", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.text)
        layout.addWidget(self.find_bar)
        find = QAction("Find", self)
        find.setShortcut(QKeySequence.StandardKey.Find)
        find.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.triggered.connect(self.find_bar.open)
        self.addAction(find)
        self.head.try_chosen.connect(self._on_head_try_chosen)
        self.head.hide()
        self.text.reset(NO_TASK)

    def show_task(self, task: str, view: TaskView, run: RunState | None = None) -> None:
        """Show this task's last try in a run that is in the state `run`; the task "" shows none."""
        if task != self.task:
            self.task = task
            self.log_chosen.emit(task, 0)
        self.head.setVisible(bool(task))
        if task:
            self.head.show_task(task, view, run)
        waits = view.state is TaskState.WAITING or not view.tries
        self.text.hint = NO_TASK if not task else NOT_RUN if waits else NOTHING_YET
        self.text.viewport().update()

    def reset(self, head: LogHead | None) -> None:
        """Begin with another log."""
        self.text.reset(self.text.hint)
        if head:
            self.head.mark_try(head.try_number)

    def grow(self, text: str) -> None:
        """Add what was printed since."""
        self.text.grow(text)

    def _on_head_try_chosen(self, number: int) -> None:
        last = self.head.tries.count()
        self.log_chosen.emit(self.task, 0 if number == last else number)
