"""How the lines of a comparison are put into words."""

from __future__ import annotations

import pytest

from flowdesk.gui.compare.comparing import TaskLine
from flowdesk.gui.compare.models import TASKS, delta_text
from flowdesk.gui.compare.sides import Stood
from flowdesk.plan.states import TaskState


def line(before: float | None, after: float | None) -> TaskLine:
    return TaskLine(0, "train", Stood(TaskState.SUCCESS, 1, before), Stood(TaskState.SUCCESS, 1, after))


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (10.0, 14.0, "+4.0 s (+40 %)"),
        (14.0, 7.0, "-7.0 s (-50 %)"),
        (0.0, 2.0, "+2.0 s"),
        (10.0, 10.4, "same"),
        (0.01, 0.04, "same"),
        (0.0, 0.0, ""),
        (None, 3.0, ""),
    ],
)
def test_a_difference_is_told_where_somebody_would_notice_it(
    before: float | None, after: float | None, said: str
) -> None:
    assert delta_text(line(before, after)) == said


def test_a_task_that_one_side_does_not_have_is_said_not_to_be_there() -> None:
    gone = TaskLine(0, "train", Stood(TaskState.FAILED, 3, 2.0, "exit code 1"), None)
    words = [column.text(gone) for column in TASKS]
    assert words == ["train", "Failed, 3 tries", "not there", "2.0 s", "", "", ""]
