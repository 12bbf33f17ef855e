"""Another process that uses the store, and does its next step when it is told to."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

WRITER = """
import sys
from pathlib import Path
from flowdesk.store.store import Store
import tests.builders
with Store.open(Path(sys.argv[1]), url=sys.argv[3]) as store:
    run = tests.builders.start_run(store, sys.argv[2])
    with store.transaction():
        store.start_try(run, "a", 1, log="a.log")
        store.push_value(run, "a", 1, key="score", value="1")
        print("inside", flush=True)
        input()
    print("committed", flush=True)
    input()
"""


def start_python(code: str, *arguments: str) -> subprocess.Popen[str]:
    """A Python process whose lines can be read and that can be sent lines."""
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def start_writer(home: Path, url: str | None = None) -> subprocess.Popen[str]:
    """A process that has begun run_1 and is in the middle of a transaction; a line makes it commit."""
    writer = start_python(WRITER, str(home), "run_1", url or "")
    assert read_line(writer) == "inside"
    return writer


def read_line(process: subprocess.Popen[str]) -> str:
    """The next line that the process prints; waits for it."""
    assert process.stdout is not None
    return process.stdout.readline().strip()


def send_line(process: subprocess.Popen[str]) -> None:
    """Let the process take its next step."""
    assert process.stdin is not None
    process.stdin.write("\n")
    process.stdin.flush()
