"""The line above a log: its task, how that stands, how long it took, why it failed, and its tries."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.state_look import look_of, state_in
from flowdesk.gui.times import duration
from flowdesk.plan.states import RunState, TaskState

if TYPE_CHECKING:
    from flowdesk.plan.run_view import TaskView

TICK = 200  # milliseconds


class LogHeadLine(QWidget):
    """What a log belongs to."""

    try_chosen = Signal(int)
    """The number of the try whose log is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TaskView | None = None
        self._state: RunState | TaskState = TaskState.WAITING
        self.icon = StateLabel(self)
        self.task = ElidedLabel(self)
        font = self.task.font()
        font.setBold(True)
        self.task.setFont(font)
        self.standing = QLabel(self)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.tries = QComboBox(self)
        self.tries.setToolTip("Whose log is shown")
        self.tries.hide()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.tries.activated.connect(self._on_tries_activated)
        self._lay_out()

    def show_task(self, task: str, view: TaskView, run: RunState | None = None) -> None:
        """Show how this task stands in a run that is in the state `run`."""
        self._view, self._state = view, state_in(run, view.state)
        self.task.say(task)
        self.icon.show_state(self._state)
        self.reason.setText(view.reason or "")
        self.reason.setVisible(bool(view.reason))
        if self.tries.count() != view.tries:
            self._list_tries(view.tries)
        running = self._state is TaskState.RUNNING
        if running != self._timer.isActive():
            self._timer.start() if running else self._timer.stop()
        self._on_timer_timeout()

    def mark_try(self, number: int) -> None:
        """Show which try's log is below."""
        self.tries.setCurrentIndex(number - 1)

    def _list_tries(self, count: int) -> None:
        chosen = self.tries.currentIndex()
        self.tries.clear()
        self.tries.addItems([f"Try {number}" for number in range(1, count + 1)])
        self.tries.setCurrentIndex(chosen if 0 <= chosen < count else count - 1)
        self.tries.setVisible(count > 1)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.icon)
        line.addWidget(self.task, stretch=1)
        line.addWidget(self.standing)
        line.addWidget(self.tries)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.reason)

    def _on_tries_activated(self, index: int) -> None:
        self.try_chosen.emit(index + 1)

    def _on_timer_timeout(self) -> None:
        if self._view is None:
            return
        parts = [look_of(self._state).word]
        if self._view.started_at is not None and self._state is not RunState.INTERRUPTED:
            parts.append(duration((self._view.finished_at or time()) - self._view.started_at))
        self.standing.setText(" · ".join(parts))
