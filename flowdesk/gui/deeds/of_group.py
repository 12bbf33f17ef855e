"""What can be done to all tasks of a group at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.gui.actions import Deed
from flowdesk.gui.icons import Icon
from flowdesk.gui.language import mark, tr
from flowdesk.gui.possible import why_not_clear_all, why_not_retry_any
from flowdesk.gui.state_look import look_of
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.clerk import Clerk
    from flowdesk.gui.page import PipelinePage


class PickedGroup(NamedTuple):
    """A group by its id, and who has things done to it."""

    clerk: Clerk
    group: str

    @property
    def names(self) -> list[str]:
        """The tasks in it, in the file's order."""
        plan = self.clerk.session.view.plan
        return [task for task in plan.tasks if task.startswith(f"{self.group}.")]


def _why_not_run(picked: PickedGroup) -> str:
    if reason := picked.clerk.session.why_not_run():
        return reason
    plan = picked.clerk.session.file.plan
    is_there = plan is not None and any(task.startswith(f"{picked.group}.") for task in plan.tasks)
    return "" if is_there else tr("The file has no group '{name}' any more").format(name=picked.group)


def _why_not_clear(picked: PickedGroup) -> str:
    return why_not_clear_all(picked.clerk.session, picked.names)


def _why_not_mark(picked: PickedGroup) -> str:
    session = picked.clerk.session
    if session.run is None or session.moment is not None:
        return why_not_clear_all(session, picked.names)
    return ""


def _run(picked: PickedGroup, option: str) -> None:
    picked.clerk.run([f"--{option}={picked.group}"])


def _mark(state: TaskState) -> Deed[PickedGroup]:
    look = look_of(state)
    text, tip = _MARKS[state]
    return replace(
        _MARK,
        text=text,
        do=lambda picked: picked.clerk.mark_group(picked.group, picked.names, state),
        tip=tip,
        icon=look.icon,
        refused=_why_not_mark,
        role=look.role,
    )


RETRY: Deed[PickedGroup] = Deed(
    mark("&Retry what failed in it…"),
    lambda picked: picked.clerk.retry_group(picked.group, picked.names),
    mark("Run again in the same run what failed in the group, with all that comes after it"),
    Icon.RETRY,
    refused=lambda picked: why_not_retry_any(picked.clerk.session, picked.names),
)
CLEAR: Deed[PickedGroup] = Deed(
    mark("C&lear the group with downstream…"),
    lambda picked: picked.clerk.clear_group(picked.group, picked.names, downstream=True),
    mark("Run its tasks anew in the same run, with all that comes after them"),
    Icon.CLEAR,
    refused=_why_not_clear,
)
CLEAR_ALONE: Deed[PickedGroup] = Deed(
    mark("Clear the group &alone…"),
    lambda picked: picked.clerk.clear_group(picked.group, picked.names, downstream=False),
    mark("Run its tasks anew in the same run; what comes after them stays as it is"),
    refused=_why_not_clear,
)
_MARK: Deed[PickedGroup] = Deed("", lambda _picked: None, "")
_MARKS = {
    TaskState.SUCCESS: (mark("Mark all as s&uccess…"), mark("Say that its tasks ended as success")),
    TaskState.FAILED: (mark("Mark all as &failed…"), mark("Say that its tasks ended as failed")),
    TaskState.SKIPPED: (mark("Mark all as s&kipped…"), mark("Say that its tasks ended as skipped")),
}
MARKS = tuple(map(_mark, _MARKS))
ONLY: Deed[PickedGroup] = Deed(
    mark("Run &only this group"),
    lambda picked: _run(picked, "task"),
    mark("A new run of its tasks alone; what they pull comes from earlier runs"),
    Icon.RUN,
    refused=_why_not_run,
)
FROM: Deed[PickedGroup] = Deed(
    mark("Run from &here"),
    lambda picked: _run(picked, "from"),
    mark("A new run of its tasks and all that comes after them"),
    refused=_why_not_run,
)
UNTIL: Deed[PickedGroup] = Deed(
    mark("Run until h&ere"),
    lambda picked: _run(picked, "until"),
    mark("A new run of all that comes before its tasks, and of them"),
    refused=_why_not_run,
)
PARTS = (ONLY, FROM, UNTIL)


def _at_hand(page: PipelinePage) -> PickedGroup:
    return PickedGroup(page.clerk, page.stage.graph.group_at_hand)


def _of_at_hand(deed: Deed[PickedGroup]) -> Deed[PipelinePage]:
    """The same, done to the group that is selected, or that the selected task lies in."""

    def refused(page: PipelinePage) -> str:
        picked = _at_hand(page)
        if not picked.group:
            return tr("Select a task in a group, or a folded group, first")
        return deed.refused(picked) if deed.refused else ""

    return Deed(
        deed.text, lambda page: deed.do(_at_hand(page)), deed.tip, deed.icon, refused=refused, role=deed.role
    )


OF_AT_HAND = {deed: _of_at_hand(deed) for deed in (RETRY, CLEAR, CLEAR_ALONE, *MARKS, *PARTS)}
"""For the menu bar, by what they are in the menu of a group."""
