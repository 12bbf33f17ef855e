"""Runs of up to a million tasks that do nothing: what a task costs the engine and its store, as runs grow.

    python -m tests.benchmarks.bench_scale [SHAPE …] [--sizes N …]

The engine's own loop and a store in a file (`synchronous=FULL`) do all that they do in a real run; only the
executor is made up: whatever is started has succeeded by the next turn. Each size runs in a process of its
own, without the time of its imports. "Time" is that process's processor time, "wall" has the waiting for
the disk in it as well, "peak" is the most memory that the process took, and "memory" how much of it came
since it began to read its plan, as a kept one is. A task must not cost much more among a million than among
ten thousand.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from flowdesk.engine.jobs import RunRequest
from flowdesk.engine.run import Engine
from flowdesk.executors.executor import Finished
from flowdesk.plan.plan import Kind, Plan, Task
from flowdesk.plan.states import RunState, TryState
from flowdesk.plan.written import from_json, to_json
from flowdesk.store.store import Store
from tests.benchmarks.machine import head_line
from tests.benchmarks.tables import Table, at_most

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from flowdesk.executors.executor import Job, Report

SIZES = (10_000, 100_000, 1_000_000)
SLOTS = 64
"""How many tasks are under way at once, and over by the next turn."""
FLAT = 1.2
"""How much more a task may cost in the largest run than in the smallest."""
BASE, MOST = 60 << 20, 1024
"""Bytes that the whole process may take, and more for each task."""
MIB = 1 << 20
LANES = 1000


class NoOps:
    """An executor that has nothing to carry out: what was started has succeeded once it is asked."""

    def __init__(self, slots: int) -> None:
        self.slots = slots
        self._under_way: list[str] = []

    def start(self, job: Job) -> None:
        self._under_way.append(job.id)

    def cancel(self, job: str, *, at_once: bool = False) -> None:
        """Everything is over anyway."""

    def wait(self, timeout: float | None) -> list[Report]:  # noqa: ARG002 - it never has to wait
        over, self._under_way = self._under_way, []
        return [Finished(job, TryState.SUCCESS) for job in over]

    def wake(self) -> None:
        """Nobody waits."""

    def close(self) -> None:
        """Nothing is left."""


def fan(size: int) -> Iterator[Task]:
    """One task, all others but one after it, and one after all of these."""
    yield Task("begin", Kind.BASH, ("true",))
    first = ("begin",)
    for number in range(size - 2):
        yield Task(f"t{number}", Kind.BASH, ("true",), first)
    yield Task("end", Kind.BASH, ("true",), tuple(f"t{number}" for number in range(size - 2)))


def lanes(size: int) -> Iterator[Task]:
    """A thousand chains side by side, each task after the one before it in its own."""
    for number in range(size):
        after = (f"t{number - LANES}",) if number >= LANES else ()
        yield Task(f"t{number}", Kind.BASH, ("true",), after)


SHAPES: dict[str, Callable[[int], Iterator[Task]]] = {"fan": fan, "lanes": lanes}


class Cost(NamedTuple):
    """What a run of one size needed, in seconds and bytes."""

    time: float
    wall: float
    memory: int
    peak: int
    store: int


def run_alone(size: int, home: Path) -> Cost:
    """Run the plan that lies in a folder, of so many tasks, in this process."""
    before = _peak()
    began, busy = time.perf_counter(), time.process_time()
    plan = from_json((home / "plan.json").read_text("utf-8"))
    store = Store.open(home)
    request = RunRequest.now(home / "p.toml", "", home=home)
    state = Engine(plan, request, store=store, executor=NoOps(SLOTS)).run()
    peak = _peak()
    cost = time.process_time() - busy, time.perf_counter() - began, peak - before, peak
    assert state is RunState.SUCCESS
    with_ends = (task for task in store.tasks(request.run_id) if task.state.is_final)
    assert sum(1 for _ in with_ends) == size
    store.close()
    return Cost(*cost, sum(file.stat().st_size for file in home.glob("*.db*")))


def _peak() -> int:
    """The most bytes of memory that this process has had; `ru_maxrss` has in it what its parent had."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM:"))


def measured(shape: str, size: int) -> Cost:
    """Run so many tasks in a process of their own."""
    with tempfile.TemporaryDirectory() as folder:
        plan = Plan(shape, {task.id: task for task in SHAPES[shape](size)})
        Path(folder, "plan.json").write_text(to_json(plan), "utf-8")
        del plan
        command = [sys.executable, "-m", "tests.benchmarks.bench_scale", "--alone", folder]
        done = subprocess.run([*command, "--sizes", str(size)], check=True, capture_output=True, text=True)
    return Cost(*json.loads(done.stdout))


def compare(shape: str, sizes: list[int]) -> None:
    """Print what a task costs in each size, and how that grows."""
    table = Table(f"runs of no-op tasks, {shape}", ["time a task", "wall", "memory", "store", "peak"])
    costs = [measured(shape, size) for size in sizes]
    for size, cost in zip(sizes, costs, strict=True):
        micro = [f"{seconds / size * 1e6:,.0f} µs" for seconds in (cost.time, cost.wall)]
        sizes_of = [f"{some / size:,.0f} B" for some in (cost.memory, cost.store)]
        goal = at_most(round((BASE + MOST * size) / MIB), cost.peak / MIB, "MiB")
        table.row(f"{size:,} tasks", *micro, *sizes_of, f"{cost.peak / MIB:,.0f} MiB", goal=goal)
    many = sizes[-1] / sizes[0]
    times = costs[-1].time / costs[0].time / many
    memories = costs[-1].memory / costs[0].memory / many
    growth = f"{sizes[-1]:,} to {sizes[0]:,}"
    table.row(f"time, {growth}", f"{times:.2f} x", goal=at_most(FLAT, times))
    table.row(f"memory, {growth}", "", "", f"{memories:.2f} x", goal=at_most(FLAT, memories))
    table.show()


def main() -> None:
    """Compare what is asked for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", nargs="+", type=int, default=list(SIZES), metavar="N")
    parser.add_argument("--alone", type=Path, metavar="HOME", help="run the plan of a folder here")
    parser.add_argument("shapes", nargs="*", metavar="SHAPE", help=f"{' or '.join(SHAPES)}; by default all")
    options = parser.parse_args()
    if options.alone:
        print(json.dumps(run_alone(options.sizes[0], options.alone)))
        return
    print(head_line())
    for shape in options.shapes or SHAPES:
        compare(shape, sorted(options.sizes))


if __name__ == "__main__":
    main()
