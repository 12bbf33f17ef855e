"""What follows when people clear tasks or mark how they ended."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.progress import IllegalMove, Move, Progress, Standing
from flowdesk.plan.states import RunState, TaskState, TryState
from tests.builders import bash
from tests.plan.driving import F, S, begun, end, planned, ruled, states, told

CHAIN = (bash("a"), bash("b", "a"), bash("c", "b"))


def finished(*tasks: Task, fails: str = "") -> Progress:
    progress = begun(*tasks)
    while ready := progress.ready():
        end(progress, ready[0], F if ready[0] == fails else S)
    return progress


def test_a_cleared_task_waits_with_all_that_comes_after_it_and_runs_anew() -> None:
    progress = finished(*CHAIN)
    assert progress.clear(["b"]) == [Move(task, TaskState.WAITING, "cleared") for task in ("b", "c")]
    assert (progress.ready(), progress.outcome) == (["b"], RunState.RUNNING)
    assert progress.start("b") == 2
    progress.finish("b", S)
    assert progress.ready() == ["c"]


def test_a_task_cleared_alone_leaves_what_comes_after_it() -> None:
    progress = finished(*CHAIN)
    assert told(progress.clear(["b"], downstream=False)) == [("b", "waiting")]
    end(progress, "b", F)
    assert states(progress, "a", "b", "c") == ["success", "failed", "success"]


def test_clearing_gives_a_new_budget_of_retries() -> None:
    progress = begun(bash("a", retries=1))
    end(progress, "a", F)
    progress.retry("a")
    end(progress, "a", F)
    assert progress.failures("a") == 2
    progress.clear(["a"])
    assert told(end(progress, "a", F)) == [("a", "up_for_retry")]
    assert (progress.tries("a"), progress.failures("a")) == (3, 1)


def test_clearing_all_that_failed_tries_it_again_with_what_was_blocked() -> None:
    progress = finished(*CHAIN, bash("z"), fails="b")
    assert progress.failed() == ["b", "c"]
    assert told(progress.clear(progress.failed())) == [("b", "waiting"), ("c", "waiting")]
    end(progress, "b")
    end(progress, "c")
    assert progress.outcome is RunState.SUCCESS


def test_a_ready_task_waits_again_when_what_it_depends_on_is_cleared() -> None:
    progress = begun(*CHAIN)
    end(progress, "a")
    assert told(progress.clear(["a"], downstream=False)) == [("a", "waiting")]
    assert progress.ready() == ["a"]


def test_nothing_is_cleared_while_any_of_it_runs() -> None:
    progress = begun(*CHAIN)
    end(progress, "a")
    progress.start("b")
    with pytest.raises(IllegalMove, match="b is running: cancel it first"):
        progress.clear(["a"])
    assert states(progress, "a", "b", "c") == ["success", "running", "waiting"]
    progress.finish("b", S)
    assert progress.ready() == ["c"]


def test_a_run_that_was_cancelled_goes_on_with_what_is_cleared() -> None:
    progress = begun(bash("a", retries=1), bash("b"))
    progress.cancel()
    progress.clear(["a"])
    assert told(end(progress, "a", F)) == [("a", "up_for_retry")]
    progress.retry("a")
    end(progress, "a")
    assert progress.outcome is RunState.CANCELLED, "b still is"


def test_what_a_branch_did_not_pick_is_skipped_again_when_it_is_cleared() -> None:
    pick = Task("pick", Kind.BRANCH, ("m:f",), choices=("x", "y"))
    progress = begun(pick, bash("x", "pick"), bash("y", "pick"))
    progress.start("pick")
    progress.finish("pick", S, followed=["x"])
    assert told(progress.clear(["y"])) == [("y", "waiting"), ("y", "skipped")]
    progress.clear(["pick"])
    progress.start("pick")
    progress.finish("pick", S, followed=["y"])
    assert states(progress, "x", "y") == ["skipped", "waiting"]


def test_what_a_branch_did_not_pick_is_known_also_to_whoever_takes_the_run_up() -> None:
    pick, gate = Task("pick", Kind.BRANCH, ("m:f",), choices=("x", "y")), Task("gate", Kind.SHORT_CIRCUIT)
    plan = planned(pick, bash("x", "pick"), bash("y", "pick"), gate, bash("m", "gate"), bash("n", "m"))
    ended = {
        "pick": "success",
        "x": "success",
        "y": "skipped",
        "gate": "success",
        "m": "skipped",
        "n": "skipped",
    }
    tries = {"pick": 1, "x": 1, "gate": 1}
    standings = [Standing(task, TaskState(state), tries.get(task, 0)) for task, state in ended.items()]
    progress = Progress.restored(plan, standings)
    assert progress.begin() == []
    progress.clear(["y", "n"])
    assert states(progress, "y", "n") == ["skipped", "skipped"]


def test_marking_a_failure_a_success_lets_what_it_blocked_run() -> None:
    progress = finished(*CHAIN, fails="a")
    assert progress.mark("a", TaskState.SUCCESS) == [
        Move("a", TaskState.SUCCESS, "marked success"),
        Move("b", TaskState.WAITING, "a was marked success"),
        Move("c", TaskState.WAITING, "a was marked success"),
    ]
    assert progress.ready() == ["b"]


def test_what_stays_blocked_by_another_failure_is_not_moved() -> None:
    progress = begun(bash("a"), bash("z"), bash("b", "a", "z"), bash("c", "b"), bash("d", "a"))
    end(progress, "a", F)
    end(progress, "z", F)
    assert told(progress.mark("a", TaskState.SUCCESS)) == [("a", "success"), ("d", "waiting")]
    assert states(progress, "b", "c") == ["upstream_failed", "upstream_failed"]


def test_marking_a_task_skipped_skips_what_it_blocked() -> None:
    progress = finished(*CHAIN, fails="a")
    assert dict(told(progress.mark("a", TaskState.SKIPPED))) == dict.fromkeys("abc", "skipped")


def test_what_ran_because_of_the_old_state_is_left_alone() -> None:
    progress = finished(bash("a"), ruled("mend", "one_failed", "a"), fails="a")
    assert told(progress.mark("a", TaskState.SUCCESS)) == [("a", "success")]


def test_marking_what_waits_ends_it() -> None:
    progress = begun(*CHAIN)
    assert told(progress.mark("a", TaskState.SUCCESS)) == [("a", "success")]
    assert (progress.ready(), progress.tries("a")) == (["b"], 1), "the mark is a try of its own"
    assert told(progress.mark("b", TaskState.FAILED)) == [("b", "failed"), ("c", "upstream_failed")]


def test_marking_a_success_a_failure_stops_what_was_about_to_start() -> None:
    progress = begun(*CHAIN)
    end(progress, "a")
    assert told(progress.mark("a", TaskState.FAILED)) == [
        ("a", "failed"),
        ("b", "upstream_failed"),
        ("c", "upstream_failed"),
    ]
    assert progress.ready() == []


def test_marking_what_is_up_for_retry_ends_its_delay() -> None:
    progress = begun(bash("a", retries=1))
    end(progress, "a", F)
    progress.mark("a", TaskState.SUCCESS)
    assert progress.is_over
    with pytest.raises(IllegalMove):
        progress.retry("a")


def test_marking_a_state_that_is_so_already_changes_nothing() -> None:
    assert finished(*CHAIN).mark("a", TaskState.SUCCESS) == []


def test_neither_what_runs_can_be_marked_nor_can_it_be_marked_as_running() -> None:
    progress = begun(*CHAIN)
    progress.start("a")
    with pytest.raises(IllegalMove, match="a is running: cancel it first"):
        progress.mark("a", TaskState.SUCCESS)
    with pytest.raises(IllegalMove, match="cannot be marked running"):
        progress.mark("b", TaskState.RUNNING)


def test_marking_goes_on_in_a_run_that_was_taken_up() -> None:
    plan = planned(*CHAIN)
    blocked = [Standing(task, TaskState.UPSTREAM_FAILED) for task in "bc"]
    progress = Progress.restored(plan, [Standing("a", TaskState.FAILED, 1, 1), *blocked])
    assert (progress.begin(), progress.outcome) == ([], RunState.FAILED)
    progress.mark("a", TaskState.SUCCESS)
    assert progress.ready() == ["b"]


def test_an_unknown_name_is_a_key_error() -> None:
    progress = begun(*CHAIN)
    with pytest.raises(KeyError):
        progress.clear(["nope"])
    with pytest.raises(KeyError):
        progress.mark("nope", TaskState.SUCCESS)


def test_an_interrupted_try_costs_no_retry_and_its_task_is_ready_again() -> None:
    progress = begun(*CHAIN)
    progress.start("a")
    assert told(progress.finish("a", TryState.INTERRUPTED)) == [("a", "waiting")]
    assert (progress.ready(), progress.failures("a"), progress.start("a")) == (["a"], 0, 2)
