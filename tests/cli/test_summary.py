from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.cli.standing import Standing
from flowdesk.cli.summary import print_failures, print_tasks
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.rows import FinishedTry
from tests.builders import bash, plan_of
from tests.cli.conftest import begin, carry_out
from tests.cli.events import finished, pushed, started

if TYPE_CHECKING:
    import pytest

    from flowdesk.store.store import Store

FAILED = FinishedTry(TryState.FAILED, TaskState.FAILED, "exit code 3", exit_code=3)


def test_every_task_has_a_line_with_its_values(capsys: pytest.CaptureFixture[str]) -> None:
    standing = Standing(plan_of(bash("a"), bash("b")))
    standing.apply([started("a"), pushed("a", "k", "0.5"), finished("a", TaskState.SUCCESS)])
    print_tasks(standing)
    _, a, b, _ = capsys.readouterr().out.split("\n", 3)
    assert a.split() == ["a", "✓", "success", "1", "2.0s", "k:", "float", "=", "0.5"]
    assert b.split() == ["b", "·", "waiting"]


def test_of_many_tasks_those_that_did_not_succeed_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    standing = Standing(plan_of(*(bash(f"t{number}") for number in range(100))))
    for number in range(100):
        state = TaskState.FAILED if number == 7 else TaskState.SUCCESS
        standing.apply([started(f"t{number}"), finished(f"t{number}", state)])
    print_tasks(standing)
    assert [line.split()[0] for line in capsys.readouterr().out.splitlines() if line] == ["TASK", "t7"]


def test_a_failure_is_told_with_the_end_of_its_log_but_its_reason_once(
    store: Store, capsys: pytest.CaptureFixture[str]
) -> None:
    with store.transaction():
        begin(store, "r", "a")
        carry_out(store, "r", "a")
        store.finish_try("r", "a", 1, FAILED)
        store.finish_run("r", RunState.FAILED)
    with Path(store.tries("r", "a")[0].log).open("a") as log:
        log.write("flowdesk: exit code 3\n")
    standing = Standing(plan_of(bash("a")))
    standing.apply(store.events("r"))
    print_failures(standing, store, store.find_run("r"))
    assert capsys.readouterr().err.splitlines() == [
        "✗ failed a: exit code 3",
        "  | a says hello, try 1",
        "  all of it: flowdesk logs a 1",
        "",
    ]
