from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import EventKind
from flowdesk.plan.states import RunState, TaskState, TryState
from flowdesk.store.errors import RunUnknown
from flowdesk.store.store import Store
from tests.builders import failed, finish_run, new_run, start_run, succeeded
from tests.store.another_process import read_line, send_line, start_writer
from tests.store.raw import counted

if TYPE_CHECKING:
    from pathlib import Path


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


def test_events_are_read_from_where_one_stopped(store: Store) -> None:
    finish_run(store, "run_1")
    finish_run(store, "run_2")
    events = store.events("run_2")
    assert [event.kind for event in events][:2] == [EventKind.RUN_STARTED, EventKind.TRY_STARTED]
    assert store.events("run_2", after_seq=events[2].seq) == events[3:]
    assert store.events("run_2", after_seq=events[2].seq, limit=2) == events[3:5]
    assert store.events("run_2", after_seq=events[-1].seq) == []


def test_a_mapped_task_is_asked_for_whole_or_by_name(store: Store) -> None:
    start_run(store)
    with store.transaction():
        store.expand_task("run_1", "b", 12)
        for index in range(12):
            store.start_try("run_1", f"b[{index}]", 1, log="b.log")
            store.push_value("run_1", f"b[{index}]", 1, key="k", value=str(index))
    assert [row.name for row in store.tries("run_1", "b")] == [f"b[{index}]" for index in range(12)]
    assert [row.name for row in store.tries("run_1", "b[11]")] == ["b[11]"]
    assert [row.value for row in store.values("run_1", task="b[11]")] == ["11"]
    assert [row.value for row in store.values("run_1", task="b[3]", key="k")] == ["3"]
    assert len(store.values("run_1", task="b", key="k")) == 12
    assert store.tries("run_1", "b[x]") == []
    assert store.values("run_1", task="b[99]") == []


def test_tries_are_those_of_the_run_or_of_one_task(store: Store) -> None:
    finish_run(store)
    assert [row.task for row in store.tries("run_1")] == ["a", "b"]
    (row,) = store.tries("run_1", "b")
    assert (row.task, row.number, row.state) == ("b", 1, TryState.SUCCESS)


def test_readers_see_a_transaction_whole_or_not_at_all(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer, Store.open(home, url=url, read_only=True, timeout=0.01) as reader:
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


def test_a_change_elsewhere_is_seen_inside_a_transaction(store: Store, home: Path, url: str | None) -> None:
    start_run(store)
    with Store.open(home, url=url) as other, other.transaction():
        other.add_request("run_1", "cancel")
    with store.transaction():
        assert store.changed_elsewhere()
        assert [request.kind for request in store.open_requests("run_1")] == ["cancel"]


def test_a_process_killed_inside_a_transaction_leaves_nothing_of_it(home: Path, url: str | None) -> None:
    with start_writer(home, url) as writer:
        writer.kill()
    with Store.open(home, url=url) as store:
        assert store.tries("run_1") == []
        assert [event.kind for event in store.events("run_1")] == [EventKind.RUN_STARTED]


def test_a_finished_run_does_not_depend_on_its_process(store: Store) -> None:
    finish_run(store)
    assert counted(store, "leases") == 0
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


def test_the_time_between_an_end_and_a_new_beginning_is_no_time_of_the_run(
    home: Path, url: str | None
) -> None:
    now = [100.0]
    with Store.open(home, url=url, clock=lambda: now[0]) as store:
        finish_run(store, "run_1")
        assert store.idle("run_1") == 0
        for moment in (107.0, 120.0):
            now[0] = moment
            with store.transaction():
                store.resume_run("run_1")
                store.finish_run("run_1", RunState.SUCCESS)
        assert store.idle("run_1") == 20
