"""A log as a task prints it, and what the feed finds in it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from flowdesk.gui.log_tail import LogTail
from flowdesk.store.log_line import OUT

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.gui.log.growth import Growth

BEGIN = datetime(2026, 11, 24, 11, 47, 39, tzinfo=UTC)


class Printed:
    """A log whose lines are printed a second apart."""

    def __init__(self, path: Path, number: int = 1) -> None:
        self.path = path
        self.tail = LogTail(path, number)
        self._count = 0

    def more(self, *lines: str, stream: str = OUT, goes_on: bool = False) -> Growth:
        """Print further lines, and give what is found of them."""
        self.print(*lines, stream=stream, goes_on=goes_on)
        growth = self.tail.read()
        assert growth is not None
        return growth

    def print(self, *lines: str, stream: str = OUT, goes_on: bool = False) -> None:
        """Print further lines."""
        with self.path.open("a", encoding="utf-8", newline="\n") as file:
            for line in lines:
                at = (BEGIN + timedelta(seconds=self._count)).isoformat(timespec="milliseconds")
                file.write(f"{at.replace('+00:00', 'Z')} {stream}{'+' * goes_on} {line}\n")
                self._count += 1

    @staticmethod
    def moment_of(number: int) -> float:
        """When a line was printed, in seconds since the epoch."""
        return (BEGIN + timedelta(seconds=number)).timestamp()
