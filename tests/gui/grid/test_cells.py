from __future__ import annotations

from flowdesk.gui.grid.cells import MOST, GridCells
from flowdesk.gui.grid.tree import Row
from flowdesk.gui.state_look import Nuance
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.surveying import Cell, Cells
from tests.builders import bash, plan_of
from tests.gui.sessions import begun, ended, run_row

A, B = Row("a", "a", 0, ("a",)), Row("b", "b", 0, ("b",))
BOTH = Row("g", "g", 0, ("a", "b"), is_group=True)


def told(*cells: Cell, **more: object) -> Cells:
    return Cells(list(cells), **{"mapped": {}, "edited": frozenset(), **more})  # type: ignore[arg-type]  # by field


def known(*cells: Cell, state: RunState = RunState.SUCCESS, **more: object) -> GridCells:
    made = GridCells()
    made.put([run_row("r1", 1, state)], told(*cells, **more))
    return made


def test_a_cell_is_how_a_task_stood_in_a_run() -> None:
    cells = known(Cell(1, "a", TaskState.FAILED, 2, "exit code 1"))
    cell = cells.cell(1, A)
    assert cell is not None
    assert (cell.shown, cell.tries) == (TaskState.FAILED, 2)
    assert cells.cell(1, B) is None


def test_what_the_graph_tells_apart_is_told_apart_here() -> None:
    cells = known(
        Cell(1, "a", TaskState.FAILED, 1, "timed out after 3 s"),
        Cell(1, "b", TaskState.SUCCESS, 1, cached_from="r0"),
    )
    assert [cell.shown for row in (A, B) if (cell := cells.cell(1, row))] == [
        Nuance.TIMED_OUT,
        Nuance.CACHED,
    ]


def test_a_task_that_ran_when_its_engine_died_is_interrupted() -> None:
    cells = known(Cell(1, "a", TaskState.RUNNING, 1), state=RunState.INTERRUPTED)
    cell = cells.cell(1, A)
    assert cell is not None
    assert cell.shown is RunState.INTERRUPTED


def test_a_group_sums_its_tasks_and_looks_like_what_matters_most() -> None:
    cells = known(Cell(1, "a", TaskState.SUCCESS, 1), Cell(1, "b", TaskState.FAILED, 1))
    group = cells.cell(1, BOTH)
    assert group is not None
    assert group.shown is TaskState.FAILED
    assert group.counts == {TaskState.SUCCESS: 1, TaskState.FAILED: 1}


def test_edited_and_mapped_tasks_are_marked() -> None:
    mapped = {(1, "a"): {TaskState.SUCCESS: 2, TaskState.FAILED: 1}}
    cells = known(Cell(1, "a", TaskState.FAILED, 1), mapped=mapped, edited=frozenset({(1, "a")}))
    cell, group = cells.cell(1, A), cells.cell(1, BOTH)
    assert cell is not None
    assert cell.counts == mapped[1, "a"]
    assert cell.is_edited
    assert group is not None
    assert group.is_edited


def test_of_the_shown_run_the_view_tells_live() -> None:
    cells = known(Cell(1, "a", TaskState.WAITING))
    view = RunView(plan_of(bash("a")), "r1")
    view.apply(begun())
    cells.show_live(1, view)
    assert (cell := cells.cell(1, A))
    assert cell.shown is TaskState.WAITING
    view.apply(ended("a", "success", seq=2))
    cells.forget_looks(1)
    assert (cell := cells.cell(1, A))
    assert cell.shown is TaskState.SUCCESS


def test_what_lies_far_away_is_dropped_when_there_is_too_much() -> None:
    cells = GridCells()
    for number in range(1, 5):
        rows = [Cell(number, f"t{task}", TaskState.SUCCESS) for task in range(MOST // 3)]
        cells.put([run_row(f"r{number}", number, RunState.SUCCESS)], told(*rows))
    cells.keep_near([3, 4])
    assert [cells.knows(number) for number in range(1, 5)] == [False, True, True, True]
