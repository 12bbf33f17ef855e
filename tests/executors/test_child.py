"""A child is started in a session of its own, and its end is told as `subprocess` tells it."""

from __future__ import annotations

import os
import signal
import sys

import pytest

from flowdesk.executors.child import Child, start

ENV = {"PATH": os.environ["PATH"]}


def run(code: str, **more: object) -> int:
    return start([sys.executable, "-c", code], ENV, kept=(), **more).wait()  # type: ignore[arg-type]  # as it is


@pytest.mark.parametrize(
    ("code", "returned"),
    [
        ("", 0),
        ("import sys; sys.exit(3)", 3),
        ("import os; os.kill(os.getpid(), 9)", -signal.SIGKILL),
        ("import os, sys; sys.exit(os.getsid(0) != os.getpid())", 0),
        ("import sys; sys.exit(len(sys.stdin.read()))", 0),
    ],
)
def test_a_child_ends_with_what_it_says(code: str, returned: int) -> None:
    assert run(code) == returned


def test_it_keeps_what_it_is_to_keep_and_complains_where_it_is_told_to() -> None:
    reading, writing = os.pipe()
    code = f"import os; os.write({writing}, b'kept'); os.write(2, b' and said')"
    child = start([sys.executable, "-c", code], ENV, kept=(writing,), stderr=writing)
    os.close(writing)
    assert child.wait() == 0
    assert os.read(reading, 100) == b"kept and said"
    os.close(reading)


def test_its_end_is_told_again_and_again() -> None:
    child = start(["/bin/sh", "-c", "exit 4"], ENV, kept=())
    assert child.wait() == child.wait() == child.poll() == 4


def test_a_child_that_still_runs_has_no_return_code() -> None:
    child = start(["/bin/sleep", "60"], ENV, kept=())
    assert child.poll() is None
    os.kill(child.pid, signal.SIGTERM)
    assert child.wait() == -signal.SIGTERM


def test_what_is_no_program_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        start(["/nowhere/python"], ENV, kept=())


def test_one_that_somebody_else_has_waited_for_has_ended() -> None:
    child = start(["/bin/true"], ENV, kept=())
    os.waitpid(child.pid, 0)
    assert isinstance(child, Child)
    assert child.poll() == 0
