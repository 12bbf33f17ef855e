"""Runs for a session, as its feed hands them over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.followed import RunSnapshot
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState
from flowdesk.store.rows import RunRow

if TYPE_CHECKING:
    from flowdesk.gui.session import Session
    from flowdesk.plan.plan import Plan

PATH = "/pipelines/test.toml"


def run_row(run_id: str = "r1", number: int = 1, state: RunState = RunState.RUNNING) -> RunRow:
    """A run of the file at `PATH` that began at second 4."""
    return RunRow(run_id, number, "test", PATH, "hash", state, None, 4.0, None)


def begun(run_id: str = "r1") -> list[Event]:
    """The first event of a run, with the sequence number 1."""
    return [Event(1, run_id, 4.0, EventKind.RUN_STARTED)]


def ended(task: str, state: str, *, seq: int, run_id: str = "r1") -> list[Event]:
    """The start and the end of a try of `task`, with the sequence numbers `seq` and `seq` + 1."""
    data = {"task_state": state, "reason": None}
    return [
        Event(seq, run_id, 4.0, EventKind.TRY_STARTED, task, 1, {"pid": 1}),
        Event(seq + 1, run_id, 6.0, EventKind.TRY_FINISHED, task, 1, data),
    ]


def over(seq: int, run_id: str = "r1") -> Event:
    """The last event of a run that went well."""
    return Event(seq, run_id, 7.0, EventKind.RUN_FINISHED, data={"state": "success"})


def open_run(session: Session, plan: Plan, events: list[Event], row: RunRow | None = None) -> None:
    """Let the feed answer with this run what the session asks for."""
    shown = row or run_row()
    session.show_run(shown.id)
    session.feed.run_opened.emit(RunSnapshot(shown, plan, events, []))
