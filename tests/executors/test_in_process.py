"""What only the executor for debugging can do."""

from __future__ import annotations

import os
import signal
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Finished
from flowdesk.executors.in_process import InProcess
from flowdesk.plan.states import TryState
from tests.builders import carried_out, job, printed, python_job

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture
def in_process() -> Iterator[InProcess]:
    with closing(InProcess()) as made:
        yield made


def test_what_a_callable_prints_is_on_the_terminal_too(
    in_process: InProcess, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    one = python_job(tmp_path, "def f(): print('안녕')")
    carried_out(in_process, one)
    assert capsys.readouterr().out == "안녕\n" == printed(one)


def test_what_a_shell_prints_is_on_the_terminal_too(
    in_process: InProcess, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    one = job(tmp_path, "echo out; echo err >&2")
    carried_out(in_process, one)
    assert capfd.readouterr() == ("out\n", "err\n")


def test_a_callable_runs_in_this_very_process_with_its_stdin(in_process: InProcess, tmp_path: Path) -> None:
    marker = sys.modules[__name__]
    source = f"import sys\ndef f():\n  sys.modules[{__name__!r}].seen = sys.stdin"
    carried_out(in_process, python_job(tmp_path, source))
    assert vars(marker).pop("seen") is sys.stdin


def test_a_fork_that_comes_back_from_the_callable_is_no_second_engine(
    in_process: InProcess, tmp_path: Path
) -> None:
    source = """
    import os
    def f():
        child = os.fork()
        print("in the fork" if not child else os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
    one = python_job(tmp_path, source)
    carried_out(in_process, one)
    assert printed(one) == "in the fork\n0\n"


def test_ctrl_c_cancels_a_callable(in_process: InProcess, tmp_path: Path) -> None:
    source = "import os, signal\ndef f():\n  os.kill(os.getpid(), signal.SIGINT)\n  signal.pause()"
    end = carried_out(in_process, python_job(tmp_path, source))[-1]
    assert end == Finished("t/1", TryState.CANCELLED, "interrupted from the keyboard")


def test_ctrl_c_ends_a_shell(in_process: InProcess, tmp_path: Path) -> None:
    one = job(tmp_path, f"echo $$ > pid; kill -INT {os.getpid()}; sleep 1000")
    end = carried_out(in_process, one)[-1]
    assert end == Finished("t/1", TryState.CANCELLED, "interrupted from the keyboard")
    assert not Path("/proc", (tmp_path / "pid").read_text().strip()).exists()


@pytest.mark.parametrize("is_shell", [True, False])
def test_a_signal_handler_can_cancel_what_runs(
    in_process: InProcess, tmp_path: Path, *, is_shell: bool
) -> None:
    source = "import os, signal\ndef f():\n  os.kill(os.getpid(), signal.SIGALRM)\n  signal.pause()"
    shell = job(tmp_path, f"kill -ALRM {os.getpid()}; sleep 1000")
    before = signal.signal(signal.SIGALRM, lambda *_: in_process.cancel("t/1"))
    try:
        end = carried_out(in_process, shell if is_shell else python_job(tmp_path, source))[-1]
    finally:
        signal.signal(signal.SIGALRM, before)
    assert end == Finished("t/1", TryState.CANCELLED, "cancelled")


def test_a_second_job_is_refused_while_there_is_one(in_process: InProcess, tmp_path: Path) -> None:
    in_process.start(job(tmp_path, "true"))
    with pytest.raises(RuntimeError, match="slot"):
        in_process.start(job(tmp_path, "true", id="t/2"))


def test_processes_that_a_callable_leaves_are_ended(in_process: InProcess, tmp_path: Path) -> None:
    source = "import os\ndef f():\n  print(os.posix_spawnp('sleep', ['sleep', '1000'], os.environ))"
    one = python_job(tmp_path, source)
    carried_out(in_process, one)
    assert not Path("/proc", printed(one).strip()).exists()


def test_a_daemon_that_a_shell_leaves_is_ended(in_process: InProcess, tmp_path: Path) -> None:
    one = job(tmp_path, "setsid sleep 1000 & echo $!")
    carried_out(in_process, one)
    assert not Path("/proc", printed(one).strip()).exists()
