"""The live display of a run: a line a task where they fit, else what runs and what failed.

Only this file imports rich. Its thread redraws the display, so that clocks and spinners move between
two events; it reads `Standing`, whose tasks are replaced and never changed.
"""

from __future__ import annotations

import sys
import time
from typing import TYPE_CHECKING

from rich.console import Console, Group
from rich.live import Live
from rich.table import Table
from rich.text import Text

from flowdesk.cli.look import colour_of, word
from flowdesk.cli.terminal import crop_left, printable, speaks
from flowdesk.cli.times import between, duration
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from flowdesk.cli.standing import Standing, Task
    from flowdesk.plan.events import Event

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PLAIN_FRAMES = "|/-\\"
BAR = ("━", "─")
PLAIN_BAR = ("#", ".")
FRAMES_PER_SECOND = 8
BESIDE_TASKS = 4
"""Lines of the display that are no tasks: title, blank, progress, and the cursor's."""
NARROW = 72
"""Cells below which the values of a task are left to the summary."""
FAILURES = 5
BAR_WIDTH = 20
NARROWEST_BAR = 5


class LiveDisplay:
    """Redraws itself in place, and leaves nothing behind: the summary takes its place."""

    def __init__(
        self, standing: Standing, *, console: Console | None = None, now: Callable[[], float] = time.time
    ) -> None:
        self._standing = standing
        self._now = now
        self._console = console or Console(highlight=False)
        self._stream = sys.stdout  # rich puts its own in place while the display is open
        fancy = speaks(self._stream, FRAMES + "".join(BAR))
        self._frames = FRAMES if fancy else PLAIN_FRAMES
        self._bar = BAR if fancy else PLAIN_BAR

    def open(self) -> AbstractContextManager[object]:
        """Return rich's display, which holds the cursor and the terminal's last lines."""
        return Live(
            get_renderable=self.draw,
            console=self._console,
            refresh_per_second=FRAMES_PER_SECOND,
            transient=True,
            vertical_overflow="crop",
        )

    def show(self, events: Sequence[Event]) -> None:
        """Leave it to the next frame, an eighth of a second away at the most."""

    def draw(self) -> Group:
        """Return the display as it is now."""
        width, height = self._console.size
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True, min_width=len("x upstream failed"))
        grid.add_column(no_wrap=True, overflow="ellipsis")
        grid.add_column(no_wrap=True, justify="right", min_width=4)
        if width >= NARROW:
            grid.add_column(no_wrap=True, overflow="ellipsis", style="dim")
        for task in self._chosen(max(1, height - BESIDE_TASKS)):
            grid.add_row(*self._row(task)[: len(grid.columns)])
        return Group(self._title(), grid, self._progress(width))

    def _chosen(self, room: int) -> list[Task]:
        """Return the tasks that are shown: all where they fit, else the last failures and what runs."""
        standing = self._standing
        if len(standing.tasks) <= room:
            return list(standing.tasks.values())
        failed = standing.failed[-min(FAILURES, room // 2) :] if room > 1 else ()
        return [standing.tasks[name] for name in (*failed, *standing.running[: room - len(failed)])]

    def _title(self) -> Text:
        number = f"  run {self._standing.number}" if self._standing.number else ""
        return Text.assemble(
            (self._standing.pipeline, "bold"), (number, "dim"), no_wrap=True, overflow="ellipsis"
        )

    def _row(self, task: Task) -> list[Text]:
        now = self._now()
        state = word(task.state, self._stream)
        if task.state is TaskState.RUNNING:
            state = f"{self._frames[int(now * FRAMES_PER_SECOND) % len(self._frames)]} running"
            if task.tries > 1:
                state += f", try {task.tries}"
        took = between(task.started_at, task.finished_at or now)
        told = ", ".join(f"{value.key} = {value.preview}" for value in task.values)
        if task.reason:
            told = task.reason
        style = "dim" if task.state is TaskState.WAITING else ""
        return [
            Text(state, colour_of(task.state)),
            Text(crop_left(printable(task.id), self._room_for_id()), style),
            Text(took, "dim"),
            Text(printable(told)),
        ]

    def _room_for_id(self) -> int:
        """Return how many cells an id may take: half of a wide terminal, what is left of a narrow one."""
        width = self._console.width
        return width // 2 if width >= NARROW else max(8, width - len("x upstream failed") - 10)

    def _progress(self, width: int) -> Text:
        standing = self._standing
        total = len(standing.tasks)
        now = self._now()
        parts = [f"{standing.done:,} of {total:,} done"]
        parts += [
            f"{standing.counts[state]:,} {state.replace('_', ' ')}"
            for state in (TaskState.RUNNING, TaskState.UP_FOR_RETRY, TaskState.FAILED)
            if standing.counts[state]
        ]
        parts.append(duration(now - (standing.started_at or now)))
        if standing.is_ending():
            parts = ["ending; Ctrl-C again ends it at once", parts[-1]]
        told = ", ".join(parts)
        # The "^C" that a terminal echoes must not make the last line break, or it would stay behind.
        room = min(BAR_WIDTH, width - len(told) - len("^C") - 3)
        if room < NARROWEST_BAR or not total:
            return Text(told[: width - len("^C") - 1], no_wrap=True)
        full = room * standing.done // total
        done, left = self._bar
        return Text.assemble((done * full, "green"), (left * (room - full), "dim"), f"  {told}", no_wrap=True)
