from __future__ import annotations

from flowdesk.plan.downstream import Downstream
from flowdesk.plan.plan import Kind, Plan, Task


def test_what_comes_directly_after_a_task_is_told_in_the_file_s_order() -> None:
    upstream = {"late": ("first", "other"), "first": (), "other": ("first",), "end": ("first", "late")}
    tasks = {name: Task(name, Kind.BASH, ("true",), before) for name, before in upstream.items()}
    downstream = Downstream(Plan("p", tasks))
    assert {task: downstream.of(task) for task in tasks} == {
        "late": ["end"],
        "first": ["late", "other", "end"],
        "other": ["late"],
        "end": [],
    }
    assert [downstream.ids[downstream.positions[task]] for task in tasks] == list(tasks)
