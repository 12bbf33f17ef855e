from __future__ import annotations

import pytest

from flowdesk.cli.remarks import answering, remark
from flowdesk.cli.standing import Standing
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.states import TaskState
from tests.builders import bash, plan_of
from tests.cli.events import expanded, finished, started

ASKS = {"question": "Publish it?", "choices": ["yes", "not yet"], "until": None}


@pytest.mark.parametrize(
    ("code", "told"),
    [
        (("file", "data/ready.csv"), "waits for the file data/ready.csv"),
        (("seconds", "90.0"), "waits 1m 30s"),
        (("until", "09:00:00"), "waits until 09:00:00"),
    ],
)
def test_what_a_task_waits_for_is_told(code: tuple[str, ...], told: str) -> None:
    standing = Standing(plan_of(Task("ready", Kind.WAIT, code)))
    standing.apply([started("ready")])
    assert remark(standing, "ready", now=0) == told


def test_the_time_to_the_next_try_runs_down() -> None:
    standing = Standing(plan_of(bash("a", retries=1)))
    standing.apply([started("a")])
    end = finished("a", TaskState.UP_FOR_RETRY, reason="exit code 1", delay=30)
    standing.apply([end])
    assert remark(standing, "a", now=end.at + 10) == "next try in 20s: exit code 1"
    assert remark(standing, "a", now=end.at + 99) == "next try in 0.0s: exit code 1"


def test_how_far_a_mapped_task_is_is_told() -> None:
    standing = Standing(plan_of(bash("train")))
    standing.apply([expanded("train", 10), *(started(f"train[{index}]") for index in range(3))])
    standing.apply([finished("train[0]", TaskState.SUCCESS), finished("train[2]", TaskState.FAILED)])
    assert remark(standing, "train", now=0) == "2 of 10 done, 1 failed"


def test_a_question_is_told_and_how_to_answer_it() -> None:
    standing = Standing(plan_of(Task("check", Kind.APPROVE, ("Publish it?", "yes", "not yet"))))
    standing.apply([started("check", asks=ASKS)])
    assert remark(standing, "check", now=0) == "Publish it?"
    assert answering("check", ASKS, 3) == "flowdesk approve 3 check yes|'not yet'"
