"""How all stand: moved along the table, counted, and taken up again."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.progress import Progress
from flowdesk.plan.standings import IllegalMove, Standing, Standings
from flowdesk.plan.states import RunState, TaskState
from tests.builders import bash, plan_of
from tests.plan.driving import F, end, mapped, planned, states, teardown

WAITING, RUNNING, SUCCESS = TaskState.WAITING, TaskState.RUNNING, TaskState.SUCCESS


def test_a_move_off_the_table_is_refused_and_changes_nothing() -> None:
    standings = Standings(plan_of(bash("a")))
    with pytest.raises(IllegalMove, match="a cannot move from waiting to up_for_retry"):
        standings.move("a", TaskState.UP_FOR_RETRY)
    assert standings.states == {"a": WAITING}


def test_a_run_is_as_bad_as_the_worst_of_its_tasks_but_for_teardowns() -> None:
    standings = Standings(plan_of(bash("a"), bash("b"), teardown("t")))
    outcomes = []
    for task, state in (("a", SUCCESS), ("t", TaskState.FAILED), ("b", SUCCESS), ("b", TaskState.FAILED)):
        standings.move(task, state)
        outcomes.append(standings.outcome)
    assert outcomes == [RunState.RUNNING, RunState.RUNNING, RunState.SUCCESS, RunState.FAILED]
    standings.move("a", TaskState.CANCELLED)
    assert standings.outcome is RunState.CANCELLED


def test_what_is_made_of_a_task_is_not_counted_besides_it() -> None:
    standings = Standings(plan_of(mapped("m")))
    standings.expand("m", 2)
    standings.move("m[0]", SUCCESS)
    assert (standings.left, standings.end_of("m")) == (1, RUNNING)
    standings.move("m[1]", TaskState.SKIPPED)
    assert (standings.left, standings.end_of("m")) == (1, SUCCESS)


def test_what_ran_waits_again_when_its_run_is_taken_up_with_its_tries_and_failures() -> None:
    plan = planned(bash("a", retries=1), bash("b", "a"))
    progress = Progress.restored(plan, [Standing("a", RUNNING, 2, 1)], spread=lambda: 0.0)
    progress.begin()
    assert (progress.ready(), progress.start("a")) == (["a"], 3)
    progress.finish("a", F)
    assert states(progress, "a", "b") == ["failed", "upstream_failed"]


def test_what_is_up_for_retry_stays_so_until_its_delay_is_over() -> None:
    progress = Progress.restored(planned(bash("a", retries=1)), [Standing("a", TaskState.UP_FOR_RETRY, 1, 1)])
    assert (progress.begin(), progress.ready()) == ([], [])
    progress.retry("a")
    assert progress.ready() == ["a"]


def test_an_expanded_task_runs_on_with_what_was_made_of_it() -> None:
    plan = planned(mapped("m"), bash("after", "m"))
    made = [Standing("m[1]", SUCCESS, 1), Standing("m[0]", RUNNING, 1)]
    progress = Progress.restored(plan, [Standing("m", RUNNING, expanded=3), *made])
    progress.begin()
    assert progress.ready() == ["m[0]", "m[2]"], "no standing of the last one came to us"
    for name in ("m[0]", "m[2]"):
        end(progress, name)
    assert progress.ready() == ["after"]


def test_a_task_left_while_it_was_expanded_is_expanded_again() -> None:
    progress = Progress.restored(planned(mapped("m")), [Standing("m", RUNNING, 1)])
    progress.begin()
    assert progress.ready() == ["m"]


def test_a_run_that_is_over_is_taken_up_as_it_is() -> None:
    plan = planned(bash("a"), Task("j", Kind.JOINT, upstream=("a",)))
    progress = Progress.restored(
        plan, [Standing("a", TaskState.FAILED, 1, 1), Standing("j", TaskState.UPSTREAM_FAILED)]
    )
    assert (progress.begin(), progress.outcome) == ([], RunState.FAILED)
