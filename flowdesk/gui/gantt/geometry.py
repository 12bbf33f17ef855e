"""Where what lies on a chart: names to the left, time to the right, an axis above. Pixels, without Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.gui.replay.time_scale import TimeScale

AXIS, LINE, SIDE = 26, 24, 12
LEAST_NAMES, MOST_NAMES = 90, 260
CLOSEST = 4000.0
"""How many times the whole run a chart is zoomed in at most."""


@dataclass(frozen=True, slots=True)
class Geometry:
    """A chart of `width` by `height`, scrolled by `left` and `top`; its time is `zoom` times as wide."""

    scale: TimeScale
    width: int
    height: int
    zoom: float = 1.0
    left: float = 0.0
    top: float = 0.0

    @property
    def names(self) -> int:
        """How wide the names are."""
        return min(MOST_NAMES, max(LEAST_NAMES, self.width // 3))

    @property
    def room(self) -> float:
        """How wide the time that is seen is."""
        return max(1.0, self.width - self.names - 2 * SIDE)

    @property
    def whole(self) -> float:
        """How wide the whole time is."""
        return self.room * self.zoom

    def x(self, at: float) -> float:
        """Where a moment lies."""
        return self.names + SIDE + self.scale.share(at) * self.whole - self.left

    def moment(self, x: float) -> float:
        """The moment that lies there."""
        return self.scale.moment((x - self.names - SIDE + self.left) / self.whole)

    def y(self, index: int) -> float:
        """Where a line begins."""
        return AXIS + index * LINE - self.top

    def index(self, y: float) -> int:
        """The line that lies there; below 0 where the axis does."""
        return int((y - AXIS + self.top) // LINE) if y >= AXIS else -1

    def seen(self, count: int) -> range:
        """Which of so many lines are to be seen."""
        first = max(0, int(self.top // LINE))
        return range(first, min(count, int((self.top + self.height - AXIS) // LINE) + 1))

    def zoomed(self, factor: float, x: float) -> Geometry:
        """Closer, or farther, with the moment at `x` where it is."""
        at = self.moment(x)
        zoom = min(CLOSEST, max(1.0, self.zoom * factor))
        near = replace(self, zoom=zoom, left=0.0)
        left = near.x(at) - x
        return replace(near, left=min(max(0.0, left), near.whole - near.room))
