"""The items of one picture of a plan: cards, boxes of folded groups, open groups, lines and their pills.

A drawing is made of a projection, which says what is to be seen, and takes over what an earlier drawing has
made of the same things. It is laid once there is a layout of its `graph`, which any thread may find.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from flowdesk.gui.canvas.arrangement import layout_graph
from flowdesk.gui.canvas.folded_item import FoldedItem
from flowdesk.gui.canvas.group_item import GroupItem
from flowdesk.gui.canvas.line import Line
from flowdesk.gui.canvas.lines_item import LinesItem
from flowdesk.gui.canvas.pill_parts import parts_of
from flowdesk.gui.canvas.pill_stack import stack_places
from flowdesk.gui.canvas.task_item import TaskItem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from PySide6.QtWidgets import QGraphicsItem

    from flowdesk.gui.canvas.group_states import GroupStates
    from flowdesk.gui.canvas.ink import Ink
    from flowdesk.gui.canvas.links import Link
    from flowdesk.gui.canvas.pill import Pill
    from flowdesk.gui.canvas.pill_parts import Part
    from flowdesk.gui.canvas.projection import Projection
    from flowdesk.layout.graph import Direction, Layout, Point, Rect, Route
    from flowdesk.plan.plan import Plan, Task


@dataclass(slots=True)
class DrawnLink:
    """A line with its pills, and the points that the layout gave it."""

    line: Line
    parts: tuple[Part, ...] = ()
    pills: tuple[Pill, ...] = ()
    points: tuple[Point, ...] = ()
    middle: QPointF = field(default_factory=QPointF)

    def lay(self, route: Route, direction: Direction) -> None:
        """Lead the line along `route`, with the pills round the middle of its label."""
        self.points = route.points
        self.line.lay(route.points, direction)
        if route.label is not None:
            self.middle = QPointF(*route.label.center)
            self.put_pills(self.middle)

    def put_pills(self, middle: QPointF) -> None:
        """Stack the pills round this place of the scene."""
        for pill, place in zip(self.pills, stack_places(middle, len(self.pills)), strict=True):
            pill.setPos(place)


class Stock(NamedTuple):
    """What there is already of what is to be seen, by id and by link."""

    tasks: Mapping[str, TaskItem] = {}
    boxes: Mapping[str, FoldedItem] = {}
    groups: Mapping[str, GroupItem] = {}
    links: Mapping[Link, DrawnLink] = {}


NOTHING = Stock()


class Drawing:
    """What is to be seen of `plan` by `seen`, in a `direction`. Not in a scene yet, and not laid."""

    def __init__(  # noqa: PLR0913 - a picture has that many sides
        self,
        plan: Plan,
        seen: Projection,
        states: GroupStates,
        ink: Ink,
        *,
        direction: Direction = "LR",
        stock: Stock = NOTHING,
    ) -> None:
        tasks, boxes, groups, links = stock
        self.seen = seen
        self.direction: Direction = direction
        self.tasks: dict[str, TaskItem] = {
            task: tasks.get(task) or TaskItem(plan.tasks[task], ink) for task in seen.tasks
        }
        self.boxes: dict[str, FoldedItem] = {
            group: boxes.get(group) or FoldedItem(plan.groups[group], states.members(group), ink)
            for group in seen.boxes
        }
        self.groups: dict[str, GroupItem] = {
            group: groups.get(group) or GroupItem(plan.groups[group], states.members(group), ink)
            for group in seen.groups
        }
        self.links: list[DrawnLink] = [
            links.get(link) or drawn_link(link, plan.tasks, ink) for link in seen.links
        ]
        self.lines = LinesItem(ink)
        for group, box in self.boxes.items():
            box.show_leaving(_leaving(group, seen.links))
        nodes: dict[str, TaskItem | FoldedItem] = {**self.tasks, **self.boxes}
        order = [name for name in (*plan.tasks, *plan.groups) if name in nodes] if self.boxes else nodes
        self.nodes = {name: nodes[name] for name in order}
        self.graph = layout_graph(plan, seen, {name: item.card for name, item in self.nodes.items()}, ink)
        self.places: Mapping[str, Rect] = {}
        self.group_places: Mapping[str, Rect] = {}
        self.bounds = QRectF()
        self._left: (
            tuple[Layout, Mapping[str, TaskItem | FoldedItem], list[tuple[DrawnLink, Route]]] | None
        ) = None  # what `lay_ahead` has left to lay

    def is_new(self, item: QGraphicsItem | Line) -> bool:
        """Whether it was in no drawing that was shown."""
        return item.item is None if isinstance(item, Line) else item.scene() is None

    def lay_ahead(self, layout: Layout) -> Iterator[None]:
        """Put what is new where the layout says, one thing in each step; what is seen stays where it is."""
        there: dict[str, TaskItem | FoldedItem] = {}
        routes: list[tuple[DrawnLink, Route]] = []
        for name, item in self.nodes.items():
            if self.is_new(item):
                place = layout.nodes[name]
                item.setPos(place.x, place.y)
            else:
                there[name] = item
            yield
        for drawn, route in zip(self.links, layout.edges, strict=True):
            if self.is_new(drawn.line):
                drawn.lay(route, self.direction)
            else:
                routes.append((drawn, route))
            yield
        self._left = (layout, there, routes)

    def lay(self, layout: Layout) -> None:
        """Put everything where the layout of `graph` says."""
        self.places, self.group_places = layout.nodes, layout.groups
        self.bounds = QRectF(0, 0, layout.width, layout.height)
        left, self._left = self._left, None
        if left is None or left[0] is not layout:
            left = layout, self.nodes, list(zip(self.links, layout.edges, strict=True))
        for name, item in left[1].items():
            place = layout.nodes[name]
            item.setPos(place.x, place.y)
        for group, box in self.groups.items():
            box.place(QRectF(*layout.groups[group]))
        for drawn, route in left[2]:
            drawn.lay(route, self.direction)
        self.lines.show_lines([drawn.line for drawn in self.links])

    def items(self) -> Iterator[QGraphicsItem]:
        """All items, the open groups first."""
        for group in self.groups.values():
            yield group
            yield group.header
        yield from self.nodes.values()
        yield self.lines
        for drawn in self.links:
            yield from drawn.pills

    def place_of(self, name: str) -> Rect | None:
        """Where a task, a folded or an open group lies; None if it is not to be seen."""
        return self.places.get(name) or self.group_places.get(name)


def let_go(before: Drawing, now: Drawing) -> Iterator[None]:
    """Free what is to be seen no more, one thing in each step: ten thousand cards take a while."""
    cards = [item for task, item in before.tasks.items() if task not in now.tasks]
    links = [drawn for drawn in before.links if drawn.line.item is not now.lines]
    del before, now
    while cards:
        cards.pop()
        yield
    while links:
        for pill in links.pop().pills:
            pill.line = None  # else each would wait for the collector
        yield


def _leaving(group: str, links: Sequence[Link]) -> list[str]:
    """The keys that leave a folded group, each once."""
    keys = (f"{key.task}:{key.key}" for link in links if link.source == group for key in link.keys)
    return list(dict.fromkeys(keys))


def drawn_link(link: Link, tasks: Mapping[str, Task], ink: Ink) -> DrawnLink:
    """Make a line with its pills."""
    parts = tuple(parts_of(link, tasks, ink))
    drawn = DrawnLink(Line(link), parts, tuple(part.pill for part in parts))
    drawn.line.carry(drawn.pills)
    return drawn
