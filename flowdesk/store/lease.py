"""Who works on a run, and whether that process still lives.

A pid alone is no proof: pids come again, after a reboot and before. So a holder is a host, its boot,
a pid and the moment that this process began. A holder on another host is believed alive; nothing
here can ask it. Where `/proc` does not tell (other systems, `hidepid`), a pid that takes a signal counts.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from flowdesk.records import NamedTuple

UNTOLD = ""
"""Stands for a boot or a start that the system does not tell."""


class Holder(NamedTuple):
    """A process of some host. `start` is in clock ticks since the boot."""

    host: str
    boot_id: str
    pid: int
    start: str

    @property
    def is_alive(self) -> bool:
        """Whether the process lives, as far as this host can know."""
        if self.host != _host():
            return True
        if UNTOLD not in (here := _boot_id(), self.boot_id) and here != self.boot_id:
            return False
        start = _start_of(self.pid)
        return start is not None and (UNTOLD in (start, self.start) or start == self.start)


def this_process() -> Holder:
    """The process that asks."""
    return Holder(_host(), _boot_id(), os.getpid(), _start_of(os.getpid()) or UNTOLD)


def _host() -> str:
    if hasattr(os, "uname"):
        return os.uname().nodename
    import socket  # says the same, and takes longer to import than all of this

    return socket.gethostname()


def _boot_id() -> str:
    with suppress(OSError):
        return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()
    return UNTOLD


def _start_of(pid: int) -> str | None:
    """When a process began, or None if there is no such process."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_bytes()
    except OSError:
        return UNTOLD if _takes_signals(pid) else None
    # The name in parentheses may hold spaces and parentheses itself. Field 3 comes after it.
    state, *fields = stat.rpartition(b")")[2].decode("ascii").split()
    return None if state in {"Z", "X"} else fields[18]


def _takes_signals(pid: int) -> bool:
    if os.name != "posix":
        return True  # there, os.kill would end the process
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
