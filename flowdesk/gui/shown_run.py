"""The run that a window shows: all that is known of it, and the moment of it that is looked at.

There are two views. `now` knows every event and is what deeds on the run go by; `view` is what is shown,
which is the same unless a moment of the past is looked at.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import TYPE_CHECKING

from flowdesk.plan.rewindable import Rewindable, Rewinder
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.run_view import Changes
    from flowdesk.store.rows import RunRow, ValueRow


class ShownRun:
    """A run of `plan`; without a `row`, the plan before any run. A given view becomes `now`.

    `moment` is the `seq` of the last event that had happened at the moment that is shown; None is now.
    """

    def __init__(
        self,
        plan: Plan,
        row: RunRow | None = None,
        *,
        events: Sequence[Event] = (),
        values: Sequence[ValueRow] = (),
        now: Rewindable | None = None,
    ) -> None:
        self.row = row
        self.events = list(events)
        self.moment: int | None = None
        self._at: float | None = None  # a time after that event, and before the next
        self.now = now or Rewindable(plan, row.id if row else None)
        self.now.apply(self.events)  # of which a given view has taken up all
        if row and row.state is RunState.INTERRUPTED:
            self.now.interrupt()
        self.view = Rewindable(plan, self.now.run_id)
        self.view.restore(self.now.kept())
        self._rewinder = Rewinder(plan, self.now.run_id, self.events)
        self._values = {_key_of(value): value for value in values}

    def take(self, events: Iterable[Event]) -> Changes:
        """Take up what happened since. Returns what changed in `now`; so did `view`, unless in the past."""
        new = [event for event in events if event.seq > self.now.last_seq]
        self.events += new
        if self.moment is None:
            self.view.apply(new)
        return self.now.apply(new)

    def take_values(self, values: Iterable[ValueRow]) -> None:
        """Take up values that were pushed since."""
        for value in values:
            self._values[_key_of(value)] = value

    def interrupt(self) -> Changes:
        """Note that the run's engine died."""
        if self.moment is None:
            self.view.interrupt()
        return self.now.interrupt()

    def show(self, seq: int | None) -> Changes:
        """Look at the moment after the event `seq`; from the last event on that is now."""
        self._at = None
        if seq is None or not self.events or seq >= self.events[-1].seq:
            self.moment = None
            return self.view.restore(self.now.kept())
        first = max(1, self._rewinder.count(seq))
        self.moment = self.events[first - 1].seq
        return self._rewinder.go(self.view, self.moment)

    def show_time(self, at: float) -> Changes:
        """Look at a time between events; from that of the last event on it is now."""
        count = bisect_right(self.events, at, key=_at_of)
        changes = self.show(self.events[max(0, count - 1)].seq if self.events else None)
        if self.moment is not None:
            self._at = max(at, self.time(at))
        return changes

    def values(self) -> list[ValueRow]:
        """What had been pushed at the moment that is shown."""
        if self.moment is None:
            return list(self._values.values())
        at = self.time(0.0)
        return [as_it_was(value, at) for value in self._values.values() if value.seq <= self.moment]

    def last_event(self) -> Event | None:
        """The last event that had happened at the moment that is shown; None before the first."""
        if self.moment is None:
            return self.events[-1] if self.events else None
        return self.events[self._rewinder.count(self.moment) - 1]

    def time(self, now: float) -> float:
        """The time of the moment that is shown, where it is `now` at the clock. Seconds since the epoch."""
        event = self.last_event()
        if self._at is not None:
            return self._at
        return now if self.moment is None or event is None else event.at


def as_it_was(value: ValueRow, at: float) -> ValueRow:
    """A value as it was at a time: what the task pushed, if it was edited later."""
    edit = value.edit
    if edit is None or edit.edited_at <= at:
        return value
    return value._replace(value=edit.original, type=edit.original_type, edit=None)


def _at_of(event: Event) -> float:
    return event.at


def _key_of(value: ValueRow) -> tuple[str, str, int]:
    return (value.name, value.key, value.try_number)
