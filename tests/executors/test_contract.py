"""What every executor keeps to, whichever way it carries tasks out."""

from __future__ import annotations

import gc
import os
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Executor, Finished, Given, Input, Pushed, Started
from flowdesk.plan.plan import Kind, Push
from flowdesk.plan.states import TryState
from tests.builders import carried_out, finished, given, job, printed, pushed, python_job, until_finished

if TYPE_CHECKING:
    from pathlib import Path

FLOAT = (Push("accuracy", "float"),)
TEXT = (Push("return_value", "str"),)


def test_a_job_is_started_then_pushes_then_is_finished(executor: Executor, tmp_path: Path) -> None:
    one = python_job(tmp_path, "def f():\n  return 0.5", push=FLOAT)
    started, value, end = carried_out(executor, one)
    assert isinstance(started, Started)
    assert started.pid > 0
    assert value == Pushed("t/1", "accuracy", "float", "0.5", 3, "0.5")
    assert end == Finished("t/1", TryState.SUCCESS)


def test_what_a_task_prints_is_in_its_log(executor: Executor, tmp_path: Path) -> None:
    one = python_job(
        tmp_path,
        """
        import sys
        def f():
            print("정확도 0.5")
            print("경고", file=sys.stderr)
        """,
    )
    carried_out(executor, one)
    assert printed(one) == "정확도 0.5\n경고\n"


def test_a_second_try_adds_to_an_existing_log(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "echo again")
    carried_out(executor, one)
    carried_out(executor, one)
    assert printed(one) == "again\nagain\n"


def test_inputs_arrive_by_name(executor: Executor, tmp_path: Path) -> None:
    one = python_job(
        tmp_path,
        "def f(best, scores):\n  return sum(scores) + best",
        inputs=(given("best", 1.0), given("scores", 2, 3, many=True)),
        push=FLOAT,
    )
    assert pushed(carried_out(executor, one)) == {"accuracy": 6.0}


def test_an_absent_input_is_its_default_or_none_or_left_out_of_a_list(
    executor: Executor, tmp_path: Path
) -> None:
    absent = (Given("up", "key", None), Given("up_2", "key", "7"))
    one = python_job(
        tmp_path,
        "def f(a, b, c):\n  return [a, b, c]",
        inputs=(
            Input("a", absent[:1], default="1"),
            Input("b", absent[:1]),
            Input("c", absent, many=True),
        ),
        push=(Push("return_value", "any"),),
    )
    assert pushed(carried_out(executor, one)) == {"return_value": [1, None, [7]]}


def test_a_callable_gets_the_context_that_it_asks_for(executor: Executor, tmp_path: Path) -> None:
    one = python_job(
        tmp_path,
        """
        def f(ds, logical_date, run_id, ti, task_instance):
            assert ti is task_instance
            return f"{ds} {logical_date.year} {run_id} {ti.task_id} {ti.try_number} {ti.map_index}"
        """,
        context={"ds": "2026-01-02", "logical_date": "2026-01-02T00:00:00+00:00"},
        push=TEXT,
    )
    assert pushed(carried_out(executor, one)) == {"return_value": "2026-01-02 2026 run_1 t 1 -1"}


def test_a_callable_that_takes_anything_gets_everything(executor: Executor, tmp_path: Path) -> None:
    one = python_job(
        tmp_path,
        "def f(**context):\n  return ' '.join(sorted(context))",
        inputs=(given("x", 1),),
        context={"ds": "2026-01-02"},
        push=TEXT,
    )
    names = str(pushed(carried_out(executor, one))["return_value"]).split()
    assert {"ds", "params", "run_id", "task_instance", "ti", "x", "dag", "dag_run", "task"} <= set(names)


def test_an_input_that_a_callable_does_not_take_fails_unless_it_takes_ti(
    executor: Executor, tmp_path: Path
) -> None:
    without = finished(executor, python_job(tmp_path, "def f(): pass", inputs=(given("x", 1),)))
    assert without.reason == "f() does not take 'x', which the file pulls for it"
    assert finished(executor, python_job(tmp_path, "def f(ti): pass", inputs=(given("x", 1),))).reason is None


def test_a_coroutine_is_awaited(executor: Executor, tmp_path: Path) -> None:
    one = python_job(tmp_path, "async def f():\n  return 0.5", push=FLOAT)
    assert pushed(carried_out(executor, one)) == {"accuracy": 0.5}


def test_a_generator_is_refused_as_nothing_of_it_has_run(executor: Executor, tmp_path: Path) -> None:
    end = finished(executor, python_job(tmp_path, "def f():\n  yield 1"))
    assert end.reason is not None
    assert end.reason.endswith("of which nothing has run; return what it yields")


def test_a_push_that_does_not_fit_raises_in_the_users_line(executor: Executor, tmp_path: Path) -> None:
    one = python_job(tmp_path, "def f(ti):\n  ti.xcom_push('accuracy', 'x')", push=FLOAT)
    end = finished(executor, one)
    assert end.reason is not None
    assert end.reason.startswith("push 'accuracy': expected float, got str 'x' (tasks_")
    assert end.reason.endswith(".py, line 2)")
    log = printed(one)
    assert "ti.xcom_push('accuracy', 'x')" in log
    assert "executors" not in log


def test_a_value_pushed_before_a_failure_is_reported(executor: Executor, tmp_path: Path) -> None:
    source = "def f(ti):\n  ti.xcom_push(key='accuracy', value=1)\n  raise ValueError('no data')"
    reports = carried_out(executor, python_job(tmp_path, source, push=FLOAT))
    assert pushed(reports) == {"accuracy": 1.0}
    assert isinstance(reports[-1], Finished)
    assert reports[-1].state is TryState.FAILED


def test_a_declared_key_that_was_not_pushed_fails_the_try(executor: Executor, tmp_path: Path) -> None:
    push = (Push("a", "int"), Push("b", "int"), Push("c", "int", required=False))
    end = finished(executor, python_job(tmp_path, "def f():\n  return {'a': 1}", push=push))
    assert (end.state, end.reason) == (TryState.FAILED, "did not push 'b', which the file declares")


def test_a_push_of_a_task_that_pushes_nothing_is_told_why_that_may_be(
    executor: Executor, tmp_path: Path
) -> None:
    end = finished(executor, python_job(tmp_path, "def f(ti):\n  ti.xcom_push(key='k', value=1)", push=()))
    assert "(declared: nothing, or turned off by do_xcom_push = false); add to" in (end.reason or "")


SKIPPING = "class AirflowSkipException(Exception): pass\n  raise AirflowSkipException('why')"


@pytest.mark.parametrize(
    ("body", "end"),
    [
        ("import sys; sys.exit(3)", Finished("t/1", TryState.FAILED, "exit code 3", 3)),
        ("import sys; sys.exit('bye')", Finished("t/1", TryState.FAILED, "exit code 1", 1)),
        ("import sys; sys.exit(0)", Finished("t/1", TryState.SUCCESS)),
        ("import sys; sys.exit(1 << 70)", Finished("t/1", TryState.FAILED, "exit code 1", 1)),
        ("import sys; sys.exit(-1)", Finished("t/1", TryState.FAILED, "exit code 255", 255)),
        ("import sys; sys.exit(True)", Finished("t/1", TryState.FAILED, "exit code 1", 1)),
        (SKIPPING, Finished("t/1", TryState.SKIPPED, "why")),
    ],
)
def test_a_try_ends_as_its_callable_leaves(
    executor: Executor, tmp_path: Path, body: str, end: Finished
) -> None:
    assert finished(executor, python_job(tmp_path, f"def f():\n  {body}")) == end


def test_a_module_that_is_not_there_is_named_without_our_frames(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "no_such_module:f", kind=Kind.PYTHON)
    assert finished(executor, one).reason == "ModuleNotFoundError: No module named 'no_such_module'"
    assert "importlib" not in printed(one)


def test_a_task_runs_in_its_directory_with_its_folder_on_the_import_path(
    executor: Executor, tmp_path: Path
) -> None:
    (tmp_path / "here").mkdir()
    source = "import os, sys\ndef f():\n  return os.getcwd() + ' ' + sys.path[0]"
    one = python_job(tmp_path, source, cwd=str(tmp_path / "here"), push=TEXT)
    assert pushed(carried_out(executor, one)) == {"return_value": f"{tmp_path / 'here'} {tmp_path}"}


def test_a_directory_that_is_not_there_fails_the_try(executor: Executor, tmp_path: Path) -> None:
    end = finished(executor, job(tmp_path, "true", cwd=str(tmp_path / "gone")))
    assert end.reason == f"its directory cannot be entered: {tmp_path / 'gone'}: No such file or directory"


def test_what_a_task_does_to_its_process_does_not_reach_the_next(executor: Executor, tmp_path: Path) -> None:
    messy = (
        "import os, sys\ndef f():\n  os.environ['LEFT'] = '1'; os.umask(0); os.chdir('/'); sys.path.clear()"
    )
    carried_out(executor, python_job(tmp_path, messy))
    one = job(tmp_path, "echo $LEFT$PWD $(umask)", push=TEXT)
    os.umask(mask := os.umask(0))
    assert pushed(carried_out(executor, one)) == {"return_value": f"{tmp_path} {mask:04o}"}


def test_the_directory_that_the_engine_was_started_in_may_go(
    executor: Executor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    carried_out(executor, job(tmp_path, "rmdir here"))
    assert finished(executor, job(tmp_path, "true", id="t/2")).reason is None


def test_two_folders_may_have_modules_of_the_same_name(executor: Executor, tmp_path: Path) -> None:
    for name in ("one", "two"):
        folder = tmp_path / name
        folder.mkdir()
        (folder / "same_name.py").write_text(f"def f():\n  return {name!r}")
        one = job(folder, "same_name:f", kind=Kind.PYTHON, push=TEXT)
        assert pushed(carried_out(executor, one)) == {"return_value": name}


def test_a_function_that_is_not_there_is_named(executor: Executor, tmp_path: Path) -> None:
    (tmp_path / "empty_module.py").touch()
    end = finished(executor, job(tmp_path, "empty_module:f", kind=Kind.PYTHON))
    assert end.reason == "module 'empty_module' has no function 'f'"


def test_a_log_that_cannot_be_written_fails_the_try(executor: Executor, tmp_path: Path) -> None:
    (tmp_path / "logs").touch()
    end = finished(executor, job(tmp_path, "echo lost"))
    assert end.reason is not None
    assert end.reason.startswith("its log cannot be written")


def test_a_joint_is_not_carried_out(executor: Executor, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="nothing to carry out"):
        executor.start(job(tmp_path, kind=Kind.JOINT))


def test_waiting_ends_after_its_time(executor: Executor) -> None:
    assert executor.wait(0.0) == []


def test_waking_ends_a_wait(executor: Executor) -> None:
    waker = Timer(0, executor.wake)
    waker.start()
    assert executor.wait(None) == []
    waker.join()


def test_a_cancelled_job_is_finished_as_such(executor: Executor, tmp_path: Path) -> None:
    executor.start(job(tmp_path, "sleep 1000"))
    executor.cancel("t/1")
    assert until_finished(executor)[-1] == Finished("t/1", TryState.CANCELLED, "cancelled")


def test_a_cancel_that_comes_too_late_does_nothing(executor: Executor, tmp_path: Path) -> None:
    carried_out(executor, job(tmp_path, "true"))
    executor.cancel("t/1")
    assert finished(executor, job(tmp_path, "true", id="t/2")).state is TryState.SUCCESS


def test_nothing_stays_open_after_many_jobs(executor: Executor, tmp_path: Path) -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - only the number matters

    carried_out(executor, job(tmp_path, "true"))
    gc.collect()  # what an earlier test has forgotten to close is not to be closed in between
    before = open_files()
    for _ in range(200):
        carried_out(executor, job(tmp_path, "echo 1", push=TEXT))
    assert open_files() == before


def test_a_callable_may_ask_for_params_where_none_are_declared(executor: Executor, tmp_path: Path) -> None:
    one = python_job(tmp_path, "def f(params):\n  return str(params)", push=TEXT)
    assert pushed(carried_out(executor, one)) == {"return_value": "{}"}
