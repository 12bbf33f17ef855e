"""Short commands beside the bare start of an interpreter, which is the least that a program in Python takes.

In turns, in one run. What is compared is processor time, which others on the machine disturb less; the times
on the wall stand beside it.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.contenders import environment
from tests.benchmarks.machine import asked, head_line
from tests.benchmarks.tables import Table, at_most

if TYPE_CHECKING:
    from collections.abc import Sequence

ROUNDS = 15
AIM = 3.0
PIPELINE = '[tasks.a]\nbash = "echo score=0.5 >> $FLOWDESK_PUSH"\npush.score = "float"\n'

BARE = "python -c pass"
FLOWDESK = ["-m", "flowdesk"]
COMMANDS = {
    BARE: ["-c", "pass"],
    "import sqlite3, json, dataclasses": ["-c", "import sqlite3, json, dataclasses"],
    "flowdesk --version": [*FLOWDESK, "--version"],
    "flowdesk runs": [*FLOWDESK, "runs"],
    "flowdesk xcom list": [*FLOWDESK, "xcom", "list"],
    "flowdesk show": [*FLOWDESK, "show"],
    "flowdesk --help": [*FLOWDESK, "--help"],
}
AIMED = {"flowdesk --version", "flowdesk runs", "flowdesk xcom list"}


class Took(NamedTuple):
    """Seconds of the processor, and on the wall."""

    used: float
    wall: float


def measured(arguments: list[str], folder: Path) -> Took:
    """What a Python with these arguments takes."""
    began = time.perf_counter()
    started = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(started.pid, 0)
    wall = time.perf_counter() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        sys.exit(f"python {' '.join(arguments)} ended with code {started.returncode}")
    return Took(used.ru_utime + used.ru_stime, wall)


def compare(folder: Path, rounds: int) -> None:
    """Show the medians, and how many times a bare interpreter they are."""
    (folder / "p.toml").write_text(PIPELINE, "utf-8")
    measured([*FLOWDESK, "run", "--quiet", "p.toml"], folder)
    times: dict[str, list[Took]] = {name: [] for name in COMMANDS}
    for round_number in range(rounds + 1):
        for name, arguments in COMMANDS.items():
            found = measured(arguments, folder)
            if round_number:  # the first round warms the disk's cache
                times[name].append(found)
    table = Table("start and exit", ["processor", "wall", "bare starts"])
    for name, took in times.items():
        used, wall = (statistics.median(column) * 1e3 for column in zip(*took, strict=True))
        ratio = statistics.median(one.used / bare.used for one, bare in zip(took, times[BARE], strict=True))
        goal = at_most(AIM, ratio) if name in AIMED else None
        table.row(name, f"{used:.0f} ms", f"{wall:.0f} ms", f"{ratio:.2f} x", goal=goal)
    table.show()


def main(words: Sequence[str] | None = None) -> None:
    """Compare as often as is asked for."""
    options = asked(__doc__, ROUNDS, words)
    print(head_line())
    with tempfile.TemporaryDirectory() as top:
        compare(Path(top), options.rounds)


if __name__ == "__main__":
    main()
