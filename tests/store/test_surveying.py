from __future__ import annotations

from typing import TYPE_CHECKING

from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.sought import sought
from flowdesk.store.store import Store
from tests.builders import finish_run, new_run, start_run

if TYPE_CHECKING:
    from pathlib import Path

FILE = "/pipelines/test.toml"


def numbers(store: Store, text: str = "", *states: RunState, since: float | None = None) -> list[int]:
    found = store.listed_runs(FILE, sought=sought(text, frozenset(states), since))
    return [run.row.number for run in found]


def test_runs_are_listed_page_by_page_newest_first(store: Store) -> None:
    for number in range(1, 6):
        finish_run(store, f"run_{number}")
    finish_run(store, "elsewhere", path="/other.toml")
    first = store.listed_runs(FILE, limit=3)
    assert [run.row.number for run in first] == [5, 4, 3]
    assert [run.row.number for run in store.listed_runs(FILE, before=3, limit=3)] == [2, 1]
    assert [run.tasks for run in first] == [2, 2, 2]
    assert store.count_runs(FILE) == 5


def test_runs_are_sought_by_number_id_params_reason_state_and_time(store: Store) -> None:
    finish_run(store, "alpha")
    with store.transaction():
        store.create_run(new_run("beta")._replace(params='{"city": "\\"Seoul\\""}'), ["a"])
        store.finish_run("beta", RunState.FAILED, "timed out after 3 s")
    finish_run(store, "gamma12")
    assert numbers(store) == [3, 2, 1]
    assert numbers(store, "seoul") == numbers(store, "TIMED out") == numbers(store, "beta") == [2]
    assert numbers(store, "#2") == [2]
    assert numbers(store, "12") == [3]
    assert numbers(store, "", RunState.SUCCESS) == [3, 1]
    assert numbers(store, since=store.find_run("gamma12").started_at) == [3]


def test_a_sought_run_is_found_however_far_back(store: Store) -> None:
    finish_run(store, "needle")
    for number in range(30):
        start_run(store, f"run_{number}")
    found = store.listed_runs(FILE, limit=2, sought=sought("needle"))
    assert [run.row.id for run in found] == ["needle"]


def test_a_list_tells_whose_task_a_run_is(store: Store) -> None:
    start_run(store, "outer")
    with store.transaction():
        store.create_run(new_run("inner", path="/inner.toml")._replace(parent="outer"), ["a"])
    (inner,) = store.listed_runs("/inner.toml")
    assert (inner.parent, inner.is_imported) == (1, False)


def test_cells_are_all_tasks_of_all_runs_asked_for(store: Store) -> None:
    for number in range(1, 4):
        finish_run(store, f"run_{number}")
    cells, mapped, _ = store.cells(FILE, 2, 3)
    assert sorted((cell.run, cell.task) for cell in cells) == [(2, "a"), (2, "b"), (3, "a"), (3, "b")]
    assert {cell.state for cell in cells} == {TaskState.SUCCESS}
    assert {(cell.task, cell.position) for cell in cells} == {("a", 0), ("b", 1)}
    assert mapped == {}


def test_what_was_made_of_a_mapped_task_is_summed(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.expand_task("run_1", "a", 3)
        store.move_task("run_1", "a[1]", TaskState.SKIPPED)
    cells, mapped, _ = store.cells(FILE, 1, 1)
    assert len(cells) == 2
    assert mapped == {(1, "a"): {TaskState.WAITING: 2, TaskState.SKIPPED: 1}}


def test_the_times_of_a_task_and_of_runs_are_told(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2")
    took = store.task_over_runs(FILE, "a", since=1)
    assert [(one.run, one.state, one.tries) for one in took] == [
        (1, TaskState.SUCCESS, 1),
        (2, TaskState.SUCCESS, 1),
    ]
    times = store.run_times(FILE, since=2)
    assert set(times.total) == {2}
    assert set(times.longest) == {"a", "b"}


def test_a_key_over_runs_is_what_was_pushed_last(store: Store) -> None:
    finish_run(store, "run_1")
    start_run(store, "run_2")
    with store.transaction():
        for number, value in ((1, "1.0"), (2, "2.0")):
            store.start_try("run_2", "a", number, log="a.log")
            store.push_value("run_2", "a", number, key="score", type="float", value=value)
    start_run(store, "run_3")
    found = store.key_over_runs(FILE, "a", "score", limit=9)
    values = [(run.id, {name: row.value for name, row in rows.items()}) for run, rows in found]
    assert values == [("run_1", {"a": "0.5"}), ("run_2", {"a": "2.0"}), ("run_3", {})]
    assert [run.id for run, _ in store.key_over_runs(FILE, "a", "score", limit=1)] == ["run_3"]


def test_what_belongs_to_a_run_is_counted(store: Store) -> None:
    finish_run(store)
    found = store.belongings("run_1")
    assert ([run.id for run in found.runs], found.tries, found.values) == (["run_1"], 2, 1)


def test_a_listed_run_tells_for_how_long_it_was_over_in_between(home: Path, url: str | None) -> None:
    now = [100.0]
    with Store.open(home, url=url, clock=lambda: now[0]) as store:
        finish_run(store)
        assert [run.row.idle for run in store.listed_runs(FILE)] == [0]
        for moment in (107.0, 120.0):
            now[0] = moment
            with store.transaction():
                store.resume_run("run_1")
            assert [run.row.idle for run in store.listed_runs(FILE)] == [moment - 100]
            with store.transaction():
                store.finish_run("run_1", RunState.SUCCESS)
        assert [run.row.idle for run in store.listed_runs(FILE)] == [20]
