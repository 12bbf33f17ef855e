"""What a chart knows of a run: the spans of its tasks, where they lie in time, and the critical path."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.gui.replay.time_scale import TimeScale
from flowdesk.gui.times import exact_duration
from flowdesk.plan.critical_path import CriticalPath, Stretch, critical_path
from flowdesk.plan.spans import Spans

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.spans import Row

MOST_NAMED = 6


class ChartRun:
    """One run, which may go on: `end` is its end, or now."""

    def __init__(self, plan: Plan, events: Sequence[Event], end: float) -> None:
        self.plan = plan
        self.spans = Spans(plan)
        self.end = end
        self.path = CriticalPath()
        self.stretches: dict[str, Stretch] = {}
        self._upstream = {task.id: task.upstream for task in plan.tasks.values()}
        self.grow(events)
        self.scale = self.scaled(end)

    def grow(self, events: Sequence[Event]) -> set[str]:
        """Take up what happened since. Returns the names to which it happened."""
        return self.spans.apply(events)

    def scaled(self, end: float) -> TimeScale:
        """Go on to `end`, and find the path anew."""
        self.end = max(end, self.spans.last)
        start = self.spans.started if self.spans.started is not None else self.end
        breaks = [(one.start, one.end) for one in self.spans.pauses if one.is_over and one.end is not None]
        self.scale = TimeScale(start, self.end, breaks)
        rows = (self.spans.rows.get(task) for task in self.plan.tasks)
        found = ((row.name, self._stretch(row)) for row in rows if row is not None)
        self.stretches = {name: stretch for name, stretch in found if stretch is not None}
        self.path = critical_path(self.stretches, self._upstream)
        return self.scale

    def sentence(self) -> str:
        """What the critical path comes to; "" where there is none."""
        ran = [task for task in self.path.tasks if self.took(task) > 0]
        if not ran:
            return ""
        named = ran if len(ran) <= MOST_NAMED else [*ran[: MOST_NAMED - 1], "…", ran[-1]]
        said = tr("{busy} of {length} lie on one task: {tasks}")
        if len(ran) > 1:
            said = tr("{busy} of {length} lie on {count} tasks: {tasks}")
        return said.format(
            busy=exact_duration(self.path.busy),
            length=exact_duration(self.scale.elapsed(self.scale.end)),
            count=len(ran),
            tasks=" → ".join(named),
        )

    def took(self, task: str) -> float:
        """For how long a task ran, its tries and what lay between them."""
        stretch = self.stretches.get(task)
        return stretch.end - stretch.start if stretch else 0.0

    def _stretch(self, row: Row) -> Stretch | None:
        end = row.ended
        if end is None:
            end = self.end if row.started is not None else None
        if end is None or row.ready is None:
            return None
        start = end if row.started is None else row.started
        return Stretch(min(row.ready, start), start, max(start, end))
