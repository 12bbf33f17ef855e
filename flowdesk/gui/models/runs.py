"""The runs of one file as rows, the newest first."""

from __future__ import annotations

import json
from time import time
from typing import TYPE_CHECKING

from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.state_look import Nuance, look_of, shown_of_row
from flowdesk.gui.times import ago, duration, moment_text
from flowdesk.plan.states import RunState
from flowdesk.xcom.values import preview

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from flowdesk.store.rows import RunRow


class RunsModel(RowsModel["RunRow"]):
    """Runs; `shown` is the id of the one that the window shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, _key, strong=self._is_shown, parent=parent)
        self.shown = ""

    def mark(self, run_id: str) -> None:
        """Mark the run that is shown."""
        self.shown = run_id
        self.touch()

    def _is_shown(self, row: RunRow) -> bool:
        return row.id == self.shown


def _key(row: RunRow) -> str:
    return row.id


def _length(row: RunRow) -> float:
    """Seconds; of an interrupted run nobody knows."""
    if row.state is RunState.INTERRUPTED:
        return -1.0
    return (time() if row.finished_at is None else row.finished_at) - row.started_at


def _duration(row: RunRow) -> str:
    seconds = _length(row)
    return duration(seconds) if seconds >= 0 else "unknown"


def _state_tooltip(row: RunRow) -> str:
    if row.state is RunState.INTERRUPTED:
        return "The process that ran it ended before the run did"
    if shown_of_row(row) is Nuance.PAUSED:
        return "Nothing further starts until it is resumed"
    return row.reason or ""


def _run_tooltip(row: RunRow) -> str:
    """The id of a run, and what it was given."""
    params = json.loads(row.params)
    return "\n".join([row.id, *(f"{name} = {preview(text)}" for name, text in params.items())])


COLUMNS: tuple[Column[RunRow], ...] = (
    Column("Run", lambda row: f"#{row.number}", lambda row: row.number, _run_tooltip),
    Column(
        "State",
        lambda row: look_of(shown_of_row(row)).word,
        tooltip=_state_tooltip,
        icon=lambda row: state_icon(shown_of_row(row)),
    ),
    Column(
        "Started",
        lambda row: ago(row.started_at, time()),
        lambda row: row.started_at,
        lambda row: moment_text(row.started_at),
    ),
    Column("Duration", _duration, _length, right=True),
)
