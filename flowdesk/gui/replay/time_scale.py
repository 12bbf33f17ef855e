"""Where on a line the moments of a run lie. Without Qt.

Between the end of a run and the hour in which somebody asked for more of it nothing happened, and drawn
to scale that would be all there is to see; such a break takes a fixed share instead, and is drawn as one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from flowdesk.gui.language import tr
from flowdesk.plan.events import EventKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from flowdesk.plan.events import Event

BREAK = 0.04
"""The share of the line that a break takes, in terms of the time in which the run was going on."""

_STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30)
_MINUTE, _HOUR, _DAY = 60, 3600, 86400
STEPS = (
    *_STEPS,
    *(_MINUTE * count for count in (1, 2, 5, 10, 15, 30)),
    *(_HOUR * count for count in (1, 2, 3, 6, 12)),
    *(_DAY * count for count in (1, 2, 7, 14, 28)),
)
"""Seconds between the ticks of an axis of time."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis: the moment, and how many seconds the run had been going on."""

    at: float
    elapsed: float


class TimeScale:
    """From `start` to `end`, in seconds since the epoch; `breaks` are the stretches that count as short."""

    def __init__(self, start: float, end: float, breaks: Iterable[tuple[float, float]] = ()) -> None:
        self.start, self.end = start, max(end, start + 1e-3)
        whole = self.end - self.start
        found = [(max(one, start), min(other, self.end)) for one, other in breaks if one < self.end]
        busy = whole - sum(other - one for one, other in found)
        self.gap = max(busy, 1e-3) * BREAK
        self.breaks = [(one, other) for one, other in found if other - one > self.gap]
        # At each knot: the moment, where it lies, and how long the run had been going on.
        self._knots: list[tuple[float, float, float]] = [(self.start, 0.0, 0.0)]
        for one, other in self.breaks:
            at, place, elapsed = self._knots[-1]
            self._knots.append((one, place + one - at, elapsed + one - at))
            self._knots.append((other, place + one - at + self.gap, elapsed + one - at))
        at, place, elapsed = self._knots[-1]
        self._knots.append((self.end, place + self.end - at, elapsed + self.end - at))
        self.length = self._knots[-1][1]

    def share(self, at: float) -> float:
        """Where a moment lies, from 0 to 1."""
        index = min(max(0, bisect_right(self._knots, (at, float("inf"))) - 1), len(self._knots) - 2)
        (left, place, _), (right, beyond, _) = self._knots[index : index + 2]
        part = (at - left) / (right - left) if right > left else 0.0
        return min(1.0, max(0.0, (place + part * (beyond - place)) / self.length))

    def moment(self, share: float) -> float:
        """The moment that lies there."""
        wanted = min(1.0, max(0.0, share)) * self.length
        for (left, place, _), (right, beyond, _) in zip(self._knots, self._knots[1:], strict=False):
            if wanted <= beyond and beyond > place:
                return left + (wanted - place) / (beyond - place) * (right - left)
        return self.end

    def elapsed(self, at: float) -> float:
        """How many seconds the run had been going on at a moment, breaks left out."""
        index = max(0, bisect_right(self._knots, (at, float("inf"), 0.0)) - 1)
        left, _, before = self._knots[index]
        is_break = index + 1 < len(self._knots) and self._knots[index + 1][2] == before
        return before + (0.0 if is_break else at - left)

    def step(self, most: float) -> float:
        """The distance between ticks, in seconds, of which at most so many fit on the whole line."""
        rough = self.length / max(1.0, most)
        return next((step for step in STEPS if step >= rough), rough)

    def ticks(self, step: float, first: float = 0.0, last: float = 1.0) -> Iterator[Tick]:
        """The ticks that lie between two shares of the line."""
        for (left, place, before), (_, beyond, after) in zip(self._knots, self._knots[1:], strict=False):
            if after == before or beyond < first * self.length or place > last * self.length:
                continue
            low = max(before, before + first * self.length - place)
            high = min(after, before + last * self.length - place)
            number = int(low / step) + (low % step > 0)
            while number * step <= high:
                yield Tick(left + number * step - before, number * step)
                number += 1


def breaks_of(events: Iterable[Event]) -> Iterator[tuple[float, float]]:
    """The stretches in which a run was over before somebody asked for more of it."""
    over: float | None = None
    for event in events:
        if event.kind is EventKind.RUN_FINISHED:
            over = event.at
        elif over is not None and event.kind is EventKind.RUN_RESUMED:
            yield over, event.at
            over = None


def elapsed_text(seconds: float, step: float = 1.0) -> str:
    """How far into a run a moment lies, as an axis says it: "0:07", "2:05:00", "0.25 s"."""
    if step < 1 and seconds < _MINUTE:
        digits = 1 if step >= 0.1 else 2 if step >= 0.01 else 3  # noqa: PLR2004 - as many as tell ticks apart
        return tr("{seconds} s").format(seconds=f"{seconds:.{digits}f}")
    whole = round(seconds)
    hours, rest = divmod(whole, _HOUR)
    minutes, left = divmod(rest, _MINUTE)
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes}:{left:02}"
