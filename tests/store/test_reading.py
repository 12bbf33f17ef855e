from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.errors import RunUnknown
from flowdesk.store.store import Store
from tests.builders import failed, finish_run, new_run, start_run, succeeded
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


def test_asking_for_the_rows_of_an_unknown_run_is_told(store: Store) -> None:
    for ask in (store.tasks, store.tries, store.values, store.pulls, store.events, store.plan_text):
        with pytest.raises(RunUnknown, match="no run 'nightly'"):
            ask("nightly")


def test_tasks_come_in_the_files_order(store: Store) -> None:
    with store.transaction():
        store.create_run(new_run(), ["z", "m", "a"])
    assert [(row.task, row.state, row.tries) for row in store.tasks("run_1")] == [
        (task, TaskState.WAITING, 0) for task in ("z", "m", "a")
    ]


def test_values_are_those_of_all_tries_in_the_order_they_were_pushed(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.start_try("run_1", "b", 1, log="b.log")
        store.push_value("run_1", "b", 1, key="k", value="1")
        store.finish_try("run_1", "b", 1, failed())
        store.start_try("run_1", "a", 1, log="a.log")
        store.push_value("run_1", "a", 1, key="l", value="2")
        store.start_try("run_1", "b", 2, log="b.log")
        store.push_value("run_1", "b", 2, key="k", value="3")
    values = store.values("run_1")
    assert [(row.task, row.try_number, row.key, row.value) for row in values] == [
        ("b", 1, "k", "1"),
        ("a", 1, "l", "2"),
        ("b", 2, "k", "3"),
    ]
    assert store.values("run_1", after_seq=values[0].seq) == values[1:]
    assert store.values("run_1", task="b") == [values[0], values[2]]
    assert store.values("run_1", task="b", after_seq=values[0].seq) == [values[2]]
    assert store.values("run_1", task="b", key="k") == [values[0], values[2]]
    assert store.values("run_1", key="l") == [values[1]]
    assert store.values("run_1", task="b", key="l") == []


def test_a_key_is_followed_over_the_runs_of_a_file(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2", path="/pipelines/other.toml")
    finish_run(store, "run_3")
    history = store.history("/pipelines/test.toml", "a", "score")
    assert [(row.run_id, row.value) for row in history] == [("run_3", "0.5"), ("run_1", "0.5")]
    assert len(store.history("/pipelines/test.toml", "a", "score", limit=1)) == 1


def test_events_are_read_from_where_one_stopped(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2")
    events = store.events("run_2")
    assert [event.kind for event in events][:2] == [EventKind.RUN_STARTED, EventKind.TRY_STARTED]
    assert store.events("run_2", after_seq=events[2].seq) == events[3:]
    assert store.events("run_2", after_seq=events[2].seq, limit=2) == events[3:5]
    assert store.events("run_2", after_seq=events[-1].seq) == []


def test_tries_are_those_of_the_run_or_of_one_task(store: Store) -> None:
    finish_run(store)
    assert [row.task for row in store.tries("run_1")] == ["a", "b"]
    (row,) = store.tries("run_1", "b")
    assert (row.task, row.number, row.state) == ("b", 1, TryState.SUCCESS)


def test_readers_see_a_transaction_whole_or_not_at_all(home: Path) -> None:
    with start_writer(home) as writer, Store.open(home, read_only=True, timeout=0.01) as reader:
        assert reader.tries("run_1") == []
        assert not reader.changed_elsewhere()
        send_line(writer)
        assert read_line(writer) == "committed"
        assert reader.changed_elsewhere()
        assert not reader.changed_elsewhere()
        assert [value.value for value in reader.values("run_1")] == ["1"]
        send_line(writer)


def test_what_one_writes_oneself_is_no_change_elsewhere(store: Store) -> None:
    finish_run(store)
    assert not store.changed_elsewhere()


def test_a_change_elsewhere_is_seen_inside_a_transaction(store: Store, home: Path) -> None:
    start_run(store)
    with Store.open(home) as other, other.transaction():
        other.add_request("run_1", "cancel")
    with store.transaction():
        assert store.changed_elsewhere()
        assert [request.kind for request in store.open_requests("run_1")] == ["cancel"]


def test_a_run_whose_process_was_killed_reads_as_interrupted(home: Path) -> None:
    with start_writer(home) as writer:
        send_line(writer)
        assert read_line(writer) == "committed"
        with Store.open(home, read_only=True) as reader:
            assert reader.find_run("run_1").state is RunState.RUNNING
            writer.kill()
            writer.wait()
            assert reader.find_run("run_1").state is RunState.INTERRUPTED
            (run,) = reader.runs()
            assert run.state is RunState.INTERRUPTED
            assert run.finished_at == reader.events("run_1")[-1].at, "when it was last heard of"
            assert [row.state for row in reader.tries("run_1")] == [TryState.RUNNING]
            assert reader.tasks("run_1")[0].state is TaskState.RUNNING


def test_a_process_killed_inside_a_transaction_leaves_nothing_of_it(home: Path) -> None:
    with start_writer(home) as writer:
        writer.kill()
    with Store.open(home) as store:
        assert store.tries("run_1") == []
        assert [event.kind for event in store.events("run_1")] == [EventKind.RUN_STARTED]
        assert store._connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_finished_run_does_not_depend_on_its_process(store: Store) -> None:
    finish_run(store)
    assert store._connection.execute("SELECT count(*) FROM leases").fetchone() == (0,)
    assert store.find_run(None).state is RunState.SUCCESS


def test_an_end_of_a_try_is_read_as_it_was_written(store: Store) -> None:
    start_run(store)
    with store.transaction():
        for task, end in (("a", failed("killed by SIGSEGV", exit_code=-11)), ("b", succeeded())):
            store.start_try("run_1", task, 1, log=f"{task}.log")
            store.finish_try("run_1", task, 1, end)
    a, b = store.tries("run_1")
    assert (a.state, a.reason, a.exit_code) == (TryState.FAILED, "killed by SIGSEGV", -11)
    assert (b.state, b.reason, b.exit_code) == (TryState.SUCCESS, None, None)
