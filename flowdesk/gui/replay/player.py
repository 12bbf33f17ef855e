"""Goes through the time of the shown run: by event, by second, from mark to mark, or playing."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from time import monotonic, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from flowdesk.gui.language import tr
from flowdesk.gui.replay.marks import Mark, Sort, marks_of
from flowdesk.gui.replay.pace import advanced
from flowdesk.gui.replay.time_scale import TimeScale, breaks_of
from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState

if TYPE_CHECKING:
    from flowdesk.gui.session import Session
    from flowdesk.plan.events import Event

FRAME = 33  # milliseconds


class Player(QObject):
    """Knows the times and the marks of the run that `session` shows, and moves its moment."""

    changed = Signal()  # whether it plays, its speed, or what there is to go through

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.marks: list[Mark] = []
        self.speed = 1.0
        self._times: list[float] = []
        self._breaks: list[tuple[float, float]] = []
        self._frames = QTimer(self)
        self._frames.setInterval(FRAME)
        self._frames.timeout.connect(self._on_frames_timeout)
        self._shown_at = 0.0
        session.view_opened.connect(self._on_session_view_opened)
        session.events_grew.connect(self._on_session_events_grew)

    @property
    def is_playing(self) -> bool:
        """Whether time goes by itself."""
        return self._frames.isActive()

    @property
    def is_live(self) -> bool:
        """Whether the run is going on."""
        return self.session.now.run_state is RunState.RUNNING

    @property
    def end(self) -> float:
        """The last moment there is to go to: now, or when the run ended."""
        return time() if self.is_live or not self._times else self._times[-1]

    @property
    def at(self) -> float:
        """The moment that is shown."""
        return self.end if self.session.moment is None else self.session.time()

    def scale(self) -> TimeScale:
        """The time of the run from its first event to its end."""
        start = self._times[0] if self._times else 0.0
        return TimeScale(start, self.end, self._breaks)

    def why_not(self) -> str:
        """Why there is no time to go through, as a sentence."""
        return "" if self._times else tr("No run is shown")

    def why_not_now(self) -> str:
        """Why one cannot go back to now, as a sentence."""
        return self.why_not() or (tr("Now is what is shown") if self.session.moment is None else "")

    def why_not_mark(self, sort: Sort) -> str:
        """Why there is no mark of this sort to go to, as a sentence; not which way it lies."""
        if reason := self.why_not():
            return reason
        return "" if any(mark.sort is sort for mark in self.marks) else tr("Nothing has failed in this run")

    def go(self, at: float) -> None:
        """Show a moment, by its time."""
        self.pause()
        self.session.show_time(at)

    def step(self, by: int) -> None:
        """Go so many events on, or back."""
        self.pause()
        events, moment = self.session.events, self.session.moment
        if not events:
            return
        here = len(events) - 1 if moment is None else bisect_left(events, moment, key=_seq_of)
        is_past_it = moment is not None and self.session.time() > events[here].at
        here = max(0, here + by + (by < 0 and is_past_it))
        self.session.show_moment(events[here].seq if here < len(events) else None)

    def step_seconds(self, by: float) -> None:
        """Go so many seconds on, or back."""
        if self._times:
            self.go(max(self._times[0], self.at + by))

    def first(self) -> None:
        """Go to where the run began."""
        self.pause()
        self.session.show_moment(0)

    def now(self) -> None:
        """Go back to now."""
        self.pause()
        self.session.show_moment(None)

    def step_mark(self, sort: Sort, by: int) -> None:
        """Go to the last mark of a sort before the moment (-1), or to the first after it (1)."""
        mark = self._mark(sort, by)
        if mark is not None:
            self.pause()
            self.session.show_moment(mark.seq)
            if mark.name:
                self.session.select_task(mark.name.partition("[")[0])

    def play(self) -> None:
        """Let time go by; from the begin, where the end is shown."""
        if not self._times:
            return
        if self.session.moment is None:
            self.session.show_moment(0)
        self._shown_at = monotonic()
        self._frames.start()
        self.changed.emit()

    def pause(self) -> None:
        """Stay at the moment that is shown."""
        if self.is_playing:
            self._frames.stop()
            self.changed.emit()

    def play_or_pause(self) -> None:
        """The one, or the other."""
        (self.pause if self.is_playing else self.play)()

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast as the run went."""
        self.speed = speed
        self.changed.emit()

    def _mark(self, sort: Sort, by: int) -> Mark | None:
        moment = self.session.moment
        found = [mark for mark in self.marks if mark.sort is sort]
        if by < 0:
            before = found if moment is None else [mark for mark in found if mark.seq < moment]
            return before[-1] if before else None
        return None if moment is None else next((mark for mark in found if mark.seq > moment), None)

    def _on_session_view_opened(self) -> None:
        self.pause()
        events = self.session.events
        self.marks = marks_of(events)
        self._times = [event.at for event in events]
        self._breaks = list(breaks_of(events))
        self.changed.emit()

    def _on_session_events_grew(self, events: list[Event]) -> None:
        self.marks += marks_of(events)
        self._times += [event.at for event in events]
        if any(event.kind is EventKind.RUN_RESUMED for event in events):
            self._breaks = list(breaks_of(self.session.events))
        self.changed.emit()

    def _on_frames_timeout(self) -> None:
        passed, self._shown_at = monotonic() - self._shown_at, monotonic()
        at = advanced(self._times, self.session.time(), speed=self.speed, passed=passed)
        if self.session.moment is None or bisect_right(self._times, at) == len(self._times):
            self.now()
        else:
            self.session.show_time(at)


def _seq_of(event: Event) -> int:
    return event.seq
