"""What the figures of a benchmark were measured on, in one line, and what is asked of a benchmark."""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import tempfile
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

FLUSHES = 20


def flush_seconds(folder: str | None = None) -> float:
    """What it takes to write 4 KiB to the disk for good, as a store does at each commit."""
    took = []
    with tempfile.TemporaryFile(dir=folder) as file:
        for _ in range(FLUSHES):
            file.write(bytes(4096))
            file.flush()
            began = time.perf_counter()
            os.fsync(file.fileno())
            took.append(time.perf_counter() - began)
    return statistics.median(took)


def head_line() -> str:
    """Cores, Python, disk, and how busy the machine is with other things."""
    cores = len(os.sched_getaffinity(0))
    python = f"{platform.python_implementation()} {platform.python_version()}"
    flush = f"a flush to disk takes {flush_seconds() * 1e3:.2f} ms"
    return f"{cores} cores, {python}, {flush}, load {os.getloadavg()[0]:.1f}"


def asked(description: str | None, rounds: int, words: Sequence[str] | None = None) -> argparse.Namespace:
    """What the command line asks for: `rounds`, and the `words` by which work is chosen."""
    parser = argparse.ArgumentParser(
        description=description, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--rounds", type=int, default=rounds, help=f"how often each is run ({rounds})")
    parser.add_argument("words", nargs="*", help="only work whose title has all these words")
    return parser.parse_args(words)
