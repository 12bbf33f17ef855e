"""A run's view that can be brought to any moment of the run, on and back.

Events only lead on, so the way back goes by a kept state and from there on again. What a move changed is
told as if events had changed it, so whoever shows the run follows without beginning anew.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING, Any

from flowdesk.plan.instances import task_of
from flowdesk.plan.run_view import Changes, RunView
from flowdesk.plan.shown_values import ShownValues

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan

# Any: the attributes of a view, by name.
Kept = dict[str, Any]

LEAST, MOST = 500, 48
"""Between two kept states lie at least so many events; so many states are kept at most."""


class Rewindable(RunView):
    """A view whose state can be kept, and gone back to."""

    def kept(self) -> Kept:
        """The state of now, which stays as it is whatever becomes of the view."""
        return {name: _copied(value) for name, value in vars(self).items() if name != "plan"}

    def restore(self, kept: Kept) -> Changes:
        """Go back, or on, to a state of this run."""
        tasks, mapped, head = self._tasks, self._mapped, self._head()
        values = self._values.restore(kept["_values"])
        for name, value in kept.items():
            if name != "_values":
                setattr(self, name, _copied(value))
        changed = {*_differing(tasks, self._tasks), *_differing(mapped, self._mapped)}
        return Changes({task_of(name) for name in changed}, values, run=head != self._head())

    def _head(self) -> tuple[object, ...]:
        times = (self.started_at, self.finished_at, self.idle)
        return (self.run_state, self.reason, self.paused, *times)


class Rewinder:
    """Brings views of one run to any of its moments. `events` may grow, and only at their end."""

    def __init__(self, plan: Plan, run_id: str | None, events: Sequence[Event]) -> None:
        self._events = events
        self._ahead = Rewindable(plan, run_id)
        self._at = 0  # how many events `_ahead` has taken up
        self._every = LEAST
        self._kept: list[tuple[int, Kept]] = [(0, self._ahead.kept())]

    def go(self, view: Rewindable, seq: int) -> Changes:
        """Bring a view to the moment after the event `seq`."""
        count = self.count(seq)
        at = self.count(view.last_seq)
        start, kept = self._last_kept(count)
        if at <= count and at >= start:
            return view.apply(self._events[at:count])
        self._ahead.restore(kept)
        self._ahead.apply(self._events[start:count])
        self._at = count
        return view.restore(self._ahead.kept())

    def count(self, seq: int) -> int:
        """How many of the events had happened by then."""
        return bisect_right(self._events, seq, key=_seq_of)

    def _last_kept(self, count: int) -> tuple[int, Kept]:
        self._keep_until(count)
        return self._kept[bisect_right(self._kept, count, key=_first) - 1]

    def _keep_until(self, count: int) -> None:
        """Keep a state every so many events, as far as nobody has been yet."""
        if count - self._kept[-1][0] >= self._every and self._at != self._kept[-1][0]:
            self._at = self._kept[-1][0]
            self._ahead.restore(self._kept[-1][1])
        while count - self._kept[-1][0] >= self._every:
            last, self._at = self._at, self._kept[-1][0] + self._every
            self._ahead.apply(self._events[last : self._at])
            self._kept.append((self._at, self._ahead.kept()))
            if len(self._kept) > MOST:
                self._every *= 2
                self._kept = [one for one in self._kept if one[0] % self._every == 0]


def _copied(value: Any) -> Any:  # noqa: ANN401 - whatever a view holds
    """A copy to the depth in which a view changes what it holds."""
    if isinstance(value, ShownValues):
        return value.kept()
    if isinstance(value, Counter):
        return Counter(value)
    if isinstance(value, dict):
        return {key: Counter(one) if isinstance(one, Counter) else one for key, one in value.items()}
    return value


def _differing(one: Mapping[Any, object], other: Mapping[Any, object]) -> Iterator[Any]:
    for key in one.keys() | other.keys():
        before, after = one.get(key), other.get(key)
        if before is not after and before != after:
            yield key


def _seq_of(event: Event) -> int:
    return event.seq


def _first(pair: tuple[int, Kept]) -> int:
    return pair[0]
