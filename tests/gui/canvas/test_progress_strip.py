from __future__ import annotations

from flowdesk.gui.canvas.progress_strip import shares
from flowdesk.plan.states import TaskState


def test_what_is_over_stands_left_of_what_runs_and_what_waits_is_left_free() -> None:
    mapped = {TaskState.WAITING: 2, TaskState.RUNNING: 1, TaskState.FAILED: 2, TaskState.SUCCESS: 5}
    assert shares(mapped) == [
        (TaskState.SUCCESS, 0.0, 0.5),
        (TaskState.FAILED, 0.5, 0.7),
        (TaskState.RUNNING, 0.7, 0.8),
    ]


def test_a_strip_of_nothing_is_empty() -> None:
    assert shares({}) == []
