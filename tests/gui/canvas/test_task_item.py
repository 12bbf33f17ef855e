from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.canvas.card_words import Standing
from flowdesk.gui.canvas.made_tasks import Cell
from flowdesk.gui.canvas.task_item import TaskItem
from flowdesk.gui.state_look import look_of
from flowdesk.plan.plan import Expand, Kind, Push, Task
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import RunState, TaskState
from tests.gui.canvas.painted import colours, picture_of

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


def test_a_try_is_counted_against_the_retries_of_the_file(ink: Ink) -> None:
    item = TaskItem(TASK._replace(retries=3), ink)
    item.show_standing(Standing(TaskView(TaskState.FAILED, 2, 4.0, 6.5)), 10.0)
    assert item.footer == "Failed · 2.5 s try 2 of 4"
    item.show_standing(Standing(TaskView(TaskState.FAILED, 7, 4.0, 6.5)), 10.0)
    assert item.footer.endswith("try 7"), "somebody cleared it, which the file does not count"


def test_a_mapped_card_has_a_cell_for_each_task_made_of_it(ink: Ink) -> None:
    item = TaskItem(TASK._replace(expand=(Expand("part", items="[1, 2]"),)), ink)
    assert item.strip is not None
    cells = (Cell(TaskState.SUCCESS, 1, "train[0]"), Cell(TaskState.FAILED, 1, "train[1]"))
    item.show_standing(Standing(TaskView(TaskState.RUNNING, 1, 4.0), cells=cells), 10.0)
    assert item.strip.cells == cells
    assert item.card.contains(item.strip.room)
    item.show_standing(None, 10.0)
    assert not item.strip.cells


def test_the_last_line_gives_way_to_the_try(ink: Ink) -> None:
    item = TaskItem(TASK._replace(retries=9, kind=Kind.WAIT, code=("file", "a/long/way/to/a/file.csv")), ink)
    item.show_standing(Standing(TaskView(TaskState.RUNNING, 8, 4.0)), 10.0)
    assert "…" in item.footer
    assert item.footer.endswith("try 8 of 10")


@pytest.mark.parametrize("scale", [1.0, 0.4, 0.25, 0.1])
def test_a_card_is_painted_at_every_distance(ink: Ink, scale: float) -> None:
    item = TaskItem(TASK._replace(push=(Push("accuracy", "float"),), expand=(Expand("x", items="[]"),)), ink)
    assert len(colours(picture_of(item, scale))) > 3
    cells = tuple(Cell(state, 1, "train[0]") for state in TaskState)
    item.show_standing(Standing(TaskView(TaskState.FAILED, 2, 4.0, 6.0), cells=cells), 10.0)
    assert len(colours(picture_of(item, scale))) > 3


def test_what_is_looked_for_has_a_ring(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    before = picture_of(item, 1.0)
    item.find(is_found=True)
    assert picture_of(item, 1.0) != before


def test_the_reason_is_in_the_tooltip_as_text(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.FAILED, 1, 4.0, 6.0, "TypeError: <class 'int'>")), 10.0)
    assert "TypeError: &lt;class" in item.told


def test_a_card_keeps_its_size_in_every_state(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    before = item.boundingRect()
    for state in TaskState:
        item.show_standing(Standing(TaskView(state, 12, 0.0, 9999.0)), 10.0)
        assert item.boundingRect() == before


def test_a_bar_shows_how_much_of_the_usual_time_has_gone(ink: Ink) -> None:
    item = TaskItem(TASK, ink)
    item.show_standing(Standing(TaskView(TaskState.RUNNING, 1, 4.0), RunState.RUNNING, usual=100.0), 10.0)
    before = picture_of(item, 1.0)
    item.turn(0.0, 90.0)
    image = picture_of(item, 1.0)
    foot, middle = round(item.card.height()), round(item.card.width() / 2)
    assert image.pixelColor(middle, foot) == ink.colour("running")
    assert before.pixelColor(middle, foot) != ink.colour("running")
