from __future__ import annotations

import os
import signal

import pytest

from flowdesk.store.lease import Holder, _start_of, this_process
from tests.store.another_process import read_line, start_python


@pytest.fixture
def me() -> Holder:
    return this_process()


def is_alive(holder: Holder) -> bool:
    return holder.is_alive  # which changes from one question to the next, unknown to mypy


def test_this_process_lives(me: Holder) -> None:
    assert me.pid == os.getpid()
    assert me.is_alive


def test_a_killed_process_is_dead_before_and_after_its_parent_knows(me: Holder) -> None:
    with start_python("print('up', flush=True); input()") as child:
        assert read_line(child) == "up"
        holder = me._replace(pid=child.pid, start=_start_of(child.pid) or "")
        assert is_alive(holder)
        child.kill()
        os.waitid(os.P_PID, child.pid, os.WEXITED | os.WNOWAIT)  # over, and still a zombie
        assert not is_alive(holder)
        assert child.wait() == -signal.SIGKILL
        assert not is_alive(holder)


def test_a_pid_that_came_again_is_another_process(me: Holder) -> None:
    assert not me._replace(start="1").is_alive


def test_a_process_of_an_earlier_boot_is_dead(me: Holder) -> None:
    assert not me._replace(boot_id="another boot").is_alive


def test_a_process_of_another_host_is_believed_alive(me: Holder) -> None:
    assert me._replace(host="elsewhere", boot_id="another boot", start="1").is_alive


def test_where_the_system_tells_no_start_the_pid_decides(me: Holder) -> None:
    assert me._replace(start="", boot_id="").is_alive
    assert not me._replace(start="", boot_id="", pid=2**22 + 1).is_alive  # beyond the greatest pid of Linux
