from __future__ import annotations

from flowdesk.gui.canvas.made_tasks import MOST_CELLS, Cell, cells_of, first_in
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Expand, Kind, Plan, Task
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState, TaskState

MAPPED = Task("train", Kind.PYTHON, ("m:f",), expand=(Expand("part", items="[]"),))


def run_of(count: int, states: dict[int, str]) -> RunView:
    """A run in which `count` tasks were made of `train`, some of which began, and ended or not."""
    view = RunView(Plan("p", {"train": MAPPED}), "r")
    events = [Event(1, "r", 1.0, EventKind.RUN_STARTED)]
    events.append(Event(2, "r", 1.0, EventKind.TASK_EXPANDED, "train", None, {"count": count}))
    for index, state in states.items():
        name = f"train[{index}]"
        events.append(Event(len(events) + 1, "r", 2.0, EventKind.TRY_STARTED, name, 1, {"pid": 1}))
        if state != "running":
            ended = {"task_state": state}
            events.append(Event(len(events) + 1, "r", 3.0, EventKind.TRY_FINISHED, name, 1, ended))
    view.apply(events)
    return view


def test_a_few_have_a_cell_each_in_their_order() -> None:
    assert cells_of(run_of(3, {0: "failed", 2: "running"}), "train") == (
        Cell(TaskState.FAILED, 1, "train[0]"),
        Cell(TaskState.WAITING, 1, "train[1]"),
        Cell(TaskState.RUNNING, 1, "train[2]"),
    )


def test_many_have_one_for_each_state_what_is_over_first() -> None:
    view = run_of(MOST_CELLS + 60, {0: "running", 1: "failed", 2: "success", 3: "success"})
    assert cells_of(view, "train") == (
        Cell(TaskState.SUCCESS, 2),
        Cell(TaskState.FAILED, 1),
        Cell(TaskState.RUNNING, 1),
        Cell(TaskState.WAITING, MOST_CELLS + 56),
    )
    assert first_in(view, "train", TaskState.SUCCESS) == "train[2]"
    assert first_in(view, "train", TaskState.SKIPPED) == ""


def test_what_ran_when_the_engine_died_is_interrupted() -> None:
    view = run_of(1, {0: "running"})
    view.interrupt()
    assert cells_of(view, "train") == (Cell(RunState.INTERRUPTED, 1, "train[0]"),)


def test_before_it_is_expanded_there_are_none() -> None:
    assert cells_of(RunView(Plan("p", {"train": MAPPED}), "r"), "train") == ()
