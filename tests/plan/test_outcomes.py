"""The rules turned round say the same as the rules."""

from __future__ import annotations

from itertools import combinations_with_replacement

import pytest

from flowdesk.plan.outcomes import FAILS, RUNS, SKIPS, Need, Stand, open_needs
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.states import TaskState
from flowdesk.plan.trigger import Tally, TriggerRule, verdict

ENDS = {
    Stand.SUCCESS: TaskState.SUCCESS,
    Stand.FAILED: TaskState.FAILED,
    Stand.UPSTREAM_FAILED: TaskState.UPSTREAM_FAILED,
    Stand.SKIPPED: TaskState.SKIPPED,
}


def met(need: Need | None, upstream: tuple[Stand, ...]) -> bool:
    if need is None:
        return False
    every = need.every is None or all(stand in need.every for stand in upstream)
    return every and (need.some is None or any(stand in need.some for stand in upstream))


def verdicts(rule: TriggerRule, upstream: tuple[Stand, ...]) -> set[TaskState | None]:
    """What the rule can have said by now: some are decided before all have ended."""
    ended = [stand for stand in upstream if stand is not Stand.OPEN]
    found = set()
    for last in range(len(ended) + 1):
        for first in (ended[:last], ended[last:]):
            tally = Tally(len(upstream))
            for stand in first:
                tally.add(ENDS[stand])
            found.add(verdict(rule, tally))
    return found


@pytest.mark.parametrize("rule", TriggerRule)
@pytest.mark.parametrize("count", [1, 2, 3])
def test_a_need_is_met_exactly_where_the_rule_can_say_so(rule: TriggerRule, count: int) -> None:
    for upstream in combinations_with_replacement(Stand, count):
        said = verdicts(rule, upstream) | verdicts(rule, upstream[::-1])
        assert met(RUNS[rule], upstream) is (TaskState.RUNNING in said)
        assert met(FAILS.get(rule), upstream) is (TaskState.UPSTREAM_FAILED in said)
        assert met(SKIPS.get(rule), upstream) is (TaskState.SKIPPED in said)


@pytest.mark.parametrize("rule", TriggerRule)
@pytest.mark.parametrize("kind", [Kind.BASH, Kind.JOINT])
def test_a_task_may_be_open_where_its_rule_has_not_ended_it(rule: TriggerRule, kind: Kind) -> None:
    for count in (1, 2, 3):
        task = Task("t", kind, upstream=("u",) * count, trigger_rule=rule)
        for upstream in combinations_with_replacement(Stand, count):
            tally = Tally(count)
            for stand in upstream:
                if stand is not Stand.OPEN:
                    tally.add(ENDS[stand])
            still = {None} if kind is Kind.JOINT else {None, TaskState.RUNNING}
            may_be = any(met(need, upstream) for need in open_needs(task))
            assert may_be is (verdict(rule, tally) in still)
