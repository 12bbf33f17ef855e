"""What a task does, given how its upstream stand."""

from __future__ import annotations

from itertools import permutations

import pytest

from flowdesk.plan.states import TaskState
from flowdesk.plan.trigger import RULES, Tally, TriggerRule, verdict

STATES = {
    "S": TaskState.SUCCESS,
    "F": TaskState.FAILED,
    "U": TaskState.UPSTREAM_FAILED,
    "K": TaskState.SKIPPED,
    "C": TaskState.CANCELLED,
}
VERDICTS = {"run": TaskState.RUNNING, "wait": None, "UF": TaskState.UPSTREAM_FAILED} | {
    "skip": TaskState.SKIPPED,
    "cancel": TaskState.CANCELLED,
}


def tally(upstream: str) -> Tally:
    """How upstream stand, a letter for each; "." is one that has not ended."""
    found = Tally(len(upstream))
    for letter in upstream.replace(".", ""):
        found.add(STATES[letter])
    return found


def test_every_rule_has_its_line_in_the_table() -> None:
    assert set(RULES) == set(TriggerRule)


@pytest.mark.parametrize("rule", TriggerRule)
def test_a_task_without_upstream_starts_whatever_its_rule(rule: TriggerRule) -> None:
    assert verdict(rule, Tally(0)) is TaskState.RUNNING


# What Airflow 3 does, one line for each of its rules; "C" is ours.
TABLE = {
    "all_success": ".:wait S:run S.:wait SS:run F.:UF U.:UF K.:skip KF:UF SK:skip C.:cancel CK:cancel CF:UF",
    "all_failed": ".:wait F.:wait FF:run FU:run S.:skip K.:skip SF:skip KF:skip C.:cancel FC:cancel",
    "all_done": ".:wait S.:wait SFUKC:run F:run K:run",
    "all_done_min_one_success": ".:wait S:run SF:run SU:run F:UF FU:UF K.:skip SK:skip C:cancel SC:run",
    "all_skipped": ".:wait K.:wait K:run KK:run S.:skip F.:skip U.:skip KS:skip C.:cancel",
    "one_success": ".:wait S.:run SF:run SK:run F.:wait F:UF FK:UF KK:skip K.:wait C:cancel CK:cancel CF:UF",
    "one_failed": ".:wait F.:run U.:run SF:run S.:wait SS:skip SK:skip C:cancel",
    "one_done": ".:wait S.:run F.:run U.:wait U:skip K.:wait KU:skip KF:run C:cancel",
    "none_failed": ".:wait S.:wait SS:run SK:run KK:run F.:UF U.:UF C.:cancel",
    "none_failed_min_one_success": ".:wait S.:wait SS:run SK:run KK:skip K.:wait F.:UF KF:UF C.:cancel",
    "none_skipped": ".:wait S.:wait SF:run FU:run K.:skip SK:skip C.:cancel",
    "always": ".:run ..:run F.:run KK:run",
}


@pytest.mark.parametrize(
    ("rule", "upstream", "expected"),
    [(rule, *case.split(":")) for rule, cases in TABLE.items() for case in cases.split()],
)
def test_a_rule_decides_as_airflow_does_in_whatever_order_upstream_end(
    rule: str, upstream: str, expected: str
) -> None:
    for order in permutations(upstream):
        assert verdict(TriggerRule(rule), tally("".join(order))) is VERDICTS[expected]
