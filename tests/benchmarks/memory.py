"""How much physical memory a command takes at the most: it with all that it started, and it alone.

Pages that processes share are counted once among them (PSS, `/proc/PID/smaps_rollup`), so that the sum over
a tree is what the machine has to have. Of the command's own process, the engine's in flowdesk, the kernel
keeps the peak itself (`VmHWM`); that one counts what is shared in full.
"""

from __future__ import annotations

import os
import subprocess
import threading
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

ERRORS = "errors.txt"
PAUSE = 0.01
"""Seconds between two looks at the tree."""


class Peak(NamedTuple):
    """The most bytes that a tree of processes, and its first process alone, had at one time."""

    tree: int
    own: int


def watched(command: Sequence[str], folder: Path, env: dict[str, str]) -> tuple[int, Peak]:
    """Run a command and return its exit code and its peak. What it says of errors is left in `errors.txt`."""
    with (folder / ERRORS).open("wb") as errors:
        started = subprocess.Popen(command, cwd=folder, env=env, stdout=subprocess.DEVNULL, stderr=errors)
    peak = Peak(0, 0)
    is_over = threading.Event()

    def watch() -> None:
        nonlocal peak
        while not is_over.wait(PAUSE):
            tree = sum(map(_proportional, _tree(started.pid)))
            peak = Peak(max(peak.tree, tree), max(peak.own, _bytes(started.pid, "status", "VmHWM:")))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = started.wait()
    is_over.set()
    watcher.join()
    return code, peak


def _tree(top: int) -> set[int]:
    """A process and all its descendants."""
    parents = {}
    for entry in os.scandir("/proc"):
        if entry.name.isdigit():
            try:
                stat = Path(entry.path, "stat").read_bytes()
            except OSError:  # gone meanwhile
                continue
            parents[int(entry.name)] = int(stat.rpartition(b")")[2].split()[1])
    found = {top}
    while more := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= more
    return found


def _proportional(pid: int) -> int:
    return _bytes(pid, "smaps_rollup", "Pss:")


def _bytes(pid: int, file: str, key: str) -> int:
    """Return a figure of a process, 0 if it is gone."""
    try:
        lines = Path(f"/proc/{pid}/{file}").read_text("ascii").splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) * 1024 for line in lines if line.startswith(key)), 0)
