from __future__ import annotations

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from flowdesk.gui.models.instances import Instance, InstancesModel, first_to_read, instances_of
from flowdesk.gui.state_look import Nuance
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Expand, Kind, Task
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import TaskState
from tests.builders import plan_of

pytestmark = pytest.mark.usefixtures("qapp")

TASK = Task("fit", Kind.BASH, ("true",), expand=(Expand("n", items="[1, 2, 3]"),))


def rows_of(*states: TaskState) -> list[Instance]:
    return [Instance(f"fit[{index}]", state) for index, state in enumerate(states)]


def test_those_made_of_a_task_keep_their_places_while_they_run() -> None:
    model = InstancesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.sync(rows_of(TaskState.RUNNING, TaskState.WAITING))
    kept = QPersistentModelIndex(model.index(1, 0))
    model.sync(rows_of(TaskState.SUCCESS, TaskState.FAILED))
    assert (kept.isValid(), kept.data()) == (True, "[1] Failed")
    model.sync(rows_of(TaskState.SUCCESS))
    assert not kept.isValid()
    model.sync([])
    assert model.rowCount() == 0


def test_what_failed_is_read_first_then_what_runs_then_the_first() -> None:
    assert first_to_read(rows_of(TaskState.SUCCESS, TaskState.RUNNING, TaskState.FAILED)) == "fit[2]"
    assert first_to_read(rows_of(TaskState.SUCCESS, TaskState.RUNNING)) == "fit[1]"
    assert first_to_read(rows_of(TaskState.SUCCESS, TaskState.WAITING)) == "fit[0]"
    assert first_to_read([Instance("fit[0]", TaskState.SUCCESS), Instance("fit[1]", Nuance.TIMED_OUT)]) == (
        "fit[1]"
    )
    assert first_to_read([]) == ""


def test_what_a_later_expansion_left_out_is_still_there_to_be_read() -> None:
    view = RunView(plan_of(TASK), "r1")
    view.apply(
        [
            Event(1, "r1", 1.0, EventKind.RUN_STARTED),
            Event(2, "r1", 1.0, EventKind.TASK_EXPANDED, "fit", data={"count": 2}),
            Event(3, "r1", 1.0, EventKind.TRY_STARTED, "fit", 1, {"pid": 1}, 1),
            Event(4, "r1", 2.0, EventKind.TASK_MOVED, "fit", data={"state": "removed"}, map_index=1),
            Event(5, "r1", 3.0, EventKind.TASK_EXPANDED, "fit", data={"count": 1}),
        ]
    )
    assert instances_of(view, "fit") == [
        Instance("fit[0]", TaskState.WAITING),
        Instance("fit[1]", TaskState.REMOVED),
    ]
