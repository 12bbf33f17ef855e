"""What a task may do to itself, its process and its log: its try tells it, and nothing is left behind."""

from __future__ import annotations

import gc
import os
import re
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import uuid4

import pytest

from flowdesk.executors.executor import Finished, Started
from flowdesk.executors.local import Local
from flowdesk.executors.worker.process_tree import processes
from flowdesk.plan.states import TryState
from flowdesk.store.log import LogReader
from flowdesk.store.log_line import plain
from tests.builders import end_of, finished, job, printed, python_job, until_finished

if TYPE_CHECKING:
    from collections.abc import Iterator

    from flowdesk.executors.executor import Job

MARK = "FLOWDESK_TEST_OF_FAULTS"
MIB = 1 << 20


def marked(mark: str) -> list[int]:
    """The processes that were started under this test, however they have cut themselves loose."""
    found = []
    for process in processes():
        try:
            environment = Path(f"/proc/{process.pid}/environ").read_bytes()
        except OSError:
            continue
        if process.state != "Z" and f"{MARK}={mark}".encode() in environment.split(b"\0"):
            found.append(process.pid)
    return found


def open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208 - only the number matters


@pytest.fixture
def local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Local]:
    """An executor of two slots that must be as good as new after the test, and leave nothing."""
    mark, temporary = uuid4().hex, tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv(MARK, mark)
    gc.collect()  # what an earlier test has forgotten to close is not to be closed in between
    before = open_files()
    with closing(Local(2, grace=0.2)) as made:
        yield made
        assert len(marked(mark)) <= 2 * made.slots, "more than the workers is left"
        for number in range(2 * made.slots):
            shell = job(tmp_path, "echo fine", id=f"shell_{number}/1")
            function = python_job(tmp_path, "def fine(): print('fine')", id=f"callable_{number}/1")
            for one in (shell, function):
                assert finished(made, one).state is TryState.SUCCESS
                assert printed(one) == "fine\n"
    assert marked(mark) == []
    assert open_files() == before
    assert list(temporary.iterdir()) == []


OUT_OF_MEMORY = """
import resource
def f():
    resource.setrlimit(resource.RLIMIT_AS, (300 << 20, {hard}))
    bytearray(1 << 30)
"""


@pytest.mark.parametrize("hard", ["300 << 20", "resource.getrlimit(resource.RLIMIT_AS)[1]"])
def test_a_callable_out_of_memory_says_so(local: Local, tmp_path: Path, hard: str) -> None:
    end = finished(local, python_job(tmp_path, OUT_OF_MEMORY.format(hard=hard)))
    assert end.state is TryState.FAILED
    assert (end.reason or "").startswith("MemoryError: out of memory (tasks_")


def test_a_shell_out_of_memory_says_so(local: Local, tmp_path: Path) -> None:
    one = job(tmp_path, "set -o pipefail; ulimit -v 200000; head -c 1000000000 /dev/zero | tail")
    end = finished(local, one)
    assert (end.state, end.reason) == (TryState.FAILED, "exit code 1")
    assert "memory exhausted" in printed(one)


BOMB = """
import os, time
RUNNER = os.getpid()
def f():
    for _ in range(7):  # each goes on with the loop: 127 more of them, in sessions of their own
        if not os.fork():
            os.setsid()
    {then}
    while os.getpid() != RUNNER: time.sleep(1000)
"""


@pytest.mark.parametrize(
    ("then", "reason"),
    [
        ("print('up')", None),
        ("if os.getpid() == RUNNER: os.kill(RUNNER, 9)", "killed by SIGKILL"),
        ("if os.getpid() == RUNNER: raise ValueError('no')", "ValueError: no"),
    ],
)
def test_a_callable_that_forks_and_forks_leaves_nobody(
    local: Local, tmp_path: Path, then: str, reason: str | None
) -> None:
    one = python_job(tmp_path, BOMB.format(then=then))
    end = finished(local, one)
    assert (end.reason or "").partition(" (")[0] == (reason or "")
    if reason is None:
        assert "ended what the task left running" in printed(one)  # some may have ended by then


def test_a_shell_that_starts_200_daemons_leaves_nobody(local: Local, tmp_path: Path) -> None:
    one = job(tmp_path, "for n in $(seq 200); do setsid sleep 1000 & done; echo up; exit 3")
    assert finished(local, one).reason == "exit code 3"
    told = re.search(r"ended what the task left running: (\d+) processes", printed(one))
    # Those that were not loose yet went with the shell's own group, which is no word worth.
    assert told, printed(one)
    assert 100 < int(told[1]) <= 200


def test_a_shell_that_kills_its_worker_fails(local: Local, tmp_path: Path) -> None:
    end = finished(local, job(tmp_path, "setsid sleep 1000 & kill -9 $PPID; sleep 1000"))
    assert (end.state, end.signal) == (TryState.FAILED, "SIGKILL")


def test_a_callable_that_kills_its_warden_fails(local: Local, tmp_path: Path) -> None:
    source = "import os\ndef f():\n  os.kill(os.getppid(), 9)\n  while True: pass"
    end = finished(local, python_job(tmp_path, source))
    assert (end.state, end.reason) == (TryState.FAILED, "its worker process was killed by SIGKILL")


DAEMON = """
import os, time
def f():
    if os.fork() == 0:
        os.setsid()
        if os.fork() == 0:
            while True:
                os.write(1, b"I am still here\\n")
        os._exit(0)
    os.wait()
    print("the task")
"""


def test_a_daemon_that_never_rests_keeps_no_log_open(local: Local, tmp_path: Path) -> None:
    one = python_job(tmp_path, DAEMON)
    assert finished(local, one).state is TryState.SUCCESS
    assert printed(one).splitlines()[-1] == "flowdesk: ended what the task left running: 1 process"
    assert "the task\n" in printed(one)


@pytest.mark.parametrize("code", ["kill -STOP $$", "trap '' TERM HUP INT; while :; do sleep 1000; done"])
def test_a_shell_that_stopped_itself_can_be_cancelled(local: Local, tmp_path: Path, code: str) -> None:
    cancelled(local, job(tmp_path, code))


@pytest.mark.parametrize(
    "body",
    [
        "os.kill(os.getpid(), signal.SIGSTOP)",
        "signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64)); signal.pause()",
    ],
)
def test_a_callable_that_hears_no_signal_can_be_cancelled(local: Local, tmp_path: Path, body: str) -> None:
    cancelled(local, python_job(tmp_path, f"import os, signal\ndef f():\n  {body}"))


def cancelled(local: Local, one: Job) -> None:
    local.start(one)
    while not any(isinstance(report, Started) for report in local.wait(30)):
        pass
    local.cancel(one.id)
    assert end_of(until_finished(local)).state is TryState.CANCELLED


def test_a_shell_may_close_its_streams(local: Local, tmp_path: Path) -> None:
    end = finished(local, job(tmp_path, "exec >&- 2>&-; echo lost; exit 3"))
    assert end.reason == "exit code 3"


def test_a_callable_that_keeps_every_file_open_leaves_the_next_one_room(local: Local, tmp_path: Path) -> None:
    source = "kept = []\ndef f():\n  while True: kept.append(open('/dev/null'))"
    end = finished(local, python_job(tmp_path, source))
    assert (end.reason or "").startswith("OSError: [Errno 24] Too many open files")


FLOODS = {
    "shell": "yes {line} | head -n 1000000; echo the end; {then}",
    "callable": """
    import os, sys
    def f():
        for _ in range(1000):
            sys.stdout.write("{line}\\n" * 1000)
        print("the end")
        {then}
    """,
}


@pytest.mark.parametrize(
    ("kind", "then", "reason"),
    [
        ("shell", "exit 3", "exit code 3"),
        ("shell", "kill -9 $PPID", "killed by SIGKILL"),
        ("callable", "sys.exit(3)", "exit code 3"),
        ("callable", "os._exit(3)", "exited with code 3 without finishing"),
    ],
)
def test_of_100_mb_head_and_tail_are_kept_and_others_run_on(
    local: Local, tmp_path: Path, kind: str, then: str, reason: str
) -> None:
    code = FLOODS[kind].format(line="x" * 99, then=then)
    flood = job(tmp_path, code) if kind == "shell" else python_job(tmp_path, code)
    local.start(flood)
    others, is_other_on, flooded = 0, False, None
    while flooded is None or is_other_on:
        if not is_other_on:
            local.start(job(tmp_path, "true", id=f"other/{others}"))
            is_other_on = True
        for report in local.wait(60):
            if isinstance(report, Finished) and report.job == flood.id:
                flooded = report
            elif isinstance(report, Finished):
                assert report.state is TryState.SUCCESS
                others, is_other_on = others + 1, False
    assert (flooded.reason or "").partition(" (")[0] == reason
    assert others > 1
    assert 10 * MIB <= Path(flood.log).stat().st_size <= 13 * MIB
    told = [line.text for line in LogReader(Path(flood.log)).lines()]
    assert told[0] == "x" * 99
    assert told[-2] == "the end"
    assert told[-1].startswith(reason)
    assert sum(" lines are left out here" in text for text in told) == 1


@pytest.mark.parametrize("kind", ["shell", "callable"])
def test_binary_garbage_is_kept_byte_for_byte(local: Local, tmp_path: Path, kind: str) -> None:
    garbage = os.urandom(MIB) + b"\0" * 200_000 + b"\n\n\xff\r\x1b[2J\n" + b"\xc3" * 1000
    (tmp_path / "garbage").write_bytes(garbage)
    source = "import sys\ndef f(): sys.stdout.buffer.write(open('garbage', 'rb').read())"
    one = job(tmp_path, "cat garbage") if kind == "shell" else python_job(tmp_path, source)
    assert finished(local, one).state is TryState.SUCCESS
    assert plain(Path(one.log).read_bytes()) == garbage
    assert len(printed(one)) > MIB
