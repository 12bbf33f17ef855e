"""Groups that are tried again as a whole."""

from __future__ import annotations

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.progress import Move, Progress, Standing
from flowdesk.plan.states import RunState, TaskState
from tests.builders import bash
from tests.plan.driving import F, S, begun, end, mapped, planned, ruled, setup, states, teardown, told

AGAIN = "group 'g' is tried again (1 of 2)"
TASKS = (bash("g.a"), bash("g.b", "g.a"), bash("after", "g.b"))


def test_a_failure_lets_the_whole_group_wait_again() -> None:
    progress = begun(*TASKS, groups={"g": 2})
    end(progress, "g.a")
    assert end(progress, "g.b", F) == [
        Move("g.b", TaskState.FAILED),
        Move("g.a", TaskState.WAITING, AGAIN),
        Move("g.b", TaskState.WAITING, AGAIN),
    ]
    assert progress.ready() == ["g.a"]
    assert progress.group_retries == {"g": 1}
    assert progress.start("g.a") == 2


def test_a_group_fails_for_good_when_it_was_tried_as_often_as_it_may() -> None:
    progress = begun(*TASKS, groups={"g": 1})
    end(progress, "g.a", F)
    assert told(end(progress, "g.a", F)) == [
        ("g.a", "failed"),
        ("g.b", "upstream_failed"),
        ("after", "upstream_failed"),
    ]
    assert progress.outcome is RunState.FAILED


def test_a_task_uses_its_own_retries_before_its_group_is_tried_again() -> None:
    progress = begun(bash("g.a", retries=1), groups={"g": 1})
    assert told(end(progress, "g.a", F)) == [("g.a", "up_for_retry")]
    progress.retry("g.a")
    assert told(end(progress, "g.a", F)) == [("g.a", "failed"), ("g.a", "waiting")]
    assert told(end(progress, "g.a", F)) == [("g.a", "up_for_retry")], "its retries are counted afresh"


def test_the_outside_waits_until_the_group_ended_for_good() -> None:
    tasks = bash("g.a"), bash("g.b"), bash("after", "g.a"), ruled("any", "one_failed", "g.b")
    progress = begun(*tasks, groups={"g": 1})
    end(progress, "g.a")
    assert progress.ready() == ["g.b"], "after knows nothing of a's success yet"
    end(progress, "g.b", F)
    assert states(progress, "after", "any") == ["waiting", "waiting"]
    end(progress, "g.a")
    end(progress, "g.b")
    assert progress.ready() == ["after"]
    assert progress.state("any") is TaskState.SKIPPED


def test_what_runs_ends_first_and_nothing_more_starts() -> None:
    progress = begun(bash("g.a"), bash("g.slow"), bash("g.c"), bash("other"), groups={"g": 1})
    progress.start("g.a")
    progress.start("g.slow")
    assert told(progress.finish("g.a", F)) == [("g.a", "failed")]
    assert progress.ready() == ["other"]
    assert told(progress.finish("g.slow", S))[1:] == [("g.a", "waiting"), ("g.slow", "waiting")]
    assert progress.ready() == ["g.a", "g.slow", "g.c", "other"]


def test_a_try_that_fails_in_a_group_about_to_be_tried_again_is_not_retried_by_itself() -> None:
    progress = begun(bash("g.a"), bash("g.b", retries=5), groups={"g": 1})
    progress.start("g.b")
    end(progress, "g.a", F)
    assert told(progress.finish("g.b", F)) == [("g.b", "failed"), ("g.a", "waiting"), ("g.b", "waiting")]


def test_what_waits_for_its_retry_waits_again() -> None:
    progress = begun(bash("g.a", retries=1), bash("g.b"), groups={"g": 1})
    end(progress, "g.a", F)
    assert told(end(progress, "g.b", F)) == [("g.b", "failed"), ("g.a", "waiting"), ("g.b", "waiting")]
    assert progress.ready() == ["g.a", "g.b"]


def test_the_inner_group_is_tried_again_first_and_has_its_tries_anew_with_the_outer() -> None:
    progress = begun(bash("g.a"), bash("g.h.b", "g.a"), groups={"g": 1, "g.h": 1})
    end(progress, "g.a")
    assert told(end(progress, "g.h.b", F)) == [("g.h.b", "failed"), ("g.h.b", "waiting")]
    assert told(end(progress, "g.h.b", F))[1:] == [("g.a", "waiting"), ("g.h.b", "waiting")]
    assert progress.group_retries == {"g": 1, "g.h": 0}
    end(progress, "g.a")
    end(progress, "g.h.b", F)
    assert progress.group_retries == {"g": 1, "g.h": 1}
    end(progress, "g.h.b", F)
    assert progress.outcome is RunState.FAILED


def test_what_was_set_up_in_the_group_is_undone_before_it_is_tried_again() -> None:
    tasks = setup("g.s"), setup("g.t", "g.s"), bash("g.w", "g.t"), bash("g.x", "g.w")
    undone = teardown("g.ut", "g.x", of=("g.t",)), teardown("g.us", "g.ut", of=("g.s",))
    progress = begun(*tasks, *undone, groups={"g": 1})
    for task in ("g.s", "g.t"):
        end(progress, task)
    assert told(end(progress, "g.w", F)) == [("g.w", "failed")]
    assert progress.ready() == ["g.ut"]
    assert told(end(progress, "g.ut", F)) == [("g.ut", "failed")]
    assert progress.ready() == ["g.us"]
    assert told(end(progress, "g.us"))[1:] == [
        (task, "waiting") for task in ("g.s", "g.t", "g.w", "g.ut", "g.us")
    ]


def test_a_branch_in_a_group_skips_outside_once_the_group_ended_for_good() -> None:
    branch = Task("g.pick", Kind.BRANCH, ("m:f",), choices=("x", "y"))
    progress = begun(branch, bash("g.b"), bash("x", "g.pick"), bash("y", "g.pick"), groups={"g": 1})
    progress.start("g.pick")
    assert told(progress.finish("g.pick", S, followed=["x"])) == [("g.pick", "success")]
    end(progress, "g.b", F)
    progress.start("g.pick")
    progress.finish("g.pick", S, followed=["y"])
    assert told(end(progress, "g.b")) == [("g.b", "success"), ("x", "skipped")]
    assert progress.ready() == ["y"]


def test_what_was_made_in_a_group_is_made_anew() -> None:
    progress = begun(mapped("g.m"), bash("after", "g.m"), groups={"g": 1})
    progress.expand("g.m", 3)
    end(progress, "g.m[0]")
    assert told(end(progress, "g.m[1]", F)) == [
        ("g.m[1]", "failed"),
        ("g.m", "waiting"),
        ("g.m[0]", "waiting"),
        ("g.m[1]", "waiting"),
    ]
    assert progress.ready() == ["g.m"]
    progress.expand("g.m", 2)
    end(progress, "g.m[0]")
    end(progress, "g.m[1]")
    assert progress.ready() == ["after"]


def test_a_cancelled_run_tries_no_group_again() -> None:
    progress = begun(bash("g.a"), bash("g.b"), groups={"g": 1})
    progress.start("g.b")
    end(progress, "g.a", F)
    progress.cancel()
    assert told(progress.finish("g.b", S)) == [("g.b", "success")]
    assert progress.outcome is RunState.FAILED


def test_clearing_a_task_counts_its_groups_tries_afresh_and_the_outside_waits_again() -> None:
    progress = begun(*TASKS, bash("later", "after"), groups={"g": 1})
    end(progress, "g.a", F)
    end(progress, "g.a")
    end(progress, "g.b")
    assert progress.ready() == ["after"]
    progress.clear(["g.b"], downstream=False)
    assert (progress.ready(), progress.group_retries) == (["g.b"], {"g": 0})
    end(progress, "g.b")
    assert progress.ready() == ["after"]


def test_a_group_whose_failure_is_marked_away_is_not_tried_again() -> None:
    progress = begun(bash("g.a"), bash("g.slow"), bash("g.c"), groups={"g": 1})
    progress.start("g.slow")
    end(progress, "g.a", F)
    progress.mark("g.a", TaskState.SUCCESS)
    assert progress.ready() == ["g.c"]
    assert told(progress.finish("g.slow", S)) == [("g.slow", "success")]


def test_a_group_left_in_mid_failure_is_tried_again_when_its_run_is_taken_up() -> None:
    plan = planned(bash("g.a"), bash("g.slow"), groups={"g": 2})
    standings = [Standing("g.a", TaskState.FAILED, 1, 1), Standing("g.slow", TaskState.WAITING, 1)]
    progress = Progress.restored(plan, standings, group_retries={"g": 0})
    assert progress.begin() == [Move("g.a", TaskState.WAITING, AGAIN)]
    assert progress.ready() == ["g.a", "g.slow"]
    spent = Progress.restored(plan, standings, group_retries={"g": 2})
    assert spent.begin() == []
    assert spent.ready() == ["g.slow"]


def test_only_a_failure_in_the_group_lets_it_be_tried_again() -> None:
    progress = begun(bash("a"), bash("g.b", "a"), groups={"g": 1})
    end(progress, "a", F)
    assert progress.state("g.b") is TaskState.UPSTREAM_FAILED
    assert progress.is_over


def test_what_lies_between_two_tasks_of_the_group_does_not_wait_for_all_of_it() -> None:
    tasks = bash("g.a"), bash("between", "g.a"), bash("g.b", "between"), bash("after", "g.a")
    progress = begun(*tasks, groups={"g": 1})
    end(progress, "g.a")
    assert progress.ready() == ["between"]
    end(progress, "between")
    assert told(end(progress, "g.b", F))[1:] == [("g.a", "waiting"), ("g.b", "waiting")]
    end(progress, "g.a")
    assert (progress.state("between"), progress.ready()) == (TaskState.SUCCESS, ["g.b"])
    end(progress, "g.b")
    assert progress.ready() == ["after"]


def test_what_lies_between_further_off_does_not_wait_for_all_of_it_either() -> None:
    """It waits for what was set up in the group although it does not come directly after that."""
    between = (bash("x", "g.up"), bash("y", "x"))
    progress = begun(setup("g.up"), *between, bash("g.end", "y"), groups={"g": 1})
    end(progress, "g.up")
    end(progress, "x")
    assert progress.ready() == ["y"]


def test_who_ended_by_a_group_that_is_then_tried_again_runs_anew_with_it() -> None:
    tasks = bash("g.a"), bash("g.b", "g.a"), bash("out", "g.a"), bash("beyond", "out")
    progress = begun(*tasks, groups={"g": 1})
    for _ in range(2):
        end(progress, "g.a")
        end(progress, "g.b", F)
    for task in ("out", "beyond"):
        end(progress, task)
    progress.clear(progress.failed())
    assert progress.ready() == ["g.b"]
    end(progress, "g.b", F)
    assert states(progress, "g.a", "g.b", "out", "beyond") == ["waiting"] * 4, "what g.a pushes is another"
    for task in ("g.a", "g.b", "out", "beyond"):
        assert progress.ready() == [task]
        end(progress, task)
    assert progress.outcome is RunState.SUCCESS
