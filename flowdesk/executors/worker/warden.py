"""The warden: it starts the runner, passes a cancel on, and leaves no process behind, whatever happens."""

from __future__ import annotations

import os
import select
import time
from contextlib import suppress

from flowdesk.executors.talk import MARK, pack, receive
from flowdesk.executors.worker import leavings, runner
from flowdesk.executors.worker.core import signal, socket
from flowdesk.executors.worker.exit_signal import exit_signal, settle
from flowdesk.executors.worker.log_keeper import LogKeeper
from flowdesk.executors.worker.log_pipes import LogPipes
from flowdesk.executors.worker.outcome import unfinished
from flowdesk.executors.worker.process_tree import (
    adopt_orphans,
    die_with_parent,
    end,
    end_children,
    go_on_after_parent,
)
from flowdesk.executors.worker.push_file import path_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NoReturn


def main(talk: int, control: int) -> NoReturn:
    """Become a worker. Both are file descriptors of sockets; see `flowdesk.executors.talk`."""
    _close_all_but(talk, control)
    os.set_inheritable(talk, False)  # noqa: FBT003 - the os module takes it by position
    os.set_inheritable(control, False)  # noqa: FBT003 - as above
    adopt_orphans()
    go_on_after_parent()  # to see the executor's end, even if somebody has stopped us
    pushes = path_of(os.environ[MARK])  # known here too, because a runner may die over its file
    warden = os.getpid()
    pipes = LogPipes()
    pid = os.fork()
    if pid == 0:
        os.close(control)
        die_with_parent(warden)
        pipes.keep_runners()
        runner.main(socket.socket(fileno=talk), pipes, pushes)
    pipes.keep_wardens()
    log = LogKeeper(pipes, socket.socket(fileno=talk))
    Warden(socket.socket(fileno=control), pid, log, pushes).watch()


def _close_all_but(*kept: int) -> None:
    """Close what an engine was started with besides its streams: nobody here may hold it."""
    with suppress(FileNotFoundError):
        for name in os.listdir("/dev/fd"):  # noqa: PTH208 - pathlib is slow to import
            if name.isdigit() and int(name) > 2 and int(name) not in kept:  # noqa: PLR2004 - stderr
                with suppress(OSError):  # the one by which this list was read
                    os.close(int(name))


class Warden:
    """Watches one runner, and writes down what its tasks print."""

    def __init__(self, control: socket.socket, pid: int, log: LogKeeper, pushes: str) -> None:
        self._control = control
        self._pid = pid
        self._log = log
        self._pushes = pushes
        self._deadline: float | None = None

    def watch(self) -> NoReturn:
        """Wait for the runner's end or the executor's."""
        control = self._control.fileno()
        with exit_signal() as exits:
            while True:
                self._report_death()
                patience = [one for one in (self._patience(), self._log.patience) if one is not None]
                watched = [control, exits, *self._log.descriptors]
                ready, _, _ = select.select(watched, [], [], min(patience, default=None))
                if exits in ready:
                    settle(exits)
                self._log.take(ready)
                if control in ready:
                    self._obey()
                if self._patience() == 0:
                    end(self._pid)

    def _patience(self) -> float | None:
        return None if self._deadline is None else max(0.0, self._deadline - time.monotonic())

    def _obey(self) -> None:
        message = receive(self._control)
        if message is None:
            end(self._pid)
            os.waitpid(self._pid, 0)
            self._leave()
        self._deadline = time.monotonic() + message["grace"]
        os.kill(self._pid, signal.SIGTERM)

    def _report_death(self) -> None:
        if hasattr(os, "waitid"):  # not on macOS
            if os.waitid(os.P_PID, self._pid, os.WEXITED | os.WNOHANG | os.WNOWAIT) is None:
                return
            self._log.hang_up()  # before it vanishes: a runner that is gone must not get another job
        gone, status = os.waitpid(self._pid, os.WNOHANG)
        if gone:
            self._log.hang_up()
            end_children()
            overdue = self._patience() == 0
            reason = "cancelled" if self._deadline is not None else unfinished(status).reason
            self._log.finish(note=reason)
            with suppress(OSError):  # the executor is gone as well
                self._control.sendall(pack({"say": "died", "status": status, "overdue": overdue}))
            self._leave()

    def _leave(self) -> NoReturn:
        end_children()
        self._log.finish()
        leavings.clear(self._pushes)
        os._exit(0)
