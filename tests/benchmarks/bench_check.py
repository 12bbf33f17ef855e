"""Reading and checking large files: time and memory a task as files grow, and doit's `list` beside it.

    python -m tests.benchmarks.bench_check [ROUNDS]

Each file is read and checked in a process of its own, without the time of its imports; what is counted is
that process's own time, so that others do not disturb it. The ratio of the times per task, largest file to
smallest, says whether the cost grows linearly. The whole command `flowdesk validate`, which checks
everything, stands beside the whole command `doit list`, which checks that task ids exist, in turns; and so
does the run of the first task alone of a file whose plan is kept. doit is there once `make bench-peers` has
installed it.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.contenders import environment, peer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIZES = (1_000, 10_000, 100_000)
ROUNDS = int(sys.argv[1]) if len(sys.argv) > 1 else 3
AIM = 1.3
"""How much a task may cost more among the most tasks than among the fewest."""

MEASURE = """
import json, resource, sys, time
from pathlib import Path
from flowdesk.model import complaints
from flowdesk.model.reader import read
from flowdesk.plan.build import check
path = Path(sys.argv[1])
check(read(path, text="[tasks.warm_up]"))
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
times = []
for _ in range(int(sys.argv[2])):
    document = checked = None
    began = time.process_time()
    document = read(path)
    has_read = time.process_time()
    checked = check(document)
    times.append((has_read - began, time.process_time() - has_read))
    after = after if len(times) > 1 else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
assert checked.ok, checked.problems[:3]
tasks = len(checked.plan.tasks)
reading, checking = (sum(part) / len(times) for part in zip(*times))
print(json.dumps([tasks, reading, checking, (after - before) * 1024]))
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


def measured(path: Path, size: int) -> tuple[int, float, float, float]:
    """Tasks, seconds to read, seconds to check, and bytes at the most, of the best of the rounds.

    A small file is read many times in a round, so that as much is measured as of a large one.
    """
    found = []
    for _ in range(ROUNDS):
        command = [sys.executable, "-c", MEASURE, str(path), str(SIZES[-1] // size)]
        done = subprocess.run(command, check=True, capture_output=True, text=True)
        found.append(json.loads(done.stdout))
    tasks, read, check, memory = min(found, key=lambda one: one[1] + one[2])
    return tasks, read, check, memory


def grow(folder: Path) -> None:
    """Print how the cost of a task grows with the number of tasks."""
    print(f"{'':10}{'tasks':>9}{'read':>11}{'check':>11}{'together':>12}{'memory':>14}")
    for shape in SHAPES:
        costs = []
        for size in SIZES:
            tasks, read, check, memory = measured(lay(folder, shape, size), size)
            costs.append((read + check) / tasks)
            times = "".join(f"{seconds / tasks * 1e6:8.1f} µs" for seconds in (read, check))
            print(f"{shape:10}{tasks:9,}{times}{costs[-1] * 1e6:9.1f} µs{memory / tasks:9,.0f} bytes")
        ratio = costs[-1] / costs[0]
        print(f"{shape:10}{SIZES[-1]:,} to {SIZES[0]:,}: {ratio:.2f} x a task (aim: {AIM})\n")


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


def compare(folder: Path, size: int) -> None:
    """Print whole commands: validate beside doit's list, in turns."""
    for shape in ("fan", "pulls"):
        lay(folder, shape, size)
    (folder / "dodo.py").write_text(dodo(size), "utf-8")
    ours = [sys.executable, "-m", "flowdesk", "validate"]
    cached = [sys.executable, "-m", "flowdesk", "run", "--quiet", "--task", "begin"]
    commands = {
        "flowdesk, fan": [*ours, f"fan{size}.toml"],
        "flowdesk, pulls": [*ours, f"pulls{size}.toml"],
        "flowdesk, kept plan": [*cached, f"fan{size}.toml"],
        "doit list, fan": [peer("doit"), "list", "--all"],
    }
    there = {name: command for name, command in commands.items() if Path(command[0]).exists()}
    times: dict[str, list[float]] = {name: [] for name in there}
    for round_number in range(ROUNDS + 1):
        for name, command in there.items():
            took = seconds(command, folder)
            if round_number:  # the first round warms the disk's cache
                times[name].append(took)
    print(f"{size:,} tasks, whole commands{'median':>9}{'min':>9}{'max':>9}")
    for name, rounds in times.items():
        print(f"{name:22}{statistics.median(rounds):11.2f}s{min(rounds):8.2f}s{max(rounds):8.2f}s")
    if "doit list, fan" in times:
        for name, aim in (("flowdesk, fan", 2), ("flowdesk, kept plan", 1)):
            ratio = statistics.median(times[name]) / statistics.median(times["doit list, fan"])
            print(f"{name} takes {ratio:.2f} x doit's time (aim: {aim})")
    else:
        print("doit is not here to compare with: `make bench-peers` installs it")


def seconds(command: list[str], folder: Path) -> float:
    """Run a command and return its wall seconds."""
    began = time.perf_counter()
    subprocess.run(command, cwd=folder, env=environment(folder), check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as top:
        grow(Path(top))
        compare(Path(top), 10_000)
