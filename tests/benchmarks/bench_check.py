"""Reading and checking large files: time and memory a task as files grow, and doit's `list` beside it.

    python -m tests.benchmarks.bench_check [--rounds N] [SHAPE …]

Each file is read and checked once, in a process of its own, as commands do, without the time of imports; a
small file of the same shape has warmed the code. What is counted is that process's own time, so that others
do not disturb it, and the best of several processes. The ratio of the times per task, largest file to
smallest, says whether the cost grows linearly. The whole command `flowdesk validate`, which checks
everything, stands beside the whole command `doit list`, which checks that task ids exist, in turns: when
the file is new, and when it has not changed since. doit is there once `make bench-peers` has installed it.
"""

from __future__ import annotations

import json
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tests.benchmarks.contenders import environment, peer
from tests.benchmarks.machine import asked, head_line
from tests.benchmarks.tables import Table, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000)
PROCESSES = {1_000: 10, 10_000: 4, 100_000: 1}
"""How many processes read a file of each size in a round."""
ROUNDS = 3
WARM = 200
LINEAR = 1.2
"""How much a task may cost more among the most tasks than among the fewest."""
COMMANDS = 10_000
"""The tasks of the files that whole commands are given."""

MEASURE = """
import gc, json, sys, time
from pathlib import Path
from flowdesk.model.reader import read
from flowdesk.plan.build import check
def peak():
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))
gc.disable()  # as commands do while they check a file
warm, path = map(Path, sys.argv[1:])
check(read(warm))
before = peak()
began = time.process_time()
document = read(path)
has_read = time.process_time()
checked = check(document)
over = time.process_time()
assert checked.ok, checked.problems[:3]
print(json.dumps([has_read - began, over - has_read, peak() - before]))
"""


def fan(size: int) -> Iterator[str]:
    """One task, many that come after it, and one after all of them."""
    yield '[tasks.begin]\nbash = "true"'
    for number in range(size - 2):
        yield f'[tasks."g.t{number}"]\nbash = "true"\nafter = "begin"'
    yield '[tasks.end]\nbash = "true"\nafter = "g.*"'


def chain(size: int) -> Iterator[str]:
    """Each task after the one before."""
    yield '[tasks.t0]\nbash = "true"'
    for number in range(1, size):
        yield f'[tasks.t{number}]\nbash = "true"\nafter = "t{number - 1}"'


def groups(size: int) -> Iterator[str]:
    """Groups of a hundred tasks in groups of ten such, each after the one before, with defaults."""
    for group in range(size // 100):
        after = f'after = "big{(group - 1) // 10}.g{group - 1}"\n' if group else ""
        yield f'[groups."big{group // 10}.g{group}"]\n{after}defaults = {{ retries = 1 }}'
        for number in range(100):
            yield f'[tasks."big{group // 10}.g{group}.t{number}"]\nbash = "true"'


def pulls(size: int) -> Iterator[str]:
    """A tree: half of the tasks push a float, the others pull two of them and push one; one takes all."""
    for number in range(size // 2):
        yield f'[tasks."leaf.t{number}"]\nbash = "echo 1"\npush = {{ score = "float" }}'
    for number in range(size // 2 - 1):
        one, other = f"leaf.t{number}:score", f"leaf.t{number + 1}:score"
        yield (
            f'[tasks."sum.t{number}"]\nbash = "echo $one $other"\nreturns = "float"\n'
            f'pull.one = {{ from = "{one}", type = "float" }}\npull.other = "{other}"'
        )
    yield '[tasks.end]\nbash = "echo $all"\npull.all = "sum.*"'


def branches(size: int) -> Iterator[str]:
    """Units of ten tasks: a branch, its eight choices, and one that runs after whichever was picked."""
    for unit in range(size // 10):
        choices = [f"u{unit}.c{number}" for number in range(8)]
        yield f'[tasks."u{unit}.pick"]\nbranch = "os:getcwd"\nchoices = {json.dumps(choices)}'
        for choice in choices:
            yield f'[tasks."{choice}"]\nbash = "echo 1"\nreturns = "float"'
        yield (
            f'[tasks."u{unit}.join"]\nbash = "echo $score"\ntrigger_rule = "none_failed"\n'
            f"pull.score = {{ from = {json.dumps(choices)}, required = false }}"
        )


SHAPES: dict[str, Callable[[int], Iterator[str]]] = {
    "fan": fan,
    "chain": chain,
    "groups": groups,
    "pulls": pulls,
    "branches": branches,
}


def lay(folder: Path, shape: str, size: int) -> Path:
    """Write the file of a shape."""
    path = folder / f"{shape}{size}.toml"
    path.write_text("\n\n".join(SHAPES[shape](size)) + "\n", "utf-8")
    return path


class Cost(NamedTuple):
    """Seconds to read and to check, and bytes that it took besides."""

    read: float
    check: float
    memory: int


def measured(warm: Path, path: Path, times: int) -> Cost:
    """What a file costs, each time in a process of its own: the best."""
    found = []
    for _ in range(times):
        command = [sys.executable, "-c", MEASURE, str(warm), str(path)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found.append(Cost(*json.loads(done.stdout)))
    return min(found, key=lambda one: one.read + one.check)


def grow(folder: Path, shape: str, rounds: int) -> None:
    """Print how the cost of a task grows with the number of tasks."""
    table = Table(f"reading and checking, {shape}", ["read", "check", "together", "memory"])
    warm = lay(folder, shape, WARM)
    each = []
    for size in SIZES:
        cost = measured(warm, lay(folder, shape, size), rounds * PROCESSES[size])
        each.append((cost.read + cost.check) / size)
        times = [f"{seconds / size * 1e6:.1f} µs" for seconds in (cost.read, cost.check)]
        table.row(f"{size:,} tasks", *times, f"{each[-1] * 1e6:.1f} µs", f"{cost.memory / size:,.0f} B")
    ratio = each[-1] / each[0]
    table.row(f"{SIZES[-1]:,} to {SIZES[0]:,}", "", "", f"{ratio:.2f} x", goal=at_most(LINEAR, ratio))
    table.show()


def dodo(size: int) -> str:
    """A fan for doit."""
    return f"""
def task_begin():
    return {{"actions": ["true"]}}

def task_g():
    for number in range({size - 2}):
        yield {{"name": str(number), "actions": ["true"], "task_dep": ["begin"]}}

def task_end():
    return {{"actions": ["true"], "task_dep": ["g"]}}
"""


def compare(folder: Path, rounds: int) -> None:
    """Print whole commands: validate beside doit's list, in turns."""
    for shape in ("fan", "pulls"):
        lay(folder, shape, COMMANDS)
    (folder / "dodo.py").write_text(dodo(COMMANDS), "utf-8")
    ours = [sys.executable, "-m", "flowdesk", "validate"]
    commands = {
        "doit list, fan": [peer("doit"), "list", "--all"],
        "flowdesk, fan": [*ours, f"fan{COMMANDS}.toml"],
        "unchanged, fan": [*ours, f"fan{COMMANDS}.toml"],
        "flowdesk, pulls": [*ours, f"pulls{COMMANDS}.toml"],
        "unchanged, pulls": [*ours, f"pulls{COMMANDS}.toml"],
    }
    limits = {"flowdesk, fan": 2, "unchanged, fan": 1}
    there = {name: command for name, command in commands.items() if Path(command[0]).exists()}
    times: dict[str, list[float]] = {name: [] for name in there}
    for number in range(rounds + 1):
        for name, command in there.items():
            if name.startswith("flowdesk"):
                shutil.rmtree(folder / "home" / "cache", ignore_errors=True)
            took = seconds(command, folder)
            if number:  # the first round warms the disk's cache
                times[name].append(took)
    table = Table(f"whole commands, {COMMANDS:,} tasks", ["median", "least", "beside doit"])
    theirs = times.get("doit list, fan")
    for name, found in times.items():
        ratio = statistics.median(found) / statistics.median(theirs) if theirs else None
        goal = at_most(limits[name], ratio) if ratio is not None and name in limits else None
        beside = "" if ratio is None else f"{ratio:.2f} x"
        table.row(name, f"{statistics.median(found):.2f} s", f"{min(found):.2f} s", beside, goal=goal)
    table.show()
    if theirs is None:
        print("doit is not here to compare with: `make bench-peers` installs it")


def seconds(command: list[str], folder: Path) -> float:
    """Run a command and return its processor seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, cwd=folder, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main() -> None:
    """Compare what is asked for."""
    options = asked(__doc__, ROUNDS)
    print(head_line())
    with tempfile.TemporaryDirectory() as top:
        for shape in options.words or SHAPES:
            grow(Path(top), shape, options.rounds)
        compare(Path(top), options.rounds)


if __name__ == "__main__":
    main()
