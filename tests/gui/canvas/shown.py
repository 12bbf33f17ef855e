"""A plan to draw and runs of it to show."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Edge, Group, Kind, Plan, Push, Task
from flowdesk.plan.run_view import RunView

if TYPE_CHECKING:
    from collections.abc import Mapping

MODELS = ("train.a", "train.b")


def training_plan() -> Plan:
    """Get -> group train (a, b) -> choose, which pulls `accuracy` of both."""
    models = [
        Task(model, Kind.PYTHON, ("models:fit",), ("get",), (Push("accuracy", "float"),)) for model in MODELS
    ]
    tasks = [
        Task("get", Kind.BASH, ("sleep 3",)),
        *models,
        Task("choose", Kind.PYTHON, ("models:choose",), MODELS),
    ]
    pulled = [Edge(model, "choose", "accuracy", "accuracies") for model in MODELS]
    groups = {"train": Group("train", "Train models", "all of them")}
    return Plan("training", {task.id: task for task in tasks}, groups, (Edge("get", "train"), *pulled))


def run_of(
    plan: Plan,
    states: Mapping[str, str],
    values: Mapping[tuple[str, str], str] | None = None,
) -> RunView:
    """A run at second 10, whose tasks began at 4 and, where they are over, ended at 6."""
    view, events = RunView(plan, "r"), [Event(1, "r", 4.0, EventKind.RUN_STARTED)]
    for task, state in states.items():
        events.append(Event(len(events) + 1, "r", 4.0, EventKind.TRY_STARTED, task, 1, {"pid": 1}))
        if state != "running":
            data = {"task_state": state, "reason": "it <broke>" if state == "failed" else None}
            events.append(Event(len(events) + 1, "r", 6.0, EventKind.TRY_FINISHED, task, 1, data))
    for (task, key), preview in (values or {}).items():
        pushed = {"key": key, "type": "float", "size": 3, "preview": preview}
        events.append(Event(len(events) + 1, "r", 5.0, EventKind.VALUE_PUSHED, task, 1, pushed))
    view.apply(events)
    return view
