"""A run whose tasks die in every way goes on to its end, and says of each how it died."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from flowdesk.executors.worker.process_tree import processes
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.log import last_lines
from flowdesk.store.store import Store

if TYPE_CHECKING:
    import pytest

FUNCTIONS = """
import os, resource, signal

def exits(): os._exit(7)
def is_killed(): os.kill(os.getpid(), signal.SIGKILL)
def crashes(): os.kill(os.getpid(), signal.SIGSEGV)
def eats():
    resource.setrlimit(resource.RLIMIT_AS, (300 << 20, 300 << 20))
    bytearray(1 << 30)
def forks():
    for _ in range(200):
        if not os.fork():
            os.setsid()
            signal.pause()
    raise ValueError("enough")
def closes():
    os.closerange(0, 3)
    raise ValueError("unheard")
def hangs():
    signal.pthread_sigmask(signal.SIG_BLOCK, range(1, 64))
    while True: signal.pause()
"""

SHELLS = {
    "sh_killed": "kill -9 $$",
    "sh_crashes": "kill -SEGV $$",
    "sh_kills_worker": "kill -9 $PPID; read -t 1000 < pipe",
    "sh_daemon": "setsid sleep 1000 & setsid yes > garbage & exit 4",
    "sh_closes": "exec >&- 2>&-; exit 5",
    "sh_floods": "yes $(seq 30) | head -c 100000000; exit 6",
    "sh_garbage": "head -c 1000000 /dev/urandom; exit 7",
    "sh_hangs": "trap '' TERM; while :; do sleep 1000; done",
}

REASONS = {
    "exits": "exited with code 7 without finishing",
    "is_killed": "killed by SIGKILL (from outside, or the machine ran out of memory)",
    "crashes": "killed by SIGSEGV (segmentation fault)",
    "eats": "MemoryError: out of memory (dying.py, line 9)",
    "forks": "ValueError: enough (dying.py, line 15)",
    "closes": "ValueError: unheard (dying.py, line 18)",
    "hangs": "timed out after 1s",
    "sh_killed": "killed by SIGKILL (from outside, or the machine ran out of memory)",
    "sh_crashes": "killed by SIGSEGV (segmentation fault)",
    "sh_kills_worker": "killed by SIGKILL (from outside, or the machine ran out of memory)",
    "sh_daemon": "exit code 4",
    "sh_closes": "exit code 5",
    "sh_floods": "exit code 6",
    "sh_garbage": "exit code 7",
    "sh_hangs": "timed out after 1s",
}


def pipeline() -> str:
    tasks = [f'[tasks.{name}]\npython = "dying:{name}"\n' for name in REASONS if name not in SHELLS] + [
        f'[tasks.{name}]\nbash = "{code}"\n' for name, code in SHELLS.items()
    ]
    text = "".join(
        task + ('timeout = "1s"\n' if "hangs" in task else "") + "do_xcom_push = false\n" for task in tasks
    )
    after = ", ".join(f'"{name}"' for name in REASONS)
    last = f'[tasks.last]\nbash = "echo done"\nafter = [{after}]\ntrigger_rule = "all_done"\n'
    return f'[pipeline]\nname = "dying"\n{text}{last}'


def test_a_run_goes_on_whatever_its_tasks_die_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home, temporary = tmp_path / "home", tmp_path / "temporary"
    temporary.mkdir()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "dying.toml").write_text(pipeline())
    (tmp_path / "dying.py").write_text(FUNCTIONS)
    monkeypatch.setenv("FLOWDESK_HOME", str(home))
    monkeypatch.setenv("TMPDIR", str(temporary))
    argv = [sys.executable, "-m", "flowdesk", "run", str(tmp_path / "dying.toml")]
    ended = subprocess.run(argv, capture_output=True, timeout=120, check=False, text=True)
    with closing(Store.open(home, read_only=True)) as store:
        run = store.find_run(None)
        tries = {row.task: row for row in store.tries(run.id)}
        states = {row.task: row.state for row in store.tasks(run.id)}
    assert (ended.returncode, run.state) == (1, RunState.FAILED), ended.stderr
    assert {name: tries[name].reason for name in REASONS} == REASONS
    assert states.pop("last") is TaskState.SUCCESS
    assert set(states.values()) == {TaskState.FAILED}
    for name, reason in REASONS.items():
        if "timed out" not in reason:
            log = "".join(line.text for line in last_lines(Path(tries[name].log), 3))
            assert reason.removeprefix("MemoryError: ").partition(" (")[0] in log or "MemoryError" in log
    assert list(temporary.iterdir()) == []
    assert f"FLOWDESK_HOME={home}".encode() not in b"\0".join(map(environment, processes())).split(b"\0")


def environment(process: tuple[int, str, int, int]) -> bytes:
    try:
        data = Path(f"/proc/{process[0]}/environ").read_bytes()
    except OSError:
        return b""
    return b"" if process[0] == os.getpid() else data
