"""Whole commands beside each other: laid out in a folder, run in turns, checked, and shown in one table.

Every peer lives in an environment of its own below `.venv-peers`, made by `make bench-peers`; one that is
not there is left out. A run counts only if its last task wrote the right result. The first round of each
warms the disk's cache and flowdesk's, and memory is measured in it, so that the watching costs no time.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import textwrap
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

PEERS = Path(__file__).parent.parent.parent / ".venv-peers"
PAGE = os.sysconf("SC_PAGE_SIZE")
MIB = 1 << 20


@dataclass(frozen=True)
class Contender:
    """A command in a folder of its own. `result` is the file that its last task writes `expected` to."""

    name: str
    command: Sequence[str]
    files: dict[str, str] = field(default_factory=dict)
    expected: str = "done"
    result: str = "result.txt"
    keeps: tuple[str, ...] = ("home",)
    """What of an earlier round stays: what the user would have there too."""

    @property
    def is_there(self) -> bool:
        """Whether the command is installed."""
        return shutil.which(self.command[0]) is not None


def peer(name: str, program: str | None = None) -> str:
    """The path of a peer's program."""
    return str(PEERS / name / "bin" / (program or name))


def environment(folder: Path) -> dict[str, str]:
    """As a user has it: byte code is kept, and there is a store."""
    kept = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "FLOWDESK_HOME": str(folder / "home")}


def seconds(one: Contender, folder: Path) -> float:
    """Lay the contender's files anew, run it once and return its wall seconds."""
    _lay(one, folder)
    began = time.perf_counter()
    subprocess.run(one.command, cwd=folder, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    took = time.perf_counter() - began
    _check(one, folder)
    return took


def memory(one: Contender, folder: Path) -> int:
    """Run it once and return the most bytes that it and all that it started had at one time."""
    _lay(one, folder)
    started = subprocess.Popen(one.command, cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL)
    most = 0
    is_over = threading.Event()

    def watch() -> None:
        nonlocal most
        while not is_over.wait(0.02):
            most = max(most, _resident(started.pid))

    watcher = threading.Thread(target=watch)
    watcher.start()
    code = started.wait()
    is_over.set()
    watcher.join()
    if code:
        sys.exit(f"{one.name} ended with code {code}")
    _check(one, folder)
    return most


def compare(title: str, contenders: Iterable[Contender], rounds: int) -> None:
    """Run the contenders in turns and print the median of each, and how much of it flowdesk takes."""
    there = [one for one in contenders if one.is_there]
    times: dict[str, list[float]] = {one.name: [] for one in there}
    with tempfile.TemporaryDirectory() as top:
        folders = {one.name: Path(top) / one.name.replace(" ", "_") for one in there}
        peaks = {one.name: memory(one, folders[one.name]) for one in there}
        for _ in range(rounds):
            for one in there:
                times[one.name].append(seconds(one, folders[one.name]))
    ours = statistics.median(times["flowdesk"])
    print(f"\n{title}\n{'':16}{'median':>9}{'min':>9}{'max':>9}{'memory':>10}   flowdesk takes")
    for name, took in times.items():
        median = statistics.median(took)
        spread = f"{median:8.2f}s{min(took):8.2f}s{max(took):8.2f}s{peaks[name] / MIB:6.0f} MiB"
        print(f"{name:16}{spread}   {ours / median:6.2f} x", flush=True)


def _lay(one: Contender, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    for old in folder.iterdir():
        if old.name in one.keeps or one.files.get(old.name) is not None:
            continue
        shutil.rmtree(old) if old.is_dir() else old.unlink()
    for name, text in one.files.items():
        written = textwrap.dedent(text)
        if not (folder / name).exists() or (folder / name).read_text("utf-8") != written:
            (folder / name).write_text(written, "utf-8")


def _check(one: Contender, folder: Path) -> None:
    written = (folder / one.result).read_text("utf-8").strip()
    if written != one.expected:
        sys.exit(f"{one.name} wrote {written!r} instead of {one.expected!r}")


def _resident(top: int) -> int:
    """The resident bytes of a process and all its descendants; pages that they share count for each."""
    parents, sizes = {}, {}
    for entry in os.scandir("/proc"):
        if not entry.name.isdigit():
            continue
        try:
            stat = Path(entry.path, "stat").read_bytes().rpartition(b")")[2].split()
        except OSError:  # gone meanwhile
            continue
        parents[int(entry.name)], sizes[int(entry.name)] = int(stat[1]), int(stat[21]) * PAGE
    found = {top}
    while more := {pid for pid, parent in parents.items() if parent in found and pid not in found}:
        found |= more
    return sum(sizes.get(pid, 0) for pid in found)
