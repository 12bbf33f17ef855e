"""Prints logs as they grow: one as the task printed it, several with the task's name before each line."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from flowdesk.cli.terminal import pad, printable
from flowdesk.errors import FlowdeskError
from flowdesk.plan.states import TryState
from flowdesk.records import NamedTuple
from flowdesk.store.log import LogReader
from flowdesk.store.log_line import ERR, NOTE, Line, plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from flowdesk.store.rows import TryRow

STREAM_COLOURS = {ERR: "red", NOTE: "yellow"}
NAME_COLOURS = ("cyan", "green", "magenta", "blue", "yellow")
WIDEST_NAME = 30


class Form(NamedTuple):
    """How lines are printed. `streams`: only those (None: all); `named`: with the task's name before them."""

    times: bool = False
    streams: frozenset[str] | None = None
    named: bool = False

    @property
    def is_plain(self) -> bool:
        """Whether the log is printed byte for byte as the task printed it."""
        return not (self.times or self.streams or self.named)


class LogPrinter:
    """Prints what is new in the logs of a task, try after try."""

    def __init__(self, name: str, form: Form, *, colour: str | None = None) -> None:
        self.name = name
        self.printed = False
        self._form = form
        self._colour = colour
        self._number = 0
        self._read = 0
        self._reader: LogReader | None = None

    def print_new(self, tries: Sequence[TryRow]) -> None:
        """Print what came since the last time, of these tries of the task, the oldest first.

        Raises:
            FlowdeskError: a log is gone, or cannot be read.
        """
        for row in tries:
            if row.number < self._number or row.number == self._read:
                continue
            if row.number > self._number or self._reader is None:
                self._number, self._reader = row.number, LogReader(Path(row.log))
            is_over = row.state is not TryState.RUNNING
            _check(row, printed=self.printed, is_over=is_over)
            try:
                self._print(self._reader, to_the_end=is_over)
            except OSError as error:
                raise FlowdeskError(f"the log {row.log} cannot be read ({error.strerror})") from error
            if is_over:
                self._read = row.number

    def _print(self, reader: LogReader, *, to_the_end: bool) -> None:
        if self._form.is_plain:
            while data := reader.read(to_the_end=to_the_end):
                self.printed = True
                sys.stdout.buffer.write(plain(data))
        else:
            for line in reader.lines(to_the_end=to_the_end):
                if self._form.streams is None or line.stream in self._form.streams:
                    self.printed = True
                    click.echo(self._dressed(line))
        sys.stdout.flush()

    def _dressed(self, line: Line) -> str:
        """Return a line with what is wanted before it. A stream is told by its colour and its word."""
        parts = []
        if self._form.named:
            name = self.name if len(self.name) <= WIDEST_NAME else f"…{self.name[1 - WIDEST_NAME :]}"
            parts.append(click.style(f"{pad(printable(name), WIDEST_NAME // 2)} |", fg=self._colour))
        if self._form.times:
            at = datetime.fromisoformat(line.at).astimezone() if line.at else None
            told = at.strftime("%H:%M:%S.%f")[:-3] if at else " " * 12
            parts.append(click.style(f"{told} {line.stream:<{len(NOTE)}}", dim=True))
        text = line.text if self._form.times or line.stream != NOTE else f"flowdesk: {line.text}"
        return " ".join([*parts, click.style(text, fg=STREAM_COLOURS.get(line.stream))])


def _check(row: TryRow, *, printed: bool, is_over: bool) -> None:
    """Refuse a log that was there, and is not. A try that printed nothing has none.

    Raises:
        FlowdeskError: it is gone, or cannot be read.
    """
    if printed or (row.pid is not None and is_over):
        try:
            Path(row.log).stat()
        except FileNotFoundError:
            if printed:
                raise FlowdeskError(f"the log {row.log} is gone") from None
        except OSError as error:
            raise FlowdeskError(f"the log {row.log} cannot be read ({error.strerror})") from error
