"""A look at the neighbourhood of one task or group: that alone is shown, as far as asked, the ways asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.canvas.flow import Flow, Reach

if TYPE_CHECKING:
    from flowdesk.gui.canvas.picture import Picture
    from flowdesk.plan.plan import Plan


class Focus(QObject):
    """What `center` reaches in `steps` (None: any number) is shown alone; without one, everything is."""

    changed = Signal()

    def __init__(self, picture: Picture) -> None:
        super().__init__(picture)
        self.center = ""
        self.steps: int | None = 1
        self.reach = Reach.BOTH
        self._picture = picture
        picture.part_changed.connect(self._on_picture_part_changed)

    def look_at(self, plan: Plan, center: str) -> None:
        """Show the neighbourhood of a task or group of the plan alone."""
        self.center = center
        self._plan = plan
        self._look()

    def set_steps(self, steps: int | None) -> None:
        """Look as many steps far."""
        self.steps = steps
        self._look()

    def set_reach(self, reach: Reach) -> None:
        """Look this way."""
        self.reach = reach
        self._look()

    def leave(self) -> None:
        """Show everything again."""
        if self.center:
            center, self.center = self.center, ""
            self._picture.show_only(None, anchor=center)
            self.changed.emit()

    def _look(self) -> None:
        if not self.center:
            return
        inside = f"{self.center}."
        starts = [task for task in self._plan.tasks if task == self.center or task.startswith(inside)]
        found = Flow(self._plan).reach(starts, self.reach, self.steps)
        self._picture.show_only(found, anchor=self.center)
        self.changed.emit()

    def _on_picture_part_changed(self) -> None:
        if self._picture.only is None and self.center:  # another plan is shown
            self.center = ""
            self.changed.emit()
