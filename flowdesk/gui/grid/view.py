"""The grid of runs and tasks, painted by itself: a thousand tasks by hundreds of runs scroll without delay.

A table view with a delegate was refused: it asks for each cell through five calls, and its headers are
no place for bars and groups. The newest run is at the right, where time ends in every chart.

A click selects the run and the task everywhere, with Ctrl it picks a run for comparing. The arrows walk, and
what the walk rests at is selected; Enter opens the log, or folds a group, as plus and minus do.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QTimer, Signal
from PySide6.QtWidgets import QToolTip, QWidget

from flowdesk.gui.grid.board import NOWHERE, GridBoard
from flowdesk.gui.grid.walk import step
from flowdesk.gui.grid.words import as_tip
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent

    from flowdesk.gui.grid.cells import GridCells

REST = 180  # milliseconds after which what was walked to is selected
GRIP = 4  # pixels beside the line that the names are made wider with


class GridView(GridBoard):
    """The grid as the mouse and the keys have it."""

    cell_chosen = Signal(str, str)
    """The id of a run, and of a task; "" for the run alone."""

    log_wanted = Signal(str, str)
    """As `cell_chosen`: the log of this task is to be read."""

    pick_asked = Signal(str)
    """A run is to be picked for comparing, or no more."""

    menu_asked = Signal(QPoint)
    """What can be done to the run that the keys are at, at this place of the screen."""

    def __init__(self, cells: GridCells, parent: QWidget | None = None) -> None:
        super().__init__(cells, parent)
        self._drags = False
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._choose_current)

    def _move(self, cell: tuple[int, int]) -> None:
        """Go to a cell with the keys; what is rested at is selected."""
        self._current = cell
        self._reveal(cell)
        self._tell(*cell)
        self.is_walking = True
        self._rest.start()
        self.viewport().update()

    def _choose_current(self) -> None:
        self._rest.stop()
        self.is_walking = False
        row, column = self._current
        if column >= 0:
            self.cell_chosen.emit(self._run_at(column), self._task_at(row))

    def _open_current(self) -> None:
        row, column = self._current
        if 0 <= row < len(self.rows) and self.rows[row].is_group:
            self.fold(self.rows[row].id, folded=self.rows[row].id not in self.folded)
        elif column >= 0 and row >= 0:
            self._rest.stop()
            self.is_walking = False
            self.log_wanted.emit(self._run_at(column), self._task_at(row))

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if abs(at.x() - self.place.names) <= GRIP:
            self._drags = True
            return
        row, column = self._spot(at)
        is_name = at.x() < self.place.names
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if is_name and row >= 0 and self.rows[row].is_group:
            self.fold(self.rows[row].id, folded=self.rows[row].id not in self.folded)
        elif column >= 0 and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pick_asked.emit(self._run_at(column))
        elif column >= 0 or (is_name and row >= 0):
            self._current = (row, column if column >= 0 else self._column_of(self.run))
            self.cell_chosen.emit(self._run_at(column) or self.run, self._task_at(row))
            self.viewport().update()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        at = event.position()
        if self._drags:
            self.names = int(at.x())
            self._size()
            self.viewport().update()
            return
        is_grip = abs(at.x() - self.place.names) <= GRIP
        self.viewport().setCursor(Qt.CursorShape.SplitHCursor if is_grip else Qt.CursorShape.ArrowCursor)
        spot = self._spot(at)
        if spot != self._hovered:
            self._hovered = spot
            self._tell(*spot)
            self.viewport().update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._drags = False

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row, column = self._spot(event.position())
        if row >= 0 and column >= 0 and self._task_at(row):
            self.log_wanted.emit(self._run_at(column), self._task_at(row))

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        row, column = self._spot(QPointF(self.viewport().mapFrom(self, event.pos())))
        if event.reason() is event.Reason.Keyboard:
            row, column = self._current
        if column >= 0:
            self._current = (row, column)
            self.viewport().update()
            self.menu_asked.emit(event.globalPos())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, (row, column) = event.key(), self._current
        is_group = 0 <= row < len(self.rows) and self.rows[row].is_group
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open_current()
        elif key == Qt.Key.Key_Space and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pick_asked.emit(self._run_at(column))
        elif key == Qt.Key.Key_Space:
            self._choose_current()
        elif key in {Qt.Key.Key_Plus, Qt.Key.Key_Minus} and is_group:
            self.fold(self.rows[row].id, folded=key == Qt.Key.Key_Minus)
        elif (cell := step(event, self._current, self.place)) is not None:
            self._move(cell)
        else:
            super().keyPressEvent(event)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            help_event = cast("QHelpEvent", event)
            parts = self.words_at(*self._spot(QPointF(help_event.pos())))
            QToolTip.showText(help_event.globalPos(), as_tip(parts) if parts else "", self)
            return True
        if event.type() is QEvent.Type.Leave:
            self._hovered = NOWHERE
            self.told.emit("")
            self.viewport().update()
        return super().viewportEvent(event)
