"""What was made of a mapped task, as rows: its names, and how each stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.language import mark
from flowdesk.gui.models.rows import Column, RowsModel
from flowdesk.gui.models.state_icons import state_icon
from flowdesk.gui.state_look import look_of, shown_of
from flowdesk.plan.instances import split
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

    from flowdesk.gui.state_look import Shown
    from flowdesk.plan.run_view import RunView


class Instance(NamedTuple):
    """One made of a mapped task."""

    name: str
    shown: Shown


class InstancesModel(RowsModel[Instance]):
    """Those of one task, in the order of their index."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, lambda row: row.name, parent=parent)


def instances_of(view: RunView, task: str) -> list[Instance]:
    """What was made of a task, those that a later expansion left out at the end; none if it is not mapped."""
    names = [*view.instances(task), *view.removed(task)]
    return [Instance(name, shown_of(view.task(name), view.run_state)) for name in names]


def first_to_read(rows: list[Instance]) -> str:
    """The one whose log tells most: the first that failed, else the first that runs, else the first."""
    for wanted in (TaskState.FAILED, TaskState.RUNNING):
        for row in rows:
            if row.shown is wanted or (wanted is TaskState.FAILED and look_of(row.shown).role == "failed"):
                return row.name
    return rows[0].name if rows else ""


COLUMNS: tuple[Column[Instance], ...] = (
    Column(
        mark("Task"),
        lambda row: f"[{split(row.name)[1]}] {look_of(row.shown).word}",
        icon=lambda row: state_icon(row.shown),
        tooltip=lambda row: row.name,
    ),
)
