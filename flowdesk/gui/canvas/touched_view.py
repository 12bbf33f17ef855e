"""What the mouse does to the things on the canvas: it chooses, activates, folds and asks for menus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent

from flowdesk.gui.canvas.folded_item import FoldedItem
from flowdesk.gui.canvas.group_item import GroupItem
from flowdesk.gui.canvas.made_tasks import first_in
from flowdesk.gui.canvas.pill import Pill
from flowdesk.gui.canvas.problem_badge import ProblemBadge
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.gui.canvas.zoom_view import ZoomView
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QGraphicsItem

    from flowdesk.gui.canvas.graph_scene import GraphScene


class TouchedView(ZoomView):
    """A view of `graph` that tells what is done by mouse."""

    graph: GraphScene

    task_activated = Signal(str)
    """The id of a task that was double-clicked or entered."""

    key_activated = Signal(str, str)
    """The id of a task and the key of it whose pill was double-clicked."""

    instance_chosen = Signal(str)
    """The name of the one of the tasks made of a mapped one whose cell was clicked."""

    badge_clicked = Signal(str)
    """The id of the task on whose badge of problems was clicked."""

    menu_asked = Signal(str, QPoint)
    """The id of a task on which a menu is wanted, and where on the screen."""

    group_menu_asked = Signal(str, QPoint)
    """The id of a group, folded or open, on which a menu is wanted, and where on the screen."""

    fold_asked = Signal(str)
    """The id of a group that is to be folded, or unfolded if it is."""

    def choose(self, name: str) -> None:
        """Select what stands for a task or group and bring it into view; '' or an unknown id selects none."""
        item = self.graph.node(name)
        if item is None or not item.isSelected():
            self.graph.clearSelection()
        if item is not None:
            item.setSelected(True)
            self.reveal(item.sceneBoundingRect())

    def _choose_instance(self, item: TaskItem, at: QPointF) -> None:
        """Tell which task made of a mapped one a click means; of many the first in its state."""
        cell, view = item.strip.cell_at(at) if item.strip else None, self.graph.view
        if cell is not None and view is not None:
            name = cell.name or first_in(view, item.task.id, cell.state)
            if name:
                self.instance_chosen.emit(name)

    def _button_at(self, at: QPoint) -> str:
        """The group on whose button for folding this place of the viewport lies, or ''."""
        item = self.itemAt(at)
        if not isinstance(item, GroupItem | FoldedItem):
            return ""
        return item.group_id if item.fold_button.contains(item.mapFromScene(self.mapToScene(at))) else ""

    @override
    def is_ground(self, item: QGraphicsItem | None) -> bool:
        return not isinstance(item, TaskItem | FoldedItem | Pill | ProblemBadge)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        item, is_left = self.itemAt(at), event.button() is Qt.MouseButton.LeftButton
        if is_left and (group := self._button_at(at)):
            self.fold_asked.emit(group)
            return
        super().mousePressEvent(event)
        if is_left and isinstance(item, Pill | ProblemBadge):
            self.choose(item.task)
        if is_left and isinstance(item, TaskItem):
            self._choose_instance(item, item.mapFromScene(self.mapToScene(at)))
        if is_left and isinstance(item, ProblemBadge):
            self.badge_clicked.emit(item.task)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        item = self.itemAt(at)
        if event.button() is not Qt.MouseButton.LeftButton:
            super().mouseDoubleClickEvent(event)
        elif isinstance(item, TaskItem):
            self.task_activated.emit(item.task.id)
        elif isinstance(item, GroupItem | FoldedItem):
            self.fold_asked.emit(item.group_id)  # on the button, too: each of two clicks turns it
        elif isinstance(item, ValuePill):
            self.key_activated.emit(item.task, item.key)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at, chosen = event.pos(), self.graph.node(self.graph.chosen)
        item = self.itemAt(at)
        if event.reason() is QContextMenuEvent.Reason.Keyboard and chosen is not None:
            item, at = chosen, self.mapFromScene(chosen.sceneBoundingRect().center())
        where = self.viewport().mapToGlobal(at)
        if isinstance(item, TaskItem):
            self.choose(item.task.id)
            self.menu_asked.emit(item.task.id, where)
        elif isinstance(item, GroupItem | FoldedItem):
            if isinstance(item, FoldedItem):
                self.choose(item.group_id)
            self.group_menu_asked.emit(item.group_id, where)
