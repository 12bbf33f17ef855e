from __future__ import annotations

import pytest

from flowdesk.gui.canvas.searching import asks_for_states, find_tasks
from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.plan import Expand, Kind, Plan, Pull, Push, Source, Task
from flowdesk.plan.run_view import RunView
from tests.builders import bash, plan_of

ROWS = Pull("n", (Source("get.data", "rows"),))
TASKS = (
    Task("get.data", Kind.BASH, ("curl https://example.org",), push=(Push("rows", "int"),)),
    Task(
        "train",
        Kind.PYTHON,
        ("models:fit",),
        label="모형 학습",
        pulls=(Pull("n", (Source("get.data", "rows"),)),),
    ),
    Task("wait", Kind.WAIT, ("file", "a.csv"), description="for the CSV of today"),
    Task("score", Kind.PYTHON, ("models:score",), expand=(Expand("part", items="[1, 2]"),)),
)
PLAN = Plan("p", {task.id: task for task in TASKS})


def run() -> RunView:
    view, events = RunView(PLAN, "r"), [Event(1, "r", 1.0, EventKind.RUN_STARTED)]
    events.append(Event(2, "r", 1.0, EventKind.TASK_EXPANDED, "score", None, {"count": 2}))
    for task, state in (("get.data", "success"), ("train", "failed"), ("score[1]", "failed")):
        number, ended = len(events) + 1, {"task_state": state}
        events.append(Event(number, "r", 2.0, EventKind.TRY_STARTED, task, 1, {"pid": 1}))
        events.append(Event(number + 1, "r", 3.0, EventKind.TRY_FINISHED, task, 1, ended))
    moved = {"state": "upstream_failed"}
    events.append(Event(len(events) + 1, "r", 3.0, EventKind.TASK_MOVED, "wait", None, moved))
    view.apply(events)
    return view


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("", []),
        ("   ", []),
        ("DATA", ["get.data"]),
        ("학습", ["train"]),
        ("python", ["train", "score"]),
        ("kind:py", ["train", "score"]),
        ("rows", ["get.data", "train"]),
        ("key:rows", ["get.data", "train"]),
        ("curl", ["get.data"]),
        ("today", ["wait"]),
        ("models score", ["score"]),
        ("models nothing", []),
        ("https://example.org", ["get.data"]),
        ("models:fit", ["train"]),
    ],
)
def test_every_word_has_to_be_found_somewhere_in_the_task(wanted: str, found: list[str]) -> None:
    assert find_tasks(PLAN, wanted) == found


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("state:failed", ["train", "score"]),
        ("state:up", ["wait"]),
        ("state:upstream_failed", ["wait"]),
        ("State:Success", ["get.data"]),
        ("state:failed kind:python fit", ["train"]),
        ("state:running", ["score"]),
    ],
)
def test_states_are_found_in_a_run_those_of_mapped_tasks_too(wanted: str, found: list[str]) -> None:
    assert find_tasks(PLAN, wanted, run()) == found


def test_without_a_run_no_task_is_in_a_state() -> None:
    assert find_tasks(PLAN, "state:waiting") == []


def test_what_ran_when_the_engine_died_is_found_as_interrupted() -> None:
    view = run()
    view.interrupt()
    assert find_tasks(PLAN, "state:interrupted", view) == ["score"]


def test_only_states_change_what_is_found() -> None:
    assert asks_for_states("fit State:failed")
    assert not asks_for_states("state")


CHAIN = plan_of(bash("get"), bash("clean", "get"), bash("train", "clean"), bash("mail", "train"), bash("c++"))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ("+train", ["get", "clean", "train"]),
        ("train+", ["train", "mail"]),
        ("1+train", ["clean", "train"]),
        ("get+2", ["get", "clean", "train"]),
        ("1+clean+1", ["get", "clean", "train"]),
        ("clean+ +train", ["clean", "train"]),
        ("+nothing+", []),
        ("0+train", ["train"]),
        ("c++", ["c++"]),
        ("+", ["c++"]),
    ],
)
def test_a_plus_asks_for_what_comes_before_or_after(wanted: str, found: list[str]) -> None:
    assert sorted(find_tasks(CHAIN, wanted)) == sorted(found)


def test_a_plus_stands_beside_what_is_asked_of_a_run() -> None:
    assert find_tasks(PLAN, "state:failed+", run()) == ["train", "score"]
    assert asks_for_states("+state:failed")
