"""Setups and teardowns: who waits for whom, and what still runs when all else comes to an end."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.states import RunState, TaskState, TryState
from tests.builders import bash
from tests.plan.driving import F, S, begun, end, ruled, setup, states, teardown, told

NEST = (setup("make"), bash("work", "make"), teardown("drop", "work", of=("make",)))


def test_a_teardown_runs_when_the_work_succeeded() -> None:
    progress = begun(*NEST)
    for task in ("make", "work", "drop"):
        assert progress.ready() == [task]
        end(progress, task)
    assert progress.outcome is RunState.SUCCESS


def test_a_teardown_runs_when_the_work_failed_and_the_run_fails_by_the_work() -> None:
    progress = begun(*NEST)
    end(progress, "make")
    end(progress, "work", F)
    assert progress.ready() == ["drop"]
    end(progress, "drop")
    assert progress.outcome is RunState.FAILED


def test_a_teardown_that_fails_does_not_fail_the_run() -> None:
    progress = begun(*NEST)
    for task in ("make", "work"):
        end(progress, task)
    end(progress, "drop", F)
    assert progress.outcome is RunState.SUCCESS


@pytest.mark.parametrize(
    ("outcome", "state"),
    [(F, "upstream_failed"), (TryState.SKIPPED, "skipped"), (TryState.CANCELLED, "cancelled")],
)
def test_a_teardown_goes_the_way_of_its_setup_if_that_did_not_succeed(outcome: TryState, state: str) -> None:
    progress = begun(*NEST)
    end(progress, "make", outcome)
    assert states(progress, "work", "drop") == [state, state]


def test_of_several_setups_one_that_succeeded_is_enough_and_the_others_are_waited_for() -> None:
    drop = teardown("drop", of=("one", "two"))
    progress = begun(setup("one"), setup("two"), drop)
    end(progress, "one")
    assert progress.ready() == ["two"]
    end(progress, "two", F)
    assert progress.ready() == ["drop"]


def test_a_teardown_of_nothing_named_undoes_the_setups_it_comes_directly_after() -> None:
    progress = begun(setup("make"), bash("work"), teardown("drop", "make", "work"))
    end(progress, "make", F)
    assert progress.state("drop") is TaskState.UPSTREAM_FAILED


def test_a_task_in_a_scope_waits_for_the_setup_whatever_its_own_rule_is() -> None:
    tasks = setup("make"), bash("first", "make"), ruled("tidy", "always", "first")
    progress = begun(*tasks, teardown("drop", "tidy", of=("make",)))
    assert progress.ready() == ["make"]
    end(progress, "make")
    assert progress.ready() == ["first", "tidy"]


def test_a_task_in_a_scope_fails_with_the_setup_whatever_its_own_rule_is() -> None:
    tasks = setup("make"), bash("first", "make"), ruled("tidy", "all_done", "first")
    progress = begun(*tasks, teardown("drop", "tidy", of=("make",)), ruled("beyond", "all_done", "drop"))
    moves = end(progress, "make", F)
    assert dict(told(moves)) == {
        "make": "failed",
        **dict.fromkeys(("first", "tidy", "drop"), "upstream_failed"),
    }
    assert progress.ready() == ["beyond"], "it comes after the teardown, out of the scope"


def test_a_named_task_is_a_setup_also_where_it_does_not_say_so() -> None:
    progress = begun(bash("make"), bash("work", "make"), teardown("drop", "work", of=("make",)))
    end(progress, "make", TryState.SKIPPED)
    assert progress.state("drop") is TaskState.SKIPPED


def test_cancelling_a_run_leaves_what_was_set_up_to_be_undone() -> None:
    progress = begun(*NEST, bash("after", "drop"), bash("other"))
    end(progress, "make")
    progress.start("work")
    assert told(progress.cancel()) == [("after", "cancelled"), ("other", "cancelled")]
    progress.finish("work", TryState.CANCELLED)
    assert progress.ready() == ["drop"]
    end(progress, "drop")
    assert progress.outcome is RunState.CANCELLED


def test_what_was_set_up_is_not_undone_while_anything_in_its_scope_still_ends() -> None:
    tasks = setup("make"), bash("work", "make"), bash("after", "work")
    progress = begun(*tasks, teardown("drop", "after", of=("make",)))
    end(progress, "make")
    progress.start("work")
    assert told(progress.cancel()) == [("after", "cancelled")]
    assert progress.ready() == [], "work has its time to clean up"
    progress.finish("work", TryState.CANCELLED)
    assert progress.ready() == ["drop"]


def test_a_teardown_waits_also_for_what_is_further_up_in_its_scope() -> None:
    tasks = (
        setup("make"),
        bash("fast", "make"),
        bash("slow", "make"),
        ruled("any", "one_success", "fast", "slow"),
    )
    progress = begun(*tasks, bash("beside"), teardown("drop", "any", "beside", of=("make",)))
    for task in ("make", "fast", "beside"):
        end(progress, task)
    progress.start("slow")
    end(progress, "any")
    assert progress.ready() == []
    progress.finish("slow", F)
    assert progress.ready() == ["drop"]


def test_cancelling_a_run_while_a_setup_runs_undoes_it_only_if_it_succeeds() -> None:
    for outcome, state in ((S, TaskState.WAITING), (TryState.CANCELLED, TaskState.CANCELLED)):
        progress = begun(*NEST)
        progress.start("make")
        assert told(progress.cancel()) == [("work", "cancelled")]
        progress.finish("make", outcome)
        assert progress.state("drop") is state


def test_what_was_never_set_up_is_not_undone_after_cancelling() -> None:
    progress = begun(*NEST)
    assert told(progress.cancel()) == [(task, "cancelled") for task in ("make", "work", "drop")]


def test_cancelling_hard_undoes_nothing() -> None:
    progress = begun(*NEST)
    end(progress, "make")
    progress.cancel()
    assert progress.ready() == ["drop"]
    assert told(progress.cancel(hard=True)) == [("drop", "cancelled")]
    assert progress.is_over


def test_a_teardown_is_retried_even_after_cancelling() -> None:
    progress = begun(*NEST[:2], NEST[2]._replace(retries=1))
    end(progress, "make")
    progress.cancel()
    assert told(end(progress, "drop", F)) == [("drop", "up_for_retry")]


def test_neither_a_branch_nor_a_short_circuit_skips_a_teardown() -> None:
    branch = Task("pick", Kind.BRANCH, ("m:f",), upstream=("make",), choices=("a", "b"))
    tasks = setup("make"), branch, bash("a", "pick"), bash("b", "pick")
    progress = begun(*tasks, teardown("drop", "pick", "a", "b", of=("make",)))
    end(progress, "make")
    progress.start("pick")
    assert told(progress.finish("pick", S, followed=[])) == [
        ("pick", "success"),
        ("a", "skipped"),
        ("b", "skipped"),
    ]
    assert progress.ready() == ["drop"]


def test_clearing_a_task_clears_the_setup_and_teardown_around_it_but_no_other_work() -> None:
    tasks = setup("make"), bash("a", "make"), bash("b", "make"), teardown("drop", "a", "b", of=("make",))
    progress = begun(*tasks)
    for task in ("make", "a", "b", "drop"):
        end(progress, task)
    assert told(progress.clear(["b"], downstream=False)) == [
        (task, "waiting") for task in ("make", "b", "drop")
    ]
    assert progress.ready() == ["make"]
    for task in ("make", "b", "drop"):
        end(progress, task)
    assert progress.outcome is RunState.SUCCESS


def test_clearing_a_setup_clears_its_teardown_and_a_teardown_is_cleared_alone() -> None:
    progress = begun(*NEST)
    for task in ("make", "work", "drop"):
        end(progress, task)
    assert told(progress.clear(["drop"])) == [("drop", "waiting")]
    assert progress.ready() == ["drop"]
    assert told(progress.clear(["make"], downstream=False)) == [("make", "waiting")]
    assert progress.ready() == ["make"], "the teardown waits for it again"


def test_a_pipeline_of_teardowns_alone_fails_by_them() -> None:
    progress = begun(teardown("drop"))
    end(progress, "drop", F)
    assert progress.outcome is RunState.FAILED
