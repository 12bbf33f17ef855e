"""Shows one run at a time, in a view that changes as the run goes on or as its past is gone through."""

from __future__ import annotations

from time import time
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from flowdesk.gui.shown_run import ShownRun
from flowdesk.plan.plan import Plan

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.plan.events import Event
    from flowdesk.plan.run_view import Changes, RunView
    from flowdesk.store.rows import RunRow, ValueRow

NOTHING = Plan("", {})


class Showing(QObject):
    """Shows a run, or a plan without one, and tells what changes in what is shown."""

    view_opened = Signal(object)  # RunView: all of what is shown is new
    view_changed = Signal(object)  # Changes in `view`
    values_reset = Signal(object)  # list[ValueRow]: all of the run's values
    values_arrived = Signal(object)  # list[ValueRow]: further ones
    events_grew = Signal(object)  # list[Event]: further ones of the run, which `events` has already
    moment_changed = Signal()  # `moment`: another one of the run is shown, or now again
    possibilities_changed = Signal()  # what can be done to the run may be new

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = ShownRun(NOTHING)

    def show_moment(self, seq: int | None) -> None:
        """Show the run as it was right after the event `seq`; None, or its last event: as it is now."""
        self._move(self._shown.show, seq)

    def show_time(self, at: float) -> None:
        """Show the run as it was at a time (seconds since the epoch); after its last event: as it is now."""
        self._move(self._shown.show_time, at)

    @property
    def run(self) -> RunRow | None:
        """The run that is shown; None: the file is."""
        return self._shown.row

    @property
    def view(self) -> RunView:
        """The run as it is shown: at `moment`."""
        return self._shown.view

    @property
    def now(self) -> RunView:
        """The run as it stands now, whichever moment is shown."""
        return self._shown.now

    @property
    def events(self) -> list[Event]:
        """All events of the shown run, those after the moment too."""
        return self._shown.events

    @property
    def values(self) -> list[ValueRow]:
        """All values that had been pushed at the moment."""
        return self._shown.values()

    @property
    def moment(self) -> int | None:
        """The `seq` of the last event before the moment that is shown; None: now."""
        return self._shown.moment

    def time(self) -> float:
        """The time that is shown, in seconds since the epoch: the clock's, or that of the moment."""
        return self._shown.time(time())

    @staticmethod
    def clock() -> float:
        """The time of now, whichever moment is shown."""
        return time()

    def _move(self, show: Callable[[Any], Changes], to: float | None) -> None:
        """Show another moment, and tell what is different there."""
        before = self.moment, self.time()
        changes = show(to)
        if self.moment != before[0]:
            self._change(changes)
            self.values_reset.emit(self._shown.values())
        if (self.moment, self.time()) != before:
            self.moment_changed.emit()
        if (self.moment is None) != (before[0] is None):
            self.possibilities_changed.emit()

    def _open(self, shown: ShownRun) -> None:
        self._shown = shown
        self.view_opened.emit(shown.view)
        self.values_reset.emit(shown.values())
        self.moment_changed.emit()

    def _take_events(self, events: list[Event]) -> None:
        self._tell(self._shown.take(events))
        self.events_grew.emit(events)

    def _take_values(self, values: list[ValueRow]) -> None:
        self._shown.take_values(values)
        if self.moment is None:
            self.values_arrived.emit(values)

    def _interrupt(self) -> None:
        """Note that the run's engine died, which no event will tell of what it ran."""
        changes = self._shown.interrupt()
        if changes.run:
            changes.tasks.update(self.now.running)
        self._tell(changes)

    def _tell(self, changes: Changes) -> None:
        if changes and self.moment is None:
            self._change(changes)
        if changes.run:
            self.possibilities_changed.emit()

    def _change(self, changes: Changes) -> None:
        self.view_changed.emit(changes)
