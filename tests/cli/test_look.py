from __future__ import annotations

import io

from flowdesk.cli.look import LOOKS, word
from flowdesk.plan.states import RunState, TaskState, TryState


def test_every_state_has_a_look() -> None:
    for state in (*TaskState, *RunState, *TryState):
        assert state.value in LOOKS


def test_no_two_states_share_an_icon() -> None:
    assert len({look.icon for look in LOOKS.values()}) == len(LOOKS)
    assert len({look.plain for look in LOOKS.values()}) == len(LOOKS)


def test_an_ascii_terminal_gets_an_ascii_icon() -> None:
    assert word(TaskState.UP_FOR_RETRY, io.TextIOWrapper(io.BytesIO(), "ascii")) == "r up for retry"
    assert word(TaskState.SUCCESS, io.TextIOWrapper(io.BytesIO(), "utf-8")) == "✓ success"
