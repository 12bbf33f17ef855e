from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.card_words import Standing
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.state_look import look_of
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import TaskState

if TYPE_CHECKING:
    from flowdesk.gui.canvas.ink import Ink

TASK = Task("train", Kind.PYTHON, ("models:fit",))


@pytest.mark.parametrize("state", TaskState)
def test_every_state_is_told_in_words(ink: Ink, state: TaskState) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(state)), 10.0)
    assert item.footer == look_of(state).word


def test_without_a_run_no_state_is_told(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.SUCCESS)), 10.0)
    item.show_standing(None, 10.0)
    assert item.footer == ""


def test_a_finished_try_tells_how_long_it_took_and_which_it_was(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.SUCCESS, 2, 4.0, 6.5)), 10.0)
    assert item.footer == "Success · 2.5 s try 2"


def test_a_running_duration_goes_on_with_the_clock(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.RUNNING, 1, 4.0)), 10.0)
    assert item.footer == "Running · 6 s"
    item.turn(90.0, 75.0)
    assert item.footer == "Running · 1 min 11 s"


def test_the_reason_is_in_the_tooltip_as_text(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.FAILED, 1, 4.0, 6.0, "TypeError: <class 'int'>")), 10.0)
    assert "TypeError: &lt;class" in item.toolTip()


def test_a_card_keeps_its_size_in_every_state(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    before = item.boundingRect()
    for state in TaskState:
        item.show_standing(Standing(TaskView(state, 12, 0.0, 9999.0)), 10.0)
        assert item.boundingRect() == before
