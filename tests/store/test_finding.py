from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.errors import RunUnknown
from flowdesk.store.store import Store
from tests.builders import finish_run, new_run, start_run
from tests.store.another_process import read_line, send_line, start_writer

if TYPE_CHECKING:
    from pathlib import Path


def test_runs_are_listed_newest_first(store: Store) -> None:
    for number in range(1, 6):
        start_run(store, f"run_{number}", path=f"/pipelines/{number % 2}.toml")
    assert [run.number for run in store.runs()] == [5, 4, 3, 2, 1]
    assert [run.number for run in store.runs(limit=2)] == [5, 4]
    assert [run.id for run in store.runs(path="/pipelines/1.toml")] == ["run_5", "run_3", "run_1"]
    assert store.runs(path="/pipelines/none.toml") == []


@pytest.mark.parametrize("ref", ["2", "#2", "manual__B", "manual__B1"])
def test_a_run_is_found_by_number_id_and_beginning_of_its_id(store: Store, ref: str) -> None:
    for run_id in ("manual__A1", "manual__B1", "manual__C1"):
        start_run(store, run_id)
    assert store.find_run(ref).id == "manual__B1"


def test_an_id_that_is_the_beginning_of_another_is_found(store: Store) -> None:
    start_run(store, "run")
    start_run(store, "run_2")
    assert store.find_run("run").id == "run"


def test_an_id_that_looks_like_a_number_is_found(store: Store) -> None:
    for run_id in ("2", "nightly"):
        start_run(store, run_id)
    assert store.find_run("2").id == "2"
    assert store.find_run("#2").id == "nightly"


def test_an_id_in_another_encoding_is_kept_and_found(store: Store) -> None:
    typed = b"caf\xe9".decode("utf-8", "surrogateescape")
    start_run(store, typed)
    assert store.find_run(typed).id == "caf\\udce9"
    assert [row.task for row in store.tasks(typed)] == ["a", "b"]
    assert store.values(typed, task=typed) == []


def test_without_a_name_the_latest_run_is_found(store: Store) -> None:
    start_run(store, "run_1", path="/a.toml")
    start_run(store, "run_2", path="/b.toml")
    assert store.find_run(None).id == "run_2"
    assert store.find_run(None, path="/a.toml").id == "run_1"


def test_a_beginning_of_several_ids_names_them(store: Store) -> None:
    start_run(store, "run_a")
    start_run(store, "run_b")
    with pytest.raises(RunUnknown, match=r"#1 run_a, #2 run_b"):
        store.find_run("run_")


@pytest.mark.parametrize("ref", ["7", "#7", "nightly", "run_1x", "%", "9" * 30, "9" * 5000, "²", "\udcff"])
def test_an_unknown_run_comes_with_a_way_out(store: Store, ref: str) -> None:
    start_run(store)
    with pytest.raises(RunUnknown, match=r"there is no run '.*'; `flowdesk runs` lists them"):
        store.find_run(ref)


def test_a_run_of_another_file_is_not_found(store: Store) -> None:
    start_run(store, path="/a.toml")
    with pytest.raises(RunUnknown, match=r"no run '1' of /b\.toml"):
        store.find_run("1", path="/b.toml")


def test_an_empty_store_has_no_latest_run(store: Store) -> None:
    with pytest.raises(RunUnknown, match="no run has been recorded yet"):
        store.find_run(None)


def test_a_run_whose_process_was_killed_reads_as_interrupted(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer:
        send_line(writer)
        assert read_line(writer) == "committed"
        with Store.open(home, url=url, read_only=True) as reader:
            assert reader.find_run("run_1").state is RunState.RUNNING
            writer.kill()
            writer.wait()
            assert reader.find_run("run_1").state is RunState.INTERRUPTED
            (run,) = reader.runs()
            assert run.state is RunState.INTERRUPTED
            assert run.finished_at == reader.events("run_1")[-1].at, "when it was last heard of"
            assert [row.state for row in reader.tries("run_1")] == [TryState.RUNNING]
            assert reader.tasks("run_1")[0].state is TaskState.RUNNING


def test_only_runs_that_an_engine_works_on_are_live(store: Store) -> None:
    finish_run(store, "run_1")
    start_run(store, "run_2")
    start_run(store, "run_3", path="/other.toml")
    assert [run.id for run in store.live_runs()] == ["run_3", "run_2"]
    assert [run.id for run in store.live_runs("/pipelines/test.toml")] == ["run_2"]
    assert store.live_runs("/none.toml") == []


def test_the_run_before_is_of_the_same_file(store: Store) -> None:
    for number in range(1, 5):
        start_run(store, f"run_{number}", path=f"/{number % 2}.toml")
    before = store.previous_run("/0.toml", 4)
    assert before is not None
    assert before.id == "run_2"
    assert store.previous_run("/0.toml", 2) is None


def test_a_run_tells_of_which_task_it_is_and_of_what_it_was_given(store: Store) -> None:
    given = new_run("inner")._replace(
        parent="run_1", params='{"n": "3"}', logical_date="2027-01-15T00:00:00Z"
    )
    start_run(store)
    with store.transaction():
        store.create_run(given, ["a"])
    run = store.find_run("inner")
    assert (run.parent, run.params, run.logical_date) == (given.parent, given.params, given.logical_date)
    assert store.inner_runs("run_1") == [run]
    assert store.inner_runs("inner") == []
