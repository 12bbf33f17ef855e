from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.gui.history.durations import Bar, Durations, read_runs, read_task
from flowdesk.plan.states import TaskState
from flowdesk.store.store import Store
from tests.builders import failed, new_run, succeeded
from tests.gui.sessions import run_row

if TYPE_CHECKING:
    from pathlib import Path

FILE = "/pipelines/test.toml"


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def run(store: Store, clock: Clock, run_id: str, **seconds: float) -> None:
    with store.transaction():
        store.create_run(new_run(run_id, path=FILE), seconds)
        for task, took in seconds.items():
            store.start_try(run_id, task, 1, log="x.log")
            clock.now += took
            store.finish_try(run_id, task, 1, succeeded() if took < 50 else failed())


def test_a_task_is_told_of_run_by_run_also_where_it_was_not(home: Path) -> None:
    clock = Clock()
    with Store.open(home, clock=clock) as store:
        run(store, clock, "r1", a=2.0, b=1.0)
        run(store, clock, "r2", b=1.0)
        run(store, clock, "r3", a=60.0)
        found = read_task(store, FILE, "a")
    assert [(bar.run.id, bar.seconds, bar.shown) for bar in found.bars] == [
        ("r1", 2.0, TaskState.SUCCESS),
        ("r2", None, None),
        ("r3", 60.0, TaskState.FAILED),
    ]
    assert found.median == 31.0


def test_of_whole_runs_the_longest_tasks_are_told_apart(home: Path) -> None:
    clock = Clock()
    times = {f"t{number}": float(number) for number in range(1, 9)}
    with Store.open(home, clock=clock) as store:
        run(store, clock, "r1", **times)
        found = read_runs(store, FILE)
    assert found.longest == ("t8", "t7", "t6", "t5", "t4")
    assert found.bars[0].parts == (8.0, 7.0, 6.0, 5.0, 4.0, 6.0)


def test_without_runs_there_is_nothing(home: Path) -> None:
    with Store.open(home) as store:
        assert read_runs(store, FILE).bars == read_task(store, FILE, "a").bars == ()
    assert Durations("a", (Bar(run_row()),)).median is None
