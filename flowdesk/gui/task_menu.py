"""What can be done to one task: the menu that a right click on it opens."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtWidgets import QMenu

from flowdesk.gui.actions import Action, Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.possible import (
    why_not_cancel,
    why_not_clear,
    why_not_mark,
    why_not_retry_task,
)
from flowdesk.gui.state_look import look_of
from flowdesk.plan.instances import task_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from flowdesk.gui.clerk import Clerk


class Picked(NamedTuple):
    """A task, or one made of a mapped task, by its name, and who has things done to it."""

    clerk: Clerk
    name: str


def _part(option: str, text: str, tip: str) -> Deed[Picked]:
    return Deed(
        text,
        lambda picked: picked.clerk.run([f"--{option}={task_of(picked.name)}"]),
        tip,
        Icon.RUN if option == "task" else None,
        refused=_why_not_part,
    )


def _why_not_part(picked: Picked) -> str:
    if reason := picked.clerk.session.why_not_run():
        return reason
    plan, task = picked.clerk.session.file.plan, task_of(picked.name)
    return "" if plan and task in plan.tasks else f"The file has no task '{task}' any more"


def _mark(state: TaskState) -> Deed[Picked]:
    look = look_of(state)
    return Deed(
        f"{look.word}…",
        lambda picked: picked.clerk.mark(picked.name, state),
        f"Say that it ended as {state}, whatever it did",
        look.icon,
        refused=lambda picked: why_not_mark(picked.clerk.session, picked.name, state),
        role=look.role,
    )


RETRY: Deed[Picked] = Deed(
    "&Retry",
    lambda picked: picked.clerk.retry(picked.name),
    "Run it again in the same run, with what did not run because of it",
    Icon.RETRY,
    refused=lambda picked: why_not_retry_task(picked.clerk.session, picked.name),
)
CANCEL: Deed[Picked] = Deed(
    "&Cancel this task…",
    lambda picked: picked.clerk.cancel(picked.name),
    "End what it runs; the run goes on",
    Icon.STOP,
    refused=lambda picked: why_not_cancel(picked.clerk.session, picked.name),
)
CLEAR: Deed[Picked] = Deed(
    "C&lear with downstream…",
    lambda picked: picked.clerk.clear(picked.name, downstream=True),
    "Run it anew in the same run, with all that comes after it",
    Icon.CLEAR,
    refused=lambda picked: why_not_clear(picked.clerk.session, picked.name),
)
CLEAR_ALONE: Deed[Picked] = Deed(
    "Clear it &alone…",
    lambda picked: picked.clerk.clear(picked.name, downstream=False),
    "Run it anew in the same run; what comes after it stays as it is",
    refused=lambda picked: why_not_clear(picked.clerk.session, picked.name),
)
MARKS = tuple(_mark(state) for state in (TaskState.SUCCESS, TaskState.FAILED, TaskState.SKIPPED))
PARTS = (
    _part("task", "Run &only this", "A new run of this task alone; what it pulls comes from earlier runs"),
    _part("from", "Run from &here", "A new run of this task and all that comes after it"),
    _part("until", "Run &until here", "A new run of all that comes before this task, and of the task"),
)


class TaskMenu(QMenu):
    """Shows `name` at its top; what cannot be done now is greyed, with the reason as its tooltip."""

    def __init__(self, picked: Picked, parent: QWidget) -> None:
        super().__init__(parent)
        self.setToolTipsVisible(True)
        # Not a section: with a style sheet, Qt leaves its words out.
        self.heading = self.addAction(picked.name.replace("&", "&&"))
        self.heading.setEnabled(False)
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.addSeparator()
        self._add(picked, RETRY, CANCEL)
        self.addSeparator()
        self._add(picked, CLEAR, CLEAR_ALONE)
        self.marks = self.addMenu("&Mark as")
        self.marks.setToolTipsVisible(True)
        self.marks.addActions([Action(deed, picked, self.marks) for deed in MARKS])
        self.addSeparator()
        self._add(picked, *PARTS)
        self.aboutToHide.connect(self._on_about_to_hide)

    def _add(self, picked: Picked, *deeds: Deed[Picked]) -> None:
        self.addActions([Action(deed, picked, self) for deed in deeds])

    def _on_about_to_hide(self) -> None:
        self.deleteLater()  # after the action that was chosen has been carried out
