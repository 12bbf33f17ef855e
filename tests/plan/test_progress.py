"""What may start, and what follows when a task ends."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from flowdesk.plan.plan import Kind, Plan, Task
from flowdesk.plan.progress import IllegalMove, Move, Progress
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.trigger import TriggerRule
from tests.builders import bash, plan_of


def begun(*tasks: Task) -> Progress:
    progress = Progress(plan_of(*tasks))
    progress.begin()
    return progress


def end(progress: Progress, task: str, outcome: TryState = TryState.SUCCESS) -> list[Move]:
    progress.start(task)
    return progress.finish(task, outcome)


def test_what_waits_for_nothing_is_ready_in_the_files_order() -> None:
    assert begun(bash("c"), bash("a"), bash("b", "a")).ready() == ["c", "a"]


def test_a_limit_gives_the_first_ones() -> None:
    progress = begun(bash("c"), bash("a"), bash("b"))
    progress.start("c")
    assert progress.ready(1) == ["a"]
    assert progress.ready(1) == ["a"]
    assert progress.ready() == ["a", "b"]


def test_a_task_starts_when_all_its_upstream_succeeded() -> None:
    progress = begun(bash("a"), bash("b"), bash("c", "a", "b"))
    end(progress, "a")
    assert progress.ready() == ["b"]
    end(progress, "b")
    assert progress.ready() == ["c"]


def test_a_failed_task_fails_its_downstream_with_the_first_cause() -> None:
    progress = begun(bash("a"), bash("b", "a"), bash("c", "b"))
    assert end(progress, "a", TryState.FAILED) == [
        Move("a", TaskState.FAILED),
        Move("b", TaskState.UPSTREAM_FAILED, "a failed"),
        Move("c", TaskState.UPSTREAM_FAILED, "a failed"),
    ]
    assert progress.outcome is RunState.FAILED


def test_upstream_failed_is_known_before_the_other_upstream_ends() -> None:
    progress = begun(bash("a"), bash("slow"), bash("c", "a", "slow"))
    progress.start("slow")
    end(progress, "a", TryState.FAILED)
    assert progress.state("c") is TaskState.UPSTREAM_FAILED
    assert not progress.is_over
    assert progress.finish("slow", TryState.SUCCESS) == [Move("slow", TaskState.SUCCESS)]
    assert progress.is_over


def test_a_skipped_task_skips_its_downstream_and_the_run_succeeds() -> None:
    progress = begun(bash("a"), bash("b", "a"))
    assert end(progress, "a", TryState.SKIPPED)[1:] == [Move("b", TaskState.SKIPPED, "a was skipped")]
    assert progress.outcome is RunState.SUCCESS


def test_a_cancelled_try_cancels_its_downstream() -> None:
    progress = begun(bash("a"), bash("b", "a"))
    assert end(progress, "a", TryState.CANCELLED)[1:] == [Move("b", TaskState.CANCELLED, "a was cancelled")]
    assert progress.outcome is RunState.CANCELLED


def test_a_joint_succeeds_as_soon_as_its_upstream_is_done() -> None:
    progress = begun(bash("a"), Task("j", Kind.JOINT, upstream=("a",)), bash("b", "j"))
    assert end(progress, "a") == [Move("a", TaskState.SUCCESS), Move("j", TaskState.SUCCESS)]
    assert progress.ready() == ["b"]


def test_joints_without_upstream_succeed_when_the_run_begins() -> None:
    progress = Progress(
        plan_of(Task("j", Kind.JOINT), Task("k", Kind.JOINT, upstream=("j",)), bash("b", "k"))
    )
    assert progress.begin() == [Move("j", TaskState.SUCCESS), Move("k", TaskState.SUCCESS)]
    assert progress.ready() == ["b"]


def test_a_run_without_tasks_is_over_and_a_success() -> None:
    progress = Progress(Plan("empty", {}))
    assert progress.begin() == []
    assert progress.outcome is RunState.SUCCESS


def test_a_failed_try_with_tries_left_waits_for_its_delay() -> None:
    progress = begun(bash("a", retries=1)._replace(retry_delay=10.0), bash("b", "a"))
    assert end(progress, "a", TryState.FAILED) == [Move("a", TaskState.UP_FOR_RETRY, delay=10.0)]
    assert progress.ready() == []
    progress.retry("a")
    assert progress.ready() == ["a"]
    assert progress.start("a") == 2
    assert progress.finish("a", TryState.FAILED)[0] == Move("a", TaskState.FAILED)


def test_a_task_ready_again_is_offered_once() -> None:
    progress = begun(bash("a", retries=2))
    end(progress, "a", TryState.FAILED)
    progress.retry("a")
    assert progress.ready() == ["a"]


def test_cancelling_leaves_running_tasks_to_end_and_cancels_the_rest() -> None:
    progress = begun(bash("a", retries=3), bash("b"), bash("c", "a"))
    progress.start("a")
    assert progress.cancel() == [
        Move("b", TaskState.CANCELLED, "the run was cancelled"),
        Move("c", TaskState.CANCELLED, "the run was cancelled"),
    ]
    assert progress.ready() == []
    assert not progress.is_over
    assert progress.finish("a", TryState.CANCELLED) == [Move("a", TaskState.CANCELLED)]
    assert progress.outcome is RunState.CANCELLED


def test_a_try_that_fails_after_cancelling_is_not_retried() -> None:
    progress = begun(bash("a", retries=3))
    progress.start("a")
    progress.cancel()
    assert progress.finish("a", TryState.FAILED) == [Move("a", TaskState.FAILED)]


def test_cancelling_takes_what_waits_for_a_retry() -> None:
    progress = begun(bash("a", retries=3))
    end(progress, "a", TryState.FAILED)
    assert [move.task for move in progress.cancel()] == ["a"]
    assert progress.is_over


def ruled(task: str, rule: str, *upstream: str) -> Task:
    return bash(task, *upstream)._replace(trigger_rule=TriggerRule(rule))


def test_a_task_starts_by_its_own_trigger_rule() -> None:
    progress = begun(bash("a"), bash("b"), ruled("tidy", "all_done", "a", "b"))
    end(progress, "a", TryState.FAILED)
    assert progress.state("tidy") is TaskState.WAITING
    end(progress, "b")
    assert progress.ready() == ["tidy"]


def test_one_success_does_not_wait_for_the_others() -> None:
    progress = begun(bash("a"), bash("b"), ruled("first", "one_success", "a", "b"))
    end(progress, "b")
    assert progress.ready() == ["a", "first"]
    assert end(progress, "a", TryState.FAILED) == [Move("a", TaskState.FAILED)]


def test_always_starts_at_once() -> None:
    assert begun(bash("a"), ruled("b", "always", "a")).ready() == ["a", "b"]


def test_a_rule_that_cannot_come_true_skips_its_task_and_what_follows() -> None:
    progress = begun(bash("a"), ruled("mend", "one_failed", "a"), bash("after", "mend"))
    reason = "a succeeded, and the trigger rule of mend is one_failed"
    assert end(progress, "a")[1:] == [
        Move("mend", TaskState.SKIPPED, reason),
        Move("after", TaskState.SKIPPED, reason),
    ]


CHOOSE = Task("choose", Kind.BRANCH, ("m:f",), choices=("a", "b"))


def test_a_branch_skips_what_it_did_not_pick_and_its_joint_goes_on() -> None:
    joint = ruled("joint", "none_failed_min_one_success", "a", "b")
    progress = begun(CHOOSE, bash("a", "choose"), bash("b", "choose"), joint)
    progress.start("choose")
    assert progress.finish("choose", TryState.SUCCESS, followed=["b"])[1:] == [
        Move("a", TaskState.SKIPPED, "choose did not pick it")
    ]
    end(progress, "b")
    assert progress.ready() == ["joint"]


def test_a_branch_skips_even_what_would_always_run_unless_it_runs_already() -> None:
    progress = begun(CHOOSE, ruled("a", "always", "choose"), ruled("b", "always", "choose"))
    progress.start("choose")
    progress.start("a")
    moves = progress.finish("choose", TryState.SUCCESS, followed=[])
    assert [move.task for move in moves] == ["choose", "b"]
    assert progress.ready() == []


def test_a_short_circuit_skips_everything_after_it_whatever_its_rule() -> None:
    gate = Task("gate", Kind.SHORT_CIRCUIT, ("m:f",))
    progress = begun(gate, bash("other"), bash("a", "gate"), ruled("b", "all_done", "a", "other"))
    progress.start("gate")
    assert progress.finish("gate", TryState.SUCCESS, followed=())[1:] == [
        Move("a", TaskState.SKIPPED, "gate ended the way"),
        Move("b", TaskState.SKIPPED, "gate ended the way"),
    ]
    end(progress, "other")
    assert progress.outcome is RunState.SUCCESS


def test_a_short_circuit_that_says_yes_skips_nothing() -> None:
    progress = begun(Task("gate", Kind.SHORT_CIRCUIT, ("m:f",)), bash("a", "gate"))
    end(progress, "gate")
    assert progress.ready() == ["a"]


@pytest.mark.parametrize("out_of_turn", ["start", "retry"])
def test_a_call_out_of_turn_is_refused(out_of_turn: str) -> None:
    progress = begun(bash("a"), bash("b", "a"))
    with pytest.raises(IllegalMove):
        getattr(progress, out_of_turn)("b")


def test_a_task_cannot_end_before_it_started() -> None:
    with pytest.raises(IllegalMove, match="a is waiting, so no try of it can end"):
        begun(bash("a")).finish("a", TryState.SUCCESS)


@st.composite
def pipelines(draw: st.DrawFn) -> Plan:
    tasks: list[Task] = []
    for number in range(draw(st.integers(0, 12))):
        earlier = [task.id for task in tasks]
        upstream = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=4)) if earlier else []
        kind = draw(st.sampled_from([Kind.BASH, Kind.BASH, Kind.JOINT]))
        task = Task(f"t{number}", kind, upstream=tuple(upstream), retries=draw(st.integers(0, 2)))
        tasks.append(task._replace(trigger_rule=draw(st.sampled_from(TriggerRule))))
    return plan_of(*draw(st.permutations(tasks)))


@settings(deadline=None)
@given(pipelines(), st.data())
def test_any_run_ends_and_nothing_runs_before_its_upstream(plan: Plan, data: st.DataObject) -> None:
    progress = Progress(plan)
    told = progress.begin()
    running: list[str] = []
    delayed: list[str] = []
    while not progress.is_over:
        # Nothing hangs: as long as the run is not over, something can be done.
        choices = [*progress.ready(), *running, *delayed, "cancel"]
        chosen = data.draw(st.sampled_from(choices if len(choices) > 1 else choices[:0]))
        if chosen == "cancel":
            told += progress.cancel()
            delayed.clear()
        elif chosen in running:
            running.remove(chosen)
            outcomes = st.sampled_from(sorted(set(TryState) - {TryState.RUNNING, TryState.INTERRUPTED}))
            moves = progress.finish(chosen, data.draw(outcomes))
            assert moves[0].task == chosen
            delayed += [move.task for move in moves if move.state is TaskState.UP_FOR_RETRY]
            told += moves
        elif chosen in delayed:
            delayed.remove(chosen)
            progress.retry(chosen)
        else:
            if plan.tasks[chosen].trigger_rule is TriggerRule.ALL_SUCCESS:
                assert {progress.state(task) for task in plan.tasks[chosen].upstream} <= {TaskState.SUCCESS}
            assert progress.start(chosen) <= plan.tasks[chosen].retries + 1
            running.append(chosen)
    final = [move for move in told if move.state.is_final]
    assert sorted(move.task for move in final) == sorted(plan.tasks)
    assert all(progress.state(move.task) is move.state for move in final)
    states = {move.state for move in final}
    failed = states & {TaskState.FAILED, TaskState.UPSTREAM_FAILED}
    assert (progress.outcome is RunState.CANCELLED) == (TaskState.CANCELLED in states)
    assert (progress.outcome is RunState.FAILED) == bool(failed and TaskState.CANCELLED not in states)


def test_a_task_that_is_hindered_never_starts_nor_does_what_follows() -> None:
    progress = Progress(plan_of(bash("a"), bash("b", "a"), bash("c")))
    progress.begin()
    moves = progress.hinder("a", "its past")
    assert [(move.task, move.state, move.reason) for move in moves] == [
        ("a", TaskState.UPSTREAM_FAILED, "its past"),
        ("b", TaskState.UPSTREAM_FAILED, "its past"),
    ]
    assert progress.ready() == ["c"]
    with pytest.raises(IllegalMove):
        progress.hinder("a", "again")


def test_what_is_up_for_retry_can_be_given_up() -> None:
    progress = begun(bash("a", retries=1), bash("b", "a"))
    end(progress, "a", TryState.FAILED)
    moves = progress.give_up("a", "enough")
    assert moves == [Move("a", TaskState.CANCELLED, "enough"), Move("b", TaskState.CANCELLED, "enough")]
    with pytest.raises(IllegalMove, match="a is cancelled and not up for retry"):
        progress.give_up("a", "enough")


def test_a_teardown_whose_setup_failed_says_that_there_is_nothing_to_undo() -> None:
    down = bash("down", "up")._replace(teardown=("up",), trigger_rule=TriggerRule.ALL_DONE)
    progress = begun(bash("up")._replace(setup=True), down)
    moves = end(progress, "up", TryState.FAILED)
    (reason,) = [move.reason for move in moves if move.task == "down"]
    assert reason == "up failed, so there is nothing for down to undo"
