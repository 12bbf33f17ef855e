from __future__ import annotations

import pytest

from flowdesk.gui.canvas.card_words import Standing, moves, share_of, tip_of, word_of
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import RunState, TaskState

TASK = Task("train", Kind.PYTHON, ("models:fit",))
RUNNING = TaskView(TaskState.RUNNING, 1, 4.0)


def words(view: TaskView, task: Task = TASK) -> str:
    """What the card says at second 10."""
    return word_of(task, Standing(view, RunState.RUNNING, earlier="run #12"), 10.0)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (("file", "a.csv"), "Waits for a.csv · 6 s"),
        (("seconds", "30"), "Waits · 24 s left"),
        (("seconds", "{{ params.pause }}"), "Waits for {{ params.pause }} · 6 s"),
        (("until", "09:00:00"), "Waits until 09:00:00"),
    ],
)
def test_a_task_that_waits_says_what_for(code: tuple[str, str], said: str) -> None:
    assert words(RUNNING, Task("wait", Kind.WAIT, code)) == said


def test_a_question_says_how_long_it_waits_for_an_answer() -> None:
    asked = {"question": "Publish?", "choices": ["yes", "no"], "until": 130.0}
    assert words(TaskView(TaskState.RUNNING, 1, 4.0, asks=asked)) == "Asks · 2 min 00 s left"
    assert words(TaskView(TaskState.RUNNING, 1, 4.0, asks={**asked, "until": None})) == "Asks for an answer"


def test_used_values_timeouts_and_retries_are_told_in_words() -> None:
    assert words(TaskView(TaskState.SUCCESS, 1, 4.0, 5.0, cached_from="r12")) == "From run #12"
    late = TaskView(TaskState.FAILED, 1, 4.0, 6.0, "timed out after 2s")
    assert words(late) == "Timed out · 2.0 s"
    assert words(TaskView(TaskState.UP_FOR_RETRY, 1, 4.0, 6.0, retry_at=15.0)) == "Up for retry · in 5 s"


def test_a_mapped_task_counts_what_was_made_of_it() -> None:
    mapped = {TaskState.SUCCESS: 1, TaskState.FAILED: 1, TaskState.SKIPPED: 1, TaskState.WAITING: 7}
    standing = Standing(RUNNING, RunState.RUNNING, mapped, ("train[3]: exit code 1",))
    assert word_of(TASK, standing, 10.0) == "3 of 10 · 1 failed · 1 skipped"
    assert tip_of(standing, 10.0) == [
        "3 of 10 · 1 failed · 1 skipped",
        "train[3]: exit code 1",
        "took 6.0 s",
    ]


def test_only_what_changes_with_the_clock_is_kept_up() -> None:
    due = TaskView(TaskState.UP_FOR_RETRY, 1, retry_at=15.0)
    assert moves(Standing(RUNNING, RunState.RUNNING))
    assert moves(Standing(due, RunState.RUNNING))
    assert not moves(Standing(RUNNING, RunState.INTERRUPTED))
    assert not moves(Standing(TaskView(TaskState.SUCCESS), RunState.RUNNING))


def test_a_running_task_is_held_against_its_usual_time() -> None:
    standing = Standing(RUNNING, RunState.RUNNING, usual=8.0)
    assert word_of(TASK, standing, 10.0) == "Running · 6 s of ~8.0 s"
    assert share_of(standing, 10.0) == 0.75
    assert share_of(standing, 100.0) == 1.0
    over = Standing(TaskView(TaskState.SUCCESS, 1, 4.0, 6.0), RunState.RUNNING, usual=8.0)
    assert word_of(TASK, over, 10.0) == "Success · 2.0 s"
    assert share_of(over, 10.0) is None
    assert share_of(Standing(RUNNING, RunState.RUNNING), 10.0) is None
