"""How a run is followed while it goes on: live, in lines, as JSON, or not at all.

A display is a watcher of the store: it is called with the events of every commit, so it shows nothing
that could still be lost, and nothing is polled.
"""

from __future__ import annotations

import os
import sys
import time
from contextlib import AbstractContextManager, nullcontext, suppress
from typing import TYPE_CHECKING

from flowdesk.cli.look import colour_of, word
from flowdesk.cli.printing import echo, style
from flowdesk.cli.remarks import CACHED, answering, waits_for
from flowdesk.cli.terminal import printable
from flowdesk.cli.times import between, clock, duration
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.instances import task_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from typing import Protocol

    from flowdesk.cli.standing import Standing
else:
    Protocol = object


CANNOT_MOVE = {"dumb", "unknown"}
"""Kinds of terminal whose cursor only goes on; rich would draw nothing there until the end."""
ENDING = "ending; Ctrl-C again ends it at once"
WORD_WIDTH = len("x upstream failed")


class Display(Protocol):
    """Shows a run while it goes on."""

    def open(self) -> AbstractContextManager[object]:
        """Return what holds the terminal while the run goes on."""

    def show(self, events: Sequence[Event]) -> None:
        """Show what happened; `Standing` has it already."""

    def tell_ending(self) -> None:
        """Say that the run is being ended. Called in a signal handler, so nothing buffered is written."""


class Silence:
    """Shows nothing."""

    def open(self) -> AbstractContextManager[object]:
        """Return nothing to hold."""
        return nullcontext()

    def show(self, events: Sequence[Event]) -> None:
        """Show nothing."""

    def tell_ending(self) -> None:
        """Say nothing."""


class JsonLines(Silence):
    """One event a line, as JSON, at once."""

    def show(self, events: Sequence[Event]) -> None:
        """Print the events."""
        from flowdesk.cli.as_json import line, of_event

        for event in events:
            echo(line(of_event(event)))


class Lines(Silence):
    """One line for whatever happens to a task: for logs of cron and CI, and beside a debugger."""

    def __init__(self, standing: Standing) -> None:
        self._standing = standing

    def show(self, events: Sequence[Event]) -> None:
        """Print a line for each event of a task."""
        for event in events:
            if event.name is not None:
                echo(self._line(event, event.name))
            elif told := _of_run(event):
                echo(f"{style(clock(event.at), dim=True)}  {told}")

    def tell_ending(self) -> None:
        """Print a line about it."""
        with suppress(OSError):  # nobody reads it any more
            os.write(sys.stdout.fileno(), f"{clock(time.time())}  {ENDING}\n".encode())

    def _line(self, event: Event, task: str) -> str:
        at = style(clock(event.at), dim=True)
        if event.kind is EventKind.REQUEST_ANSWERED:
            return f"{at}  {'  asked':<{WORD_WIDTH}}  {printable(task)}  {_answered(event)}"
        if event.kind is EventKind.VALUE_PUSHED:
            value = f"{event.data['key']}: {event.data['type']} = {event.data['preview']}"
            return f"{at}  {'  pushed':<{WORD_WIDTH}}  {printable(task)}  {printable(value)}"
        if event.kind is EventKind.VALUE_EDITED:
            return f"{at}  {'  edited':<{WORD_WIDTH}}  {printable(task)}  {printable(_edited(event))}"
        state = _state_after(event)
        told = style(f"{word(state):<{WORD_WIDTH}}", fg=colour_of(state))
        details = [
            self._took(event, task),
            _tries(event, self._standing.plan.tasks[task_of(task)].retries),
            self._about(event, task),
        ]
        return "  ".join([at, told, printable(task), *(detail for detail in details if detail)])

    def _about(self, event: Event, task: str) -> str:
        """Return what is waited for, asked or made, or why it ended so."""
        data = event.data
        if event.kind is EventKind.TASK_EXPANDED:
            return f"{data['count']:,} tasks"
        if event.kind is not EventKind.TRY_STARTED:
            return CACHED if data.get("cached_from") else printable(data.get("reason") or "")
        if asks := data.get("asks"):
            command = answering(task, asks, self._standing.number)
            return printable(f"asks: {asks['question']}  {command}")
        return printable(waits_for(self._standing.plan, task))

    def _took(self, event: Event, task: str) -> str:
        """Return how long a try took that has ended."""
        return between(self._standing.task(task).started_at, event.at) if "task_state" in event.data else ""


def guarded(display: Display, standing: Standing) -> Callable[[list[Event]], None]:
    """Return a watcher for a display. Where the output goes away, the run goes on unseen."""
    gone = False

    def watch(events: list[Event]) -> None:
        nonlocal gone
        standing.apply(events)
        if gone:
            return
        try:
            display.show(events)
        except OSError:
            gone = True

    return watch


def display_of(standing: Standing, *, live: bool) -> Display:
    """Return the display for this terminal: live where it is one that can be redrawn, else in lines."""
    if live and sys.stdout.isatty() and os.environ.get("TERM") not in CANNOT_MOVE:
        from flowdesk.cli.live import LiveDisplay

        return LiveDisplay(standing)
    return Lines(standing)


def _edited(event: Event) -> str:
    value, original = f"{event.data['key']} = {event.data['preview']}", event.data["original"]
    return f"{value}, restored" if original is None else f"{value}, pushed {original}"


def _state_after(event: Event) -> TaskState:
    if event.kind in (EventKind.TRY_STARTED, EventKind.TASK_EXPANDED):
        return TaskState.RUNNING
    return TaskState(event.data.get("task_state") or event.data["state"])


def _tries(event: Event, retries: int) -> str:
    if event.kind is EventKind.TRY_STARTED and event.try_number is not None:
        if event.try_number > retries + 1:  # cleared, or its group is tried again
            return f"try {event.try_number}"
        return f"try {event.try_number} of {retries + 1}" if retries else ""
    if delay := event.data.get("delay"):
        return f"next try in {duration(delay)}"
    return ""


def _of_run(event: Event) -> str:
    """Return what happened to the run as a whole; nothing of its begin and end, which the summary tells."""
    match event.kind:
        case EventKind.RUN_RESUMED:
            return "the run is taken up again"
        case EventKind.RUN_PAUSED:
            return "paused: nothing further starts; `flowdesk resume` continues it"
        case EventKind.RUN_CONTINUED:
            return "continued"
        case EventKind.REQUEST_ANSWERED:
            return f"asked: {_answered(event)}"
        case _:
            return ""


def _answered(event: Event) -> str:
    return printable(f"{event.data['kind']}: {event.data['answer']}")
