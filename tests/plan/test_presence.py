"""A value that may be absent is told before the run, with the way by which it can be."""

from __future__ import annotations

import pytest

from flowdesk.errors import Severity
from tests.plan.files import checked, codes, only_problem, underlined

BRANCH = """
    [tasks.prepare]
    bash = "true"
    returns = "int"
    [tasks.choose]
    branch = "time:time"
    after = "prepare"
    choices = ["train", "fallback"]
    [tasks.train]
    bash = "true"
    returns = "int"
    [tasks.tune]
    bash = "true"
    after = "train"
    returns = "int"
    [tasks.fallback]
    bash = "true"
    returns = "int"
    [tasks.report]
    bash = "true"
    after = ["tune", "fallback"]
    trigger_rule = "{rule}"
    pull.x = {pull}
"""


def problem_of(rule: str, pull: str, code: str = "FD502") -> str:
    return only_problem(BRANCH.format(rule=rule, pull=pull), code).message


@pytest.mark.parametrize(
    ("rule", "pull"),
    [
        ("all_success", '"train"'),
        ("all_success", '["train", "fallback"]'),
        ("none_failed", '"prepare"'),
        ("none_failed_min_one_success", '"prepare"'),
        ("one_success", '"prepare"'),
        ("none_failed", '{ from = "train", default = 0 }'),
        ("all_done", '{ from = "train", required = false }'),
        ("always", '{ from = ["train", "prepare"], required = false }'),
    ],
)
def test_what_must_be_there_or_need_not_be_is_no_problem(rule: str, pull: str) -> None:
    assert codes(BRANCH.format(rule=rule, pull=pull)) == []


@pytest.mark.parametrize(
    ("rule", "pull", "told"),
    [
        (
            "none_failed",
            '"train"',
            (
                "'report' runs even if 'train' was skipped: its trigger rule is none_failed, "
                "and 'train' is skipped when 'choose' picks 'fallback'"
            ),
        ),
        (
            "none_failed_min_one_success",
            '["fallback", "tune"]',
            (
                "'report' runs even if 'fallback' was skipped: its trigger rule is "
                "none_failed_min_one_success, and 'fallback' is skipped when 'choose' picks 'train'"
            ),
        ),
        (
            "none_failed",
            '["tune"]',
            (
                "'report' runs even if 'tune' was skipped: its trigger rule is none_failed, "
                "and 'tune' is skipped with 'train' when 'choose' picks 'fallback'"
            ),
        ),
        ("all_done", '"prepare"', "'report' runs even if 'prepare' failed: its trigger rule is all_done"),
        (
            "none_skipped",
            '["tune"]',
            "'report' runs even if 'tune' failed: its trigger rule is none_skipped",
        ),
        ("always", '"prepare"', "'report' does not wait for 'prepare': its trigger rule is always"),
        ("one_failed", '"prepare"', "'report' runs even if 'prepare' failed: its trigger rule is one_failed"),
    ],
)
def test_a_value_that_may_be_absent_is_told_with_the_way(rule: str, pull: str, told: str) -> None:
    assert problem_of(rule, pull) == f"'x' may be absent: {told}"


def test_a_start_before_all_have_ended_is_told_as_such() -> None:
    text = """
        [tasks.a]
        bash = "true"
        returns = "int"
        [tasks.b]
        bash = "true"
        [tasks.first]
        bash = "true"
        after = "b"
        trigger_rule = "one_done"
        pull.x = "a"
    """
    assert "runs even if 'a' failed" in only_problem(text, "FD502").message
    joint = text.replace('bash = "true"\n        returns', "short_circuit = 'time:time'\n        returns")
    assert "one_success" not in only_problem(joint, "FD502").message
    soon = text.replace("one_done", "one_success")
    assert only_problem(soon, "FD502").message.startswith("'x' may be absent: 'first' ")


def test_both_ends_the_rule_and_the_branch_are_shown() -> None:
    text = BRANCH.format(rule="none_failed", pull='"train"')
    problem = only_problem(text, "FD502")
    assert underlined(text, problem.place) == '"train"'
    assert [underlined(text, related.place) for related in problem.related] == [
        'trigger_rule = "none_failed"',
        '["train", "fallback"]',
        'returns = "int"',
    ]
    assert problem.suggestion == "give the pull a default, or write required = false"


def test_a_rule_that_a_group_sets_is_shown_where_it_is_set() -> None:
    text = """
        [defaults]
        trigger_rule = "all_done"
        [tasks.a]
        bash = "true"
        returns = "int"
        [tasks.b]
        bash = "true"
        pull.x = "a"
    """
    related = only_problem(text, "FD502").related[0]
    assert underlined(text, related.place) == 'trigger_rule = "all_done"'


@pytest.mark.parametrize("code", ["99", "[3, 99]"])
def test_a_task_that_says_that_it_may_skip_itself_is_believed(code: str) -> None:
    text = f"""
        [tasks.a]
        bash = "true"
        returns = "int"
        skip_on_exit_code = {code}
        [tasks.b]
        bash = "true"
        trigger_rule = "none_failed"
        pull.x = "a"
    """
    problem = only_problem(text, "FD502")
    assert problem.message.endswith("and 'a' skips itself by its exit code")
    assert only_problem(text, "FD502").related[1].message == "'a' skips itself by these exit codes"
    assert codes(text.replace(f"skip_on_exit_code = {code}", "")) == []


def test_a_short_circuit_takes_the_consumer_with_it() -> None:
    text = """
        [tasks.gate]
        short_circuit = "time:time"
        [tasks.a]
        bash = "true"
        after = "gate"
        returns = "int"
        [tasks.b]
        bash = "true"
        trigger_rule = "none_failed"
        pull.x = "a"
    """
    assert codes(text) == []


def test_a_key_that_need_not_be_pushed_is_a_problem_whatever_the_rule() -> None:
    text = """
        [tasks.a]
        bash = "true"
        push.k = { type = "int", required = false }
        [tasks.b]
        bash = "true"
        pull.x = "a:k"
        [tasks.c]
        bash = "true"
        pull.x = { from = "a:k", default = 1 }
    """
    problem = only_problem(text, "FD503")
    assert problem.message == "'x' may be absent: 'a' need not push 'k'"


def test_a_teardown_may_pull_from_the_setup_that_it_undoes() -> None:
    text = """
        [tasks.start]
        bash = "true"
        setup = true
        returns = "int"
        [tasks.work]
        bash = "true"
        after = "start"
        [tasks.stop]
        bash = "true"
        after = "work"
        teardown = "start"
        pull.x = "start"
    """
    assert codes(text) == []


def test_a_task_that_never_runs_is_told_once_and_its_followers_are_not() -> None:
    text = (
        BRANCH.format(rule="none_failed", pull='"prepare"')
        + """
    [tasks.lost]
    bash = "true"
    after = "choose"
    [tasks.after_lost]
    bash = "true"
    after = "lost"
    """
    )
    problem = only_problem(text, "FD304")
    assert problem.message == "'lost' comes directly after the branch 'choose', which never picks it"
    assert problem.severity is Severity.WARNING
    assert checked(text).ok


def test_a_rule_that_cannot_come_true_is_told() -> None:
    text = """
        [tasks.a]
        [tasks.b]
        bash = "true"
        after = "a"
        trigger_rule = "all_failed"
    """
    assert only_problem(text, "FD304").message == "'b' never runs: 'a' cannot end as all_failed asks"


def test_that_a_task_may_skip_itself_by_default_is_enough_for_another_to_run() -> None:
    text = """
        [tasks.a]
        bash = "exit 99"
        {skips}
        [tasks.b]
        bash = "true"
        after = "a"
        trigger_rule = "all_skipped"
    """
    assert codes(text.format(skips="")) == []
    assert only_problem(text.format(skips="skip_on_exit_code = []"), "FD304").message.startswith("'b' never")
