"""`ti.log` writes to the try's log."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.builders import finished, printed, python_job

if TYPE_CHECKING:
    from pathlib import Path

    from flowdesk.executors.executor import Executor
    from flowdesk.executors.local import Local


def test_its_lines_from_info_on_are_in_the_log_of_their_own_try(local: Local, tmp_path: Path) -> None:
    source = "def f(ti):\n  ti.log.debug('no')\n  ti.log.info('try %s', ti.try_number)\n"
    for number in (1, 2):
        one = python_job(tmp_path, source, id=f"t/{number}", try_number=number)
        assert finished(local, one).reason is None
        assert printed(one) == f"try {number}\n"


def test_a_task_that_sets_up_logging_gets_each_line_once(executor: Executor, tmp_path: Path) -> None:
    source = """
    import logging
    def f(ti):
        root, handler = logging.getLogger(), logging.StreamHandler()
        handler.setFormatter(logging.Formatter("mine: %(message)s"))
        before = list(root.handlers)
        root.handlers[:] = [handler]
        ti.log.info("once")
        root.handlers[:] = before
    """
    one = python_job(tmp_path, source)
    assert finished(executor, one).reason is None
    assert printed(one) == "mine: once\n"
