"""How tasks may end in any run, and how they end in the run in which nothing goes wrong."""

from __future__ import annotations

import pytest

from flowdesk.plan.branching import Ways
from flowdesk.plan.outcomes import Stand
from flowdesk.plan.outlook import Outlook
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.trigger import TriggerRule
from tests.builders import bash, plan_of

CHOOSE = Task("choose", Kind.BRANCH, ("m:f",), choices=("a", "b"))


def outlook(*tasks: Task) -> Outlook:
    plan = plan_of(*tasks)
    return Outlook(plan, Ways(plan))


def test_in_the_usual_run_a_branch_picks_all_and_nothing_fails() -> None:
    mend = bash("mend", "a")._replace(trigger_rule=TriggerRule.ONE_FAILED)
    usual = outlook(CHOOSE, bash("a", "choose"), bash("b", "choose"), mend).usual
    assert usual == dict.fromkeys(["choose", "a", "b"], Stand.SUCCESS) | {"mend": Stand.SKIPPED}


@pytest.mark.parametrize(
    ("task", "stands"),
    [
        (bash("x"), Stand.SUCCESS | Stand.FAILED),
        (bash("x")._replace(skip_on_exit_code=(99,)), Stand.SUCCESS | Stand.FAILED | Stand.SKIPPED),
        (Task("x", Kind.JOINT), Stand.SUCCESS),
        (bash("x", "root"), Stand.SUCCESS | Stand.FAILED | Stand.UPSTREAM_FAILED),
        (bash("x", "choose"), Stand.UPSTREAM_FAILED | Stand.SKIPPED),
        (bash("x", "j")._replace(trigger_rule=TriggerRule.ONE_FAILED), Stand.SKIPPED),
        (bash("x", "j")._replace(trigger_rule=TriggerRule.ALWAYS), Stand.SUCCESS | Stand.FAILED),
    ],
)
def test_a_task_may_end_as_its_rule_and_its_upstream_let_it(task: Task, stands: Stand) -> None:
    found = outlook(CHOOSE, bash("a", "choose"), bash("root"), Task("j", Kind.JOINT), task)
    assert found.possible["x"] == stands
