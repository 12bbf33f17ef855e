"""Runs a pipeline on a disk that is nearly full, makes room, and takes the run up; with more and more room.

A process of its own, in whose folder a small disk is mounted that only it sees. What is imported once
serves all runs, as each is a fork. `python -m tests.faults.filling FOLDER FIRST END STEP` prints a line of
JSON for each amount of room, in bytes.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from pathlib import Path

from flowdesk.cli.border import main as flowdesk
from tests.faults.killing import in_a_fork
from tests.faults.runs import Told, left_behind, seen, states

RUN = "tight"
PIPELINE = """
[pipeline]
name = "tight"

[tasks.numbers]
python = "work:numbers"
push = { ns = "list[int]", big = "str" }

[tasks.square]
python = "work:square"
expand = { n = "numbers:ns" }
returns = "int"

[tasks.told]
bash = 'seq 2000; echo "total=<$squares>" >> "$FLOWDESK_PUSH"'
pull.squares = "square"
push = { total = "str" }
"""
MODULE = """
def numbers():
    return {"ns": [1, 2, 3], "big": "x" * 9_000}


def square(n):
    print(n)
    return n * n
"""


def carried_out(*arguments: str, out: Path) -> tuple[int, str]:
    """Have flowdesk do something in a fork; gives its exit code and what it complained about."""

    def do() -> None:
        for stream in (1, 2):
            os.dup2(os.open(f"{out}.{stream}", os.O_WRONLY | os.O_CREAT | os.O_TRUNC), stream)
        os.environ["TERM"] = "dumb"
        code = flowdesk([*arguments, "--quiet"])
        sys.stderr.flush()
        os._exit(code)

    status = in_a_fork(do)
    return os.waitstatus_to_exitcode(status), Path(f"{out}.2").read_text()


def tight(disk: Path, room: int, out: Path) -> Told:
    """One run with so much room, and all that there is to know of what followed."""
    home, temporary, ballast = disk / f"home-{room}", disk / "temporary", disk / "ballast"
    temporary.mkdir(exist_ok=True)
    os.environ.update(FLOWDESK_HOME=str(home), TMPDIR=str(temporary))
    file = disk.parent / "tight.toml"
    free = os.statvfs(disk)
    ballast.write_bytes(b"x" * max(0, free.f_bavail * free.f_frsize - room))
    code, said = carried_out("run", str(file), "--run-id", RUN, out=out)
    told: Told = {"room": room, "code": code, "said": said, "left": left_behind(home)}
    told["temporary"] = [path.name for path in temporary.iterdir()]
    ballast.unlink()
    before = told["before"] = seen(home, RUN)
    if before is None:
        told["again"] = carried_out("run", str(file), "--run-id", RUN, out=out)
    elif before["run"] == "interrupted":
        told["again"] = carried_out("run", "--resume", RUN, out=out)
    elif before["run"] == "failed":  # a task that found no room
        told["again"] = carried_out("retry", RUN, out=out)
    told["after"] = seen(home, RUN)
    states(home, RUN)
    told["left"] += left_behind(home)
    return told


def main(folder: Path, rooms: range) -> None:
    """Take each amount of room."""
    (folder / "tight.toml").write_text(PIPELINE)
    (folder / "work.py").write_text(MODULE)
    disk = folder / "disk"
    for room in rooms:
        told = tight(disk, room, folder / "said")
        print(json.dumps(told), flush=True)  # noqa: T201 - this is how it tells
        for path in disk.iterdir():
            shutil.rmtree(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), range(*map(int, sys.argv[2:])))
