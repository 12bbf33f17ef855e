from __future__ import annotations

from flowdesk.cli.standing import Standing
from flowdesk.plan.states import TaskState
from tests.builders import bash, plan_of
from tests.cli.events import finished, moved, pushed, started


def test_a_task_goes_from_waiting_to_its_end() -> None:
    standing = Standing(plan_of(bash("a"), bash("b")))
    standing.take([started("a"), pushed("a", "k", "0.5"), finished("a", TaskState.SUCCESS)])
    task = standing.tasks["a"]
    assert (task.state, task.tries, [str(value) for value in task.values]) == (
        TaskState.SUCCESS,
        1,
        ["k: float = 0.5"],
    )
    assert standing.running == ()
    assert standing.done == 1


def test_a_retry_forgets_the_reason_and_counts_the_try() -> None:
    standing = Standing(plan_of(bash("a", retries=1)))
    standing.take([started("a"), finished("a", TaskState.UP_FOR_RETRY, reason="exit code 1")])
    standing.take([started("a", 2)])
    assert (standing.tasks["a"].reason, standing.tasks["a"].tries) == (None, 2)


def test_a_key_pushed_again_takes_the_place_of_the_first() -> None:
    standing = Standing(plan_of(bash("a")))
    standing.take([started("a"), pushed("a", "k", "1"), pushed("a", "j", "2"), pushed("a", "k", "3")])
    assert [(value.key, value.preview) for value in standing.tasks["a"].values] == [("j", "2"), ("k", "3")]


def test_failures_are_listed_but_not_what_they_block() -> None:
    standing = Standing(plan_of(bash("a"), bash("b", "a")))
    standing.take([started("a"), finished("a", TaskState.FAILED), moved("b", TaskState.UPSTREAM_FAILED)])
    assert standing.failed == ("a",)
    assert standing.done == 2
