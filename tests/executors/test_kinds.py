"""Branches, short circuits and Airflow's own ways to end, under every executor."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind, Push
from flowdesk.plan.states import TryState
from tests.builders import carried_out, end_of, finished, given, job, pushed, python_job

if TYPE_CHECKING:
    from flowdesk.executors.executor import Executor

CHOICES = ("small", "large")
RETURN = Push("return_value", "any")


@pytest.mark.parametrize(
    ("returned", "followed"),
    [("'small'", ("small",)), ("['large', 'small']", ("large", "small")), ("None", ()), ("[]", ())],
)
def test_a_branch_tells_what_it_picked_and_pushes_nothing(
    executor: Executor, tmp_path: Path, returned: str, followed: tuple[str, ...]
) -> None:
    one = python_job(tmp_path, f"def f(): return {returned}", kind=Kind.BRANCH, choices=CHOICES)
    reports = carried_out(executor, one)
    assert end_of(reports) == Finished("t/1", TryState.SUCCESS, followed=followed)
    assert pushed(reports) == {}


def test_a_branch_pushes_its_pick_where_that_is_declared_and_other_keys_too(
    executor: Executor, tmp_path: Path
) -> None:
    source = "def f(ti, score):\n  ti.xcom_push('seen', score)\n  return 'large' if score > 1 else 'small'"
    one = python_job(
        tmp_path,
        source,
        kind=Kind.BRANCH,
        choices=CHOICES,
        push=(RETURN, Push("seen", "float")),
        inputs=(given("score", 2.0),),
    )
    assert pushed(carried_out(executor, one)) == {"seen": 2.0, "return_value": "large"}


def test_the_only_other_key_of_a_branch_does_not_get_its_pick(executor: Executor, tmp_path: Path) -> None:
    push = (Push("seen", "any"),)
    one = python_job(tmp_path, "def f(): return 'small'", kind=Kind.BRANCH, choices=CHOICES, push=push)
    end = finished(executor, one)
    assert (end.state, end.refused_key) == (TryState.FAILED, "seen")


def test_a_branch_that_picks_what_is_no_choice_fails(executor: Executor, tmp_path: Path) -> None:
    one = python_job(tmp_path, "def f():\n  return 'smal'", kind=Kind.BRANCH, choices=CHOICES)
    end = finished(executor, one)
    assert end.reason == (
        "the branch picked 'smal', which is not among its choices ('small', 'large'); did you mean 'small'?"
    )
    assert (end.state, end.followed) == (TryState.FAILED, None)
    assert (end.at or "").endswith(".py, line 1")


@pytest.mark.parametrize("returned", ["True", "1", "'x'", "[0]"])
def test_a_short_circuit_that_is_true_goes_on_and_pushes(
    executor: Executor, tmp_path: Path, returned: str
) -> None:
    one = python_job(tmp_path, f"def f(): return {returned}", kind=Kind.SHORT_CIRCUIT, push=(RETURN,))
    reports = carried_out(executor, one)
    assert end_of(reports) == Finished("t/1", TryState.SUCCESS)
    assert list(pushed(reports)) == ["return_value"]


@pytest.mark.parametrize("returned", ["False", "0", "''", "[]", "None"])
def test_a_short_circuit_that_is_false_ends_the_way_and_pushes_nothing(
    executor: Executor, tmp_path: Path, returned: str
) -> None:
    one = python_job(tmp_path, f"def f(): return {returned}", kind=Kind.SHORT_CIRCUIT, push=(RETURN,))
    reports = carried_out(executor, one)
    assert end_of(reports) == Finished("t/1", TryState.SUCCESS, followed=())
    assert pushed(reports) == {}


def test_airflows_fail_exception_asks_for_no_further_try(executor: Executor, tmp_path: Path) -> None:
    source = """
    class AirflowFailException(Exception): pass
    class Mine(AirflowFailException): pass
    def f():
        raise Mine('for good')
    """
    end = finished(executor, python_job(tmp_path, source))
    assert (end.state, end.no_retry) == (TryState.FAILED, True)
    assert (end.reason or "").startswith("Mine: for good (")
    assert (end.at or "").endswith(".py, line 5")


def test_another_exception_may_be_tried_again(executor: Executor, tmp_path: Path) -> None:
    assert not finished(executor, python_job(tmp_path, "def f(): raise ValueError")).no_retry


def test_a_push_outside_its_limits_raises_in_the_users_line(executor: Executor, tmp_path: Path) -> None:
    source = "def f(ti):\n  ti.xcom_push('n', 1)\n  ti.xcom_push('n', -1)"
    end = finished(executor, python_job(tmp_path, source, push=(Push("n", "int", ge=0),)))
    assert (end.refused_key, (end.at or "").partition(", ")[2]) == ("n", "line 3")
    assert (end.reason or "").startswith("push 'n': must be at least 0, and is -1 (")


def test_a_returned_value_that_does_not_fit_is_blamed_on_the_function(
    executor: Executor, tmp_path: Path
) -> None:
    end = finished(executor, python_job(tmp_path, "\n\ndef f(): return 'x'", push=(Push("n", "int"),)))
    assert end.reason == "push 'n': expected int, got str 'x'"
    assert (end.refused_key, (end.at or "").partition(", ")[2]) == ("n", "line 3")


def test_what_was_not_pushed_is_named(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "true", push=(Push("a", "int"), Push("b", "int")))
    assert finished(executor, one).refused_key == "a"


def test_a_secret_that_does_not_fit_is_in_no_sentence(executor: Executor, tmp_path: Path) -> None:
    push = (Push("token", "int", secret=True),)
    shell = finished(executor, job(tmp_path, "echo token=hunter2 >> $FLOWDESK_PUSH", push=push))
    call = finished(executor, python_job(tmp_path, "def f(ti): ti.xcom_push('token', 'hunter2')", push=push))
    for end in (shell, call):
        assert (end.reason or "").startswith("push 'token': expected int, got a secret value of type str")


@pytest.mark.parametrize("kind", [Kind.JOINT, Kind.WAIT, Kind.APPROVE, Kind.PIPELINE, Kind.PLUGGED])
def test_what_nobody_carries_out_is_refused(executor: Executor, tmp_path: Path, kind: Kind) -> None:
    with pytest.raises(ValueError, match="nothing to carry out"):
        executor.start(job(tmp_path, kind=kind))


@pytest.mark.parametrize(
    ("code", "skips", "state"),
    [
        ("exit 99", (99,), TryState.SKIPPED),
        ("exit 7", (5, 7), TryState.SKIPPED),
        ("exit 99", (5, 7), TryState.FAILED),
        ("exit 99", (), TryState.FAILED),
        ("true", (5, 7), TryState.SUCCESS),
    ],
)
def test_a_shell_skips_by_the_exit_codes_that_say_so(
    executor: Executor, tmp_path: Path, code: str, skips: tuple[int, ...], state: TryState
) -> None:
    assert finished(executor, job(tmp_path, code, skip_on_exit_code=skips)).state is state


def test_a_shell_knows_its_map_index(executor: Executor, tmp_path: Path) -> None:
    code = "echo ${FLOWDESK_MAP_INDEX-none}"
    told = [
        pushed(
            carried_out(executor, job(tmp_path, code, map_index=index, push=(Push("return_value", "str"),)))
        )
        for index in (-1, 0, 12)
    ]
    assert told == [{"return_value": "none"}, {"return_value": "0"}, {"return_value": "12"}]


@pytest.mark.parametrize("kind", [Kind.BASH, Kind.PYTHON])
def test_a_temporary_directory_is_fresh_and_gone_afterwards(
    executor: Executor, tmp_path: Path, kind: Kind
) -> None:
    source = """
    import os
    def f():
        was = os.listdir(".")
        os.makedirs("a/b")
        open("a/b/c", "w").close()
        os.chmod("a", 0o500)
        return [os.getcwd(), was]
    """
    shell = """mkdir -p a/b; touch a/b/c; chmod 500 a; echo "[\\"$PWD\\", []]" """
    made = python_job(tmp_path, source) if kind is Kind.PYTHON else job(tmp_path, shell)
    one = made._replace(temporary_cwd=True, push=(Push("return_value", "list[any]"),))
    for _ in range(2):
        value = pushed(carried_out(executor, one))["return_value"]
        assert isinstance(value, list)
        where, was = value
        assert was == []
        assert where != str(tmp_path)
        assert not Path(where).exists()
