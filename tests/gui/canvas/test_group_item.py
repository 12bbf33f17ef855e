from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPointF, QRectF

from flowdesk.gui.canvas.group_item import GroupItem, header_width
from flowdesk.plan.plan import Group
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

DONE, WAITS, RUNS, FAILED, SKIPPED = (
    TaskState.SUCCESS,
    TaskState.WAITING,
    TaskState.RUNNING,
    TaskState.FAILED,
    TaskState.SKIPPED,
)


def test_a_plan_tells_how_many_tasks_there_are(ink: Ink) -> None:
    assert GroupItem(Group("g"), 3, ink).count == "3"


def test_a_run_tells_how_many_of_them_are_over(ink: Ink) -> None:
    item = GroupItem(Group("g"), 3, ink)
    item.show_counts({DONE: 1, SKIPPED: 1, RUNS: 1})
    assert item.count == "2/3"
    item.show_counts(None)
    assert item.count == "3"


@pytest.mark.parametrize(
    ("states", "summary"),
    [
        ([WAITS, WAITS], None),
        ([DONE, WAITS], None),
        ([DONE, RUNS], RUNS),
        ([FAILED, RUNS], FAILED),
        ([DONE, SKIPPED], DONE),
        ([SKIPPED, SKIPPED], SKIPPED),
        ([], None),
    ],
)
def test_the_header_shows_the_state_that_tells_most(
    ink: Ink, states: list[TaskState], summary: TaskState | None
) -> None:
    item = GroupItem(Group("g"), len(states), ink)
    item.show_counts(Counter(states))
    assert item._state is summary


def test_a_group_takes_its_place(ink: Ink) -> None:
    item = GroupItem(Group("g", tooltip="what <it> is"), 1, ink)
    item.place(QRectF(10, 20, 300, 200))
    assert item.sceneBoundingRect() == QRectF(10, 20, 300, 200)
    assert "what &lt;it&gt; is" in item.toolTip()
    assert not item.shape().contains(QPointF(150, 100)), "between the members lies the canvas"


def test_the_header_has_room_for_the_name_up_to_a_bound(ink: Ink) -> None:
    assert header_width(Group("g"), ink) < header_width(Group("g", "A longer name"), ink)
    assert header_width(Group("g", "x" * 500), ink) < 400
