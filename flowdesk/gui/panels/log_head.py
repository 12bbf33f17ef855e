"""The line above a log: its task, how that stands and why, which of those made of it, and its tries."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.panels.instance_box import InstanceBox
from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.state_look import look_of, shown_of, state_in
from flowdesk.gui.times import duration
from flowdesk.plan.states import RunState, TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.run_view import TaskView
    from flowdesk.store.rows import TryRow

TICK = 200  # milliseconds


class LogHeadLine(QWidget):
    """What a log belongs to."""

    try_chosen = Signal(int)
    """The number of the try whose log is wanted, 0 for the last."""

    instance_chosen = Signal(str)
    """The name of the one, made of a mapped task, whose log is wanted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: TaskView | None = None
        self._run: RunState | None = None
        self._rows: list[TryRow] = []
        self.icon = StateLabel(self)
        self.task = ElidedLabel(self)
        font = self.task.font()
        font.setBold(True)
        self.task.setFont(font)
        self.standing = QLabel(self)
        self.reason = QLabel(self)
        self.reason.setWordWrap(True)
        self.instances = InstanceBox(self)
        self.tries = QComboBox(self)
        self.tries.setToolTip("Which try's log is shown")
        self.tries.setAccessibleName("Try")
        self.tries.hide()
        self.times = _button(Icon.CLOCK, "Show when each line was printed", self)
        self.times.setCheckable(True)
        self.more = _button(Icon.MORE, "What can be done to this task", self)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK)
        self._timer.timeout.connect(self._on_timer_timeout)
        self.tries.activated.connect(self._on_tries_activated)
        self.instances.instance_chosen.connect(self.instance_chosen)
        self._lay_out()

    def show_task(self, task: str, view: TaskView, run: RunState | None = None) -> None:
        """Show how this task stands in a run that is in the state `run`."""
        self._view, self._run = view, run
        shown = shown_of(view, run)
        self.task.say(task)
        self.icon.show_state(shown)
        self.reason.setText(view.reason or "")
        self.reason.setVisible(bool(view.reason))
        is_moving = state_in(run, view.state) is TaskState.RUNNING
        if is_moving != self._timer.isActive():
            self._timer.start() if is_moving else self._timer.stop()
        self._on_timer_timeout()

    def list_tries(self, rows: Sequence[TryRow]) -> None:
        """Offer these tries."""
        before = self.tries.currentIndex()
        was_last = before == len(self._rows) - 1
        self._rows = list(rows)
        self.tries.clear()
        for row in rows:
            word = "" if row.state is TryState.SUCCESS else f" · {look_of(row.state).word.lower()}"
            self.tries.addItem(state_icon(row.state), f"Try {row.number}{word}")
            self.tries.setItemData(self.tries.count() - 1, row.reason or "", Qt.ItemDataRole.ToolTipRole)
        self.tries.setCurrentIndex(len(rows) - 1 if was_last or before >= len(rows) else before)
        self.tries.setVisible(len(rows) > 1)

    def forget_tries(self) -> None:
        """Offer none, until those of another task are known."""
        self.list_tries([])

    def mark_try(self, number: int) -> None:
        """Show which try's log is below."""
        place = next((at for at, row in enumerate(self._rows) if row.number == number), -1)
        if place >= 0:
            self.tries.setCurrentIndex(place)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.icon)
        line.addWidget(self.task, stretch=1)
        line.addWidget(self.standing)
        for widget in (self.instances, self.tries, self.times, self.more):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.reason)

    def _on_tries_activated(self, index: int) -> None:
        is_last = index == len(self._rows) - 1
        self.try_chosen.emit(0 if is_last else self._rows[index].number)

    def _on_timer_timeout(self) -> None:
        if self._view is None:
            return
        shown = shown_of(self._view, self._run)
        parts = [look_of(shown).word]
        if self._view.started_at is not None and shown is not RunState.INTERRUPTED:
            parts.append(duration((self._view.finished_at or time()) - self._view.started_at))
        self.standing.setText(" · ".join(parts))


def _button(icon: Icon, tip: str, parent: QWidget) -> QToolButton:
    made = QToolButton(parent)
    made.setToolTip(tip)
    made.setAccessibleName(tip)
    made.setAutoRaise(True)
    show_icon(made, icon)
    return made
