"""The ways in which a task can come to stand as it does."""

from __future__ import annotations

from flowdesk.plan.branching import Ways
from flowdesk.plan.justify import Justify, Option, Why
from flowdesk.plan.outcomes import Stand
from flowdesk.plan.outlook import Outlook
from flowdesk.plan.plan import Kind, Task
from flowdesk.plan.trigger import TriggerRule
from tests.builders import bash, plan_of

CHOOSE = Task("choose", Kind.BRANCH, ("m:f",), choices=("a", "b"))


def justify(*tasks: Task) -> Justify:
    plan = plan_of(*tasks)
    return Justify(plan, Outlook(plan, Ways(plan)))


def test_a_task_is_skipped_by_itself_by_a_branch_or_by_its_rule() -> None:
    a = bash("a", "choose")._replace(skip_on_exit_code=(99,))
    options = justify(CHOOSE, a, bash("b", "choose")).options(("a", Stand.SKIPPED))
    assert [option.why.how for option in options] == ["itself", "branch"]


def test_a_task_without_upstream_needs_nothing() -> None:
    options = justify(bash("a")).options(("a", Stand.SUCCESS | Stand.FAILED))
    assert list(options) == [
        Option(Stand.SUCCESS, Why("ran"), []),
        Option(Stand.FAILED, Why("ran"), []),
    ]


def test_what_starts_must_be_let_go_on_by_its_branches() -> None:
    found = justify(CHOOSE, bash("a", "choose"), bash("b", "choose"))
    (option,) = found.options(("a", Stand.SUCCESS))
    assert (option.goals, option.follows) == ([("choose", Stand.SUCCESS)], ("choose",))


def test_all_success_never_starts_without_one_of_its_upstream() -> None:
    assert list(justify(bash("a"), bash("b", "a")).starts_without("b", "a")) == []
    late = bash("b", "a")._replace(trigger_rule=TriggerRule.ALL_DONE)
    (option,) = justify(bash("a"), late).starts_without("b", "a")
    assert option.goals[0] == ("a", Stand.FAILED | Stand.UPSTREAM_FAILED | Stand.SKIPPED)
