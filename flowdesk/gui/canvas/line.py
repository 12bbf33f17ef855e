"""A line of the graph: thin and grey for order, in the accent colour where keys travel along it.

A line of keys gets stronger once one of their values is there, and is dashed and grey when none will come.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.canvas.pill import Filling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.gui.canvas.lines_item import LinesItem
    from flowdesk.gui.canvas.links import Link
    from flowdesk.gui.canvas.pill import Pill
    from flowdesk.layout.graph import Direction

_UNLAID = ((0.0, 0.0), (1.0, 0.0))
_DIMMED, _PLAIN, _MARKED = range(3)


class Stroke(NamedTuple):
    """How a line is drawn; those of a higher `level` lie above. `width` is in pixels at 100 %."""

    level: int
    role: str
    width: float
    is_dashed: bool = False
    share: float = 1.0

    @property
    def is_marked(self) -> bool:
        """Whether it is brought out, and is so at any distance."""
        return self.level == _MARKED


class Box(NamedTuple):
    """What a line does not leave: in pixels of the scene."""

    left: float
    top: float
    right: float
    bottom: float


class Line:
    """The line of one link, along the points that the layout found for it. It is painted by its `item`."""

    __slots__ = (
        "_is_marked",
        "_is_traced",
        "_pills",
        "_share",
        "box",
        "direction",
        "item",
        "link",
        "points",
        "stroke",
    )

    def __init__(self, link: Link, points: Sequence[tuple[float, float]] = _UNLAID) -> None:
        self.link = link
        self.item: LinesItem | None = None
        self._pills: Sequence[Pill] = ()
        self._is_marked = self._is_traced = False
        self._share = 1.0
        self.stroke = self._stroke()
        self.lay(points)

    @property
    def is_marked(self) -> bool:
        """Whether it begins or ends at the selected task."""
        return self._is_marked

    def lay(self, points: Sequence[tuple[float, float]], direction: Direction = "LR") -> None:
        """Lead the line through these points of the scene, along the flow in each."""
        self.points, self.direction = points, direction
        across, down = [x for x, _ in points], [y for _, y in points]
        self.box = Box(min(across), min(down), max(across), max(down))  # the curve does not leave it
        if self.item is not None:
            self.item.move(self)

    def carry(self, pills: Sequence[Pill]) -> None:
        """Look as the values of these pills, which lie on the line, stand."""
        self._pills = pills
        for pill in pills:
            pill.line = self
        self.refresh()

    def refresh(self) -> None:
        """Look as the pills stand now."""
        stroke = self._stroke()
        if stroke != self.stroke:
            self.stroke = stroke
            if self.item is not None:
                self.item.repaint(self)

    def opacity(self) -> float:
        """How far it is dimmed."""
        return self._share

    def dim(self, share: float) -> None:
        """Draw it as if it were seen through so far; 1.0 is not at all."""
        if share != self._share:
            self._share = share
            self.refresh()

    def mark(self, *, is_marked: bool) -> None:
        """Bring the line out: it begins or ends at the selected task."""
        if is_marked is not self._is_marked:
            self._is_marked = is_marked
            self.refresh()

    def trace(self, *, is_traced: bool) -> None:
        """Bring the line out yet more: the value that is looked at went along it."""
        if is_traced is not self._is_traced:
            self._is_traced = is_traced
            self.refresh()

    def _stroke(self) -> Stroke:
        """The colour, the width and whether it is dashed: by what travels along it, and how that stands."""
        level = _MARKED if self._is_marked or self._is_traced else _PLAIN if self._share == 1.0 else _DIMMED
        more = (0.6 if self._is_marked else 0.0) + (1.6 if self._is_traced else 0.0)
        if not self.link.keys:
            role = "text_dim" if self._is_marked else "line"
            return Stroke(level, role, 1.0 + more, share=self._share)
        fillings = {pill.filling for pill in self._pills}
        if fillings == {Filling.ABSENT}:
            return Stroke(level, "text_dim", 1.0 + more, is_dashed=True, share=self._share)
        width = 1.5 if fillings == {Filling.WAITING} else 2.0
        return Stroke(level, "accent", width + more, share=self._share)
