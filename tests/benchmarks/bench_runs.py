"""How long a store of 10,000 runs of 100 tasks takes to answer what the window and the terminal ask of it.

One run is written by the store's own verbs, all others are copies of its rows. Each question is asked as
the window asks it, the best of several times, and told as a share of what it may take.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

from flowdesk.plan.states import RunState
from flowdesk.plan.written import from_json
from flowdesk.store.sought import sought
from flowdesk.store.store import Store
from tests.benchmarks.machine import head_line
from tests.benchmarks.tables import Table, at_most
from tests.builders import bash, new_run, plan_of, succeeded

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS, TASKS, VALUES = 10_000, 100, 20
LIMIT = 0.100
"""Seconds that an answer may take."""

ROUNDS = 5
FILE = "/pipelines/test.toml"

COPIES = """
INSERT INTO runs (id, pipeline, path, definition, state, started_at, finished_at)
SELECT id || n, pipeline, path, definition, state, started_at + n, finished_at + n
FROM runs, copies WHERE number = 1;

INSERT INTO tasks (run, task, map_index, position, state, tries, started_at, finished_at)
SELECT n + 1, task, map_index, position, state, tries, started_at, finished_at
FROM copies, tasks WHERE run = 1;

INSERT INTO tries (run, task, map_index, number, state, log, started_at, finished_at)
SELECT n + 1, task, map_index, number, state, log, started_at, finished_at
FROM copies, tries WHERE run = 1;

INSERT INTO events (run, happened_at, kind, task, map_index, try_number, data)
SELECT n + 1, happened_at, kind, task, map_index, try_number, data
FROM copies, events WHERE run = 1;

INSERT INTO xcoms (seq, run, task, map_index, try_number, xcom_key, type, value, pushed_at)
SELECT n * 1000000 + seq, n + 1, task, map_index, try_number, xcom_key, type, value, pushed_at
FROM copies, xcoms WHERE run = 1;
"""


def fill(store: Store) -> None:
    """Write the runs."""
    names = [f"group.task_{number:03}" for number in range(TASKS)]
    plan = plan_of(*map(bash, names))
    with store.transaction():
        store.create_run(new_run("run", path=FILE, plan=plan), names)
        for place, name in enumerate(names):
            store.start_try("run", name, 1, log=f"{name}.log")
            if place < VALUES:
                store.push_value("run", name, 1, key="score", type="float", value="0.5")
            store.finish_try("run", name, 1, succeeded())
        store.finish_run("run", RunState.SUCCESS)
    connection = store._database.connection  # type: ignore[attr-defined]  # SQLite's
    connection.execute("CREATE TEMP TABLE copies (n INTEGER PRIMARY KEY)")
    connection.executemany("INSERT INTO copies VALUES (?)", ((n,) for n in range(1, RUNS)))
    connection.executescript(COPIES)


def open_run(store: Store, run_id: str) -> None:
    """Ask for all that the window shows of a run."""
    store.find_run(run_id)
    from_json(store.plan_text(run_id))
    store.events(run_id)
    store.values(run_id)
    store.tries(run_id, task="group.task_007")


def questions(store: Store) -> dict[str, Callable[[], object]]:
    """What is asked, by how it is called."""
    middle = f"run{RUNS // 2}"
    recent = RUNS - 99
    return {
        "list the newest runs": lambda: store.listed_runs(FILE),
        "list a page in the middle": lambda: store.listed_runs(FILE, before=RUNS // 2),
        "count the runs": lambda: store.count_runs(FILE),
        "find a run by words, however old": lambda: store.listed_runs(FILE, sought=sought("run17"), limit=1),
        "open a run": lambda: open_run(store, middle),
        "what a key was in 200 runs": lambda: store.key_over_runs(FILE, "group.task_007", "score", limit=200),
        "cells of 80 runs (a grid's batch)": lambda: store.cells(FILE, RUNS // 2, RUNS // 2 + 79),
        "a task's times over 100 runs": lambda: store.task_over_runs(FILE, "group.task_007", since=recent),
        "where the time of 100 runs went": lambda: store.run_times(FILE, since=recent),
        "what belongs to a run": lambda: store.belongings(middle),
    }


def best(ask: Callable[[], object]) -> float:
    """Seconds that a question takes, at best."""
    took = []
    for _ in range(ROUNDS):
        begun = perf_counter()
        ask()
        took.append(perf_counter() - begun)
    return min(took)


def main() -> None:
    """Measure, and show how much of what it may take each answer takes."""
    with tempfile.TemporaryDirectory() as folder:
        with Store.open(Path(folder)) as store:
            fill(store)
        size = (Path(folder) / "flowdesk.db").stat().st_size
        with Store.open(Path(folder), read_only=True) as store:
            took = {name: best(ask) for name, ask in questions(store).items()}
    print(head_line())
    table = Table(f"a store of {RUNS:,} runs of {TASKS} tasks, {size / 1e6:,.0f} MB", ["best", "ratio"])
    for name, seconds in took.items():
        goal = at_most(LIMIT * 1e3, seconds * 1e3, "ms")
        table.row(name, f"{seconds * 1e3:.1f} ms", f"{seconds / LIMIT:.2f} x", goal=goal)
    table.show()


if __name__ == "__main__":
    main()
