"""Finds and ends the processes that a task has started, also those that have cut themselves loose.

On Linux a process can declare itself the *subreaper*: a descendant whose parent dies becomes its child
(prctl(2)), so walking children again and again finds every last one, daemons included. Elsewhere only
process groups are ended. Linux's `/proc/PID/task/TID/children` is not in every kernel; `stat` is.
"""

from __future__ import annotations

import os
from contextlib import suppress

from flowdesk.executors.worker import leavings
from flowdesk.executors.worker.core import signal
from flowdesk.executors.worker.libc import prctl
from flowdesk.records import NamedTuple

PR_SET_PDEATHSIG = 1
PR_SET_CHILD_SUBREAPER = 36


class Process(NamedTuple):
    """A line of the process table."""

    pid: int
    state: str
    parent: int
    session: int


def adopt_orphans(*, adopting: bool = True) -> None:
    """Make descendants whose parents die children of this process; or no longer."""
    prctl(PR_SET_CHILD_SUBREAPER, int(adopting))


def go_on_after_parent() -> None:
    """Have the kernel let this process go on, should it be stopped, when its parent is gone."""
    prctl(PR_SET_PDEATHSIG, signal.SIGCONT)


def die_with_parent(parent: int) -> None:
    """Have the kernel kill this process as soon as its parent, the process `parent`, is gone."""
    prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before we could ask
        os._exit(1)


def end_children() -> int:
    """Kill all children and whatever they leave to us; give how many were still alive.

    For a process that has called `adopt_orphans`.
    """
    ended: set[int] = set()
    left: set[str] = set()
    while killed := _kill_children(left):
        ended.update(killed)
        os.waitpid(-1, 0)
    for pushes in left:
        leavings.clear(pushes)
    return len(ended)


def _kill_children(left: set[str]) -> list[int]:
    """Reap those that have ended, kill the others, and add to `left` what those would have cleared away."""
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        return []
    ours = [process.pid for process in processes() if process.parent == os.getpid()]
    left |= leavings.of_other_workers(ours)
    return [pid for pid in ours if end(pid)]  # maybe once more: dying takes a moment


def end(pid: int) -> bool:
    """Kill a process; false if there was none, or one that is not ours to kill (sudo's)."""
    try:
        os.kill(pid, signal.SIGKILL)
    except (ProcessLookupError, PermissionError):
        return False
    return True


def end_group(group: int, number: int = signal.SIGKILL) -> None:
    """Send a signal to a process group, if there still is one."""
    with suppress(ProcessLookupError, PermissionError):  # macOS refuses for a group of zombies
        os.killpg(group, number)


def processes() -> list[Process]:
    """The process table; empty where there is no `/proc`."""
    found = []
    try:
        names = os.listdir("/proc")  # noqa: PTH208 - pathlib is slow to import
    except FileNotFoundError:
        return []
    for name in names:
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat", "rb") as file:  # noqa: PTH123 - pathlib is slow to import
                    line = file.read()
            except OSError:  # it ended meanwhile
                continue
            # The name in parentheses may hold anything, parentheses and blanks too.
            state, parent, _group, session = line[line.rindex(b")") + 2 :].split(b" ", 4)[:4]
            found.append(Process(int(name), state.decode(), int(parent), int(session)))
    return found


def end_tree(pid: int) -> None:
    """Kill a child of this process and all its descendants, as far as they are still below it."""
    table = processes()
    doomed = [pid]
    for parent in doomed:
        doomed += [process.pid for process in table if process.parent == parent]
    left = leavings.of_other_workers(doomed)
    for one in doomed[1:]:
        end(one)
    if end(pid):  # else it is not ours to kill, nor to wait for
        with suppress(ChildProcessError):
            os.waitpid(pid, 0)
    for pushes in left:
        leavings.clear(pushes)
