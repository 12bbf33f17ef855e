"""What can be done to one task of the shown run, picked on the graph, in a table, or selected."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.possible import (
    why_not_cancel,
    why_not_clear,
    why_not_mark,
    why_not_retry_task,
)
from flowdesk.gui.state_look import look_of
from flowdesk.gui.way_here import copy_way, why_no_way
from flowdesk.plan.instances import task_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.clerk import Clerk
    from flowdesk.gui.page import PipelinePage


class Picked(NamedTuple):
    """A task, or one made of a mapped task, by its name, and who has things done to it."""

    clerk: Clerk
    name: str


def _why_not_part(picked: Picked) -> str:
    if reason := picked.clerk.session.why_not_run():
        return reason
    plan, task = picked.clerk.session.file.plan, task_of(picked.name)
    if plan and task in plan.tasks:
        return ""
    return tr("The file has no task '{name}' any more").format(name=task)


def _run(picked: Picked, option: str) -> None:
    picked.clerk.run([f"--{option}={task_of(picked.name)}"])


def _mark(state: TaskState) -> Deed[Picked]:
    look = look_of(state)
    return replace(
        _MARK,
        text=_MARKS[state][0],
        do=lambda picked: picked.clerk.mark(picked.name, state),
        tip=_MARKS[state][1],
        icon=look.icon,
        refused=lambda picked: why_not_mark(picked.clerk.session, picked.name, state),
        role=look.role,
    )


RETRY: Deed[Picked] = Deed(
    mark("&Retry"),
    lambda picked: picked.clerk.retry(picked.name),
    mark("Run it again in the same run, with what did not run because of it"),
    Icon.RETRY,
    refused=lambda picked: why_not_retry_task(picked.clerk.session, picked.name),
)
CANCEL: Deed[Picked] = Deed(
    mark("&Cancel this task…"),
    lambda picked: picked.clerk.cancel(picked.name),
    mark("End what it runs; the run goes on"),
    Icon.STOP,
    refused=lambda picked: why_not_cancel(picked.clerk.session, picked.name),
)
CLEAR: Deed[Picked] = Deed(
    mark("C&lear with downstream…"),
    lambda picked: picked.clerk.clear(picked.name, downstream=True),
    mark("Run it anew in the same run, with all that comes after it"),
    Icon.CLEAR,
    refused=lambda picked: why_not_clear(picked.clerk.session, picked.name),
)
CLEAR_ALONE: Deed[Picked] = Deed(
    mark("Clear it &alone…"),
    lambda picked: picked.clerk.clear(picked.name, downstream=False),
    mark("Run it anew in the same run; what comes after it stays as it is"),
    refused=lambda picked: why_not_clear(picked.clerk.session, picked.name),
)
_MARK: Deed[Picked] = Deed("", lambda _picked: None, "")
_MARKS = {
    TaskState.SUCCESS: (mark("Mark as s&uccess…"), mark("Say that it ended as success, whatever it did")),
    TaskState.FAILED: (mark("Mark as &failed…"), mark("Say that it ended as failed, whatever it did")),
    TaskState.SKIPPED: (mark("Mark as s&kipped…"), mark("Say that it ended as skipped, whatever it did")),
}
MARKS = tuple(map(_mark, _MARKS))
ONLY: Deed[Picked] = Deed(
    mark("Run &only this"),
    lambda picked: _run(picked, "task"),
    mark("A new run of this task alone; what it pulls comes from earlier runs"),
    Icon.RUN,
    refused=_why_not_part,
)
FROM: Deed[Picked] = Deed(
    mark("Run from &here"),
    lambda picked: _run(picked, "from"),
    mark("A new run of this task and all that comes after it"),
    refused=_why_not_part,
)
UNTIL: Deed[Picked] = Deed(
    mark("Run until h&ere"),
    lambda picked: _run(picked, "until"),
    mark("A new run of all that comes before this task, and of the task"),
    refused=_why_not_part,
)
PARTS = (ONLY, FROM, UNTIL)
COPY_WAY: Deed[Picked] = Deed(
    mark("Copy l&ink"),
    lambda picked: copy_way(picked.clerk.session, picked.name),
    mark("Copy a command that opens the window at this run and this task"),
    Icon.FILE,
    refused=lambda picked: why_no_way(picked.clerk.session),
)
_KEYS = {
    ONLY: ("Ctrl+F5",),
    FROM: ("Alt+F5",),
    COPY_WAY: ("Ctrl+Alt+C",),
    RETRY: ("Ctrl+F8",),
    CLEAR: ("Ctrl+Shift+F8",),
}


def _picked(page: PipelinePage) -> Picked:
    return Picked(page.clerk, page.session.task)


def _of_selected(deed: Deed[Picked]) -> Deed[PipelinePage]:
    """The same, done to the task that is selected."""
    why = deed.refused

    def refused(page: PipelinePage) -> str:
        if not page.session.task:
            return tr("No task is selected")
        return why(_picked(page)) if why else ""

    keys = _KEYS.get(deed, ())
    return Deed(deed.text, lambda page: deed.do(_picked(page)), deed.tip, deed.icon, keys, refused, deed.role)


_ALL = (RETRY, CANCEL, CLEAR, CLEAR_ALONE, *MARKS, *PARTS, COPY_WAY)
OF_SELECTED = {deed: _of_selected(deed) for deed in _ALL}
"""For the menu bar, by what they are in the menu of a task."""
