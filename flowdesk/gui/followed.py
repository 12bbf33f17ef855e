"""What the feed follows, and what it hands over when it opens a run or a log."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.gui.log_tail import LogTail

if TYPE_CHECKING:
    from flowdesk.gui.log.growth import Growth
    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.plan.rewindable import Rewindable
    from flowdesk.store.rows import RunRow, TryRow, ValueRow

LAST, ALL = 0, -1
"""In place of a try's number: the last one, whichever that is, and all of them."""


@dataclass(frozen=True, slots=True)
class RunSnapshot:
    """A run as it stood when it was opened: with the plan it runs, all events and all values.

    `view` has taken the events up already, in the thread in which they were read.
    """

    row: RunRow
    plan: Plan
    events: list[Event]
    values: list[ValueRow]
    view: Rewindable | None = None


@dataclass(frozen=True, slots=True)
class LogHead:
    """Which try's log follows, and the file it lies in; of all tries together the number is `ALL`."""

    task: str
    try_number: int
    path: str


@dataclass(slots=True)
class FollowedRun:
    """The run followed: `row` is None until the store has it, `seq` the last event handed over.

    `over`: it has ended, or its engine is dead; nothing is left to look out for but events.
    """

    id: str
    row: RunRow | None = None
    seq: int = 0
    over: bool = False


class FollowedLog:
    """The log followed: of one try of `task`, a name, or of its last, whichever that is, or of all.

    `rows` are its tries as they were handed over; `has_more`: there is more than was read.
    """

    def __init__(self, task: str, try_number: int = LAST) -> None:
        self.task = task
        self.try_number = try_number
        self.rows: list[TryRow] = []
        self.has_more = False
        self._tails: list[LogTail] = []

    def choose(self, tries: list[TryRow]) -> list[TryRow]:
        """The tries to read among all tries of the task, oldest first."""
        if self.try_number == ALL:
            return tries
        if self.try_number == LAST:
            return tries[-1:]
        return [row for row in tries if row.number == self.try_number]

    def follow(self, tries: list[TryRow]) -> LogHead | None:
        """Read these tries of the task from now on; what then is to be shown anew, if anything."""
        chosen, known = self.choose(tries), {str(tail.path) for tail in self._tails}
        new = [LogTail(Path(row.log), row.number) for row in chosen if row.log not in known]
        if not new:
            return None
        if self.try_number == ALL:
            is_first = not self._tails
            self._tails += new
            return LogHead(self.task, ALL, "") if is_first else None
        self._tails = new
        return LogHead(self.task, new[0].number, str(new[0].path))

    def read(self) -> Growth | None:
        """What was added since the last time. Raises OSError when a log cannot be read."""
        self.has_more = False
        for tail in self._tails:
            if growth := tail.read():
                self.has_more = tail.has_more or tail is not self._tails[-1]
                return growth
        return None
