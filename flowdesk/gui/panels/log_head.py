"""The line above a log: its task, how that stands and why, which of those made of it, and its tries."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from flowdesk.gui.followed import ALL, LAST
from flowdesk.gui.icons import Icon, show_icon
from flowdesk.gui.language import tr
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.panels.elided_label import ElidedLabel
from flowdesk.gui.panels.instance_box import InstanceBox
from flowdesk.gui.state_label import StateLabel
from flowdesk.gui.state_look import look_of, shown_of, state_in
from flowdesk.gui.times import duration
from flowdesk.gui.tool_button import tool_button
from flowdesk.plan.states import RunState, TaskState, TryState

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.run_view import TaskView
    from flowdesk.store.rows import TryRow

TICK = 200  # milliseconds


class LogHeadLine(QWidget):
    """What a log belongs to, and how it is shown."""

    try_chosen = Signal(int)
    """The number of the try whose log is wanted, `LAST` or `ALL`."""

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
        self.tries.setToolTip(tr("Which try's log is shown"))
        self.tries.setAccessibleName(tr("Try"))
        self.tries.hide()
        self.errors = tool_button(tr("Go to the next error in the log"), self, icon=Icon.PROBLEM)
        self.errors.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        show_icon(self.errors, Icon.PROBLEM, "failed")
        self.errors.hide()
        self.finding = tool_button(tr("Find in the log (Ctrl+F)"), self, icon=Icon.FIND)
        self.filter = tool_button(tr("Which lines are shown"), self, icon=Icon.FILTER)
        self.wrap = tool_button(tr("Break long lines"), self, icon=Icon.WRAP)
        self.times = tool_button(tr("Show when each line was printed"), self, icon=Icon.CLOCK)
        for switch in (self.wrap, self.times):
            switch.setCheckable(True)
        self.more = tool_button(tr("What can be done to this task"), self, icon=Icon.MORE)
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
        """Offer these tries, and all of them together."""
        before = self.chosen_try
        self._rows = list(rows)
        self.tries.clear()
        for row in rows:
            word = "" if row.state is TryState.SUCCESS else f" · {tr(look_of(row.state).word).lower()}"
            self.tries.addItem(
                state_icon(row.state), tr("Try {number}").format(number=row.number) + word, row.number
            )
            self.tries.setItemData(self.tries.count() - 1, row.reason or "", Qt.ItemDataRole.ToolTipRole)
        if len(rows) > 1:
            self.tries.addItem(tr("All tries"), ALL)
        self.tries.setCurrentIndex(max(self.tries.findData(before), -1 if before else len(rows) - 1))
        if self.tries.currentIndex() < 0:
            self.tries.setCurrentIndex(len(rows) - 1)
        self.tries.setVisible(len(rows) > 1)

    @property
    def chosen_try(self) -> int:
        """The number of the try that is chosen, `LAST` or `ALL`."""
        chosen = self.tries.currentData()
        is_last = not self._rows or chosen is None or chosen == self._rows[-1].number
        return LAST if is_last else int(chosen)

    def forget_tries(self) -> None:
        """Offer none, until those of another task are known."""
        self.list_tries([])

    def mark_try(self, number: int) -> None:
        """Show which try's log is below."""
        place = self.tries.findData(number)
        if place >= 0:
            self.tries.setCurrentIndex(place)

    def name_try(self, number: int) -> str:
        """A try in words, with how it ended."""
        return self.tries.itemText(self.tries.findData(number)) or tr("Try {number}").format(number=number)

    def count_errors(self, count: int) -> None:
        """Say how many errors there are in the log."""
        text = tr("1 error") if count == 1 else tr("{count} errors").format(count=f"{count:,}")
        if text != self.errors.text():
            self.errors.setText(text)
        self.errors.setVisible(count > 0)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.icon)
        line.addWidget(self.task, stretch=1)
        line.addWidget(self.standing)
        tools = (self.errors, self.finding, self.filter, self.wrap, self.times, self.more)
        for widget in (self.instances, self.tries, *tools):
            line.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(10, 6, 8, 6)
        layout.setSpacing(4)
        layout.addLayout(line)
        layout.addWidget(self.reason)

    def _on_tries_activated(self) -> None:
        self.try_chosen.emit(self.chosen_try)

    def _on_timer_timeout(self) -> None:
        if self._view is None:
            return
        shown = shown_of(self._view, self._run)
        parts = [tr(look_of(shown).word)]
        if self._view.started_at is not None and shown is not RunState.INTERRUPTED:
            parts.append(duration((self._view.finished_at or time()) - self._view.started_at))
        self.standing.setText(" · ".join(parts))
