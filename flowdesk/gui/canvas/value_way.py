"""The way of a value through the graph."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.plan.order import is_inside

if TYPE_CHECKING:
    from flowdesk.gui.canvas.links import Link


@dataclass(frozen=True, slots=True)
class Way:
    """The `key` that `task` pushed, and the tasks that have pulled it; all of them ids."""

    task: str
    key: str
    pulled_by: frozenset[str] = frozenset()

    def goes_along(self, link: Link) -> bool:
        """Whether the value went along a line, whose ends may be groups."""
        has_key = any((task, key) == (self.task, self.key) for task, key, _ in link.keys)
        return has_key and any(is_inside(task, link.target) for task in self.pulled_by)
