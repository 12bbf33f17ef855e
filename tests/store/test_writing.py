from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import pytest

from flowdesk.plan.events import Event, EventKind
from flowdesk.plan.states import RunState, TaskState
from flowdesk.store.errors import RunUnknown, StoreBusy, StoreReadOnly
from flowdesk.store.store import Store
from tests.builders import new_run, start_run

if TYPE_CHECKING:
    from pathlib import Path


def test_watchers_are_told_after_the_commit_of_all_its_events(
    store: Store, home: Path, url: str | None
) -> None:
    told: list[list[Event]] = []
    committed: list[int] = []
    with Store.open(home, url=url, read_only=True) as reader:
        store.watchers.append(told.append)
        store.watchers.append(lambda events: committed.append(len(reader.events(events[0].run_id))))
        with store.transaction():
            store.create_run(new_run(), ["a"])
            store.start_try("run_1", "a", 1, log="a.log")
            assert told == []
    (events,) = told
    assert [event.kind for event in events] == [EventKind.RUN_STARTED, EventKind.TRY_STARTED]
    assert committed == [2]
    assert events == store.events("run_1")


def test_an_exception_undoes_all_and_tells_nobody(store: Store) -> None:
    told: list[list[Event]] = []
    store.watchers.append(told.append)

    def write_and_stop() -> None:
        with store.transaction():
            store.create_run(new_run(), ["a"])
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_and_stop()
    assert told == []
    assert store.runs() == []
    with pytest.raises(RunUnknown):
        store.events("run_1")
    start_run(store)
    assert len(told) == 1


def test_a_transaction_without_events_tells_nobody(store: Store) -> None:
    told: list[list[Event]] = []
    store.watchers.append(told.append)
    with store.transaction():
        pass
    assert told == []


def test_nothing_is_written_outside_a_transaction(store: Store) -> None:
    start_run(store)
    before = store.events("run_1")
    for write in (
        lambda: store.create_run(new_run("run_2"), []),
        lambda: store.hold_lease("run_1"),
        lambda: store.start_try("run_1", "a", 1, log="a.log"),
        lambda: store.record_pid("run_1", "a", 1, 12),
        lambda: store.move_task("run_1", "a", TaskState.SKIPPED),
        lambda: store.finish_run("run_1", RunState.FAILED),
        lambda: store.add_request("run_1", "cancel"),
        lambda: store.answer_request(1, "no"),
    ):
        with pytest.raises(RuntimeError, match="in a transaction only"):
            write()
    assert store.events("run_1") == before
    assert len(store.runs()) == 1


def test_a_transaction_inside_a_transaction_is_a_mistake(store: Store) -> None:
    with store.transaction(), pytest.raises(RuntimeError, match="inside a transaction"), store.transaction():
        pass
    start_run(store)


def test_a_reader_does_not_write(store: Store, home: Path, url: str | None) -> None:
    start_run(store)
    with (
        Store.open(home, url=url, read_only=True) as reader,
        pytest.raises(StoreReadOnly, match="for reading only"),
        reader.transaction(),
    ):
        reader.move_task("run_1", "a", TaskState.SKIPPED)


def test_a_writer_waits_for_another_and_then_gives_up(store: Store, home: Path, url: str | None) -> None:
    with Store.open(home, url=url, timeout=0.01) as other, store.transaction():
        with pytest.raises(StoreBusy, match="locked by another program"), other.transaction():
            pass
        store.create_run(new_run(), ["a"])


def test_several_writers_lose_nothing(home: Path, url: str | None) -> None:
    def write(name: str) -> None:
        with Store.open(home, url=url) as store:
            run = start_run(store, name)
            for number in range(1, 51):
                with store.transaction():
                    store.start_try(run, "a", number, log="a.log")

    writers = [threading.Thread(target=write, args=[f"run_{number}"]) for number in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    with Store.open(home, url=url) as store:
        events = [event for run in store.runs() for event in store.events(run.id)]
        assert len(events) == 4 * 51
        assert len({event.seq for event in events}) == len(events)
