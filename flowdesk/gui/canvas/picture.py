"""Which part of a plan is to be seen on the canvas, and how it comes there.

A picture is wanted, laid out, and shown. What a click waits for is laid out at once, as well as its time
allows; the fine layout of many boxes, and any layout of very many, is found off the window's thread. Until
it is there, the picture before stays, or, where there is none, a plain grid stands in.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, Signal

from flowdesk.gui.canvas.arrangement import FEW, coarse, fine
from flowdesk.gui.canvas.folds import folds_at_first, unfolded_for
from flowdesk.gui.work import Work

if TYPE_CHECKING:
    from collections.abc import Collection

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.work import Workshop
    from flowdesk.layout.graph import Direction, Layout


class Picture(QObject):
    """What is to be seen: `folded` groups, of the tasks `only` some (None: all), in a `direction`."""

    about_to_change = Signal()
    changed = Signal(str, QPointF)
    """Another picture is shown: what is to stay where it is on the screen, and where it was in the scene."""

    folds_changed = Signal()
    """Other groups are folded."""

    def __init__(self, parent: QObject | None = None, *, workshop: Workshop | None = None) -> None:
        super().__init__(parent)
        self.folded: frozenset[str] = frozenset()
        self.only: frozenset[str] | None = None
        self.direction: Direction = "LR"
        self._workshop = workshop
        self._scene: GraphScene | None = None
        self._kept: dict[str, frozenset[str]] = {}
        self._name = ""
        self._wanted: Drawing | None = None

    def begin(self, scene: GraphScene, name: str = "") -> None:
        """Show the plan of an empty `scene`. What is folded is remembered for each `name`."""
        self._scene, self._name, self.only = scene, name, None
        plan = scene.plan
        if plan is None:
            return
        kept = self._kept.get(name) if name else None
        self.folded = folds_at_first(plan) if kept is None else kept & frozenset(plan.groups)
        self._draw("")

    def fold(self, folded: Collection[str], *, anchor: str = "") -> None:
        """Have these groups folded and no others; `anchor` stays where it is on the screen."""
        scene = self._scene
        if scene is None or scene.plan is None:
            return
        folded = frozenset(folded) & frozenset(scene.plan.groups)
        if folded != self.folded:
            self.folded = folded
            self._kept[self._name] = folded
            self._draw(anchor)
            self.folds_changed.emit()

    def toggle(self, group: str) -> None:
        """Fold a group that is open, or unfold it."""
        self.fold(self.folded ^ {group}, anchor=group)

    def reveal(self, name: str) -> None:
        """Unfold all that hides a task or group."""
        self.fold(unfolded_for(name, self.folded), anchor=name)

    def show_only(self, tasks: Collection[str] | None, *, anchor: str = "") -> None:
        """Show these tasks alone; None shows all."""
        only = None if tasks is None else frozenset(tasks)
        if only != self.only:
            self.only = only
            self._draw(anchor)

    def turn(self, direction: Direction) -> None:
        """Let the flow run this way."""
        if direction != self.direction:
            self.direction = direction
            self._draw("")

    def _draw(self, anchor: str) -> None:
        scene = self._scene
        if scene is None or scene.plan is None:
            return
        drawing = scene.draw(self.folded, only=self.only, direction=self.direction)
        self._wanted = drawing
        count, graph = len(drawing.nodes), drawing.graph
        if self._workshop is None or count <= FEW:
            self._show(drawing, anchor, fine(graph, self.direction))
            return
        self._show(drawing, anchor, coarse(graph, self.direction))
        work = Work(
            partial(fine, graph, self.direction), partial(self._take, drawing, ""), self._take_failure
        )
        self._workshop.give(work)

    def _take(self, drawing: Drawing, anchor: str, layout: Layout) -> None:
        if drawing is self._wanted:  # else another one is wanted by now
            self._show(drawing, anchor, layout)

    def _take_failure(self, error: Exception) -> None:
        raise error

    def _show(self, drawing: Drawing, anchor: str, layout: Layout) -> None:
        scene = self._scene
        if scene is None:
            return
        self.about_to_change.emit()
        old = scene.place_of(anchor)
        scene.show_drawing(drawing, layout)
        self.changed.emit(anchor if old else "", QPointF(old.x, old.y) if old else QPointF())
