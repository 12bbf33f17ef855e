"""The table of moves."""

from __future__ import annotations

from flowdesk.plan.states import MOVES, OPEN, TaskState


def test_every_state_has_its_line_and_none_leads_to_itself() -> None:
    assert set(MOVES) == set(TaskState)
    assert all(state not in after for state, after in MOVES.items())


def test_every_state_can_be_reached_and_left() -> None:
    assert set().union(*MOVES.values()) == set(TaskState)
    assert all(MOVES.values())


def test_whatever_ended_can_be_cleared() -> None:
    assert all(TaskState.WAITING in MOVES[state] for state in set(TaskState) - OPEN)


def test_only_what_runs_is_up_for_retry_and_only_what_waits_is_blocked() -> None:
    def sources(state: TaskState) -> set[TaskState]:
        return {before for before, after in MOVES.items() if state in after}

    assert sources(TaskState.UP_FOR_RETRY) == {TaskState.RUNNING}
    assert sources(TaskState.UPSTREAM_FAILED) == {TaskState.WAITING}
    assert sources(TaskState.REMOVED) == {TaskState.WAITING}
