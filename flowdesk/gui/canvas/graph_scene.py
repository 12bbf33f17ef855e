"""The things on the canvas for one plan, and how they come to show a run."""

from __future__ import annotations

import time
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPointF, QRectF
from PySide6.QtWidgets import QGraphicsScene

from flowdesk.gui.canvas.arrangement import fine, layout_graph
from flowdesk.gui.canvas.card_words import MOST_TOLD, Standing, moves
from flowdesk.gui.canvas.edge_item import EdgeItem
from flowdesk.gui.canvas.group_item import GroupItem
from flowdesk.gui.canvas.ink import Ink
from flowdesk.gui.canvas.links import links_of
from flowdesk.gui.canvas.pill_stack import split, stack_places
from flowdesk.gui.canvas.problem_badge import ProblemBadge
from flowdesk.gui.canvas.pulse import Pulse
from flowdesk.gui.canvas.rest_pill import RestPill
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.canvas.value_pill import ValuePill
from flowdesk.gui.state_look import state_in
from flowdesk.gui.theme import current_theme, theme_changes
from flowdesk.layout.graph import LayoutGraph
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from flowdesk.errors import Problem
    from flowdesk.gui.canvas.links import Link
    from flowdesk.gui.canvas.pill import Pill
    from flowdesk.gui.canvas.value_way import Way
    from flowdesk.layout.graph import Layout, Rect
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import RunView

_LOOKED_AT = 1000  # of what a mapped task was made into, when its failures are told


class GraphScene(QGraphicsScene):
    """All items of one plan. Make a new scene for a new plan, and for a new layout of it.

    `layout_graph` is what `arrange` was asked to lay out, for whoever wants to do it better.
    """

    def __init__(
        self,
        plan: Plan | None,
        parent: QObject | None = None,
        *,
        clock: Callable[[], float] = time.time,
        arrange: Callable[[LayoutGraph], Layout] = fine,
        name_run: Callable[[str], str] = lambda _: "an earlier run",
    ) -> None:
        super().__init__(parent)
        self.plan = plan
        self._members: dict[str, list[str]] = {}
        self._keys: dict[str, list[str]] = {}
        self.ink = Ink(current_theme())
        self.pulse = Pulse(self)
        self.tasks: dict[str, TaskItem] = {}
        self.groups: dict[str, GroupItem] = {}
        self.edges: list[EdgeItem] = []
        self.pills: dict[tuple[str, str], list[ValuePill]] = {}
        self.rests: dict[tuple[str, str], list[RestPill]] = {}
        self.badges: dict[str, ProblemBadge] = {}
        self.is_stale = False
        self.places: dict[str, Rect] = {}
        self.bounds = QRectF()
        self.layout_graph = LayoutGraph({})
        self._clock = clock
        self._arrange = arrange
        self._name_run = name_run
        self._view: RunView | None = None
        self._running: set[str] = set()
        self.pulse.ticked.connect(self._on_pulse_ticked)
        theme_changes().theme_changed.connect(self._on_theme_changed)
        self.selectionChanged.connect(self._on_selection_changed)
        if plan is not None:
            self._draw(plan)

    @property
    def selected(self) -> str:
        """The id of the selected task, or ''."""
        chosen = [item.task.id for item in self.selectedItems() if isinstance(item, TaskItem)]
        return chosen[0] if chosen else ""

    def show_run(self, view: RunView | None) -> None:
        """Show how everything stands in `view`; None shows the plain plan."""
        self._view = view
        self.refresh_tasks(self.tasks)
        self.refresh_values([*self.pills, *self.rests])

    def refresh_tasks(self, ids: Iterable[str]) -> None:
        """Show anew how these tasks stand, with all that depends on them."""
        changed = {task for task in ids if task in self.tasks}
        for task in changed:
            standing = None if self._view is None else standing_of(self._view, task, self._name_run)
            self.tasks[task].show_standing(standing, self._clock())
            is_moving = standing is not None and moves(standing)
            (self._running.add if is_moving else self._running.discard)(task)
        for group in {prefix for task in changed for prefix in _groups_of(task)}:
            self._refresh_group(group)
        # An empty pill says "absent" once its task is over.
        self.refresh_values((task, key) for task in changed for key in self._keys.get(task, ()))
        self.pulse.set_busy(is_busy=bool(self._running))

    def refresh_values(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Show anew the values of these (task, key) pairs."""
        view = self._view
        for task, key in pairs:
            value = None if view is None else view.value(task, key)
            is_over = view is not None and view.task(task).state.is_final
            for pill in self.pills.get((task, key), ()):
                pill.show_value(value, is_over=is_over)
            for rest in self.rests.get((task, key), ()):
                rest.show_value(key, value, is_over=is_over)

    def trace(self, way: Way | None) -> None:
        """Bring out the way of a value: who pushed it, its pills, the lines to those who pulled it."""
        pulled = way.pulled_by if way else frozenset()
        for task, item in self.tasks.items():
            item.trace(is_traced=way is not None and (task == way.task or task in pulled))
        for (task, key), pills in self.pills.items():
            for pill in pills:
                pill.trace(is_traced=way is not None and (task, key) == (way.task, way.key))
        for edge in self.edges:
            edge.trace(is_traced=way is not None and way.goes_along(edge.link))

    def show_stale(self, *, is_stale: bool) -> None:
        """Grey everything but the badges: it is of a file that has changed since."""
        if is_stale is not self.is_stale:
            self.is_stale = is_stale
            self.ink.set_stale(is_stale=is_stale)
            self.update()

    def show_problems(self, problems: Mapping[str, Sequence[Problem]]) -> None:
        """Put a badge on each task that has problems, by task; ids that are no task are passed over."""
        for badge in self.badges.values():
            self.removeItem(badge)
        self.badges = {
            task: ProblemBadge(self.tasks[task], found, self.ink)
            for task, found in problems.items()
            if task in self.tasks
        }

    def _refresh_group(self, group: str) -> None:
        item, view = self.groups[group], self._view
        members = self._members[group]
        run = None if view is None else view.run_state
        states = None if view is None else [state_in(run, view.task(task).state) for task in members]
        item.show_states(states)

    def _draw(self, plan: Plan) -> None:
        links = links_of(plan)
        self.tasks = {task.id: TaskItem(task, self.ink) for task in plan.tasks.values()}
        cards = {task: item.card for task, item in self.tasks.items()}
        self.layout_graph = layout_graph(plan, cards, links, self.ink)
        layout = self._arrange(self.layout_graph)
        self.places = dict(layout.nodes)
        self.bounds = QRectF(0, 0, layout.width, layout.height)
        self._draw_groups(plan, layout)
        for task, item in self.tasks.items():
            item.setPos(layout.nodes[task].x, layout.nodes[task].y)
            self.addItem(item)
        for link, route in zip(links, layout.edges, strict=True):
            edge = EdgeItem(link, route.points, self.ink)
            self.edges.append(edge)
            self.addItem(edge)
            if route.label is not None:
                self._draw_pills(link, QPointF(*route.label.center))

    def _draw_groups(self, plan: Plan, layout: Layout) -> None:
        self._members = {group: [] for group in plan.groups}
        for task in plan.tasks:
            for group_id in _groups_of(task):
                self._members[group_id].append(task)
        for group in plan.groups.values():
            item = GroupItem(group, len(self._members[group.id]), self.ink)
            item.place(QRectF(*layout.groups[group.id]))
            self.groups[group.id] = item
            self.addItem(item)

    def _draw_pills(self, link: Link, middle: QPointF) -> None:
        task, (own, others) = link.source, split(link.keys)
        pills: list[Pill] = []
        for key, arguments in own:
            pill = ValuePill(task, key, arguments, self.ink)
            pills.append(pill)
            self.pills.setdefault((task, key), []).append(pill)
        if others:
            rest = RestPill(task, [key for key, _ in others], self.ink)
            pills.append(rest)
            for key in rest.keys:
                self.rests.setdefault((task, key), []).append(rest)
        self._keys.setdefault(task, []).extend(key for key, _ in link.keys)
        for drawn, place in zip(pills, stack_places(middle, len(pills)), strict=True):
            drawn.setPos(place)
            self.addItem(drawn)

    def _on_pulse_ticked(self, angle: float) -> None:
        now = self._clock()
        for task in self._running:
            self.tasks[task].turn(angle, now)

    def _on_theme_changed(self) -> None:
        self.ink.retheme(current_theme())
        self.update()

    def _on_selection_changed(self) -> None:
        chosen = self.selected
        for edge in self.edges:
            edge.mark(is_marked=bool(chosen) and chosen in (edge.link.source, edge.link.target))


def standing_of(view: RunView, task: str, name_run: Callable[[str], str]) -> Standing:
    """How a task stands in a run, for its card."""
    of_it, mapped = view.task(task), view.mapped(task)
    earlier = name_run(of_it.cached_from) if of_it.cached_from else ""
    troubles: list[str] = []
    if mapped and mapped.get(TaskState.FAILED):
        made = view.instances(task)[:_LOOKED_AT]
        failed = [name for name in made if view.task(name).state is TaskState.FAILED]
        troubles = [f"{name}: {view.task(name).reason or 'failed'}" for name in failed[:MOST_TOLD]]
    return Standing(of_it, view.run_state, mapped, tuple(troubles), earlier)


def _groups_of(task: str) -> list[str]:
    """The ids of all groups round a task, from the outside in."""
    return list(accumulate(task.split(".")[:-1], lambda outer, name: f"{outer}.{name}"))
