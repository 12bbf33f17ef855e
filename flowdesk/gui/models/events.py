"""The events of a run as rows, sifted by text, kind and task, a piece at a time as there may be many."""

from __future__ import annotations

from bisect import bisect_right
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from flowdesk.gui.language import mark, tr
from flowdesk.gui.models.event_words import KINDS, look_of_event, searched, told
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import plain_icon
from flowdesk.gui.times import moment_text

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from PySide6.QtCore import QObject
    from PySide6.QtGui import QIcon

    from flowdesk.plan.events import Event, EventKind

PIECE = 4000
"""So many events are sifted in one turn of the event loop."""


class EventsModel(RowsModel["Event"]):
    """All events of a run, or those that pass. Those after `moment`, a `seq`, are greyed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, key_of, dimmed=self._is_later, parent=parent)
        self.moment: int | None = None
        self._events: list[Event] = []
        self._sifted = 0
        self._words: list[str] = []
        self._kinds: frozenset[EventKind] = frozenset()
        self._task = ""
        self._turns = QTimer(self)
        self._turns.timeout.connect(self._on_turns_timeout)

    def show_events(self, events: Sequence[Event]) -> None:
        """Show the events of another run."""
        self._events = list(events)
        self._sift()

    def add_events(self, events: Sequence[Event]) -> None:
        """Add what happened since."""
        self._events += events
        if not self._turns.isActive():
            self._sifted = len(self._events)
            self.append([event for event in events if self._passes(event)])

    def show_moment(self, moment: int | None) -> None:
        """Grey what happened after this event; None greys nothing."""
        self.moment = moment
        self.touch()

    def sift(self, *, text: str = "", kinds: Collection[EventKind] = (), task: str = "") -> None:
        """Show those in which every word is found, of these kinds, and of this task; empty is any."""
        self._words, self._kinds, self._task = text.casefold().split(), frozenset(kinds), task
        self._sift()

    @property
    def total(self) -> int:
        """How many events there are, those that do not pass too."""
        return len(self._events)

    @property
    def is_sifting(self) -> bool:
        """Whether there is more to come."""
        return self._turns.isActive()

    def place_of(self, seq: int) -> int:
        """Where the last of the shown events up to `seq` stands; -1 where all are later."""
        return bisect_right(self.rows, seq, key=_seq_of) - 1

    def _sift(self) -> None:
        self._turns.stop()
        if not (self._words or self._kinds or self._task):
            self._sifted = len(self._events)
            self.reset(self._events)
            return
        self._sifted = min(PIECE, len(self._events))
        self.reset([event for event in self._events[: self._sifted] if self._passes(event)])
        if self._sifted < len(self._events):
            self._turns.start()

    def _passes(self, event: Event) -> bool:
        if self._kinds and event.kind not in self._kinds:
            return False
        if self._task and self._task not in (event.task, event.name):
            return False
        if not self._words:
            return True
        text = searched(event)
        return all(word in text for word in self._words)

    def _is_later(self, event: Event) -> bool:
        return self.moment is not None and event.seq > self.moment

    def _on_turns_timeout(self) -> None:
        piece = self._events[self._sifted : self._sifted + PIECE]
        self._sifted += len(piece)
        if self._sifted >= len(self._events):
            self._turns.stop()
        self.append([event for event in piece if self._passes(event)])


def key_of(event: Event) -> Hashable:
    """What tells one event from another."""
    return event.seq


def _seq_of(event: Event) -> int:
    return event.seq


def _time_text(event: Event) -> str:
    return datetime.fromtimestamp(event.at).astimezone().strftime("%H:%M:%S.%f")[:-3]


def _icon(event: Event) -> QIcon:
    return plain_icon(*look_of_event(event))


COLUMNS: tuple[Column[Event], ...] = (
    Column(mark("Time"), _time_text, lambda event: event.seq, lambda event: moment_text(event.at)),
    Column(mark("Event"), lambda event: tr(KINDS[event.kind][0]), icon=_icon),
    Column(mark("Task"), lambda event: event.name or "", tooltip=lambda event: event.name or ""),
    Column(mark("Try"), lambda event: "" if event.try_number is None else str(event.try_number), right=True),
    Column(mark("What"), told, tooltip=told),
)
