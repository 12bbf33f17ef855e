from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.plan.written import to_json
from flowdesk.store.rows import FinishedTry, NewRun
from flowdesk.store.store import Store
from tests.builders import bash, plan_of
from tests.cli.conftest import SUCCESS, carry_out

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.cli.conftest import Told

FAILED = FinishedTry(TryState.FAILED, TaskState.FAILED, "exit code 1", exit_code=1, failures=1)


@pytest.fixture
def failed_run(store: Store, tmp_path: Path) -> str:
    """Run "r" that is over: `a` succeeded and `b` failed."""
    plan = plan_of(bash("a", code="echo a again"), bash("b", "a", code="echo good now"), name="p")
    with store.transaction():
        store.create_run(NewRun("r", "p", str(tmp_path / "p.toml"), to_json(plan), ""), plan.tasks)
        carry_out(store, "r", "a")
        store.finish_try("r", "a", 1, SUCCESS)
        carry_out(store, "r", "b")
        store.finish_try("r", "b", 1, FAILED)
        store.finish_run("r", RunState.FAILED)
    return "r"


@pytest.mark.usefixtures("failed_run")
def test_the_process_that_asks_becomes_the_engine_and_answers_itself(
    flowdesk: Callable[..., Told], store: Store
) -> None:
    told = flowdesk("retry", "--in-process")
    assert told.code == 0, told.err
    assert told.out.startswith("Nobody works on run 1, so this terminal does from here on.\n")
    assert "✓ success  p, run 1: 2 tasks in " in told.out
    assert [(row.task, row.number, row.state.value) for row in store.tries("r")] == [
        ("a", 1, "success"),
        ("b", 1, "failed"),
        ("b", 2, "success"),
    ]
    (request,) = store.requests("r")
    assert request.answer is not None
    assert f"Run 1: {request.answer}." in told.out


@pytest.mark.usefixtures("failed_run")
def test_where_nothing_came_of_it_only_that_is_told(flowdesk: Callable[..., Told], store: Store) -> None:
    told = flowdesk("mark", "1", "a", "success", "--in-process")
    assert told.code == 0
    assert "Run 1: nothing to do, because 'a' is success already.\n" in told.out
    assert "TASK" not in told.out
    assert store.find_run("r").state is RunState.FAILED


@pytest.mark.usefixtures("failed_run")
def test_a_quiet_one_prints_nothing(flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("retry", "-q") == (0, "", "")


def test_it_needs_nothing_that_reads_a_file() -> None:
    code = (
        "import flowdesk.cli.taking_up, sys; "
        "print([name for name in ('pydantic', 'jinja2', 'rich') if name in sys.modules])"
    )
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert told.stdout == "[]\n"


@pytest.fixture
def imported_run(
    failed_run: str, flowdesk: Callable[..., Told], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Path:
    """Run "r" in another home, whose path this is, and into which it was imported."""
    file = tmp_path / "r.flowdesk"
    assert flowdesk("run", "export", failed_run, str(file)).code == 0
    monkeypatch.setenv("FLOWDESK_HOME", str(tmp_path / "elsewhere"))
    assert flowdesk("run", "import", str(file)).code == 0
    return tmp_path / "elsewhere"


@pytest.mark.parametrize(
    "words", [["retry"], ["clear", "1", "a", "--yes"], ["mark", "1", "b", "success"], ["retry", "1"]]
)
@pytest.mark.usefixtures("imported_run")
def test_what_a_run_brings_from_elsewhere_is_not_run_unless_that_is_said(
    flowdesk: Callable[..., Told], words: list[str]
) -> None:
    told = flowdesk(*words)
    assert told.code == 2
    assert told.err.splitlines()[-1] == (
        "flowdesk: run 1 was imported, and to go on with it runs here what it brings from elsewhere; "
        "look at it with flowdesk show 1, and say --trust"
    )


def test_a_run_that_was_trusted_is_one_of_here(imported_run: Path, flowdesk: Callable[..., Told]) -> None:
    assert flowdesk("retry", "--in-process", "--trust").code == 0
    assert flowdesk("retry", "1", "--in-process").code == 0
    with Store.open(imported_run) as store:
        assert store.imported_runs() == frozenset()


def test_an_imported_run_that_was_interrupted_must_be_named(
    imported_run: Path, flowdesk: Callable[..., Told]
) -> None:
    with Store.open(imported_run) as store, store.transaction():
        store._do("resume_run", run=1, state="running")  # as one that was exported while interrupted
    for words in (["run", "--resume"], ["resume"]):
        told = flowdesk(*words)
        assert told.code == 2
        assert told.err.startswith("flowdesk: no run ")
    assert "say --trust" in flowdesk("run", "--resume", "1").err
