"""The nearest setting wins, and the environment is merged."""

from __future__ import annotations

from flowdesk.plan.plan import Notify
from tests.plan.files import plan_of_text

TEXT = """
    [defaults]
    retries = 1
    retry_delay = "1m"
    env = { A = "file", B = "file", C = "file" }
    [groups.g.defaults]
    retries = 2
    env = { B = "group" }
    [groups."g.h".defaults]
    cwd = "inner"
    [tasks."g.h.deep"]
    bash = "true"
    retries = 0
    env = { C = "task" }
    [tasks."g.x"]
    bash = "true"
    [tasks.top]
    bash = "true"
    cwd = "own"
"""


def test_the_nearest_setting_wins() -> None:
    tasks = plan_of_text(TEXT).tasks
    assert [(task.retries, task.cwd) for task in tasks.values()] == [(0, "inner"), (2, None), (1, "own")]
    assert {task.retry_delay for task in tasks.values()} == {60.0}


def test_the_environment_is_merged_name_by_name() -> None:
    tasks = plan_of_text(TEXT).tasks
    assert tasks["g.h.deep"].env == {"A": "file", "B": "group", "C": "task"}
    assert tasks["top"].env == {"A": "file", "B": "file", "C": "file"}


def test_a_group_that_only_its_ids_imply_passes_on_what_is_around_it() -> None:
    text = '[groups.g.defaults]\nretries = 3\n[tasks."g.implied.a"]\nbash = "true"\n'
    assert plan_of_text(text).tasks["g.implied.a"].retries == 3


def test_whom_to_tell_is_replaced_as_a_whole() -> None:
    tasks = plan_of_text("""
        [defaults]
        notify = { on = ["failed", "retry"], command = ["tell", "me"] }
        [groups.g.defaults]
        notify = "desktop"
        [tasks.a]
        bash = "true"
        [tasks."g.b"]
        bash = "true"
    """).tasks
    assert tasks["a"].notify == Notify(("failed", "retry"), command=("tell", "me"))
    assert tasks["g.b"].notify == Notify(desktop=True)
