"""The canvas itself: the graph of a plan, live, to be looked at, walked and chosen from."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QGraphicsItem, QStyle, QWidget
from typing_extensions import override

from flowdesk.gui.canvas.arrangement import FEW, coarse, fine
from flowdesk.gui.canvas.description import description_of
from flowdesk.gui.canvas.graph_scene import GraphScene
from flowdesk.gui.canvas.ground import draw_ground
from flowdesk.gui.canvas.hint import CanvasHint
from flowdesk.gui.canvas.pill import Pill
from flowdesk.gui.canvas.problem_badge import ProblemBadge
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.gui.canvas.walking import Way, first_task, next_task
from flowdesk.gui.canvas.zoom_view import Framing, ZoomView
from flowdesk.gui.work import Work

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import (
        QHideEvent,
        QKeyEvent,
        QMouseEvent,
        QPainter,
        QResizeEvent,
        QShowEvent,
    )

    from flowdesk.errors import Problem
    from flowdesk.gui.work import Workshop
    from flowdesk.layout.graph import Layout
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

_WAYS = {
    Qt.Key.Key_Right: Way.DOWNSTREAM,
    Qt.Key.Key_Left: Way.UPSTREAM,
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
}


class GraphView(ZoomView):
    """Shows one plan and, over it, one run.

    With a `workshop` a large plan is shown at once in a coarse layout, and the fine one is worked out off
    the window's thread.

    Keys: arrows walk from task to task, Enter activates, Escape lets go, Home fits, + and - zoom.
    """

    task_selected = Signal(str)
    """The id of the task that is selected now; '' for none."""

    task_activated = Signal(str)
    """The id of a task that was double-clicked or entered."""

    key_activated = Signal(str, str)
    """The id of a task and the key of it whose pill was double-clicked."""

    badge_clicked = Signal(str)
    """The id of the task on whose badge of problems was clicked."""

    menu_asked = Signal(str, QPoint)
    """The id of a task on which a menu is wanted, and where on the screen."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.time,
        workshop: Workshop | None = None,
        name_run: Callable[[str], str] = lambda _: "an earlier run",
    ) -> None:
        super().__init__(parent)
        self._scene = partial(GraphScene, parent=self, clock=clock, name_run=name_run)
        self._workshop = workshop
        self._run: RunView | None = None
        self._problems: Mapping[str, Sequence[Problem]] = {}
        self._is_animated = bool(self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))
        self._hint = CanvasHint(self.viewport())
        self.setAccessibleName("Graph")
        self.graph = self._scene(None)
        self.show_plan(None)

    def show_plan(self, plan: Plan | None) -> None:
        """Show another plan, without a run, and fit it into the view."""
        had_selection, self._run, self._problems = bool(self.graph.selected), None, {}
        if self._workshop is None or plan is None or len(plan.tasks) <= FEW:
            self._put(self._scene(plan))
        else:
            scene = self._scene(plan, arrange=coarse)
            self._put(scene)
            work = Work(
                partial(fine, scene.layout_graph), partial(self._take_layout, plan), self._take_failure
            )
            self._workshop.give(work)
        self._say(plan)
        if had_selection:
            self.task_selected.emit("")
        self._describe()

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`, whose plan is the one shown; None shows the plain plan."""
        if view is None and self._run is None:
            return  # as it is already; a thousand cards take their time
        self._run = view
        self.graph.show_run(view)
        self._follow()
        self._describe()

    def refresh_tasks(self, ids: Iterable[str]) -> None:
        """Show anew how these tasks stand; ids that are no task of the plan are passed over."""
        self.graph.refresh_tasks(ids)
        self._follow()
        self._describe()

    def refresh_values(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show anew the values of these (task, key) pairs."""
        self.graph.refresh_values(pairs)

    def show_stale(self, *, is_stale: bool) -> None:
        """Grey the graph: it is of a file that has changed since."""
        self.graph.show_stale(is_stale=is_stale)

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Put a badge on each task that has problems, by task."""
        self._problems = problems
        self.graph.show_problems(problems)

    def select_task(self, task: str) -> None:
        """Select a task and bring it into view; '' or an unknown id selects none."""
        item = self.graph.tasks.get(task)
        if item is None or not item.isSelected():
            self.graph.clearSelection()
        if item is not None:
            item.setSelected(True)
            self.reveal(item.sceneBoundingRect())

    def set_animated(self, *, is_animated: bool) -> None:
        """Whether the running arc turns; the durations are kept up in any case."""
        self._is_animated = is_animated
        self.graph.pulse.set_animated(is_animated=is_animated)

    def _put(self, scene: GraphScene) -> None:
        """Show a scene in place of the one that is there."""
        old, self.graph = self.graph, scene
        scene.pulse.set_animated(is_animated=self._is_animated)
        scene.pulse.set_seen(is_seen=self.isVisible())
        scene.selectionChanged.connect(self._on_graph_selection_changed)
        self.show_content(scene, scene.bounds)
        old.selectionChanged.disconnect()
        old.deleteLater()

    def _take_layout(self, plan: Plan, layout: Layout) -> None:
        """Put the fine layout in the place of the coarse one; all that is shown stays."""
        old = self.graph
        if old.plan is not plan:
            return  # another one is shown by now
        chosen = old.selected
        self._put(self._scene(plan, arrange=lambda _: layout))
        self.graph.show_stale(is_stale=old.is_stale)
        self.graph.show_problems(self._problems)
        if self._run is not None:
            self.graph.show_run(self._run)
        if chosen:
            self.select_task(chosen)
        self._follow()

    def _take_failure(self, error: Exception) -> None:
        raise error

    def _follow(self) -> None:
        """Bring what runs into sight, as long as nobody has moved the graph or looks at a task."""
        if self._run is None or self.framing is not Framing.START or self.graph.selected:
            return
        running = [self.graph.tasks[task] for task in self._run.running]
        if running and not set(self.in_sight()).intersection(running):
            self.glance(running[0].sceneBoundingRect())

    def _say(self, plan: Plan | None) -> None:
        self._hint.setVisible(plan is None or not plan.tasks)
        if plan is None:
            self._hint.say("No pipeline open", "Open a pipeline file to see its graph here.")
        else:
            self._hint.say("No tasks yet", "Add a table under [tasks] to the file, and it appears here.")

    def _describe(self) -> None:
        """Tell a screen reader what is selected; the items themselves are invisible to it."""
        self.setAccessibleDescription(description_of(self.graph))

    def _walk(self, way: Way) -> None:
        places, plan = self.graph.places, self.graph.plan
        chosen = self.graph.selected
        if plan is None:
            return
        found = next_task(chosen, way, tasks=plan.tasks, places=places) if chosen else first_task(places)
        if found is not None:
            self.select_task(found)

    def _on_graph_selection_changed(self) -> None:
        self._describe()
        self.task_selected.emit(self.graph.selected)

    def _act(self, key: int) -> bool:
        """Do what `key` stands for; False where it stands for nothing."""
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.graph.selected:
                self.task_activated.emit(self.graph.selected)
        elif key == Qt.Key.Key_Escape:
            self.graph.clearSelection()
        elif key == Qt.Key.Key_Home:
            self.fit()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif key == Qt.Key.Key_Minus:
            self.zoom_out()
        else:
            return False
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _WAYS:
            self._walk(_WAYS[Qt.Key(event.key())])
        elif not self._act(event.key()):
            super().keyPressEvent(event)

    @override
    def beginning(self) -> QRectF:
        first = self.graph.selected or first_task(self.graph.places)
        return self.graph.tasks[first].sceneBoundingRect() if first else super().beginning()

    @override
    def is_ground(self, item: QGraphicsItem | None) -> bool:
        return not isinstance(item, TaskItem | Pill | ProblemBadge)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        super().mousePressEvent(event)
        if isinstance(item, Pill) and event.button() is Qt.MouseButton.LeftButton:
            self.select_task(item.task)
        if isinstance(item, ProblemBadge) and event.button() is Qt.MouseButton.LeftButton:
            self.select_task(item.task)
            self.badge_clicked.emit(item.task)

    @override
    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if isinstance(item, TaskItem) and event.button() is Qt.MouseButton.LeftButton:
            self.task_activated.emit(item.task.id)
        elif isinstance(item, ValuePill) and event.button() is Qt.MouseButton.LeftButton:
            self.key_activated.emit(item.task, item.key)
        else:
            super().mouseDoubleClickEvent(event)

    @override
    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        at, chosen = event.pos(), self.graph.selected
        if event.reason() is QContextMenuEvent.Reason.Keyboard and chosen:
            item: QGraphicsItem | None = self.graph.tasks[chosen]
            at = self.mapFromScene(self.graph.tasks[chosen].sceneBoundingRect().center())
        else:
            item = self.itemAt(at)
        if isinstance(item, TaskItem):
            self.select_task(item.task.id)
            self.menu_asked.emit(item.task.id, self.viewport().mapToGlobal(at))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hint.setGeometry(self.viewport().rect())

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.graph.pulse.set_seen(is_seen=True)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.graph.pulse.set_seen(is_seen=False)

    @override
    def drawBackground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        draw_ground(painter, self.viewport().rect(), self.mapFromScene(QPointF(0, 0)), self.graph.ink)
