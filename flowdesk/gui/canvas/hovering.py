"""What the mouse rests on, after a moment: nothing flickers while it only passes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QMouseEvent

from flowdesk.gui.canvas.folded_item import FoldedItem
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from flowdesk.gui.canvas.touched_view import TouchedView

DELAY = 150
"""Milliseconds for which the mouse has to rest."""


class Hovering(QObject):
    """Watches the mouse over a view."""

    rested = Signal(str)
    """The id of the task or folded group on which the mouse rests; '' when it has left it."""

    def __init__(self, view: TouchedView) -> None:
        super().__init__(view)
        self._view = view
        self._over = self._told = ""
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._on_timer_timeout)
        view.viewport().installEventFilter(self)

    def leave(self) -> None:
        """Take it that the mouse rests on nothing."""
        self._over = ""
        self._timer.stop()
        self._tell("")

    def _move(self, event: QMouseEvent) -> None:
        item = None if event.buttons().value else self._view.itemAt(event.position().toPoint())
        over = item.task.id if isinstance(item, TaskItem) else ""
        over = item.group_id if isinstance(item, FoldedItem) else over
        if over == self._over:
            return
        self._over = over
        if over:
            self._timer.start()
        else:
            self.leave()

    def _tell(self, name: str) -> None:
        if name != self._told:
            self._told = name
            self.rested.emit(name)

    def _on_timer_timeout(self) -> None:
        self._tell(self._over)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._move(event)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel):
            self.leave()
        return False
