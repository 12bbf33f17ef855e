from __future__ import annotations

import pytest

from flowdesk.gui.cleared import cleared
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Expand, Kind, Task
from flowdesk.plan.run_view import RunView
from tests.builders import bash, plan_of

FIT = Task("fit", Kind.BASH, ("true",), ("get",), expand=(Expand("n", items="[1, 2]"),))
PLAN = plan_of(bash("get"), FIT, bash("mail", "fit"), bash("other"))


@pytest.fixture
def view() -> RunView:
    """A run in which all has succeeded but for the last task, which runs."""
    told = [Event(1, "r", 1.0, EventKind.RUN_STARTED)]

    def tell(kind: EventKind, task: str, data: dict[str, object], index: int = -1) -> None:
        told.append(Event(len(told) + 1, "r", 2.0, kind, task, 1, data, index))

    def succeed(task: str, index: int = -1) -> None:
        tell(EventKind.TRY_STARTED, task, {"pid": 1}, index)
        tell(EventKind.TRY_FINISHED, task, {"task_state": "success"}, index)

    succeed("get")
    tell(EventKind.TASK_EXPANDED, "fit", {"count": 2})
    succeed("fit", 0)
    succeed("fit", 1)
    tell(EventKind.TASK_MOVED, "fit", {"state": "success"})
    succeed("mail")
    tell(EventKind.TRY_STARTED, "other", {"pid": 1})
    made = RunView(PLAN, "r")
    made.apply(told)
    return made


def test_what_comes_after_a_task_runs_anew_with_it(view: RunView) -> None:
    assert cleared(view, ["get"], downstream=True) == ["get", "fit", "mail"]


def test_one_of_a_mapped_task_stands_for_it_in_the_list(view: RunView) -> None:
    assert cleared(view, ["fit[1]"], downstream=True) == ["fit", "mail"]


def test_alone_means_alone(view: RunView) -> None:
    assert cleared(view, ["get"], downstream=False) == ["get"]


def test_what_runs_can_be_cleared_since_it_is_cancelled_first(view: RunView) -> None:
    assert cleared(view, ["other"], downstream=True) == ["other"]
