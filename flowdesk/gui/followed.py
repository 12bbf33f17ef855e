"""What the feed follows, and what it hands over when it opens a run or a log."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from flowdesk.gui.log_tail import LogTail
    from flowdesk.plan.events import Event
    from flowdesk.plan.plan import Plan
    from flowdesk.store.rows import RunRow, TryRow, ValueRow


@dataclass(frozen=True, slots=True)
class RunSnapshot:
    """A run as it stood when it was opened: with the plan it runs, all events and all values."""

    row: RunRow
    plan: Plan
    events: list[Event]
    values: list[ValueRow]


@dataclass(frozen=True, slots=True)
class LogHead:
    """Which try's log follows, and the file it lies in."""

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


@dataclass(slots=True)
class FollowedLog:
    """The log followed: of one try of `task`, a name, or of its last, whichever that is (`try_number` 0).

    `rows` are its tries as they were handed over.
    """

    task: str
    try_number: int = 0
    tail: LogTail | None = None
    rows: list[TryRow] = field(default_factory=list)

    def choose(self, tries: list[TryRow]) -> TryRow | None:
        """The try to read among all tries of the task, oldest first."""
        if not self.try_number:
            return tries[-1] if tries else None
        return next((row for row in tries if row.number == self.try_number), None)
