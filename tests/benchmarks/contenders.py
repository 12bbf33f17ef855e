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
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.memory import ERRORS, Peak, watched
from tests.benchmarks.tables import Goal, Table, at_least, at_most

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

PEERS = Path(__file__).parent.parent.parent / ".venv-peers"
MIB, KIB = 1 << 20, 1 << 10
PATIENCE = 12.0
"""Seconds after which a contender has run often enough."""

ENGINE, TASK = 60 * MIB, KIB
"""What flowdesk's engine may take, and what for each task on top of it."""


class Aim(NamedTuple):
    """What is to be reached: at most so many times a peer's time, or at least so many tasks a second."""

    peer: str = ""
    times: float = 1.0
    rate: float = 0.0


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

    tasks: int = 0
    aim: Aim | None = None
    is_limited: bool = False
    """Whether its engine may take only so much memory."""

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
    with (folder / ERRORS).open("wb") as errors:
        began = time.perf_counter()
        done = subprocess.run(
            one.command,
            cwd=folder,
            env=environment(folder),
            stdout=subprocess.DEVNULL,
            stderr=errors,
            check=False,
        )
        took = time.perf_counter() - began
    _check(one, folder, done.returncode)
    return took


def memory(one: Contender, folder: Path) -> Peak:
    """Run it once and return the most memory that it took."""
    _lay(one, folder)
    code, peak = watched(one.command, folder, environment(folder))
    _check(one, folder, code)
    return peak


def compare(title: str, contenders: Iterable[Contender], rounds: int) -> None:
    """Run the contenders in turns and show what each took, and how many times that flowdesk took."""
    there = [one for one in contenders if one.is_there]
    times: dict[str, list[float]] = {one.name: [] for one in there}
    with tempfile.TemporaryDirectory() as top:
        folders = {one.name: Path(top) / one.name.replace(" ", "_") for one in there}
        peaks = {one.name: memory(one, folders[one.name]) for one in there}
        for _ in range(rounds):
            for one in there:
                if sum(times[one.name]) < PATIENCE:
                    times[one.name].append(seconds(one, folders[one.name]))
    table = Table(title, ["median", "min", "max", "memory", "flowdesk takes"])
    for one in there:
        took = times[one.name]
        figures = [f"{figure:.2f} s" for figure in (statistics.median(took), min(took), max(took))]
        ratio = f"{_ratio(times['flowdesk'], took):.2f} x"
        table.row(one.name, *figures, _mib(peaks[one.name].tree), ratio, goal=_goal(one, times))
        if one.is_limited:
            limit = round((ENGINE + TASK * one.tasks) / MIB, 1)
            own = peaks[one.name].own
            table.row("  its engine", "", "", "", _mib(own), goal=at_most(limit, own / MIB, "MiB"))
    table.show()


def _mib(size: int) -> str:
    return f"{size / MIB:.0f} MiB" if size else "?"


def _ratio(ours: Sequence[float], theirs: Sequence[float]) -> float:
    """How many times as long as theirs ours took: the middle of all rounds that both had."""
    return statistics.median(one / other for one, other in zip(ours, theirs, strict=False))


def _goal(one: Contender, times: Mapping[str, Sequence[float]]) -> Goal | None:
    """What a contender is to reach, unless the peer that it is to be compared with is not there."""
    if one.aim is None:
        return None
    if one.aim.rate:
        return at_least(one.aim.rate, one.tasks / statistics.median(times[one.name]), "tasks/s")
    if one.aim.peer not in times:
        return None
    return at_most(one.aim.times, _ratio(times[one.name], times[one.aim.peer]), f"x {one.aim.peer}")


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


def _check(one: Contender, folder: Path, code: int) -> None:
    if code:
        sys.exit(f"{one.name} ended with code {code}\n{(folder / ERRORS).read_text('utf-8', 'replace')}")
    written = (folder / one.result).read_text("utf-8").strip()
    if written != one.expected:
        sys.exit(f"{one.name} wrote {written!r} instead of {one.expected!r}")
