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
from flowdesk.cli.progress import ENDING, WORD_WIDTH
from flowdesk.cli.remarks import answering, remark
from flowdesk.cli.terminal import cell_width, crop, crop_left, printable, speaks, wrapped
from flowdesk.cli.times import between, duration
from flowdesk.plan.states import TaskState, words
from flowdesk.records import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from flowdesk.cli.standing import Standing
    from flowdesk.plan.events import Event

FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"
PLAIN_FRAMES = "|/-\\"
BAR = ("━", "─")
PLAIN_BAR = ("#", ".")
FRAMES_PER_SECOND = 8
GAP = 2
"""Cells between two columns."""
BESIDE_TASKS = 4
"""Lines of the display that are no tasks: title, blank, progress, and the cursor's."""
NARROW = 72
"""Cells below which the values of a task are left to the summary."""
FAILURES = 5
BAR_WIDTH = 20
NARROWEST_BAR = 5
NARROWEST_ID = 8


class Row(NamedTuple):
    """A task as it is drawn: its state, the words for that, id, duration, and what there is to tell."""

    state: TaskState
    word: str
    id: str
    took: str
    told: str


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

    def tell_ending(self) -> None:
        """Leave it to the next frame."""

    def draw(self) -> Group:
        """Return the display as it is now."""
        width, height = self._console.size
        asked = self._asked(width)[: height // 2]
        rows = [self._row(task) for task in self._chosen(max(1, height - BESIDE_TASKS - len(asked)))]
        return Group(self._title(), _grid(rows, width), *asked, self._progress(width))

    def _chosen(self, room: int) -> list[str]:
        """Return the tasks that are shown: all where they fit, else the last failures and what runs."""
        standing = self._standing
        if len(standing.plan.tasks) <= room:
            return list(standing.plan.tasks)
        failed = standing.failed[-min(FAILURES, room // 2) :] if room > 1 else ()
        return [*failed, *standing.running[: room - len(failed)]]

    def _title(self) -> Text:
        number = f"  run {self._standing.number}" if self._standing.number else ""
        paused = "  paused; flowdesk resume continues it" if self._standing.paused else ""
        return Text.assemble(
            (self._standing.plan.name, "bold"),
            (number, "dim"),
            (paused, "yellow"),
            no_wrap=True,
            overflow="ellipsis",
        )

    def _asked(self, width: int) -> list[Text]:
        """Return the open questions, each with the command that answers it."""
        lines = []
        for name, asks in self._standing.questions().items():
            command = answering(name, asks, self._standing.number)
            for style, text in (("bold", f"? {asks['question']}"), ("", f"  {command}")):
                lines += [Text(line, style) for line in wrapped(printable(text), width, hanging=2)]
        return lines

    def _row(self, name: str) -> Row:
        now = self._now()
        task = self._standing.task(name)
        state = word(task.state, self._stream)
        if task.state is TaskState.RUNNING:
            state = f"{self._frames[int(now * FRAMES_PER_SECOND) % len(self._frames)]} running"
            if task.asks is not None:
                state = "? asking"
            elif task.tries > 1:
                state += f", try {task.tries}"
        took = between(task.started_at, task.finished_at or now)
        values = ", ".join(f"{key} = {value.preview}" for key, value in self._standing.values(name).items())
        told = ", ".join(part for part in (remark(self._standing, name, now=now), values) if part)
        return Row(task.state, state, printable(name), took, printable(told))

    def _progress(self, width: int) -> Text:
        standing = self._standing
        total = len(standing.plan.tasks)
        now = self._now()
        parts = [f"{standing.done:,} of {total:,} done"]
        parts += [
            f"{standing.count(state):,} {words(state)}"
            for state in (TaskState.RUNNING, TaskState.UP_FOR_RETRY, TaskState.FAILED)
            if standing.count(state)
        ]
        parts.append(duration(now - (standing.started_at or now) - standing.idle))
        if standing.is_ending():
            parts = [ENDING, parts[-1]]
        told = ", ".join(parts)
        # The "^C" that a terminal echoes must not make the last line break, or it would stay behind.
        room = min(BAR_WIDTH, width - len(told) - len("^C") - 3)
        if room < NARROWEST_BAR or not total:
            return Text(told[: width - len("^C") - 1], no_wrap=True)
        full = room * standing.done // total
        done, left = self._bar
        return Text.assemble((done * full, "green"), (left * (room - full), "dim"), f"  {told}", no_wrap=True)


def _grid(rows: Sequence[Row], width: int) -> Table:
    """Return a line for each task. Ids and what is told are cut here: rich would cut all at their end."""
    grid = Table.grid(padding=(0, GAP))
    states = max([WORD_WIDTH, *(cell_width(row.word) for row in rows)])
    times = max([4, *(len(row.took) for row in rows)])
    ids, told = _shares(rows, width - states - times - 2 * GAP, has_values=width >= NARROW)
    grid.add_column(no_wrap=True, min_width=states)
    grid.add_column(no_wrap=True, overflow="ellipsis")
    grid.add_column(no_wrap=True, justify="right", min_width=times)
    if told:
        grid.add_column(no_wrap=True, overflow="ellipsis", style="dim")
    for row in rows:
        grid.add_row(
            Text(row.word, colour_of(row.state)),
            Text(crop_left(row.id, ids), "dim" if row.state is TaskState.WAITING else ""),
            Text(row.took, "dim"),
            *([Text(crop(row.told, told))] if told else []),
        )
    return grid


def _shares(rows: Sequence[Row], room: int, *, has_values: bool) -> tuple[int, int]:
    """Return how many cells an id, and what is told of a task, may take."""
    longest = max((cell_width(row.id) for row in rows), default=0)
    told = max((cell_width(row.told) for row in rows), default=0) if has_values else 0
    if not told:
        return max(NARROWEST_ID, room), 0
    room -= GAP
    ids = min(longest, max(room // 2, room - told))
    return ids, room - ids
