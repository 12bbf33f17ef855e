"""Short commands beside the bare start of an interpreter, which is the least that a program in Python takes.

    python -m tests.benchmarks.bench_start [ROUNDS]

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

from tests.benchmarks.contenders import environment

ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 15
AIM = 3.0
PIPELINE = '[tasks.a]\nbash = "echo score=0.5 >> $FLOWDESK_PUSH"\npush.score = "float"\n'

FLOWDESK = ["-m", "flowdesk"]
COMMANDS = {
    "python -c pass": ["-c", "pass"],
    "import sqlite3, json, dataclasses": ["-c", "import sqlite3, json, dataclasses"],
    "flowdesk --version": [*FLOWDESK, "--version"],
    "flowdesk runs": [*FLOWDESK, "runs"],
    "flowdesk xcom list": [*FLOWDESK, "xcom", "list"],
    "flowdesk show": [*FLOWDESK, "show"],
    "flowdesk --help": [*FLOWDESK, "--help"],
}


def measured(arguments: list[str], folder: Path) -> tuple[float, float]:
    """The seconds of the processor and on the wall that a Python with these arguments takes."""
    began = time.perf_counter()
    started = subprocess.Popen(
        [sys.executable, *arguments], cwd=folder, env=environment(folder), stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(started.pid, 0)
    took = time.perf_counter() - began
    started.returncode = os.waitstatus_to_exitcode(status)
    if started.returncode:
        sys.exit(f"python {' '.join(arguments)} ended with code {started.returncode}")
    return used.ru_utime + used.ru_stime, took


def compare(folder: Path) -> None:
    """Print the medians, and how many times a bare interpreter they are."""
    (folder / "p.toml").write_text(PIPELINE, "utf-8")
    measured([*FLOWDESK, "run", "--quiet", "p.toml"], folder)
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in COMMANDS}
    for round_number in range(ROUNDS + 1):
        for name, arguments in COMMANDS.items():
            found = measured(arguments, folder)
            if round_number:  # the first round warms the disk's cache
                times[name].append(found)
    bare = statistics.median(used for used, _ in times["python -c pass"])
    print(f"{'':36}{'processor':>12}{'wall':>10}   bare starts (aim: {AIM:.0f})")
    for name, rounds in times.items():
        used, took = (statistics.median(one[column] for one in rounds) for column in (0, 1))
        print(f"{name:36}{used * 1e3:9.0f} ms{took * 1e3:7.0f} ms   {used / bare:6.2f} x")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as top:
        compare(Path(top))
