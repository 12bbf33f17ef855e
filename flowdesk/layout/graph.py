"""What goes into a layout and what comes out: sizes in, rectangles and routes out, all in pixels.

x grows to the right and y downwards; a rectangle is known by its top left corner.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Direction = Literal["LR", "TB"]


class Size(NamedTuple):
    """Width and height of a box."""

    width: float
    height: float


class Point(NamedTuple):
    """A place on the canvas."""

    x: float
    y: float


class Rect(NamedTuple):
    """A box on the canvas."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The x of the right border."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """The y of the lower border."""
        return self.y + self.height

    @property
    def center(self) -> Point:
        """The middle of the box."""
        return Point(self.x + self.width / 2, self.y + self.height / 2)


@dataclass(frozen=True, slots=True)
class GroupBox:
    """A group to be drawn as a box round its members, with a title of height `header` along the top."""

    parent: str | None = None
    header: float = 24.0
    min_width: float = 0.0


@dataclass(frozen=True, slots=True)
class Line:
    """An edge to be drawn. An end is the id of a node or of a group; `label` is the size of its text."""

    source: str
    target: str
    label: Size | None = None


@dataclass(frozen=True, slots=True)
class LayoutGraph:
    """What is to be laid out.

    `parents` maps a node to its innermost group; a node that is not in it lies at the top. Where
    nothing else decides, things are placed in the order of the mappings.
    """

    nodes: Mapping[str, Size] = field(default_factory=dict)
    groups: Mapping[str, GroupBox] = field(default_factory=dict)
    parents: Mapping[str, str | None] = field(default_factory=dict)
    edges: Sequence[Line] = ()


@dataclass(frozen=True, slots=True)
class Spacing:
    """The distances of a layout, in pixels.

    `layer` lies between a node and the next one in the flow, `label` before and after a label
    between them, `node` between neighbours across the flow, `line` between lines that run side by
    side, `padding` between a group's border and its members, `part` between unconnected parts.
    """

    layer: float = 56.0
    label: float = 30.0
    node: float = 20.0
    line: float = 12.0
    padding: float = 16.0
    part: float = 36.0


@dataclass(frozen=True, slots=True)
class Route:
    """The way of one edge: a curve through `points`, from source to target.

    In every point the curve runs along the flow (level from left to right, straight down from top
    to bottom), so a cubic whose control points lie half the distance ahead and behind stays clear
    of everything. `label` is free for the edge's text; the line runs through its middle.
    """

    points: tuple[Point, ...]
    label: Rect | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything lies, between (0, 0) and (`width`, `height`). `edges` are in the graph's order."""

    nodes: Mapping[str, Rect]
    groups: Mapping[str, Rect]
    edges: tuple[Route, ...]
    width: float
    height: float
