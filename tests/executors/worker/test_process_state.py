"""What a task does to the signals and limits of its process, and that the next one does not feel it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.executors.executor import Started
from flowdesk.plan.plan import Push
from tests.builders import carried_out, finished, job, pushed, python_job

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.executor import Executor
    from flowdesk.executors.local import Local

ANY = (Push("return_value", "any"),)

LOOK = """
import resource, signal
def f():
    handlers = [str(signal.getsignal(one)) for one in (signal.SIGUSR1, signal.SIGCHLD, signal.SIGINT)]
    blocked = sorted(map(int, signal.pthread_sigmask(signal.SIG_BLOCK, ())))
    return handlers + blocked + [resource.getrlimit(resource.RLIMIT_NOFILE)[0]]
"""

MESS = """
import resource, signal
def g():
    for one in (signal.SIGUSR1, signal.SIGCHLD, signal.SIGINT):
        signal.signal(one, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGUSR2})
    resource.setrlimit(resource.RLIMIT_NOFILE, (64, resource.getrlimit(resource.RLIMIT_NOFILE)[1]))
"""


def test_signals_and_limits_are_brought_back(executor: Executor, tmp_path: Path) -> None:
    before, _, after = (
        pushed(carried_out(executor, python_job(tmp_path, source, push=push)))
        for source, push in ((LOOK, ANY), (MESS, ()), (LOOK, ANY))
    )
    assert after == before


def test_a_shell_task_after_one_that_ignores_its_childrens_ends(executor: Executor, tmp_path: Path) -> None:
    carried_out(executor, python_job(tmp_path, MESS))
    assert finished(executor, job(tmp_path, "exit 3")).exit_code == 3


def test_a_worker_with_a_limit_that_cannot_be_lifted_takes_no_other_task(
    local: Local, tmp_path: Path
) -> None:
    lowering = """
    import resource
    def f():
        kept = resource.setrlimit
        def refuse(*_):
            raise ValueError("not allowed to raise maximum limit")
        kept(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit = refuse
    """
    first, *_ = carried_out(local, python_job(tmp_path, lowering))
    second, *_ = carried_out(local, python_job(tmp_path, "def g(): pass"))
    assert isinstance(first, Started)
    assert isinstance(second, Started)
    assert first.pid != second.pid
