"""Which part of a plan is to be seen on the canvas, and how it comes there.

A picture is wanted, laid out, and shown. What a click waits for is laid out at once, as well as its time
allows; the fine layout of many boxes, and any layout of very many, is found off the window's thread. Until
it is there, the picture before stays, or, where there is none, a plain grid stands in.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from flowdesk.gui.canvas.arrangement import FEW, SOME, SPACING, coarse
from flowdesk.gui.canvas.drawing import let_go
from flowdesk.gui.canvas.folds import folds_at_first, unfolded_for
from flowdesk.gui.canvas.layout_shelf import LayoutShelf
from flowdesk.gui.canvas.slices import Slices
from flowdesk.gui.work import Work
from flowdesk.layout.grid import lay_in_grid

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from flowdesk.gui.canvas.drawing import Drawing
    from flowdesk.gui.canvas.folds import FoldsKeeper
    from flowdesk.gui.canvas.graph_scene import GraphScene
    from flowdesk.gui.canvas.preparing import Preparation
    from flowdesk.gui.work import Workshop
    from flowdesk.layout.graph import Direction, Layout

AT_ONCE = 300
"""So many new cards are made and shown within the time of a click; more of them in slices."""

_TWICE = 1000  # more boxes are laid out once, since the coarse layout takes as long as the fine one


class Picture(QObject):
    """What is to be seen: `folded` groups, of the tasks `only` some (None: all), in a `direction`."""

    about_to_change = Signal(str)
    """Another picture comes at once; the id is what is to stay where it is on the screen, if anything."""

    changed = Signal()
    """Another picture is shown."""

    folds_changed = Signal()
    """Other groups are folded."""

    part_changed = Signal()
    """Another part is shown, or all again."""

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        workshop: Workshop | None = None,
        shelf: LayoutShelf | None = None,
    ) -> None:
        super().__init__(parent)
        self.folded: frozenset[str] = frozenset()
        self.only: frozenset[str] | None = None
        self.direction: Direction = "LR"
        self._workshop = workshop
        self._shelf = shelf or LayoutShelf()
        self._scene: GraphScene | None = None
        self.kept: FoldsKeeper = {}
        """What was folded by hand, by the name of a plan."""
        self._name = ""
        self._wanted: Drawing | None = None
        self._slices = Slices(self)
        self._leaving = Slices(self)
        self.is_settled = True
        """Whether what is shown is laid out as well as it will be."""

    def begin(self, scene: GraphScene, name: str = "") -> None:
        """Show the plan of an empty `scene`. What is folded is remembered for each `name`."""
        self._slices.stop()
        self._scene, self._name, self._wanted = scene, name, None
        had_part, self.only = self.only is not None, None
        plan = scene.plan
        if plan is not None:
            kept = self.kept.get(name) if name else None
            self.folded = folds_at_first(plan) if kept is None else kept & frozenset(plan.groups)
            self._draw("")
        if had_part:
            self.part_changed.emit()

    def fold(self, folded: Collection[str], *, anchor: str = "") -> None:
        """Have these groups folded and no others; `anchor` stays where it is on the screen."""
        scene = self._scene
        if scene is None or scene.plan is None:
            return
        folded = frozenset(folded) & frozenset(scene.plan.groups)
        if folded != self.folded:
            self.folded = folded
            self.kept[self._name] = folded
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
            self.part_changed.emit()

    def turn(self, direction: Direction) -> None:
        """Let the flow run this way."""
        if direction != self.direction:
            self.direction = direction
            self._draw("")

    def _draw(self, anchor: str) -> None:
        scene = self._scene
        if scene is None or scene.plan is None:
            return
        self._slices.stop()
        self._wanted, self.is_settled = None, False
        prepared = scene.prepare(self.folded, only=self.only)
        make = partial(self._make, scene, prepared, anchor)
        if self._workshop is None or prepared.missing <= AT_ONCE:
            make()
        else:
            self._slices.run(prepared.steps(), make)

    def _make(self, scene: GraphScene, prepared: Preparation, anchor: str) -> None:
        drawing = self._wanted = prepared.finish(self.direction)
        self._find(scene, drawing, anchor)

    def _find(self, scene: GraphScene, drawing: Drawing, anchor: str) -> None:
        """Find a layout, and show the drawing with it."""
        count, graph = len(drawing.nodes), drawing.graph
        known = self._shelf.find(graph, self.direction)
        if known is not None:
            self._settle(drawing, anchor, known)
            return
        find = partial(self._shelf.fetch, graph, self.direction)
        if self._workshop is None or count <= FEW:
            self._settle(drawing, anchor, find())
            return
        if count <= SOME:
            self._show(drawing, anchor, coarse(graph, self.direction))
        elif not scene.drawing.nodes:
            self._show(drawing, anchor, lay_in_grid(graph, direction=self.direction, spacing=SPACING))
        if SOME < count <= _TWICE:
            self._ask(self._show, drawing, anchor, partial(coarse, graph, self.direction))
        self._ask(self._settle, drawing, anchor, find)

    def _ask(
        self,
        show: Callable[[Drawing, str, Layout], None],
        drawing: Drawing,
        anchor: str,
        find: Callable[[], Layout],
    ) -> None:
        """Have a layout found off the window's thread, and show it if this picture is still wanted."""
        if self._workshop is not None:
            self._workshop.give(Work(find, partial(self._take, show, drawing, anchor), self._take_failure))

    def _take(
        self, show: Callable[[Drawing, str, Layout], None], drawing: Drawing, anchor: str, layout: Layout
    ) -> None:
        # The canvas may have been closed while the layout was looked for.
        if drawing is self._wanted and isValid(self):
            show(drawing, anchor, layout)

    def _take_failure(self, error: Exception) -> None:
        raise error

    def _settle(self, drawing: Drawing, anchor: str, layout: Layout) -> None:
        self._show(drawing, anchor, layout, is_fine=True)

    def _show(self, drawing: Drawing, anchor: str, layout: Layout, *, is_fine: bool = False) -> None:
        scene = self._scene
        if scene is None:
            return
        put = partial(self._put, scene, drawing, anchor, layout, is_fine=is_fine)
        news = sum(drawing.is_new(item) for item in drawing.nodes.values())
        if self._workshop is None or news <= AT_ONCE:
            self._slices.stop()
            put()
        else:
            self._slices.run(scene.show_ahead(drawing, layout), put)

    def _put(
        self, scene: GraphScene, drawing: Drawing, anchor: str, layout: Layout, *, is_fine: bool
    ) -> None:
        self.is_settled = self.is_settled or is_fine
        before = scene.drawing
        self.about_to_change.emit(anchor)
        scene.show_drawing(drawing, layout)
        self.changed.emit()
        if before is not drawing:
            self._leaving.run(let_go(before, drawing))
