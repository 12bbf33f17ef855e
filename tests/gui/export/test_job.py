from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.gui.colours import DARK
from flowdesk.gui.export.job import Job, from_text, to_text
from flowdesk.gui.export.looks import Looks
from flowdesk.layout.graph import Layout, Point, Rect, Route
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.graph_formats import GraphFormat
from flowdesk.plan.run_view import RunView
from flowdesk.plan.states import RunState, TaskState
from tests.gui.canvas.shown import training_plan

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKS = Looks(
    DARK,
    "TB",
    frozenset({"train"}),
    frozenset({"get", "choose"}),
    3.0,
    Layout(
        {"get": Rect(1.0, 2.0, 3.0, 4.0)},
        {"train": Rect(0.0, 0.0, 9.0, 9.5)},
        (
            Route((Point(0.0, 1.0), Point(5.0, 1.0)), None),
            Route((Point(0.0, 2.0),), Rect(1.0, 1.0, 0.0, 0.0)),
        ),
        70.0,
        80.0,
    ),
)


@pytest.fixture
def events() -> Sequence[Event]:
    """`get` has succeeded, and `train.a` runs."""
    return [
        Event(1, "r", 4.0, EventKind.RUN_STARTED),
        Event(2, "r", 5.0, EventKind.TRY_STARTED, "get", 1),
        Event(3, "r", 6.0, EventKind.TRY_FINISHED, "get", 1, {"state": "success", "task_state": "success"}),
        Event(4, "r", 7.0, EventKind.TRY_STARTED, "train.a", 1),
    ]


def test_what_is_to_be_drawn_comes_back_as_it_was() -> None:
    job = Job(training_plan(), None, GraphFormat.PDF, LOOKS, "ko")
    assert from_text(to_text(job)) == job


def test_a_run_comes_back_as_it_stands(events: Sequence[Event]) -> None:
    view = RunView(training_plan(), "r")
    view.apply(events)
    again = from_text(to_text(Job(view.plan, view, GraphFormat.SVG, Looks()), events)).view
    assert again is not None
    assert {task: again.task(task) for task in view.plan.tasks} == {
        task: view.task(task) for task in view.plan.tasks
    }
    assert (again.run_state, again.running, again.started_at) == (RunState.RUNNING, ("train.a",), 4.0)


def test_of_a_moment_that_is_past_no_later_event_is_told(events: Sequence[Event]) -> None:
    view = RunView(training_plan(), "r")
    view.apply(events[:2])
    again = from_text(to_text(Job(view.plan, view, GraphFormat.SVG, Looks()), events)).view
    assert again is not None
    assert again.task("get").state is TaskState.RUNNING


def test_a_run_whose_engine_died_is_still_interrupted(events: Sequence[Event]) -> None:
    view = RunView(training_plan(), "r")
    view.apply(events)
    view.interrupt()
    again = from_text(to_text(Job(view.plan, view, GraphFormat.SVG, Looks()), events)).view
    assert again is not None
    assert again.run_state is RunState.INTERRUPTED
