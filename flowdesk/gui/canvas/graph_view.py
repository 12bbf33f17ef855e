"""The canvas itself: the graph of a plan, live, to be looked at, walked and chosen from."""

from __future__ import annotations

import time
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Signal
from PySide6.QtWidgets import QStyle, QWidget

from flowdesk.gui.canvas.description import description_of
from flowdesk.gui.canvas.far_sight import FarSight
from flowdesk.gui.canvas.flow import Reach
from flowdesk.gui.canvas.focus import Focus
from flowdesk.gui.canvas.graph_scene import GraphScene
from flowdesk.gui.canvas.ground import draw_ground
from flowdesk.gui.canvas.hint import CanvasHint
from flowdesk.gui.canvas.hovering import Hovering
from flowdesk.gui.canvas.keys import act
from flowdesk.gui.canvas.picture import Picture
from flowdesk.gui.canvas.placing import Placing
from flowdesk.gui.canvas.touched_view import TouchedView
from flowdesk.gui.canvas.walking import first_node
from flowdesk.gui.canvas.zoom_view import Framing
from flowdesk.gui.language import tr
from flowdesk.gui.override import override

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from PySide6.QtCore import QRect
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent

    from flowdesk.errors import Problem
    from flowdesk.gui.canvas.layout_shelf import LayoutShelf
    from flowdesk.gui.work import Workshop
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView


class GraphView(TouchedView):
    """Shows one plan and, over it, one run. `picture` says which part of the plan is to be seen.

    With a `workshop` large plans are laid out off the window's thread. For the keys see `canvas.keys`.
    """

    task_selected = Signal(str)
    """The id of the task that is selected now; '' for none."""

    picture_changed = Signal()
    """Other things are to be seen, or at other places."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        clock: Callable[[], float] = time.time,
        workshop: Workshop | None = None,
        shelf: LayoutShelf | None = None,
        name_run: Callable[[str], str] = lambda _: tr("an earlier run"),
    ) -> None:
        super().__init__(parent)
        self._scene = partial(GraphScene, parent=self, clock=clock, name_run=name_run, arrange=None)
        self._run: RunView | None = None
        self._task = ""
        self._is_placing = False
        self._is_animated = bool(self.style().styleHint(QStyle.StyleHint.SH_Widget_Animate))
        self._hint = CanvasHint(self.viewport())
        self.picture = Picture(self, workshop=workshop, shelf=shelf)
        self.picture.about_to_change.connect(self._on_picture_about_to_change)
        self.picture.changed.connect(self._on_picture_changed)
        self.focus = Focus(self.picture)
        self.fold_asked.connect(self.picture.toggle)
        self._far = FarSight(self)
        self._hovering = Hovering(self)
        self._hovering.rested.connect(self._on_hovering_rested)
        self.setAccessibleName(tr("Graph"))
        self.graph = self._scene(None)
        self._placing = Placing(self)
        self._placing.motion.is_wanted = self._is_animated
        self.show_plan(None)

    def show_plan(self, plan: Plan | None, name: str = "") -> None:
        """Show another plan, without a run, and fit it into the view; its folds are remembered by `name`."""
        had_selection, self._run = bool(self.graph.selected), None
        self._task = ""
        self._hovering.leave()
        self._placing.motion.stop()
        old, self.graph = self.graph, self._scene(plan)
        old.selectionChanged.disconnect()
        scene = self.graph
        self._far.watch(scene)
        scene.pulse.set_animated(is_animated=self._is_animated)
        scene.pulse.set_seen(is_seen=self.isVisible())
        scene.selectionChanged.connect(self._on_graph_selection_changed)
        if plan is None:
            self.show_content(scene, QRectF())
        self.setScene(scene)
        self.picture.begin(scene, name)
        old.deleteLater()
        if plan is None:
            self.picture_changed.emit()
        self._say(plan)
        if had_selection:
            self.task_selected.emit("")
        self._describe()

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`, whose plan is the one shown; None shows the plain plan."""
        if view is None and self._run is None:
            return  # as it is already; a thousand cards take their time
        self._run = view
        asked = self.graph.asked()
        self.graph.show_run(view)
        if self.framing is Framing.START and self.graph.asked() != asked:
            self.start()
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
        self.graph.show_problems(problems)

    def light_up(self, tasks: Collection[str]) -> None:
        """Emphasise these tasks and dim the rest, until `light_up(())`."""
        self.graph.light_up(tasks)

    def select_task(self, task: str) -> None:
        """Select a task, or the folded group that hides it, and bring it into view; '' selects none."""
        if task == self._task and self.graph.node(task) is not None and self.graph.chosen:
            self.choose(task)
            return
        self._is_placing = True
        self.choose(task)
        self._is_placing = False
        self._tell(task if self.graph.plan and task in self.graph.plan.tasks else "")

    def reveal_task(self, task: str) -> None:
        """Unfold what hides a task, show all if only a part without it is shown, and select it."""
        only = self.picture.only
        if only is not None and task not in only:
            self.picture.show_only(None)
        self.picture.reveal(task)
        self.select_task(task)

    def focus_on(self, name: str) -> None:
        """Show the neighbourhood of a task or group alone; `focus` says how far it goes."""
        if self.graph.plan is not None:
            self.focus.look_at(self.graph.plan, name)

    @property
    def group_at_hand(self) -> str:
        """The folded group that is selected, or the one round the selected task; '' for none."""
        chosen = self.graph.chosen
        return chosen if chosen in self.graph.folded else chosen.rpartition(".")[0]

    def let_go(self) -> None:
        """Let go of one thing: of the part that is shown alone, or else of the selection."""
        if self.picture.only is not None:
            self.focus.leave()
            self.picture.show_only(None, anchor=self.graph.chosen)
        else:
            self.graph.clearSelection()

    def set_animated(self, *, is_animated: bool) -> None:
        """Whether things may move: the running arc, and what is folded; durations are kept up in any case."""
        self._is_animated = is_animated
        self._placing.motion.is_wanted = is_animated
        self.graph.pulse.set_animated(is_animated=is_animated)

    def fit_selection(self) -> None:
        """Zoom to what is selected."""
        item = self.graph.node(self.graph.chosen)
        if item is not None:
            self.look_at(item.sceneBoundingRect())

    def _follow(self) -> None:
        """Bring what runs into sight, as long as nobody has moved the graph or looks at a task."""
        if self._run is None or self.framing is not Framing.START or self.graph.chosen:
            return
        running = [item for task in self._run.running if (item := self.graph.node(task)) is not None]
        seen = self.mapToScene(self.viewport().rect()).boundingRect()
        if running and not any(seen.intersects(item.sceneBoundingRect()) for item in running):
            self.glance(running[0].sceneBoundingRect())

    def _say(self, plan: Plan | None) -> None:
        self._hint.setVisible(plan is None or not plan.tasks)
        if plan is None:
            self._hint.say(tr("No pipeline open"), tr("Open a pipeline file to see its graph here."))
        else:
            more = tr("Add a table under [tasks] to the file, and it appears here.")
            self._hint.say(tr("No tasks yet"), more)

    def _describe(self) -> None:
        """Tell a screen reader what is selected; the items themselves are invisible to it."""
        self.setAccessibleDescription(description_of(self.graph))

    def _tell(self, task: str) -> None:
        self._describe()
        if task != self._task:
            self._task = task
            self.task_selected.emit(task)

    def _on_graph_selection_changed(self) -> None:
        if not self._is_placing:
            self._tell(self.graph.selected)

    def _on_picture_about_to_change(self, anchor: str) -> None:
        self._hovering.leave()
        self._is_placing = True
        self._placing.hold(anchor)

    def _on_picture_changed(self) -> None:
        chosen = self.graph.node(self._task)
        if chosen is not None:
            chosen.setSelected(True)
        self._is_placing = False
        self._placing.settle()
        if self.picture.only is not None and not self.sees(self.graph.bounds):
            self.start()
        self._follow()
        self._describe()
        self.picture_changed.emit()

    def _on_hovering_rested(self, name: str) -> None:
        flow = self.graph.flow
        around = flow.reach([name], Reach.BOTH) if name else ()
        self.graph.hover(around, flow.reach([name], Reach.DOWNSTREAM) if name else ())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not act(self, event):
            super().keyPressEvent(event)

    @override
    def beginning(self) -> QRectF:
        first = self.graph.chosen or first_node(self.graph.asked(), self.picture.direction) or ""
        item = self.graph.node(first)
        return item.sceneBoundingRect() if item is not None else super().beginning()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        is_far = self._far.is_far
        self.graph.pulse.set_seen(is_seen=not is_far)
        if is_far:
            self._far.paint(event)
        else:
            super().paintEvent(event)

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
