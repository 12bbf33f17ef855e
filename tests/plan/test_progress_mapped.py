"""Mapped tasks: what is made of them, and how they end."""

from __future__ import annotations

import pytest

from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.progress import IllegalMove, Move
from flowdesk.plan.states import RunState, TaskState, TryState
from tests.builders import bash
from tests.plan.driving import F, S, begun, end, mapped, ruled, states, told


def test_a_mapped_task_is_ready_to_be_expanded_and_what_is_made_of_it_runs_in_its_place() -> None:
    progress = begun(bash("get"), mapped("m", "get"), bash("after", "m"))
    end(progress, "get")
    assert progress.ready() == ["m"]
    assert progress.expand("m", 2) == []
    assert (progress.state("m"), progress.expanded("m")) == (TaskState.RUNNING, 2)
    assert progress.ready() == ["m[0]", "m[1]"]
    assert told(end(progress, "m[1]")) == [("m[1]", "success")]
    assert progress.ready() == ["m[0]"]
    assert told(end(progress, "m[0]")) == [("m[0]", "success"), ("m", "success")]
    assert progress.ready() == ["after"]


def test_with_nothing_to_expand_a_mapped_task_is_skipped_with_what_follows() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    assert progress.expand("m", 0) == [
        Move("m", TaskState.SKIPPED, "nothing to expand"),
        Move("after", TaskState.SKIPPED, "nothing to expand"),
    ]
    assert progress.outcome is RunState.SUCCESS


def test_one_failure_fails_the_mapped_task_once_all_ended_but_its_downstream_at_once() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    progress.expand("m", 3)
    assert told(end(progress, "m[1]", F)) == [("m[1]", "failed"), ("after", "upstream_failed")]
    end(progress, "m[0]")
    assert end(progress, "m[2]")[1:] == [Move("m", TaskState.FAILED, "1 of 3 failed")]
    assert progress.outcome is RunState.FAILED


def test_downstream_counts_each_that_was_made() -> None:
    progress = begun(mapped("m"), ruled("tidy", "all_done", "m"), ruled("first", "one_success", "m"))
    progress.expand("m", 2)
    end(progress, "m[0]")
    assert progress.ready() == ["m[1]", "first"]
    end(progress, "m[1]", F)
    assert progress.ready() == ["tidy", "first"]


def test_a_mapped_task_of_which_all_skip_is_skipped_and_of_which_one_succeeds_succeeds() -> None:
    progress = begun(mapped("m"), mapped("n"))
    for task in ("m", "n"):
        progress.expand(task, 2)
        end(progress, f"{task}[0]", TryState.SKIPPED)
    end(progress, "m[1]", TryState.SKIPPED)
    end(progress, "n[1]")
    assert states(progress, "m", "n") == ["skipped", "success"]


def test_each_that_was_made_is_retried_by_itself() -> None:
    progress = begun(mapped("m", retries=1))
    progress.expand("m", 2)
    assert told(end(progress, "m[0]", F)) == [("m[0]", "up_for_retry")]
    progress.retry("m[0]")
    assert progress.start("m[0]") == 2
    assert (progress.failures("m[0]"), progress.failures("m[1]")) == (1, 0)
    progress.finish("m[0]", S)
    end(progress, "m[1]")
    assert progress.state("m") is TaskState.SUCCESS


def test_an_expansion_that_fails_is_a_try_of_the_mapped_task() -> None:
    progress = begun(mapped("m", retries=3), bash("after", "m"))
    progress.start("m")
    assert told(progress.finish("m", F, retry=False)) == [("m", "failed"), ("after", "upstream_failed")]


def test_cancelling_a_run_cancels_what_was_made_and_waits() -> None:
    progress = begun(mapped("m"), mapped("n"))
    progress.expand("m", 2)
    progress.expand("n", 1)
    progress.start("m[0]")
    assert told(progress.cancel()) == [("m[1]", "cancelled"), ("n[0]", "cancelled"), ("n", "cancelled")]
    assert told(progress.finish("m[0]", S)) == [("m[0]", "success"), ("m", "cancelled")]


def test_a_mapped_task_cleared_is_expanded_anew_and_more_or_fewer_are_made() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    progress.expand("m", 2)
    for name in ("m[0]", "m[1]", "after"):
        end(progress, name)
    moves = progress.clear(["m"])
    assert told(moves) == [(name, "waiting") for name in ("m", "m[0]", "m[1]", "after")]
    assert (progress.ready(), progress.expanded("m")) == (["m"], None)
    assert progress.expand("m", 1) == [Move("m[1]", TaskState.REMOVED, "m was expanded into fewer")]
    assert told(end(progress, "m[0]")) == [("m[0]", "success"), ("m", "success")]
    assert progress.ready() == ["after"]
    progress.clear(["m"])
    assert told(progress.expand("m", 3)) == [("m[1]", "waiting")]
    assert progress.ready() == ["m[0]", "m[1]", "m[2]"]


def test_one_that_was_made_is_cleared_alone() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    progress.expand("m", 2)
    end(progress, "m[0]")
    end(progress, "m[1]", F)
    moves = progress.clear(["m[1]"])
    assert told(moves) == [("after", "waiting"), ("m[1]", "waiting"), ("m", "running")]
    assert progress.ready() == ["m[1]"]
    assert told(end(progress, "m[1]")) == [("m[1]", "success"), ("m", "success")]
    assert progress.ready() == ["after"]


def test_what_is_left_of_an_earlier_expansion_goes_when_there_is_none_again() -> None:
    progress = begun(bash("get"), mapped("m", "get"))
    end(progress, "get")
    progress.expand("m", 1)
    end(progress, "m[0]")
    progress.clear(["get"])
    assert told(end(progress, "get", F)) == [("get", "failed"), ("m", "upstream_failed"), ("m[0]", "removed")]
    assert progress.failed() == ["get", "m"]
    with pytest.raises(IllegalMove, match="no part of the run"):
        progress.clear(["m[0]"])


def test_marking_one_that_was_made_decides_the_mapped_task_and_its_downstream() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    progress.expand("m", 2)
    end(progress, "m[0]")
    end(progress, "m[1]", F)
    moves = progress.mark("m[1]", TaskState.SUCCESS)
    assert told(moves) == [("m[1]", "success"), ("m", "success"), ("after", "waiting")]
    assert progress.ready() == ["after"]


def test_marking_a_mapped_task_marks_all_that_was_made_of_it() -> None:
    progress = begun(mapped("m"), bash("after", "m"))
    progress.expand("m", 2)
    end(progress, "m[0]", F)
    moves = progress.mark("m", TaskState.SKIPPED)
    expected = [("m[0]", "skipped"), ("m[1]", "skipped"), ("m", "skipped")]
    assert told(moves) == [*expected, ("after", "waiting"), ("after", "skipped")]


def test_what_any_of_a_mapped_branch_picks_is_followed() -> None:
    branch = Task("pick", Kind.BRANCH, ("m:f",), choices=("a", "b"), expand=mapped("m").expand)
    progress = begun(branch, bash("a", "pick"), bash("b", "pick"), bash("c", "pick"))
    progress.expand("pick", 2)
    progress.start("pick[0]")
    progress.start("pick[1]")
    progress.finish("pick[0]", S, followed=["a"])
    moves = progress.finish("pick[1]", S, followed=["b"])
    assert told(moves) == [("pick[1]", "success"), ("pick", "success"), ("c", "skipped")]
    assert progress.ready() == ["a", "b"]


def test_only_a_mapped_task_that_is_ready_can_be_expanded() -> None:
    progress = begun(bash("a"), mapped("m", "a"))
    for task in ("a", "m"):
        with pytest.raises(IllegalMove, match="not ready to be expanded"):
            progress.expand(task, 1)


def test_an_expanded_task_does_not_end_by_itself() -> None:
    progress = begun(mapped("m"))
    progress.expand("m", 1)
    with pytest.raises(IllegalMove):
        progress.finish("m", S)


@pytest.mark.parametrize("followed", [[None, (), None], [(), None, None], [(), (), ()]])
def test_any_of_a_mapped_short_circuit_ends_the_way_for_all(followed: list[tuple[str, ...] | None]) -> None:
    gate = Task("gate", Kind.SHORT_CIRCUIT, ("m:f",), expand=mapped("m").expand)
    progress = begun(gate, bash("a", "gate"), bash("b", "a"))
    progress.expand("gate", 3)
    for index, way in enumerate(followed):
        progress.start(f"gate[{index}]")
        progress.finish(f"gate[{index}]", TryState.SUCCESS, followed=way)
    assert {progress.state("a"), progress.state("b")} == {TaskState.SKIPPED}


def test_a_mapped_short_circuit_goes_on_where_none_ends_the_way() -> None:
    gate = Task("gate", Kind.SHORT_CIRCUIT, ("m:f",), expand=mapped("m").expand)
    progress = begun(gate, bash("a", "gate"))
    progress.expand("gate", 2)
    for index in range(2):
        progress.start(f"gate[{index}]")
        progress.finish(f"gate[{index}]", TryState.SUCCESS)
    assert progress.ready() == ["a"]
