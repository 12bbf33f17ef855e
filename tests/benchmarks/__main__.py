"""All benchmarks, one after the other, and at the end which goals are met and which are missed.

    python -m tests.benchmarks [--only NAME …]     only benchmarks of these names, such as run or layout

Each runs in a process of its own; one that breaks off is told at the end, and the others run all the same.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.machine import head_line
from tests.benchmarks.tables import KEPT_IN, summary

HERE = Path(__file__).parent


def names() -> list[str]:
    """What can be run, the short ones of commands first, the window's last."""
    found = sorted(path.stem.removeprefix("bench_") for path in HERE.glob("bench_*.py"))
    return sorted(found, key=lambda name: name in {"window", "recheck"})


def main() -> int:
    """Run what is asked for; 1 if a benchmark broke off."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--only", nargs="+", choices=names(), default=names(), metavar="NAME")
    chosen = parser.parse_args().only
    print(head_line(), flush=True)
    broken = []
    with tempfile.NamedTemporaryFile("r", suffix=".jsonl", encoding="utf-8") as kept:
        for name in chosen:
            began = time.perf_counter()
            print(f"\n== {name}", flush=True)
            command = [sys.executable, "-m", f"tests.benchmarks.bench_{name}"]
            if subprocess.run(command, env={**os.environ, KEPT_IN: kept.name}, check=False).returncode:
                broken.append(name)
            print(f"({time.perf_counter() - began:.0f} s)", flush=True)
        summary(kept.read()).show()
    if broken:
        print(f"\nbroken off: {', '.join(broken)}")
    return int(bool(broken))


if __name__ == "__main__":
    sys.exit(main())
