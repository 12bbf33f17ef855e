"""The things on the canvas for one plan: which of them are to be seen, where, and how they show a run."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Signal
from PySide6.QtWidgets import QGraphicsScene

from flowdesk.gui.canvas.arrangement import fine
from flowdesk.gui.canvas.drawing import Drawing
from flowdesk.gui.canvas.flow import Flow
from flowdesk.gui.canvas.folded_item import FoldedItem
from flowdesk.gui.canvas.group_states import GroupStates
from flowdesk.gui.canvas.ink import Ink
from flowdesk.gui.canvas.lighting import Lighting
from flowdesk.gui.canvas.links import links_of
from flowdesk.gui.canvas.preparing import Preparation
from flowdesk.gui.canvas.problem_badge import ProblemBadge
from flowdesk.gui.canvas.projection import Projection, project
from flowdesk.gui.canvas.pulse import Pulse
from flowdesk.gui.canvas.standings import Standings
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.language import tr
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.plan.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

    from flowdesk.errors import Problem
    from flowdesk.gui.canvas.group_item import GroupItem
    from flowdesk.gui.canvas.line import Line
    from flowdesk.gui.canvas.rest_pill import RestPill
    from flowdesk.gui.canvas.value_pill import ValuePill
    from flowdesk.gui.canvas.value_way import Way
    from flowdesk.layout.graph import Direction, Layout, LayoutGraph, Rect
    from flowdesk.plan.run_view import RunView


class GraphScene(QGraphicsScene):
    """All items of what is to be seen of one plan. Make a new scene for a new plan.

    What is to be seen is drawn by `draw` and put in the place of what was there before by `show_drawing`;
    a scene that is made with a plan shows all of it at once, laid out by `arrange`.
    """

    placed = Signal()
    """Other things are to be seen, or at other places."""

    stood = Signal(object)
    """Tasks stand otherwise than before: the ids of the cards and boxes that may, or None for all."""

    lit = Signal()
    """Other things are dimmed, or looked for."""

    chosen_changed = Signal()
    """Something else is selected, or nothing any more."""

    def __init__(
        self,
        plan: Plan | None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
        arrange: Callable[[LayoutGraph], Layout] | None = fine,
        name_run: Callable[[str], str] = lambda _: tr("an earlier run"),
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self.ink = Ink(current_theme())
        self.pulse = Pulse(self)
        self.badges: dict[str, ProblemBadge] = {}
        self.is_stale = False
        self._of = plan or Plan("", {})
        self._links = links_of(self._of)
        self._states = GroupStates(self._of)
        self._standings = Standings(self._of.tasks, self._states, clock, name_run)
        self._problems: Mapping[str, Sequence[Problem]] = {}
        self._lighting = Lighting()
        self._flow: Flow | None = None
        self.drawing = Drawing(Plan("", {}), Projection(), self._states, self.ink)
        self.addItem(self.drawing.lines)
        self.pulse.ticked.connect(self._standings.turn)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self.selectionChanged.connect(self._on_selection_changed)
        if plan is not None and arrange is not None:
            drawing = self.draw()
            self.show_drawing(drawing, arrange(drawing.graph))

    @property
    def tasks(self) -> dict[str, TaskItem]:
        """The cards that are to be seen, by task."""
        return self.drawing.tasks

    @property
    def folded(self) -> dict[str, FoldedItem]:
        """The boxes of folded groups that are to be seen, by group."""
        return self.drawing.boxes

    @property
    def groups(self) -> dict[str, GroupItem]:
        """The open groups that are to be seen."""
        return self.drawing.groups

    @property
    def lines(self) -> list[Line]:
        """The lines that are to be seen."""
        return [drawn.line for drawn in self.drawing.links]

    @property
    def pills(self) -> Mapping[tuple[str, str], Sequence[ValuePill]]:
        """The pills of each task and key."""
        return self._standings.pills

    @property
    def rests(self) -> Mapping[tuple[str, str], Sequence[RestPill]]:
        """The pills that stand for each task and key together with others."""
        return {pair: [rest for rest, _ in rests] for pair, rests in self._standings.rests.items()}

    @property
    def places(self) -> Mapping[str, Rect]:
        """Where the cards and the boxes of folded groups lie, by id."""
        return self.drawing.places

    @property
    def bounds(self) -> QRectF:
        """What all items lie in."""
        return self.drawing.bounds

    @property
    def chosen(self) -> str:
        """The id of the task or of the folded group that is selected, or ''."""
        for item in self.selectedItems():
            if isinstance(item, TaskItem):
                return item.task.id
            if isinstance(item, FoldedItem):
                return item.group_id
        return ""

    @property
    def selected(self) -> str:
        """The id of the selected task, or ''."""
        return self.chosen if self.chosen in self.tasks else ""

    @property
    def view(self) -> RunView | None:
        """The run that is shown; None shows the plain plan."""
        return self._standings.view

    @property
    def moving(self) -> bool:
        """Whether anything that is to be seen, or hidden in a folded group, runs."""
        return bool(self._standings.running)

    @property
    def flow(self) -> Flow:
        """What comes before and after what, of all that is to be seen."""
        if self._flow is None:
            self._flow = Flow(self._of, self.drawing.seen.shown_by)
        return self._flow

    def place_of(self, name: str) -> Rect | None:
        """Where lies what stands for a task or group; None if nothing does."""
        return self.drawing.place_of(self.drawing.seen.shown_by.get(name, ""))

    def asked(self) -> Mapping[str, Rect]:
        """Where that lies which the shown run was asked for: of a run of the whole, all cards and boxes."""
        places, shown_by = self.drawing.places, self.drawing.seen.shown_by
        nodes = {shown_by[task] for task in self._lighting.asked if task in shown_by}
        return {name: place for name, place in places.items() if not nodes or name in nodes}

    def node(self, name: str) -> TaskItem | FoldedItem | None:
        """What stands for a task or group: its card, or the box of the folded group that hides it."""
        return self.drawing.nodes.get(self.drawing.seen.shown_by.get(name, ""))

    def draw(
        self,
        folded: Collection[str] = (),
        *,
        only: Collection[str] | None = None,
        direction: Direction = "LR",
    ) -> Drawing:
        """Make what is to be seen with these groups folded, or of `only` these tasks."""
        return self.prepare(folded, only=only).finish(direction)

    def prepare(self, folded: Collection[str] = (), *, only: Collection[str] | None = None) -> Preparation:
        """As `draw`, to be made step by step."""
        seen = project(self._of, folded, links=self._links, only=only)
        return Preparation(self._of, seen, self._states, self.ink, self.drawing)

    def show_ahead(self, drawing: Drawing, layout: Layout) -> Iterator[None]:
        """Do, step by step, what of `show_drawing` can be done before anything of it is seen."""
        yield from drawing.lay_ahead(layout)
        yield from self._standings.show_ahead(drawing)

    def show_drawing(self, drawing: Drawing, layout: Layout) -> None:
        """Show a drawing in the place of the one that is there."""
        old, chosen = set(self.drawing.items()), self.chosen
        shown = list(drawing.items())
        was_blocked = self.blockSignals(True)  # noqa: FBT003 - Qt's own
        for item in old.difference(shown):
            self.removeItem(item)
        drawing.lay(layout)
        self.drawing, self._flow = drawing, None
        for item in shown:
            if item not in old:
                self.addItem(item)
        self._standings.bind(drawing)
        self.show_problems(self._problems)
        stand_in = self.node(chosen)
        if stand_in is not None:
            stand_in.setSelected(True)
        self.blockSignals(was_blocked)
        self._light()
        self._on_selection_changed()
        self.pulse.set_busy(is_busy=self.moving)
        self.placed.emit()

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`; None shows the plain plan."""
        part = view is not None and len(view.plan.tasks) < len(self._of.tasks)
        asked = tuple(view.plan.tasks) if view is not None and part else ()
        self._standings.show_run(view)
        if asked != self._lighting.asked:
            self._lighting.asked = asked
            self._light()
        self.stood.emit(None)
        self.pulse.set_busy(is_busy=self.moving)

    def refresh_tasks(self, ids: Iterable[str]) -> None:
        """Show anew how these tasks stand, with all that depends on them."""
        self.stood.emit(self._standings.refresh_tasks(ids))
        self.pulse.set_busy(is_busy=self.moving)

    def tell_usual(self, times: Mapping[str, float]) -> None:
        """Tell of what runs how long it usually takes: seconds by task."""
        self.stood.emit(self._standings.tell_usual(times))

    def refresh_values(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show anew the values of these (task, key) pairs."""
        self._standings.refresh_values(pairs)

    def trace(self, way: Way | None) -> None:
        """Bring out the way of a value: who pushed it, its pills, the lines to those who pulled it."""
        pulled = way.pulled_by if way else frozenset()
        for task, item in self.tasks.items():
            item.trace(is_traced=way is not None and (task == way.task or task in pulled))
        for (task, key), pills in self.pills.items():
            for pill in pills:
                pill.trace(is_traced=way is not None and (task, key) == (way.task, way.key))
        for line in self.lines:
            line.trace(is_traced=way is not None and way.goes_along(line.link))

    def light_up(self, tasks: Collection[str]) -> None:
        """Dim all but these tasks, what stands for them, and the lines between them; () dims nothing."""
        self._lighting.lit = tasks
        self._light()

    def hover(self, tasks: Collection[str], strong: Collection[str] = ()) -> None:
        """Light up these tasks for as long as the mouse rests; the lines between the `strong` ones most."""
        light = self._lighting
        if (tasks, strong) != (light.hovered, light.strong):
            light.hovered, light.strong = tasks, strong
            self._light()
            self._on_selection_changed()

    def show_stale(self, *, is_stale: bool) -> None:
        """Grey everything but the badges: it is of a file that has changed since."""
        if is_stale is not self.is_stale:
            self.is_stale = is_stale
            self.ink.set_stale(is_stale=is_stale)
            self.update()

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Put a badge on each card of a task that has problems, by task."""
        self._problems = problems
        for badge in self.badges.values():
            if badge.scene() is self:
                self.removeItem(badge)
        self.badges = {
            task: ProblemBadge(self.tasks[task], found, self.ink)
            for task, found in problems.items()
            if task in self.tasks
        }

    def _light(self) -> None:
        self._lighting.show(self.drawing)
        self.lit.emit()

    def _on_theme_changed(self) -> None:
        self.ink.retheme(current_theme())
        self.update()

    def _on_selection_changed(self) -> None:
        self._lighting.mark_lines(self.drawing, self.chosen)
        self.chosen_changed.emit()
