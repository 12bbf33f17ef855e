"""What a task may do to the process that carries it out, and how little the next one feels of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.executors.executor import Started
from flowdesk.plan.plan import Push
from flowdesk.plan.states import TryState
from tests.builders import carried_out, end_of, finished, printed, pushed, python_job

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.local import Local

TEXT = (Push("return_value", "str"),)


def test_a_task_may_close_its_own_stdout(local: Local, tmp_path: Path) -> None:
    closing_task = python_job(tmp_path, "import sys\ndef f():\n  sys.stdout.close()")
    assert finished(local, closing_task).state is TryState.SUCCESS
    one = python_job(tmp_path, "def g(): print('still there')", id="t/2")
    carried_out(local, one)
    assert printed(one) == "still there\n"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("os.close(1)", ""),
        ("os.close(0); os.close(1); os.close(2); raise ValueError('no data')", "ValueError: no data"),
        ("sys.stderr.close(); raise ValueError('no data')", "ValueError: no data"),
        ("sys.stderr = None; raise ValueError('no data')", "ValueError: no data"),
    ],
)
def test_what_a_task_does_to_its_streams_hides_no_reason_and_harms_no_other_task(
    local: Local, tmp_path: Path, body: str, reason: str
) -> None:
    end = finished(local, python_job(tmp_path, f"import os, sys\ndef f():\n  {body}"))
    assert (end.reason or "").partition(" (")[0] == reason
    one = python_job(tmp_path, "import subprocess\ndef g(): subprocess.run(['echo', 'there'])", id="t/2")
    assert finished(local, one).reason is None
    assert printed(one) == "there\n"


def test_an_interrupt_that_no_keyboard_sent_is_a_failure(local: Local, tmp_path: Path) -> None:
    source = "def f():\n  raise KeyboardInterrupt"
    end = finished(local, python_job(tmp_path, source))
    assert end.state is TryState.FAILED
    assert (end.reason or "").startswith("KeyboardInterrupt (")


def test_an_alarm_that_a_task_leaves_does_not_ring_in_the_next(local: Local, tmp_path: Path) -> None:
    leaving = "import signal\ndef f():\n  signal.setitimer(signal.ITIMER_REAL, 1000)"
    carried_out(local, python_job(tmp_path, leaving))
    source = "import signal\ndef g():\n  return str(signal.getitimer(signal.ITIMER_REAL))"
    assert pushed(carried_out(local, python_job(tmp_path, source, push=TEXT, id="t/2"))) == {
        "return_value": "(0.0, 0.0)"
    }


@pytest.mark.parametrize(("end", "code"), [("sys.exit(3)", 3), ("raise ValueError", 1), ("sys.exit(0)", 0)])
def test_a_fork_of_a_task_ends_with_the_code_it_asks_for(
    local: Local, tmp_path: Path, end: str, code: int
) -> None:
    source = f"""
    import os, sys
    def f():
        child = os.fork()
        if not child:
            {end}
        return str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    """
    assert pushed(carried_out(local, python_job(tmp_path, source, push=TEXT))) == {"return_value": str(code)}


def test_a_breakpoint_says_that_it_needs_a_terminal(local: Local, tmp_path: Path) -> None:
    end = finished(local, python_job(tmp_path, "def f():\n  breakpoint()"))
    assert end.reason is not None
    assert end.reason.startswith("breakpoint() needs a terminal")


def test_a_callable_may_fork(local: Local, tmp_path: Path) -> None:
    source = "import os\ndef f():\n  os.fork()\n  print(1)\n  return 'done'"
    one = python_job(tmp_path, source, push=TEXT)
    reports = carried_out(local, one)
    assert pushed(reports) == {"return_value": "done"}
    assert end_of(reports).state is TryState.SUCCESS


def test_a_thread_that_outlives_its_task_meets_no_other_task(local: Local, tmp_path: Path) -> None:
    source = "import threading\ndef f():\n  threading.Thread(target=threading.Event().wait).start()"
    first = carried_out(local, python_job(tmp_path, source))
    second = carried_out(local, python_job(tmp_path, "def g(): pass"))
    assert isinstance(first[0], Started)
    assert isinstance(second[0], Started)
    assert first[0].pid != second[0].pid
