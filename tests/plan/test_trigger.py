"""What a task does, given how its upstream stand."""

from __future__ import annotations

import pytest

from flowdesk.plan.states import TaskState
from flowdesk.plan.trigger import RULES, Tally, TriggerRule


def test_every_rule_has_its_line_in_the_table() -> None:
    assert set(RULES) == set(TriggerRule)


@pytest.mark.parametrize(
    ("waiting_for", "ended", "verdict"),
    [
        (0, [], TaskState.RUNNING),
        (2, ["success"], None),
        (2, ["success", "success"], TaskState.RUNNING),
        (2, ["failed"], TaskState.UPSTREAM_FAILED),
        (2, ["upstream_failed"], TaskState.UPSTREAM_FAILED),
        (2, ["skipped"], TaskState.SKIPPED),
        (2, ["cancelled"], TaskState.CANCELLED),
        (2, ["skipped", "failed"], TaskState.UPSTREAM_FAILED),
    ],
)
def test_all_success_asks_that_every_upstream_succeeded(
    waiting_for: int, ended: list[str], verdict: TaskState | None
) -> None:
    tally = Tally(waiting_for)
    for state in ended:
        tally.add(TaskState(state))
    assert RULES[TriggerRule.ALL_SUCCESS](tally) is verdict
