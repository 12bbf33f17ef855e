"""What of a task gets into its log, and when."""

from __future__ import annotations

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Executor, Finished
from flowdesk.executors.worker.log_writer import HEAD, TAIL
from flowdesk.plan.plan import Push
from flowdesk.plan.states import TryState
from flowdesk.store.log import LogReader
from tests.builders import carried_out, end_of, finished, job, printed, python_job, until_finished

if TYPE_CHECKING:
    from flowdesk.executors.executor import Job
    from flowdesk.executors.local import Local

PATIENCE = 30.0


def streams(one: Job) -> list[tuple[str, str]]:
    return [(line.stream, line.text) for line in LogReader(Path(one.log)).lines()]


def test_stdout_stderr_and_notes_are_told_apart(executor: Executor, tmp_path: Path) -> None:
    shell = job(tmp_path, "echo to out; echo to err >&2; exit 3")
    carried_out(executor, shell)
    assert sorted(streams(shell)) == [("err", "to err"), ("flowdesk", "exit code 3"), ("out", "to out")]
    source = "import sys\ndef f(): print('a'); print('b', file=sys.stderr); sys.exit(3)"
    callable_ = python_job(tmp_path, source, id="t/2")
    carried_out(executor, callable_)
    assert sorted(streams(callable_)) == [("err", "b"), ("flowdesk", "exit code 3"), ("out", "a")]


def test_a_task_that_prints_nothing_shows_nothing(executor: Executor, tmp_path: Path) -> None:
    one = job(tmp_path, "true")
    carried_out(executor, one)
    assert printed(one) == ""


@pytest.mark.parametrize("code", ['echo token=$TOKEN; echo "x${TOKEN}x" >&2', "printf gehe; printf 'im!\\n'"])
def test_secrets_of_a_shell_are_masked(executor: Executor, tmp_path: Path, code: str) -> None:
    one = job(tmp_path, code, env={"TOKEN": "geheim!"}, secrets=("geheim!",))
    carried_out(executor, one)
    assert "***" in printed(one)
    assert "geheim" not in Path(one.log).read_text()


def test_secrets_of_a_callable_are_masked_in_its_log_and_its_reason(
    executor: Executor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    source = (
        "def f():\n  print('gehei', end='', flush=True); print('m!')\n  raise ValueError('bad geheim' + '!')"
    )
    one = python_job(tmp_path, source, secrets=("geheim!",))
    end = finished(executor, one)
    assert (end.reason or "").startswith("ValueError: bad *** (")
    assert "***" in printed(one)
    assert "geheim!" not in Path(one.log).read_text() + "".join(capfd.readouterr())


def test_a_log_keeps_to_its_size_however_often_secrets_are_pushed(local: Local, tmp_path: Path) -> None:
    source = """
    def f(ti):
        for number in range(3):
            print(("x" * 1000 + "\\n") * 8000)
            ti.xcom_push(key="k", value=f"geheim-{number}")
            print(f"geheim-{number}")
    """
    one = python_job(tmp_path, source, push=(Push("k", "str", secret=True),))
    assert finished(local, one).state is TryState.SUCCESS
    assert Path(one.log).stat().st_size < HEAD + TAIL + (1 << 20)
    assert "geheim" not in Path(one.log).read_text()


def test_all_that_was_printed_is_in_the_log_when_the_end_is_reported(local: Local, tmp_path: Path) -> None:
    for number in range(50):
        one = job(tmp_path, "seq 1000; echo no >&2; printf end", id=f"t/{number}")
        carried_out(local, one)
        told = printed(one)
        assert told.replace("no\n", "") == "".join(f"{line}\n" for line in range(1, 1001)) + "end"


def test_an_unfinished_line_can_be_read_while_the_task_waits(local: Local, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    one = job(tmp_path, "printf 'Are you sure? '; read answer < pipe; echo $answer")
    local.start(one)
    end = time.monotonic() + PATIENCE
    while printed(one) != "Are you sure? ":
        assert time.monotonic() < end
        local.wait(0.05)
    (tmp_path / "pipe").write_text("yes\n")
    until_finished(local)
    assert printed(one) == "Are you sure? yes\n"


@pytest.mark.parametrize("body", ["os._exit(3)", "os.kill(os.getpid(), 9)", "os.kill(os.getpid(), 11)"])
def test_what_a_dying_callable_wrote_is_kept_with_the_reason(local: Local, tmp_path: Path, body: str) -> None:
    source = f"import os\ndef f():\n  os.write(1, b'x' * 60_000 + b'last words')\n  {body}"
    one = python_job(tmp_path, source)
    end = finished(local, one)
    assert end.state is TryState.FAILED
    last, reason = streams(one)[-2:]
    assert last[1].endswith("last words")
    assert reason == ("flowdesk", end.reason)


def test_a_process_that_cannot_be_waited_for_holds_no_log_open(local: Local, tmp_path: Path) -> None:
    """A daemon has the task's stdout, and yet the task ends."""
    os.mkfifo(tmp_path / "pipe")
    one = job(tmp_path, "setsid sh -c 'echo daemon; echo > pipe; exec sleep 1000' & read < pipe; echo parent")
    assert end_of(carried_out(local, one)).state is TryState.SUCCESS
    assert {text for _, text in streams(one)} >= {"daemon", "parent"}


@pytest.mark.parametrize(
    "body",
    [
        "os.close(1); os.close(2)",
        "os.dup2(os.open('/dev/full', os.O_WRONLY), 1)",
        "os.set_blocking(1, False); os.set_blocking(2, False)",
        "sys.stdout = sys.stderr = None",
        "os.closerange(3, 5)",
    ],
)
def test_what_a_task_does_to_its_descriptors_does_not_reach_the_next_log(
    local: Local, tmp_path: Path, body: str
) -> None:
    carried_out(local, python_job(tmp_path, f"import os, sys\ndef f():\n  {body}"))
    one = python_job(tmp_path, "def g():\n  for n in range(50_000): print(n)", id="t/2")
    end = carried_out(local, one)[-1]
    assert isinstance(end, Finished)
    assert (end.state, printed(one).count("\n")) == (TryState.SUCCESS, 50_000)


def test_a_log_on_a_full_disk_fails_the_try(executor: Executor, tmp_path: Path) -> None:
    end = finished(executor, job(tmp_path, "echo lost", log="/dev/full"))
    assert end.state is TryState.FAILED
    assert "No space left on device" in (end.reason or "")


def test_secrets_may_be_too_long_for_a_worker(local: Local, tmp_path: Path) -> None:
    end = finished(local, job(tmp_path, "true", secrets=("x" * 5_000_000,)))
    assert (end.reason or "").startswith("its log cannot be written: its secrets are too long")
