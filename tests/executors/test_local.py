"""Worker processes: how they die, what they leave behind (nothing), and that they work side by side."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Finished, Started
from flowdesk.executors.local import Local
from flowdesk.plan.plan import Push
from flowdesk.plan.states import TryState
from tests.builders import (
    carried_out,
    end_of,
    finished,
    given,
    job,
    printed,
    pushed,
    python_job,
    until_finished,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from flowdesk.executors.executor import Job, Report

TEXT = (Push("return_value", "str"),)
PATIENCE = 30.0


def wait_until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + PATIENCE
    while not condition():
        assert time.monotonic() < end, "it did not come true"
        os.sched_yield()


def is_alive(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def written(one: Job) -> str:
    """What a job has printed, once that is something."""
    wait_until(lambda: printed(one))
    return printed(one)


def start(local: Local, one: Job) -> int:
    """Start the job and wait for its process."""
    local.start(one)
    reports = local.wait(PATIENCE)
    assert isinstance(reports[0], Started)
    return reports[0].pid


@pytest.mark.parametrize(
    ("body", "reason", "name"),
    [
        ("os._exit(3)", "exited with code 3 without finishing", None),
        ("os._exit(0)", "exited with code 0 without finishing", None),
        ("os.kill(os.getpid(), 11)", "killed by SIGSEGV (segmentation fault)", "SIGSEGV"),
        (
            "os.kill(os.getpid(), 9)",
            "killed by SIGKILL (from outside, or the machine ran out of memory)",
            "SIGKILL",
        ),
        ("os.abort()", "killed by SIGABRT (it aborted itself)", "SIGABRT"),
    ],
)
def test_a_worker_that_dies_fails_its_try_and_is_replaced(
    local: Local, tmp_path: Path, body: str, reason: str, name: str | None
) -> None:
    end = finished(local, python_job(tmp_path, f"import os\ndef f():\n  {body}"))
    assert (end.state, end.reason, end.signal) == (TryState.FAILED, reason, name)
    assert finished(local, python_job(tmp_path, "def g(): pass")).state is TryState.SUCCESS


def test_a_value_pushed_before_the_death_is_reported(local: Local, tmp_path: Path) -> None:
    source = "import os\ndef f(ti):\n  ti.xcom_push('return_value', 'x')\n  os._exit(1)"
    reports = carried_out(local, python_job(tmp_path, source, push=TEXT))
    assert pushed(reports) == {"return_value": "x"}
    assert end_of(reports).state is TryState.FAILED


def test_a_dead_workers_children_are_ended(local: Local, tmp_path: Path) -> None:
    source = """
    import os, subprocess
    def f():
        child = subprocess.Popen(["sleep", "1000"], start_new_session=True)
        print(child.pid)
        os.kill(os.getpid(), 9)
    """
    one = python_job(tmp_path, source)
    carried_out(local, one)
    assert not is_alive(int(written(one).splitlines()[0]))


def test_a_killed_warden_leaves_nothing_behind(local: Local, tmp_path: Path) -> None:
    one = job(tmp_path, "setsid sleep 1000 & echo $! $PPID; exec sleep 1000")
    shell = start(local, one)
    daemon, runner = map(int, written(one).split())
    warden = int(Path(f"/proc/{runner}/stat").read_text().rpartition(")")[2].split()[1])
    os.kill(warden, signal.SIGKILL)
    end = end_of(until_finished(local))
    assert end.reason == "its worker process was killed by SIGKILL"
    wait_until(lambda: not any(map(is_alive, (shell, daemon, runner))))


def test_a_worker_that_was_killed_while_idle_gets_no_job(local: Local, tmp_path: Path) -> None:
    reports = carried_out(local, python_job(tmp_path, "def f(): pass"))
    assert isinstance(reports[0], Started)
    idle = reports[0].pid
    os.kill(idle, signal.SIGKILL)
    wait_until(lambda: not Path(f"/proc/{idle}").exists())
    local.wait(0.0)
    assert finished(local, python_job(tmp_path, "def g(): pass")).state is TryState.SUCCESS


@pytest.mark.parametrize("code", ["sleep 1000 & echo $!", "setsid sleep 1000 & echo $!"])
def test_what_a_shell_leaves_in_the_background_is_ended(local: Local, tmp_path: Path, code: str) -> None:
    one = job(tmp_path, code)
    assert finished(local, one).state is TryState.SUCCESS
    assert not is_alive(int(written(one).split()[0]))


def test_a_worker_is_warm_for_the_next_job_of_its_run_only(local: Local, tmp_path: Path) -> None:
    source = "seen = []\ndef f():\n  seen.append(1)\n  return str(len(seen))"
    values = [
        pushed(carried_out(local, python_job(tmp_path, source, push=TEXT, run_id=run_id)))["return_value"]
        for run_id in ("run_1", "run_1", "run_2")
    ]
    assert values == ["1", "2", "1"]


@pytest.mark.parametrize(
    "body",
    [
        "time.sleep(1000)",
        "try: time.sleep(1000)\n  except BaseException: pass",
        "try: time.sleep(1000)\n  except BaseException: time.sleep(1000)",
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n  print(1)\n  while True: pass",
        "re.match('(a+)+b', 'a' * 60)",  # never lets go of the interpreter's lock
    ],
)
def test_a_callable_is_cancelled_whatever_it_does_about_it(local: Local, tmp_path: Path, body: str) -> None:
    one = python_job(tmp_path, f"import re, signal, time\ndef f():\n  print('up')\n  {body}")
    pid = start(local, one)
    written(one)
    local.cancel("t/1")
    assert end_of(until_finished(local)).state is TryState.CANCELLED
    wait_until(lambda: not is_alive(pid))


def test_a_callable_may_clean_up_when_it_is_cancelled(local: Local, tmp_path: Path) -> None:
    source = (
        "import time\ndef f():\n  try:\n    print('up'); time.sleep(1000)\n  finally:\n    print('cleaned')"
    )
    one = python_job(tmp_path, source)
    start(local, one)
    written(one)
    local.cancel("t/1")
    assert end_of(until_finished(local)) == Finished("t/1", TryState.CANCELLED, "cancelled")
    assert "cleaned" in printed(one)


def test_a_shell_that_ignores_sigterm_is_killed_after_the_grace(local: Local, tmp_path: Path) -> None:
    one = job(tmp_path, "trap '' TERM; echo $$; while true; do sleep 1000; done")
    start(local, one)
    shell = int(written(one))
    local.cancel("t/1")
    end = end_of(until_finished(local))
    assert (end.state, end.reason) == (TryState.CANCELLED, "cancelled; killed, as it did not end")
    assert not is_alive(shell)


def test_a_job_can_be_cancelled_before_its_worker_is_up(local: Local, tmp_path: Path) -> None:
    local.start(python_job(tmp_path, "import time\ndef f():\n  time.sleep(1000)"))
    local.cancel("t/1")
    assert end_of(until_finished(local)).state is TryState.CANCELLED


def test_the_log_can_be_followed_while_the_task_runs(local: Local, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    source = """
    import ctypes
    def f():
        print("from Python")
        ctypes.CDLL(None).puts(b"from C")
        open("pipe").read()
    """
    one = python_job(tmp_path, source)
    local.start(one)
    wait_until(lambda: "from C\n" in printed(one))
    assert printed(one) == "from Python\nfrom C\n"
    pipe.write_text("go on")
    assert end_of(until_finished(local)).state is TryState.SUCCESS


def test_a_value_is_reported_while_its_task_still_runs(local: Local, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    source = "def f(ti):\n  ti.xcom_push('return_value', 'x')\n  open('pipe').read()"
    local.start(python_job(tmp_path, source, push=TEXT))
    reports: list[Report] = []
    while not pushed(reports):
        reports += local.wait(PATIENCE)
    assert not [report for report in reports if isinstance(report, Finished)]
    pipe.write_text("go on")
    until_finished(local)


def test_jobs_run_side_by_side_in_every_slot(local: Local, tmp_path: Path) -> None:
    arrived, go = tmp_path / "arrived", tmp_path / "go"
    for pipe in (arrived, go):
        os.mkfifo(pipe)
    with arrived.open("r+b", buffering=0) as arrivals, go.open("r+b", buffering=0) as start_signal:
        for number in range(5):
            for slot in range(4):
                local.start(job(tmp_path, "echo here > arrived; read < go", id=f"t{number}{slot}/1"))
            for _ in range(4):
                assert arrivals.read(len("here\n")) == b"here\n"
            start_signal.write(b"\n" * 4)
            ends = [report for report in until_finished(local, 4) if isinstance(report, Finished)]
            assert {end.state for end in ends} == {TryState.SUCCESS}


def test_more_jobs_than_slots_are_refused(local: Local, tmp_path: Path) -> None:
    for slot in range(4):
        local.start(job(tmp_path, "sleep 1000", id=f"t{slot}/1"))
    with pytest.raises(RuntimeError, match="all 4 slots"):
        local.start(job(tmp_path, "true"))


def test_closing_ends_what_still_runs(tmp_path: Path) -> None:
    with closing(Local(1)) as local:
        pid = start(local, job(tmp_path, "sleep 1000"))
    assert not is_alive(pid)


def test_a_large_value_goes_both_ways(local: Local, tmp_path: Path) -> None:
    large = given("text", "x" * 5_000_000)
    one = python_job(tmp_path, "def f(text):\n  return text", inputs=(large,), push=TEXT)
    assert pushed(carried_out(local, one)) == {"return_value": "x" * 5_000_000}


def test_a_worker_imports_nothing_of_what_lies_beside_flowdesk(local: Local, tmp_path: Path) -> None:
    source = "import flowdesk, sys\ndef f():\n  return '\\n'.join([flowdesk.__version__, *sys.path])"
    paths = str(pushed(carried_out(local, python_job(tmp_path, source, push=TEXT)))["return_value"])
    assert str(tmp_path) in paths.splitlines()
    assert "" not in paths.splitlines()


def test_a_killed_engine_leaves_no_process_behind(tmp_path: Path) -> None:
    engine = """
    import sys
    from pathlib import Path
    from flowdesk.executors.local import Local
    from tests.builders import job
    local = Local(1)
    local.start(job(Path(sys.argv[1]), "setsid sleep 1000 & echo $$ $! $PPID; sleep 1000; echo"))
    while True:
        local.wait(None)
    """
    root = Path(__file__).parents[2]
    argv = [sys.executable, "-c", dedent(engine), str(tmp_path)]
    process = subprocess.Popen(argv, cwd=root)
    try:
        pids = [int(word) for word in written(job(tmp_path)).split()]
    finally:
        process.kill()
        process.wait()
    wait_until(lambda: not any(map(is_alive, pids)))


def test_a_worker_that_is_warm_takes_the_first_job_of_any_run(tmp_path: Path) -> None:
    with closing(Local(1)) as executor:
        executor.warm_up()
        (worker,) = executor._idle
        one = job(tmp_path, "echo $PPID")
        finished(executor, one)
        assert executor._idle == [worker]
        finished(executor, one._replace(id="2", run_id="another"))
        assert executor._idle != [worker]


def test_as_many_workers_are_warm_as_can_run_at_the_same_moment(tmp_path: Path) -> None:
    for slots in (1, 1000):
        with closing(Local(slots)) as executor:
            executor.warm_up()
            assert len(executor._idle) == min(slots, os.cpu_count() or 1)
            assert finished(executor, job(tmp_path, "true")).state is TryState.SUCCESS


def test_a_warm_worker_that_never_had_a_job_ends_with_its_executor() -> None:
    executor = Local(1)
    executor.warm_up()
    (worker,) = executor._idle
    executor.close()
    assert worker.is_gone()
