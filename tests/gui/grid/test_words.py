"""What a cell of the grid says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.grid.cells import CellView
from flowdesk.gui.grid.tree import Row
from flowdesk.gui.grid.words import as_tip, counts_text, words_of_cell
from flowdesk.plan.run_view import TaskView
from flowdesk.plan.states import TaskState
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from flowdesk.gui.state_look import Shown

ROW, RUN = Row("train", "train", 0, ("train",)), run_row(number=7)


def test_a_task_tells_its_state_its_tries_its_time_and_why() -> None:
    task = TaskView(TaskState.FAILED, tries=2, started_at=10.0, finished_at=13.0, reason="exit code 1")
    words = words_of_cell(ROW, RUN, CellView(TaskState.FAILED, task, is_edited=True))
    assert words == ["train", "Run #7", "Failed", "2 tries", "3.0 s", "exit code 1", "a value was edited"]


def test_a_group_tells_how_many_are_in_which_state() -> None:
    counts: dict[Shown, int] = {TaskState.SUCCESS: 1200, TaskState.FAILED: 1}
    group = Row("g", "g", 0, ("g.a", "g.b"), is_group=True)
    words = words_of_cell(group, RUN, CellView(TaskState.FAILED, counts=counts))
    assert words == ["g", "Run #7", counts_text(counts)] == ["g", "Run #7", "1,200 success, 1 failed"]


def test_what_is_not_read_yet_is_not_said_to_be_missing() -> None:
    assert words_of_cell(ROW, RUN, None)[-1] == "not in this run"
    assert words_of_cell(ROW, RUN, None, is_known=False)[-1] == "not read yet"


def test_a_tip_takes_nothing_for_markup() -> None:
    assert as_tip(["a<b", "x & y"]) == "<div><b>a&lt;b</b><br>x &amp; y</div>"
